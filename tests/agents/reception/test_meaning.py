"""What a turn means in its conversation: what was said before, answers to an offer, a third person."""

from datetime import date
from typing import Any

import pytest

from agents.reception.turns.turn import Turn
from agents.understanding.question.expected_answer import ExpectedAnswer
from agents.understanding.shared.labels import Candidate
from knowledge.languages import LANGUAGES
from tests.agents.conftest import reading

DNI = "12345678Z"
MOTHERS = "87654321X"
SCRIPT = {
    "jubilarme": reading(need="jubilacion_ordinaria", aspect="requirements"),
    "cuánto": reading("question", "leans", aspect="amount", leaning=True),
    "y para mi hermana": reading("question", "leans", "third_person", leaning=True),
    "es para mi madre": reading("third_person", leaning=True),
    "y eso": reading("question", leaning=True),
    "qué papeles llevo": reading(
        "question",
        "leans",
        need="aportar_documentos",
        confidence=0.66,
        aspect="documents",
        alternatives=(Candidate("aportar_documentos", 0.66), Candidate("estado_solicitud", 0.2)),
    ),
    "si lo hago tarde": reading("leans", "out_of_scope", out_of_scope=True),
    "cita jubilación": reading("book", need="jubilacion_ordinaria"),
    "cita": reading("book", need="cita_inss"),
    "cita para mi madre": reading("book", "third_person", need="jubilacion_ordinaria"),
    "en Girona": reading(slots={"municipality": "Girona"}),
    "sí pero en Lleida": reading("affirm", reserved=True, slots={"municipality": "Lleida"}),
    "sí pero": reading("affirm", reserved=True),
    "la primera": reading(slots={"option": "1"}),
    "cualquiera": reading(slots={"option": "any"}),
    "la del medio": reading(slots={"option": "middle"}),
    "ninguna": reading("deny", slots={"option": "none"}),
    "más tarde": reading("correct", slots={"move": "later"}),
    "más pronto": reading("correct", slots={"move": "earlier"}),
    "otro día": reading(slots={"move": "other_day"}),
    "la semana siguiente": reading(slots={"move": "next_week"}),
    "otra oficina": reading(slots={"move": "other_office"}),
    "entre las 11 y las 12": reading(slots={"time": "11:00", "time_to": "12:00"}),
    "martes o jueves": reading(slots={"date": "2026-12-01", "date_or": "2026-12-03"}),
    "cualquier día menos el martes": reading(slots={"option": "any", "date_not": "2026-12-01"}),
    "el 15": reading(slots={"number": "15"}),
    "mejor por teléfono": reading("correct", slots={"channel": "phone"}),
    "por videollamada": reading(slots={"channel": "video"}),
    "mi DNI": reading(slots={"document": DNI}),
    "el suyo": reading(slots={"document": MOTHERS}),
    "sí": reading("affirm"),
    "no": reading("deny"),
    "déjelo": reading("drop"),
    "las dos": reading(slots={"option": "both"}),
    "la segunda": reading(slots={"option": "2"}),
    "dudoso": reading(need="jubilacion_ordinaria", confidence=0.40, alternatives=(), aspect="amount"),
    "gracias": reading("thanks"),
    "persona": reading("person"),
    "humano": reading(need="humano"),
    "emergencia": reading(need="emergencia"),
    "in english": reading(switch_to="en", language="en"),
    "": reading(),
    "xyz": reading(),
}


def words(turn: Turn) -> str:
    return "\n".join(message.text for message in turn.messages)


async def said(conversation: Any, *texts: str) -> Turn:
    for text in texts:
        turn = await conversation.say(text)
    return turn  # type: ignore[no-any-return]


AT_OFFERS = ("cita jubilación", "en Girona")
AT_CONFIRM = (*AT_OFFERS, "la primera", "mi DNI")


async def test_what_leans_is_about_the_need_on_the_table(talk) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("jubilarme")
    turn = await conversation.say("cuánto")
    assert turn.need == "jubilacion_ordinaria"
    assert "answer" in [message.kind for message in turn.messages]
    assert (await conversation.state())["aspect"] == "amount"


@pytest.mark.parametrize("before", [("jubilarme",), AT_OFFERS, (*AT_CONFIRM, "sí")])
async def test_what_leans_is_about_what_was_spoken_of_or_booked(talk, knowledge_base, before: tuple[str, ...]) -> None:
    turn = await said(talk(SCRIPT), *before, "qué papeles llevo")
    assert turn.need == "jubilacion_ordinaria"
    corpus = knowledge_base.on(date(2026, 11, 25)).corpus
    cited = [corpus.passage(one.passage_id) for message in turn.messages for one in message.citations]
    assert {(passage.need, passage.aspect) for passage in cited} == {("jubilacion_ordinaria", "documents")}


