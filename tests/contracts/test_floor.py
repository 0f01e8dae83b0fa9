"""What every Floor does. Both adapters run all of it; what only a database can do is in test_floor_postgres.py."""

import asyncio
from collections.abc import Awaitable
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import pytest

from tests.contracts.conftest import TurningClock
from tests.contracts.floors import UNITS, postgres_floor, postgres_queue
from tests.fakes.contact_log import MemoryContactLog
from tests.fakes.floor import MemoryFloor
from tests.fakes.hand_off_queue import MemoryHandOffQueue
from tools.contacts.contact_log import ContactLog
from tools.errors import DeskFull, HandOffNotFound, HandOffTaken, NotAtDesk, TransferImpossible
from tools.queues.floor import Agent, Floor, Outlook, PutRight, Standing, Transfer
from tools.queues.hand_offs import HandOff, HandOffQueue, Prospect
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
ANA = Agent("ana", "Ana", ("es", "eu"))
BEA = Agent("bea", "Bea", ("es",), most=2)
FIRST = HandOff(
    id="h1", conversation_id="c1", reason="asked", language="es", need=None, unit="INSS", summary=("Uno",),
    slots={"channel": "phone"}, urgent=False, created_at=NOW,
)  # fmt: skip
SECOND = replace(FIRST, id="h2", conversation_id="c2", created_at=NOW + timedelta(minutes=1))
BASQUE = replace(SECOND, id="h3", conversation_id="c3", language="eu")


@dataclass
class Work:
    """A floor, its queue and its log, and the time there."""

    queue: HandOffQueue
    floor: Floor
    log: ContactLog
    clock: TurningClock

    async def told(self, conversation_id: str) -> list[tuple[str, str | None]]:
        """State and name of each event ``person``."""
        events = await self.log.events(conversation_id)
        return [(one.data["state"], one.data["name"]) for one in events if one.kind == "person"]

    async def offered(self) -> dict[str, str]:
        """A round, and who is offered what by it."""
        return {one.agent.who: one.hand_off.id for one in await self.floor.match() if one.agent}

    async def pass_time(self, seconds: int, *there: Agent) -> None:
        """Rounds are played all the time; those who are there say so."""
        for _ in range(seconds):
            self.clock.turn(timedelta(seconds=1))
            for agent in there:
                await self.floor.enter(agent, "available")
            await self.floor.match()


@pytest.fixture(params=["memory", "postgres"])
def work(request: pytest.FixtureRequest) -> Work:
    clock = TurningClock(NOW)
    if request.param == "memory":
        queue, log = MemoryHandOffQueue(clock), MemoryContactLog(clock)
        return Work(queue, MemoryFloor(queue, log, clock, UNITS), log, clock)
    database: Database = request.getfixturevalue("database")
    bus = PostgresEventBus(database)
    postgres = PostgresContactLog(database, bus)
    return Work(postgres_queue(database, bus, clock), postgres_floor(database, bus, clock), postgres, clock)


async def state(work: Work, conversation_id: str = "c1") -> Standing:
    standing = await work.floor.of_conversation(conversation_id)
    assert standing is not None
    return standing


async def test_what_waits_is_offered_accepted_and_closed_and_the_citizen_is_told(work: Work) -> None:
    await work.queue.add(FIRST)
    await work.floor.enter(ANA, "available")
    assert await work.offered() == {"ana": "h1"}
    offered = await state(work)
    assert await work.floor.find("h1") == offered
    assert (offered.state, offered.until) == ("offered", NOW + timedelta(seconds=25))
    assert await work.floor.of_agent("ana") == (offered,)
    held = await work.floor.accept("h1", "ana")
    assert (held.state, held.agent, held.hand_off) == ("held", ANA, FIRST)
    assert (await work.queue.page()).total == 0
    closed = await work.floor.end("h1", "ana", "closed")
    assert (closed.state, await work.floor.of_agent("ana")) == ("closed", ())
    assert await work.told("c1") == [("waiting", None), ("held", "Ana"), ("closed", None)]


async def test_a_step_made_again_changes_nothing_and_tells_nobody(work: Work) -> None:
    await work.queue.add(FIRST)
    for agent in (ANA, BEA):
        await work.floor.enter(agent, "busy")
    assert await work.floor.accept("h1", "ana") == await work.floor.accept("h1", "ana")
    sent = Transfer("TGSS", "espera una carta")
    assert await work.floor.transfer("h1", "ana", sent) == await work.floor.transfer("h1", "ana", sent)
    await work.floor.accept("h1", "bea")
    assert await work.floor.end("h1", "bea", "returned") == await work.floor.end("h1", "bea", "returned")
    assert [state for state, _ in await work.told("c1")] == ["waiting", "held", "waiting", "held", "returned"]


