"""Conversations over HTTP: opened, spoken in, resumed, kept apart."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
from sse_starlette import ServerSentEvent

from api.routes.conversations import listen
from api.services.people import Party
from api.services.services import Services
from tests.api.conftest import Opened
from tests.api.fakes import ScriptedConversations, make_services

TURN_KEYS = {
    "turn_id", "language", "need", "step", "messages", "quick_replies", "slots", "offers", "appointment", "hand_off",
    "completeness",
}  # fmt: skip


def events(text: str) -> list[tuple[str, dict]]:
    blocks = [block.splitlines() for block in text.replace("\r\n", "\n").split("\n\n") if "data:" in block]
    fields = [dict(line.split(": ", 1) for line in block if ": " in line and line[0] != ":") for block in blocks]
    return [(field["event"], json.loads(field["data"])) for field in fields]


async def turns_of(services: Services, conversation_id: str, last: str | None = None) -> AsyncIterator[ServerSentEvent]:
    """What is told of turns to who follows from now on."""
    following = (await listen(Party(conversation_id), services, last)).body_iterator

    async def told() -> AsyncIterator[ServerSentEvent]:
        async for event in following:
            assert isinstance(event, ServerSentEvent)
            if event.event in ("turn", "missed"):
                yield event

    return told()


async def test_a_conversation_opens_without_a_body_in_the_language_of_the_browser(client: httpx.AsyncClient) -> None:
    response = await client.post("/v1/conversations", headers={"Accept-Language": "pt, eu;q=0.8, en;q=0.5"})
    assert response.status_code == 201
    body = response.json()
    assert body["language"] == "eu"
    assert set(body["greeting"]) == TURN_KEYS
    assert body["greeting"]["messages"][0]["kind"] == "greeting"


async def test_a_turn_has_the_shape_of_the_contract(client: httpx.AsyncClient, opened: Opened) -> None:
    response = await client.post(f"{opened.path}/messages", json={"text": "jubilación"}, headers=opened.headers)
    turn = response.json()
    assert response.status_code == 200
    assert set(turn) == TURN_KEYS
    assert turn["language"] == {"code": "es", "confidence": 0.98}
    message = turn["messages"][0]
    first, _, page = message["citations"]
    assert set(first) == {
        "id", "quote", "held", "lines", "source_title", "source_url", "article", "version", "valid_from", "valid_to",
    }  # fmt: skip
    assert first["quote"] not in message["text"]
    assert (first["held"], first["lines"], first["article"]) == (True, [0, 1], "artículo 3.1.a)")
    assert (first["valid_from"], first["valid_to"]) == ("2026-01-01", "2026-12-31")
    assert (page["held"], page["quote"], page["lines"], page["article"]) == (False, "", [2], None)


async def test_the_same_turn_comes_as_a_stream_when_asked(client: httpx.AsyncClient, opened: Opened) -> None:
    headers = {**opened.headers, "Accept": "text/event-stream"}
    response = await client.post(f"{opened.path}/messages", json={"text": "jubilación"}, headers=headers)
    received = events(response.text)
    assert [name for name, _ in received] == ["message", "turn"]
    assert received[1][1]["messages"] == [received[0][1]]


async def test_an_error_inside_a_stream_is_a_problem_event(
    client: httpx.AsyncClient, opened: Opened, services: Services
) -> None:
    assert isinstance(services.chat.conversations, ScriptedConversations)
    services.chat.conversations.down = True
    headers = {**opened.headers, "Accept": "text/event-stream"}
    response = await client.post(f"{opened.path}/messages", json={"text": "hola"}, headers=headers)
    [(name, problem)] = events(response.text)
    assert (name, problem["code"], problem["status"]) == ("problem", "unavailable", 503)


async def test_a_conversation_is_read_back_for_a_page_that_reloads(client: httpx.AsyncClient, opened: Opened) -> None:
    await client.post(f"{opened.path}/messages", json={"text": "cita"}, headers=opened.headers)
    body = (await client.get(opened.path, headers=opened.headers)).json()
    assert [line["speaker"] for line in body["transcript"]] == ["assistant", "citizen", "assistant"]
    assert len(body["latest"]["offers"]) == 3


async def test_it_is_read_back_as_of_one_moment_though_turns_come_meanwhile(
    client: httpx.AsyncClient, opened: Opened, services: Services
) -> None:
    assert isinstance(services.chat.conversations, ScriptedConversations)
    before = services.chat.conversations.readings
    await client.get(opened.path, headers=opened.headers)
    assert services.chat.conversations.readings == before + 1


async def test_a_message_sent_again_with_its_key_is_one_turn_and_gets_its_answer(
    client: httpx.AsyncClient, opened: Opened
) -> None:
    async def say(text: str, key: str) -> dict:
        headers = {**opened.headers, "Idempotency-Key": key}
        return (await client.post(f"{opened.path}/messages", json={"text": text}, headers=headers)).json()

    first = await say("cita", "a")
    assert await say("cita", "a") == first
    assert (await say("cita", "b"))["turn_id"] != first["turn_id"]
    transcript = (await client.get(opened.path, headers=opened.headers)).json()["transcript"]
    assert [line["speaker"] for line in transcript].count("citizen") == 2


async def test_turns_of_one_conversation_never_overlap(
    client: httpx.AsyncClient, opened: Opened, services: Services
) -> None:
    async def say(text: str) -> httpx.Response:
        return await client.post(f"{opened.path}/messages", json={"text": text}, headers=opened.headers)

    responses = await asyncio.gather(*(say(f"hola {number}") for number in range(20)))
    assert {response.status_code for response in responses} == {200}
    assert isinstance(services.chat.conversations, ScriptedConversations)
    assert services.chat.conversations.most_running == 1


async def test_a_turn_is_told_to_followers_by_its_id_only(
    client: httpx.AsyncClient, opened: Opened, services: Services
) -> None:
    response = await client.post(f"{opened.path}/messages", json={"text": "hola"}, headers=opened.headers)
    *_, told = await services.chat.contacts.events(opened.id)
    assert (told.kind, told.data) == ("turn", {"turn_id": response.json()["turn_id"]})


ODD = ["", " ", "a" * 10_000, "🙂🙂", "مرحبا", "<script>alert(1)</script>", "a\u200b\u202eb", "a\x00b", "a\ud800b"]


@pytest.mark.parametrize("text", ODD)
async def test_odd_text_gets_an_answer(client: httpx.AsyncClient, opened: Opened, text: str) -> None:
    headers = {**opened.headers, "Content-Type": "application/json"}
    response = await client.post(f"{opened.path}/messages", content=json.dumps({"text": text}), headers=headers)
    assert response.status_code == 200
    said = (await client.get(opened.path, headers=opened.headers)).json()["transcript"][1]["text"]
    assert "\x00" not in said
    assert said.encode("utf-8").decode("utf-8") == said


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({}, 401, "missing_token"),
        ({"Authorization": "Bearer nonsense"}, 401, "bad_token"),
        ({"Authorization": f"Bearer {make_services().tokens.for_conversation('another')}"}, 403, "forbidden"),
    ],
)
async def test_a_conversation_opens_only_with_its_own_token(
    client: httpx.AsyncClient, opened: Opened, headers: dict[str, str], status: int, code: str
) -> None:
    for response in (
        await client.get(opened.path, headers=headers),
        await client.post(f"{opened.path}/messages", json={"text": "hola"}, headers=headers),
        await client.get(f"{opened.path}/events", headers=headers),
    ):
        assert (response.status_code, response.json()["code"]) == (status, code)


async def test_staff_do_not_speak_as_the_citizen(client: httpx.AsyncClient, services: Services, opened: Opened) -> None:
    staff = {"Authorization": f"Bearer {services.tokens.for_role('admin')}"}
    refused = await client.post(f"{opened.path}/messages", json={"text": "hola"}, headers=staff)
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")


async def test_a_good_token_for_a_lost_conversation_is_a_404(client: httpx.AsyncClient, services: Services) -> None:
    headers = {"Authorization": f"Bearer {services.tokens.for_conversation('lost')}"}
    for path in ("/v1/conversations/lost", "/v1/conversations/lost/events"):
        response = await client.get(path, headers=headers)
        assert (response.status_code, response.json()["code"]) == (404, "unknown_conversation")


async def test_who_follows_gets_each_turn_once_and_is_told_of_one_that_was_overtaken(
    services: Services, opened: Opened
) -> None:
    following = await turns_of(services, opened.id)
    first, second = [await services.chat.conversations.reply(opened.id, text, text) for text in ("hola", "gracias")]
    await services.chat.conversations.reply(opened.id, "gracias", "gracias")  # said again: the same turn
    events = [await anext(following), await anext(following)]
    third = await services.chat.conversations.reply(opened.id, "hola")
    events.append(await anext(following))
    assert [(event.event, event.id) for event in events] == [
        ("missed", first.turn_id),
        ("turn", second.turn_id),
        ("turn", third.turn_id),
    ]


async def test_who_comes_back_with_the_last_turn_they_saw_gets_what_they_missed(
    services: Services, opened: Opened
) -> None:
    first, second, third = [
        await services.chat.conversations.reply(opened.id, text) for text in ("hola", "cita", "hola")
    ]
    following = await turns_of(services, opened.id, first.turn_id)
    events = [await anext(following), await anext(following)]
    assert [(event.event, event.id) for event in events] == [("missed", second.turn_id), ("turn", third.turn_id)]


async def test_an_unknown_last_event_begins_at_this_moment(services: Services, opened: Opened) -> None:
    await services.chat.conversations.reply(opened.id, "hola")
    following = await turns_of(services, opened.id, "no such turn")
    turn = await services.chat.conversations.reply(opened.id, "cita")
    assert (await anext(following)).id == turn.turn_id


async def test_the_queue_is_for_staff(client: httpx.AsyncClient, services: Services, opened: Opened) -> None:
    turn = await services.chat.conversations.reply(opened.id, services.phrases.say("es", "page-person-message"))
    assert turn.hand_off is not None
    await services.chat.hand_offs.add(turn.hand_off)
    assert (await client.get("/v1/queue")).status_code == 401
    assert (await client.get("/v1/queue", headers=opened.headers)).status_code == 403
    staff = {"Authorization": f"Bearer {services.tokens.for_role('agent')}"}
    assert [item["reason"] for item in (await client.get("/v1/queue", headers=staff)).json()] == ["asked"]


async def test_the_queue_comes_in_pages_with_its_counts(
    client: httpx.AsyncClient, services: Services, opened: Opened
) -> None:
    turn = await services.chat.conversations.reply(opened.id, services.phrases.say("es", "page-person-message"))
    assert turn.hand_off is not None
    for number in range(10):
        flood = replace(turn.hand_off, id=f"P-{number}", conversation_id=f"c{number}", urgent=True)
        await services.chat.hand_offs.add(flood, "somewhere")
    await services.chat.hand_offs.add(turn.hand_off)
    staff = {"Authorization": f"Bearer {services.tokens.for_role('agent')}"}
    first = await client.get("/v1/queue?limit=6", headers=staff)
    assert (first.headers["X-Total-Count"], first.headers["X-Urgent-Count"]) == ("11", "10")
    assert [item["apart"] for item in first.json()] == [False] * 5 + [True]
    second = await client.get(first.links["next"]["url"], headers=staff)
    assert [item["same_origin"] for item in second.json()] == [10] * 4 + [None]
    assert "next" not in second.links
    refused = await client.get("/v1/queue?after=nowhere", headers=staff)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_request")


async def test_a_hand_off_is_accepted_by_one_agent_and_leaves_the_queue(
    client: httpx.AsyncClient, services: Services, opened: Opened
) -> None:
    turn = await services.chat.conversations.reply(opened.id, services.phrases.say("es", "page-person-message"))
    assert turn.hand_off is not None
    await services.chat.hand_offs.add(turn.hand_off)
    one, other = ({"Authorization": f"Bearer {services.tokens.for_role('agent', who)}"} for who in ("ana", "bea"))
    path = f"/v1/queue/{turn.hand_off.id}/accept"
    assert (await client.post(path)).status_code == 401
    assert (await client.post(path, headers=opened.headers)).status_code == 403
    unknown = await client.post("/v1/queue/other/accept", headers=one)
    assert (unknown.status_code, unknown.json()["code"]) == (404, "hand_off_not_found")
    early = await client.post(path, headers=one)
    assert (early.status_code, early.json()["code"]) == (409, "not_at_desk")
    for headers in (one, other):
        await client.put("/v1/desk/presence", json={"state": "available", "languages": ["es"]}, headers=headers)
    for _ in range(2):
        accepted = await client.post(path, headers=one)
        assert (accepted.status_code, accepted.json()["conversation_id"]) == (200, turn.hand_off.conversation_id)
    assert (await client.get("/v1/queue", headers=other)).json() == []
    refused = await client.post(path, headers=other)
    assert (refused.status_code, refused.json()["code"]) == (409, "hand_off_taken")
    assert refused.headers["content-type"] == "application/problem+json"
