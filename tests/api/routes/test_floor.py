"""The floor over HTTP: presence, offers, what agents do with a hand-off, and who may."""

import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import httpx
import pytest

from api.routes.floor import _tell
from api.services.services import Services
from tests.api.fakes import SEGURIDAD_SOCIAL
from tests.contracts.test_floor import ANA, FIRST

COME_IN = {"state": "available", "name": "Ana", "languages": ["es", "eu"], "most": 2}
Headers = dict[str, str]


@pytest.fixture
def ana(services: Services) -> Headers:
    return {"Authorization": f"Bearer {services.tokens.for_role('agent', 'ana')}"}


@pytest.fixture
def boss(services: Services) -> Headers:
    return {"Authorization": f"Bearer {services.tokens.for_role('admin', 'boss')}"}


async def come_in(client: httpx.AsyncClient, headers: Headers, **changes: Any) -> dict[str, Any]:
    answer = await client.put("/v1/desk/presence", json=COME_IN | changes, headers=headers)
    body: dict[str, Any] = answer.raise_for_status().json()
    return body


async def held(client: httpx.AsyncClient, services: Services, headers: Headers) -> str:
    """The path of a hand-off that the agent holds."""
    await services.chat.hand_offs.add(FIRST)
    await come_in(client, headers)
    (await client.post("/v1/queue/h1/accept", headers=headers)).raise_for_status()
    return "/v1/queue/h1"


async def test_an_agent_comes_in_is_seen_and_goes_home(client: httpx.AsyncClient, ana: Headers, boss: Headers) -> None:
    entered = await come_in(client, ana)
    assert {name: entered[name] for name in ("who", "name", "state", "holds", "supervisor")} == {
        "who": "ana", "name": "Ana", "state": "available", "holds": 0, "supervisor": False,
    }  # fmt: skip
    assert (await come_in(client, boss, name="Zoe", state="busy"))["supervisor"]
    seen = (await client.get("/v1/desk/presence", headers=boss)).json()
    assert [one["who"] for one in seen] == ["ana", "boss"]
    assert (await client.delete("/v1/desk/presence", headers=ana)).status_code == 204
    assert [one["who"] for one in (await client.get("/v1/desk/presence", headers=boss)).json()] == ["boss"]


@pytest.mark.parametrize(
    "wrong", [{"state": "asleep"}, {"languages": []}, {"languages": ["de"]}, {"most": 0}, {"most": 6}, {"name": ""}]
)
async def test_what_makes_no_sense_is_refused(client: httpx.AsyncClient, ana: Headers, wrong: dict[str, Any]) -> None:
    refused = await client.put("/v1/desk/presence", json=COME_IN | wrong, headers=ana)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_request")


async def test_an_offer_is_declined_or_taken(client: httpx.AsyncClient, services: Services, ana: Headers) -> None:
    await services.chat.hand_offs.add(FIRST)
    await come_in(client, ana)
    await services.chat.floor.match()
    (offer,) = (await client.get("/v1/queue/mine", headers=ana)).json()
    assert (offer["state"], offer["hand_off"]["id"], offer["until"] is not None) == ("offered", "h1", True)
    declined = await client.post("/v1/queue/h1/decline", headers=ana)
    assert (declined.status_code, declined.json()["state"]) == (200, "waiting")
    assert (await client.get("/v1/queue/mine", headers=ana)).json() == []


async def test_what_is_held_is_transferred_with_a_masked_note(
    client: httpx.AsyncClient, services: Services, ana: Headers
) -> None:
    path, unit = await held(client, services, ana), SEGURIDAD_SOCIAL.units[0]
    nobody = await client.post(f"{path}/transfer", json={"to": "nobody"}, headers=ana)
    assert (nobody.status_code, nobody.json()["code"]) == (422, "transfer_impossible")
    sent = await client.post(f"{path}/transfer", json={"to": unit, "note": "es 12345678Z"}, headers=ana)
    assert (sent.json()["state"], sent.json()["wanted"], sent.json()["front"]) == ("waiting", unit, True)
    assert "12345678Z" not in sent.text