async def test_a_side_that_was_pressed_is_told_alone(talk, phrases, knowledge_base) -> None:
    pressed = phrases.say("es", "aspect-mistakes")
    read_otherwise = reading("question", wanted=ExpectedAnswer(aspects={"documents": 0.9}))
    turn = await said(talk(SCRIPT | {pressed: read_otherwise}), "jubilarme", pressed)
    corpus = knowledge_base.on(date(2026, 11, 25)).corpus
    cited = [corpus.passage(one.passage_id) for message in turn.messages for one in message.citations]
    assert {(passage.need, passage.aspect) for passage in cited} == {("jubilacion_ordinaria", "mistakes")}


async def test_what_leans_and_asks_without_a_mark_is_answered_as_a_question(talk) -> None:
    conversation = talk(SCRIPT)
    await conversation.say("jubilarme")
    turn = await conversation.say("si lo hago tarde")
    assert "answer" in [message.kind for message in turn.messages]


async def test_for_somebody_else_more_is_told_and_nothing_twice(talk, phrases) -> None:
    conversation = talk(SCRIPT)
    first = await conversation.say("jubilarme")
    turn = await conversation.say("y para mi hermana")
    assert turn.messages[0].text == phrases.say("es", "answer-for-other")
    lines = [line for m in turn.messages if m.kind == "answer" for line in m.text.split("\n")]
    assert lines
    assert not set(lines) & {line for m in first.messages for line in m.text.split("\n")}


async def test_with_nothing_on_the_table_it_is_asked_which_matter(talk, phrases) -> None:
    assert words(await talk(SCRIPT).say("cuánto")) == phrases.say("es", "about-what")
    assert words(await talk(SCRIPT).say("es para mi madre")) == phrases.say("es", "for-other")


@pytest.mark.parametrize("before", [("cita para mi madre",), ("jubilarme", "es para mi madre", "cita")])
async def test_the_identity_asked_is_the_other_persons(talk, before: tuple[str, ...]) -> None:
    turn = await said(talk(SCRIPT), *before, "en Girona", "la primera")
    assert turn.step == "book.document"
    assert "de la persona que tendrá la cita" in turn.messages[-1].text


async def test_a_third_person_named_late_makes_the_document_be_asked_again(talk, phrases, book) -> None:
    conversation = talk(SCRIPT)
    turn = await said(conversation, *AT_CONFIRM, "es para mi madre")
    assert turn.messages[0].text == phrases.say("es", "book-for-other")
    assert turn.step == "book.document"
    turn = await said(conversation, "el suyo", "sí")
    assert turn.appointment is not None
    assert (await book.find(turn.appointment.locator, MOTHERS)).status == "booked"


async def test_a_yes_with_a_but_is_no_yes(talk) -> None:
    turn = await said(talk(SCRIPT), *AT_CONFIRM, "sí pero")
    assert (turn.step, turn.appointment) == ("book.what_change", None)


async def test_a_yes_but_elsewhere_changes_the_office(talk) -> None:
    conversation = talk(SCRIPT)
    before = (await said(conversation, *AT_CONFIRM)).appointment
    after = (await conversation.say("sí pero en Lleida")).appointment
    assert before is not None
    assert after is not None
    assert (after.status, after.office_id, after.starts_at) == ("proposed", "inss-25", before.starts_at)


@pytest.mark.parametrize(("answer", "index"), [("cualquiera", 0), ("la del medio", 1), ("la primera", 0)])
async def test_a_choice_takes_that_offer(talk, answer: str, index: int) -> None:
    conversation = talk(SCRIPT)
    offers = (await said(conversation, *AT_OFFERS)).offers
    turn = await said(conversation, answer, "mi DNI")
    assert turn.appointment is not None
    assert turn.appointment.starts_at == offers[index].starts_at


@pytest.mark.parametrize("answer", ["ninguna", "otro día"])
async def test_none_of_them_brings_other_days(talk, answer: str) -> None:
    conversation = talk(SCRIPT)
    before = (await said(conversation, *AT_OFFERS)).offers
    after = (await conversation.say(answer)).offers
    assert after
    assert after[0].starts_at.date() > before[-1].starts_at.date()


async def test_later_and_sooner_move_the_hour(talk) -> None:
    conversation = talk(SCRIPT)
    first = (await said(conversation, *AT_OFFERS)).offers
    later = (await conversation.say("más tarde")).offers
    assert min(one.starts_at.time() for one in later) > max(one.starts_at.time() for one in first)
    sooner = (await conversation.say("más pronto")).offers
    assert sooner
    assert max(one.starts_at.time() for one in sooner) < min(one.starts_at.time() for one in later)


async def test_the_week_after_is_after_the_one_offered(talk) -> None:
    conversation = talk(SCRIPT)
    first = (await said(conversation, *AT_OFFERS)).offers[0].starts_at
    weeks = {one.starts_at.isocalendar().week for one in (await conversation.say("la semana siguiente")).offers}
    assert weeks == {first.isocalendar().week + 1}


