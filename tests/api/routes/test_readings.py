"""What a conversation was taken to be, put right by the agent who has it."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from api.services.services import Services
from tests.contracts.test_floor import FIRST
from tools.appointments.keys import Pseudonym
from tools.audit import AuditQuery
from tools.contacts.contact import READING
from tools.errors import ToolUnavailable
from tools.queues.floor import Agent, PutRight
from tools.queues.hand_offs import HandOff

Headers = dict[str, str]


@pytest.fixture
def ana(services: Services) -> Headers:
    return {"Authorization": f"Bearer {services.tokens.for_role('agent', 'ana')}"}


@pytest.fixture
async def conversation(services: Services) -> str:
    """One in which somebody asked for a person, and that Ana holds."""
    opened, _ = await services.chat.conversations.open("es")
    await services.chat.conversations.reply(opened, "¿Y la prestación?", "m1")
    await services.chat.hand_offs.add(replace(FIRST, conversation_id=opened, need="paro", summary=("Uno",)))
    await services.chat.floor.enter(Agent("ana", "Ana", ("es", "eu")), "available")
    await services.chat.floor.accept("h1", "ana")
    return opened


async def put_right(client: httpx.AsyncClient, conversation: str, ana: Headers, **wish: Any) -> dict[str, Any]:
    """The hand-off afterwards."""
    told = await client.patch(f"/v1/conversations/{conversation}/reading", json=wish, headers=ana)
    hand_off: dict[str, Any] = told.raise_for_status().json()["hand_off"]
    return hand_off


async def kept(services: Services, conversation: str, name: str) -> list[tuple[Any, Any]]:
    found = [one.data for one in await services.chat.contacts.events(conversation) if one.kind == READING]
    return [(data["before"][name], data["after"][name]) for data in found]


async def hand_off_of(services: Services) -> HandOff:
    return (await services.chat.floor.find("h1")).hand_off


async def test_the_need_put_right_holds_for_unit_summaries_and_timeline(
    client: httpx.AsyncClient, services: Services, conversation: str, ana: Headers
) -> None:
    hand_off = await put_right(client, conversation, ana, need="jubilacion_ordinaria")
    assert (hand_off["need"], hand_off["unit"]) == ("jubilacion_ordinaria", "unidad")
    assert any("jubilacion ordinaria" in line for line in hand_off["summary"])
    assert hand_off["summary"][-1] == "Uno"
    again = await put_right(client, conversation, ana, need="vida_laboral")
    assert not any("jubilacion ordinaria" in line for line in again["summary"])
    summary = (await client.get(f"/v1/contacts/{conversation}/summary", headers=ana)).json()
    assert summary["needs"] == ["vida_laboral"]
    await client.post("/v1/queue/h1/close", json={"disposition": "resolved", "citizen": "a" * 64}, headers=ana)
    timeline = await services.citizens.timelines.page(Pseudonym("a" * 64))
    assert [one.need for one in timeline.entries] == ["vida_laboral"]


async def test_the_language_put_right_is_that_of_what_comes_next(
    client: httpx.AsyncClient, services: Services, conversation: str, ana: Headers
) -> None:
    await put_right(client, conversation, ana, language="eu")
    assert (await client.get(f"/v1/conversations/{conversation}", headers=ana)).json()["language"] == "eu"
    assert (await hand_off_of(services)).language == "eu"


async def test_danger_is_set_dismissed_and_set_again(
    client: httpx.AsyncClient, services: Services, conversation: str, ana: Headers
) -> None:
    said = ("crisis", None, "violence", None)
    told = [await put_right(client, conversation, ana, danger=danger) for danger in said]
    assert [(one["urgent"], one["reason"]) for one in told] == [
        (True, "crisis"), (False, "asked"), (True, "violence"), (False, "asked"),
    ]  # fmt: skip
    assert [after for _, after in await kept(services, conversation, "danger")] == list(said)


async def test_without_danger_the_reason_is_again_what_it_was(
    client: httpx.AsyncClient, services: Services, conversation: str, ana: Headers
) -> None:
    now = await hand_off_of(services)
    complaint = PutRight(now.need, now.unit, now.language, "complaint", False, now.summary)
    await services.chat.floor.put_right("h1", "ana", complaint)
    for danger in ("emergency", None):
        await put_right(client, conversation, ana, danger=danger)
    assert (await hand_off_of(services)).reason == "complaint"


async def test_each_change_is_kept_once_with_what_was_before_and_audited(
    client: httpx.AsyncClient, services: Services, conversation: str, ana: Headers
) -> None:
    for need in ("vida_laboral", "vida_laboral", "paro", "vida_laboral"):
        await put_right(client, conversation, ana, need=need)
    changes = [("paro", "vida_laboral"), ("vida_laboral", "paro"), ("paro", "vida_laboral")]
    assert await kept(services, conversation, "need") == changes
    audited = await services.desk.trail.find(AuditQuery())
    assert [(one.actor.who, one.record.action) for one in audited] == [("ana", "correct")] * 3


async def test_what_failed_half_way_is_done_by_the_same_again(
    client: httpx.AsyncClient, services: Services, conversation: str, ana: Headers, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/v1/conversations/{conversation}/reading"

    async def down(*_: Any) -> None:
        raise ToolUnavailable("down")

    with monkeypatch.context() as broken:
        broken.setattr(services.chat.floor, "put_right", down)
        assert (await client.patch(path, json={"need": None}, headers=ana)).status_code == 503
    assert (await put_right(client, conversation, ana, need=None))["need"] is None
    assert await kept(services, conversation, "need") == [("paro", None)]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "invalid_request"),
        ({"need": "nadie"}, "unknown_need"),
        ({"danger": "fuego"}, "invalid_request"),
        ({"language": "de"}, "invalid_request"),
    ],
)
async def test_what_makes_no_sense_is_refused(
    client: httpx.AsyncClient, conversation: str, ana: Headers, body: dict[str, Any], code: str
) -> None:
    refused = await client.patch(f"/v1/conversations/{conversation}/reading", json=body, headers=ana)
    assert (refused.status_code, refused.json()["code"]) == (422, code)


async def test_only_the_agent_who_has_it_puts_it_right(
    client: httpx.AsyncClient, services: Services, conversation: str, ana: Headers
) -> None:
    path, wish = f"/v1/conversations/{conversation}/reading", {"need": "vida_laboral"}
    assert (await client.patch(path, json=wish)).status_code == 401
    bea = {"Authorization": f"Bearer {services.tokens.for_role('agent', 'bea')}"}
    assert (await client.patch(path, json=wish, headers=bea)).json()["code"] == "not_attending"
    await services.chat.floor.end("h1", "ana", "closed")
    assert (await client.patch(path, json=wish, headers=ana)).json()["code"] == "not_attending"
