"""A call-back from the chat to the desk, and a talk in two languages, over HTTP and the database."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from agents.reception.turns.deps import Means
from agents.translation.translator import Original
from api.tasks.due_calls import DueCalls
from knowledge.administration import CallBackRules
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import NOW
from tests.agents.conftest import reading
from tests.api.talk.conftest import AGENTS, SCRIPT, Process, Speaker, build, served, until
from tests.fakes.scripted_reader import ScriptedReader
from tools.clock import fixed
from tools.store.call_backs_postgres import PostgresCallBacks
from tools.store.database import Database

PHONE = "+34600000000"
HOURS = {"attention": {"wednesday": (time(12), time(14)), "thursday": (time(9), time(14))}}
CALLED = SEGURIDAD_SOCIAL.model_copy(update={**HOURS, "call_backs": CallBackRules(room={"es": 1}, tries=2)})
TOLD = {
    **SCRIPT,
    "sí": reading("affirm"),
    "mi teléfono": reading(slots={"phone": PHONE}),
    "la primera": reading(slots={"option": "1"}),
}
SAY = shipped.phrases().say


class Mirror:
    """Implements ``Translator``: what it was asked, and nothing for what is not to be shown."""

    async def translate(self, original: Original) -> str | None:
        if "?" in original.text:
            return None
        return f"{original.source}-{original.target}: {original.text}"


@pytest.fixture
async def process(database: Database) -> AsyncIterator[Process]:
    async with AsyncExitStack() as opened:
        means = Means(call_backs=PostgresCallBacks(database), translates=True)
        parts = {"administration": CALLED, "means": means, "reader": ScriptedReader(TOLD)}
        here = await served(await build(database, opened, Mirror(), **parts), opened)
        for agent in AGENTS:
            await here.services.chat.floor.enter(agent, "available")
        yield here


async def promised(process: Process) -> tuple[Speaker, dict[str, Any]]:
    citizen = await process.citizen("es")
    for text in ("quiero hablar con una persona", "sí", "mi teléfono", "la primera"):
        await citizen.say(text)
    return citizen, (await citizen.say("sí"))["call_back"]


async def due(process: Process) -> None:
    """The window has begun."""
    chat = process.services.chat
    assert chat.calling is not None
    later = fixed(NOW + timedelta(hours=3))
    await DueCalls(chat.calling.call_backs, chat.hand_offs, later).hand_over()


def staff(process: Process) -> dict[str, str]:
    return {"Authorization": f"Bearer {process.staff('ana').token}"}


async def test_at_its_hour_it_is_offered_made_and_tried_again_and_the_citizen_is_told(process: Process) -> None:
    citizen, card = await promised(process)
    reference, desk = card["reference"], f"/v1/desk/call-backs/{card['reference']}"
    client, headers = process.client, staff(process)
    (listed,) = (await client.get("/v1/desk/call-backs", headers=headers)).json()
    assert (listed["reference"], listed["state"], listed["phone"]) == (reference, "kept", "***0000")
    assert (await client.get("/v1/queue", headers=headers)).json() == []
    await due(process)
    await due(process)  # handed over again is handed over once
    offered = await process.services.chat.floor.match()
    assert [one.hand_off.reason for one in offered] == ["call_back"]
    assert (await client.get(desk, headers=headers)).status_code == 409  # nobody makes it yet
    ana = process.staff("ana").of(citizen.id)
    (await ana.post(f"queue/{reference}/accept")).raise_for_status()
    call = (await client.get(desk, headers=headers)).raise_for_status().json()
    assert (call["phone"], call["hand_off"]["conversation_id"]) == (PHONE, citizen.id)
    again = (await client.post(f"{desk}/not-reached", headers=headers)).raise_for_status().json()
    assert (again["state"], again["tries"]) == ("kept", 1)
    assert again["window"] != call["window"]
    lines = [line["text"] for line in (await citizen.read())["transcript"]]
    assert SAY("es", "person-calls", name="Ana, de pensiones") in lines[-3]
    assert lines[-1].startswith(SAY("es", "call-again", when="|").partition("|")[0])


async def test_who_never_answers_is_called_no_more_and_told_so(process: Process) -> None:
    citizen, card = await promised(process)
    path, headers = f"/v1/desk/call-backs/{card['reference']}/not-reached", staff(process)
    ana = process.staff("ana").of(citizen.id)
    chat = process.services.chat
    assert chat.calling is not None
    for state in ("kept", "unreached"):
        later = fixed(NOW + timedelta(days=2))
        await DueCalls(chat.calling.call_backs, chat.hand_offs, later).hand_over()
        (await ana.post(f"queue/{card['reference']}/accept")).raise_for_status()
        assert (await process.client.post(path, headers=headers)).json()["state"] == state
    assert (await citizen.read())["transcript"][-1]["text"] == SAY("es", "call-over")
    assert await chat.calling.open() == ()


async def test_an_agent_who_ends_it_has_made_it(process: Process) -> None:
    citizen, card = await promised(process)
    await due(process)
    ana = process.staff("ana").of(citizen.id)
    await ana.post(f"queue/{card['reference']}/accept")
    closed = await ana.post(f"queue/{card['reference']}/close", {"disposition": "resolved"})
    assert closed.status_code == 200
    assert process.services.chat.calling is not None
    assert await process.services.chat.calling.open() == ()
    assert (await process.services.chat.calling.call_backs.find(card["reference"])).state == "reached"


async def test_with_reference_and_telephone_it_is_read_moved_and_cancelled(process: Process) -> None:
    _, card = await promised(process)
    path, client = f"/v1/call-backs/{card['reference']}", process.client
    assert (await client.get(path, headers={"X-Phone": "600000001"})).status_code == 404
    mine = {"X-Phone": "600 00 00 00"}
    found = (await client.get(path, headers=mine)).raise_for_status().json()
    assert (found["phone"], found["state"]) == ("***0000", "kept")
    free = found["free"][0]
    moved = await client.patch(path, json={"begins": free["begins"]}, headers=mine)
    assert moved.raise_for_status().json()["window"] == free
    assert (await client.patch(path, json={"begins": "2026-11-29T03:00:00Z"}, headers=mine)).status_code == 404
    assert (await client.delete(path, headers=mine)).json()["state"] == "cancelled"
    assert (await client.get(path, headers=mine)).status_code == 404


async def test_both_see_what_the_other_says_translated_now_and_after_a_reload(process: Process) -> None:
    citizen = await process.citizen("eu")
    reference = (await citizen.say("pertsona batekin hitz egin nahi dut"))["hand_off"]["id"]
    for agent in AGENTS:
        await process.services.chat.floor.enter(replace(agent, languages=("es",)), "available")
    ana = process.staff("ana").of(citizen.id)
    (await ana.post(f"queue/{reference}/accept")).raise_for_status()
    joined = (await citizen.read())["transcript"][-1]["text"]
    assert SAY("eu", "person-translated", autonym="castellano").split(":")[0] in joined
    seen = citizen.events("1")
    await citizen.say("kaixo")
    await ana.answer("Buenos días")
    await ana.answer("¿Qué necesita?")
    asked: list[bool] = []

    def third(event: Any) -> bool:
        asked.extend([True] if event[0] == "translation" else [])
        return len(asked) == 3

    told = [one for kind, _, one in await until(seen, third) if kind == "translation"]
    await seen.aclose()
    assert [one["text"] for one in told][1:] == ["es-eu: Buenos días", None]
    for reader in (citizen, ana):
        lines = {line["text"]: line.get("translation") for line in (await reader.read())["transcript"]}
        assert lines["kaixo"] == {"language": "es", "text": "eu-es: kaixo"}
        assert lines["Buenos días"] == {"language": "eu", "text": "es-eu: Buenos días"}
        assert lines["¿Qué necesita?"] == {"language": "eu", "text": None}
