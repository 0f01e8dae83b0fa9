"""Figures by matter and readings put right, over the rows that the service itself writes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from knowledge.languages import Language
from tests.contracts.conftest import TurningClock
from tests.contracts.floors import postgres_floor, postgres_queue
from tests.contracts.test_floor import BEA, FIRST, NOW
from tools.contacts.contact import READING, Contact, NewEvent, Utterance, utterance_event
from tools.feedback.feedback import FeedbackQuery
from tools.feedback.quality import MatterFigures
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus
from tools.store.quality_postgres import PostgresQuality

EVER = FeedbackQuery()


def turn(need: str | None) -> NewEvent:
    return NewEvent("turn", {"turn_id": "t", **({"need": need} if need else {})})


def read(before: str | None, after: str | None, danger: str | None = None) -> NewEvent:
    was: dict[str, Any] = {"need": before, "language": "es", "reason": "asked", "danger": None}
    return NewEvent(READING, {"by": "bea", "before": was, "after": {**was, "need": after, "danger": danger}})


class Counter:
    """What happened at one counter, over PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self.clock, bus = TurningClock(NOW), PostgresEventBus(database)
        self.log = PostgresContactLog(database, bus, self.clock)
        self.queue = postgres_queue(database, bus, self.clock)
        self.floor = postgres_floor(database, bus, self.clock)

    async def contact(self, name: str, *events: NewEvent, at: datetime = NOW, language: Language = "es") -> None:
        await self.log.append(Contact(name, "chat", at, language), list(events))

    async def taken(self, name: str, need: str | None, minutes: int) -> None:
        """Handed over, and taken by Bea so much later."""
        asked = replace(FIRST, id=f"h-{name}", conversation_id=name, need=need, created_at=self.clock())
        await self.queue.add(asked)
        self.clock.turn(timedelta(minutes=minutes))
        await self.floor.enter(replace(BEA, most=5), "busy")
        await self.floor.accept(asked.id, "bea")


@pytest.fixture
def counter(database: Database) -> Counter:
    return Counter(database)


@pytest.fixture
def quality(database: Database) -> PostgresQuality:
    return PostgresQuality(database)


async def test_contacts_are_counted_by_what_they_were_about_last(counter: Counter, quality: PostgresQuality) -> None:
    await counter.contact("c1", turn("paro"), turn("jubilacion"), turn(None))
    await counter.contact("c2", turn("jubilacion"))
    await counter.contact("c3", turn("jubilacion"), language="eu")
    await counter.contact("c4", NewEvent("need", {"need": "paro"}))
    await counter.contact("c5", turn(None))
    assert await quality.by_matter(EVER) == [
        MatterFigures("jubilacion", "es", 2),
        MatterFigures("jubilacion", "eu", 1),
        MatterFigures("paro", "es", 1),
    ]


async def test_of_those_handed_over_waits_outcomes_and_ratings_are_told(
    counter: Counter, quality: PostgresQuality
) -> None:
    for name, minutes, disposition, score in (
        ("c1", 2, "resolved", 5),
        ("c2", 4, "resolved", 2),
        ("c3", 9, None, None),
    ):
        closed = [NewEvent("wrap_up", {"disposition": "pending"}), NewEvent("wrap_up", {"disposition": disposition})]
        rated = [NewEvent("rating", {"score": score}), NewEvent("rating", {"score": 1})]
        await counter.contact(name, turn("jubilacion"), *(closed + rated if disposition else []))
        await counter.taken(name, None if name == "c3" else "jubilacion", minutes)
    (found, unknown) = await quality.by_matter(EVER)
    assert found == MatterFigures(
        "jubilacion", "es", 2, 2, {"resolved": 2}, 2, timedelta(minutes=3), ratings=2, rating=3.5
    )  # fmt: skip
    assert (unknown.need, unknown.contacts, unknown.wait, unknown.rating) == (None, 1, timedelta(minutes=9), None)


async def test_what_was_put_right_counts_for_what_it_was_taken_to_be(
    counter: Counter, quality: PostgresQuality
) -> None:
    await counter.contact("c1", turn("paro"), read("paro", "jubilacion"))
    await counter.taken("c1", "jubilacion", 1)
    await counter.contact("c2", turn("paro"), read("paro", "jubilacion"), read("jubilacion", "paro"))
    await counter.contact("c3", turn("viudedad"), read("viudedad", "viudedad", "crisis"))
    found = {one.need: (one.contacts, one.corrected) for one in await quality.by_matter(EVER)}
    assert found == {"jubilacion": (1, 0), "paro": (1, 1), "viudedad": (1, 0)}


async def test_cases_tell_what_was_said_and_leave_out_what_was_undone(
    counter: Counter, quality: PostgresQuality
) -> None:
    said = [utterance_event(Utterance("citizen", text, NOW, "es")) for text in ("uno", "dos", "tres", "cuatro")]
    answer = utterance_event(Utterance("assistant", "respuesta", NOW, "es"))
    later = utterance_event(Utterance("citizen", "cinco", NOW, "es"))
    await counter.contact("c1", *said, turn("paro"), answer, read("paro", "jubilacion"), later)
    await counter.contact("c2", turn("paro"), read("paro", "paro", "crisis"), at=NOW + timedelta(days=1))
    await counter.contact("c3", turn("paro"), read("paro", "jubilacion"), read("jubilacion", "paro"))
    newest, oldest = await quality.reading_cases(EVER, 10)
    assert (newest.after["danger"], newest.said) == ("crisis", ())
    assert (oldest.before["need"], oldest.after["need"]) == ("paro", "jubilacion")
    assert oldest.said == ("dos", "tres", "cuatro")
    assert len(await quality.reading_cases(EVER, 1)) == 1


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (FeedbackQuery(since=date(2026, 11, 25)), {"hoy", "euskaraz"}),
        (FeedbackQuery(until=date(2026, 11, 24)), {"ayer"}),
        (FeedbackQuery(language="eu"), {"euskaraz"}),
    ],
)
async def test_days_and_language_narrow(
    counter: Counter, quality: PostgresQuality, query: FeedbackQuery, names: set[str]
) -> None:
    midnight = datetime(2026, 11, 25, tzinfo=UTC)
    await counter.contact("c1", turn("ayer"), at=midnight - timedelta(seconds=1))
    await counter.contact("c2", turn("hoy"), at=midnight)
    await counter.contact("c3", turn("euskaraz"), at=midnight, language="eu")
    assert {one.need for one in await quality.by_matter(query)} == names


async def test_a_contact_that_is_deleted_leaves_its_figures_and_nothing_that_tells_whose_it_was(
    counter: Counter, quality: PostgresQuality, database: Database
) -> None:
    said = utterance_event(Utterance("citizen", "uno", NOW, "es"))
    await counter.contact("c1", turn("paro"), said, read("paro", "jubilacion"), NewEvent("rating", {"score": 4}))
    await counter.taken("c1", "jubilacion", 3)
    await counter.contact("c2", turn(None))
    figures, cases = await quality.by_matter(EVER), await quality.reading_cases(EVER, 10)
    for _ in range(2):
        await database.run(lambda connection: connection.execute(text("DELETE FROM contacts")))
        assert (await quality.by_matter(EVER), await quality.reading_cases(EVER, 10)) == (figures, cases)
    kept = (await database.run(lambda connection: connection.execute(text("SELECT * FROM contact_figures")))).all()
    assert len(kept) == 1
    assert not {"c1", "h-c1", "bea"} & {str(value) for value in kept[0]}
