"""Cases and identities over HTTP: what a contact shows of somebody, what agents change, and the audit of both."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any, NamedTuple

import httpx
import pytest

from api.app import create_app
from api.services.identities import IDENTITY
from api.services.services import Services
from speech.calls.record import Call, Consent, Said
from speech.segments import Segment, Word
from tests.api.fakes import NOW, ListTrail, make_services
from tests.api.routes.test_floor import Headers, come_in
from tools.citizens.timeline import OWN, Interaction, Promise

DOCUMENT, OTHER = "12345678Z", "X1234567L"
NEED, SECRET = "jubilacion_ordinaria", "Vive con su hermana"


class Desk(NamedTuple):
    client: httpx.AsyncClient
    services: Services
    trail: ListTrail
    agent: Headers

    async def get(self, path: str, status: int = 200, headers: Headers | None = None, **asked: str) -> dict[str, Any]:
        answer = await self.client.get(f"/v1/{path}", params=asked, headers=headers or self.agent)
        assert answer.status_code == status, answer.text
        return answer.json()

    async def send(self, path: str, body: dict[str, Any], method: str = "POST", status: int = 200) -> dict[str, Any]:
        answer = await self.client.request(method, f"/v1/{path}", json=body, headers=self.agent)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else {}

    def pseudonym(self, document: str = DOCUMENT) -> str:
        return str(self.services.citizens.pseudonym(document))

    async def find(self, document: str = DOCUMENT) -> str:
        return (await self.send("citizens/find", {"document": document, "reason": "Está en el mostrador"}))["id"]

    async def talk(self, *said: str) -> str:
        """A conversation in which the citizen wrote that to the agent who has it."""
        opened = (await self.client.post("/v1/conversations", json={"language": "es"})).json()
        headers = {"Authorization": f"Bearer {opened['token']}"}
        ask = self.services.phrases.say("es", "page-person-message")
        path = f"/v1/conversations/{opened['id']}/messages"
        turn = (await self.client.post(path, json={"text": ask}, headers=headers)).raise_for_status().json()
        await come_in(self.client, self.agent)
        accepted = await self.client.post(f"/v1/queue/{turn['hand_off']['id']}/accept", headers=self.agent)
        accepted.raise_for_status()
        for text in said:
            (await self.client.post(path, json={"text": text}, headers=headers)).raise_for_status()
        return opened["id"]


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    trail = ListTrail()
    services = make_services()
    services = replace(services, desk=replace(services.desk, trail=trail))
    agent = {"Authorization": f"Bearer {services.tokens.for_role('agent', 'ana')}"}
    transport = httpx.ASGITransport(create_app(services), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://isac") as client:
        yield Desk(client, services, trail, agent)


async def had(desk: Desk, **changes: Any) -> Interaction:
    one = Interaction(
        OWN, "call:c9", NOW - timedelta(days=2), "phone", desk.services.citizens.pseudonym(DOCUMENT), NEED, "callback",
        SECRET, None, "luz", None, (Promise("Le llama el lunes", "agent", "2026-11-30"),),
    )  # fmt: skip
    one = replace(one, **changes)
    await desk.services.citizens.timelines.add(one)
    return one


async def test_a_case_is_read_with_its_need_in_words_its_promises_and_its_contacts(desk: Desk) -> None:
    await had(desk)
    citizen = await desk.find()
    (case,) = (await desk.get(f"citizens/{citizen}/cases"))["cases"]
    assert case["need"] == {"id": NEED, "name": "jubilacion ordinaria"}
    assert (case["state"], case["resolved_at"], case["agent"], case["note"]) == ("open", None, None, None)
    (promise,) = case["promises"]
    assert {**promise, "id": ""} == {
        "id": "", "text": "Le llama el lunes", "who": "agent", "by": "2026-11-30", "done": False,
    }  # fmt: skip
    assert case["interactions"] == [{"system": "isac", "reference": "call:c9"}]
    (entry,) = (await desk.get(f"citizens/{citizen}/timeline"))["interactions"]
    assert (entry["case"], entry["summary"]) == (case["id"], SECRET)


async def test_agents_note_promise_keep_and_resolve_and_each_is_in_the_audit(desk: Desk) -> None:
    await had(desk, promises=())
    citizen = await desk.find()
    (case,) = (await desk.get(f"citizens/{citizen}/cases"))["cases"]
    path = f"citizens/{citizen}/cases/{case['id']}"
    promised = await desk.send(f"{path}/promises", {"text": f"Trae el DNI {DOCUMENT}", "who": "citizen"}, status=201)
    (promise,) = promised["promises"]
    assert (promise["text"], promise["by"], promise["done"]) == ("Trae el DNI [DOCUMENT]", None, False)
    kept = await desk.send(f"{path}/promises/{promise['id']}", {"done": True}, "PATCH")
    assert kept["promises"][0]["done"]
    done = await desk.send(path, {"state": "resolved", "note": "Todo entregado"}, "PATCH")
    assert (done["state"], done["agent"], done["note"]) == ("resolved", "ana", "Todo entregado")
    assert (await desk.send(path, {"state": "open", "note": ""}, "PATCH"))["note"] is None
    assert [record.action for _, record in desk.trail.noted] == [
        "find", "cases", "promise", "promise", "case", "case",
    ]  # fmt: skip
    assert {actor.who for actor, _ in desk.trail.noted} == {"ana"}
    assert "Todo entregado" not in str(desk.trail.noted)


@pytest.mark.parametrize(
    ("path", "body", "method", "status"),
    [
        ("none", {"state": "resolved"}, "PATCH", 404),
        ("none/promises", {"text": "x"}, "POST", 404),
        ("{case}/promises/none", {"done": True}, "PATCH", 404),
        ("{case}", {}, "PATCH", 422),
        ("{case}", {"state": "lost"}, "PATCH", 422),
        ("{case}/promises", {"text": ""}, "POST", 422),
        ("{case}/promises", {"text": "x", "who": "bank"}, "POST", 422),
    ],
)
async def test_what_is_not_there_or_makes_no_sense_is_refused(
    desk: Desk, path: str, body: dict[str, Any], method: str, status: int
) -> None:
    await had(desk)
    citizen = await desk.find()
    (case,) = await desk.services.citizens.cases.of(desk.services.citizens.pseudonym(DOCUMENT))
    await desk.send(f"citizens/{citizen}/cases/{path.format(case=case.id)}", body, method, status)


async def test_nobody_is_read_of_without_a_reason_given_by_the_same_agent(desk: Desk) -> None:
    citizen, other = desk.pseudonym(), {"Authorization": f"Bearer {desk.services.tokens.for_role('agent', 'luz')}"}
    for part in ("cases", "timeline"):
        assert (await desk.get(f"citizens/{citizen}/{part}", 403))["code"] == "reason_needed"
    await desk.find()
    for part in ("cases", "timeline"):
        await desk.get(f"citizens/{citizen}/{part}")
        assert (await desk.get(f"citizens/{citizen}/{part}", 403, other))["code"] == "reason_needed"


async def test_a_conversation_in_which_nobody_said_who_they_are_shows_nothing(desk: Desk) -> None:
    await had(desk)
    chat = await desk.talk("¿Cuándo puedo jubilarme?")
    assert await desk.get(f"conversations/{chat}/citizen") == {"citizen": None, "level": "none"}
    for part in ("cases", "timeline"):
        refused = await desk.get(f"citizens/{desk.pseudonym()}/{part}", 403, contact=chat)
        assert refused["code"] == "forbidden"
    refused = await desk.send(f"conversations/{chat}/identity", {"how": "questions"}, status=409)
    assert refused["code"] == "nobody_stated"


async def test_who_types_a_document_is_shown_to_have_had_contacts_and_nothing_of_what_was_said(desk: Desk) -> None:
    await had(desk)
    chat = await desk.talk(f"Mi DNI es {DOCUMENT}")
    citizen = desk.pseudonym()
    assert await desk.get(f"conversations/{chat}/citizen") == {"citizen": citizen, "level": "stated"}
    (entry,) = (await desk.get(f"citizens/{citizen}/timeline", conversation=chat))["interactions"]
    assert (entry["channel"], entry["need"], entry["case"] is not None) == ("phone", NEED, True)
    assert {entry[name] for name in ("summary", "outcome", "agent", "appointment_id")} == {None}
    (case,) = (await desk.get(f"citizens/{citizen}/cases", contact=chat))["cases"]
    assert (case["need"]["id"], case["state"], case["note"], case["promises"]) == (NEED, "open", None, [])
    assert case["interactions"] == [{"system": entry["system"], "reference": entry["reference"]}]
    path = f"citizens/{citizen}/cases/{case['id']}?contact={chat}"
    assert (await desk.send(path, {"state": "resolved"}, "PATCH", 403))["code"] == "not_verified"
    assert (await desk.get(f"citizens/{desk.pseudonym(OTHER)}/timeline", 403, contact=chat))["code"] == "forbidden"
    looks = [record for _, record in desk.trail.noted if record.action in ("timeline", "cases")]
    assert [record.after for record in looks] == [{"citizen": citizen, "contact": chat, "level": "stated"}] * 2


async def test_once_the_agent_has_checked_it_all_is_shown_in_that_contact_only(desk: Desk) -> None:
    await had(desk)
    chat, citizen = await desk.talk(f"Mi DNI es {DOCUMENT}"), desk.pseudonym()
    checked = await desk.send(f"conversations/{chat}/identity", {"how": "questions"})
    assert checked == {"citizen": citizen, "level": "verified", "how": "questions"}
    assert await desk.get(f"conversations/{chat}/citizen") == checked
    (entry,) = (await desk.get(f"citizens/{citizen}/timeline", contact=chat))["interactions"]
    assert entry["summary"] == SECRET
    (case,) = (await desk.get(f"citizens/{citizen}/cases", contact=chat))["cases"]
    done = await desk.send(f"citizens/{citizen}/cases/{case['id']}?contact={chat}", {"state": "resolved"}, "PATCH")
    assert (done["state"], done["agent"]) == ("resolved", "ana")
    assert (await desk.get(f"citizens/{citizen}/timeline", 403))["code"] == "reason_needed"
    (told,) = [record.after for _, record in desk.trail.noted if record.action == "verify"]
    assert told == {"contact": chat, "citizen": citizen, "how": "questions"}


@pytest.mark.parametrize("how", ["certificate", "", "because"])
async def test_a_way_that_the_service_has_no_door_for_is_no_check(desk: Desk, how: str) -> None:
    chat = await desk.talk(f"Mi DNI es {DOCUMENT}")
    await desk.send(f"conversations/{chat}/identity", {"how": how}, status=422)


async def test_an_agent_names_somebody_else_only_after_looking_them_up(desk: Desk) -> None:
    chat, other = await desk.talk(f"Mi DNI es {DOCUMENT}"), desk.pseudonym(OTHER)
    body = {"how": "in_person", "citizen": other}
    assert (await desk.send(f"conversations/{chat}/identity", body, status=403))["code"] == "reason_needed"
    await desk.find(OTHER)
    assert (await desk.send(f"conversations/{chat}/identity", body))["citizen"] == other


@pytest.mark.parametrize("said", [(f"Soy {DOCUMENT} y ella {OTHER}",), ("12345678A",), (f"Soy {DOCUMENT}", OTHER)])
async def test_of_several_or_of_a_wrong_document_nobody_is_stated(desk: Desk, said: tuple[str, ...]) -> None:
    chat = await desk.talk(*said)
    assert (await desk.get(f"conversations/{chat}/citizen"))["level"] == "none"


async def test_only_the_agent_who_has_the_contact_is_told(desk: Desk) -> None:
    chat = await desk.talk(f"Mi DNI es {DOCUMENT}")
    for role in ("agent", "admin"):
        other = {"Authorization": f"Bearer {desk.services.tokens.for_role(role, 'luz')}"}
        assert (await desk.get(f"conversations/{chat}/citizen", 403, other))["code"] == "not_attending"
        refused = await desk.get(f"citizens/{desk.pseudonym()}/cases", 403, other, contact=chat)
        assert refused["code"] == "not_attending"
        sent = await desk.client.post(f"/v1/conversations/{chat}/identity", json={"how": "questions"}, headers=other)
        assert sent.json()["code"] == "not_attending"
    citizens = {"Authorization": f"Bearer {desk.services.tokens.for_conversation(chat)}"}
    for path in (f"conversations/{chat}/citizen", f"citizens/{desk.pseudonym()}/timeline?contact={chat}"):
        assert (await desk.get(path, 403, citizens))["code"] == "forbidden"


async def test_what_an_agent_closes_goes_to_whom_they_checked_and_resolves_the_case(desk: Desk) -> None:
    await had(desk, need=None)
    chat = await desk.talk(f"Mi DNI es {DOCUMENT}")
    await desk.send(f"conversations/{chat}/identity", {"how": "questions"})
    (standing,) = (await desk.client.get("/v1/queue/mine", headers=desk.agent)).json()
    path = f"queue/{standing['hand_off']['id']}/close"
    await desk.send(path, {"disposition": "resolved", "summary": "Aclarado"})
    await desk.send(path, {"disposition": "pending"})  # once more, when nobody is known any more
    (case,) = await desk.services.citizens.cases.of(desk.services.citizens.pseudonym(DOCUMENT))
    assert (case.state, case.agent, len(case.interactions)) == ("resolved", "ana", 2)


async def test_what_an_agent_says_was_promised_is_in_the_case(desk: Desk) -> None:
    chat = await desk.talk(f"Mi DNI es {DOCUMENT}")
    (standing,) = (await desk.client.get("/v1/queue/mine", headers=desk.agent)).json()
    said = {"disposition": "callback", "promises": [{"text": "Le llamo el martes", "who": "agent", "by": "martes"}]}
    await desk.send(f"queue/{standing['hand_off']['id']}/close", said)
    (case,) = await desk.services.citizens.cases.of(desk.services.citizens.pseudonym(DOCUMENT))
    assert [(one.text, one.who, one.by) for one in case.promises] == [("Le llamo el martes", "agent", "martes")]
    assert chat not in case.interactions[0][1]


async def test_an_administrator_erases_all_that_is_kept_of_somebodys_contacts(desk: Desk) -> None:
    await had(desk)
    citizen = await desk.find()
    assert len((await desk.get(f"citizens/{citizen}/cases"))["cases"]) == 1
    await desk.send(f"citizens/{citizen}", {"reason": "Ejerce su derecho"}, "DELETE", 403)
    boss = {"Authorization": f"Bearer {desk.services.tokens.for_role('admin', 'boss')}"}
    body = {"reason": "Ejerce su derecho de supresión"}
    gone = await desk.client.request("DELETE", f"/v1/citizens/{citizen}", json=body, headers=boss)
    assert gone.status_code == 204
    assert (await desk.get(f"citizens/{citizen}/cases"))["cases"] == []
    assert (await desk.get(f"citizens/{citizen}/timeline"))["interactions"] == []
    actor, record = next(one for one in desk.trail.noted if one[1].action == "erase")
    assert (actor.who, actor.reason, record.after) == ("boss", body["reason"], {"citizen": citizen})


async def call(desk: Desk, *said: str, agreed: bool = True, minutes: int | None = None) -> str:
    """A call in which the citizen said that; it ended so long ago."""
    consent = Consent("v1", "es", "Se transcribe.", NOW, "ana", "ana", agreed=agreed)
    record = desk.services.calls.record
    await record.open(Call("c1", NOW, "ana", "es", "es", consent=consent))
    for number, text in enumerate(said):
        words = tuple(Word(word, number, number + 0.5, 1.0) for word in text.split())
        await record.add("c1", Said("citizen", Segment(number, "es", words)))
    if minutes is not None:
        await record.end("c1", NOW - timedelta(minutes=minutes))
    return "c1"


async def test_a_call_shows_by_the_same_rule_and_its_followers_are_not_told_who_was_found(desk: Desk) -> None:
    await had(desk)
    one, citizen = await call(desk, "mi DNI es 1 2 3 4 5 6 7 8 zeta"), desk.pseudonym()
    assert await desk.get(f"calls/{one}/citizen") == {"citizen": citizen, "level": "stated"}
    checked = await desk.send(f"calls/{one}/identity", {"how": "questions"})
    assert checked["level"] == "verified"
    (entry,) = (await desk.get(f"citizens/{citizen}/timeline", contact=one))["interactions"]
    assert entry["summary"] == SECRET
    assert IDENTITY in [event.kind for event in await desk.services.chat.contacts.events(one)]
    await desk.services.calls.record.end(one, NOW)
    told = await desk.client.get(f"/v1/calls/{one}/events", headers=desk.agent)
    assert "event: ended" in told.text
    assert citizen not in told.text


@pytest.mark.parametrize(("agreed", "minutes", "status"), [(False, None, 200), (True, 59, 200), (True, 61, 403)])
async def test_a_call_that_may_not_be_kept_states_nobody_and_an_old_one_is_no_contact_of_theirs(
    desk: Desk, agreed: bool, minutes: int | None, status: int
) -> None:
    one = await call(desk, "mi DNI es 1 2 3 4 5 6 7 8 zeta", agreed=agreed, minutes=minutes)
    answer = await desk.get(f"calls/{one}/citizen", status)
    assert answer.get("level") == (("stated" if agreed else "none") if status == 200 else None)