async def test_another_day_from_the_read_back_keeps_the_document(talk) -> None:
    conversation = talk(SCRIPT)
    proposed = (await said(conversation, *AT_CONFIRM)).appointment
    turn = await conversation.say("otro día")
    assert proposed is not None
    assert turn.offers[0].starts_at.date() > proposed.starts_at.date()
    assert (await conversation.say("la primera")).step == "book.confirm"


async def test_hours_between_two_are_offered(talk) -> None:
    turn = await said(talk(SCRIPT), *AT_OFFERS, "entre las 11 y las 12")
    assert turn.offers
    assert all("11:00" <= f"{one.starts_at:%H:%M}" <= "12:00" for one in turn.offers)


async def test_one_of_two_days_is_offered(talk) -> None:
    turn = await said(talk(SCRIPT), *AT_OFFERS, "martes o jueves")
    assert {f"{one.starts_at:%Y-%m-%d}" for one in turn.offers} <= {"2026-12-01", "2026-12-03"}
    assert turn.offers


async def test_a_day_ruled_out_is_not_offered(talk) -> None:
    turn = await said(talk(SCRIPT), *AT_OFFERS, "cualquier día menos el martes")
    assert turn.offers
    assert "2026-12-01" not in {f"{one.starts_at:%Y-%m-%d}" for one in turn.offers}


async def test_a_number_that_is_no_offer_is_a_day(talk) -> None:
    turn = await said(talk(SCRIPT), *AT_OFFERS, "el 15")
    assert {one.starts_at.day for one in turn.offers} == {15}


async def test_the_channel_changes_in_the_middle(talk) -> None:
    turn = await said(talk(SCRIPT), *AT_OFFERS, "mejor por teléfono")
    assert {one.channel for one in turn.offers} == {"phone"}


async def test_a_channel_there_is_not_is_told(talk, phrases) -> None:
    turn = await said(talk(SCRIPT), *AT_OFFERS, "por videollamada")
    assert phrases.say("es", "book-channel-none") in words(turn)


async def test_another_office_is_asked_for_in_words(talk) -> None:
    assert (await said(talk(SCRIPT), *AT_OFFERS, "otra oficina")).step == "book.place"


async def test_a_need_that_is_only_likely_is_named_and_answered_at_once(talk, phrases) -> None:
    conversation = talk(SCRIPT)
    turn = await conversation.say("dudoso")
    assert turn.messages[0].text == phrases.say("es", "answer-about", need="la pensión de jubilación")
    assert [message.kind for message in turn.messages][:2] == ["notice", "answer"]
    assert (turn.need, turn.step) == ("jubilacion_ordinaria", "asked.book")
    assert (await conversation.state())["aspect"] == "amount"


@pytest.mark.parametrize("doubt", [{"confidence": 0.29}, {"confidence": 0.40, "outside": 0.11}])
async def test_a_need_that_may_well_not_be_meant_is_answered_and_the_doubt_told(talk, phrases, doubt) -> None:
    either = (Candidate("jubilacion_ordinaria", 0.29), Candidate("viudedad", 0.28))
    unsure = reading("question", need="jubilacion_ordinaria", alternatives=either, **doubt)
    turn = await talk({"dudoso": unsure}).say("dudoso")
    assert turn.messages[0].text == phrases.say("es", "answer-unsure", need="la pensión de jubilación")
    assert [message.kind for message in turn.messages][:2] == ["notice", "answer"]


async def test_an_unclear_booking_is_booked_after_the_pick(talk) -> None:
    close = reading("book", need="jubilacion_ordinaria", confidence=0.45, alternatives=(Candidate("viudedad", 0.40),))
    turn = await said(talk({**SCRIPT, "cita pensión": close}), "cita pensión", "la segunda")
    assert (turn.need, turn.step) == ("viudedad", "book.place")


@pytest.mark.parametrize("waiting", [AT_OFFERS[:1], AT_OFFERS, AT_CONFIRM])
@pytest.mark.parametrize(
    ("aside", "key"), [("", "empty"), ("in english", "language-switched"), ("xyz", "not-understood")]
)
async def test_silence_nonsense_and_a_language_leave_the_booking_where_it_was(
    talk, phrases, waiting: tuple[str, ...], aside: str, key: str
) -> None:
    conversation = talk(SCRIPT)
    before = await said(conversation, *waiting)
    turn = await conversation.say(aside)
    assert turn.step == before.step
    assert turn.messages[0].text == phrases.say("en" if aside == "in english" else "es", key)
    assert len(turn.offers) == len(before.offers)


def test_every_phrase_of_these_turns_exists_in_six_languages(phrases) -> None:
    for language in LANGUAGES:
        for key in (
            "for-other",
            "about-what",
            "answer-for-other",
            "answer-apart",
            "answer-nearest",
            "answer-which",
            "book-for-other",
            "book-channel-none",
            "summary-other",
        ):
            assert phrases.say(language, key)
        assert "X" in phrases.say(language, "answer-about", need="X")
        assert "X" in phrases.say(language, "answer-unsure", need="X")
