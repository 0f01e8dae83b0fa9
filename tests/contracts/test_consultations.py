"""What all Consultations do, over the floor that they are beside."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from tests.contracts.conftest import TurningClock
from tests.contracts.floors import UNITS, changes_of, postgres_floor, postgres_queue
from tests.contracts.test_floor import ANA, BEA, FIRST, NOW, SECOND
from tests.fakes.consultations import MemoryConsultations
from tests.fakes.contact_log import MemoryContactLog
from tests.fakes.floor import MemoryFloor
from tests.fakes.hand_off_queue import MemoryHandOffQueue
from tools.errors import ConsultationNotFound, ConsultationOver, DeskFull, HandOffTaken, NobodyToAsk, NotAtDesk
from tools.queues.consultations import Consultation, Consultations, Enquiry
from tools.queues.consulting import concerning
from tools.queues.floor import VANISHED_AFTER, Agent, Floor, Transfer
from tools.queues.hand_offs import HandOffQueue
from tools.store.consultations_postgres import PostgresConsultations
from tools.store.database import Database
from tools.store.events import PostgresEventBus

EVA = Agent("eva", "Eva", ("es",), units=("TGSS",))
ASKS = Enquiry("bea", "¿Cuenta el servicio militar?", "k1")


@dataclass
class Desk:
    """A floor, its consultations and the time there; Ana holds the first hand-off."""

    queue: HandOffQueue
    floor: Floor
    consultations: Consultations
    clock: TurningClock

    async def seen_by(self, who: str) -> list[tuple[str, str]]:
        current, present = await self.consultations.current(), await self.floor.present()
        return [(one.id, one.state) for one in concerning(who, current, present)]

    async def asked(self, question: Enquiry = ASKS) -> Consultation:
        return await self.consultations.ask("h1", "ana", question)


@pytest.fixture(params=["memory", "postgres"])
def empty(request: pytest.FixtureRequest) -> Desk:
    clock = TurningClock(NOW)
    if request.param == "memory":
        queue = MemoryHandOffQueue(clock)
        floor = MemoryFloor(queue, MemoryContactLog(clock), clock, UNITS)
        return Desk(queue, floor, MemoryConsultations(floor, clock, UNITS), clock)
    database: Database = request.getfixturevalue("database")
    bus = PostgresEventBus(database)
    kept = PostgresConsultations(database, changes_of(database, bus, clock), UNITS)
    return Desk(postgres_queue(database, bus, clock), postgres_floor(database, bus, clock), kept, clock)


@pytest.fixture
async def desk(empty: Desk) -> Desk:
    await empty.queue.add(FIRST)
    for agent in (ANA, BEA, EVA):
        await empty.floor.enter(agent, "available")
    await empty.floor.accept("h1", "ana")
    return empty


async def test_a_colleague_takes_it_and_both_write(desk: Desk) -> None:
    asked = await desk.asked()
    assert (asked.state, asked.asker, asked.asked, asked.hand_off) == ("asked", ANA, "agent", FIRST)
    assert await desk.seen_by("bea") == await desk.seen_by("ana") == [(asked.id, "asked")]
    assert await desk.seen_by("eva") == []
    for _ in range(2):
        taken = await desk.consultations.take(asked.id, "bea")
        assert (taken.state, taken.colleague) == ("open", BEA)
    assert await desk.consultations.of_conversation("c1") == taken
    await desk.consultations.say(asked.id, "bea", "Sí.", "b1")
    await desk.consultations.say(asked.id, "bea", "Sí.", "b1")
    said = await desk.consultations.say(asked.id, "ana", "Gracias.", "k1-2")
    assert [(line.number, line.who, line.text) for line in said.lines] == [
        (1, "ana", ASKS.text), (2, "bea", "Sí."), (3, "ana", "Gracias."),
    ]  # fmt: skip
    ended = await desk.consultations.end(asked.id, "bea")
    assert ended.state == "ended"
    assert await desk.consultations.end(asked.id, "ana") == ended
    with pytest.raises(ConsultationOver):
        await desk.consultations.say(asked.id, "ana", "¿Y?", "k9")
    assert await desk.consultations.of_conversation("c1") is None
    assert await desk.seen_by("ana") == [(asked.id, "ended")]
    assert await desk.seen_by("bea") == []
    assert await desk.consultations.of_hand_off("h1") == (ended,)


async def test_asked_again_with_its_key_it_is_one_and_with_another_the_first_ends(desk: Desk) -> None:
    first = await desk.asked()
    assert await desk.asked() == first
    other = await desk.asked(Enquiry("eva", "¿Y usted?", "k2"))
    assert [(one.id, one.state) for one in await desk.consultations.of_hand_off("h1")] == [
        (first.id, "ended"), (other.id, "asked"),
    ]  # fmt: skip
    assert await desk.seen_by("ana") == [(other.id, "asked")]
    assert await desk.seen_by("bea") == []


async def test_of_a_unit_or_a_language_whoever_comes_first_has_it(desk: Desk) -> None:
    asked = await desk.asked(Enquiry("TGSS", "¿Quién sabe?", "k"))
    assert [await desk.seen_by(who) for who in ("bea", "eva")] == [[(asked.id, "asked")]] * 2
    assert (await desk.consultations.decline(asked.id, "bea")).state == "asked"
    assert await desk.seen_by("bea") == []
    await desk.consultations.take(asked.id, "eva")
    with pytest.raises(ConsultationOver):
        await desk.consultations.take(asked.id, "bea")
    with pytest.raises(NobodyToAsk):
        await desk.asked(Enquiry("eu", "?", "k3"))  # only she who asks serves it
    for nobody in ("INSS · nadie", "ana"):
        with pytest.raises(NobodyToAsk):
            await desk.asked(Enquiry(nobody, "?", f"k-{nobody}"))


async def test_nobody_else_writes_ends_or_asks(desk: Desk) -> None:
    asked = await desk.asked()
    with pytest.raises(HandOffTaken):
        await desk.consultations.ask("h1", "bea", replace(ASKS, to="eva"))
    with pytest.raises(ConsultationOver):
        await desk.consultations.take(asked.id, "eva")
    with pytest.raises(NotAtDesk):
        await desk.consultations.take(asked.id, "zoe")
    with pytest.raises(ConsultationNotFound):
        await desk.consultations.say(asked.id, "eva", "yo", "e")
    with pytest.raises(ConsultationNotFound):
        await desk.consultations.end(asked.id, "eva")
    with pytest.raises(ConsultationNotFound):
        await desk.consultations.take("forged", "bea")


async def test_it_is_declined_when_nobody_asked_wants_to(desk: Desk) -> None:
    asked = await desk.asked()
    for _ in range(2):
        assert (await desk.consultations.decline(asked.id, "bea")).state == "declined"
    assert await desk.seen_by("ana") == [(asked.id, "declined")]


@pytest.mark.parametrize("taken", [True, False])
async def test_a_colleague_who_vanishes_ends_it(desk: Desk, taken: bool) -> None:
    asked = await desk.asked()
    if taken:
        await desk.consultations.take(asked.id, "bea")
    desk.clock.turn(VANISHED_AFTER / 2)
    await desk.floor.enter(ANA, "available")
    await desk.consultations.settle()
    assert await desk.seen_by("ana") == [(asked.id, "open" if taken else "asked")]
    desk.clock.turn(VANISHED_AFTER / 2)
    await desk.consultations.settle()
    assert await desk.seen_by("ana") == [(asked.id, "left")]


async def test_it_ends_when_who_asked_has_the_conversation_no_more(desk: Desk) -> None:
    asked = await desk.asked()
    await desk.consultations.take(asked.id, "bea")
    await desk.floor.leave("ana")
    await desk.consultations.settle()
    assert [one.state for one in await desk.consultations.of_hand_off("h1")] == ["ended"]
    assert await desk.seen_by("bea") == []


async def test_who_agreed_has_it_at_once(desk: Desk) -> None:
    await desk.floor.enter(BEA, "busy")
    desk.clock.turn(timedelta(seconds=1))
    given = await desk.floor.transfer("h1", "ana", Transfer("bea", "sabe más", agreed=True))
    assert (given.state, given.agent, given.note, given.since) == ("held", BEA, "sabe más", desk.clock.now)
    with pytest.raises(HandOffTaken):
        await desk.floor.end("h1", "ana", "closed")


async def test_who_agreed_and_has_enough_is_given_no_more(desk: Desk) -> None:
    await desk.queue.add(SECOND)
    await desk.floor.accept("h2", "eva")
    with pytest.raises(DeskFull):
        await desk.floor.transfer("h1", "ana", Transfer("eva", agreed=True))
    assert (await desk.floor.find("h1")).is_with("ana")
