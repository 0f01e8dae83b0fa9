"""The record of calls on PostgreSQL."""

import asyncio
from collections.abc import Collection
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, String, any_, delete, func, literal, select, update
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from knowledge.languages import Language
from speech.calls.record import Body, Call, CallEvent, Consent, EventKind, Said, contact_of, in_order
from speech.calls.words_json import call_event, said_of_row, said_to_json, said_to_row
from speech.errors import CallEnded, CallNotFound
from tools.contacts.contact import NewEvent
from tools.errors import ContactNotFound
from tools.store.contacts_postgres import PostgresContactLog, contact_columns, lock_contact
from tools.store.database import Database
from tools.store.schema import call_segments, calls, contacts

_SHARED = ("started", "ended", "language", "reference")
"""Fields of a call that every contact has."""

_OWN = tuple(name for name in Call.__dataclass_fields__ if name not in _SHARED)

_CALLS = select(calls, *(contacts.c[name] for name in _SHARED)).join_from(calls, contacts, contacts.c.id == calls.c.id)

_kept_proof = literal({"audio": False, "agreed": True}, JSONB) + func.coalesce(calls.c.consent, literal({}, JSONB))
"""The proof of a call, with what the first ones did not say yet; without one, no sound is allowed."""


class PostgresCallRecord:
    """Implements ``CallRecord``. An event told over a connection that breaks may be there twice; a segment never is."""

    def __init__(self, database: Database, log: PostgresContactLog) -> None:
        self._database = database
        self._log = log

    async def open(self, call: Call) -> Call:
        """See the port."""
        same = contacts.c.id == call.id if call.reference is None else contacts.c.reference == call.reference

        async def work(connection: AsyncConnection) -> Call:
            opened = insert(contacts).values(**contact_columns(contact_of(call))).on_conflict_do_nothing()
            if (await connection.execute(opened.returning(contacts.c.id))).one_or_none() is not None:
                await connection.execute(insert(calls).values(**_columns(call)))
            return _call((await connection.execute(_CALLS.where(contacts.c.channel == "call", same))).one())

        return await self._database.run(work)

    async def find(self, call_id: str) -> Call:
        """See the port."""
        if "\0" in call_id:  # PostgreSQL keeps none, and fails when it is asked for one
            raise CallNotFound(call_id)
        row = (await self._rows(_CALLS.where(calls.c.id == call_id))).one_or_none()
        if row is None:
            raise CallNotFound(call_id)
        return _call(row)

    async def latest(self, limit: int) -> list[Call]:
        """See the port."""
        order = (contacts.c.ended.is_not(None), contacts.c.started.desc(), contacts.c.id.desc())
        return [_call(row) for row in await self._rows(_CALLS.order_by(*order).limit(limit))]

    async def live(self) -> list[Call]:
        """See the port."""
        return [_call(row) for row in await self._rows(_CALLS.where(contacts.c.ended.is_(None)))]

    async def begin_sound(self, call_id: str, at: datetime) -> datetime:
        """See the port."""
        begun = func.coalesce(calls.c.sound_from, at)
        statement = update(calls).where(calls.c.id == call_id).values(sound_from=begun).returning(calls.c.sound_from)
        return _utc((await self._changed(call_id, statement)).sound_from) or at

    async def expect(self, call_id: str, language: Language) -> None:
        """See the port."""
        this = (contacts.c.id == call_id) & (contacts.c.channel == "call")
        await self._changed(call_id, update(contacts).where(this).values(language=language).returning(contacts.c.id))

    async def agree(self, call_id: str, consent: Consent) -> None:
        """See the port."""
        proof = _consent_json(consent)

        async def work(connection: AsyncConnection) -> None:
            await _lock(connection, call_id)  # so that it does not end meanwhile
            ended = select(contacts.c.ended).where(contacts.c.id == call_id).scalar_subquery()
            free = ended.is_(None) | calls.c.consent.is_(None) | (_kept_proof == proof)
            statement = update(calls).where(calls.c.id == call_id, free).values(consent=proof).returning(calls.c.id)
            if (await connection.execute(statement)).one_or_none() is None:
                raise CallEnded(call_id)

        await self._database.run(work)

    async def add(self, call_id: str, said: Said) -> CallEvent | None:
        """See the port."""
        key = {"track": said.track, "number": said.segment.number}
        row = key | said_to_row(said)

        async def work(connection: AsyncConnection) -> CallEvent | None:
            await _lock(connection, call_id)
            added = insert(call_segments).values(call_id=call_id, **row).on_conflict_do_nothing()
            if (await connection.execute(added.returning(call_segments.c.number))).one_or_none() is None:
                return None
            event = await self._append(connection, call_id, "final", key)
            return CallEvent(event.number, "final", said_to_json(said))

        return await self._database.run(work)

    async def find_segments(self, call_id: str) -> list[Said]:
        """See the port."""
        await self.find(call_id)
        rows = await self._rows(select(call_segments).where(call_segments.c.call_id == call_id))
        return in_order([said_of_row(row._mapping) for row in rows])

    async def tell(self, call_id: str, kind: EventKind, body: Body) -> CallEvent:
        """See the port."""

        async def work(connection: AsyncConnection) -> CallEvent:
            await _lock(connection, call_id)
            if kind == "need":
                await connection.execute(update(calls).where(calls.c.id == call_id).values(need=dict(body)))
            return await self._append(connection, call_id, kind, body)

        return await self._database.run(work)

    async def events(self, call_id: str, after: int = 0) -> list[CallEvent]:
        """See the port."""
        await self.find(call_id)
        events = await self._log.events(call_id, after)
        return await asyncio.to_thread(lambda: [call_event(event) for event in events])  # numbers are read in each

    async def end(self, call_id: str, at: datetime) -> CallEvent | None:
        """See the port."""
        this = contacts.c.id == call_id
        kept = calls.c.keep_audio & _kept_proof["audio"].as_boolean() & _kept_proof["agreed"].as_boolean()

        async def work(connection: AsyncConnection) -> CallEvent | None:
            await _lock(connection, call_id)
            ends = update(contacts).where(this, contacts.c.ended.is_(None)).values(ended=at).returning(contacts.c.id)
            if (await connection.execute(ends)).one_or_none() is None:
                return None
            await connection.execute(update(calls).where(calls.c.id == call_id).values(keep_audio=kept))
            return await self._append(connection, call_id, "ended", {})

        return await self._database.run(work)

    async def drop_audio(self, call_id: str) -> None:
        """See the port."""
        statement = update(calls).where(calls.c.id == call_id).values(keep_audio=False).returning(calls.c.id)
        await self._changed(call_id, statement)

    async def sound_wanted(self, call_ids: Collection[str]) -> dict[str, bool]:
        """See the port."""
        among = calls.c.id == any_(literal(list(call_ids), ARRAY(String)))
        return {row.id: row.ended is None or row.keep_audio for row in await self._rows(_CALLS.where(among))}

    async def with_old_audio(self, before: datetime) -> list[str]:
        """See the port."""
        old = _CALLS.where(contacts.c.ended < before, calls.c.keep_audio).order_by(calls.c.id)
        return [row.id for row in await self._rows(old)]

    async def forget(self, before: datetime) -> list[str]:
        """See the port."""
        old = delete(contacts).where(contacts.c.channel == "call", contacts.c.ended < before)
        return sorted(row.id for row in await self._rows(old.returning(contacts.c.id)))

    async def _append(self, connection: AsyncConnection, call_id: str, kind: EventKind, body: Body) -> CallEvent:
        [event] = await self._log.append_with(connection, call_id, [NewEvent(kind, body)])
        return CallEvent(event.number, kind, event.data)

    async def _rows(self, statement: Any) -> Any:
        return await self._database.run(lambda connection: connection.execute(statement))

    async def _changed(self, call_id: str, statement: Any) -> Row[Any]:
        """The row that an update returns."""
        row: Row[Any] | None = (await self._rows(statement)).one_or_none()
        if row is None:
            raise CallNotFound(call_id)
        return row


async def _lock(connection: AsyncConnection, call_id: str) -> None:
    """Lock the call until the transaction ends."""
    try:
        await lock_contact(connection, call_id)
    except ContactNotFound:
        raise CallNotFound(call_id) from None


def _columns(call: Call) -> dict[str, Any]:
    """Of the table of calls."""
    values = {name: getattr(call, name) for name in _OWN}
    return {**values, "consent": call.consent and _consent_json(call.consent)}


def _call(row: Row[Any]) -> Call:
    fields = {name: getattr(row, name) for name in Call.__dataclass_fields__}
    times = {name: _utc(fields[name]) for name in ("started", "ended", "sound_from")}
    return Call(**{**fields, **times, "consent": _consent(row.consent)})


def _consent_json(consent: Consent) -> dict[str, Any]:
    return {**asdict(consent), "said_at": consent.said_at.isoformat()}


def _consent(stored: dict[str, Any] | None) -> Consent | None:
    if stored is None:
        return None
    return Consent(**{**stored, "said_at": datetime.fromisoformat(stored["said_at"])})


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)
