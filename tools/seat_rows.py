"""Slots as rows of the store, and the wishes of those who wait for one."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncConnection

from knowledge.needs import Channel
from tools.appointments import Slot, SlotQuery

_WISHES = text("""
    SELECT DISTINCT not_before, not_after, part_of_day FROM waiting_list
    WHERE office_id = :office AND channel = :channel AND status = 'waiting'
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


async def wishes(connection: AsyncConnection, office_id: str, channel: Channel) -> list[SlotQuery]:
    """What people in the line of an office and channel wait for, each wish once."""
    rows = await connection.execute(_WISHES, {"office": office_id, "channel": channel})
    return [SlotQuery(office_id, "", channel, row.not_before, row.not_after, row.part_of_day) for row in rows]
