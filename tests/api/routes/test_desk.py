"""The desk over HTTP: a real database behind the routes."""

from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest

from api.app import create_app
from api.services.services import Services
from api.services.tokens import Role
from api.settings.settings import Settings
from api.wiring.desk import build_desk
from tests import shipped
from tests.api.fakes import DOCUMENT, NOW, make_services, with_parts
from tools.appointments.slots import BookingRules, SlotSpace
from tools.clock import fixed
from tools.offices.slots import SlotQuery
from tools.store.appointments_postgres import PostgresAppointmentBook
from tools.store.database import Database
from tools.store.desk_notices import EventNotices
from tools.store.events import PostgresEventBus

PATH = "/v1/desk/appointments"
WHY = {"reason": "La persona lo pide en el mostrador"}


@pytest.fixture
def services(database: Database) -> Services:
    offices = {"inss-28": shipped.offices()["inss-28"]}
    slots = SlotSpace(offices, shipped.calendar(), BookingRules())
    desk = build_desk(slots, database, EventNotices(PostgresEventBus(database)), b"secret", fixed(NOW))
    book = PostgresAppointmentBook(database, slots, fixed(NOW), b"secret")
    return with_parts(make_services(), offices=offices, book=book, desk=desk)


@pytest.fixture
async def client(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_app(services))
    async with httpx.AsyncClient(transport=transport, base_url="http://isac", headers=staff(services)) as client:
        yield client


def staff(services: Services, role: Role = "agent", who: str = "agent-7") -> dict[str, str]:
    return {"Authorization": f"Bearer {services.tokens.for_role(role, who)}"}


async def slot_ids(services: Services, limit: int = 3) -> list[str]:
    found = await services.booking.book.availability(SlotQuery("inss-28", "pensions", "in_person", limit=limit))
    return [slot.id for slot in found]


async def booked(client: httpx.AsyncClient, slot_id: str, key: str = "k1") -> dict:
    body = {"slot_id": slot_id, "document": DOCUMENT, "need": "jubilacion_ordinaria", "name": "A", "phone": "600123456"}
    response = await client.post(PATH, json={**body, **WHY}, headers={"Idempotency-Key": key})
    assert response.status_code == 201, response.text
    return response.json()


async def test_an_agent_books_finds_moves_and_cancels_for_somebody(
    client: httpx.AsyncClient, services: Services
) -> None:
    one, other = await slot_ids(services, 2)
    made = await booked(client, one)
    assert (made["document_hint"], made["phone"], made["unit"]) == ("***678Z", "600123456", "pensions")
    assert await booked(client, one) == made
    by_locator = await client.post(f"{PATH}/find", json={"locator": made["locator"], **WHY})
    by_person = await client.post(f"{PATH}/find", json={"document": DOCUMENT, **WHY})
    assert by_locator.json() == by_person.json() == [made]
    day = (await client.get(PATH, params={"office_id": "inss-28", "day": made["starts_at"][:10]})).json()
    assert [line["locator"] for line in day] == [made["locator"]]
    moved = (await client.post(f"{PATH}/{made['locator']}/move", json={"slot_id": other, **WHY})).json()
    assert (moved["slot_id"], moved["locator"]) == (other, made["locator"])
    early = await client.post(f"{PATH}/{made['locator']}/attendance", json={"mark": "no_show"})
    assert (early.status_code, early.json()["code"]) == (409, "marked_too_soon")
    cancelled = await client.post(f"{PATH}/{made['locator']}/cancel", json=WHY)
    assert cancelled.json()["status"] == "cancelled"


async def test_administrators_read_who_did_what_and_why_page_by_page(
    client: httpx.AsyncClient, services: Services
) -> None:
    (slot,) = await slot_ids(services, 1)
    made = await booked(client, slot)
    await client.post(f"{PATH}/{made['locator']}/cancel", json={"reason": f"Lo pide {DOCUMENT}, tel. 600123456"})
    admin = staff(services, "admin", "admin-1")
    page = (await client.get("/v1/desk/audit", params={"limit": 2}, headers=admin)).json()
    done, begun = page["entries"]
    assert (done["who"], done["role"], done["action"], done["outcome"]) == ("agent-7", "agent", "cancel", "done")
    assert (done["before"]["status"], done["after"]["status"]) == ("booked", "cancelled")
    assert (begun["outcome"], begun["deed_id"]) == ("begun", done["deed_id"])
    assert DOCUMENT not in str(page)
    assert "600123456" not in str(page)
    rest = (await client.get("/v1/desk/audit", params={"before": page["next_before"]}, headers=admin)).json()
    assert [entry["action"] for entry in rest["entries"]] == ["book", "book"]
    assert rest["next_before"] is None
    only = await client.get("/v1/desk/audit", params={"who": "agent-8"}, headers=admin)
    assert only.json()["entries"] == []


