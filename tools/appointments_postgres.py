"""The appointment book on PostgreSQL. Every write is one statement or one transaction, and safe to repeat."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from psycopg.errors import UniqueViolation
from sqlalchemy import Row, TextClause
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from tools import appointment_statements as sql
from tools.appointment_keys import appointment_keys, person_key, request_fingerprint, same_contact
from tools.appointments import Appointment, BookingRequest, Hold, Slot, SlotQuery
from tools.clock import Clock
from tools.errors import (
    AlreadyBooked,
    AppointmentNotFound,
    BadIdentifier,
    HoldExpired,
    KeyReused,
    SlotTaken,
    UnknownSlot,
)
from tools.identifiers import parse_document
from tools.ids import IdSource, RandomIds
from tools.privacy import hint
from tools.slots import SlotSpace, spread
from tools.store.database import Database

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
        rows = await self._database.run(lambda connection: connection.execute(sql.FULL, parameters))
        full = {row.slot_id for row in rows}
        return spread([slot for slot in slots if slot.id not in full], query.limit)

    async def hold(self, slot_id: str, holder: str) -> Hold:
        """See the port."""
        now = self._clock()
        slot = self._slots.resolve(slot_id, now)
        desks = self._slots.desks(slot)
        expires_at = now + self._slots.rules.hold
        parameters = _placed(slot) | {
            "holder": holder,
            "hold": self._ids.token(),
            "now": now,
            "expires_at": expires_at,
            "desks": desks,
        }

        async def claim(connection: AsyncConnection) -> str:
            await connection.execute(sql.LOCK_HOLDER, {"holder": holder})
            for _ in range(desks + 1):
                row = (await connection.execute(sql.CLAIM, parameters)).one()
                if row.hold_id is not None:
                    return str(row.hold_id)
                if row.free == 0:
                    break
            raise SlotTaken("every seat of the slot is taken")

        return Hold(await self._database.run(claim), slot, expires_at)

    async def release(self, hold_id: str) -> None:
        """See the port."""
        await self._database.run(lambda connection: connection.execute(sql.RELEASE, {"hold": hold_id}))

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

    async def find(self, locator: str, document: str) -> Appointment:
        """See the port."""
        return _appointment(await self._one(sql.FIND, self._named(locator, document) | {"now": self._clock()}))

    async def move(self, locator: str, document: str, hold_id: str) -> Appointment:
        """See the port."""
        now = self._clock()
        parameters = self._named(locator, document) | {"now": now, "hold": hold_id}

        async def change(connection: AsyncConnection) -> Row[Any]:
            current = (await connection.execute(sql.FIND_FOR_UPDATE, parameters)).one_or_none()
            if current is None:
                raise AppointmentNotFound("no active appointment")
            if current.hold_id == hold_id:
                return current
            held = (await connection.execute(sql.HELD, parameters)).one_or_none()
            if held is None:
                raise HoldExpired("the hold ran out or was never made")
            slot = self._slots.resolve(held.slot_id, now)
            if not self._slots.serves(slot, current.service):
                raise UnknownSlot("the office of the slot does not attend to that service")
            await connection.execute(sql.FREE_SEAT, {"id": current.id})
            await connection.execute(sql.TAKE_SEAT, {"id": current.id, "hold": hold_id})
            return (await connection.execute(sql.MOVE, _placed(slot) | {"id": current.id, "hold": hold_id})).one()

        return _appointment(await self._database.run(change))

    async def cancel(self, locator: str, document: str) -> Appointment:
        """See the port."""
        named = self._named(locator, document)
        await self._database.run(lambda connection: connection.execute(sql.CANCEL, named))
        return _appointment(await self._one(sql.FIND_ANY, named))

    async def find_by_person(self, document: str, contact: str) -> list[Appointment]:
        """See the port."""
        try:
            named = {"person": person_key(document, self._secret), "now": self._clock()}
        except BadIdentifier:
            return []
        rows = await self._database.run(lambda connection: connection.execute(sql.ACTIVE_OF_PERSON, named))
        return [_appointment(row) for row in rows if same_contact(contact, row.contact_phone, row.contact_email)]

    def _parameters(self, request: BookingRequest) -> dict[str, object]:
        return {
            "now": self._clock(),
            "hold": request.hold_id,
            "key": request.key,
            "person": person_key(request.document, self._secret),
            "hint": hint(parse_document(request.document)),
            "service": request.service,
            "need": request.need,
            "name": request.name,
            "phone": request.phone,
            "email": request.email,
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
        """An appointment that is over is in nobody's way. Whether there was one."""
        result = await self._database.run(lambda connection: connection.execute(sql.RETIRE_PAST, parameters))
        return result.rowcount > 0

    async def _one(self, statement: TextClause, parameters: dict[str, object]) -> Row[Any]:
        row = (await self._database.run(lambda connection: connection.execute(statement, parameters))).one_or_none()
        if row is None:
            raise AppointmentNotFound("locator and document name no appointment")
        return row

    def _named(self, locator: str, document: str) -> dict[str, object]:
        keys = appointment_keys(locator, document, self._secret)
        if keys is None:
            raise AppointmentNotFound("locator and document name no appointment")
        return {"locator": keys[0], "person": keys[1]}


def _placed(slot: Slot) -> dict[str, object]:
    return {
        "slot": slot.id,
        "office": slot.office_id,
        "channel": slot.channel,
        "starts_at": slot.starts_at,
        "ends_at": slot.starts_at + timedelta(minutes=slot.minutes),
        "timezone": str(slot.starts_at.tzinfo),
    }


def _appointment(row: Row[Any]) -> Appointment:
    starts_at: datetime = row.starts_at
    slot = Slot(
        id=row.slot_id,
        office_id=row.office_id,
        channel=row.channel,
        starts_at=starts_at.astimezone(ZoneInfo(row.timezone)),
        minutes=round((row.ends_at - starts_at).total_seconds() / 60),
    )
    return Appointment(
        locator=row.locator,
        slot=slot,
        service=row.service,
        need=row.need,
        status="cancelled" if row.status == "cancelled" else "booked",
        document_hint=row.document_hint,
        created_at=row.created_at.astimezone(UTC),
    )
