"""Availability, holds and appointments over HTTP."""

from dataclasses import replace

import httpx
import pytest

from api.app import create_app
from api.services.services import Services
from api.settings.settings import Settings
from tests.api.fakes import DOCUMENT, TinyBook, make_services

KEY = {"Idempotency-Key": "key-1"}
PAPER = {"X-Document": DOCUMENT}


async def booked(client: httpx.AsyncClient) -> dict:
    hold = (await client.post("/v1/holds", json={"slot_id": "S1"})).json()
    body = {"hold_id": hold["hold_id"], "document": DOCUMENT, "need": "jubilacion_ordinaria"}
    response = await client.post("/v1/appointments", json=body, headers=KEY)
    assert response.status_code == 201
    return response.json()


@pytest.mark.parametrize("place", ["postcode=17001", "province=17", "office_id=inss-17"])
async def test_availability_by_any_way_of_naming_a_place(client: httpx.AsyncClient, place: str) -> None:
    response = await client.get(f"/v1/availability?{place}&need=jubilacion_ordinaria&limit=2")
    body = response.json()
    assert (body["service"], body["office"]["demonstration"], len(body["slots"])) == ("pensions", True, 2)
    assert body["slots"][0]["starts_at"] == "2026-12-01T10:30:00+01:00"


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("need=jubilacion_ordinaria", 422, "unknown_place"),
        ("postcode=99999", 422, "unknown_place"),
        ("postcode=abc", 422, "unknown_place"),
        ("province=77", 422, "unknown_place"),
        ("province=²²", 422, "unknown_place"),
        ("province=٠١", 422, "unknown_place"),
        ("postcode=１７００１", 422, "unknown_place"),
        ("office_id=nowhere", 422, "unknown_place"),
        ("province=50", 404, "no_office"),
        ("province=17&channel=phone", 404, "no_office"),
        ("province=17&need=volar", 422, "unknown_need"),
        ("province=17&service=volar", 422, "unknown_need"),
        ("province=17&need=paro", 409, "not_bookable"),
        ("province=17&to=2026-11-24", 422, "past_date"),
        ("province=17&from=2026-12-03&to=2026-12-01", 422, "past_date"),
        ("province=17&from=ayer", 422, "invalid_request"),
        ("province=17&from=2027-02-29", 422, "invalid_request"),
        ("province=17&from=2026-11-31", 422, "invalid_request"),
        ("province=17&from=0000-01-01", 422, "invalid_request"),
        ("province=17&limit=0", 422, "invalid_request"),
        ("province=17&channel=owl", 422, "invalid_request"),
    ],
)
async def test_bad_availability_says_what_is_wrong(
    client: httpx.AsyncClient, query: str, status: int, code: str
) -> None:
    response = await client.get(f"/v1/availability?{query}")
    assert (response.status_code, response.json()["code"]) == (status, code)


async def test_no_appointment_is_needed_for_the_tgss(client: httpx.AsyncClient) -> None:
    body = (await client.get("/v1/availability?postcode=17001&need=vida_laboral")).json()
    assert (body["code"], body["office_hours"]) == ("no_appointment_needed", "9:00–14:00")
    assert "9:00–14:00" in body["detail"]
    assert body["link"].startswith("https://")


async def test_a_seat_is_held_once(client: httpx.AsyncClient) -> None:
    first = await client.post("/v1/holds", json={"slot_id": "S1"})
    assert (first.status_code, first.json()["slot"]["slot_id"]) == (201, "S1")
    second = await client.post("/v1/holds", json={"slot_id": "S1"})
    assert (second.status_code, second.json()["code"]) == (409, "slot_taken")
    invented = await client.post("/v1/holds", json={"slot_id": "invented"})
    assert (invented.status_code, invented.json()["code"]) == (404, "unknown_slot")


async def test_the_holder_of_a_seat_is_the_conversation(client: httpx.AsyncClient, services: Services) -> None:
    headers = {"Authorization": f"Bearer {services.tokens.for_conversation('c1')}"}
    for _ in range(2):
        assert (await client.post("/v1/holds", json={"slot_id": "S1"}, headers=headers)).status_code == 201


