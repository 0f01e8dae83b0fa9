"""Events of seats, for integrators that follow them: an outbox apart from the log of contacts.

It is no part of ``tools.contacts``: a seat is held and booked by several contacts, or by none (the desk, a closure, the
waiting list), all seats are read as one stream in the order of their transactions, and events live for 90 days, longer
than a chat. Each is written in the transaction that changes the seat.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import text

from knowledge.channels import Channel
from tools.store.database import Database

EventKind = Literal["held", "released", "offered", "booked", "moved", "cancelled"]

# A transaction that began earlier may still write: only events that none of them can precede are shown.
_AFTER = text("""
    SELECT * FROM appointment_events
    WHERE (transaction, id) > (:transaction, :id)
      AND transaction < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
    ORDER BY transaction, id LIMIT :limit
""")

_START = "0-0"


@dataclass(frozen=True, slots=True)
class AppointmentEvent:
    """``subject``: a pseudonym of the hold or appointment. ``cursor``: where to read on from.

    A hold that runs out makes no event: its end is known from the start.
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
    """Reads the outbox. A follower stores the last cursor and asks again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def after(self, cursor: str | None, limit: int = 100) -> list[AppointmentEvent]:
        """Events after the cursor, in order. Raises ValueError for a wrong cursor, ToolUnavailable."""
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
