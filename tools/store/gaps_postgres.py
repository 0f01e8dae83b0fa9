"""The log of gaps on PostgreSQL."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.dialects.postgresql import insert

from tools.gaps.gaps import Gap, GapQuery
from tools.store import schema
from tools.store.database import Database


class PostgresGapLog:
    """Implements ``GapLog``. ``new_id`` gives random ids, that tell nothing of the order of arrival."""

    def __init__(self, database: Database, new_id: Callable[[], str]) -> None:
        self._database, self._new_id = database, new_id

    async def add(self, gap: Gap) -> None:
        """See the port."""
        statement = insert(schema.gaps).values(id=self._new_id(), **asdict(gap)).on_conflict_do_nothing()
        await self._database.run(lambda connection: connection.execute(statement))

    async def find(self, query: GapQuery) -> list[Gap]:
        """See the port."""
        statement = select(schema.gaps)
        if query.since is not None:
            statement = statement.where(schema.gaps.c.day >= query.since)
        if query.until is not None:
            statement = statement.where(schema.gaps.c.day <= query.until)
        if query.language is not None:
            statement = statement.where(schema.gaps.c.language == query.language)
        rows = await self._database.run(lambda connection: connection.execute(statement))
        return sorted(map(_gap, rows), key=lambda gap: (gap.day, gap.text))  # here: a collation sorts otherwise

    async def forget(self, until: date) -> None:
        """See the port."""
        statement = delete(schema.gaps).where(schema.gaps.c.day <= until)
        await self._database.run(lambda connection: connection.execute(statement))


def _gap(row: Row[Any]) -> Gap:
    fields = dict(row._mapping)
    del fields["id"]
    return Gap(**fields)
