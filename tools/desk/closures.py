"""Closing a day of an office: nobody else can book it, and who had booked is moved to the nearest free moment."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tools.appointments.book import AppointmentBook, Asker
from tools.appointments.slots import SlotSpace, is_morning
from tools.appointments.staff_view import DeskAppointment
from tools.audit import Actor, AuditRecord
from tools.desk.desk import Desk
from tools.desk.records import Records
from tools.desk.unfinished import Unfinished
from tools.errors import AppointmentNotFound, HoldExpired, SlotTaken, UnknownSlot
from tools.ids import RandomIds
from tools.offices.closures import ClosedDays, Closure
from tools.offices.offices import Office
from tools.offices.slots import Slot, SlotQuery

_TRIES = 50


@dataclass(frozen=True, slots=True)
class Closing:
    """The result of closing a day: people moved, and people to call because nothing else was free."""

    moved: tuple[DeskAppointment, ...]
    unplaced: tuple[DeskAppointment, ...]


class Closures:
    """Closes and reopens days. Methods may raise ToolUnavailable; closing again goes on where it was."""

    def __init__(
        self, book: AppointmentBook, desk: Desk, slots: SlotSpace, records: Records, closed: ClosedDays
    ) -> None:
        self._book, self._desk, self._slots, self._records, self._closed = book, desk, slots, records, closed
        self._unfinished = Unfinished(records)
        self._ids = RandomIds()

    async def close(self, office: Office, day: date, actor: Actor) -> Closing:
        """Take every free seat of the day and move who had booked, each in a transaction and with the same locator.

        Seats that people were still choosing are taken too: their hold has run out when they confirm. Who was offered
        one on the waiting list is back in the line where they were.
        """
        record = AuditRecord("close", office.id, after={"day": day.isoformat()})
        begun = await self._records.begin(actor, record)
        await self._closed.add(Closure(office.id, day, actor.reason, actor.who, self._records.clock()))
        await self._unfinished.settle_moves(office)
        closing = await self._empty(office, day, actor)
        counts = {"moved": len(closing.moved), "unplaced": [one.id for one in closing.unplaced]}
        await self._records.complete(begun, replace(record, after={**(record.after or {}), **counts}))
        return closing

    async def settle(self) -> int:
        """Tell whom a crash left moved or cancelled at any desk and untold; how many. Any process may, at any time."""
        return await self._unfinished.settle()

    async def place_displaced(self) -> int:
        """Give who was left on a closed day what has become free, in the name of who closed it; how many were moved.

        Any process may, at any time: until then neither the waiting list nor newcomers get what they could have.
        """
        moved = 0
        for closed in await self._closed.with_people():
            if (office := self._slots.office(closed.office_id)) is not None:
                closing = await self._empty(office, closed.day, Actor(closed.who, "admin", closed.reason))
                moved += len(closing.moved)
        return moved

    async def _empty(self, office: Office, day: date, actor: Actor) -> Closing:
        """Until nobody is left who could be moved, or the day is reopened: then nobody else has to leave it."""
        moved: list[DeskAppointment] = []
        unplaced: dict[str, DeskAppointment] = {}
        while await self._closed.take_seats(office.id, day, self._slots.on(office.id, day)):
            affected = [one for one in await self._affected(office, day) if one.id not in unplaced]
            if not affected:
                return Closing(tuple(moved), tuple(unplaced.values()))
            for one in affected:
                with suppress(AppointmentNotFound):  # cancelled, or moved by the person, in this very moment
                    if (new := await self._place(one, actor)) is None:
                        unplaced[one.id] = one
                        continue
                    moved.append(new)
                if not await self._closed.take_seats(office.id, day, (one.shown.slot,)):
                    break
        return Closing(tuple(moved), ())

    async def reopen(self, office: Office, day: date, actor: Actor) -> None:
        """Give the seats back. Who was moved stays where they are: they have been told."""
        record = AuditRecord("reopen", office.id, after={"day": day.isoformat()})
        begun = await self._records.begin(actor, record)
        await self._closed.reopen(office.id, day)
        await self._records.complete(begun, record)

    async def list_closures(self, office: Office, since: date) -> list[Closure]:
        """Days of an office closed in this way, in order."""
        return await self._closed.known(office.id, since)

    async def _affected(self, office: Office, day: date) -> list[DeskAppointment]:
        now = self._records.clock()
        booked = (one for one in await self._records.register.on(office, day) if one.shown.status == "booked")
        return [one for one in booked if one.shown.slot.starts_at > now]

    async def _place(self, one: DeskAppointment, actor: Actor) -> DeskAppointment | None:
        """Moved to the first of the nearest slots that can be had; None when none can. Raises AppointmentNotFound."""
        slot = one.shown.slot
        query = SlotQuery(slot.office_id, one.shown.service, slot.channel)
        free = [other for other in await self._closed.free(query) if _on_another_day(other, slot)]
        for nearest in sorted(free, key=lambda other: detour(slot, other))[:_TRIES]:
            try:
                holder = f"closure:{one.id}:{self._ids.token()}"  # others may have the same person in hand
                hold = await self._book.hold(nearest.id, holder, Asker(displaced=True))
                return await self._desk.move_to(hold, one, actor, "moved_by_closure")
            except (SlotTaken, UnknownSlot, HoldExpired):
                continue
        return None


def _on_another_day(new: Slot, old: Slot) -> bool:
    """The seat that the last one moved has left may still be free for a moment."""
    return new.starts_at.date() != old.starts_at.date()


def detour(old: Slot, new: Slot) -> tuple[bool, bool, timedelta]:
    """The same part of the day first; then later rather than earlier than they had arranged; then the nearest."""
    return is_morning(old) != is_morning(new), new.starts_at < old.starts_at, abs(new.starts_at - old.starts_at)
