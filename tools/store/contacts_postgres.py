"""The log of contacts on PostgreSQL."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Integer, Row, Select, String, any_, cast, func, literal, select, update
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.clock import Clock, system_clock
from tools.contacts.contact import (
    UTTERANCE,
    Contact,
    ContactEvent,
    NewEvent,
    PassingEvent,
    Transcript,
    Utterance,
    load_utterance,
)
from tools.errors import ContactNotFound
from tools.store.database import Database
from tools.store.events import PostgresEventBus, Subscription
from tools.store.schema import call_segments, calls, contact_events, contacts

_SEGMENT = ("language", "words", "asked", "before")
"""The fields that a ``final`` tells of its segment."""


class PostgresContactLog:
    """Implements ``ContactLog``. NOTIFY only wakes followers; every ``look_again_s`` they look without being woken."""

    def __init__(
        self, database: Database, events: PostgresEventBus, clock: Clock = system_clock, look_again_s: float = 5.0
    ) -> None:
        self._database = database
        self._events = events
        self._clock = clock
        self._look_again_s = look_again_s

    async def append(self, contact: Contact, new: Sequence[NewEvent]) -> list[ContactEvent]:
        """See the port."""

        async def work(connection: AsyncConnection) -> list[ContactEvent]:
            opened = insert(contacts).values(**contact_columns(contact))
            changed = {name: opened.excluded[name] for name in ("language", "variety")}
            await connection.execute(opened.on_conflict_do_update(index_elements=["id"], set_=changed))
            return await self.append_with(connection, contact.id, new)

        return await self._database.run(work)

    async def append_with(
        self, connection: AsyncConnection, contact_id: str, new: Sequence[NewEvent]
    ) -> list[ContactEvent]:
        """Append in the transaction of the connection: stored and announced when, and only when, it commits.

        The contact stays locked until then. Raises ContactNotFound.
        """
        last = await lock_contact(connection, contact_id)
        fresh = await _unknown(connection, contact_id, new)
        if not fresh:
            return []
        events = [
            ContactEvent(contact_id, number, one.at or self._clock(), one.kind, dict(one.data))
            for number, one in enumerate(fresh, start=last + 1)
        ]
        rows = [{**asdict(event), "key": one.key} for event, one in zip(events, fresh, strict=True)]
        await connection.execute(insert(contact_events), rows)
        last = events[-1].number
        await connection.execute(update(contacts).where(contacts.c.id == contact_id).values(last_event=last))
        await self._events.publish_with(connection, _channel(contact_id), {"number": last})
        return events

    async def find(self, contact_id: str) -> Contact:
        """See the port."""
        row = (await self._rows(select(contacts).where(contacts.c.id == contact_id))).one_or_none()
        if row is None:
            raise ContactNotFound(contact_id)
        return Contact(
            row.id, row.channel, row.started.astimezone(UTC), row.language, row.variety, _utc(row.ended), row.reference
        )

    async def transcript(self, contact_id: str) -> Transcript:
        """See the port."""
        sound_from = func.coalesce(calls.c.sound_from, contacts.c.started).label("sound_from")
        statement = (
            _events_of(contact_id)
            .add_columns(sound_from)
            .join(contacts, contacts.c.id == contact_events.c.contact_id)
            .outerjoin(calls, calls.c.id == contacts.c.id)
            .where(contact_events.c.kind.in_((UTTERANCE, "final")))
        )
        return tuple(sorted(map(_utterance, await self._rows(statement)), key=lambda said: said.at))

    async def events(self, contact_id: str, after: int = 0) -> list[ContactEvent]:
        """See the port."""
        return [_event(row) for row in await self._rows(_events_of(contact_id, after))]

    async def by_key(self, contact_id: str, key: str) -> ContactEvent | None:
        """See the port."""
        rows = await self._rows(_events_of(contact_id).where(contact_events.c.key == key))
        return next(map(_event, rows), None)

    async def follow(self, contact_id: str, after: int = 0) -> AsyncGenerator[ContactEvent | PassingEvent]:
        """See the port."""
        with self._events.subscribe(_channel(contact_id)) as woken:
            while True:
                for event in await self.events(contact_id, after):
                    after = event.number
                    yield event
                async for passing in _passing(woken, self._look_again_s):
                    yield passing

    async def pass_on(self, contact_id: str, event: PassingEvent) -> None:
        """See the port."""
        await self._events.publish(_channel(contact_id), {"kind": event.kind, "data": dict(event.data)})

    async def _rows(self, statement: Any) -> Any:
        return await self._database.run(lambda connection: connection.execute(statement))


def contact_columns(contact: Contact) -> dict[str, Any]:
    """The row of a contact."""
    return {name: getattr(contact, name) for name in Contact.__dataclass_fields__}


async def lock_contact(connection: AsyncConnection, contact_id: str) -> int:
    """Lock the contact until the transaction ends; returns the number of its last event. Raises ContactNotFound."""
    statement = select(contacts.c.last_event).where(contacts.c.id == contact_id).with_for_update()
    last = (await connection.execute(statement)).scalar_one_or_none()
    if last is None:
        raise ContactNotFound(contact_id)
    return int(last)


async def _unknown(connection: AsyncConnection, contact_id: str, new: Sequence[NewEvent]) -> list[NewEvent]:
    """Events without a key, and the first of each key that the contact does not have."""
    first = {one.key: one for one in reversed(new) if one.key is not None}
    among = contact_events.c.key == any_(literal(list(first), ARRAY(String)))
    statement = select(contact_events.c.key).where(contact_events.c.contact_id == contact_id, among)
    known = set((await connection.execute(statement)).scalars()) if first else set[str]()
    return [one for one in new if one.key is None or (one.key not in known and first[one.key] is one)]


def _events_of(contact_id: str, after: int = 0) -> Select[Any]:
    """Events with the segment that a ``final`` names."""
    data, segment = contact_events.c.data, call_segments.c
    named = (
        (contact_events.c.kind == "final")
        & (segment.call_id == contact_events.c.contact_id)
        & (segment.track == data["track"].astext)
        & (segment.number == cast(data["number"].astext, Integer))
    )
    return (
        select(contact_events, *(segment[name].label(f"segment_{name}") for name in _SEGMENT))
        .select_from(contact_events.outerjoin(call_segments, named))
        .where(contact_events.c.contact_id == contact_id, contact_events.c.number > after)
        .order_by(contact_events.c.number)
    )


def _event(row: Row[Any]) -> ContactEvent:
    data = row.data
    if row.kind == "final":
        data = {**data, **{name: getattr(row, f"segment_{name}") for name in _SEGMENT}}
    return ContactEvent(row.contact_id, row.number, _utc(row.at), row.kind, data)


def _utterance(row: Row[Any]) -> Utterance:
    if row.kind == UTTERANCE:
        return load_utterance(row.data)
    track, words = row.data["track"], row.segment_words
    return Utterance(
        speaker=track,
        text=" ".join(word["text"] for word in words),
        at=row.sound_from.astimezone(UTC) + timedelta(seconds=words[0]["start"]),
        language=row.segment_language,
        track=track,
    )


async def _passing(woken: Subscription, seconds: float) -> AsyncIterator[PassingEvent]:
    """Yield passing events until a stored event is announced or the time is over."""
    loop = asyncio.get_running_loop()
    look_at = loop.time() + seconds
    with contextlib.suppress(TimeoutError):
        while "number" not in (news := await asyncio.wait_for(anext(woken), look_at - loop.time())):
            yield PassingEvent(news["kind"], news["data"])


def _channel(contact_id: str) -> str:
    return f"contact:{contact_id}"


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)
