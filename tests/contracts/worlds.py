"""The small world that every appointment book is tried in: three offices, a few desks, one morning of November."""

from dataclasses import replace
from datetime import UTC, datetime

from tests import shipped
from tools.appointments.slots import BookingRules, SlotSpace
from tools.offices.offices import Office

NOW = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)


def small_offices(desks: int = 3) -> dict[str, Office]:
    offices = shipped.offices()
    return {name: replace(offices[name], desks=desks) for name in ("inss-28", "inss-35", "ism-15")}


def small_world(desks: int = 3, rules: BookingRules | None = None) -> SlotSpace:
    return SlotSpace(small_offices(desks), shipped.calendar(), rules or BookingRules())