async def test_of_many_who_accept_at_once_one_has_it(work: Work) -> None:
    await work.queue.add(FIRST)
    agents = [Agent(f"agent-{number}", "Eva", ("es",)) for number in range(8)]
    for agent in agents:
        await work.floor.enter(agent, "available")
    tries = (work.floor.accept("h1", agent.who) for agent in agents)
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(type(one).__name__ for one in outcomes) == [*["HandOffTaken"] * 7, "Standing"]
    assert len(await work.told("c1")) == 2


async def test_what_was_never_handed_off_is_not_found(work: Work) -> None:
    await work.floor.enter(ANA, "available")
    steps: list[Awaitable[Any]] = [
        work.floor.accept("h9", "ana"), work.floor.decline("h9", "ana"), work.floor.end("h9", "ana", "closed"),
        work.floor.transfer("h9", "ana", Transfer("TGSS")), work.floor.call_supervisor("h9", "ana"),
        work.floor.outlook("h9"), work.floor.find("h9"),
    ]  # fmt: skip
    for step in steps:
        with pytest.raises(HandOffNotFound):
            await step
    assert await work.floor.of_conversation("c9") is None


async def test_what_is_anothers_is_refused(work: Work) -> None:
    await work.queue.add(FIRST)
    for agent in (ANA, BEA):
        await work.floor.enter(agent, "busy")
    await work.floor.accept("h1", "ana")
    steps: list[Awaitable[Any]] = [
        work.floor.accept("h1", "bea"), work.floor.decline("h1", "bea"), work.floor.end("h1", "bea", "closed"),
        work.floor.transfer("h1", "bea", Transfer("TGSS")), work.floor.call_supervisor("h1", "bea"),
        work.floor.decline("h1", "ana"),
    ]  # fmt: skip
    for step in steps:
        with pytest.raises(HandOffTaken):
            await step
    assert (await state(work)).agent == ANA


async def test_who_has_not_come_in_or_has_enough_takes_nothing(work: Work) -> None:
    for hand_off in (FIRST, SECOND):
        await work.queue.add(hand_off)
    with pytest.raises(NotAtDesk):
        await work.floor.accept("h1", "ana")
    await work.floor.enter(ANA, "busy")
    await work.floor.accept("h1", "ana")
    with pytest.raises(DeskFull):
        await work.floor.accept("h2", "ana")


async def test_who_declines_is_not_asked_again_soon_and_another_is(work: Work) -> None:
    await work.queue.add(FIRST)
    await work.floor.enter(ANA, "available")
    await work.floor.match()
    assert (await work.floor.decline("h1", "ana")).state == "waiting"
    assert await work.offered() == {}
    await work.floor.enter(BEA, "available")
    assert await work.offered() == {"bea": "h1"}
    assert len(await work.told("c1")) == 1


async def test_an_offer_nobody_answers_goes_to_the_next(work: Work) -> None:
    await work.queue.add(FIRST)
    await work.floor.enter(ANA, "available")
    await work.floor.match()
    await work.pass_time(24, ANA, BEA)
    assert (await state(work)).agent == ANA
    await work.pass_time(1, ANA, BEA)
    assert ((await state(work)).state, (await state(work)).agent) == ("offered", BEA)


async def test_who_declined_is_asked_again_when_nobody_else_is_there(work: Work) -> None:
    await work.queue.add(FIRST)
    await work.floor.enter(ANA, "available")
    await work.floor.match()
    await work.floor.decline("h1", "ana")
    await work.pass_time(29, ANA)
    assert (await state(work)).state == "waiting"
    await work.pass_time(1, ANA)
    assert (await state(work)).state == "offered"


@pytest.mark.parametrize("gone", ["busy", "away", "after_contact"])
async def test_an_offer_is_withdrawn_from_who_stops(
    work: Work, gone: Literal["busy", "away", "after_contact"]
) -> None:  # fmt: skip
    await work.queue.add(FIRST)
    await work.floor.enter(ANA, "available")
    await work.floor.match()
    await work.floor.enter(ANA, gone)
    await work.floor.match()
    assert (await state(work)).state == "waiting"


async def test_what_an_agent_who_vanishes_held_is_given_back_in_front(work: Work) -> None:
    await work.queue.add(FIRST)
    await work.floor.enter(ANA, "available")
    await work.floor.accept("h1", "ana")
    before = replace(SECOND, created_at=NOW - timedelta(hours=1))
    await work.queue.add(before)
    await work.pass_time(44)
    assert (await state(work)).state == "held"
    await work.pass_time(1)
    assert ((await state(work)).state, (await state(work)).front) == ("waiting", True)
    assert await work.floor.present() == ()
    assert [one.hand_off.id for one in (await work.queue.page()).entries] == ["h1", "h2"]
    assert await work.told("c1") == [("waiting", None), ("held", "Ana"), ("waiting", None)]
    with pytest.raises(HandOffTaken):
        await work.floor.end("h1", "ana", "closed")


