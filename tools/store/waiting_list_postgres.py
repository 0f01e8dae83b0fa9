"""The waiting list on PostgreSQL. Offers, their notices and their events are written together."""

from dataclasses import dataclass, field
from datetime import UTC
from typing import Any

from psycopg.errors import UniqueViolation
from sqlalchemy import Row
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from knowledge.channels import Channel
from tools.appointments.free_seats import FreeSeats
from tools.appointments.keys import appointment_keys, person_key
from tools.appointments.slots import SlotSpace
from tools.clock import Clock
from tools.errors import AlreadyWaiting, KeyReused, TicketNotFound, UnknownSlot
from tools.ids import IdSource, RandomIds
from tools.letters.waiting_list import TicketNotices
from tools.offices.slots import Hold, SlotQuery
from tools.reading.identities.parsing import parse_email
from tools.store import waiting_statements as sql
from tools.store.appointment_statements import FREE_OFFERED
from tools.store.database import Database
from tools.store.hold_check import check_place, count_offers, lock_origin
from tools.store.outbox_postgres import put
from tools.store.seat_rows import placed, slot_of, wishes_of_closed_days
from tools.waiting.waiting_list import OfferRules, Ticket, WaitRequest, wait_fingerprint

_TRIES = 20


@dataclass(frozen=True, slots=True)
class WaitingRules:
    """``by_email``: whether notices are written at all. ``secret`` keys the pseudonyms, as in the appointment book."""

    secret: bytes
    offers: OfferRules = field(default_factory=OfferRules)
    by_email: bool = False


