"""Closing a day of an office: nobody else can book it, and who had booked is moved to the nearest free moment."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.appointments.book import AppointmentBook, Asker
from tools.appointments.slots import SlotSpace, is_morning
from tools.desk.appointments import DeskAppointment
from tools.desk.audit import Actor, AuditRecord
from tools.desk.desk import Desk
from tools.desk.displaced import Displaced
from tools.desk.records import PendingAction, Records
from tools.desk.unfinished import Unfinished
from tools.errors import AppointmentNotFound, HoldExpired, SlotTaken, UnknownSlot
from tools.ids import RandomIds
from tools.letters.waiting_list import offer_notice_id
from tools.offices.offices import Office
from tools.offices.slots import Slot, SlotQuery
from tools.store.outbox_postgres import withdraw
from tools.store.seat_rows import placed
from tools.store.waiting_statements import WITHDRAW

_TRIES = 50

_RECORD = text("""
    INSERT INTO closures (office_id, day, reason, who, at) VALUES (:office, :day, :reason, :who, :now)
    ON CONFLICT DO NOTHING
""")

_STANDS = text("SELECT FROM closures WHERE office_id = :office AND day = :day FOR SHARE")

_LET_GO = text("DELETE FROM seats WHERE slot_id = ANY(:slots) AND state = 'held' RETURNING hold_id")

_TAKE = text("""
    INSERT INTO seats (slot_id, seat, office_id, channel, starts_at, ends_at, timezone,
                       state, hold_id, holder, appointment_id)
    SELECT :slot, desk.seat, :office, :channel, :starts_at, :ends_at, :timezone,
           'booked', :mark || desk.seat, 'closed', :mark || desk.seat
    FROM generate_series(0, CAST(:desks AS int) - 1) AS desk(seat)
    ON CONFLICT (slot_id, seat) DO NOTHING
