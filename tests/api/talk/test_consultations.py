"""An agent asks a colleague about a conversation, at two servers; the citizen learns nothing of it."""

import asyncio
import json

from tests.api.fakes import ListTrail
from tests.api.talk.conftest import DNI, Process, Speaker, until
from tests.api.talk.test_two_processes import said, waiting

Processes = tuple[Process, Process]
SECRET = "clave-entre-compañeros"


async def begun(processes: Processes, *, taken: bool = True) -> tuple[Speaker, Speaker, Speaker, str, str]:
    """Citizen, Ana who has it, Bea who is asked at the other server, the hand-off and the consultation."""
    here, there = processes
    citizen, reference = await waiting(here)
    ana, bea = here.staff("ana").of(citizen.id), there.staff("bea").of(citizen.id)
    (await ana.post(f"queue/{reference}/accept")).raise_for_status()
    question = {"to": "bea", "text": f"{SECRET}: ¿y el {DNI}?"}
    answers = [await ana.post(f"queue/{reference}/consultations", question, "k1") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    first, again = (answer.json() for answer in answers)
    assert first == again
    if taken:
        (await bea.post(f"consultations/{first['id']}/accept")).raise_for_status()
    return citizen, ana, bea, reference, first["id"]


async def test_who_is_asked_reads_while_it_lasts_and_writes_to_the_agent_alone(processes: Processes) -> None:
    citizen, ana, bea, _, asked = await begun(processes, taken=False)
    assert (await bea.client.get(bea.path, headers=bea.headers)).status_code == 403
    await bea.post(f"consultations/{asked}/accept")
    await citizen.say(f"es {DNI}")
    packet = await bea.read()
    assert said(packet)[-1] == ("citizen", "es [DOCUMENT]")
    assert packet["packet"]["given"] == {}
    for what, body in (
        ("agent-messages", {"text": "hola"}), ("typing", None), ("seen", {"what": "read", "number": 1}),
    ):  # fmt: skip
        refused = await bea.post(what, body)
        assert (what, refused.status_code, refused.json()["code"]) == (what, 403, "not_attending")
    trail = processes[1].services.desk.trail
    assert isinstance(trail, ListTrail)
    assert [(actor.who, actor.reason, record.action) for actor, record in trail.noted] == [
        ("bea", "consultation", "read_talk")
    ]

    following = bea.events()
    heard = asyncio.create_task(until(following, lambda event: event[0] == "utterance"))
    await asyncio.sleep(0.1)
    await citizen.say("sigo aquí")
    assert (await heard)[-1][2]["text"] == "sigo aquí"
    said_once = [await bea.post(f"consultations/{asked}/messages", {"text": "Sí."}, "b1") for _ in range(2)]
    assert [line["text"] for line in said_once[1].json()["lines"]] == [f"{SECRET}: ¿y el [DOCUMENT]?", "Sí."]
    await ana.post(f"consultations/{asked}/end")
    await citizen.say("y ahora también")
    assert [one["text"] async for kind, _, one in following if kind == "utterance"] == []
    assert (await bea.client.get(bea.path, headers=bea.headers)).status_code == 403


async def test_a_warm_transfer_goes_to_who_was_asked_at_once_with_what_was_written(processes: Processes) -> None:
    citizen, ana, bea, reference, asked = await begun(processes)
    await bea.post(f"consultations/{asked}/messages", {"text": "Pásamela."}, "b1")
    given = await ana.post(f"queue/{reference}/transfer", {"to": "bea", "note": "gracias"})
    assert (given.json()["state"], given.json()["agent"]["who"]) == ("held", "bea")
    assert (await citizen.read())["person"] | {"since": None} == {
        "state": "held", "name": "Bea", "reference": reference, "since": None, "ahead": None, "wait_minutes": None,
        "opens_at": None,
    }  # fmt: skip
    await processes[0].services.chat.consulting.consultations.settle()
    taken = await bea.read()
    assert [line["text"] for line in taken["packet"]["consulted"]][1:] == ["Pásamela."]
    assert taken["packet"]["note"] == "gracias"
    assert (await bea.answer("Soy Bea"))["name"] == "Bea"
    assert (await bea.post(f"consultations/{asked}/messages", {"text": "¿?"})).json()["code"] == "consultation_over"


async def test_who_is_not_asked_can_do_nothing_with_it(processes: Processes) -> None:
    citizen, _, _, reference, asked = await begun(processes, taken=False)
    other = processes[0].staff("eva").of(citizen.id)
    for deed, code in (("accept", "not_at_desk"), ("decline", "consultation_over"), ("end", "consultation_not_found")):
        assert (await other.post(f"consultations/{asked}/{deed}")).json()["code"] == code
    forged = await other.post("consultations/forged/messages", {"text": "x"})
    assert (forged.status_code, forged.json()["code"]) == (404, "consultation_not_found")
    asks = await other.post(f"queue/{reference}/consultations", {"to": "bea", "text": "x"})
    assert (asks.status_code, asks.json()["code"]) == (409, "hand_off_taken")
    for deed in (f"queue/{reference}/consultations", f"consultations/{asked}/accept"):
        assert (await citizen.post(deed, {"to": "bea", "text": "x"})).status_code == 403


async def test_no_word_of_it_is_in_anything_but_what_staff_read(processes: Processes) -> None:
    """All that the citizen can ask for, all that follows the contact, and all that is stored of it."""
    here, _ = processes
    citizen, ana, bea, reference, asked = await begun(processes)
    following = citizen.events("1")
    heard = asyncio.create_task(until(following, lambda event: event[2].get("state") == "closed"))
    await bea.post(f"consultations/{asked}/messages", {"text": SECRET}, "b1")
    turn = await citizen.say("¿sigue ahí?")
    await ana.answer("Sí, un momento.")
    await ana.post(f"queue/{reference}/transfer", {"to": "bea", "note": SECRET})
    await bea.answer("Soy Bea.")
    await bea.post(f"queue/{reference}/close", {"disposition": "resolved"})
    told = [await heard, turn, await citizen.read(), await citizen.say("jubilación")]
    contacts = here.services.chat.contacts
    stored = [[event.data for event in await contacts.events(citizen.id)], str(await contacts.transcript(citizen.id))]
    summary = await here.client.get(f"/v1/contacts/{citizen.id}/summary", headers=ana.headers)
    everything = json.dumps([told, stored, summary.text], ensure_ascii=False, default=str)
    assert SECRET not in everything
    assert asked not in everything
    assert "Soy Bea." in everything
    assert SECRET in json.dumps(await bea.read(), ensure_ascii=False)
    for path in ("", "/events"):
        assert (await here.client.get(f"/v1/consultations{path}", headers=citizen.headers)).status_code in (403, 404)
