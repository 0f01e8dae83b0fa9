"""A citizen and their agents, each at a server of their own, over one database."""

import asyncio
from typing import Any

from tests import shipped
from tests.api.fakes import ListTrail
from tests.api.talk.conftest import DNI, Process, Speaker, until
from tools.feedback.feedback import FeedbackQuery

Processes = tuple[Process, Process]
JOINED = shipped.phrases().say("es", "person-joined", name="Ana, de pensiones")


def said(conversation: dict[str, Any]) -> list[tuple[str, str]]:
    return [(line["speaker"], line["text"]) for line in conversation["transcript"]]


def utterance(text: str) -> Any:
    return lambda event: event[0] == "utterance" and event[2]["text"] == text


async def waiting(process: Process, language: Any = "es") -> tuple[Speaker, str]:
    """A citizen who waits, and their reference."""
    citizen = await process.citizen(language)
    words = {"eu": "pertsona batekin hitz egin nahi dut"}.get(language, "quiero hablar con una persona")
    return citizen, (await citizen.say(words))["hand_off"]["id"]


async def test_from_the_first_word_to_the_rating(processes: Processes) -> None:
    here, there = processes
    citizen, reference = await waiting(here, "eu")
    assert (await citizen.read())["person"]["state"] == "waiting"
    assert (await citizen.say("erretiroa"))["messages"]  # the assistant helps meanwhile
    listening = citizen.events()
    heard = asyncio.create_task(until(listening, utterance("5. erantzuna")))
    await asyncio.sleep(0.1)

    ana = there.staff("ana").of(citizen.id)
    assert (await ana.post(f"queue/{reference}/accept")).status_code == 200
    packet = await ana.read()
    assert packet["person"]["name"] == "Ana, de pensiones"
    assert ("citizen", "erretiroa") in said(packet)
    expected = []
    for n in range(1, 6):
        turn = await citizen.say(f"{n}. galdera", f"c{n}")
        assert (turn["step"], turn["messages"]) == ("person", [])
        answer = await ana.answer(f"{n}. erantzuna", f"a{n}")
        assert (answer["speaker"], answer["name"], answer["key"]) == ("agent", "Ana, de pensiones", f"a{n}")
        expected += [("citizen", f"{n}. galdera"), ("agent", f"{n}. erantzuna")]
    events = await heard
    await listening.aclose()
    talk = [(one["speaker"], one["text"]) for kind, _, one in events if kind == "utterance"]
    assert talk[-10:] == expected

    cut = next(number for kind, number, one in events if kind == "utterance" and one["text"] == "3. galdera")
    resumed = await until(citizen.at(there).events(cut), utterance("5. erantzuna"))
    again = [(one["speaker"], one["text"]) for kind, _, one in resumed if kind == "utterance"]
    assert again == expected[5:]

    sent = await ana.post(f"queue/{reference}/transfer", {"to": "bea", "note": "sigue tú"})
    assert sent.status_code == 200
    assert (await ana.post("agent-messages", {"text": "?"})).json()["code"] == "not_attending"
    bea = here.staff("bea").of(citizen.id)
    await bea.post(f"queue/{reference}/accept")
    taken = await bea.read()
    assert [one for one in said(taken) if one in expected] == expected
    assert taken["packet"]["note"] == "sigue tú"
    assert taken["packet"]["hand_off"]["summary"]
    await citizen.say("hemen nago")
    await bea.answer("ni ere bai")
    assert (await citizen.post("rating", {"score": 5})).json()["code"] == "still_attended"
    await bea.post(f"queue/{reference}/close", {"disposition": "resolved"})
    assert (await citizen.read())["person"]["state"] == "closed"
    assert (await citizen.post("rating", {"score": 5, "text": f"bien, {DNI}"})).status_code == 204
    assert (await citizen.say("erretiroa"))["messages"]

    whole = await citizen.read()
    lines = said(whole)
    assert [one for one in lines if one in expected] == expected
    assert len(set(line["number"] for line in whole["transcript"])) == len(lines)
    stored = await here.services.chat.contacts.events(citizen.id)
    ratings = [event.data for event in stored if event.kind == "rating"]
    assert ratings == [{"score": 5, "text": "bien, [DOCUMENT]"}]


async def test_a_citizen_who_writes_while_an_agent_accepts_is_answered_by_one_of_the_two(processes: Processes) -> None:
    """Whichever comes first: before the agent is there the assistant answers, afterwards it says nothing."""
    here, there = processes
    for n in range(8):
        citizen, reference = await waiting(here)
        ana = there.staff("ana").of(citizen.id)
        await asyncio.gather(
            *(citizen.at(processes[k % 2]).say("jubilación") for k in range(3)),
            ana.post(f"queue/{reference}/accept"),
            citizen.at(processes[n % 2]).say("jubilación"),
        )
        lines = said(await ana.read())
        joined = lines.index(("assistant", JOINED))
        before, after = lines[:joined], lines[joined + 1 :]
        assert {speaker for speaker, _ in after} <= {"citizen"}
        answered = [n for n, line in enumerate(before) if line == ("citizen", "jubilación")]
        assert all(before[n + 1][0] == "assistant" for n in answered)
        assert len(answered) + len(after) == 4


