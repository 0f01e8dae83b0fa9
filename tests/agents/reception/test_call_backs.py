"""Being called back: offered, arranged, promised once it is kept, moved and given up, in each language."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from agents.reception.turns.deps import Means
from agents.reception.turns.turn import Turn
from knowledge.administration import CallBackRules
from knowledge.languages import LANGUAGES, Language
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.conftest import Queue, Talk, reading
from tests.fakes.call_backs import MemoryCallBacks
from tests.fakes.scripted_reader import ScriptedReader
from tools.errors import ToolUnavailable
from tools.queues.call_backs import CallBack
from tools.queues.hand_offs import Prospect

PHONE = "+34600000000"
CALLED = SEGURIDAD_SOCIAL.model_copy(
    update={
        "attention": {"wednesday": (time(12), time(14)), "thursday": (time(9), time(14))},
        "call_backs": CallBackRules(room=dict.fromkeys(LANGUAGES, 1)),
    }
)
"""Now it is ten on a Wednesday: nobody is there until twelve."""
SAID: dict[str, tuple[tuple[Any, ...], dict[str, str]]] = {
    "hola": (("greeting",), {}),
    "persona": (("person",), {}),
    "mi número": ((), {"phone": PHONE}),
    "la primera": ((), {"option": "1"}),
    "el jueves": ((), {"date": "2026-11-26"}),
    "anúlala": (("cancel",), {}),
    "cuándo": (("after_hand_off", "question"), {}),
    "me pega": (("violence",), {}),
    "cita": (("book",), {}),
    "sí": (("affirm",), {}),
    "no": (("deny",), {}),
}
IN_ALL = pytest.mark.parametrize("language", LANGUAGES)


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


async def talking(talk: Any, language: Language, *texts: str, **changes: Any) -> tuple[Talk, Turn, MemoryCallBacks]:
    kept = MemoryCallBacks()
    script = {one: reading(*labels, language=language, slots=slots) for one, (labels, slots) in SAID.items()}
    parts = {"administration": CALLED, "means": Means(call_backs=kept), "hand_offs": Queue(), **changes}
    conversation = talk(script, reader=ScriptedReader(script, {}), **parts)
    turn = await conversation.say("hola")
    await conversation.speak(language)
    for text in texts:
        turn = await conversation.say(text)
    return conversation, turn, kept


@IN_ALL
async def test_out_of_hours_a_call_is_offered_read_back_and_promised(talk, language: Language) -> None:
    conversation, turn, kept = await talking(talk, language, "persona")
    say = conversation.deps.phrases.say
    assert say(language, "handoff-call-back") in words(turn)
    assert turn.quick_replies == (say(language, "reply-call-back"),)
    asked = await conversation.say("sí")
    assert words(asked) == say(language, "call-ask-phone")
    asked = await conversation.say("mi número")
    assert asked.step == "call.window"
    assert words(asked) == say(language, "call-ask-window")
    asked = await conversation.say(asked.quick_replies[1])  # by its very words
    assert asked.step == "call.confirm"
    assert PHONE in words(asked)
    assert not kept.kept
    done = await conversation.say("sí")
    (call,) = kept.kept.values()
    assert [one.kind for one in done.messages] == ["call_back"]
    assert call.id in words(done)
    assert done.call_back is not None
    assert (done.call_back.reference, done.call_back.begins) == (call.id, call.window.begins)
    assert call.window.begins.astimezone(UTC) == datetime(2026, 11, 26, 8, tzinfo=UTC)
    assert (call.phone, call.hand_off.language, call.hand_off.reason) == (PHONE, language, "call_back")
    assert conversation.deps.hand_offs.waits == []  # nobody has to wait in the chat


async def promised(talk: Any, **changes: Any) -> tuple[Talk, Turn, MemoryCallBacks]:
    return await talking(talk, "es", "persona", "sí", "mi número", "la primera", "sí", **changes)


async def test_it_is_moved_and_told_and_cancelled_in_the_chat(talk) -> None:
    conversation, _, kept = await promised(talk)
    say = conversation.deps.phrases.say
    moved = await conversation.say(say("es", "reply-move-call"))
    assert moved.step == "call.window"  # the telephone is known
    assert (await conversation.say("el jueves")).step == "call.window"  # two windows that day
    await conversation.say("la primera")
    await conversation.say("sí")
    (call,) = kept.kept.values()
    assert call.window.begins.astimezone(UTC) == datetime(2026, 11, 26, 8, tzinfo=UTC)
    assert call.id in words(await conversation.say("cuándo"))
    gone = await conversation.say("anúlala")
    assert gone.call_back is not None
    assert gone.call_back.status == "cancelled"
    assert [one.state for one in kept.kept.values()] == ["cancelled"]
    assert [one.phone for one in kept.kept.values()] == [""]


async def test_a_window_that_fills_meanwhile_is_not_promised(talk) -> None:
    conversation, _, kept = await talking(talk, "es", "persona", "sí", "mi número", "la primera")
    (call,) = (await promised(talk))[2].kept.values()
    await kept.keep(CallBack(replace(call.hand_off, id="P-OTHER"), PHONE, call.window), 1)
    told = await conversation.say("sí")
    assert conversation.deps.phrases.say("es", "call-full") in words(told)
    assert told.call_back is None
    assert told.step == "call.window"
    assert list(kept.kept) == ["P-OTHER"]


async def test_where_there_is_no_room_an_appointment_by_telephone_is_offered(talk) -> None:
    nobody = CALLED.model_copy(update={"call_backs": CallBackRules(room={"eu": 1})})
    conversation, turn, _ = await talking(talk, "es", "persona", administration=nobody)
    assert turn.quick_replies == conversation.deps.phrases.replies("es", "reply-phone-booking")


async def test_a_call_that_cannot_be_stored_is_not_announced(talk) -> None:
    class Down(MemoryCallBacks):
        async def keep(self, call_back: CallBack, room: int) -> CallBack:
            raise ToolUnavailable("call-backs")

    _, turn, _ = await promised(talk, means=Means(call_backs=Down()))
    assert turn.call_back is None
    assert not [one for one in turn.messages if one.kind == "call_back"]
    assert turn.hand_off is not None


@IN_ALL
async def test_danger_and_the_wish_for_a_person_come_before_a_call(talk, language: Language) -> None:
    for said in ("me pega", "persona"):
        conversation, _, kept = await talking(talk, language, "persona", "sí", "mi número")
        turn = await conversation.say(said)
        assert turn.hand_off is not None
        assert not kept.kept
    conversation, turn, _ = await talking(talk, language, "me pega")
    assert turn.quick_replies == conversation.deps.phrases.replies(language, "reply-safe")


async def test_a_no_leaves_it_and_an_appointment_goes_before_it(talk) -> None:
    conversation, turn, _ = await talking(talk, "es", "persona", "sí", "mi número", "no")
    assert words(turn) == conversation.deps.phrases.say("es", "call-left")
    conversation, turn, kept = await talking(talk, "es", "persona", "sí", "mi número", "cita")
    assert turn.step.startswith("book.")
    assert (await conversation.state())["calling"] is None
    assert not kept.kept


async def test_a_long_measured_wait_offers_a_call_and_a_short_one_only_the_button(talk) -> None:
    there = CALLED.model_copy(update={"attention": {"wednesday": (time(9), time(14)), "thursday": (time(9), time(14))}})
    for minutes, offered in ((12, True), (3, False)):
        queue = Queue()
        queue.told = Prospect(ahead=1, wait=timedelta(minutes=minutes))
        conversation, turn, _ = await talking(talk, "es", "persona", administration=there, hand_offs=queue)
        assert (conversation.deps.phrases.say("es", "handoff-call-back") in words(turn)) is offered
        assert turn.quick_replies == conversation.deps.phrases.replies("es", "reply-call-back")
