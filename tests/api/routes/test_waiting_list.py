"""The waiting list over HTTP, and what limits those who ask too much."""

from dataclasses import replace

import httpx
import pytest

from api.app import create_app
from api.services.services import Services
from api.settings.settings import Settings
from tests.api.conftest import Opened
from tests.api.fakes import DOCUMENT, TinyBook, make_services, with_parts
from tools.errors import TooManyHolds
from tools.store.database import Database
from tools.waiting.waiting_list import WaitRequest

KEY, PAPER = {"Idempotency-Key": "w1"}, {"X-Document": DOCUMENT}
WISH = {"document": DOCUMENT, "province": "17", "need": "jubilacion_ordinaria", "email": "ana@example.org"}


async def joined(client: httpx.AsyncClient) -> dict:
    response = await client.post("/v1/waiting-list", json=WISH, headers=KEY)
    assert response.status_code == 201
    return response.json()


async def test_joining_gives_a_code_and_a_place_and_twice_is_once(client: httpx.AsyncClient) -> None:
    ticket = await joined(client)
    assert (ticket["status"], ticket["position"], ticket["offer"]) == ("waiting", 1, None)
    assert (ticket["office_id"], ticket["service"], ticket["told_by_email"]) == ("inss-17", "pensions", True)
    assert await joined(client) == ticket
    assert (await client.get(f"/v1/waiting-list/{ticket['code']}", headers=PAPER)).json() == ticket


async def test_the_offer_is_there_when_it_is_the_persons_turn_and_goes_with_the_place(
    client: httpx.AsyncClient, services: Services
) -> None:
    ticket = await joined(client)
    await services.booking.waiting_list.offer()
    read = (await client.get(f"/v1/waiting-list/{ticket['code']}", headers=PAPER)).json()
    assert (read["status"], read["position"]) == ("offered", None)
    assert set(read["offer"]) == {"hold_id", "slot", "expires_at"}
    left = (await client.delete(f"/v1/waiting-list/{ticket['code']}", headers=PAPER)).json()
    assert (left["status"], left["offer"], left["told_by_email"]) == ("left", None, False)


@pytest.mark.parametrize(
    ("change", "headers", "status", "code"),
    [
        ({}, {}, 400, "missing_key"),
        ({"province": None}, KEY, 422, "unknown_place"),
        ({"need": "paro"}, KEY, 409, "not_bookable"),
        ({"document": "12345678A"}, KEY, 422, "bad_identifier"),
        ({"email": "nobody"}, KEY, 422, "bad_identifier"),
        ({"not_before": "2028-01-01"}, KEY, 404, "unknown_slot"),
        ({"not_after": "2026-11-01"}, KEY, 422, "past_date"),
        ({"not_before": "2026-12-05", "not_after": "2026-12-04"}, KEY, 422, "past_date"),
        ({"not_before": "mañana"}, KEY, 422, "invalid_request"),
    ],
)
async def test_a_wrong_wish_says_what_is_wrong(
    client: httpx.AsyncClient, change: dict, headers: dict[str, str], status: int, code: str
) -> None:
    response = await client.post("/v1/waiting-list", json=WISH | change, headers=headers)
    assert (response.status_code, response.json()["code"]) == (status, code)


async def test_a_second_place_is_refused_and_a_wrong_document_learns_nothing(client: httpx.AsyncClient) -> None:
    ticket = await joined(client)
    again = await client.post("/v1/waiting-list", json=WISH, headers={"Idempotency-Key": "w2"})
    assert (again.status_code, again.json()["code"]) == (409, "already_waiting")
    for code, headers in ((ticket["code"], {"X-Document": "X1234567L"}), ("AAAAAAA2", PAPER)):
        response = await client.get(f"/v1/waiting-list/{code}", headers=headers)
        assert (response.status_code, response.json()["code"]) == (404, "ticket_not_found")
    assert (await client.get(f"/v1/waiting-list/{ticket['code']}")).json()["code"] == "missing_document"


