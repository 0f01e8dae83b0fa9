"""The appointments in the database: the only witness of a booking."""

from dataclasses import asdict, dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.appointments.keys import person_key
from tools.store.database import Database
from tools.store.schema import appointments, seats


@dataclass(frozen=True, slots=True)
class Row:
    """A stored appointment. ``person``: name of the owner of its document, or ``stranger``; ``start``: office time."""

    person: str
    office: str
    service: str
    channel: str
    start: str
    status: str

    def plain(self) -> dict[str, str]:
        """Plain values for the log."""
        return asdict(self)


class Ledger:
    """Reads and empties the appointments of a test database. Raises ToolUnavailable."""

    def __init__(self, database: Database, secret: bytes) -> None:
        self._database, self._secret = database, secret

    async def rows(self, people: dict[str, str]) -> list[Row]:
        """All appointments; ``people`` maps documents to names."""
        names = {person_key(document, self._secret): name for document, name in people.items()}

        async def look(connection: AsyncConnection) -> list[Any]:
            return list((await connection.execute(select(appointments).order_by(appointments.c.starts_at))).mappings())

        return [_row(found, names) for found in await self._database.run(look)]

    async def booked_seats(self) -> int:
        """Number of booked seats; it equals the booked appointments, or something was lost."""

        async def look(connection: AsyncConnection) -> int:
            found = await connection.execute(select(seats.c.slot_id).where(seats.c.state == "booked"))
            return len(found.all())

        return await self._database.run(look)

    async def clear(self) -> None:
        """Delete all appointments and holds, so that every conversation meets the same free slots."""

        async def empty(connection: AsyncConnection) -> None:
            await connection.execute(delete(seats))
            await connection.execute(delete(appointments))

        await self._database.run(empty)


def _row(found: Any, names: dict[str, str]) -> Row:
    start = found["starts_at"].astimezone(ZoneInfo(found["timezone"]))
    return Row(
        person=names.get(found["person_key"], "stranger"),
        office=found["office_id"],
        service=found["service"],
        channel=found["channel"],
        start=start.isoformat(),
        status=found["status"],
    )