async def test_a_time_in_which_nobody_served_makes_nobody_vanish(work: Work) -> None:
    await work.queue.add(FIRST)
    await work.floor.enter(ANA, "available")
    await work.floor.accept("h1", "ana")
    await work.pass_time(10, ANA)
    work.clock.turn(timedelta(minutes=5))
    await work.floor.match()
    assert (await state(work)).state == "held"
    await work.pass_time(44)
    assert (await state(work)).state == "held"
    await work.pass_time(1)
    assert (await state(work)).state == "waiting"


async def test_who_goes_home_gives_back_what_they_held(work: Work) -> None:
    await work.queue.add(FIRST)
    for agent in (ANA, BEA):
        await work.floor.enter(agent, "busy")
    await work.floor.accept("h1", "ana")
    await work.floor.leave("ana")
    await work.floor.leave("ana")
    assert [one.agent for one in await work.floor.present()] == [BEA]
    assert ((await state(work)).state, (await state(work)).front) == ("waiting", True)


async def test_a_transfer_to_an_agent_waits_for_them_with_the_note(work: Work) -> None:
    await work.queue.add(FIRST)
    for agent in (ANA, BEA):
        await work.floor.enter(agent, "available")
    await work.floor.accept("h1", "ana")
    await work.floor.enter(BEA, "busy")
    sent = await work.floor.transfer("h1", "ana", Transfer("bea", "espera una carta"))
    assert (sent.state, sent.front, sent.wanted_agent, sent.note) == ("waiting", True, "bea", "espera una carta")
    assert await work.offered() == {}
    await work.floor.enter(BEA, "available")
    assert await work.offered() == {"bea": "h1"}
    assert (await work.floor.accept("h1", "bea")).note == "espera una carta"


async def test_a_transfer_to_a_unit_goes_to_who_serves_it(work: Work) -> None:
    await work.queue.add(FIRST)
    inss, tgss = replace(ANA, units=("INSS",)), replace(BEA, units=("TGSS",))
    for agent in (inss, tgss):
        await work.floor.enter(agent, "available")
    assert await work.offered() == {"ana": "h1"}
    await work.floor.accept("h1", "ana")
    await work.floor.transfer("h1", "ana", Transfer("TGSS"))
    assert await work.offered() == {"bea": "h1"}
    assert (await state(work)).unit == "TGSS"


@pytest.mark.parametrize("to", ["nobody", "bea", "ana"])
async def test_a_transfer_to_nobody_or_to_oneself_is_impossible(work: Work, to: str) -> None:
    await work.queue.add(FIRST)
    await work.floor.enter(ANA, "available")
    await work.floor.accept("h1", "ana")
    with pytest.raises(TransferImpossible):
        await work.floor.transfer("h1", "ana", Transfer(to))
    assert (await state(work)).state == "held"


async def test_a_supervisor_is_asked_in_by_who_holds_it(work: Work) -> None:
    await work.queue.add(FIRST)
    await work.floor.enter(ANA, "available")
    await work.floor.accept("h1", "ana")
    assert (await work.floor.call_supervisor("h1", "ana")).supervisor
    assert (await state(work)).supervisor
    assert await work.floor.taken() == await work.floor.of_agent("ana")
    assert not (await work.floor.end("h1", "ana", "closed")).supervisor


async def test_what_is_said_meanwhile_reaches_who_holds_it(work: Work) -> None:
    await work.queue.add(FIRST)
    await work.floor.enter(ANA, "available")
    await work.floor.accept("h1", "ana")
    said_more = replace(FIRST, summary=("Uno", "Dos"))
    await work.queue.add(said_more)
    assert ((await state(work)).state, (await state(work)).hand_off) == ("held", said_more)


async def test_who_asks_again_after_the_end_waits_anew(work: Work) -> None:
    await work.queue.add(FIRST)
    await work.floor.enter(ANA, "busy")
    await work.floor.accept("h1", "ana")
    await work.floor.end("h1", "ana", "closed")
    again = replace(FIRST, created_at=NOW + timedelta(hours=1))
    await work.queue.add(again)
    assert ((await state(work)).state, (await state(work)).hand_off) == ("waiting", again)
    assert [state for state, _ in await work.told("c1")] == ["waiting", "held", "closed", "waiting"]


async def test_presence_says_who_is_there_and_how_much_they_have(work: Work) -> None:
    await work.queue.add(FIRST)
    await work.floor.enter(BEA, "available")
    await work.floor.enter(ANA, "after_contact", supervisor=True)
    await work.floor.accept("h1", "bea")
    there = {one.agent.who: (one.state, one.supervisor, one.held) for one in await work.floor.present()}
    assert there == {"ana": ("after_contact", True, 0), "bea": ("available", False, 1)}


