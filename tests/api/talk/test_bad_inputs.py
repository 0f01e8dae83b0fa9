"""What goes wrong between people and machines: two at once, forged, twice, late. At two servers, over HTTP."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import jwt
import pytest

from tests.api.talk.conftest import Process, Speaker, until
from tests.api.talk.test_two_processes import said, utterance, waiting
from tools.clock import LocalClock
from tools.queues.floor import Agent

Processes = tuple[Process, Process]


async def test_of_two_who_accept_at_once_one_has_it_and_the_other_is_told_who(processes: Processes) -> None:
    here, there = processes
    await here.services.chat.floor.enter(Agent("bea", "Bea", ("es", "eu"), most=20), "available")
    for _ in range(5):
        citizen, reference = await waiting(here)
        ana, bea = here.staff("ana").of(citizen.id), there.staff("bea").of(citizen.id)
        answers = await asyncio.gather(*(one.post(f"queue/{reference}/accept") for one in (ana, bea)))
        assert sorted(answer.status_code for answer in answers) == [200, 409]
        name, refused = next(
            (name, other.json())
            for name, one, other in zip(("Ana, de pensiones", "Bea"), answers, reversed(answers), strict=True)
            if one.status_code == 200
        )
        assert (refused["code"], refused["title"]) == ("hand_off_taken", f"Esa conversación ya la atiende {name}")
        assert (await citizen.read())["person"]["name"] == name


@pytest.mark.parametrize("last", ["", "zzz", "-1", "0", "99999999", "1.5", "9" * 5000])
async def test_a_forged_id_of_an_event_skips_nothing_that_comes(processes: Processes, last: str) -> None:
    here, there = processes
    citizen, reference = await waiting(here)
    ana = there.staff("ana").of(citizen.id)
    await ana.post(f"queue/{reference}/accept")
    following = citizen.events(last)
    heard = asyncio.create_task(until(following, utterance("aquí estoy")))
    await asyncio.sleep(0.1)
    await ana.answer("aquí estoy")
    assert (await heard)[-1][2]["name"] == "Ana, de pensiones"


async def test_forged_and_foreign_tokens_open_nothing(processes: Processes) -> None:
    here, there = processes
    citizen, reference = await waiting(here)
    other = await there.citizen("es")
    unsigned = jwt.encode({"sub": citizen.id, "kind": "conversation", "exp": 9_999_999_999}, None, algorithm="none")
    signed = jwt.encode({"sub": "admin", "kind": "role", "exp": 9_999_999_999}, "another" * 5, algorithm="HS256")
    for token, status in ((unsigned, 401), (signed, 401), ("x", 401), (other.token, 403)):
        forger = replace(citizen, token=token)
        for what, body in (("messages", {"text": "hola"}), ("token", None), ("typing", None)):
            assert (await forger.post(what, body)).status_code == status
        assert (await forger.client.get(forger.path, headers=forger.headers)).status_code == status
        assert (await forger.client.get(f"{forger.path}/events", headers=forger.headers)).status_code == status
    for token in (unsigned, signed, citizen.token):
        refused = await replace(citizen, token=token).post(f"queue/{reference}/accept")
        assert refused.status_code in (401, 403)
    assert (await citizen.read())["person"]["state"] == "waiting"
    assert (await there.staff("ana").of(citizen.id).post("token")).status_code == 403


async def test_two_tabs_of_each_side_show_the_same_and_nothing_twice(processes: Processes) -> None:
    here, there = processes
    citizen, reference = await waiting(here)
    ana = there.staff("ana").of(citizen.id)
    tabs = [(citizen.at(here), "5"), (citizen.at(there), "5"), (ana.at(here), "5"), (ana.at(there), "5")]
    accepts = await asyncio.gather(*(one.post(f"queue/{reference}/accept") for one, _ in tabs[2:]))
    assert [answer.status_code for answer in accepts] == [200, 200]
    heard = [asyncio.create_task(until(one.events("1"), utterance("adiós"))) for one, _ in tabs]
    await asyncio.sleep(0.1)
    keys = [("c1", "uno"), ("c2", "dos")]
    for key, text in keys:
        turns = await asyncio.gather(*(one.say(text, key) for one, _ in tabs[:2]))
        assert turns[0]["turn_id"] == turns[1]["turn_id"]
    lines = await asyncio.gather(*(one.answer("adiós", "a1") for one, _ in tabs[2:]))
    assert lines[0] == lines[1]
    seen = [[(one["number"], one["text"]) for kind, _, one in await task if kind == "utterance"] for task in heard]
    assert seen[0] == seen[1]
    assert [text for _, text in seen[0]][-3:] == ["uno", "dos", "adiós"]
    assert len(set(seen[0])) == len(seen[0])
    assert seen[2][-3:] == seen[3][-3:] == seen[0][-3:]
    assert said(await citizen.read()) == said(await citizen.at(there).read())


async def test_who_returns_after_the_end_is_answered_and_may_ask_for_a_person_again(processes: Processes) -> None:
    here, there = processes
    citizen, reference = await waiting(here)
    ana, bea = there.staff("ana").of(citizen.id), here.staff("bea").of(citizen.id)
    await ana.post(f"queue/{reference}/accept")
    await ana.post(f"queue/{reference}/close", {"disposition": "resolved"})
    back = await citizen.at(there).read()
    assert (back["person"]["state"], back["latest"]["step"]) == ("closed", "open")
    assert "persona" in back["latest"]["quick_replies"][0]
    assert (await citizen.say("jubilación"))["messages"]
    again = await citizen.say("quiero hablar con una persona")
    assert again["hand_off"]["id"]
    assert (await citizen.read())["person"]["state"] == "waiting"
    assert (await bea.post(f"queue/{again['hand_off']['id']}/accept")).status_code == 200
    assert (await citizen.say("hola"))["step"] == "person"
    assert (await ana.post("agent-messages", {"text": "?"})).json()["code"] == "not_attending"


def late(process: Process, speaker: Speaker, by: timedelta) -> Speaker:
    """As they are when their token ran out so long ago."""
    tokens = process.services.tokens
    before = LocalClock(lambda: tokens.clock() - tokens.conversation_life - by, process.services.clock.zone)
    return replace(speaker, token=replace(tokens, clock=before).for_conversation(speaker.id))


async def test_what_is_said_with_a_token_that_ran_out_is_said_once_with_a_new_one(processes: Processes) -> None:
    here, there = processes
    citizen, reference = await waiting(here)
    await there.staff("ana").of(citizen.id).post(f"queue/{reference}/accept")
    slept = late(here, citizen, timedelta(minutes=5))
    refused = await slept.post("messages", {"text": "sigo aquí"}, "k1")
    assert (refused.status_code, refused.json()["code"]) == (401, "expired_token")
    renewed: dict[str, Any] = (await slept.post("token")).raise_for_status().json()
    awake = replace(citizen, token=renewed["token"])
    for _ in range(2):
        assert (await awake.say("sigo aquí", "k1"))["step"] == "person"
    assert said(await awake.read()).count(("citizen", "sigo aquí")) == 1


async def test_a_token_is_not_renewed_for_ever_nor_for_what_is_gone(processes: Processes) -> None:
    here, _ = processes
    citizen = await here.citizen("es")
    tokens = here.services.tokens
    asleep = late(here, citizen, tokens.conversation_life)
    assert (await asleep.post("token")).json()["code"] == "expired_token"
    gone = replace(citizen, id="gone", token=tokens.for_conversation("gone"))
    assert (await gone.post("token")).json()["code"] == "unknown_conversation"
    assert (await here.client.post(f"{citizen.path}/token")).status_code == 401