""")

_STILL_HELD = text("SELECT EXISTS (SELECT 1 FROM seats WHERE slot_id = ANY(:slots) AND state = 'held')")

_REOPEN = text("DELETE FROM closures WHERE office_id = :office AND day = :day")

_GIVE_BACK = text("DELETE FROM seats WHERE office_id = :office AND state = 'booked' AND starts_with(hold_id, :mark)")

_KNOWN = text("SELECT * FROM closures WHERE office_id = :office AND day >= :since ORDER BY day")


@dataclass(frozen=True, slots=True)
class Closure:
    """A day that was closed after it had been offered."""

    office_id: str
    day: date
    reason: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Closing:
    """The result of closing a day: people moved, and people to call because nothing else was free."""

    moved: tuple[DeskAppointment, ...]
    unplaced: tuple[DeskAppointment, ...]


class Closures:
    """Closes and reopens days. Methods may raise ToolUnavailable; closing again goes on where it was."""

    def __init__(self, book: AppointmentBook, desk: Desk, slots: SlotSpace, records: Records) -> None:
        self._book, self._desk, self._slots, self._records = book, desk, slots, records
        self._displaced = Displaced(records.database, slots, records.clock)
        self._unfinished = Unfinished(records)
        self._ids = RandomIds()

    async def close(self, office: Office, day: date, actor: Actor) -> Closing:
        """Take every free seat of the day and move who had booked, each in a transaction and with the same locator.

        Seats that people were still choosing are taken too: their hold has run out when they confirm. Who was offered
        one on the waiting list is back in the line where they were.
        """
        record = AuditRecord("close", office.id, after={"day": day.isoformat()})
        begun = await self._records.begin(actor, record)
        await self._record(office, day, actor)
        await self._unfinished.settle_moves(office)
        closing = await self._empty(office, day, actor)
        counts = {"moved": len(closing.moved), "unplaced": [one.id for one in closing.unplaced]}
        await self._done(begun, replace(record, after={**(record.after or {}), **counts}))
        return closing

    async def settle(self) -> int:
        """Tell whom a crash left moved or cancelled at any desk and untold; how many. Any process may, at any time."""
        return await self._unfinished.settle()

    async def place_displaced(self) -> int:
        """Give who was left on a closed day what has become free, in the name of who closed it; how many were moved.

        Any process may, at any time: until then neither the waiting list nor newcomers get what they could have.
        """
        moved = 0
        for closed in await self._displaced.days():
            if (office := self._slots.office(closed.office_id)) is not None:
                closing = await self._empty(office, closed.day, Actor(closed.who, "admin", closed.reason))
                moved += len(closing.moved)
        return moved

    async def _empty(self, office: Office, day: date, actor: Actor) -> Closing:
        """Until nobody is left who could be moved, or the day is reopened: then nobody else has to leave it."""
        moved: list[DeskAppointment] = []
        unplaced: dict[str, DeskAppointment] = {}
        while await self._take_seats(office, day, self._slots.on(office.id, day)):
            affected = [one for one in await self._affected(office, day) if one.id not in unplaced]
            if not affected:
                return Closing(tuple(moved), tuple(unplaced.values()))
            for one in affected:
                with suppress(AppointmentNotFound):  # cancelled, or moved by the person, in this very moment
                    if (new := await self._place(one, actor)) is None:
                        unplaced[one.id] = one
                        continue
                    moved.append(new)
                if not await self._take_seats(office, day, (one.shown.slot,)):
                    break
        return Closing(tuple(moved), ())

    async def reopen(self, office: Office, day: date, actor: Actor) -> None:
        """Give the seats back. Who was moved stays where they are: they have been told."""
        record = AuditRecord("reopen", office.id, after={"day": day.isoformat()})
        begun = await self._records.begin(actor, record)
        named = {"office": office.id, "day": day, "mark": _mark(office.id, day)}

        async def give_back(connection: AsyncConnection) -> None:
            await connection.execute(_REOPEN, named)
            await connection.execute(_GIVE_BACK, named)

        await self._records.database.run(give_back)
        await self._done(begun, record)

    async def known(self, office: Office, since: date) -> list[Closure]:
        """Days of an office closed in this way, in order."""
        named = {"office": office.id, "since": since}
        rows = await self._records.database.run(lambda connection: connection.execute(_KNOWN, named))
        return [Closure(row.office_id, row.day, row.reason, row.who, row.at) for row in rows]

    async def _done(self, begun: PendingAction, record: AuditRecord) -> None:
        trail = self._records.trail
        await self._records.database.run(
            lambda connection: trail.write(connection, begun.deed_id, begun.actor, "done", record)
        )

    async def _record(self, office: Office, day: date, actor: Actor) -> None:
        now = self._records.clock()
        closure = {"office": office.id, "day": day, "reason": actor.reason, "who": actor.who, "now": now}
        await self._records.database.run(lambda connection: connection.execute(_RECORD, closure))

    async def _take_seats(self, office: Office, day: date, slots: Sequence[Slot]) -> bool:
        """Whether the day is still closed: reopened meanwhile, it keeps its seats."""
        seats = [self._seat(slot, day) for slot in slots]
        names = {"office": office.id, "day": day, "slots": [slot.id for slot in slots]}

        async def take(connection: AsyncConnection) -> tuple[bool, bool]:
            if (await connection.execute(_STANDS, names)).first() is None:
                return False, False
            if seats:
                await self._let_go(connection, names)
                await connection.execute(_TAKE, seats)
            return True, bool((await connection.execute(_STILL_HELD, names)).scalar_one())

        closed, held = True, True
        while held:  # somebody held a seat between the two statements
            closed, held = await self._records.database.run(take)
        return closed

    async def _let_go(self, connection: AsyncConnection, names: dict[str, object]) -> None:
        """Held seats; who was offered one on the waiting list keeps their turn, and is not told of it any more."""
        holds = (await connection.execute(_LET_GO, names)).scalars().all()
        offers = await connection.execute(WITHDRAW, {"holds": holds, "now": self._records.clock()})
        await withdraw(connection, [offer_notice_id(row.code, row.hold) for row in offers])

    def _seat(self, slot: Slot, day: date) -> dict[str, Any]:
        return placed(slot) | {
            "mark": f"{_mark(slot.office_id, day)}{slot.id}:",
            "desks": self._slots.desks(slot),
        }

    async def _affected(self, office: Office, day: date) -> list[DeskAppointment]:
        now = self._records.clock()
        booked = (one for one in await self._records.register.on(office, day) if one.shown.status == "booked")
        return [one for one in booked if one.shown.slot.starts_at > now]

    async def _place(self, one: DeskAppointment, actor: Actor) -> DeskAppointment | None:
        """Moved to the first of the nearest slots that can be had; None when none can. Raises AppointmentNotFound."""
        slot = one.shown.slot
        query = SlotQuery(slot.office_id, one.shown.service, slot.channel)
        free = [other for other in await self._displaced.free(query) if _on_another_day(other, slot)]
        for nearest in sorted(free, key=lambda other: detour(slot, other))[:_TRIES]:
            try:
                holder = f"closure:{one.id}:{self._ids.token()}"  # others may have the same person in hand
                hold = await self._book.hold(nearest.id, holder, Asker(displaced=True))
                return await self._desk.move_to(hold, one, actor, "moved_by_closure")
            except (SlotTaken, UnknownSlot, HoldExpired):
                continue
        return None


def _mark(office_id: str, day: date) -> str:
    return f"closed:{office_id}:{day.isoformat()}:"


def _on_another_day(new: Slot, old: Slot) -> bool:
    """The seat that the last one moved has left may still be free for a moment."""
    return new.starts_at.date() != old.starts_at.date()


def detour(old: Slot, new: Slot) -> tuple[bool, bool, timedelta]:
    """The same part of the day first; then later rather than earlier than they had arranged; then the nearest."""
    return is_morning(old) != is_morning(new), new.starts_at < old.starts_at, abs(new.starts_at - old.starts_at)