async def test_who_follows_reads_the_floor_again_after_each_change(work: Work) -> None:
    async with aclosing(work.floor.follow(0.01)) as changes:
        await anext(changes)
        await work.queue.add(FIRST)
        await anext(changes)
        assert (await state(work)).state == "waiting"


async def test_ahead_counts_those_who_go_first_to_the_same_agents(work: Work) -> None:
    for hand_off in (FIRST, SECOND, BASQUE):
        await work.queue.add(hand_off)
    await work.floor.enter(BEA, "busy")
    assert await work.floor.outlook("h2") == Outlook(1, None)
    assert await work.floor.outlook("h1") == Outlook(0, None)
    assert await work.queue.prospect("h2") == Prospect(1, None)
    await work.floor.enter(replace(ANA, languages=("eu",)), "busy")
    assert await work.floor.outlook("h3") == Outlook(0, None)
    await work.floor.accept("h1", "bea")
    assert (await work.floor.outlook("h2"), await work.floor.outlook("h1")) == (Outlook(0, None), None)
    assert {await work.queue.prospect(name) for name in ("h1", "h9")} == {Prospect()}


async def test_the_wait_is_the_median_of_the_last_ten_or_is_not_told(work: Work) -> None:
    await work.floor.enter(replace(ANA, most=20), "busy")
    for number in range(10):
        asked_at = NOW - timedelta(minutes=number)
        await work.queue.add(replace(FIRST, id=f"w{number}", conversation_id=f"w{number}", created_at=asked_at))
    await work.queue.add(SECOND)
    for number in range(10):
        assert await work.floor.outlook("h2") == Outlook(10 - number, None)
        await work.floor.accept(f"w{number}", "ana")
    assert await work.floor.outlook("h2") == Outlook(0, timedelta(minutes=4, seconds=30))
    work.clock.turn(timedelta(hours=2, seconds=1))
    assert await work.floor.outlook("h2") == Outlook(0, None)


async def test_an_agent_whose_language_nobody_serves_is_told_what_does_not_fit(work: Work) -> None:
    await work.queue.add(BASQUE)
    await work.floor.enter(replace(BEA, units=("TGSS",)), "available")
    assert await work.offered() == {"bea": "h3"}
    assert (await state(work, "c3")).misfit == ("language", "unit")


async def test_how_it_is_read_is_put_right_by_who_holds_it_and_holds_for_the_next(work: Work) -> None:
    await work.queue.add(FIRST)
    await work.floor.enter(BEA, "available")
    await work.floor.accept("h1", "bea")
    told = await work.told("c1")
    right = PutRight("paro", "TGSS", "eu", "crisis", True, ("Dos",))
    with pytest.raises(HandOffTaken):
        await work.floor.put_right("h1", "ana", right)
    after = await work.floor.put_right("h1", "bea", right)
    assert (after.hand_off.need, after.unit, after.hand_off.summary, after.misfit) == (
        "paro", "TGSS", ("Dos",), ("language",),
    )  # fmt: skip
    assert await work.told("c1") == told  # the citizen sees no difference
    await work.floor.enter(ANA, "available")
    await work.floor.transfer("h1", "bea", Transfer("ana"))
    assert await work.offered() == {"ana": "h1"}
    taken = await work.floor.accept("h1", "ana")
    assert (taken.hand_off.language, taken.hand_off.urgent, taken.misfit) == ("eu", True, ())


async def test_what_waits_is_withdrawn_when_another_way_is_promised(work: Work) -> None:
    await work.queue.add(FIRST)
    assert await work.queue.withdraw("h1")
    assert not await work.queue.withdraw("h1")
    assert await work.floor.of_conversation("c1") is None
    assert (await work.queue.page()).total == 0
    assert (await work.told("c1"))[-1] == ("none", None)


async def test_who_is_in_danger_or_has_an_agent_is_not_withdrawn(work: Work) -> None:
    await work.queue.add(replace(FIRST, urgent=True))
    await work.floor.enter(ANA, "available")
    await work.queue.add(SECOND)
    await work.floor.accept("h2", "ana")
    assert not await work.queue.withdraw("h1")
    assert not await work.queue.withdraw("h2")


async def test_a_call_back_says_nothing_of_the_wait_in_the_chat(work: Work) -> None:
    await work.floor.enter(replace(BEA, most=5), "available")
    for number in range(12):
        called = replace(FIRST, id=f"k{number}", conversation_id=f"k{number}", reason="call_back")
        await work.queue.add(called)
        await work.pass_time(1, BEA)
        await work.floor.accept(called.id, "bea")
        await work.floor.end(called.id, "bea", "closed")
    await work.queue.add(SECOND)
    assert (await work.queue.prospect("h2")).wait is None
