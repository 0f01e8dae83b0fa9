"""The waiting list in memory, over the appointment book in memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from tests.fakes.appointment_book import MemoryAppointmentBook
from tests.fakes.outbox import MemoryOutbox
from tests.fakes.seats import Kept
from tools.appointments.book import Hold, Slot
from tools.appointments.keys import appointment_keys, person_key
from tools.errors import AlreadyWaiting, KeyReused, TicketNotFound, UnknownSlot
from tools.letters.notifications import Notice
from tools.reading.identities.parsing import parse_email
from tools.waiting.notices import TicketNotices
from tools.waiting.waiting_list import OfferRules, Ticket, TicketStatus, WaitRequest, wait_fingerprint

_Write = Callable[[TicketNotices], Notice]


@dataclass(frozen=True, slots=True)
class _Place:
    """A ticket with what is not shown of it; the line is by ``queued``."""

    ticket: Ticket
    request: WaitRequest
    person: str
    fingerprint: str
    queued: tuple[datetime, int]
    offers: int = 0


class MemoryWaitingList:
    """Implements ``WaitingList`` and tells the book of it. Notices go to ``outbox``, or nowhere."""

    def __init__(
        self, book: MemoryAppointmentBook, rules: OfferRules | None = None, outbox: MemoryOutbox | None = None
    ) -> None:
        self._book, self._rules, self._outbox = book, rules or OfferRules(), outbox
        self._places: dict[str, _Place] = {}
        self._joined = 0
        book.awaited, book.served = self._awaited, self._serve

    @property
    def rules(self) -> OfferRules:
        """See the port."""
        return self._rules

    async def join(self, request: WaitRequest) -> Ticket:
        """See the port."""
        book, now = self._book, self._book.clock()
        person, fingerprint = person_key(request.document, book.secret), wait_fingerprint(request, book.secret)
        for place in self._places.values():
            if place.request.key == request.key:
                if place.fingerprint != fingerprint:
                    raise KeyReused("the key belongs to another place")
                return self._shown(place)
        if not book.slots.matching(request.query, now):
            raise UnknownSlot("no slot answers that query")
        if self._active(person, request.query.service):
            raise AlreadyWaiting("one place per person and service")
        in_line = sum(place.request.origin == request.origin for place in self._places.values() if _is_active(place))
        book.count.check_place(in_line + 1, request.origin, now)
        self._joined += 1
        if request.email is not None:
            request = replace(request, email=parse_email(request.email))
        told = self._outbox is not None and request.email is not None
        ticket = Ticket(book.ids.locator(), request.query, request.need, "waiting", None, None, now, told)
        place = _Place(ticket, request, person, fingerprint, (now, self._joined))
        self._places[ticket.code] = place
        shown = self._shown(place)
        self._tell(place, lambda notices: notices.joined(shown.position or 1, now))
        return shown

    async def find(self, code: str, document: str) -> Ticket:
        """See the port."""
        return self._shown(self._place(code, document))

    async def leave(self, code: str, document: str) -> Ticket:
        """See the port."""
        place = self._place(code, document)
        if _is_active(place):
            place = self._close(place, "left")
        return self._shown(place)

    async def offer(self) -> int:
        """See the port."""
        now = self._book.clock()
        for place in list(self._places.values()):
            if place.ticket.status == "offered" and not self._stands(place, now):
                self._miss(place, now)
        return sum(self._offer(place, now) for place in list(self._line()))

    def _offer(self, place: _Place, now: datetime) -> bool:
        book, query = self._book, place.request.query
        free = (slot for slot in book.slots.matching(query, now) if book.free(slot, now, in_line=True) > 0)
        slot = next(free, None)
        if slot is None:
            return False
        until = min(now + self._rules.stands, slot.starts_at)
        hold = Hold(book.ids.token(), slot, until)
        book.seats.uncool(slot, now)
        free_at = until + book.slots.rules.delay()
        origin = place.request.origin
        book.seats.put(Kept(hold, f"ticket:{place.ticket.code}", now, free_at, place.person, origin, reserved=True))
        book.count.count_offer(origin, now)
        ticket = replace(place.ticket, status="offered", offer=hold)
        place = self._keep(replace(place, ticket=ticket, offers=place.offers + 1))
        self._tell(place, lambda notices: notices.offered(hold, now))
        return True

    def _miss(self, place: _Place, now: datetime) -> None:
        closed = place.offers >= self._rules.each
        self._tell(place, lambda notices: notices.missed(place.offers, now, closed=closed))
        if closed:
            self._close(place, "lapsed")
            return
        self._joined += 1
        ticket = replace(place.ticket, status="waiting", offer=None)
        self._keep(replace(place, ticket=ticket, queued=(now, self._joined)))

    def _stands(self, place: _Place, now: datetime) -> bool:
        kept = self._book.seats.get(place.ticket.offer.id) if place.ticket.offer else None
        return kept is not None and kept.hold.expires_at > now

    def _awaited(self, slot: Slot) -> bool:
        slots, now = self._book.slots, self._book.clock()
        return any(slots.suits(slot, place.request.query, now) for place in self._line())

    def _serve(self, person: str, service: str) -> None:
        for place in self._active(person, service):
            self._close(place, "served")

    def _close(self, place: _Place, status: TicketStatus) -> _Place:
        if place.ticket.offer is not None:
            self._book.seats.let_go(place.ticket.offer.id, self._book.clock())
        request = replace(place.request, email=None)
        ticket = replace(place.ticket, status=status, offer=None, told_by_email=False)
        return self._keep(replace(place, ticket=ticket, request=request))

    def _line(self) -> Iterator[_Place]:
        waiting = (place for place in self._places.values() if place.ticket.status == "waiting")
        return iter(sorted(waiting, key=lambda place: place.queued))

    def _active(self, person: str, service: str) -> list[_Place]:
        return [
            place
            for place in self._places.values()
            if (place.person, place.request.query.service) == (person, service) and _is_active(place)
        ]

    def _shown(self, place: _Place) -> Ticket:
        if place.ticket.status != "waiting":
            return place.ticket
        here = (place.request.query.office_id, place.request.query.channel)
        line = [one for one in self._line() if (one.request.query.office_id, one.request.query.channel) == here]
        return replace(place.ticket, position=line.index(place) + 1)

    def _place(self, code: str, document: str) -> _Place:
        keys = appointment_keys(code, document, self._book.secret)
        place = self._places.get(keys[0]) if keys else None
        if place is None or keys is None or place.person != keys[1]:
            raise TicketNotFound("code and document name no place")
        return place

    def _keep(self, place: _Place) -> _Place:
        self._places[place.ticket.code] = place
        return place

    def _tell(self, place: _Place, write: _Write) -> None:
        request = place.request
        if self._outbox is not None and request.email is not None:
            notices = TicketNotices(place.ticket.code, request.email, request.language, request.query.office_id)
            self._outbox.put(write(notices))


def _is_active(place: _Place) -> bool:
    return place.ticket.status in ("waiting", "offered")
