"""Consultations on PostgreSQL."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.errors import ConsultationNotFound, HandOffNotFound
from tools.queues import consulting
from tools.queues.consultations import Consultation, Enquiry, StaffLine
from tools.queues.floor import Presence, Standing
from tools.queues.round import heard
from tools.store.database import Database
from tools.store.floor_changes import FloorChanges, all_presences
from tools.store.floor_schema import consultations, hand_offs
from tools.store.hand_off_rows import load_agent, load_hand_off, standing_of

_LASTING = consultations.c.state.in_(("asked", "open"))
Step = Callable[[Consultation, Sequence[Presence], datetime], Consultation]


class PostgresConsultations:
    """Implements ``Consultations`` beside ``PostgresFloor``. ``units``: those that may be asked."""

    def __init__(self, database: Database, changes: FloorChanges, units: Collection[str]) -> None:
        self._database, self._changes, self._units = database, changes, frozenset(units)

    async def ask(self, hand_off_id: str, who: str, question: Enquiry) -> Consultation:
        """See the port."""

        async def work(connection: AsyncConnection) -> Consultation:
            now = await self._changes.begin(connection)
            name = consulting.name_of(hand_off_id, who, question.key)
            if (before := await _one(connection, consultations.c.id == name)) is not None:
                return before
            standing = await _standing(connection, hand_off_id)
            present = heard(await all_presences(connection), now)
            kind = consulting.kind_of(question.to, self._units, present)
            new = consulting.asked(standing, who, question, (kind, present), now)
            for one in await _all(connection, _LASTING & (consultations.c.hand_off_id == hand_off_id)):
                await self._store(connection, replace(one, state="ended", since=now))
            await self._store(connection, new, asked_at=now)
            return new

        return await self._database.run(work)

    async def take(self, consultation_id: str, who: str) -> Consultation:
        """See the port."""
        return await self._step(
            consultation_id, lambda one, present, now: consulting.taken(one, who, present, now)
        )  # fmt: skip

    async def decline(self, consultation_id: str, who: str) -> Consultation:
        """See the port."""
        return await self._step(
            consultation_id, lambda one, present, now: consulting.declined(one, who, present, now)
        )  # fmt: skip

    async def say(self, consultation_id: str, who: str, text: str, key: str) -> Consultation:
        """See the port."""
        return await self._step(consultation_id, lambda one, _, now: consulting.said(one, who, text, key, now))

    async def end(self, consultation_id: str, who: str) -> Consultation:
        """See the port."""
        return await self._step(consultation_id, lambda one, _, now: consulting.ended(one, who, now))

    async def settle(self) -> None:
        """See the port. The floor is locked only while one lasts."""

        async def work(connection: AsyncConnection) -> None:
            if not await _all(connection, _LASTING):
                return
            now = await self._changes.begin(connection)
            present = heard(await all_presences(connection), now)
            for one in await _all(connection, _LASTING):
                standing = await _standing(connection, one.hand_off.id)
                after = consulting.settled(one, standing, present, now)
                if after != one:
                    await self._store(connection, after)

        await self._database.run(work)

    async def current(self) -> tuple[Consultation, ...]:
        """See the port."""
        held = (hand_offs.c.state == "held") & (hand_offs.c.who == consultations.c.asker["who"].astext)
        return tuple(await self._database.run(lambda connection: _all(connection, _LASTING | held)))

    async def of_hand_off(self, hand_off_id: str) -> tuple[Consultation, ...]:
        """See the port."""
        this = consultations.c.hand_off_id == hand_off_id
        return tuple(await self._database.run(lambda connection: _all(connection, this)))

    async def of_conversation(self, conversation_id: str) -> Consultation | None:
        """See the port."""
        this = hand_offs.c.body["conversation_id"].astext == conversation_id
        is_open = this & (consultations.c.state == "open")
        return await self._database.run(lambda connection: _one(connection, is_open))

    async def _step(self, consultation_id: str, step: Step) -> Consultation:
        async def work(connection: AsyncConnection) -> Consultation:
            now = await self._changes.begin(connection)
            before = await _one(connection, consultations.c.id == consultation_id)
            if before is None:
                raise ConsultationNotFound(consultation_id)
            after = step(before, heard(await all_presences(connection), now), now)
            if after != before:
                await self._store(connection, after)
            return after

        return await self._database.run(work)

    async def _store(self, connection: AsyncConnection, one: Consultation, **columns: Any) -> None:
        row = {**_row(one), "asked_at": one.since, **columns}
        stored = insert(consultations).values(row)
        changed = {name: stored.excluded[name] for name in row if name not in ("id", "asked_at")}
        await connection.execute(stored.on_conflict_do_update(index_elements=["id"], set_=changed))
        await self._changes.publish(connection, {"consultation": one.id})


async def _standing(connection: AsyncConnection, hand_off_id: str) -> Standing:
    standing = await standing_of(connection, hand_off_id)
    if standing is None:
        raise HandOffNotFound(hand_off_id)
    return standing


def _select(which: ColumnElement[bool]) -> Select[Any]:
    table = consultations.c
    mine = [column.label(f"c_{column.name}") for column in table]
    joined = select(hand_offs, *mine).join(consultations, table.hand_off_id == hand_offs.c.id)
    return joined.where(which).order_by(table.asked_at, table.id)


async def _all(connection: AsyncConnection, which: ColumnElement[bool]) -> list[Consultation]:
    return [_load(row) for row in await connection.execute(_select(which))]


async def _one(connection: AsyncConnection, which: ColumnElement[bool]) -> Consultation | None:
    return next(iter(await _all(connection, which)), None)


def _row(one: Consultation) -> dict[str, Any]:
    return {
        "id": one.id,
        "hand_off_id": one.hand_off.id,
        "asker": asdict(one.asker),
        "asked": one.asked,
        "wanted": one.to,
        "state": one.state,
        "since": one.since,
        "colleague": asdict(one.colleague) if one.colleague else None,
        "declined": list(one.declined),
        "lines": [{**asdict(line), "at": line.at.isoformat()} for line in one.lines],
    }


def _load(row: Row[Any]) -> Consultation:
    return Consultation(
        id=row.c_id,
        hand_off=load_hand_off(row),
        asker=load_agent(row.c_asker),
        asked=row.c_asked,
        to=row.c_wanted,
        state=row.c_state,
        since=row.c_since.astimezone(UTC),
        colleague=load_agent(row.c_colleague) if row.c_colleague else None,
        declined=tuple(row.c_declined),
        lines=tuple(StaffLine(**{**line, "at": datetime.fromisoformat(line["at"])}) for line in row.c_lines),
    )
