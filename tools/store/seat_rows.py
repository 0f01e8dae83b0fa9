"""Slots as rows of the store, and the wishes of people who have priority."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncConnection

from knowledge.channels import Channel
from tools.offices.slots import Slot, SlotQuery

_AHEAD = text("""
    SELECT DISTINCT service, not_before, not_after, part_of_day, CAST(NULL AS date) AS closed FROM waiting_list
    WHERE office_id = :office AND channel = :channel AND status = 'waiting'
    UNION ALL
    SELECT NULL, NULL, NULL, NULL, day FROM closures WHERE office_id = :office AND day >= :since
""")
"""A part of every hold, so it needs no join."""

_CLOSED = text("SELECT day FROM closures WHERE office_id = :office AND day >= :since")

_LEFT = text("""
    SELECT DISTINCT appointments.service FROM seats
    JOIN appointments ON appointments.id = seats.appointment_id AND appointments.status = 'booked'
    WHERE seats.office_id = :office AND seats.channel = :channel AND seats.starts_at > :now
      AND seats.starts_at >= CAST(:first AS date) - 1 AND seats.starts_at < CAST(:last AS date) + 2
      AND (seats.starts_at AT TIME ZONE seats.timezone)::date = ANY(:days)
""")


def placed(slot: Slot) -> dict[str, Any]:
    """The columns that identify a slot."""
    return {
        "slot": slot.id,
        "office": slot.office_id,
        "channel": slot.channel,
        "starts_at": slot.starts_at,
        "ends_at": slot.ends_at,
        "timezone": str(slot.starts_at.tzinfo),
    }


def slot_of(row: Row[Any]) -> Slot:
    """The slot of a row of seats or of appointments."""
    starts_at: datetime = row.starts_at.astimezone(UTC)  # the time zone of the session may have summer time
    return Slot(
        id=row.slot_id,
        office_id=row.office_id,
        channel=row.channel,
        starts_at=starts_at.astimezone(ZoneInfo(row.timezone)),
        minutes=round((row.ends_at.astimezone(UTC) - starts_at).total_seconds() / 60),
    )


async def wishes(connection: AsyncConnection, office_id: str, channel: Channel, now: datetime) -> list[SlotQuery]:
    """Wishes, at an office and channel, of people with priority over newcomers: each once, for their own service.

    People left on a closed day have priority over the waiting list too.
    """
    ahead = (await connection.execute(_AHEAD, _named(office_id, channel, now))).all()
    waiting = [
        SlotQuery(office_id, row.service, channel, row.not_before, row.not_after, row.part_of_day)
        for row in ahead
        if row.closed is None
    ]
    days = [row.closed for row in ahead if row.closed is not None]
    return waiting + await _left_on(connection, days, _named(office_id, channel, now))


async def wishes_of_closed_days(
    connection: AsyncConnection, office_id: str, channel: Channel, now: datetime
) -> list[SlotQuery]:
    """Wishes of people left on a closed day of an office, each once."""
    named = _named(office_id, channel, now)
    days = (await connection.execute(_CLOSED, named)).scalars().all()
    return await _left_on(connection, days, named)


async def _left_on(connection: AsyncConnection, days: Sequence[date], named: dict[str, Any]) -> list[SlotQuery]:
    if not days:
        return []
    left = await connection.execute(_LEFT, named | {"days": list(days), "first": min(days), "last": max(days)})
    return [SlotQuery(named["office"], row.service, named["channel"]) for row in left]


def _named(office_id: str, channel: Channel, now: datetime) -> dict[str, Any]:
    return {"office": office_id, "channel": channel, "now": now, "since": now.date() - timedelta(days=1)}
