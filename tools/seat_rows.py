"""Slots as rows of the store, and the wishes of those who come before others."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncConnection

from knowledge.needs import Channel
from tools.appointments import Slot, SlotQuery

_WISHES = text("""
    SELECT DISTINCT '' AS service, not_before, not_after, part_of_day FROM waiting_list
    WHERE office_id = :office AND channel = :channel AND status = 'waiting'
    UNION
    SELECT appointments.service, NULL, NULL, NULL FROM closures
    JOIN seats ON seats.office_id = closures.office_id AND seats.starts_at >= closures.day - 1
     AND seats.starts_at < closures.day + 2 AND (seats.starts_at AT TIME ZONE seats.timezone)::date = closures.day
    JOIN appointments ON appointments.id = seats.appointment_id AND appointments.status = 'booked'
    WHERE closures.office_id = :office AND closures.day >= :since AND seats.channel = :channel
      AND seats.starts_at > :now
""")


def placed(slot: Slot) -> dict[str, Any]:
    """The columns that say which slot it is."""
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
    starts_at: datetime = row.starts_at.astimezone(UTC)  # the session's zone may be one whose hour changes
    return Slot(
        id=row.slot_id,
        office_id=row.office_id,
        channel=row.channel,
        starts_at=starts_at.astimezone(ZoneInfo(row.timezone)),
        minutes=round((row.ends_at.astimezone(UTC) - starts_at).total_seconds() / 60),
    )


async def wishes(connection: AsyncConnection, office_id: str, channel: Channel, now: datetime) -> list[SlotQuery]:
    """What people want of an office and channel who come before newcomers, each wish once.

    Those of the waiting list name no service. Those who are left on a closed day name theirs: it bounds what they can
    be given, and they come before the waiting list.
    """
    named = {"office": office_id, "channel": channel, "now": now, "since": now.date() - timedelta(days=1)}
    rows = await connection.execute(_WISHES, named)
    return [SlotQuery(office_id, row.service, channel, row.not_before, row.not_after, row.part_of_day) for row in rows]