class PostgresWaitingList:
    """Implements ``WaitingList`` beside ``PostgresAppointmentBook``, over the same seats."""

    def __init__(
        self, database: Database, slots: SlotSpace, clock: Clock, rules: WaitingRules, ids: IdSource | None = None
    ) -> None:
        self._database, self._slots, self._clock, self._rules = database, slots, clock, rules
        self._ids = ids or RandomIds()

    @property
    def rules(self) -> OfferRules:
        """See the port."""
        return self._rules.offers

    async def join(self, request: WaitRequest) -> Ticket:
        """See the port."""
        fingerprint = wait_fingerprint(request, self._rules.secret)
        row = self._row(request) | {"fingerprint": fingerprint}
        stored = await self._by_key(request.key, fingerprint)
        if stored is not None:
            return stored
        if not self._slots.matching(request.query, self._clock()):
            raise UnknownSlot("no slot answers that query")
        for _ in range(_TRIES):
            constraint = await self._try_to_join(row | {"code": self._ids.locator()})
            stored = await self._by_key(request.key, fingerprint)
            if stored is not None:
                return stored
            if constraint == "waiting_list_person":
                raise AlreadyWaiting("one place per person and service")
        raise AssertionError("random codes do not collide that often")

    async def find(self, code: str, document: str) -> Ticket:
        """See the port."""
        named = self._named(code, document)
        row = (await self._database.run(lambda connection: connection.execute(sql.FIND, named))).one_or_none()
        if row is None:
            raise TicketNotFound("code and document name no place")
        return self._ticket(row)

    async def leave(self, code: str, document: str) -> Ticket:
        """See the port."""
        parameters = self._named(code, document) | {"now": self._clock(), "delay": self._slots.rules.delay()}

        async def go(connection: AsyncConnection) -> None:
            row = (await connection.execute(sql.LEAVE, parameters)).one_or_none()
            if row is not None and row.offered is not None:
                await connection.execute(FREE_OFFERED, parameters | {"offered": row.offered})

        await self._database.run(go)
        return await self.find(code, document)

    async def offer(self) -> int:
        """See the port."""
        await self._database.run(self._lapse)
        lines = await self._database.run(lambda connection: connection.execute(sql.LINES))
        return sum([await self._offer_line(row.office_id, row.channel) for row in lines.all()])

    async def _try_to_join(self, row: dict[str, object]) -> str | None:
        """Join the list; else return the name of the constraint that prevents it."""

        origin = None if row["origin"] is None else str(row["origin"])

        async def insert(connection: AsyncConnection) -> None:
            await lock_origin(connection, origin)
            joined = (await connection.execute(sql.JOIN, row)).one()
            await check_place(connection, self._slots.rules.limits, origin, self._clock())
            if row["email"] is not None:
                named = {"code": joined.code, "person": row["person"]}
                shown = (await connection.execute(sql.FIND, named)).one()
                await put(connection, _notices(shown).joined(shown.position, self._clock()))

        try:
            await self._database.run(insert)
        except IntegrityError as error:
            if isinstance(error.orig, UniqueViolation) and error.orig.diag.constraint_name:
                return error.orig.diag.constraint_name
            raise
        return None

    async def _lapse(self, connection: AsyncConnection) -> None:
        now, each = self._clock(), self._rules.offers.each
        rows = await connection.execute(sql.LAPSE, {"now": now, "each": each})
        for row in rows.all():
            if row.email is not None:
                closed = row.status == "lapsed"
                await put(connection, _notices(row).missed(row.offers, now, closed=closed))
        await connection.execute(sql.FORGET_ADDRESSES)

    async def _offer_line(self, office_id: str, channel: Channel) -> int:
        """Offer each person, in order, the first free slot that suits them.

        Slots that suit people of a closed day are theirs first.
        """
        here = {"office": office_id, "channel": channel, "line": f"line:{office_id}|{channel}"}

        async def work(connection: AsyncConnection) -> int:
            now = self._clock()
            if not (await connection.execute(sql.TRY_LINE, here)).scalar_one():
                return 0
            people = (await connection.execute(sql.LINE, here)).all()
            taken = {row.slot_id: row.seats for row in await connection.execute(sql.TAKEN, here | {"now": now})}
            before = await wishes_of_closed_days(connection, office_id, channel, now)
            free = FreeSeats(self._slots, taken, before, now)
            served = [person for person in people if await self._offer_first(connection, person, free)]
            origins = [person.origin for person in served if person.origin]
            await count_offers(connection, self._slots.rules.limits, origins, now)
            return len(served)

        return await self._database.run(work)

    async def _offer_first(self, connection: AsyncConnection, person: Row[Any], free: FreeSeats) -> bool:
        if (slot := free.first(_query(person))) is None:
            return False
        if (await connection.execute(sql.STILL_WAITS, {"ticket": person.id})).one_or_none() is None:
            return False
        free.take(slot)
        now = self._clock()
        hold = Hold(self._ids.token(), slot, min(now + self._rules.offers.stands, slot.starts_at))
        parameters = placed(slot) | {
            "ticket": person.id,
            "holder": f"ticket:{person.code}",
            "hold": hold.id,
            "person": person.person_key,
            "origin": person.origin,
            "now": now,
            "expires_at": hold.expires_at,
            "delay": self._slots.rules.delay(),
            "desks": self._slots.desks(slot),
        }
        if (await connection.execute(sql.OFFER, parameters)).one_or_none() is None:
            return False
        if person.email is not None:
            await put(connection, _notices(person).offered(hold, now))
        return True

    async def _by_key(self, key: str, fingerprint: str) -> Ticket | None:
        result = await self._database.run(lambda connection: connection.execute(sql.BY_KEY, {"key": key}))
        row = result.one_or_none()
        if row is not None and row.fingerprint != fingerprint:
            raise KeyReused("the key belongs to another place")
        return None if row is None else self._ticket(row)

    def _row(self, request: WaitRequest) -> dict[str, object]:
        query = request.query
        email = parse_email(request.email) if request.email else None
        return {
            "key": request.key,
            "person": person_key(request.document, self._rules.secret),
            "office": query.office_id,
            "channel": query.channel,
            "service": query.service,
            "need": request.need,
            "not_before": query.not_before,
            "not_after": query.not_after,
            "part_of_day": query.part_of_day,
            "language": request.language,
            "email": email if self._rules.by_email else None,
            "origin": request.origin,
            "now": self._clock(),
        }

    def _named(self, code: str, document: str) -> dict[str, object]:
        keys = appointment_keys(code, document, self._rules.secret)
        if keys is None:
            raise TicketNotFound("code and document name no place")
        return {"code": keys[0], "person": keys[1]}

    def _ticket(self, row: Row[Any]) -> Ticket:
        offer = None
        if row.offer_hold is not None and row.slot_id is not None:
            offer = Hold(row.offer_hold, slot_of(row), row.offer_expires_at.astimezone(UTC))
        return Ticket(
            code=row.code,
            query=_query(row),
            need=row.need,
            status=row.status,
            position=row.position if row.status == "waiting" else None,
            offer=offer,
            joined_at=row.joined_at.astimezone(UTC),
            told_by_email=row.email is not None,
        )


def _query(row: Row[Any]) -> SlotQuery:
    return SlotQuery(row.office_id, row.service, row.channel, row.not_before, row.not_after, row.part_of_day)


def _notices(row: Row[Any]) -> TicketNotices:
    return TicketNotices(row.code, row.email, row.language, row.office_id)
