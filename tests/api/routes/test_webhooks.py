"""Webhooks over HTTP: who may, what is shown, and what is written to the audit."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import httpx
import pytest

from api.app import create_app
from api.services.services import Services
from api.settings.settings import Settings
from tests.api.fakes import ListTrail, make_services
from tests.tools.webhooks.receiver import receiving, status
from tests.tools.webhooks.rows import tell
from tools.store.database import Database

PATH, CRM = "/v1/admin/webhooks", {"url": "https://crm.example.org/isac", "kinds": ["contact.ended"]}


@pytest.fixture
def trail() -> ListTrail:
    return ListTrail()


@pytest.fixture
def services(database: Database, trail: ListTrail) -> Services:
    settings = Settings(_env_file=None, webhook_http=True, webhook_networks="127.0.0.0/8,::1/128")
    services = make_services(settings, database)
    return replace(services, desk=replace(services.desk, trail=trail))


@pytest.fixture
async def client(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_app(services), raise_app_exceptions=False)
    headers = {"Authorization": f"Bearer {services.tokens.for_role('admin', 'boss')}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://isac", headers=headers) as client:
        yield client


async def added(client: httpx.AsyncClient, **changes: Any) -> dict[str, Any]:
    body: dict[str, Any] = (await client.post(PATH, json=CRM | changes)).raise_for_status().json()
    return body


async def test_the_secret_is_shown_once_and_again_only_when_it_is_new(client: httpx.AsyncClient) -> None:
    made = await added(client)
    (shown,) = (await client.get(PATH)).json()
    rotated = (await client.post(f"{PATH}/{made['id']}/secret")).json()
    assert made["secret"].startswith("whsec_")
    assert rotated["secret"] not in (made["secret"], "")
    assert shown == {name: value for name, value in made.items() if name != "secret"}
    assert made["secret"] not in (await client.get(PATH)).text


async def test_it_is_changed_and_removed_and_each_change_is_in_the_audit(
    client: httpx.AsyncClient, trail: ListTrail
) -> None:
    made = await added(client, kinds=["contact.ended", "contact.ended"])
    changed = (await client.patch(f"{PATH}/{made['id']}", json={"active": False, "kinds": ["hand_off.taken"]})).json()
    assert (changed["active"], changed["kinds"], changed["url"]) == (False, ["hand_off.taken"], made["url"])
    assert (await client.delete(f"{PATH}/{made['id']}")).status_code == 204
    assert (await client.get(PATH)).json() == []
    assert made["kinds"] == ["contact.ended"]
    assert {(actor.who, record.action) for actor, record in trail.noted} == {("boss", "webhook")}
    assert [record.after for _, record in trail.noted] == [
        {"done": "add", "url": "crm.example.org", "kinds": ["contact.ended"]},
        {"webhook": made["id"], "done": "change", "active": False, "kinds": ["hand_off.taken"]},
        {"webhook": made["id"], "done": "remove"},
    ]


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("ftp://crm.example.org/", "webhook_refused"),
        ("https://user:word@crm.example.org/", "webhook_refused"),
        ("x" * 501, "invalid_request"),
    ],
)
async def test_an_address_that_may_not_be_is_refused(client: httpx.AsyncClient, url: str, code: str) -> None:
    made = await added(client)
    answers = [
        await client.post(PATH, json=CRM | {"url": url}),
        await client.patch(f"{PATH}/{made['id']}", json={"url": url}),
    ]
    assert [(one.status_code, one.json()["code"]) for one in answers] == [(422, code)] * 2


@pytest.mark.parametrize("kinds", [[], ["contact.begun"], "contact.ended"])
async def test_kinds_are_those_there_are(client: httpx.AsyncClient, kinds: Any) -> None:
    assert (await client.post(PATH, json=CRM | {"kinds": kinds})).status_code == 422


async def test_agents_and_citizens_may_not(client: httpx.AsyncClient, services: Services) -> None:
    made, agent = await added(client), {"Authorization": f"Bearer {services.tokens.for_role('agent', 'ana')}"}
    path = f"{PATH}/{made['id']}"
    asked = [
        ("POST", PATH), ("GET", PATH), ("PATCH", path), ("DELETE", path), ("POST", f"{path}/secret"),
        ("POST", f"{path}/test"), ("GET", f"{path}/messages"), ("POST", f"{path}/retry"),
    ]  # fmt: skip
    for method, where in asked:
        body = {"json": CRM} if method != "GET" and method != "DELETE" else {}
        assert (await client.request(method, where, headers=agent, **body)).status_code == 403
        assert (await client.request(method, where, headers={"Authorization": ""}, **body)).status_code == 401


async def test_of_an_unknown_one_it_is_said_that_there_is_none(client: httpx.AsyncClient) -> None:
    asked = [
        ("PATCH", ""), ("DELETE", ""), ("POST", "/secret"), ("POST", "/test"), ("GET", "/messages"), ("POST", "/retry"),
    ]  # fmt: skip
    for method, more in asked:
        body = {"json": {}} if method in ("PATCH", "POST") else {}
        answer = await client.request(method, f"{PATH}/nobody{more}", **body)
        assert (answer.status_code, answer.json()["code"]) == (404, "webhook_not_found")


async def test_a_test_says_what_the_receiver_answers(client: httpx.AsyncClient) -> None:
    async with receiving() as well, receiving(status(500)) as ill:
        tests = [await added(client, url=url) for url in (well.url, ill.url)]
        answers = [(await client.post(f"{PATH}/{one['id']}/test")).json() for one in tests]
    assert answers == [
        {"arrived": True, "status": 204, "fault": None},
        {"arrived": False, "status": 500, "fault": None},
    ]
    assert well.requests[0].told["kind"] == "webhook.test"
    nobody = (await client.post(f"{PATH}/{tests[0]['id']}/test")).json()
    assert nobody == {"arrived": False, "status": None, "fault": "unreachable"}


async def test_what_was_given_up_is_seen_and_tried_again(
    client: httpx.AsyncClient, services: Services, database: Database
) -> None:
    made = await added(client)
    for number in (1, 2):
        await tell(database, number)
    messages = services.webhooks.messages
    lost = await messages.take(made["id"])
    assert lost is not None
    await messages.failed(lost, "status_400", None)
    (shown,) = (await client.get(PATH)).json()
    assert (shown["waiting"], shown["given_up"]) == (1, 1)
    (message,) = (await client.get(f"{PATH}/{made['id']}/messages")).json()
    assert (message["id"], message["fault"], message["attempts"]) == (lost.message.id, "status_400", 1)
    retried = [
        (await client.post(f"{PATH}/{made['id']}/retry", json={"message_id": one})).json() for one in ("x", None)
    ]
    assert retried == [{"retried": 0}, {"retried": 1}]
    waiting = (await client.get(f"{PATH}/{made['id']}/messages", params={"state": "waiting"})).json()
    assert [one["data"]["number"] for one in waiting] == [2, 1]


async def test_what_became_of_deliveries_is_in_the_metrics(
    client: httpx.AsyncClient, services: Services, database: Database
) -> None:
    async with receiving() as receiver:
        await added(client, url=receiver.url)
        await tell(database, 1)
        await services.webhooks.deliveries.play()
        await services.webhooks.deliveries.idle()
    assert 'isac_webhook_deliveries{outcome="delivered"} 1.0' in (await client.get("/metrics")).text
