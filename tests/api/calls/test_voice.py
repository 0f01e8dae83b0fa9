"""Signals between the two browsers of a call, and the servers by which they find each other."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from pydantic import SecretStr

from api.calls.follow import follow
from api.routes.voice import ice_servers
from tests.api.calls.conftest import Client

HELLO = {"track": "agent", "page": "p-1", "kind": "hello"}
TURN = [{"urls": ["turn:turn.example.org:3478"], "username": "isac", "credential": "secret"}]


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def told(client: Client, side: str | None) -> list[dict[str, Any]]:
    """What who follows as that side is told of a signal of each side, and then of the end."""
    seen: list[dict[str, Any]] = []

    async def listen(events: AsyncIterator[Any]) -> None:
        async for event in events:
            seen.append({**json.loads(event.data), "event": event.event})

    following = asyncio.create_task(listen(follow(client.services, client.id, 0, side)))  # type: ignore[arg-type]
    await asyncio.sleep(0)
    while not seen:  # the first stored event: from then on it follows
        await client.services.calls.tell(client.id, "track", {"track": "agent", "state": "joined"})
        await asyncio.sleep(0.01)
    for track in ("agent", "citizen"):
        answer = await client.http.post(f"/v1/calls/{client.id}/signal", json={**HELLO, "track": track})
        assert answer.status_code == 204
    await client.http.post(f"/v1/calls/{client.id}/end")
    await asyncio.wait_for(following, 20)
    return [event for event in seen if event["event"] == "signal"]


@pytest.mark.parametrize(("side", "heard"), [("agent", ["citizen"]), ("citizen", ["agent"]), (None, [])])
async def test_a_signal_is_told_to_the_other_side_only(client: Client, side: str | None, heard: list[str]) -> None:
    call = await client.begin()
    assert [signal["track"] for signal in await told(call, side)] == heard


async def test_who_may_speak_in_the_call_may_signal_and_nobody_else(client: Client) -> None:
    call, other = await client.begin(), await client.begin()
    path = f"/v1/calls/{call.id}/signal"
    conversation = client.services.tokens.for_conversation(call.id)
    codes = [
        (await client.http.post(path, json=HELLO, headers=bearer(token))).status_code
        for token in (call.token, other.token, conversation, "nonsense")
    ]
    assert codes == [204, 403, 403, 401]
    servers = await client.http.get(f"/v1/calls/{call.id}/ice-servers", headers=bearer(other.token))
    assert servers.status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [{"track": "other"}, {"page": "a b"}, {"page": ""}, {"kind": "shout"}, {"text": "x" * 20_001}],
)
async def test_what_is_no_signal_is_refused(client: Client, wrong: dict[str, Any]) -> None:
    call = await client.begin()
    assert (await client.http.post(f"/v1/calls/{call.id}/signal", json={**HELLO, **wrong})).status_code == 422


async def test_nothing_is_signalled_in_a_call_that_is_over_or_unknown(client: Client) -> None:
    call = await client.begin()
    await client.http.post(f"/v1/calls/{call.id}/end")
    over = await client.http.post(f"/v1/calls/{call.id}/signal", json=HELLO)
    unknown = await client.http.post("/v1/calls/nothing/signal", json=HELLO)
    assert [over.json()["code"], unknown.json()["code"]] == ["call_ended", "call_not_found"]


async def test_servers_are_those_of_the_setting_and_none_without_it(client: Client) -> None:
    call = await client.begin()
    path = f"/v1/calls/{call.id}/ice-servers"
    assert (await client.http.get(path, headers=bearer(call.token))).json() == []
    settings = client.services.settings.model_copy(update={"ice_servers": SecretStr(json.dumps(TURN))})
    served = await ice_servers(call.id, replace(client.services, settings=settings))
    assert [server.model_dump() for server in served] == TURN
