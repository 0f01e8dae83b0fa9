"""When nobody knows whether it was written: the truth, then what became of it, and never a second appointment."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from agents.reception.settling import find_outcome
from agents.reception.turns.turn import Turn
from agents.understanding.reading import Reading
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.agents.builders import NOW
from tests.agents.conftest import Talk, reading
from tests.books import OpenBook
from tools.appointments.agenda.by_channel import ChannelBook
from tools.appointments.book import Appointment, BookingRequest
from tools.appointments.slots import BookingRules, SlotSpace
from tools.appointments.unsettled import GRACE
from tools.clock import fixed
from tools.errors import HoldExpired, OutcomeUnknown, ToolUnavailable

DNI = "12345678Z"
SCRIPT = {
    "cita jubilación": reading("book", need="jubilacion_ordinaria"),
    "cita por vídeo": reading("book", need="jubilacion_ordinaria", slots={"channel": "video"}),
    "en Girona": reading(slots={"municipality": "Girona"}),
    "la primera": reading(slots={"option": "1"}),
    "el 3 de diciembre": reading("correct", slots={"date": "2026-12-03"}),
    "mi DNI": reading(slots={"document": DNI}),
    "sí": reading("affirm"),
    "no": reading("deny"),
    "cambiar": reading("change", need="cita_modificar"),
    "anular": reading("cancel", need="cita_modificar"),
    "no la quiero": reading("cancel"),
    "persona": reading("person"),
    "socorro": reading("crisis"),
    "adiós": reading("goodbye"),
    "y papeles": reading("question", aspect="documents"),
    "¿y entonces?": reading(),
}
TO_CONFIRM = ("cita jubilación", "en Girona", "la primera", "mi DNI")


class ShakyBook:
    """Loses answers. ``writes``: whether each next write is "done" or "lost" with it; ``away``: lookups find nobody."""

    def __init__(self, inner: OpenBook, *writes: str) -> None:
        self.inner, self.writes = inner, list(writes)
        self.away = False
        self.on_its_way: Callable[[], Any] | None = None
        """Arrives between the first look and the second."""
        self.requests: list[BookingRequest] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    async def book(self, request: BookingRequest) -> Appointment:
        self.requests.append(request)
        return await self._write(lambda: self.inner.book(request))

    async def move(self, *named: str) -> Appointment:
        return await self._write(lambda: self.inner.move(*named))

    async def cancel(self, *named: str) -> Appointment:
        return await self._write(lambda: self.inner.cancel(*named))

    async def outcome(self, request: BookingRequest) -> Appointment | None:
        self._reached()
        return await self.inner.outcome(request)

    async def find(self, locator: str, document: str) -> Appointment:
        self._reached()
        return await self.inner.find(locator, document)

    async def release(self, hold_id: str) -> None:
        self._reached()
        if self.on_its_way is not None:
            await self.on_its_way()
        await self.inner.release(hold_id)

    async def count(self) -> int:
        return len(await self.inner.locators())

    async def _write(self, do: Callable[[], Any]) -> Appointment:
        fate = self.writes.pop(0) if self.writes else "answered"
        if fate == "lost":
            raise OutcomeUnknown("nobody answered")
        done: Appointment = await do()
        if fate == "done":
            raise OutcomeUnknown("nobody answered")
        return done

    def _reached(self) -> None:
        if self.away:
            raise ToolUnavailable("away")


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


async def said(conversation: Talk, *texts: str) -> Turn:
    for text in texts:
        turn = await conversation.say(text)
    return turn


async def unsure(talk: Any, shaky: ShakyBook) -> Talk:
    """A conversation in which the yes was answered with "I don't know yet"."""
    conversation: Talk = talk(SCRIPT, book=shaky)
    turn = await said(conversation, *TO_CONFIRM, "sí")
    assert turn.step == "book.unsure"
    return conversation


async def test_what_is_not_known_is_told_and_nothing_is_announced(talk, book, phrases) -> None:
    turn = await said(talk(SCRIPT, book=ShakyBook(book, "done")), *TO_CONFIRM, "sí")
    assert words(turn) == phrases.say("es", "unsure-book")
    assert turn.appointment is None
    assert turn.quick_replies == (phrases.say("es", "reply-check"), phrases.say("es", "reply-person"))


@pytest.mark.parametrize("text", ["sí", "no", "¿y entonces?", "el 3 de diciembre", "adiós", "no la quiero"])
async def test_a_booking_that_was_made_is_told_in_the_next_turn_whatever_it_says(talk, book, text: str) -> None:
    shaky = ShakyBook(book, "done")
    conversation = await unsure(talk, shaky)
    turn = await conversation.say(text)
    assert turn.appointment is not None
    assert turn.appointment.status == "booked"
    assert str(turn.appointment.locator) in words(turn)
    assert (await conversation.state())["task"] is None
    await conversation.say("sí")
    assert await shaky.count() == 1


async def test_a_booking_that_was_not_made_is_told_and_a_yes_makes_it_once(talk, book, phrases) -> None:
    shaky = ShakyBook(book, "lost")
    turn = await (await unsure(talk, shaky)).say("sí")
    assert turn.messages[0].text == phrases.say("es", "unsure-book-not-done")
    assert turn.appointment is not None
    assert turn.appointment.status == "booked"
    assert await shaky.count() == 1


async def test_a_no_after_a_booking_that_was_not_made_asks_what_to_change_and_the_lost_request_is_void(
    talk, book, phrases
) -> None:
    shaky = ShakyBook(book, "lost")
    turn = await (await unsure(talk, shaky)).say("no")
    assert turn.step == "book.what_change"
    assert turn.messages[0].text == phrases.say("es", "unsure-book-not-done")
    with pytest.raises(HoldExpired):
        await book.book(shaky.requests[0])
    assert await shaky.count() == 0


@pytest.mark.parametrize("text", ["reply-check", "¿y entonces?"])
async def test_who_only_wants_to_know_is_told_and_asked_again(talk, book, phrases, text: str) -> None:
    conversation = await unsure(talk, ShakyBook(book, "lost"))
    turn = await conversation.say(phrases.say("es", text) if text.startswith("reply") else text)
    assert turn.step == "book.confirm"
    assert [message.kind for message in turn.messages] == ["notice", "confirmation"]
    assert (await conversation.say("sí")).appointment is not None


async def test_a_question_is_answered_after_what_was_found_out(talk, book, phrases) -> None:
    turn = await (await unsure(talk, ShakyBook(book, "lost"))).say("y papeles")
    assert turn.messages[0].text == phrases.say("es", "unsure-book-not-done")
    assert "answer" in [message.kind for message in turn.messages]
    assert turn.step == "book.confirm"


async def test_a_booking_that_arrives_while_it_is_looked_up_is_found(talk, book) -> None:
    shaky = ShakyBook(book, "lost")
    conversation = await unsure(talk, shaky)
    shaky.on_its_way = lambda: book.book(shaky.requests[0])
    turn = await conversation.say("no")
    assert turn.appointment is not None
    assert turn.appointment.status == "booked"
    assert await shaky.count() == 1


async def test_while_nothing_can_be_looked_up_it_stays_unknown_with_the_same_key(talk, book, phrases) -> None:
    shaky = ShakyBook(book, "done")
    conversation = await unsure(talk, shaky)
    shaky.away = True
    for text in ("sí", "no", "el 3 de diciembre"):
        turn = await conversation.say(text)
        assert words(turn) == phrases.say("es", "unsure-book")
        assert turn.step == "book.unsure"
    shaky.away = False
    assert (await conversation.say("sí")).appointment is not None
    assert len(shaky.requests) == await shaky.count() == 1


async def test_unknown_twice_is_one_appointment(talk, book) -> None:
    shaky = ShakyBook(book, "lost", "done")
    conversation = await unsure(talk, shaky)
    assert (await conversation.say("sí")).step == "book.unsure"
    turn = await conversation.say("sí")
    assert turn.appointment is not None
    assert await shaky.count() == 1


async def test_a_seat_that_somebody_else_took_meanwhile_is_told_and_others_are_offered(talk, book, phrases) -> None:
    shaky = ShakyBook(book, "lost")
    conversation = await unsure(talk, shaky)
    slot = await book.slot_held_by("c-1")

    async def crowd() -> None:
        for desk in range(book.slots.desks(slot) - 1):
            await book.hold(slot.id, f"other-{desk}")
        await book.pass_on("c-1", "other")

    shaky.on_its_way = crowd
    turn = await conversation.say("sí")
    assert words(turn).startswith(phrases.say("es", "unsure-book-not-done"))
    assert phrases.say("es", "book-slot-taken") in words(turn)
    assert turn.offers
    assert turn.step == "book.option"


@pytest.mark.parametrize("text", ["persona", "socorro"])
async def test_a_person_comes_at_once_and_knows_what_has_to_be_checked(talk, book, text: str) -> None:
    shaky = ShakyBook(book, "done")
    conversation = await unsure(talk, shaky)
    shaky.away = True
    turn = await conversation.say(text)
    assert turn.hand_off is not None
    assert any("No se sabe si ha quedado hecho" in line for line in turn.hand_off.summary)
    assert DNI not in str(turn.hand_off)
    shaky.away = False
    assert (await conversation.say("sí")).appointment is not None


async def with_appointment(talk: Any, shaky: ShakyBook, *texts: str) -> tuple[Talk, Turn]:
    """A conversation at the read back of a change or a cancellation, answered with a yes."""
    first = await said(talk(SCRIPT, book=shaky.inner), *TO_CONFIRM, "sí")
    assert first.appointment is not None
    script: dict[str, Reading] = {
        **SCRIPT,
        "datos": reading(slots={"locator": str(first.appointment.locator), "document": DNI}),
    }
    conversation: Talk = talk(script, book=shaky)
    return conversation, await said(conversation, *texts, "sí")


@pytest.mark.parametrize("fate", ["done", "lost"])
async def test_a_change_without_an_answer_is_found_out(talk, book, phrases, fate: str) -> None:
    shaky = ShakyBook(book, fate)
    conversation, turn = await with_appointment(talk, shaky, "cambiar", "datos", "el 3 de diciembre", "la primera")
    assert words(turn) == phrases.say("es", "unsure-change")
    turn = await conversation.say("sí")
    assert turn.appointment is not None
    assert turn.appointment.starts_at.date().isoformat() == "2026-12-03"
    assert (phrases.say("es", "unsure-change-not-done") in words(turn)) == (fate == "lost")
    assert await shaky.count() == 1


async def test_a_change_of_an_appointment_that_is_no_more_lets_its_seat_go(talk, book, phrases) -> None:
    shaky = ShakyBook(book, "lost")
    conversation, _ = await with_appointment(talk, shaky, "cambiar", "datos", "el 3 de diciembre", "la primera")
    (locator,) = await book.locators()
    await book.cancel(locator, DNI)
    turn = await conversation.say("sí")
    assert phrases.say("es", "locator-not-found") in words(turn)
    assert await book.holders() == []


def at(conversation: Talk, moment: datetime) -> None:
    conversation.deps = replace(conversation.deps, clock=fixed(moment))


@pytest.mark.parametrize("fate", ["done", "lost"])
async def test_a_cancellation_without_an_answer_is_found_out(talk, book, phrases, fate: str) -> None:
    shaky = ShakyBook(book, fate)
    conversation, turn = await with_appointment(talk, shaky, "anular", "datos")
    assert words(turn) == phrases.say("es", "unsure-cancel")
    at(conversation, NOW + GRACE)
    turn = await conversation.say("sí")
    assert turn.appointment is not None
    assert turn.appointment.status == "cancelled"
    assert (phrases.say("es", "unsure-cancel-not-done") in words(turn)) == (fate == "lost")
    assert await shaky.count() == 0


async def test_a_cancellation_that_may_be_on_its_way_is_not_told_as_not_done(talk, book, phrases) -> None:
    conversation, _ = await with_appointment(talk, ShakyBook(book, "lost"), "anular", "datos")
    at(conversation, NOW + GRACE - timedelta(seconds=1))
    for text in ("sí", "no", "¿y entonces?"):
        assert words(await conversation.say(text)) == phrases.say("es", "unsure-cancel")
    (locator,) = await book.locators()
    await book.cancel(locator, DNI)
    turn = await conversation.say("¿y entonces?")
    assert turn.appointment is not None
    assert turn.appointment.status == "cancelled"


async def test_a_cancellation_is_given_up_for_not_done_only_after_it_had_time_to_arrive(talk, book) -> None:
    conversation, _ = await with_appointment(talk, ShakyBook(book, "lost"), "anular", "datos")
    state: Any = await conversation.state()
    with pytest.raises(OutcomeUnknown):
        await find_outcome(state, conversation.deps)
    at(conversation, NOW + GRACE)
    assert await find_outcome(state, conversation.deps) is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_truth_is_told_in_the_language_of_the_conversation(talk, book, phrases, language: Language) -> None:
    script = {text: replace(entry, language=language) for text, entry in SCRIPT.items()}
    conversation: Talk = talk(script, book=ShakyBook(book, "lost"))
    await conversation.say("cita jubilación")
    await conversation.speak(language)
    turn = await said(conversation, *TO_CONFIRM[1:], "sí")
    assert words(turn) == phrases.say(language, "unsure-book")
    turn = await conversation.say("sí")
    assert turn.messages[0].text == phrases.say(language, "unsure-book-not-done")


async def test_a_video_appointment_is_read_back_as_such_and_tells_its_room(talk, book, phrases) -> None:
    offices = {name: replace(office, channels=("video",)) for name, office in shipped.offices().items()}

    class Rooms(OpenBook):
        async def book(self, request: BookingRequest) -> Appointment:
            return replace(await super().book(request), room_url="https://rooms.example/a")

    rooms = Rooms(book.database, SlotSpace(offices, shipped.calendar(), BookingRules()), fixed(NOW))
    both = ChannelBook({"own": book, "video": rooms}, {"in_person": "own", "phone": "own", "video": "video"})
    conversation = talk(SCRIPT, book=both, channels=frozenset({"in_person", "phone", "video"}))
    turn = await said(conversation, "cita por vídeo", "en Girona", "la primera", "mi DNI")
    assert "por videollamada" in words(turn)
    turn = await conversation.say("sí")
    assert turn.appointment is not None
    assert (turn.appointment.channel, turn.appointment.room_url) == ("video", "https://rooms.example/a")
    assert phrases.say("es", "book-room", link="https://rooms.example/a") in words(turn)
    assert "Tenga a mano" in words(turn)
