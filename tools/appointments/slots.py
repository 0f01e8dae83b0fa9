"""Slots: not rows but a rule. Opening hours × calendar × booking window, and an id that is a hash of what it names."""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from knowledge.channels import Channel
from tools.appointments.fairness import NO_LIMITS, Delay, HoldLimits, at_once
from tools.errors import UnknownSlot
from tools.offices.calendar import Calendar
from tools.offices.offices import BookingWindow, Office
from tools.offices.slots import Slot, SlotQuery

_NOON = 14  # the hour at which the morning ends in Spain


@dataclass(frozen=True, slots=True)
class BookingRules:
    """When one may book. The values are the project's own examples: the official ones are not published."""

    notice: timedelta = timedelta(hours=2)
    """A slot nearer than this is not offered, unless office or service say otherwise."""
    days_ahead: int = 30
    """The last day offered, counted from today in the office's time zone, unless office or service say otherwise."""
    hold: timedelta = timedelta(minutes=10)
    """The time a seat is kept for a conversation."""
    limits: HoldLimits = NO_LIMITS
    """The seats that a person or an origin may keep."""
    delay: Delay = at_once
    """The time a released seat stays hidden from all but the waiting list."""


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

    @property
    def offices(self) -> Mapping[str, Office]:
        """By id."""
        return self._offices

    def office(self, office_id: str) -> Office | None:
        """The office, if there is one."""
        return self._offices.get(office_id)

    def desks(self, slot: Slot) -> int:
        """The number of seats of a slot."""
        return self._offices[slot.office_id].capacity(slot.channel)

    def on(self, office_id: str, day: date) -> tuple[Slot, ...]:
        """Every slot of an office's day, in time order, whether it can still be booked or not."""
        office = self._offices.get(office_id)
        return () if office is None else self._day(office, day)

    def matching(self, query: SlotQuery, now: datetime) -> list[Slot]:
        """Slots that answer a query, taken or not, in time order; empty for an office or service that is not there."""
        office = self._offices.get(query.office_id)
        if office is None or query.channel not in office.channels or query.service not in office.services:
            return []
        span = self._span(office, office.window_for(query.service), now)
        first, last = max(span.first, query.not_before or span.first), min(span.last, query.not_after or span.last)
        return [
            slot
            for day in _days_between(first, last)
            for slot in self._day(office, day)
            if slot.channel == query.channel and slot.starts_at >= span.soonest and _in_part(slot, query)
        ]

    def resolve(self, identifier: str, now: datetime) -> Slot:
        """The slot with that id. Raises UnknownSlot when none has it, or it is no longer bookable.

        A slot that was offered may be held while the person thinks: the notice is shorter here by the length of a hold.
        The service is not known yet, so the widest window of the office counts.
        """
        slot = self._by_id.get(identifier) or self._search(identifier, now)
        if slot is None or not self._is_bookable(slot, now):
            raise UnknownSlot("no bookable slot has that id")
        return slot

    def serves(self, slot: Slot, service: str) -> bool:
        """Whether the office of the slot attends to the service; one that is not there attends to none."""
        office = self._offices.get(slot.office_id)
        return office is not None and service in office.services

    def suits(self, slot: Slot, wish: SlotQuery, now: datetime) -> bool:
        """Whether the slot is ``wanted``; when the wish names a service, also whether it can be booked for it."""
        office = self._offices.get(slot.office_id)
        if office is None or not matches_query(slot, wish) or not wish.service:
            return office is not None and matches_query(slot, wish)
        span = self._span(office, office.window_for(wish.service), now)
        bookable = span.soonest <= slot.starts_at and slot.starts_at.date() <= span.last
        return bookable and wish.service in office.services

    def _search(self, identifier: str, now: datetime) -> Slot | None:
        """Works out the whole window, which costs a fraction of a second once a day and process."""
        self._forget_before(now.date() - timedelta(days=2))
        for office in self._offices.values():
            span = self._widest(office, now)
            for day in _days_between(span.first, span.last):
                self._day(office, day)
        return self._by_id.get(identifier)

    def _forget_before(self, day: date) -> None:
        for key in [key for key in self._days if key[1] < day]:
            for slot in self._days.pop(key):
                self._by_id.pop(slot.id, None)

    def _span(self, office: Office, window: BookingWindow, now: datetime) -> "_Span":
        known = window.within(BookingWindow(self.rules.notice, self.rules.days_ahead))
        today = now.astimezone(ZoneInfo(office.timezone)).date()
        return _Span(now + (known.notice or timedelta()), today, today + timedelta(days=known.days_ahead or 0))

    def _widest(self, office: Office, now: datetime) -> "_Span":
        spans = [self._span(office, office.window_for(service), now) for service in office.services]
        return _Span(min(s.soonest for s in spans), spans[0].first, max(s.last for s in spans))

    def _is_bookable(self, slot: Slot, now: datetime) -> bool:
        span = self._widest(self._offices[slot.office_id], now)
        return slot.starts_at >= max(now, span.soonest - self.rules.hold) and slot.starts_at.date() <= span.last

    def _day(self, office: Office, day: date) -> tuple[Slot, ...]:
        key = (office.id, day)
        if key not in self._days:
            self._days[key] = tuple(_slots_of(office, day)) if self._calendar.is_open(office, day) else ()
            self._by_id.update({slot.id: slot for slot in self._days[key]})
        return self._days[key]


@dataclass(frozen=True, slots=True)
class _Span:
    """The slots that can be booked now: not before ``soonest``, on days from ``first`` to ``last``."""

    soonest: datetime
    first: date
    last: date


def _slots_of(office: Office, day: date) -> Iterator[Slot]:
    """Steps are real minutes, so that the night on which the clocks change has neither a double nor a missing hour."""
    zone, step = ZoneInfo(office.timezone), timedelta(minutes=office.slot_minutes)
    for hours in office.hours_on(day.weekday()):
        start = datetime.combine(day, hours.opens, zone).astimezone(UTC)
        end = datetime.combine(day, hours.closes, zone).astimezone(UTC)
        while start + step <= end:
            local = start.astimezone(zone)
            for channel in office.channels:
                yield Slot(slot_id(office.id, channel, local), office.id, channel, local, office.slot_minutes)
            start += step


def _days_between(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


def matches_query(slot: Slot, query: SlotQuery) -> bool:
    """Whether the slot is one of those the query asks for, services aside: desks attend to every service."""
    if (slot.office_id, slot.channel) != (query.office_id, query.channel):
        return False
    day = slot.starts_at.date()
    return (query.not_before or day) <= day <= (query.not_after or day) and _in_part(slot, query)


def _in_part(slot: Slot, query: SlotQuery) -> bool:
    return query.part_of_day is None or is_morning(slot) == (query.part_of_day == "morning")


def is_morning(slot: Slot) -> bool:
    """In office time."""
    return slot.starts_at.hour < _NOON


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
