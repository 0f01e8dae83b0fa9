"""Citizens and their timelines over HTTP: who may look, what is written to the audit, and what ends there."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from api.app import create_app
from api.services.citizens import CitizenServices
from api.services.services import Services
from tests.api.fakes import NOW, ListTrail, make_services
from tests.api.routes.test_floor import ana, held
from tools.citizens.timeline import Interaction

__all__ = ["ana"]  # a fixture

DOCUMENT = "12345678Z"
FIND, WHY = "/v1/citizens/find", {"reason": "La persona está en el mostrador"}


@pytest.fixture
def trail() -> ListTrail:
    return ListTrail()


@pytest.fixture
def services(trail: ListTrail) -> Services:
    services = make_services()
    return replace(services, desk=replace(services.desk, trail=trail))


@pytest.fixture
async def client(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_app(services), raise_app_exceptions=False)
    headers = {"Authorization": f"Bearer {services.tokens.for_role('agent', 'agent-7')}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://isac", headers=headers) as client:
        yield client


async def had(citizens: CitizenServices, number: int, need: str | None = None) -> None:
    person, at = citizens.pseudonym(DOCUMENT), NOW + timedelta(days=number)
    await citizens.timelines.add(Interaction("crm", f"{number}", at, "email", person, need))


async def timeline_of(client: httpx.AsyncClient, document: str = DOCUMENT, **asked: str | int) -> dict:
    found = (await client.post(FIND, json={"document": document, **WHY})).raise_for_status().json()
    return (await client.get(f"/v1/citizens/{found['id']}/timeline", params=asked)).raise_for_status().json()


async def test_whose_a_document_is_and_what_their_contacts_were_about_page_by_page(
    client: httpx.AsyncClient, services: Services
) -> None:
    for number, need in enumerate(("jubilacion_ordinaria", "an-other-system's", None)):
        await had(services.citizens, number, need)
    first = await timeline_of(client, "12.345.678-z", limit=2)
    assert [(one["reference"], one["matter"]) for one in first["interactions"]] == [
        ("2", None), ("1", "an-other-system's"),
    ]  # fmt: skip
    rest = await timeline_of(client, limit=2, after=first["next_after"])
    assert [(one["matter"], one["channel"]) for one in rest["interactions"]] == [("jubilacion ordinaria", "email")]
    assert rest["next_after"] is None
    assert (await timeline_of(client, "X1234567L"))["interactions"] == []


async def test_each_look_is_written_to_the_audit_without_the_document(
    client: httpx.AsyncClient, services: Services, trail: ListTrail
) -> None:
    await timeline_of(client)
    (finder, found), (reader, read) = trail.noted
    assert (finder.who, finder.reason, found.action) == ("agent-7", WHY["reason"], "find")
    assert (reader.who, read.action) == ("agent-7", "timeline")
    assert found.after == read.after == {"citizen": services.citizens.pseudonym(DOCUMENT)}
    assert DOCUMENT not in str(trail.noted)


@pytest.mark.parametrize("wrong", [{"document": "12345678A"}, {"document": ""}, {"reason": ""}])
async def test_without_a_document_or_a_reason_nobody_is_found(client: httpx.AsyncClient, wrong: dict[str, str]) -> None:
    assert (await client.post(FIND, json={"document": DOCUMENT, **WHY, **wrong})).status_code == 422


@pytest.mark.parametrize("path", ["12345678Z/timeline", "A/timeline", "{found}/timeline?after=x"])
async def test_a_timeline_is_asked_for_by_an_id_and_a_place(client: httpx.AsyncClient, path: str) -> None:
    found = (await client.post(FIND, json={"document": DOCUMENT, **WHY})).json()["id"]
    assert (await client.get(f"/v1/citizens/{path.format(found=found)}")).json()["code"] == "invalid_request"


async def test_only_staff_may(client: httpx.AsyncClient, services: Services, trail: ListTrail) -> None:
    citizen = {"Authorization": f"Bearer {services.tokens.for_conversation('c1')}"}
    for headers, status in (({"Authorization": ""}, 401), (citizen, 403)):
        assert (await client.post(FIND, json={"document": DOCUMENT, **WHY}, headers=headers)).status_code == status
        assert (await client.get(f"/v1/citizens/{'a' * 64}/timeline", headers=headers)).status_code == status
    assert trail.noted == []


async def test_a_conversation_that_an_agent_closes_stays_once_on_the_timeline_of_whom_they_name(
    client: httpx.AsyncClient, services: Services, ana: dict[str, str]
) -> None:
    path = await held(client, services, ana)
    body = {"disposition": "callback", "summary": f"Es {DOCUMENT}", "citizen": services.citizens.pseudonym(DOCUMENT)}
    for _ in range(2):
        (await client.post(f"{path}/close", json=body, headers=ana)).raise_for_status()
    (one,) = (await timeline_of(client))["interactions"]
    told = {name: one[name] for name in ("system", "channel", "outcome", "agent", "summary")}
    assert told == {
        "system": "isac", "channel": "chat", "outcome": "callback", "agent": "ana", "summary": "Es [DOCUMENT]",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("documents", "known"),
    [(set(), False), ({DOCUMENT}, True), ({DOCUMENT, "X1234567L"}, False), ({"12345678A"}, False)],
)
def test_a_contact_that_names_several_people_or_nobody_is_nobodys(
    services: Services, documents: set[str], known: bool
) -> None:
    assert (services.citizens.stated(documents) is not None) == known
