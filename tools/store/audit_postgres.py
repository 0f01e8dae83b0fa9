"""The audit trail on PostgreSQL, where a trigger refuses to alter or delete an entry."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.audit import Action, Actor, AuditEntry, AuditQuery, AuditRecord, Outcome
from tools.clock import LocalClock
from tools.ids import IdSource, RandomIds
from tools.store.database import Database
from tools.store.schema import audit

_RESULT = audit.alias()
_ENDED = select(_RESULT.c.id).where(_RESULT.c.deed_id == audit.c.deed_id, _RESULT.c.outcome != "begun").exists()
_UNFINISHED = select(audit).where(audit.c.outcome == "begun", ~_ENDED).order_by(audit.c.id)


class PostgresAuditTrail:
    """Writes and reads entries. Every method may raise ToolUnavailable."""

    def __init__(self, database: Database, clock: LocalClock, ids: IdSource | None = None) -> None:
        self._database, self._clock, self._ids = database, clock, ids or RandomIds()

    async def begin(self, actor: Actor, record: AuditRecord) -> str:
        """Say what is about to happen; returns the id that its result goes under."""
        deed_id = self._ids.token()
        await self._database.run(lambda connection: self.write(connection, deed_id, actor, "begun", record))
        return deed_id

    async def note(self, actor: Actor, record: AuditRecord) -> None:
        """Something that changes nothing, such as a look at an appointment."""
        deed_id = self._ids.token()
        await self._database.run(lambda connection: self.write(connection, deed_id, actor, "done", record))

    async def refuse(self, deed_id: str, actor: Actor, record: AuditRecord) -> None:
        """It was not done."""
        await self._database.run(lambda connection: self.write(connection, deed_id, actor, "refused", record))

    async def finish(self, deed_id: str, actor: Actor, record: AuditRecord) -> None:
        """It was done, with what came of it."""
        await self._database.run(lambda connection: self.write(connection, deed_id, actor, "done", record))

    async def write(
        self, connection: AsyncConnection, deed_id: str, actor: Actor, outcome: Outcome, record: AuditRecord
    ) -> bool:
        """In the caller's transaction. A change has one result: False when it was there already."""
        values = {
            "deed_id": deed_id,
            "at": self._clock(),
            "who": actor.who,
            "role": actor.role,
            "reason": actor.reason,
            "outcome": outcome,
            "action": record.action,
            "office_id": record.office_id,
            "appointment_id": record.appointment_id,
            "before": record.before and dict(record.before),
            "after": record.after and dict(record.after),
        }
        statement = insert(audit).values(values).on_conflict_do_nothing().returning(audit.c.id)
        return (await connection.execute(statement)).one_or_none() is not None

    async def find(self, query: AuditQuery) -> list[AuditEntry]:
        """The newest first."""
        columns = audit.c
        statement = select(audit).where(columns.at >= self._begin(query.since), columns.at < self._end(query.until))
        for name in ("who", "office_id", "appointment_id"):
            if (wanted := getattr(query, name)) is not None:
                statement = statement.where(columns[name] == wanted)
        if query.before_id is not None:
            statement = statement.where(columns.id < query.before_id)
        statement = statement.order_by(columns.id.desc()).limit(query.limit)
        return await self._read(statement)

    async def looked_up(self, who: str, citizen: str, since: datetime) -> bool:
        """Whether that member of staff has looked that citizen up since then, and so gave a reason."""
        columns = audit.c
        theirs = columns.who == who, columns.action == "find", columns.after["citizen"].astext == citizen
        statement = select(columns.id).where(columns.at >= since, *theirs).limit(1)
        return (await self._database.run(lambda connection: connection.execute(statement))).one_or_none() is not None

    async def unfinished(self, office_id: str, action: Action) -> list[AuditEntry]:
        """Changes of an office that have begun and have no result, the oldest first."""
        return await self._read(_UNFINISHED.where(audit.c.office_id == office_id, audit.c.action == action))

    async def unfinished_between(self, since: datetime, until: datetime, actions: Sequence[Action]) -> list[AuditEntry]:
        """The same of all offices, begun in that time (both ends included)."""
        begun = audit.c.at.between(since, until)
        return await self._read(_UNFINISHED.where(begun, audit.c.action.in_(actions)))

    async def other_done(self, connection: AsyncConnection, deed_id: str, record: AuditRecord) -> bool:
        """Whether another change did the same to the same appointment."""
        columns = audit.c
        same = columns.action == record.action, columns.appointment_id == record.appointment_id
        done = select(columns.id).where(*same, columns.outcome == "done", columns.deed_id != deed_id).limit(1)
        return (await connection.execute(done)).one_or_none() is not None

    async def begun_with(self, key: str) -> AuditEntry | None:
        """The last booking that began with an idempotency key (its hash, in ``after``) and was not refused."""
        result = audit.alias()
        refused = select(result.c.id).where(result.c.deed_id == audit.c.deed_id, result.c.outcome == "refused").exists()
        statement = (
            select(audit)
            .where(audit.c.action == "book", audit.c.outcome == "begun", audit.c.after["key"].astext == key, ~refused)
            .order_by(audit.c.id.desc())
            .limit(1)
        )
        row = (await self._database.run(lambda connection: connection.execute(statement))).one_or_none()
        return None if row is None else _entry(row)

    async def _read(self, statement: Select[Any]) -> list[AuditEntry]:
        return [_entry(row) for row in await self._database.run(lambda connection: connection.execute(statement))]

    def _begin(self, day: date) -> datetime:
        return self._clock.midnight(max(day, date(1970, 1, 2)))

    def _end(self, day: date) -> datetime:
        return self._clock.midnight(min(day, date(9999, 12, 30)) + timedelta(days=1))


def _entry(row: Row[Any]) -> AuditEntry:
    return AuditEntry(
        id=row.id,
        deed_id=row.deed_id,
        at=row.at.astimezone(UTC),
        actor=Actor(row.who, row.role, row.reason),
        outcome=row.outcome,
        record=AuditRecord(row.action, row.office_id, row.appointment_id, row.before, row.after),
    )
