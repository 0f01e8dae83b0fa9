"""A write to the reference agenda whose answer was lost, and a person who does not write again."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from agents.reception.conversation import Conversations
from agents.reception.settling import find_outcome
from agents.reception.turns.turn import load_turn
from api.services.turn_locks import ProcessTurnLocks
from api.tasks.unknown_outcomes import OutcomeResolver
from tests import shipped
from tests.agenda.process import RunningAgenda
from tests.agents.builders import NOW
from tests.agents.conftest import Talk, reading
from tests.agents.reception.test_external_agenda import MADRID, PATIENCE, TO_CONFIRM, agenda, external
from tests.agents.reception.test_unsure import said
from tests.fakes.contact_log import MemoryContactLog
from tools.appointments.agenda.book import AgendaBook
from tools.errors import ToolUnavailable
from tools.letters.notifications import Notice
from tools.store.database import Database
from tools.store.unsettled_postgres import PostgresUnsettled

__all__ = ["agenda", "external"]

WITH_EMAIL = {**MADRID, "mi correo": reading(slots={"email": "ana@example.org"})}


class Opened:
    """All conversations are known, and nothing of their history is kept apart."""

    async def last_said(self, conversation_id: str) -> str | None:
        return None

    async def forget_history(self, conversation_id: str) -> None:
        return None


@dataclass
class Night:
    """Nobody writes; the upkeep does what it does."""

    conversation: Talk
    unsettled: PostgresUnsettled
    now: list[object]
    sent: list[Notice] = field(default_factory=list)
    dies: bool = False

    async def settle(self, after: timedelta = timedelta(minutes=3)) -> int:
        self.now[0] += after
        deps, memory = self.conversation.deps, Opened()
        conversations = Conversations(shipped.reception(self.conversation.saver), deps, memory, MemoryContactLog())
        outcomes = OutcomeResolver(self.unsettled, conversations, ProcessTurnLocks(), lambda: self.now[0], self._write)
        return await outcomes.settle()

    async def _write(self, notice: Notice) -> None:
        if self.dies:
            raise KeyboardInterrupt
        self.sent.append(notice)


@pytest.fixture
def night(talk, database: Database, external: AgendaBook) -> Night:
    now = [NOW]
    unsettled = PostgresUnsettled(database, lambda: now[0])
    return Night(talk(WITH_EMAIL, book=external, unsettled=unsettled), unsettled, now)


async def left_unknown(night: Night, agenda: RunningAgenda, fault: str, *said_before: str) -> None:
    await said(night.conversation, *TO_CONFIRM, *said_before)
    agenda.faults(*[("POST", fault)] * PATIENCE.attempts)
    turn = await night.conversation.say("sí")
    assert turn.step == "book.unsure"


async def test_a_booking_that_was_made_is_recorded_and_told_by_letter_once(night: Night, agenda: RunningAgenda) -> None:
    await left_unknown(night, agenda, "drop_after", "mi correo")
    assert await night.settle(timedelta(minutes=1)) == 0  # it is still the person's to ask
    assert await night.settle() == 1
    assert await night.settle(timedelta(hours=2)) == 0
    (letter,) = night.sent
    state = await night.conversation.state()
    turn = load_turn(state["last_turn"])
    assert turn is not None
    assert turn.appointment is not None
    assert (letter.kind, letter.recipient, letter.language) == ("appointment_booked", "ana@example.org", "es")
    assert letter.values["code"] == turn.appointment.locator == state["booked"]
    assert state["task"] is None
    assert state["transcript"][-1]["speaker"] == "assistant"
    assert agenda.order() == {"booked": 1, "all": 1}


async def test_without_an_address_it_is_told_in_the_conversation(night: Night, agenda: RunningAgenda) -> None:
    await left_unknown(night, agenda, "drop_after")
    assert await night.settle() == 1
    assert night.sent == []
    assert (await night.conversation.state())["task"] is None


async def test_a_booking_that_was_not_made_stays_so_and_is_told_when_the_person_writes(
    night: Night, agenda: RunningAgenda, phrases
) -> None:
    await left_unknown(night, agenda, "drop", "mi correo")
    assert await night.settle() == 0
    assert await night.settle(timedelta(hours=2)) == 0
    assert (night.sent, agenda.order()["booked"]) == ([], 0)
    turn = await night.conversation.say("¿y entonces?")
    assert phrases.say("es", "unsure-book-not-done") in [message.text for message in turn.messages]


async def test_an_agenda_that_is_away_is_asked_again_later(night: Night, agenda: RunningAgenda) -> None:
    await left_unknown(night, agenda, "drop_after", "mi correo")
    agenda.faults(*[("GET", "drop")] * PATIENCE.attempts)
    assert await night.settle() == 0
    agenda.faults()
    assert await night.settle(timedelta(minutes=1)) == 0
    assert await night.settle(timedelta(minutes=5)) == 1
    assert len(night.sent) == 1


async def test_a_crash_before_it_is_remembered_loses_no_letter(night: Night, agenda: RunningAgenda) -> None:
    await left_unknown(night, agenda, "drop_after", "mi correo")
    night.dies = True
    with pytest.raises(KeyboardInterrupt):
        await night.settle()
    night.dies = False
    assert await night.settle(timedelta(hours=1)) == 1
    assert len(night.sent) == 1


async def test_the_letter_of_one_write_is_one_letter_however_often_it_is_found_out(
    night: Night, agenda: RunningAgenda
) -> None:
    await left_unknown(night, agenda, "drop_after", "mi correo")
    deps = night.conversation.deps
    state = await night.conversation.state()
    letters = [
        found.letter(NOW) for found in (await find_outcome(state, deps), await find_outcome(state, deps)) if found
    ]
    assert [letter.id for letter in letters] == [letters[0].id] * 2


async def test_who_wrote_again_and_knows_is_not_told_twice(night: Night, agenda: RunningAgenda) -> None:
    await left_unknown(night, agenda, "drop_after", "mi correo")
    turn = await night.conversation.say("¿y entonces?")
    assert turn.appointment is not None
    assert await night.settle() == 0
    assert night.sent == []


async def test_who_asks_is_leased_the_longest_waiting_first_and_again_after_longer_pauses(night: Night) -> None:
    for late, conversation_id in enumerate(("c-z", "c-a", "c-m")):
        night.now[0] = NOW + timedelta(seconds=late)
        await night.unsettled.add(conversation_id)
    night.now[0] = NOW + timedelta(minutes=3)
    assert await night.unsettled.lease(2) == ["c-z", "c-a"]
    assert await night.unsettled.lease(5) == ["c-m"]
    await night.unsettled.done("c-a")
    for minutes in (4, 8, 16, 32, 60, 60):
        night.now[0] += timedelta(minutes=minutes, seconds=-1)
        assert await night.unsettled.lease(5) == []
        night.now[0] += timedelta(seconds=1)
        assert sorted(await night.unsettled.lease(5)) == ["c-m", "c-z"]


async def test_a_database_that_is_away_does_not_turn_unknown_into_not_done(talk, agenda, external, caplog) -> None:
    class Away:
        async def add(self, conversation_id: str) -> None:
            raise ToolUnavailable("database is down")

    night = Night(talk(WITH_EMAIL, book=external, unsettled=Away()), PostgresUnsettled, [NOW])
    await left_unknown(night, agenda, "drop_after")
    assert "only found out if its person writes again" in caplog.text
