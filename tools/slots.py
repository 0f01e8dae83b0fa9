"""Slots: not rows but a rule. Opening hours × calendar × booking window, and an id that is a hash of what it names."""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from knowledge.needs import Channel
from tools.appointments import Slot, SlotQuery
from tools.calendar import Calendar
from tools.errors import UnknownSlot
from tools.fairness import NO_LIMITS, Delay, HoldLimits, at_once
from tools.offices import Office

_NOON = 14  # the hour at which the morning ends in Spain


@dataclass(frozen=True, slots=True)
class BookingRules:
    """When one may book. The values are the project's own examples: the official ones are not published."""

    notice: timedelta = timedelta(hours=2)
    """A slot nearer than this is not offered."""
    days_ahead: int = 30
    """The last day offered, counted from today in the office's time zone."""
    hold: timedelta = timedelta(minutes=10)
    """How long a seat is kept for a conversation."""
    limits: HoldLimits = NO_LIMITS
    """How many seats one person, or one origin, may keep."""
    delay: Delay = at_once
    """How long a seat that was let go stays out of sight of all but the waiting list."""


def slot_id(office_id: str, channel: Channel, starts_at: datetime) -> str:
    """``S`` and sixteen letters and digits: the same slot has the same id in every process and on every day."""
    named = f"{office_id}|{channel}|{starts_at.astimezone(UTC).isoformat()}"
    return "S" + base64.b32encode(hashlib.blake2s(named.encode(), digest_size=10).digest()).decode()


class SlotSpace:
    """All slots that exist, worked out by office-day when they are asked for and kept while they can be booked."""

    def __init__(self, offices: Mapping[str, Office], calendar: Calendar, rules: BookingRules) -> None:
        self._offices = offices
        self._calendar = calendar
        self.rules = rules
        self._days: dict[tuple[str, date], tuple[Slot, ...]] = {}
        self._by_id: dict[str, Slot] = {}

    def office(self, office_id: str) -> Office | None:
        """The office, if there is one."""
        return self._offices.get(office_id)

    def desks(self, slot: Slot) -> int:
        """How many people one slot takes."""
        return self._offices[slot.office_id].desks

    def matching(self, query: SlotQuery, now: datetime) -> list[Slot]:
        """Slots that answer a query, taken or not, in time order; empty for an office or service that is not there."""
        office = self._offices.get(query.office_id)
        if office is None or query.channel not in office.channels or query.service not in office.services:
            return []
        first, last = self._window(office, now)
        first, last = max(first, query.not_before or first), min(last, query.not_after or last)
        return [
            slot
            for day in _days_between(first, last)
            for slot in self._day(office, day)
            if slot.channel == query.channel and self._is_bookable(slot, now) and _in_part(slot, query)
        ]

    def resolve(self, identifier: str, now: datetime) -> Slot:
        """The slot with that id. Raises UnknownSlot when none has it, or it is no longer bookable.

        A slot that was offered may be held while the person thinks: the notice is shorter here by the length of a hold.
        """
        slot = self._by_id.get(identifier) or self._search(identifier, now)
        if slot is None or not self._is_bookable(slot, now - min(self.rules.hold, self.rules.notice)):
            raise UnknownSlot("no bookable slot has that id")
        return slot

    def serves(self, slot: Slot, service: str) -> bool:
        """Whether the office of the slot attends to the service."""
        return service in self._offices[slot.office_id].services

    def _search(self, identifier: str, now: datetime) -> Slot | None:
        """Works out the whole window, which costs a fraction of a second once a day and process."""
        self._forget_before(now.date() - timedelta(days=2))
        for office in self._offices.values():
            for day in _days_between(*self._window(office, now)):
                self._day(office, day)
        return self._by_id.get(identifier)

    def _forget_before(self, day: date) -> None:
        for key in [key for key in self._days if key[1] < day]:
            for slot in self._days.pop(key):
                self._by_id.pop(slot.id, None)

    def _window(self, office: Office, now: datetime) -> tuple[date, date]:
        today = now.astimezone(ZoneInfo(office.timezone)).date()
        return today, today + timedelta(days=self.rules.days_ahead)

    def _is_bookable(self, slot: Slot, now: datetime) -> bool:
        last = self._window(self._offices[slot.office_id], now)[1]
        return slot.starts_at >= now + self.rules.notice and slot.starts_at.date() <= last

    def _day(self, office: Office, day: date) -> tuple[Slot, ...]:
        key = (office.id, day)
        if key not in self._days:
            self._days[key] = tuple(_slots_of(office, day)) if self._calendar.is_open(office, day) else ()
            self._by_id.update({slot.id: slot for slot in self._days[key]})
        return self._days[key]


def _slots_of(office: Office, day: date) -> Iterator[Slot]:
    """In steps of time that passes: where the hour changes, one that is skipped has no slots and one that comes twice
    has twice as many.
    """
    zone = ZoneInfo(office.timezone)
    moment, closes = (datetime.combine(day, at, zone).astimezone(UTC) for at in (office.opens, office.closes))
    step = timedelta(minutes=office.slot_minutes)
    while moment + step <= closes:
        start = moment.astimezone(zone)
        for channel in office.channels:
            yield Slot(slot_id(office.id, channel, start), office.id, channel, start, office.slot_minutes)
        moment += step


def _days_between(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


def wanted(slot: Slot, query: SlotQuery) -> bool:
    """Whether the slot is one of those the query asks for, services aside: desks attend to every service."""
    if (slot.office_id, slot.channel) != (query.office_id, query.channel):
        return False
    day = slot.starts_at.date()
    return (query.not_before or day) <= day <= (query.not_after or day) and _in_part(slot, query)


def _in_part(slot: Slot, query: SlotQuery) -> bool:
    return query.part_of_day is None or (slot.starts_at.hour < _NOON) == (query.part_of_day == "morning")


def spread(free: list[Slot], limit: int) -> list[Slot]:
    """At most ``limit`` of the free slots, in time order: first one of each day, then more of the days there are."""
    by_day: dict[date, list[Slot]] = {}
    for slot in free:
        by_day.setdefault(slot.starts_at.date(), []).append(slot)
    days = list(by_day.values())
    shares = [0] * len(days)
    for _ in range(min(limit, len(free))):
        wanting = [index for index, slots in enumerate(days) if shares[index] < len(slots)]
        shares[min(wanting, key=lambda index: (shares[index], index))] += 1
    return [
        slots[step * len(slots) // share] for slots, share in zip(days, shares, strict=True) for step in range(share)
    ]
