"""What every FeedbackLog does. Both adapters run all of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.feedback_log import MemoryFeedbackLog
from tools.errors import SuggestionNotFound
from tools.feedback.feedback import (
    Feedback,
    FeedbackLog,
    FeedbackQuery,
    Proposed,
    ProposedReply,
    Review,
    Tally,
    Verdict,
)
from tools.store.database import Database
from tools.store.feedback_postgres import PostgresFeedbackLog

AT = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
FIRST = ProposedReply("viudedad", "amount", "El 52 % de la base reguladora.", 0.93)
SECOND = ProposedReply("orfandad", None, "El 20 % por cada hijo.", 0.1)
MADE = Proposed("s-1", AT, "es", (FIRST, SECOND))


def given(verdict: Verdict, place: int = 0, minutes: int = 1, named: str = "s-1", **words: str) -> Feedback:
    return Feedback(named, place, verdict, AT + timedelta(minutes=minutes), **words)


@pytest.fixture(params=["memory", "postgres"])
async def log(request: pytest.FixtureRequest, database: Database) -> FeedbackLog:
    made: FeedbackLog = MemoryFeedbackLog() if request.param == "memory" else PostgresFeedbackLog(database)
    await made.keep(MADE)
    return made


async def test_verdicts_are_counted_by_need_and_language(log: FeedbackLog) -> None:
    await log.keep(replace(MADE, id="s-2", language="eu"))
    for one in (given("shown"), given("used"), given("shown", 1), given("rejected", named="s-2", why="no es eso")):
        await log.add(one)
    assert await log.tally(FeedbackQuery()) == [
        Tally("orfandad", "es", {"shown": 1}),
        Tally("viudedad", "es", {"shown": 1, "used": 1}),
        Tally("viudedad", "eu", {"rejected": 1}),
    ]


async def test_the_same_again_counts_once_and_the_last_verdict_stands(log: FeedbackLog) -> None:
    for one in (given("used"), given("used"), given("edited", minutes=2, text="Más o menos la mitad"), given("shown")):
        await log.add(one)
    assert await log.tally(FeedbackQuery()) == [Tally("viudedad", "es", {"edited": 1, "shown": 1})]


async def test_what_was_reworded_or_refused_comes_back_newest_first(log: FeedbackLog) -> None:
    edited, refused = given("edited", text="La mitad"), given("rejected", 1, minutes=2, why="no preguntó eso")
    for one in (edited, refused):
        await log.add(one)
    assert await log.reviews(FeedbackQuery(), 10) == [Review(SECOND, "es", refused), Review(FIRST, "es", edited)]
    assert await log.reviews(FeedbackQuery(), 1) == [Review(SECOND, "es", refused)]


async def test_kept_again_it_stays_as_it_was(log: FeedbackLog) -> None:
    await log.add(given("rejected"))
    await log.keep(replace(MADE, proposals=(SECOND, FIRST)))
    assert [one.proposal for one in await log.reviews(FeedbackQuery(), 10)] == [FIRST]


@pytest.mark.parametrize("one", [given("used", named="s-9"), given("used", place=2), given("shown", named="s-3")])
async def test_what_was_never_suggested_has_no_feedback(log: FeedbackLog, one: Feedback) -> None:
    await log.keep(Proposed("s-3", AT, "es", ()))
    with pytest.raises(SuggestionNotFound):
        await log.add(one)


@pytest.mark.parametrize(
    ("query", "times"),
    [
        (FeedbackQuery(since=AT.date()), 1),
        (FeedbackQuery(since=AT.date() + timedelta(days=1)), 0),
        (FeedbackQuery(until=AT.date()), 1),
        (FeedbackQuery(until=AT.date() - timedelta(days=1)), 0),
        (FeedbackQuery(language="es"), 1),
        (FeedbackQuery(language="fr"), 0),
    ],
)
async def test_days_and_language_narrow(log: FeedbackLog, query: FeedbackQuery, times: int) -> None:
    await log.add(given("rejected"))
    assert len(await log.tally(query)) == len(await log.reviews(query, 10)) == times


def test_the_shown_judge_nothing() -> None:
    assert Tally("n", "es", {"shown": 9, "used": 3, "edited": 1}).accuracy == 0.75
    assert Tally("n", "es", {"shown": 9}).accuracy is None
