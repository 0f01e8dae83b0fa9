"""Summaries of conversations that are sent, and of chats and calls that there are."""

from typing import Any

import httpx
import pytest

from api.services.services import Services
from tests.api.fakes import NOW
from tools.contacts.contact import Contact, Utterance, utterance_event

TURNS = [{"speaker": "citizen", "text": "Me jubilo."}, {"speaker": "agent", "text": "A los 67."}]


def staff(services: Services) -> dict[str, str]:
    return {"Authorization": f"Bearer {services.tokens.for_role('agent')}", "Accept-Language": "eu"}


async def test_a_conversation_is_summarized_with_the_turns_that_say_it(
    client: httpx.AsyncClient, services: Services
) -> None:
    body = (await client.post("/v1/summaries", json={"turns": TURNS}, headers=staff(services))).json()
    assert set(body) == {"language", "needs", "reason", "sentences", "entities", "disposition"}
    answered, promised = body["sentences"]
    assert (answered["turns"], len(answered["citations"])) == ([1], 1)
    assert "who" not in answered
    assert (promised["who"], promised["by"]) == ("agent", "2026-12-03")
    assert body["entities"] == [{"kind": "date", "value": "2026-12-03", "turn": 0}]


@pytest.mark.parametrize("body", [{}, {"turns": []}, {"turns": TURNS, "language": "de"}])
async def test_what_cannot_be_summarized_is_a_problem(
    client: httpx.AsyncClient, services: Services, body: dict[str, Any]
) -> None:
    assert (await client.post("/v1/summaries", json=body, headers=staff(services))).status_code == 422


async def test_a_contact_is_summarized_for_staff_in_their_language(
    client: httpx.AsyncClient, services: Services
) -> None:
    said = [utterance_event(Utterance("citizen", "Me jubilo.", NOW, "es"))]
    await services.chat.contacts.append(Contact("c-1", "chat", NOW, "es"), said)
    body = (await client.get("/v1/contacts/c-1/summary", headers=staff(services))).json()
    assert (body["language"], body["reason"]) == ("eu", "Me jubilo.")


async def test_the_token_of_a_call_opens_its_summary_and_no_other(
    client: httpx.AsyncClient, services: Services
) -> None:
    for name in ("a", "b"):
        await services.chat.contacts.append(Contact(name, "call", NOW, "es"), [])
    own = {"Authorization": f"Bearer {services.tokens.for_call('a')}"}
    citizen = {"Authorization": f"Bearer {services.tokens.for_conversation('a')}"}
    assert (await client.get("/v1/contacts/a/summary", headers=own)).status_code == 200
    assert (await client.get("/v1/contacts/b/summary", headers=own)).status_code == 403
    assert (await client.get("/v1/contacts/a/summary", headers=citizen)).status_code == 403
    assert (await client.get("/v1/contacts/a/summary")).status_code == 401


async def test_of_nobody_there_is_none(client: httpx.AsyncClient, services: Services) -> None:
    answer = await client.get("/v1/contacts/nobody/summary", headers=staff(services))
    assert (answer.status_code, answer.json()["code"]) == (404, "contact_not_found")
