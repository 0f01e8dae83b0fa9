"""The timelines of citizens on PostgreSQL, and the imports that fill them."""

from collections.abc import Sequence
from typing import Any

import psycopg
from sqlalchemy import select, text, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.appointments.keys import Pseudonym
from tools.citizens.imports import ImportProgress
from tools.citizens.timeline import OWN, Interaction, TimelinePage, TimelinePlace
from tools.store.citizen_rows import LOCK_PERSON, interaction_of, promises_json
from tools.store.citizens_schema import interaction_imports, interactions
from tools.store.database import Database

_COLUMNS = (
    "system", "reference", "person_key", "at", "channel", "need", "outcome", "summary", "appointment", "agent",
    "case_name", "placed",
)  # fmt: skip
_NAMED = ", ".join(_COLUMNS)
_NEW = [name for name in _COLUMNS if name not in ("system", "reference")]
_TOLD = [name for name in _NEW if name != "placed"]
_STAYS_IN_CASE = """
    CASE WHEN (interactions.person_key, interactions.case_name)
        IS NOT DISTINCT FROM (excluded.person_key, excluded.case_name) THEN interactions.case_id END
"""
"""What turns out to be somebody else's leaves the case; the rest stays in it, and is looked at again."""

_STAGE = text("""
    CREATE TEMPORARY TABLE staged (
        number integer, system text, reference text, person_key text, at timestamptz, channel text,
        need text, outcome text, summary text, appointment text, agent text, case_name text, placed boolean
    ) ON COMMIT DROP
""")
_COPY = f"COPY staged (number, {_NAMED}) FROM STDIN"
_MERGE = text(f"""
    INSERT INTO interactions ({_NAMED})
    SELECT DISTINCT ON (system, reference) {_NAMED} FROM staged ORDER BY system, reference, number DESC
    ON CONFLICT (system, reference) DO UPDATE
    SET ({", ".join(_NEW)}, case_id) = ROW ({", ".join(f"excluded.{n}" for n in _NEW)}, {_STAYS_IN_CASE})
    WHERE ({", ".join(f"interactions.{n}" for n in _TOLD)})
        IS DISTINCT FROM ({", ".join(f"excluded.{n}" for n in _TOLD)})
""")
"""What is there already as it comes is not written again: a file taken in twice costs the disk nothing."""
_FORGET = (
    text("DELETE FROM interactions WHERE person_key = :person"),
    text("DELETE FROM cases WHERE person_key = :person"),
)


class PostgresTimelines:
    """Implements ``Timelines``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, interaction: Interaction) -> None:
        """See the port."""
        values = dict(zip(_COLUMNS, _row(interaction), strict=True))
        kept = insert(interactions).values(**values, promises=promises_json(interaction.promises))
        last = {name: kept.excluded[name] for name in (*_NEW, "promises")} | {"case_id": text(_STAYS_IN_CASE)}
        statement = kept.on_conflict_do_update(index_elements=["system", "reference"], set_=last)
        await self._database.run(lambda connection: connection.execute(statement))

    async def page(self, person: Pseudonym, limit: int = 50, after: str | None = None) -> TimelinePage:
        """See the port."""
        columns = interactions.c
        statement = select(interactions).where(columns.person_key == str(person))
        if after is not None:
            place = TimelinePlace.parse(after)
            statement = statement.where(tuple_(columns.at, columns.id) < (place.at, place.id))
        statement = statement.order_by(columns.at.desc(), columns.id.desc()).limit(limit + 1)
        rows = (await self._database.run(lambda connection: connection.execute(statement))).all()
        shown = rows[:limit]
        more = TimelinePlace(shown[-1].at, shown[-1].id).cursor() if len(rows) > limit else None
        return TimelinePage(tuple(interaction_of(row) for row in shown), more)

    async def forget(self, person: Pseudonym) -> None:
        """See the port."""

        async def work(connection: AsyncConnection) -> None:
            await connection.execute(LOCK_PERSON, {"person": str(person)})
            for statement in _FORGET:
                await connection.execute(statement, {"person": str(person)})

        await self._database.run(work)


class PostgresInteractionImports:
    """Implements ``InteractionImports``: rows go through a table that lives as long as their transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def progress(self, file: str) -> ImportProgress:
        """See the port."""
        statement = select(interaction_imports).where(interaction_imports.c.file == file)
        row = (await self._database.run(lambda connection: connection.execute(statement))).one_or_none()
        return ImportProgress() if row is None else ImportProgress(row.lines, row.rejected, row.finished)

    async def take_in(self, file: str, batch: Sequence[Interaction], progress: ImportProgress) -> None:
        """See the port."""
        come = {"lines": progress.lines, "rejected": progress.rejected, "finished": progress.finished}
        kept = insert(interaction_imports).values(file=file, **come)
        statement = kept.on_conflict_do_update(index_elements=["file"], set_=come)

        async def work(connection: AsyncConnection) -> None:
            await connection.execute(_STAGE)
            await _copy(connection, batch)
            await connection.execute(_MERGE)
            await connection.execute(statement)

        await self._database.run(work)


async def _copy(connection: AsyncConnection, batch: Sequence[Interaction]) -> None:
    """Through the connection's driver, in its transaction."""
    driver = (await connection.get_raw_connection()).driver_connection
    assert isinstance(driver, psycopg.AsyncConnection)
    async with driver.cursor() as cursor, cursor.copy(_COPY) as copy:
        for number, interaction in enumerate(batch):
            await copy.write_row((number, *_row(interaction)))


def _row(interaction: Interaction) -> tuple[Any, ...]:
    """Its values in the order of ``_COLUMNS``. What joins no case for certain need not be looked at."""
    one = interaction
    person = None if one.person is None else str(one.person)
    placed = one.system != OWN and one.case_name is None
    return (
        one.system, one.reference, person, one.at, one.channel,
        one.need, one.outcome, one.summary, one.appointment, one.agent, one.case_name, placed,
    )  # fmt: skip