async def test_where_another_agenda_has_the_seats_there_is_no_waiting_list_but_one_can_leave_it(
    database: Database,
) -> None:
    services = make_services(Settings(_env_file=None, agenda_url="https://agenda.example/v1"), database)
    transport = httpx.ASGITransport(create_app(services))
    async with httpx.AsyncClient(transport=transport, base_url="http://isac") as client:
        for asked in (
            client.post("/v1/waiting-list", json=WISH, headers=KEY),
            client.get("/v1/waiting-list/AAAAAAA2", headers=PAPER),
        ):
            response = await asked
            assert (response.status_code, response.json()["code"]) == (409, "kept_elsewhere")
        left = await client.delete("/v1/waiting-list/AAAAAAA2", headers=PAPER)
        assert left.json()["code"] == "ticket_not_found"


async def test_events_are_for_staff_and_go_on_after_a_cursor(client: httpx.AsyncClient, services: Services) -> None:
    assert (await client.get("/v1/appointment-events")).status_code == 401
    staff = {"Authorization": f"Bearer {services.tokens.for_role('agent')}"}
    events = (await client.get("/v1/appointment-events?limit=2", headers=staff)).json()
    assert [event["kind"] for event in events] == ["held", "booked"]
    more = (await client.get(f"/v1/appointment-events?after={events[-1]['cursor']}", headers=staff)).json()
    assert [event["kind"] for event in more] == ["cancelled"]
    assert (await client.get("/v1/appointment-events?after=x", headers=staff)).status_code == 422


async def test_a_hold_tells_the_book_who_asks_and_from_where(services: Services) -> None:
    services = replace(services, origin_of=lambda address: f"from {address}")
    transport = httpx.ASGITransport(create_app(services), client=("203.0.113.9", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://isac") as client:
        await client.post("/v1/holds", json={"slot_id": "S1", "document": DOCUMENT})
    assert isinstance(services.booking.book, TinyBook)
    (asker,) = services.booking.book.askers
    assert (asker.document, asker.origin) == (DOCUMENT, "from 203.0.113.9")


async def test_the_list_is_told_from_where_people_wait_and_its_refusal_is_the_one_of_holds(services: Services) -> None:
    asked = []

    class Full:
        async def join(self, request: WaitRequest) -> None:
            asked.append(request.origin)
            raise TooManyHolds("full")

    services = with_parts(services, origin_of=lambda address: f"from {address}", waiting_list=Full())
    transport = httpx.ASGITransport(create_app(services), client=("203.0.113.9", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://isac") as client:
        response = await client.post("/v1/waiting-list", json=WISH, headers=KEY)
    assert (response.status_code, response.json()["code"]) == (429, "too_many_holds")
    assert asked == ["from 203.0.113.9"]


async def test_too_many_holds_are_told_with_what_to_do(services: Services) -> None:
    class Full(TinyBook):
        async def hold(self, *_: object) -> None:
            raise TooManyHolds("full")

    transport = httpx.ASGITransport(create_app(with_parts(services, book=Full())))
    async with httpx.AsyncClient(transport=transport, base_url="http://isac") as client:
        response = await client.post("/v1/holds", json={"slot_id": "S1"})
    assert (response.status_code, response.json()["code"]) == (429, "too_many_holds")


async def test_searches_from_one_address_are_few_whatever_they_ask(database: Database) -> None:
    settings = Settings(_env_file=None, searches_per_minute=3)
    transport = httpx.ASGITransport(create_app(make_services(settings, database)), client=("203.0.113.9", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://isac") as client:
        paths = [f"/v1/availability?province=17&from=2026-12-0{day}" for day in range(1, 6)]
        assert [(await client.get(path)).status_code for path in paths] == [200, 200, 200, 429, 429]
        assert (await client.get("/v1/waiting-list/AAAAAAA2", headers=PAPER)).status_code == 404


async def test_one_search_shows_ten_times_at_most(client: httpx.AsyncClient) -> None:
    assert (await client.get("/v1/availability?province=17&limit=11")).status_code == 422


async def test_turns_know_where_they_come_from(client: httpx.AsyncClient, opened: Opened) -> None:
    assert (await client.post(f"{opened.path}/messages", json={"text": "hola"}, headers=opened.headers)).is_success
