"""A crowd for a scarce supply, over a real book: do hoarders get more than their share of what there is?

The office is full for its only day. Over some hours people cancel, one time after another, and a crowd wants those
times. Ordinary people arrive at any moment, look, think, book, and look again now and then; or wait in line where there
is one. Hoarders arrive like them and then do what resellers do: they look every minute and come first, take whatever is
there, keep it to the end, hand it from one identity to the next, and book it when it cannot be kept. The clock is the
simulation's.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from stdnum.es import dni

from evals.bookable import load_bookable
from evals.intervals import clopper_pearson
from knowledge.administration import Administration
from tools.appointments.book import Appointment, AppointmentBook, Asker, BookingRequest
from tools.appointments.slots import BookingRules, SlotSpace
from tools.errors import ToolError
from tools.offices.calendar import load_calendar
from tools.offices.office_files import load_offices
from tools.offices.slots import Hold, Slot, SlotQuery
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database
from tools.store.waiting_list_postgres import PostgresWaitingList, WaitingRules
from tools.waiting.waiting_list import Ticket, WaitingList, WaitRequest

_MINUTE = timedelta(minutes=1)
_START, _DAY = datetime(2026, 11, 25, 8, tzinfo=UTC), date(2026, 11, 26)
_SECRET = b"crowd"


@dataclass(frozen=True, slots=True)
class CrowdPlan:
    """``supply``: times that come free, all in the first half, at random minutes; people arrive in the first half too.

    ``patience``: minutes after which an ordinary person who found nothing looks again (anything up to twice as long).
    ``thinking``: minutes an ordinary person takes to confirm. Who waits in line reads mail as often as others look.
    """

    hoarders: int = 50
    citizens: int = 500
    supply: int = 120
    minutes: int = 240
    patience: int = 30
    thinking: int = 3
    seed: int = 1


@dataclass(frozen=True, slots=True)
class CrowdFigures:
    """``share`` is the hoarders' part of the appointments made, ``held_share`` of the time that freed seats were kept.

    ``fair_share`` is their part of the people; ``share_low`` and ``share_high`` bound the share with 95 % confidence.
    Waiting is in minutes, from arriving to having an appointment, of ordinary people who got one; ``looks`` counts how
    often each of them had to look. ``gini`` is of the minutes each person kept seats, 0 when all kept the same.
    """

    people: int
    supply: int
    appointments: int
    hoarders_got: int
    share: float
    share_low: float
    share_high: float
    fair_share: float
    held_share: float
    gini: float
    waiting_p50: float
    looks_p50: float
    double: int


class Clock:
    """The simulation's."""

    def __init__(self, start: datetime) -> None:
        self.start = self.now = start

    def __call__(self) -> datetime:
        """Its moment."""
        return self.now

    @property
    def minute(self) -> int:
        """Since the start."""
        return round((self.now - self.start) / _MINUTE)


@dataclass(slots=True)
class CrowdMember:
    """An identity of the crowd. ``acts_at`` is the next minute at which it does something."""

    number: int
    hoards: bool
    arrives: int
    acts_at: int
    looks: int = 0
    kept_minutes: int = 0
    holds: list[Hold] = field(default_factory=list)
    ticket: Ticket | None = None
    appointment: Appointment | None = None
    booked_at: int = 0

    @property
    def document(self) -> str:
        """A DNI of its own."""
        return document_of(self.number)


