"""What happens to seats, for others to follow: written with it, kept for a while, read in an order that misses none."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import text

from knowledge.content.needs import Channel
from tools.store.database import Database

EventKind = Literal["held", "released", "offered", "booked", "moved", "cancelled"]

# A transaction that began earlier may still write: only what no such transaction can precede is shown.
_AFTER = text("""
    SELECT * FROM appointment_events
    WHERE (transaction, id) > (:transaction, :id)
      AND transaction < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
    ORDER BY transaction, id LIMIT :limit
""")

_START = "0-0"


@dataclass(frozen=True, slots=True)
class AppointmentEvent:
    """One thing that happened. ``subject`` names the hold or the appointment; ``cursor`` asks for what came after.

    A hold that simply runs out is no event: it says when it will from the start.
    """

    cursor: str
    at: datetime
    kind: EventKind
    subject: str
    slot_id: str
    office_id: str
    channel: Channel
    starts_at: datetime


class AppointmentEvents:
    """Reads them. Whoever follows keeps the last cursor and asks again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def after(self, cursor: str | None, limit: int = 100) -> list[AppointmentEvent]:
        """In order, from the one after the cursor on. Raises ValueError for a wrong cursor, ToolUnavailable."""
        transaction, _, number = (cursor or _START).partition("-")
        parameters = {"transaction": int(transaction), "id": int(number), "limit": limit}
        rows = await self._database.run(lambda connection: connection.execute(_AFTER, parameters))
        return [
            AppointmentEvent(
                cursor=f"{row.transaction}-{row.id}",
                at=row.at.astimezone(UTC),
                kind=row.kind,
                subject=row.subject,
                slot_id=row.slot_id,
                office_id=row.office_id,
                channel=row.channel,
                starts_at=row.starts_at.astimezone(UTC),
            )
            for row in rows
        ]
