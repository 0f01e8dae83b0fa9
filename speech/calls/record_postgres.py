"""The record of calls on PostgreSQL."""

import asyncio
from collections.abc import Collection
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Integer, Row, String, any_, cast, delete, func, literal, select, update
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from knowledge.languages import Language
from speech.calls.record import Body, Call, CallEvent, Consent, EventKind, Said, in_order
from speech.calls.words_json import said_to_json, segment_of_json, segment_to_json, words_of_json, words_to_json
from speech.errors import CallEnded, CallNotFound
from speech.segments import Segment
from tools.store.database import Database
from tools.store.schema import call_events, call_segments, calls

_kept_proof = literal({"audio": False, "agreed": True}, JSONB) + func.coalesce(calls.c.consent, literal({}, JSONB))
"""The proof of a call, with what the first ones did not say yet; without one, no sound is allowed."""


class PostgresCallRecord:
    """Implements ``CallRecord``. An event told over a connection that breaks may be there twice; a segment never is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, call: Call) -> Call:
        """See the port."""
        values = {**_columns(call), "events": 0}

        async def work(connection: AsyncConnection) -> Call:
            await connection.execute(insert(calls).values(values).on_conflict_do_nothing())
            same = calls.c.id == call.id if call.reference is None else calls.c.reference == call.reference
            return _call((await connection.execute(select(calls).where(same))).one())

        return await self._database.run(work)

    async def find(self, call_id: str) -> Call:
        """See the port."""
        if "\0" in call_id:  # PostgreSQL keeps none, and fails when it is asked for one
            raise CallNotFound(call_id)
        row = (await self._rows(select(calls).where(calls.c.id == call_id))).one_or_none()
        if row is None:
            raise CallNotFound(call_id)
        return _call(row)

    async def latest(self, limit: int) -> list[Call]:
        """See the port."""
        order = (calls.c.ended.is_not(None), calls.c.started.desc(), calls.c.id.desc())
        return [_call(row) for row in await self._rows(select(calls).order_by(*order).limit(limit))]

    async def live(self) -> list[Call]:
        """See the port."""
        return [_call(row) for row in await self._rows(select(calls).where(calls.c.ended.is_(None)))]

    async def begin_sound(self, call_id: str, at: datetime) -> datetime:
        """See the port."""
        begun = func.coalesce(calls.c.sound_from, at)
        row = await self._update(call_id, {"sound_from": begun})
        return _utc(row.sound_from) or at

    async def expect(self, call_id: str, language: Language) -> None:
        """See the port."""
        await self._update(call_id, {"language": language})

    async def agree(self, call_id: str, consent: Consent) -> None:
        """See the port."""
        proof = _consent_json(consent)
        free = calls.c.ended.is_(None) | calls.c.consent.is_(None) | (_kept_proof == proof)
        statement = update(calls).where(calls.c.id == call_id, free).values(consent=proof).returning(calls.c.id)
        if (await self._rows(statement)).one_or_none() is None:
            raise CallEnded((await self.find(call_id)).id)

    async def add(self, call_id: str, said: Said) -> CallEvent | None:
        """See the port."""
        segment = said.segment
        key = {"call_id": call_id, "track": said.track, "number": segment.number}
        columns = {
            "language": segment.language,
            "words": words_to_json(segment),
            "asked": sorted(said.asked),
            "before": [segment_to_json(one) for one in said.before],
        }

        async def work(connection: AsyncConnection) -> CallEvent | None:
            await _hold(connection, call_id)
            added = (
                insert(call_segments).values(key | columns).on_conflict_do_nothing().returning(call_segments.c.number)
            )
            if (await connection.execute(added)).one_or_none() is None:
                return None
            number = await _store_event(connection, call_id, "final", {"track": said.track, "number": segment.number})
            return CallEvent(number, "final", said_to_json(said))

        return await self._database.run(work)

    async def said(self, call_id: str) -> list[Said]:
        """See the port."""
        await self.find(call_id)
        rows = await self._rows(select(call_segments).where(call_segments.c.call_id == call_id))
        return in_order([_said(row) for row in rows])

    async def tell(self, call_id: str, kind: EventKind, body: Body) -> CallEvent:
        """See the port."""

        async def work(connection: AsyncConnection) -> CallEvent:
            await _hold(connection, call_id)
            number = await _store_event(connection, call_id, kind, body)
            if kind == "need":
                await connection.execute(update(calls).where(calls.c.id == call_id).values(need=dict(body)))
            return CallEvent(number, kind, dict(body))

        return await self._database.run(work)

    async def events(self, call_id: str, after: int = 0) -> list[CallEvent]:
        """See the port."""
        await self.find(call_id)
        body, segment = call_events.c.body, call_segments.c
        named = (
            (call_events.c.kind == "final")
            & (segment.call_id == call_events.c.call_id)
            & (segment.track == body["track"].astext)
            & (segment.number == cast(body["number"].astext, Integer))
        )
        statement = (
            select(call_events.c.number.label("event"), call_events.c.kind, body, call_segments)
            .select_from(call_events.outerjoin(call_segments, named))
            .where(call_events.c.call_id == call_id, call_events.c.number > after)
            .order_by(call_events.c.number)
        )
        rows = await self._rows(statement)
        return await asyncio.to_thread(lambda: [_event(row) for row in rows])  # numbers are read in each

    async def end(self, call_id: str, at: datetime) -> CallEvent | None:
        """See the port."""

        async def work(connection: AsyncConnection) -> CallEvent | None:
            await _hold(connection, call_id)
            kept = calls.c.keep_audio & _kept_proof["audio"].as_boolean() & _kept_proof["agreed"].as_boolean()
            statement = (
                update(calls)
                .where(calls.c.id == call_id, calls.c.ended.is_(None))
                .values(ended=at, keep_audio=kept)
                .returning(calls.c.id)
            )
            if (await connection.execute(statement)).one_or_none() is None:
                return None
            return CallEvent(await _store_event(connection, call_id, "ended", {}), "ended", {})

        return await self._database.run(work)

    async def drop_audio(self, call_id: str) -> None:
        """See the port."""
        await self._update(call_id, {"keep_audio": False})

    async def sound_wanted(self, call_ids: Collection[str]) -> dict[str, bool]:
        """See the port."""
        wanted = (calls.c.ended.is_(None) | calls.c.keep_audio).label("wanted")
        among = calls.c.id == any_(literal(list(call_ids), ARRAY(String)))
        return {row.id: row.wanted for row in await self._rows(select(calls.c.id, wanted).where(among))}

    async def with_old_audio(self, before: datetime) -> list[str]:
        """See the port."""
        old = select(calls.c.id).where(calls.c.ended < before, calls.c.keep_audio).order_by(calls.c.id)
        return [row.id for row in await self._rows(old)]

    async def forget(self, before: datetime) -> list[str]:
        """See the port."""
        statement = delete(calls).where(calls.c.ended < before).returning(calls.c.id)
        return sorted(row.id for row in await self._rows(statement))

    async def _rows(self, statement: Any) -> Any:
        return await self._database.run(lambda connection: connection.execute(statement))

    async def _update(self, call_id: str, values: dict[str, Any]) -> Row[Any]:
        statement = update(calls).where(calls.c.id == call_id).values(values).returning(calls)
        row: Row[Any] | None = (await self._rows(statement)).one_or_none()
        if row is None:
            raise CallNotFound(call_id)
        return row


async def _hold(connection: AsyncConnection, call_id: str) -> None:
    """Keep the call until the transaction ends, so that its events appear in the order of their numbers."""
    row = await connection.execute(select(calls.c.id).where(calls.c.id == call_id).with_for_update())
    if row.one_or_none() is None:
        raise CallNotFound(call_id)


async def _store_event(connection: AsyncConnection, call_id: str, kind: EventKind, body: Body) -> int:
    """The number it got. The call is held."""
    counted = update(calls).where(calls.c.id == call_id).values(events=calls.c.events + 1).returning(calls.c.events)
    number = int((await connection.execute(counted)).scalar_one())
    values = {"call_id": call_id, "number": number, "kind": kind, "body": dict(body)}
    await connection.execute(insert(call_events).values(values))
    return number


def _event(row: Row[Any]) -> CallEvent:
    """A ``final`` with what was said."""
    return CallEvent(row.event, row.kind, said_to_json(_said(row)) if row.kind == "final" else row.body)


def _said(row: Row[Any]) -> Said:
    segment = Segment(row.number, row.language, words_of_json(row.words))
    return Said(row.track, segment, frozenset(row.asked), tuple(segment_of_json(one) for one in row.before))


def _columns(call: Call) -> dict[str, Any]:
    values = {name: getattr(call, name) for name in Call.__dataclass_fields__}
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