@dataclass(slots=True)
class Crowd:
    """All of it. Without a ``waiting`` list, people look again."""

    book: AppointmentBook
    waiting: WaitingList | None
    clock: Clock
    query: SlotQuery
    plan: CrowdPlan
    chance: random.Random
    people: list[CrowdMember] = field(default_factory=list)

    async def run(self) -> CrowdFigures:
        """Fill the day, let the crowd in, count."""
        before = await self._fill()
        self.people = self._arrivals()
        freed = sorted(self.chance.sample(before, self.plan.supply), key=lambda one: one[1].locator)
        minutes = [self.chance.randrange(self.plan.minutes // 2) for _ in freed]
        for minute in range(self.plan.minutes):
            for (document, appointment), when in zip(freed, minutes, strict=True):
                if when == minute:
                    await self.book.cancel(appointment.locator, document)
            await self._minute(minute)
            self.clock.now += _MINUTE
        return self._figures()

    async def _fill(self) -> list[tuple[str, Appointment]]:
        """Everything is taken: by people who are not of the crowd."""
        booked: list[tuple[str, Appointment]] = []
        while slots := await self.book.availability(self.query):
            for slot in slots:
                number = 1_000_000 + len(booked)
                hold = await self.book.hold(slot.id, f"before-{number}")
                booked.append((document_of(number), await self._commit(hold, document_of(number))))
        return booked

    def _arrivals(self) -> list[CrowdMember]:
        plan = self.plan
        arrivals = [self.chance.randrange(plan.minutes // 2) for _ in range(plan.hoarders + plan.citizens)]
        return [CrowdMember(n, n < plan.hoarders, arrives, arrives) for n, arrives in enumerate(arrivals)]

    async def _minute(self, minute: int) -> None:
        if self.waiting is not None:
            await self.waiting.offer()
        acting = [one for one in self.people if one.acts_at <= minute]
        self.chance.shuffle(acting)
        for one in sorted(acting, key=lambda one: not one.hoards):  # machines are quicker than people
            await (self._hoard(one) if one.hoards else self._live(one))
        for one in self.people:
            one.kept_minutes += (one.appointment is not None) + len(_kept(one, self.clock()))

    async def _live(self, person: CrowdMember) -> None:
        """An ordinary person: confirm what is kept or offered, or look."""
        person.acts_at = self.clock.minute + self.chance.randrange(1, 2 * self.plan.patience)
        await self._look_up(person)
        kept = _kept(person, self.clock())
        if kept:
            await self._confirm(person, kept[0])
        elif person.ticket is None:
            person.looks += 1
            slots = await self.book.availability(self.query)
            if slots and await self._hold(person, self.chance.choice(slots)):
                person.acts_at = self.clock.minute + self.plan.thinking
            else:
                await self._join(person)

    async def _hoard(self, person: CrowdMember) -> None:
        """Keep all there is; what runs out is passed on to another identity at once, or booked."""
        person.acts_at = self.clock.minute + 1
        await self._look_up(person)
        person.holds = _held(person, self.clock())
        for kept in _kept(person, self.clock()):
            if self.clock() + 2 * _MINUTE >= kept.expires_at:
                await self._last_minute(person, kept)
        for slot in await self.book.availability(self.query):
            await self._hold(person, slot, f"-{slot.id}")
        if person.appointment is None and not person.holds:
            await self._join(person)

    async def _last_minute(self, person: CrowdMember, kept: Hold) -> None:
        if person.appointment is None and self.chance.random() < 0.5:
            await self._confirm(person, kept)
            return
        await self.book.release(kept.id)
        person.holds = [one for one in person.holds if one.id != kept.id]
        ring = [one for one in self.people if one.hoards and one is not person]
        await self._hold(self.chance.choice(ring), kept.slot, f"-{kept.slot.id}")

    async def _hold(self, person: CrowdMember, slot: Slot, name: str = "") -> bool:
        asker = Asker(person.document, f"origin-{person.number}")
        try:
            person.holds.append(await self.book.hold(slot.id, f"crowd-{person.number}{name}", asker))
        except ToolError:
            return False
        return True

    async def _confirm(self, person: CrowdMember, hold: Hold) -> None:
        try:
            person.appointment = await self._commit(hold, person.document)
        except ToolError:
            return
        person.booked_at = self.clock.minute
        person.holds = [one for one in person.holds if one.id != hold.id]
        if not person.hoards:
            person.acts_at = self.plan.minutes

    async def _look_up(self, person: CrowdMember) -> None:
        if self.waiting is not None and person.ticket is not None:
            person.ticket = await self.waiting.find(person.ticket.code, person.document)
            if person.ticket.status == "lapsed":
                person.ticket = None

    async def _join(self, person: CrowdMember) -> None:
        if self.waiting is not None and person.ticket is None:
            key = f"wait-{person.number}-{self.clock.minute}"
            person.ticket = await self.waiting.join(
                WaitRequest(self.query, load_bookable().need, person.document, key, "es")
            )

    async def _commit(self, hold: Hold, document: str) -> Appointment:
        request = BookingRequest(hold.id, self.query.service, load_bookable().need, document, f"{hold.id}-{document}")
        return await self.book.book(request)

    def _figures(self) -> CrowdFigures:
        served = [one for one in self.people if one.appointment is not None]
        hoarders = sum(one.hoards for one in served)
        low, high = clopper_pearson(hoarders, len(served))
        kept = sum(one.kept_minutes for one in self.people)
        hoarded = sum(one.kept_minutes for one in self.people if one.hoards)
        ordinary = [one for one in self.people if not one.hoards]
        return CrowdFigures(
            people=len(self.people),
            supply=self.plan.supply,
            appointments=len(served),
            hoarders_got=hoarders,
            share=round(hoarders / len(served), 3) if served else float("nan"),
            share_low=round(low, 3),
            share_high=round(high, 3),
            fair_share=round(self.plan.hoarders / len(self.people), 3),
            held_share=round(hoarded / kept, 3) if kept else float("nan"),
            gini=round(gini([one.kept_minutes for one in self.people]), 3),
            waiting_p50=_middle([one.booked_at - one.arrives for one in ordinary if one.appointment]),
            looks_p50=_middle([one.looks for one in ordinary]),
            double=max(0, len(served) - self.plan.supply),
        )


def document_of(number: int) -> str:
    """A DNI for a number up to a hundred million."""
    digits = f"{number:08d}"
    return digits + str(dni.calc_check_digit(digits))


def gini(values: Sequence[float]) -> float:
    """0 when all have the same, towards 1 when one has it all; NaN when there is nothing."""
    ordered, total = sorted(values), sum(values)
    if not total:
        return float("nan")
    weighted = sum(place * value for place, value in enumerate(ordered, start=1))
    return 2 * weighted / (len(ordered) * total) - (len(ordered) + 1) / len(ordered)


def _held(person: CrowdMember, now: datetime) -> list[Hold]:
    return [hold for hold in person.holds if hold.expires_at > now]


def _kept(person: CrowdMember, now: datetime) -> list[Hold]:
    """The seats that the person could book: the offer, if there is one, and the holds."""
    offer = person.ticket.offer if person.ticket else None
    return [one for one in (offer, *person.holds) if one is not None and one.expires_at > now]


def _middle(values: Sequence[int]) -> float:
    ordered: list[int] = sorted(values)
    return float(ordered[len(ordered) // 2]) if ordered else float("nan")


@dataclass(frozen=True, slots=True)
class Protection:
    """The rules under test: those of the book, and whether there is a waiting list; in the administration's offices."""

    administration: Administration
    rules: BookingRules
    in_line: bool


async def bench_crowd(database: Database, plan: CrowdPlan, protection: Protection) -> CrowdFigures:
    """Over the PostgreSQL book of an empty database. Raises ToolUnavailable."""
    clock = Clock(_START)
    office = load_offices(protection.administration)[load_bookable().office]
    per_desk = int((datetime.combine(_DAY, office.closes) - datetime.combine(_DAY, office.opens)) / _MINUTE)
    desks = -(-plan.supply // (per_desk // office.slot_minutes))
    slots = SlotSpace(
        {office.id: replace(office, desks=desks)}, load_calendar(protection.administration), protection.rules
    )
    book = PostgresAppointmentBook(database, slots, clock, _SECRET)
    waiting = PostgresWaitingList(database, slots, clock, WaitingRules(_SECRET)) if protection.in_line else None
    query = SlotQuery(office.id, load_bookable().service, "in_person", not_before=_DAY, not_after=_DAY, limit=10)
    return await Crowd(book, waiting, clock, query, plan, random.Random(plan.seed)).run()
