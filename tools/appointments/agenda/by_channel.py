"""An appointment book made of several: one for each channel."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date

from knowledge.channels import Channel
from tools.appointments.book import ANYBODY, Appointment, AppointmentBook, Asker, BookingRequest
from tools.errors import AppointmentNotFound, CannotMove, HoldExpired, OutcomeUnknown, ToolUnavailable, UnknownSlot
from tools.offices.slots import Hold, Slot, SlotQuery

OWN = "own"
_MARK = "~"


class ChannelBook:
    """Implements ``AppointmentBook``. Slots and holds carry the name of their book; a locator is looked for in all.

    Those of the book named ``OWN`` carry none: the waiting list and the desk, which work on it alone, know them so.
    ``books``: by name. ``names``: the book of each channel; a channel without one has no slots. A seat kept in one book
    lets go of no seat in another: that one runs out by itself.
    """

    def __init__(self, books: Mapping[str, AppointmentBook], names: Mapping[Channel, str]) -> None:
        self._books, self._names = books, names

    async def availability(self, query: SlotQuery) -> list[Slot]:
        """See the port."""
        name = self._names.get(query.channel)
        if name is None:
            return []
        return [_marked(slot, name) for slot in await self._books[name].availability(query)]

    async def hold(self, slot_id: str, holder: str, asker: Asker = ANYBODY) -> Hold:
        """See the port."""
        name, own = self._split(slot_id)
        if name is None:
            raise UnknownSlot("no book has that slot")
        held = await self._books[name].hold(own, holder, asker)
        return replace(held, id=_mark(name, held.id), slot=_marked(held.slot, name))

    async def release(self, hold_id: str) -> None:
        """See the port."""
        name, own = self._split(hold_id)
        if name is not None:
            await self._books[name].release(own)

    async def book(self, request: BookingRequest) -> Appointment:
        """See the port."""
        name, own = self._split(request.hold_id)
        if name is None:
            raise HoldExpired("no book made that hold")
        return _shown(await self._books[name].book(replace(request, hold_id=own)), name)

    async def outcome(self, request: BookingRequest) -> Appointment | None:
        """See the port."""
        name, own = self._split(request.hold_id)
        found = None if name is None else await self._books[name].outcome(replace(request, hold_id=own))
        return found and _shown(found, name or "")

    async def find(self, locator: str, document: str) -> Appointment:
        """See the port. With a book away, "not found" cannot be said: ToolUnavailable."""
        return await self._wherever(lambda book: book.find(locator, document))

    async def move(self, locator: str, document: str, hold_id: str) -> Appointment:
        """See the port."""
        name, own = self._split(hold_id)
        if name is None:
            raise HoldExpired("no book made that hold")
        try:
            return _shown(await self._books[name].move(locator, document, own), name)
        except AppointmentNotFound:
            await self.find(locator, document)
            raise CannotMove("the appointment is in another book than the slot") from None

    async def cancel(self, locator: str, document: str) -> Appointment:
        """See the port."""
        return await self._wherever(lambda book: book.cancel(locator, document))

    async def find_by_person(self, document: str, contact: str) -> list[Appointment]:
        """See the port; those of every book, or ToolUnavailable when one of them does not answer."""
        found = [
            _shown(one, name)
            for name, book in self._books.items()
            for one in await book.find_by_person(document, contact)
        ]
        return sorted(found, key=lambda one: one.slot.starts_at)

    async def find_by_visit(self, document: str, office_id: str, day: date) -> list[Appointment]:
        """See the port; those of every book that can be asked so."""
        found = [
            _shown(one, name)
            for name, book in self._books.items()
            for one in await book.find_by_visit(document, office_id, day)
        ]
        return sorted(found, key=lambda one: one.slot.starts_at)

    async def _wherever(self, ask: Callable[[AppointmentBook], Awaitable[Appointment]]) -> Appointment:
        away: ToolUnavailable | OutcomeUnknown | None = None
        for name, book in self._books.items():
            try:
                return _shown(await ask(book), name)
            except AppointmentNotFound:
                continue
            except OutcomeUnknown as error:
                away = error
            except ToolUnavailable as error:
                away = away or error
        raise away or AppointmentNotFound("locator and document name no appointment")

    def _split(self, marked: str) -> tuple[str | None, str]:
        """The name of the book and its own id; no name for an id that is of none of them."""
        name, mark, own = marked.partition(_MARK)
        if not mark:
            name, own = OWN, marked
        return (name, own) if name in self._books and own else (None, "")


def _mark(name: str, own: str) -> str:
    return own if name == OWN else name + _MARK + own


def _marked(slot: Slot, name: str) -> Slot:
    return replace(slot, id=_mark(name, slot.id))


def _shown(appointment: Appointment, name: str) -> Appointment:
    return replace(appointment, slot=_marked(appointment.slot, name))
