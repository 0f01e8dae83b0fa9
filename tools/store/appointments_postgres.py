"""The appointment book on PostgreSQL. Every write is one statement or one transaction, and safe to repeat."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from psycopg.errors import UniqueViolation
from sqlalchemy import Row, TextClause
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.appointments.book import ANYBODY, Appointment, Asker, BookingRequest
from tools.appointments.keys import appointment_keys, person_key, request_fingerprint, same_contact
from tools.appointments.slots import SlotSpace, spread
from tools.clock import Clock
from tools.errors import (
    AlreadyBooked,
    AppointmentNotFound,
    BadIdentifier,
    HoldExpired,
    KeyReused,
    SlotAwaited,
    SlotTaken,
    UnknownSlot,
)
from tools.ids import IdSource, RandomIds
from tools.offices.slots import Hold, Slot, SlotQuery
from tools.reading.identities.parsing import parse_document
from tools.reading.masking import hint
from tools.store import appointment_statements as sql
from tools.store.database import Database
from tools.store.hold_check import HoldCheck
from tools.store.seat_rows import placed, slot_of, wishes

_TRIES = 20


class PostgresAppointmentBook:
    """Implements ``AppointmentBook``. ``secret`` (see ``signing_key``) keys the pseudonyms of people."""

    def __init__(
        self, database: Database, slots: SlotSpace, clock: Clock, secret: bytes, ids: IdSource | None = None
    ) -> None:
        self._database = database
        self._slots = slots
        self._clock = clock
        self._secret = secret
        self._ids = ids or RandomIds()

    async def availability(self, query: SlotQuery) -> list[Slot]:
        """See the port."""
        now = self._clock()
        slots = self._slots.matching(query, now)
        if not slots:
            return []
        parameters = {
            "office": query.office_id,
            "channel": query.channel,
            "first": slots[0].starts_at,
            "last": slots[-1].starts_at,
            "now": now,
            "desks": self._slots.desks(slots[0]),
        }

        async def look(connection: AsyncConnection) -> tuple[set[str], list[SlotQuery]]:
            full = {row.slot_id for row in await connection.execute(sql.FULL, parameters)}
            return full, await wishes(connection, query.office_id, query.channel, now)

        full, awaited = await self._database.run(look)
        free = (slot for slot in slots if slot.id not in full)
        return spread([slot for slot in free if not self._awaited(slot, awaited, now)], query.limit)

    async def hold(self, slot_id: str, holder: str, asker: Asker = ANYBODY) -> Hold:
        """See the port."""
        now, rules = self._clock(), self._slots.rules
        slot = self._slots.resolve(slot_id, now)
        check = HoldCheck(rules.limits, self._person(asker), asker.origin, now)
        parameters = placed(slot) | {
            "holder": holder,
            "hold": self._ids.token(),
            "now": now,
            "expires_at": now + rules.hold,
            "longest": rules.limits.longest,
            "delay": rules.delay(),
            "person": check.person,
            "origin": check.origin,
            "desks": self._slots.desks(slot),
            "first": asker.displaced,
        }

        async def claim(connection: AsyncConnection) -> Hold | SlotTaken:
            await connection.execute(sql.LOCK, {"names": [f"holder:{holder}", *check.names]})
            row = await self._claim(connection, slot, parameters)
            if isinstance(row, SlotTaken):
                return row
            named = row.is_new or (check.person is not None and row.known != check.person)
            await check.run(connection, is_new=row.is_new, is_named=named)
            return Hold(row.hold_id, slot, row.expires_at.astimezone(UTC))

        held = await self._database.run(claim)
        if isinstance(held, SlotTaken):
            raise held
        return held

    async def _claim(self, connection: AsyncConnection, slot: Slot, parameters: dict[str, Any]) -> Row[Any] | SlotTaken:
        """The seat, or the reason for having none: returned, since a rollback makes the connection forget its prepared
        statements, and refusals are frequent in a crowd.
        """
        if not parameters["first"] and await self._comes_later(connection, slot, parameters):
            return SlotAwaited("people on the waiting list, or of a closed day, come first")
        for _ in range(parameters["desks"] + 1):
            row = (await connection.execute(sql.CLAIM, parameters)).one()
            if row.hold_id is not None:
                return row
            if row.free == 0:
                break
        return SlotTaken("every seat of the slot is taken")

    async def _comes_later(self, connection: AsyncConnection, slot: Slot, parameters: dict[str, Any]) -> bool:
        """Whether others wait for the slot; a seat that the holder has already is not taken away."""
        now = parameters["now"]
        if not self._awaited(slot, await wishes(connection, slot.office_id, slot.channel, now), now):
            return False
        return not (await connection.execute(sql.HOLDS, parameters)).scalar_one()

    async def release(self, hold_id: str) -> None:
        """See the port."""
        parameters = self._letting_go() | {"hold": hold_id}
        await self._database.run(lambda connection: connection.execute(sql.RELEASE, parameters))

    async def book(self, request: BookingRequest) -> Appointment:
        """See the port."""
        fingerprint = request_fingerprint(request, self._secret)
        parameters = self._parameters(request) | {"fingerprint": fingerprint}
        for _ in range(_TRIES):
            new = {"locator": self._ids.locator(), "id": self._ids.token()}
            outcome = await self._try_to_book(parameters | new)
            if isinstance(outcome, Appointment):
                return outcome
            if outcome == "appointments_locator":
                continue
            stored = await self._by_key(request.key, fingerprint)
            if stored is not None:
                return stored
            if outcome != "appointments_person":
                raise HoldExpired("the hold ran out or was never made")
            if not await self._retire_past(parameters):
                raise AlreadyBooked("one active appointment per person and service")
        raise AssertionError("random locators do not collide that often")

    async def outcome(self, request: BookingRequest) -> Appointment | None:
        """See the port."""
        person = person_key(request.document, self._secret)
        result = await self._database.run(lambda connection: connection.execute(sql.BY_KEY, {"key": request.key}))
        row = result.one_or_none()
        return _appointment(row) if row is not None and row.person_key == person else None

    async def find(self, locator: str, document: str) -> Appointment:
        """See the port."""
        return _appointment(await self._one(sql.FIND, self._named(locator, document) | {"now": self._clock()}))

    async def move(self, locator: str, document: str, hold_id: str, leaving: str | None = None) -> Appointment:
        """See the port. ``leaving``: only from that slot; AppointmentNotFound when it was moved in the meantime."""
        now = self._clock()
        parameters = self._named(locator, document) | self._letting_go() | {"now": now, "hold": hold_id}

        async def change(connection: AsyncConnection) -> Row[Any]:
            current = (await connection.execute(sql.FIND_FOR_UPDATE, parameters)).one_or_none()
            if current is None:
                raise AppointmentNotFound("no active appointment")
            if current.hold_id == hold_id:
                return current
            if leaving not in (None, current.slot_id):
                raise AppointmentNotFound("it was moved in the meantime")
            held = (await connection.execute(sql.HELD, parameters)).one_or_none()
            if held is None:
                raise HoldExpired("the hold ran out or was never made")
            slot = self._slots.resolve(held.slot_id, now)
            if not self._slots.serves(slot, current.service):
                raise UnknownSlot("the office of the slot does not attend to that service")
            this = parameters | placed(slot) | {"id": current.id, "service": current.service, "kind": "moved"}
            await connection.execute(sql.FREE_SEAT, this)
            await connection.execute(sql.TAKE_SEAT, this)
            row = (await connection.execute(sql.MOVE, this)).one()
            await _free_offered(connection, row, this)
            return row

        return _appointment(await self._database.run(change))

    async def cancel(self, locator: str, document: str) -> Appointment:
        """See the port."""
        named = self._named(locator, document)
        parameters = named | self._letting_go()
        await self._database.run(lambda connection: connection.execute(sql.CANCEL, parameters))
        return _appointment(await self._one(sql.FIND_ANY, named))

    async def find_by_person(self, document: str, contact: str) -> list[Appointment]:
        """See the port."""
        rows = await self._active_of(document)
        return [_appointment(row) for row in rows if same_contact(contact, row.contact_phone, row.contact_email)]

    async def find_by_visit(self, document: str, office_id: str, day: date) -> list[Appointment]:
        """See the port."""
        rows = [row for row in await self._active_of(document) if not (row.contact_phone or row.contact_email)]
        found = [_appointment(row) for row in rows]
        return [one for one in found if one.slot.office_id == office_id and one.slot.starts_at.date() == day]

    async def _active_of(self, document: str) -> Sequence[Row[Any]]:
        try:
            named = {"person": person_key(document, self._secret), "now": self._clock()}
        except BadIdentifier:
            return ()
        rows = await self._database.run(lambda connection: connection.execute(sql.ACTIVE_OF_PERSON, named))
        return rows.all()

    def _parameters(self, request: BookingRequest) -> dict[str, object]:
        return self._letting_go() | {
            "kind": "booked",
            "hold": request.hold_id,
            "key": request.key,
            "person": person_key(request.document, self._secret),
            "hint": hint(parse_document(request.document)),
            "service": request.service,
            "need": request.need,
            "name": request.name,
            "phone": request.phone,
            "email": request.email,
            "language": request.language,
        }

    async def _try_to_book(self, parameters: dict[str, object]) -> Appointment | str | None:
        """The appointment; or the name of the constraint in the way; or ``None`` when there is no such hold."""

        async def insert(connection: AsyncConnection) -> Appointment | None:
            row = (await connection.execute(sql.BOOK, parameters)).one_or_none()
            if row is None:
                return None
            appointment = _appointment(row)
            if not self._slots.serves(appointment.slot, appointment.service):
                raise UnknownSlot("the office of the slot does not attend to that service")
            await _free_offered(connection, row, parameters)
            return appointment

        try:
            return await self._database.run(insert)
        except IntegrityError as error:
            if isinstance(error.orig, UniqueViolation) and error.orig.diag.constraint_name:
                return error.orig.diag.constraint_name
            raise

    async def _by_key(self, key: str, fingerprint: str) -> Appointment | None:
        result = await self._database.run(lambda connection: connection.execute(sql.BY_KEY, {"key": key}))
        row = result.one_or_none()
        if row is not None and row.fingerprint != fingerprint:
            raise KeyReused("the key belongs to another booking")
        return None if row is None else _appointment(row)

    async def _retire_past(self, parameters: dict[str, object]) -> bool:
        """Remove a past appointment that blocks a new one; return whether there was one."""
        result = await self._database.run(lambda connection: connection.execute(sql.RETIRE_PAST, parameters))
        return result.rowcount > 0

    async def _one(self, statement: TextClause, parameters: dict[str, object]) -> Row[Any]:
        row = (await self._database.run(lambda connection: connection.execute(statement, parameters))).one_or_none()
        if row is None:
            raise AppointmentNotFound("locator and document name no appointment")
        return row

    def _awaited(self, slot: Slot, awaited: list[SlotQuery], now: datetime) -> bool:
        return any(self._slots.suits(slot, wish, now) for wish in awaited)

    def _letting_go(self) -> dict[str, object]:
        return {"now": self._clock(), "delay": self._slots.rules.delay()}

    def _person(self, asker: Asker) -> str | None:
        return person_key(asker.document, self._secret) if asker.document else None

    def _named(self, locator: str, document: str) -> dict[str, object]:
        keys = appointment_keys(locator, document, self._secret)
        if keys is None:
            raise AppointmentNotFound("locator and document name no appointment")
        return {"locator": keys[0], "person": keys[1]}


async def _free_offered(connection: AsyncConnection, row: Row[Any], parameters: dict[str, Any]) -> None:
    """Take the person off the waiting list; a seat offered to them goes to the next."""
    if row.offered not in (None, row.hold_id):
        await connection.execute(sql.FREE_OFFERED, parameters | {"offered": row.offered})


def _appointment(row: Row[Any]) -> Appointment:
    return Appointment(
        locator=row.locator,
        slot=slot_of(row),
        service=row.service,
        need=row.need,
        status="cancelled" if row.status == "cancelled" else "booked",
        document_hint=row.document_hint,
        created_at=row.created_at.astimezone(UTC),
    )
