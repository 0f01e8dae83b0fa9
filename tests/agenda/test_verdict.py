"""Answers that the reference agenda never gives."""

import httpx
import pytest

from tools.appointments.agenda.book import AgendaBook
from tools.appointments.agenda.client import AgendaClient
from tools.appointments.agenda.question import Chance, Patience
from tools.appointments.book import BookingRequest
from tools.breaker import CircuitBreaker
from tools.errors import AppointmentNotFound, BadIdentifier, OutcomeUnknown, ToolError, ToolUnavailable
from tools.offices.slots import SlotQuery

REQUEST = BookingRequest("h", "pensions", "jubilacion_ordinaria", "12345678Z", "k")
SLOT = {
    "id": "s1", "office_id": "inss-28", "channel": "video", "starts_at": "2026-12-01T09:00:00+01:00", "minutes": 15,
    "timezone": "Europe/Madrid",
}  # fmt: skip
APPOINTMENT = {
    "locator": "K7MQ2XHD", "slot": SLOT, "service": "pensions", "need": "jubilacion_ordinaria", "status": "booked",
    "created_at": "2026-11-25T10:00:00+01:00", "room_url": "https://rooms.example/a",
}  # fmt: skip


class Agenda:
    """Answers always the same and remembers what it was asked."""

    def __init__(self, status: int, body: object, headers: dict[str, str] | None = None) -> None:
        self.status, self.body, self.headers = status, body, headers or {}
        self.asked: list[httpx.Request] = []
        http = httpx.AsyncClient(transport=httpx.MockTransport(self.answer), base_url="https://agenda.example/v1/")
        self.book = AgendaBook(AgendaClient(http, CircuitBreaker(lambda: 0.0), Patience(), Chance(no_pause)))

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return httpx.Response(self.status, json=self.body, headers=self.headers)


async def no_pause(seconds: float) -> None:
    return None


@pytest.mark.parametrize(
    ("status", "body", "error", "times"),
    [
        (401, {"status": 401}, ToolUnavailable, 1),
        (404, {"detail": "Not Found"}, ToolUnavailable, 1),
        (409, {"code": "something_new"}, ToolUnavailable, 1),
        (302, {}, ToolUnavailable, 1),
        (409, {"code": "in_progress"}, OutcomeUnknown, 3),
        (408, {}, OutcomeUnknown, 3),
        (503, {}, OutcomeUnknown, 3),
        (422, {"code": "bad_identifier", "kind": "phone"}, BadIdentifier, 1),
        (201, APPOINTMENT | {"locator": "1"}, OutcomeUnknown, 3),
        (201, APPOINTMENT | {"room_url": "javascript:alert(1)"}, OutcomeUnknown, 3),
        (201, APPOINTMENT | {"slot": SLOT | {"timezone": "../../etc/passwd"}}, OutcomeUnknown, 3),
        (201, APPOINTMENT | {"slot": SLOT | {"starts_at": "2026-12-01T09:00:00"}}, OutcomeUnknown, 3),
    ],
)
async def test_a_no_is_told_from_nobody_knows(status: int, body: object, error: type[ToolError], times: int) -> None:
    agenda = Agenda(status, body)
    with pytest.raises(error):
        await agenda.book.book(REQUEST)
    assert len(agenda.asked) == times


async def test_a_document_that_the_agenda_does_not_take_names_no_appointment() -> None:
    book = Agenda(422, {"code": "bad_identifier", "kind": "document"}).book
    named = "K7MQ2XHD", "12345678Z"
    for ask in (book.find(*named), book.move(*named, "h"), book.cancel(*named)):
        with pytest.raises(AppointmentNotFound):
            await ask
    assert await book.find_by_person("12345678Z", "+34612345678") == []
    assert await book.outcome(REQUEST) is None


async def test_a_long_wait_is_not_waited_for() -> None:
    agenda = Agenda(429, {}, {"Retry-After": "600"})
    with pytest.raises(ToolUnavailable):
        await agenda.book.book(REQUEST)
    assert len(agenda.asked) == 1


async def test_every_attempt_carries_the_same_key_and_body_and_no_address_carries_the_document() -> None:
    agenda = Agenda(503, {})
    with pytest.raises(OutcomeUnknown):
        await agenda.book.book(REQUEST)
    with pytest.raises(ToolUnavailable):
        await agenda.book.find("K7MQ2XHD", "12345678Z")
    bookings = [request for request in agenda.asked if request.method == "POST"]
    assert {(request.headers["Idempotency-Key"], request.content) for request in bookings} == {
        ("k", bookings[0].content)
    }
    assert not any("12345678" in str(request.url) for request in agenda.asked)


async def test_a_video_appointment_brings_its_room() -> None:
    booked = await Agenda(201, APPOINTMENT | {"new_member": 1}).book.book(REQUEST)
    assert booked.room_url == "https://rooms.example/a"
    assert (booked.slot.starts_at.hour, str(booked.slot.starts_at.tzinfo)) == (9, "Europe/Madrid")


async def test_the_document_is_checked_before_anything_is_sent() -> None:
    agenda = Agenda(201, APPOINTMENT)
    with pytest.raises(BadIdentifier):
        await agenda.book.book(BookingRequest("h", "pensions", "n", "12345678A", "k"))
    assert agenda.asked == []


async def test_slots_of_another_channel_and_too_many_are_left_out() -> None:
    slots = [SLOT | {"id": f"s{n}", "starts_at": f"2026-12-01T{20 - n}:00:00+01:00"} for n in range(9)]
    agenda = Agenda(200, {"slots": [*slots, SLOT | {"channel": "phone"}]})
    found = await agenda.book.availability(SlotQuery("inss-28", "pensions", "video", limit=4))
    assert len(found) == 4
    assert found == sorted(found, key=lambda slot: slot.starts_at)
    assert {slot.channel for slot in found} == {"video"}