async def test_the_agent_sees_a_document_that_nobody_else_does(processes: Processes) -> None:
    here, there = processes
    citizen, reference = await waiting(here)
    ana, bea, eva = there.staff("ana").of(citizen.id), there.staff("bea").of(citizen.id), there.staff("eva", "admin")
    await ana.post(f"queue/{reference}/accept")
    following = ana.events()
    heard = asyncio.create_task(until(following, utterance(f"es {DNI}")))
    await asyncio.sleep(0.1)
    await citizen.say(f"es {DNI}")
    await heard
    assert said(await ana.read())[-1] == ("citizen", f"es {DNI}")
    for other in (citizen, eva.of(citizen.id)):
        assert said(await other.read())[-1] == ("citizen", "es [DOCUMENT]")
    trail = there.services.desk.trail
    assert isinstance(trail, ListTrail)
    assert [(actor.who, record.action) for actor, record in trail.noted] == [("eva", "read_talk")]
    assert (await bea.client.get(bea.path, headers={"Authorization": f"Bearer {bea.token}"})).status_code == 403
    await ana.post(f"queue/{reference}/return")
    assert DNI not in str(await ana.read())


async def test_what_one_side_has_seen_and_that_it_writes_reaches_the_other(processes: Processes) -> None:
    here, there = processes
    citizen, reference = await waiting(here)
    ana = there.staff("ana").of(citizen.id)
    await ana.post(f"queue/{reference}/accept")
    following = citizen.events()
    heard = asyncio.create_task(until(following, lambda event: event[0] == "seen"))
    await asyncio.sleep(0.1)
    await ana.post("typing")
    for _ in range(2):
        seen = (await ana.post("seen", {"what": "read", "number": 9_999})).json()
    kinds = [(kind, one) for kind, _, one in await heard if kind in ("typing", "seen")]
    assert kinds == [("typing", {"by": "agent"}), ("seen", seen)]
    assert seen["number"] < (await citizen.read())["number"]
    assert (await ana.post("seen", {"what": "eaten", "number": 1})).status_code == 422


async def test_supervisors_may_join_and_others_may_not(processes: Processes) -> None:
    here, there = processes
    citizen, reference = await waiting(here)
    eva, bea = there.staff("eva", "admin").of(citizen.id), there.staff("bea").of(citizen.id)
    assert (await eva.post("agent-messages", {"text": "hola"})).json()["code"] == "not_attending"  # nobody has it yet
    await there.staff("ana").post(f"queue/{reference}/accept")
    assert (await eva.answer("hola"))["name"] == "eva"
    for what, body in (("agent-messages", {"text": "x"}), ("seen", {"what": "read", "number": 1}), ("typing", None)):
        refused = await bea.post(what, body)
        assert (refused.status_code, refused.json()["code"]) == (403, "not_attending")
    assert (await citizen.post("agent-messages", {"text": "x"})).json()["code"] == "forbidden"


async def test_a_stream_ends_for_an_agent_who_gave_the_conversation_on(processes: Processes) -> None:
    here, there = processes
    citizen, reference = await waiting(here)
    ana = there.staff("ana").of(citizen.id)
    await ana.post(f"queue/{reference}/accept")
    await citizen.say("hola")

    async def whole() -> list[str]:
        return [kind async for kind, _, _ in ana.events()]

    following = asyncio.create_task(whole())
    await asyncio.sleep(0.2)
    await ana.post(f"queue/{reference}/transfer", {"to": "bea", "note": ""})
    async with asyncio.timeout(20):
        assert (await following)[-1] == "person"


async def test_what_the_agent_puts_right_holds_for_what_the_assistant_says_next(processes: Processes) -> None:
    here, there = processes
    citizen, reference = await waiting(here)
    ana = there.staff("ana").of(citizen.id)
    await ana.post(f"queue/{reference}/accept")
    following = ana.events()
    heard = asyncio.create_task(until(following, lambda event: event[0] == "reading"))
    await asyncio.sleep(0.1)
    headers = {"Authorization": f"Bearer {ana.token}"}
    wish = {"language": "eu", "need": "jubilacion_ordinaria", "danger": "crisis"}
    for right in (wish, {"danger": None}):
        (await ana.client.patch(f"{ana.path}/reading", json=right, headers=headers)).raise_for_status()
    assert (await heard)[-1][2]["after"]["need"] == "jubilacion_ordinaria"
    readings = (await ana.read())["packet"]["readings"]
    assert [one["after"]["danger"] for one in readings] == ["crisis", None]
    await ana.post(f"queue/{reference}/return")
    whole = await citizen.read()
    assert said(whole)[-1] == ("assistant", shipped.phrases().say("eu", "person-returned", name="Ana, de pensiones"))
    assert (whole["language"], whole["latest"]["need"]) == ("eu", "jubilacion_ordinaria")
    assert "packet" not in whole


async def test_each_contact_is_counted_by_its_matter_handed_over_or_not(processes: Processes) -> None:
    here, there = processes
    alone = await here.citizen("es")
    await alone.say("jubilación")
    citizen, reference = await waiting(here)
    ana = there.staff("ana").of(citizen.id)
    await ana.post(f"queue/{reference}/accept")
    headers = {"Authorization": f"Bearer {ana.token}"}
    await ana.client.patch(f"{ana.path}/reading", json={"need": "vida_laboral"}, headers=headers)
    await ana.post(f"queue/{reference}/close", {"disposition": "resolved"})
    await citizen.post("rating", {"score": 4})
    found = {one.need: one for one in await there.services.desk.quality.by_matter(FeedbackQuery())}
    assert (found["jubilacion_ordinaria"].contacts, found["jubilacion_ordinaria"].handed_over) == (1, 0)
    attended = found["vida_laboral"]
    assert (attended.handed_over, attended.outcomes, attended.rating) == (1, {"resolved": 1}, 4.0)
    assert attended.wait is not None
    assert found[None].corrected == 1