async def test_booking_needs_a_key_and_happens_once(client: httpx.AsyncClient) -> None:
    first = await booked(client)
    assert first["document_hint"] == "***678Z"
    again = {"hold_id": "hold-S1", "document": DOCUMENT, "need": "jubilacion_ordinaria"}
    assert (await client.post("/v1/appointments", json=again)).json()["code"] == "missing_key"
    assert (await client.post("/v1/appointments", json=again, headers=KEY)).json() == first
    other = {**again, "name": "Otra"}
    assert (await client.post("/v1/appointments", json=other, headers=KEY)).json()["code"] == "key_reused"


async def test_booking_without_a_hold_or_with_a_wrong_letter_fails_clearly(client: httpx.AsyncClient) -> None:
    gone = {"hold_id": "hold-S2", "document": DOCUMENT}
    response = await client.post("/v1/appointments", json=gone, headers=KEY)
    assert (response.status_code, response.json()["code"]) == (410, "hold_expired")
    wrong = await client.post("/v1/appointments", json={**gone, "document": "12345678A"}, headers=KEY)
    assert (wrong.status_code, wrong.json()["field"]) == (422, "document")
    assert "12345678A" not in wrong.text


async def test_an_appointment_is_read_moved_and_cancelled_with_its_document(client: httpx.AsyncClient) -> None:
    path = f"/v1/appointments/{(await booked(client))['locator']}"
    assert (await client.get(path)).json()["code"] == "missing_document"
    assert (await client.get(path, headers={"X-Document": "00000000T"})).json()["code"] == "appointment_not_found"
    assert (await client.get(path, headers=PAPER)).json()["status"] == "booked"
    hold = (await client.post("/v1/holds", json={"slot_id": "S2"})).json()
    moved = await client.patch(path, json={"hold_id": hold["hold_id"], "document": DOCUMENT})
    assert moved.json()["slot_id"] == "S2"
    cancelled = await client.request("DELETE", path, json={"document": DOCUMENT})
    assert cancelled.json()["status"] == "cancelled"
    assert (await client.delete(path, headers=PAPER)).status_code == 200


async def test_no_answer_tells_whether_a_locator_exists(client: httpx.AsyncClient) -> None:
    theirs = (await booked(client))["locator"]
    hold = (await client.post("/v1/holds", json={"slot_id": "S2"})).json()["hold_id"]
    nosy = {"X-Document": "00000000T"}
    for method, ending, body in (
        ("GET", "", None),
        ("GET", ".ics", None),
        ("PATCH", "", {"hold_id": hold}),
        ("DELETE", "", None),
    ):
        told = []
        for locator in (theirs, "AAAAAAA2", "nonsense"):
            response = await client.request(
                method,
                f"/v1/appointments/{locator}{ending}",
                json=body,
                headers={**nosy, "X-Request-ID": "same-for-all"},
            )
            told.append((response.status_code, dict(response.headers), response.json()))
        assert told[0][0] == 404
        assert told[0] == told[1] == told[2]


async def test_the_calendar_file_has_the_office_time_and_the_words_of_the_person(client: httpx.AsyncClient) -> None:
    path = f"/v1/appointments/{(await booked(client))['locator']}.ics"
    assert (await client.get(path)).json()["code"] == "missing_document"
    response = await client.get(path, headers={**PAPER, "Accept-Language": "ca"})
    assert response.headers["content-type"].startswith("text/calendar")
    assert "SUMMARY:Cita a la Seguretat Social" in response.text
    assert "DTSTART;TZID=" in response.text


async def test_a_dead_database_is_a_503_with_a_phone(client: httpx.AsyncClient, services: Services) -> None:
    assert isinstance(services.booking.book, TinyBook)
    services.booking.book.down = True
    response = await client.get("/v1/availability?province=17")
    assert (response.status_code, response.json()["code"]) == (503, "unavailable")
    assert "91 542 11 76" in response.json()["detail"]


