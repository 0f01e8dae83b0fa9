"""What every ContactLog does. Both adapters run all of it; what only a database can lose is at the end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tests.fakes.contact_log import MemoryContactLog
from tools.clock import fixed
from tools.contacts.contact import Contact, ContactEvent, NewEvent, PassingEvent, Utterance, utterance_event
from tools.contacts.contact_log import ContactLog
from tools.errors import ContactNotFound
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.database import Database
from tools.store.events import PostgresEventBus

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
CHAT = Contact("c1", "chat", NOW, "ca", "ca-valencia")
GREETING = Utterance("assistant", "Hola, què necessites?", NOW, "ca")
ANSWER = Utterance("citizen", "M'agradaria jubilar-me", NOW + timedelta(seconds=9), "ca")


def numbered(count: int, prefix: str = "turn") -> list[NewEvent]:
    return [NewEvent("turn", {"turn_id": f"{prefix}-{n}"}, f"{prefix}-{n}") for n in range(count)]


async def first(log: ContactLog, count: int, after: int = 0) -> list[ContactEvent | PassingEvent]:
    """The first events that a follower gets."""
    async with asyncio.timeout(20), aclosing(log.follow("c1", after)) as following:
        return [await anext(following) for _ in range(count)]


@pytest.fixture
async def empty(database: Database) -> Database:
    await database.run(lambda connection: connection.execute(text("TRUNCATE contacts CASCADE")))
    return database


@pytest.fixture(params=["memory", "postgres"])
async def logs(request: pytest.FixtureRequest, empty: Database) -> AsyncIterator[tuple[ContactLog, ContactLog]]:
    """The log that writes and the one that reads: two processes on PostgreSQL, the same one in memory."""
    if request.param == "memory":
        log = MemoryContactLog(fixed(NOW))
        yield log, log
        return
    buses = [await PostgresEventBus(empty).open() for _ in range(2)]
    writing, reading = (PostgresContactLog(empty, bus, fixed(NOW)) for bus in buses)
    yield writing, reading
    for bus in buses:
        await bus.close()


async def test_a_contact_is_opened_by_its_first_event_and_found(logs: tuple[ContactLog, ContactLog]) -> None:
    writing, reading = logs
    full = replace(CHAT, id="c2", channel="visit", ended=NOW, reference="desk:7")
    for contact in (CHAT, full):
        await writing.append(contact, [])
        assert await reading.find(contact.id) == contact


async def test_language_and_variety_follow_the_person_and_the_rest_stays(logs: tuple[ContactLog, ContactLog]) -> None:
    writing, reading = logs
    await writing.append(CHAT, [])
    await writing.append(replace(CHAT, language="es", variety=None, started=NOW + timedelta(hours=1)), [])
    assert await reading.find("c1") == replace(CHAT, language="es", variety=None)


async def test_an_event_is_found_by_its_key_in_its_contact_only(logs: tuple[ContactLog, ContactLog]) -> None:
    writing, reading = logs
    stored = await writing.append(CHAT, [utterance_event(GREETING), utterance_event(ANSWER, "k")])
    assert await reading.by_key("c1", "k") == stored[1]
    assert await reading.by_key("c1", "another") is None
    assert await reading.by_key("c2", "k") is None


async def test_the_name_of_an_agent_comes_back_with_what_they_said(logs: tuple[ContactLog, ContactLog]) -> None:
    writing, reading = logs
    said = replace(ANSWER, speaker="agent", name="Itziar, de pensiones")
    await writing.append(CHAT, [utterance_event(said)])
    assert await reading.transcript("c1") == (said,)


async def test_what_was_only_manners_comes_back_as_that(logs: tuple[ContactLog, ContactLog]) -> None:
    writing, reading = logs
    await writing.append(CHAT, [utterance_event(replace(GREETING, manners=True)), utterance_event(ANSWER)])
    assert [one.manners for one in await reading.transcript("c1")] == [True, False]


async def test_of_an_unknown_contact_there_is_nothing(logs: tuple[ContactLog, ContactLog]) -> None:
    _, reading = logs
    with pytest.raises(ContactNotFound):
        await reading.find("no")
    assert await reading.events("no") == []
    assert await reading.transcript("no") == ()


async def test_events_are_numbered_from_one_without_gaps(logs: tuple[ContactLog, ContactLog]) -> None:
    writing, reading = logs
    earlier = NOW - timedelta(hours=1)
    added = await writing.append(CHAT, [NewEvent("need", {"need": "jubilación"}, at=earlier), *numbered(2)])
    added += await writing.append(CHAT, [NewEvent("need", {})])
    assert [(event.number, event.kind, event.at) for event in added] == [
        (1, "need", earlier), (2, "turn", NOW), (3, "turn", NOW), (4, "need", NOW),
    ]  # fmt: skip
    assert await reading.events("c1") == added
    assert await reading.events("c1", after=3) == added[3:]
    assert await reading.events("c1", after=9) == []


async def test_an_event_with_a_key_is_stored_once_per_contact(logs: tuple[ContactLog, ContactLog]) -> None:
    writing, reading = logs
    await writing.append(CHAT, [*numbered(2), *numbered(2)])
    again = await writing.append(CHAT, [*numbered(3), NewEvent("need", {})])
    assert [(event.number, event.kind) for event in again] == [(3, "turn"), (4, "need")]
    assert await writing.append(CHAT, numbered(3)) == []
    assert len(await writing.append(replace(CHAT, id="c2"), numbered(3))) == 3
    assert len(await reading.events("c1")) == 4


async def test_events_appended_at_once_all_get_a_number_of_their_own(logs: tuple[ContactLog, ContactLog]) -> None:
    writing, reading = logs
    await asyncio.gather(*(writing.append(CHAT, numbered(2, f"writer {n}")) for n in range(6)))
    assert [event.number for event in await reading.events("c1")] == list(range(1, 13))


async def test_what_was_said_is_the_transcript(logs: tuple[ContactLog, ContactLog]) -> None:
    writing, reading = logs
    on_track = Utterance("agent", "Dígame", NOW + timedelta(seconds=20), None, "agent")
    events = [utterance_event(GREETING, "1"), NewEvent("turn", {}), utterance_event(ANSWER), utterance_event(on_track)]
    await writing.append(CHAT, events)
    assert await reading.transcript("c1") == (GREETING, ANSWER, on_track)


async def test_a_follower_gets_what_there_is_and_then_what_comes(logs: tuple[ContactLog, ContactLog]) -> None:
    writing, reading = logs
    await writing.append(CHAT, numbered(2))
    async with asyncio.timeout(20), aclosing(reading.follow("c1", after=1)) as following:
        numbers = [(await anext(following)).number]
        waiting = asyncio.ensure_future(anext(following))
        await writing.append(replace(CHAT, id="c2"), numbered(1))  # another contact wakes nobody here
        await writing.append(CHAT, numbered(4))
        numbers += [(await waiting).number, (await anext(following)).number]
    assert numbers == [2, 3, 4]


async def test_passing_events_reach_who_follows_now_and_are_not_stored(logs: tuple[ContactLog, ContactLog]) -> None:
    writing, reading = logs
    partial = PassingEvent("partial", {"tentative": "y mañ"})
    await writing.append(CHAT, [])
    await writing.pass_on("c1", partial)  # before anybody follows
    async with asyncio.timeout(20), aclosing(reading.follow("c1")) as following:
        waiting = asyncio.ensure_future(anext(following))
        while not waiting.done():
            await writing.pass_on("c1", partial)
            await asyncio.sleep(0.01)
        assert await waiting == partial
    assert await reading.events("c1") == []


async def test_several_follow_one_contact(logs: tuple[ContactLog, ContactLog]) -> None:
    writing, reading = logs
    waiting = [asyncio.ensure_future(first(reading, 3)) for _ in range(3)]
    for n in range(3):
        await writing.append(CHAT, numbered(n + 1))
    for events in await asyncio.gather(*waiting):
        assert [event.data["turn_id"] for event in events] == ["turn-0", "turn-1", "turn-2"]


async def test_what_a_process_missed_while_it_was_gone_is_read_by_number(empty: Database) -> None:
    bus = await PostgresEventBus(empty).open()
    writing = PostgresContactLog(empty, PostgresEventBus(empty))
    await writing.append(CHAT, numbered(1))
    (seen,) = await first(PostgresContactLog(empty, bus), 1)
    await bus.close()  # the process is killed, and another takes its place
    await writing.append(CHAT, numbered(3))
    assert isinstance(seen, ContactEvent)
    restarted = await PostgresEventBus(empty).open()
    missed = await first(PostgresContactLog(empty, restarted), 2, seen.number)
    await restarted.close()
    assert [event.data["turn_id"] for event in missed] == ["turn-1", "turn-2"]


async def test_a_follower_whose_notification_was_lost_reads_by_number(empty: Database) -> None:
    deaf = PostgresContactLog(empty, PostgresEventBus(empty), look_again_s=0.05)  # it never listens
    writing = PostgresContactLog(empty, PostgresEventBus(empty))
    waiting = asyncio.ensure_future(first(deaf, 2))
    for n in range(2):
        await writing.append(CHAT, numbered(n + 1))
    assert [event.data["turn_id"] for event in await waiting] == ["turn-0", "turn-1"]


async def test_a_lost_notification_is_made_up_for_while_passing_events_come(empty: Database) -> None:
    bus = await PostgresEventBus(empty).open()
    log = PostgresContactLog(empty, bus, look_again_s=0.05)
    await log.append(CHAT, [])

    async def speaking() -> None:
        while True:
            await log.pass_on("c1", PassingEvent("partial", {}))
            await asyncio.sleep(0.001)

    task = asyncio.create_task(speaking())
    async with asyncio.timeout(20), aclosing(log.follow("c1")) as following:
        await anext(following)
        stored = text("INSERT INTO contact_events (contact_id, number, kind, data) VALUES ('c1', 1, 'need', '{}')")
        await empty.run(lambda connection: connection.execute(stored))
        while (await anext(following)).kind != "need":
            continue
    task.cancel()
    await bus.close()


async def test_nothing_is_stored_or_announced_of_a_transaction_that_fails(empty: Database) -> None:
    bus = await PostgresEventBus(empty).open()
    log = PostgresContactLog(empty, bus)
    await log.append(CHAT, numbered(1))

    async def fails(connection: AsyncConnection) -> None:
        await log.append_with(connection, "c1", [NewEvent("need", {})])
        raise RuntimeError("the write it tells of fails")

    with pytest.raises(RuntimeError):
        await empty.run(fails)
    await log.append(CHAT, [NewEvent("ended", {})])
    assert [(event.number, event.kind) for event in await log.events("c1")] == [(1, "turn"), (2, "ended")]
    with pytest.raises(ContactNotFound):
        await empty.run(lambda connection: log.append_with(connection, "no", [NewEvent("need", {})]))
    await bus.close()