async def test_an_administrator_closes_a_day_and_opens_it_again(client: httpx.AsyncClient, services: Services) -> None:
    (slot,) = await slot_ids(services, 1)
    made = await booked(client, slot)
    day, admin = made["starts_at"][:10], staff(services, "admin", "admin-1")
    body = {"office_id": "inss-28", "day": day, "reason": "Avería eléctrica"}
    closing = (await client.post("/v1/desk/closures", json=body, headers=admin)).json()
    assert [one["locator"] for one in closing["moved"]] == [made["locator"]]
    assert closing["moved"][0]["starts_at"][:10] > day
    known = (await client.get("/v1/desk/closures", params={"office_id": "inss-28"})).json()
    assert [(one["day"], one["reason"], one["who"]) for one in known] == [(day, "Avería eléctrica", "admin-1")]
    path = f"/v1/desk/closures/inss-28/{day}"
    assert (await client.request("DELETE", path, json=WHY, headers=admin)).status_code == 204
    assert (await client.get("/v1/desk/closures", params={"office_id": "inss-28"})).json() == []


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", f"{PATH}?office_id=inss-28", None),
        ("POST", f"{PATH}/find", {"locator": "AAAAAAA2", **WHY}),
        ("POST", PATH, {"slot_id": "S", "document": DOCUMENT, **WHY}),
        ("POST", f"{PATH}/AAAAAAA2/move", {"slot_id": "S", **WHY}),
        ("POST", f"{PATH}/AAAAAAA2/cancel", WHY),
        ("POST", f"{PATH}/AAAAAAA2/attendance", {"mark": "attended"}),
        ("GET", "/v1/desk/closures?office_id=inss-28", None),
        ("POST", "/v1/desk/closures", {"office_id": "inss-28", "day": "2026-12-02", **WHY}),
        ("DELETE", "/v1/desk/closures/inss-28/2026-12-02", WHY),
        ("GET", "/v1/desk/audit", None),
    ],
)
async def test_only_staff_and_for_closures_and_audit_only_administrators(
    client: httpx.AsyncClient, services: Services, method: str, path: str, body: dict | None
) -> None:
    citizen = {"Authorization": f"Bearer {services.tokens.for_conversation('c1')}"}
    assert (await client.request(method, path, json=body, headers={"Authorization": ""})).status_code == 401
    assert (await client.request(method, path, json=body, headers=citizen)).status_code == 403
    administrators = path.endswith("audit") or ("closures" in path and method != "GET")
    assert ((await client.request(method, path, json=body)).status_code == 403) == administrators
    admin = staff(services, "admin")
    assert (await client.request(method, path, json=body, headers=admin)).status_code not in (401, 403)


@pytest.mark.parametrize(
    ("method", "path", "body", "code"),
    [
        ("GET", f"{PATH}?office_id=nowhere", None, "unknown_place"),
        ("GET", f"{PATH}?office_id=inss-28&day=ayer", None, "invalid_request"),
        ("POST", f"{PATH}/find", WHY, "invalid_request"),
        ("POST", f"{PATH}/find", {"locator": "AAAAAAA2", "document": DOCUMENT, **WHY}, "invalid_request"),
        ("POST", f"{PATH}/find", {"locator": "AAAAAAA2"}, "invalid_request"),
        ("POST", f"{PATH}/find", {"locator": "AAAAAAA2", "reason": ""}, "invalid_request"),
        ("POST", f"{PATH}/find", {"locator": "x", **WHY}, "bad_identifier"),
        ("POST", f"{PATH}/find", {"locator": "AAAAAAA2", **WHY}, "appointment_not_found"),
        ("POST", PATH, {"slot_id": "S", "document": DOCUMENT, **WHY}, "missing_key"),
        ("POST", f"{PATH}/AAAAAAA2/move", {"slot_id": "S"}, "invalid_request"),
        ("POST", f"{PATH}/AAAAAAA2/move", {"slot_id": "S", **WHY}, "appointment_not_found"),
        ("POST", f"{PATH}/AAAAAAA2/cancel", {}, "invalid_request"),
        ("POST", f"{PATH}/AAAAAAA2/attendance", {"mark": "late"}, "invalid_request"),
        ("POST", "/v1/desk/closures", {"office_id": "nowhere", "day": "2026-12-02", **WHY}, "unknown_place"),
        ("POST", "/v1/desk/closures", {"office_id": "inss-28", "day": "2026-11-20", **WHY}, "past_date"),
        ("POST", "/v1/desk/closures", {"office_id": "inss-28", "day": "2026-02-30", **WHY}, "invalid_request"),
        ("GET", "/v1/desk/audit?limit=0", None, "invalid_request"),
        ("GET", "/v1/desk/audit?before=0", None, "invalid_request"),
    ],
)
async def test_what_cannot_be_done_says_why(
    client: httpx.AsyncClient, services: Services, method: str, path: str, body: dict | None, code: str
) -> None:
    response = await client.request(method, path, json=body, headers=staff(services, "admin"))
    assert response.json()["code"] == code


async def test_where_another_agenda_has_the_seats_none_of_those_here_is_given(services: Services) -> None:
    settings = Settings(_env_file=None, agenda_url="https://agenda.example/v1")
    (slot_id,) = await slot_ids(services, 1)
    transport = httpx.ASGITransport(create_app(replace(services, settings=settings)))
    body = {"slot_id": slot_id, "document": DOCUMENT, "need": "jubilacion_ordinaria", **WHY}
    closing = {"office_id": "inss-28", "day": "2026-12-02", **WHY}
    async with httpx.AsyncClient(transport=transport, base_url="http://isac", headers=staff(services, "admin")) as one:
        for asked in (
            one.post(PATH, json=body, headers={"Idempotency-Key": "k1"}),
            one.post(f"{PATH}/AAAAAAA2/move", json={"slot_id": slot_id, **WHY}),
            one.post("/v1/desk/closures", json=closing),
        ):
            response = await asked
            assert (response.status_code, response.json()["code"]) == (409, "kept_elsewhere")
        cancelled = await one.post(f"{PATH}/AAAAAAA2/cancel", json=WHY)
        assert cancelled.json()["code"] == "appointment_not_found"
