"""What every GapLog does. Both adapters run all of it."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest
from sqlalchemy import text

from tests.fakes.gap_log import MemoryGapLog
from tools.gaps.gaps import Gap, GapLog, GapQuery
from tools.store.database import Database
from tools.store.gaps_postgres import PostgresGapLog

DAY = date(2026, 11, 25)
GAP = Gap("¿Y «los» [DOCUMENT]?", "es", "viudedad", "amount", "money", "no_section", DAY)
BARE = replace(GAP, text="asdf", language="eu", need=None, aspect=None, measure=None, why="not_understood")


@pytest.fixture(params=["memory", "postgres"])
async def log(request: pytest.FixtureRequest, database: Database) -> GapLog:
    if request.param == "memory":
        return MemoryGapLog()
    await database.run(lambda connection: connection.execute(text("TRUNCATE gaps")))
    numbers = count()
    return PostgresGapLog(database, lambda: str(next(numbers)))


async def test_what_is_added_is_found_whole_and_the_same_question_twice_is_two(log: GapLog) -> None:
    for gap in (GAP, BARE, GAP):
        await log.add(gap)
    assert await log.find(GapQuery()) == [BARE, GAP, GAP]


async def test_the_order_is_by_day_and_text_whoever_asked_first(log: GapLog) -> None:
    gaps = [replace(GAP, text=word, day=DAY - timedelta(days=back)) for word, back in (("á", 0), ("b", 0), ("z", 1))]
    for gap in gaps:
        await log.add(gap)
    assert [gap.text for gap in await log.find(GapQuery())] == ["z", "b", "á"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (GapQuery(since=DAY), [0]),
        (GapQuery(until=DAY - timedelta(days=1)), [2, 1]),
        (GapQuery(since=DAY - timedelta(days=1), until=DAY), [1, 0]),
        (GapQuery(language="eu"), [1]),
        (GapQuery(language="fr"), []),
    ],
)
async def test_days_and_language_narrow(log: GapLog, query: GapQuery, found: list[int]) -> None:
    gaps = [replace(GAP, day=DAY - timedelta(days=back)) for back in range(3)]
    gaps[1] = replace(gaps[1], language="eu")
    for gap in gaps:
        await log.add(gap)
    assert await log.find(query) == [gaps[number] for number in found]


async def test_days_that_are_over_are_forgotten(log: GapLog) -> None:
    gaps = [replace(GAP, day=DAY - timedelta(days=back)) for back in range(3)]
    for gap in gaps:
        await log.add(gap)
    await log.forget(DAY - timedelta(days=1))
    assert await log.find(GapQuery()) == gaps[:1]