async def test_a_booking_nobody_knows_of_says_to_repeat_it_with_the_same_key(
    client: httpx.AsyncClient, services: Services
) -> None:
    assert isinstance(services.booking.book, TinyBook)
    services.booking.book.silent = True
    hold = (await client.post("/v1/holds", json={"slot_id": "S1"})).json()
    body = {"hold_id": hold["hold_id"], "document": DOCUMENT, "need": "jubilacion_ordinaria"}
    response = await client.post("/v1/appointments", json=body, headers=KEY)
    assert (response.status_code, response.json()["code"]) == (504, "outcome_unknown")
    assert (await client.post("/v1/appointments", json=body, headers=KEY)).status_code == 201


async def test_a_video_appointment_shows_its_room_also_to_the_calendar(
    client: httpx.AsyncClient, services: Services
) -> None:
    assert isinstance(services.booking.book, TinyBook)
    services.booking.book.slots = [replace(slot, channel="video") for slot in services.booking.book.slots]
    services.booking.book.room_url = "https://rooms.example/a"
    found = await client.get("/v1/availability?province=17&channel=video&need=jubilacion_ordinaria")
    assert found.json()["slots"][0]["channel"] == "video"
    appointment = await booked(client)
    assert appointment["room_url"] == "https://rooms.example/a"
    calendar = await client.get(f"/v1/appointments/{appointment['locator']}.ics", headers=PAPER)
    assert "LOCATION:https://rooms.example/a" in calendar.text


async def test_a_person_finds_their_appointments_with_document_and_contact_and_nothing_with_the_document_alone(
    client: httpx.AsyncClient,
) -> None:
    hold = (await client.post("/v1/holds", json={"slot_id": "S1"})).json()
    body = {"hold_id": hold["hold_id"], "document": DOCUMENT, "need": "jubilacion_ordinaria", "phone": "600123456"}
    made = (await client.post("/v1/appointments", json=body, headers=KEY)).json()

    async def find(**given: str) -> httpx.Response:
        return await client.post("/v1/appointments/find", json=given)

    assert (await find(document=DOCUMENT, contact="600123456")).json() == [made]
    assert (await find(document=DOCUMENT, contact="600123457")).json() == []
    assert (await find(document="00000000T", contact="600123456")).json() == []
    assert (await find(document=DOCUMENT)).status_code == 422


async def test_guessing_the_contact_of_a_document_ends_soon_wherever_it_comes_from() -> None:
    services = replace(
        make_services(Settings(_env_file=None, finds_per_minute=3, finds_per_document_hour=4)),
        origin_of=lambda address: f"from {address}",
    )
    app = create_app(services)

    async def find(address: str, document: str, contact: str) -> httpx.Response:
        transport = httpx.ASGITransport(app, client=(address, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://isac") as client:
            return await client.post("/v1/appointments/find", json={"document": document, "contact": contact})

    from_one = [await find("203.0.113.9", DOCUMENT, f"60012345{n}") for n in range(4)]
    assert [one.status_code for one in from_one] == [200, 200, 200, 429]
    problem = from_one[-1].json()
    assert (problem["code"], problem["type"]) == ("too_many_finds", "/problems/too_many_finds")
    assert "localizador" in problem["detail"]
    assert int(from_one[-1].headers["retry-after"]) >= 1
    spaced = f"{DOCUMENT[:8]}-{DOCUMENT[8:].lower()}"
    from_others = [await find(f"203.0.113.{n}", spaced, "600123456") for n in (10, 11)]
    assert [one.status_code for one in from_others] == [200, 429]
    assert (await find("203.0.113.12", "00000000T", "600123456")).status_code == 200


async def test_cancelling_may_answer_with_the_file_that_removes_the_event(client: httpx.AsyncClient) -> None:
    path = f"/v1/appointments/{(await booked(client))['locator']}"
    response = await client.delete(path, headers={**PAPER, "Accept": "text/calendar"})
    assert response.headers["content-type"].startswith("text/calendar")
    assert "METHOD:CANCEL" in response.text
    assert "STATUS:CANCELLED" in response.text
