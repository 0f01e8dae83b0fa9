"""A reference agenda, run in a process of its own: ``docs/agenda-openapi.yaml`` over a book in memory.

With ``AGENDA_KIND=video`` its appointments are in video rooms; with ``AGENDA_CLOCK=system`` its days are today's, else
``/control`` turns its clock. ``tests/agenda/faults.py`` makes it misbehave.
"""

import os
from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import FastAPI, Header, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from knowledge.channels import Channel
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agenda.book import ReferenceBook
from tests.agenda.faults import Faulty
from tests.contracts.worlds import NOW, small_offices
from tools.appointments.book import Appointment, BookingRequest
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import system_clock
from tools.errors import BadIdentifier, ToolError
from tools.offices.calendar import load_calendar
from tools.offices.slots import PartOfDay, Slot, SlotQuery

STATUS = {
    "slot_taken": 409, "unknown_slot": 404, "hold_expired": 410, "already_booked": 409, "key_reused": 422,
    "bad_identifier": 422, "appointment_not_found": 404,
}  # fmt: skip

Key = Annotated[str, Header(alias="Idempotency-Key")]
Document = Annotated[str, Header(alias="X-Document")]


class Agenda:
    """The book and its clock; begun anew for each test."""

    def __init__(self, *, video: bool) -> None:
        self.now = NOW
        self.video = video
        offices = small_offices()
        if video:
            offices = {name: replace(office, channels=("video",)) for name, office in offices.items()}
        clock = system_clock if os.environ.get("AGENDA_CLOCK") == "system" else lambda: self.now
        slots = SlotSpace(offices, load_calendar(SEGURIDAD_SOCIAL), BookingRules())
        self.book = ReferenceBook(slots, clock)


class SearchIn(BaseModel):
    document: str
    contact: str


class HoldIn(BaseModel):
    slot_id: str
    holder: str


class BookIn(BaseModel):
    hold_id: str
    service: str
    need: str
    document: str
    name: str | None = None
    phone: str | None = None
    email: str | None = None


class MoveIn(BaseModel):
    hold_id: str


app = FastAPI(title="Reference agenda")
app.state.agenda = Agenda(video=os.environ.get("AGENDA_KIND") == "video")


def agenda() -> Agenda:
    found: Agenda = app.state.agenda
    return found


@app.exception_handler(ToolError)
async def refused(request: Request, error: ToolError) -> Response:
    body: dict[str, Any] = {"type": "about:blank", "status": STATUS[error.code], "code": error.code}
    if isinstance(error, BadIdentifier):
        body["kind"] = error.kind
    return JSONResponse(body, STATUS[error.code], media_type="application/problem+json")


@app.get("/v1/availability")
async def availability(
    office_id: str,
    service: str,
    channel: Channel,
    first: Annotated[date | None, Query(alias="from")] = None,
    last: Annotated[date | None, Query(alias="to")] = None,
    part_of_day: PartOfDay | None = None,
    limit: int = 3,
) -> dict[str, Any]:
    query = SlotQuery(office_id, service, channel, first, last, part_of_day, limit)
    return {"slots": [on_wire(slot) for slot in await agenda().book.availability(query)]}


@app.post("/v1/holds", status_code=201)
async def hold(body: HoldIn) -> dict[str, Any]:
    kept = await agenda().book.hold(body.slot_id, body.holder)
    return {"id": kept.id, "slot": on_wire(kept.slot), "expires_at": kept.expires_at.isoformat()}


@app.delete("/v1/holds/{hold_id}", status_code=204)
async def release(hold_id: str) -> None:
    await agenda().book.release(hold_id)


@app.post("/v1/appointments", status_code=201)
async def book(body: BookIn, key: Key) -> dict[str, Any]:
    return shown(await agenda().book.book(BookingRequest(**body.model_dump(), key=key)))


@app.get("/v1/appointments")
async def outcome(key: Key, document: Document) -> Any:
    found = await agenda().book.outcome(key, document)
    if found is None:
        return JSONResponse({"status": 404, "code": "appointment_not_found"}, 404)
    return shown(found)


@app.post("/v1/searches")
async def search(body: SearchIn) -> dict[str, Any]:
    return {"appointments": [shown(one) for one in await agenda().book.find_by_person(body.document, body.contact)]}


@app.get("/v1/appointments/{locator}")
async def find(locator: str, document: Document) -> dict[str, Any]:
    return shown(await agenda().book.find(locator, document))


@app.patch("/v1/appointments/{locator}")
async def move(locator: str, body: MoveIn, document: Document) -> dict[str, Any]:
    return shown(await agenda().book.move(locator, document, body.hold_id))


@app.delete("/v1/appointments/{locator}")
async def cancel(locator: str, document: Document) -> dict[str, Any]:
    return shown(await agenda().book.cancel(locator, document))


def on_wire(slot: Slot) -> dict[str, Any]:
    return {
        "id": slot.id,
        "office_id": slot.office_id,
        "channel": slot.channel,
        "starts_at": slot.starts_at.isoformat(),
        "minutes": slot.minutes,
        "timezone": str(slot.starts_at.tzinfo),
    }


def shown(appointment: Appointment) -> dict[str, Any]:
    room = f"https://rooms.example/{appointment.locator}" if agenda().video else None
    return {
        "locator": appointment.locator,
        "slot": on_wire(appointment.slot),
        "service": appointment.service,
        "need": appointment.need,
        "status": appointment.status,
        "created_at": appointment.created_at.isoformat(),
        "room_url": room,
    }


class ControlIn(BaseModel):
    now: datetime | None = None
    begin: bool = False


@app.post("/control")
async def control(body: ControlIn) -> dict[str, Any]:
    """Turn the clock, or begin anew. Answers with how many appointments there are."""
    if body.begin:
        app.state.agenda = Agenda(video=agenda().video)
    if body.now is not None:
        agenda().now = body.now
    stored = agenda().book.stored.values()
    return {"booked": sum(one.appointment.status == "booked" for one in stored), "all": len(stored)}


served = Faulty(app)