async def test_what_is_held_is_closed_once_with_its_wrap_up(
    client: httpx.AsyncClient, services: Services, ana: Headers
) -> None:
    path = await held(client, services, ana)
    for _ in range(2):
        closed = await client.post(f"{path}/close", json={"disposition": "resolved", "summary": "Hecho"}, headers=ana)
        assert (closed.status_code, closed.json()["state"]) == (200, "closed")
    events = await services.chat.contacts.events("c1")
    assert [one.data["disposition"] for one in events if one.kind == "wrap_up"] == ["resolved"]
    wrong = await client.post(f"{path}/close", json={"disposition": "bored"}, headers=ana)
    assert wrong.status_code == 422


async def test_what_is_held_is_given_back_to_the_assistant(
    client: httpx.AsyncClient, services: Services, ana: Headers
) -> None:
    path = await held(client, services, ana)
    assert (await client.post(f"{path}/return", headers=ana)).json()["state"] == "returned"


async def test_a_supervisor_who_is_asked_in_sees_it_among_theirs(
    client: httpx.AsyncClient, services: Services, ana: Headers, boss: Headers
) -> None:
    path = await held(client, services, ana)
    assert (await client.get("/v1/queue/mine", headers=boss)).json() == []
    assert (await client.post(f"{path}/supervisor", headers=boss)).status_code == 409
    assert (await client.post(f"{path}/supervisor", headers=ana)).json()["supervisor"]
    (asked,) = (await client.get("/v1/queue/mine", headers=boss)).json()
    assert (asked["state"], asked["agent"]["name"]) == ("held", "Ana")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/v1/desk/presence"), ("GET", "/v1/desk/presence"), ("DELETE", "/v1/desk/presence"),
        ("GET", "/v1/desk/events"), ("GET", "/v1/queue/mine"), ("POST", "/v1/queue/h1/decline"),
        ("POST", "/v1/queue/h1/transfer"), ("POST", "/v1/queue/h1/return"), ("POST", "/v1/queue/h1/close"),
        ("POST", "/v1/queue/h1/supervisor"),
    ],
)  # fmt: skip
async def test_all_of_it_is_for_staff(client: httpx.AsyncClient, opened: Any, method: str, path: str) -> None:
    assert (await client.request(method, path)).status_code == 401
    assert (await client.request(method, path, headers=opened.headers)).status_code == 403


async def told(services: Services, token: str) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    stream = _tell(services, services.tokens.staff(token, "agent"), token)
    async with aclosing(stream):  # type: ignore[type-var]
        async for event in stream:
            yield str(event.event), json.loads(str(event.data))


async def test_a_desk_hears_the_state_as_it_is_and_then_each_change(services: Services) -> None:
    floor, token = services.chat.floor, services.tokens.for_role("agent", "ana")
    await services.chat.hand_offs.add(replace(FIRST, created_at=services.clock()))
    stream = told(services, token)
    queue, presence = [await anext(stream) for _ in range(2)]
    assert queue == ("queue", {"total": 1, "urgent": 0, "longest_s": 0})
    assert presence == ("presence", {"present": []})
    await services.chat.floor.enter(ANA, "available")
    kinds = [(await anext(stream))[0]]
    await floor.match()
    while kinds[-1] != "offer":
        kinds.append((await anext(stream))[0])
    await floor.accept("h1", "ana")
    while kinds[-1] != "held":
        kinds.append((await anext(stream))[0])
    assert "withdrawn" not in kinds
    await floor.end("h1", "ana", "closed")
    while kinds[-1] != "withdrawn":
        kinds.append((await anext(stream))[0])
    await stream.aclose()  # type: ignore[attr-defined]


async def test_a_desk_whose_token_ran_out_hears_nothing_more(services: Services) -> None:
    short = replace(services.tokens, staff_life=-services.tokens.staff_life)
    staff = services.tokens.staff(services.tokens.for_role("agent", "ana"), "agent")
    stream = _tell(services, staff, short.for_role("agent", "ana"))
    assert [event async for event in stream] == []
