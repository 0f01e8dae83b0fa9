"""The cases of citizens on PostgreSQL. Those of a person change one after another, in whatever process."""

from collections.abc import Callable, Sequence

from sqlalchemy import exists, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.appointments.keys import Pseudonym
from tools.citizens.cases import Case
from tools.citizens.joining import Joining
from tools.errors import CaseNotFound
from tools.store.citizen_rows import LOCK_PERSON, case_of, case_values, interaction_of
from tools.store.citizens_schema import cases, interactions
from tools.store.database import Database

_UNPLACED = ~interactions.c.placed


class PostgresCases:
    """Implements ``Cases``."""

    def __init__(self, database: Database, joining: Joining) -> None:
        self._database, self._joining = database, joining

    async def settle(self, person: Pseudonym) -> None:
        """See the port."""
        await self._database.run(lambda connection: self._settle(connection, person))

    async def of(self, person: Pseudonym) -> tuple[Case, ...]:
        """See the port."""

        async def work(connection: AsyncConnection) -> tuple[Case, ...]:
            await self._settle(connection, person)
            return await _read(connection, person)

        found = await self._database.run(work)
        return tuple(sorted(found, key=lambda case: (case.state == "open", case.changed_at), reverse=True))

    async def edit(self, person: Pseudonym, case_id: str, change: Callable[[Case], Case]) -> Case:
        """See the port."""

        async def work(connection: AsyncConnection) -> Case:
            await connection.execute(LOCK_PERSON, {"person": str(person)})
            await self._settle(connection, person)
            case = next((case for case in await _read(connection, person) if case.id == case_id), None)
            if case is None:
                raise CaseNotFound(case_id)
            changed = change(case)
            await _keep(connection, [changed])
            return changed

        return await self._database.run(work)

    async def _settle(self, connection: AsyncConnection, person: Pseudonym) -> None:
        """Nothing is locked where nothing is new."""
        new = interactions.c.person_key == str(person), _UNPLACED
        if not (await connection.execute(select(exists().where(*new)))).scalar_one():
            return
        await connection.execute(LOCK_PERSON, {"person": str(person)})
        statement = select(interactions).where(*new).order_by(interactions.c.at, interactions.c.id).with_for_update()
        rows = (await connection.execute(statement)).all()
        known = await _read(connection, person)
        settled = self._joining.settle([interaction_of(row) for row in rows], known)
        await _keep(connection, [case for case in settled.cases if case not in known])
        for row, home in zip(rows, settled.homes, strict=True):
            placed = update(interactions).where(interactions.c.id == row.id).values(placed=True, case_id=home)
            await connection.execute(placed)


async def _read(connection: AsyncConnection, person: Pseudonym) -> tuple[Case, ...]:
    names: dict[str, list[tuple[str, str]]] = {}
    columns = interactions.c
    joined = (
        select(columns.case_id, columns.system, columns.reference)
        .where(columns.person_key == str(person), columns.case_id.is_not(None))
        .order_by(columns.at, columns.id)
    )
    for row in await connection.execute(joined):
        names.setdefault(row.case_id, []).append((row.system, row.reference))
    theirs = await connection.execute(select(cases).where(cases.c.person_key == str(person)))
    return tuple(case_of(row, names.get(row.id, ())) for row in theirs)


async def _keep(connection: AsyncConnection, changed: Sequence[Case]) -> None:
    for case in changed:
        kept = insert(cases).values(case_values(case))
        new = {name: kept.excluded[name] for name in case_values(case) if name not in ("id", "person_key")}
        await connection.execute(kept.on_conflict_do_update(index_elements=["id"], set_=new))
