"""A whole conversation over the reference agenda in its own process, while it fails in every way it knows."""

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.agenda.faults import FAULTS
from tests.agenda.process import RunningAgenda, running
from tests.agents.conftest import reading
from tests.agents.reception.test_unsure import SCRIPT, said, words
from tools.appointments.agenda.book import AgendaBook
from tools.appointments.agenda.client import AgendaClient
from tools.appointments.agenda.question import Chance, Patience, open_http
from tools.breaker import CircuitBreaker

PATIENCE = Patience(attempts=2, connect=3.0, answer=1.0)
MADRID = {**SCRIPT, "en Madrid": reading(slots={"municipality": "Madrid"})}
TO_CONFIRM = ("cita jubilación", "en Madrid", "la primera", "mi DNI")
LEAVES_UNKNOWN = sorted(FAULTS.keys() - {"two_answers", "delivered_twice", "busy"})


async def no_pause(seconds: float) -> None:
    return None


@pytest.fixture(scope="module")
def agenda() -> Iterator[RunningAgenda]:
    with running() as started:
        yield started


@pytest.fixture
async def external(agenda: RunningAgenda) -> AsyncIterator[AgendaBook]:
    agenda.order(begin=True)
    agenda.faults()
    async with open_http(agenda.url, None, PATIENCE) as http:
        yield AgendaBook(AgendaClient(http, CircuitBreaker(lambda: 0.0, threshold=99), PATIENCE, Chance(no_pause)))


@pytest.mark.parametrize("answer", ["sí", "¿y entonces?"])
@pytest.mark.parametrize("fault", LEAVES_UNKNOWN)
async def test_a_fault_that_lasts_is_told_as_unknown_and_ends_in_one_appointment(
    talk, phrases, agenda: RunningAgenda, external: AgendaBook, fault: str, answer: str
) -> None:
    conversation = talk(MADRID, book=external)
    await said(conversation, *TO_CONFIRM)
    agenda.faults(*[("POST", fault)] * PATIENCE.attempts)
    turn = await conversation.say("sí")
    assert words(turn) == phrases.say("es", "unsure-book")
    turn = await conversation.say(answer)
    if turn.step == "book.confirm":
        turn = await conversation.say("sí")
    agenda.let_through()
    assert turn.appointment is not None
    assert turn.appointment.status == "booked"
    assert agenda.order() == {"booked": 1, "all": 1}


@pytest.mark.parametrize("fault", sorted(FAULTS))
async def test_a_fault_that_passes_is_not_noticed(
    talk, agenda: RunningAgenda, external: AgendaBook, fault: str
) -> None:
    conversation = talk(MADRID, book=external)
    await said(conversation, *TO_CONFIRM)
    agenda.faults(("POST", fault))
    turn = await conversation.say("sí")
    agenda.let_through()
    assert turn.appointment is not None
    assert agenda.order() == {"booked": 1, "all": 1}


async def test_an_agenda_that_stays_busy_has_booked_nothing_and_a_person_comes(
    talk, phrases, agenda: RunningAgenda, external: AgendaBook
) -> None:
    conversation = talk(MADRID, book=external)
    await said(conversation, *TO_CONFIRM)
    agenda.faults(*[("POST", "busy")] * PATIENCE.attempts)
    turn = await conversation.say("sí")
    assert phrases.say("es", "person-unavailable") in words(turn)
    assert turn.hand_off is not None
    assert agenda.booked == 0


async def test_an_agenda_that_dies_before_the_yes_has_booked_nothing_and_a_person_comes(talk, phrases) -> None:
    with running() as mortal:
        async with open_http(mortal.url, None, PATIENCE) as http:
            book = AgendaBook(AgendaClient(http, CircuitBreaker(lambda: 0.0), PATIENCE, Chance(no_pause)))
            conversation = talk(MADRID, book=book)
            await said(conversation, *TO_CONFIRM)
            mortal.kill()
            turn = await conversation.say("sí")
    assert phrases.say("es", "person-unavailable") in words(turn)
    assert turn.hand_off is not None
    assert turn.appointment is None
