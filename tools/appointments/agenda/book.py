"""The appointment book that an external agenda keeps. Every request may be repeated: that is in its contract."""

from datetime import date
from urllib.parse import quote

from tools.appointments.agenda.client import AgendaClient
from tools.appointments.agenda.question import AgendaQuestion
from tools.appointments.agenda.wire import AppointmentAnswer, AvailabilityAnswer, FoundAnswer, HoldAnswer
from tools.appointments.book import ANYBODY, Appointment, Asker, BookingRequest
from tools.appointments.slots import spread
from tools.errors import AppointmentNotFound, BadIdentifier
from tools.offices.slots import Hold, Slot, SlotQuery
from tools.reading.identities.parsing import parse_document, parse_locator
from tools.reading.masking import hint


class AgendaBook:
    """Implements ``AppointmentBook``. The document travels in a header or a body, never in an address."""

    def __init__(self, client: AgendaClient) -> None:
        self._client = client

    async def availability(self, query: SlotQuery) -> list[Slot]:
        """See the port."""
        answer = await self._client.ask(
            AgendaQuestion("GET", "availability", params=_params(query)), AvailabilityAnswer
        )
        slots = sorted((one.slot() for one in answer.slots), key=lambda slot: slot.starts_at)
        return spread([slot for slot in slots if slot.channel == query.channel], query.limit)

    async def hold(self, slot_id: str, holder: str, asker: Asker = ANYBODY) -> Hold:
        """See the port; how much one may keep is the agenda's own rule."""
        body = {"slot_id": slot_id, "holder": holder}
        return (await self._client.ask(AgendaQuestion("POST", "holds", body=body), HoldAnswer)).hold()

    async def release(self, hold_id: str) -> None:
        """See the port."""
        await self._client.tell(AgendaQuestion("DELETE", f"holds/{quote(hold_id, safe='')}"))

    async def book(self, request: BookingRequest) -> Appointment:
        """See the port."""
        document = parse_document(request.document)
        body = {
            "hold_id": request.hold_id,
            "service": request.service,
            "need": request.need,
            "document": document,
            "name": request.name,
            "phone": request.phone,
            "email": request.email,
        }
        question = AgendaQuestion("POST", "appointments", {"Idempotency-Key": request.key}, body=body, writes=True)
        return await self._appointment(question, document)

    async def outcome(self, request: BookingRequest) -> Appointment | None:
        """See the port."""
        document = parse_document(request.document)
        headers = {"Idempotency-Key": request.key, "X-Document": document}
        try:
            return await self._appointment(AgendaQuestion("GET", "appointments", headers), document)
        except (AppointmentNotFound, BadIdentifier):
            return None

    async def find(self, locator: str, document: str) -> Appointment:
        """See the port."""
        return await self._named("GET", locator, document)

    async def move(self, locator: str, document: str, hold_id: str) -> Appointment:
        """See the port."""
        return await self._named("PATCH", locator, document, {"hold_id": hold_id})

    async def cancel(self, locator: str, document: str) -> Appointment:
        """See the port."""
        return await self._named("DELETE", locator, document)

    async def find_by_person(self, document: str, contact: str) -> list[Appointment]:
        """See the port."""
        try:
            document = parse_document(document)
            body = {"document": document, "contact": contact}
            found = await self._client.ask(AgendaQuestion("POST", "searches", body=body), FoundAnswer)
        except BadIdentifier:
            return []
        return [one.appointment(hint(document)) for one in found.appointments]

    async def find_by_visit(self, document: str, office_id: str, day: date) -> list[Appointment]:
        """See the port. The contract with agendas has no such search."""
        return []

    async def _named(
        self, method: str, locator: str, document: str, body: dict[str, object] | None = None
    ) -> Appointment:
        try:
            locator, document = parse_locator(locator), parse_document(document)
            headers = {"X-Document": document}
            question = AgendaQuestion(method, f"appointments/{locator}", headers, body=body, writes=method != "GET")
            return await self._appointment(question, document)
        except BadIdentifier:
            raise AppointmentNotFound("locator and document name no appointment") from None

    async def _appointment(self, question: AgendaQuestion, document: str) -> Appointment:
        return (await self._client.ask(question, AppointmentAnswer)).appointment(hint(document))


def _params(query: SlotQuery) -> dict[str, str]:
    wished = {
        "office_id": query.office_id,
        "service": query.service,
        "channel": query.channel,
        "from": query.not_before and query.not_before.isoformat(),
        "to": query.not_after and query.not_after.isoformat(),
        "part_of_day": query.part_of_day,
        "limit": str(query.limit),
    }
    return {name: value for name, value in wished.items() if value}
