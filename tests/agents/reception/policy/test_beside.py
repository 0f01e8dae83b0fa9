"""What a message in the middle of a task does, and what it asks beside that: which goes first, and what is a wish."""

from dataclasses import replace
from typing import Any

from agents.reception.policy.beside import asks_back, tells_papers, topic_aside, with_questions
from agents.reception.policy.policy_input import Decision, PolicyInput
from agents.reception.tasks.task import Seat, SlotSearch, Task
from agents.understanding.reading import PartWords, Reading
from agents.understanding.shared.labels import Label
from tests.agents.builders import booking, cancelling, changing, confirming, hold, situation, slot_values


def part(
    asked: str, *labels: Label, need: str | None = None, slots: dict[str, str] | None = None, **rest: Any
) -> Reading:
    """One thing asked beside the statement."""
    return Reading(
        "es", 0.99, need=need, confidence=0.9 if need else 0.0, labels=frozenset({"question", *labels}),
        slots=slot_values(**(slots or {})), words=PartWords(asked), **rest,
    )  # fmt: skip


def said(*parts: Reading, task: Task, stated: Reading | None = None, **rest: Any) -> PolicyInput:
    reading = {"parts": parts, "words": PartWords(stated=stated)}
    return situation("algo", "question", task=task, reading=reading, **rest)


def stated(*labels: Label, **slots: str) -> Reading:
    return Reading("es", 0.99, labels=frozenset(labels), slots=slot_values(**slots))


def collects(task: Task) -> Any:
    """A policy that takes values in, and notes what it was given."""
    seen: list[PolicyInput] = []

    def decide(own: PolicyInput) -> Decision:
        seen.append(own)
        return Decision("collect", task=task)

    return decide, seen


OFFERED = booking(question="option", seat=Seat(offers=(hold().slot,)))
ASKED = booking(question="document", seat=Seat(hold=hold()))


def test_what_the_statement_does_comes_first_and_the_question_is_answered_after_it() -> None:
    decide, seen = collects(OFFERED)
    about = part("¿puede ir mi hijo?", need="viudedad")
    decision = with_questions(said(about, task=OFFERED, stated=stated(option="1")), OFFERED, decide)
    assert decision is not None
    assert (decision.route, decision.aside, [one.need for one in decision.also]) == ("collect", True, ["viudedad"])
    assert seen[0].reading.slots.keys() == {"option"}


def test_nothing_goes_apart_without_a_question_beside() -> None:
    decide, _ = collects(OFFERED)
    assert with_questions(said(task=OFFERED, stated=stated(option="1")), OFFERED, decide) is None


def test_a_tag_after_a_wish_asks_nothing_more() -> None:
    decide, seen = collects(OFFERED)
    wish = said(part("¿puede ser?"), task=OFFERED, stated=stated(date="2026-12-10"))
    assert with_questions(wish, OFFERED, decide) is None
    assert seen == []


def test_few_words_that_name_a_matter_or_a_section_are_no_tag() -> None:
    for question in (part("¿y la viudedad?", need="viudedad"), part("¿qué papeles llevo?", aspect="documents")):
        decide, _ = collects(ASKED)
        asked = said(question, task=ASKED, stated=stated(document="12345678Z"))
        decision = with_questions(asked, ASKED, decide)
        assert decision is not None
        assert decision.also


def test_another_way_asked_for_while_offers_stand_is_a_wish() -> None:
    by_phone = part("¿y por teléfono puede ser, que vivo lejos?", slots={"channel": "phone"})
    for task, kept in ((OFFERED, {"channel"}), (ASKED, set())):
        decide, seen = collects(task)
        with_questions(said(by_phone, task=task, stated=stated("deny", channel="phone")), task, decide)
        assert seen[0].reading.slots.keys() == kept


def test_values_of_a_question_that_wishes_for_nothing_are_left_out() -> None:
    decide, seen = collects(ASKED)
    question = part("¿a las dos cerráis la oficina siempre?", need="viudedad", slots={"option": "2"})
    with_questions(said(question, task=ASKED, stated=stated(document="12345678Z", option="2")), ASKED, decide)
    assert seen[0].reading.slots.keys() == {"document"}


def test_a_question_about_the_value_asked_for_is_explained() -> None:
    decide, _ = collects(ASKED)
    decision = with_questions(
        said(part("¿el suyo o el mío, de quién es?"), task=ASKED, stated=stated("ack")), ASKED, decide
    )
    assert decision is not None
    assert decision.key == "help-document"
    assert asks_back(situation("¿cuál?", "question", "leans", task=ASKED), ASKED)
    assert not asks_back(situation("¿cuál?", "question", "leans", task=OFFERED), OFFERED)


def test_what_is_not_understood_beside_is_told_apart() -> None:
    decide, _ = collects(OFFERED)
    strange = part("¿y cuánto vale un coche de segunda mano?", out_of_scope=True, need=None)
    strange = Reading("es", 0.99, labels=strange.labels, words=strange.words, out_of_scope=True, confidence=0.97)
    decision = with_questions(said(strange, task=OFFERED, stated=stated(option="1")), OFFERED, decide)
    assert decision is not None
    assert decision.unanswered


def test_a_matter_beyond_doubt_is_the_topic_and_else_that_of_the_task() -> None:
    task = confirming(need="viudedad")
    assert topic_aside(situation(need="jubilacion_ordinaria", task=task), task) == "jubilacion_ordinaria"
    assert topic_aside(situation(task=task), task) == "viudedad"
    assert topic_aside(situation(task=task, need="cita_inss"), task) == "cita_inss"


def test_the_papers_asked_about_are_those_of_what_the_appointment_is_for() -> None:
    task = confirming(need="viudedad")
    asked = situation(need="cita_inss", task=task, reading={"aspect": "documents"})
    assert topic_aside(asked, task) == "viudedad"


def test_what_is_asked_beside_a_correction_is_about_the_matter_it_names() -> None:
    retired = booking(question="option", need="jubilacion_ordinaria")
    widow = Decision("collect", task=booking(question="option", need="viudedad"))
    for asked in (
        part("¿y qué papeles llevo?", aspect="documents", need="vida_laboral"),
        part("¿y cuánto es lo que se cobra?", "leans"),
    ):
        decision = with_questions(said(asked, task=retired, stated=stated("deny")), retired, lambda _: widow)
        assert decision is not None
        assert decision.task == widow.task
        assert [one.need for one in decision.also] == ["viudedad"]


def test_a_correction_to_what_needs_no_appointment_loses_no_question() -> None:
    online = Decision("answer", key="book-not-needed", need="vida_laboral", ends_task=True)
    asked = said(part("¿qué papeles llevo?", aspect="documents"), task=OFFERED, stated=stated("deny"))
    decision = with_questions(asked, OFFERED, lambda _: online)
    assert decision is not None
    assert (decision.route, decision.need, [one.need for one in decision.also]) == (
        "answer",
        "vida_laboral",
        ["vida_laboral"],
    )


def test_of_an_appointment_that_is_not_found_its_change_is_the_topic() -> None:
    task = cancelling("visit")
    assert topic_aside(situation(task=task), task) in ("jubilacion_ordinaria", "cita_modificar")


def test_papers_are_told_with_an_appointment_in_person_alone() -> None:
    assert not tells_papers(situation(), changing())
    by_phone = confirming(search=SlotSearch(office_id="office", channel="phone"))
    assert not tells_papers(situation(), by_phone)


def test_what_the_whole_message_refuses_nothing_of_is_no_refusal_at_the_read_back() -> None:
    task = confirming()
    decide, seen = collects(task)
    question = part("¿puedo ir yo sola?", need="viudedad")
    with_questions(said(question, task=task, stated=stated("deny", "change")), task, decide)
    assert seen[0].reading.labels == frozenset()


def test_a_refusal_that_is_heard_in_the_whole_message_too_stays_one_at_the_read_back() -> None:
    task = confirming()
    decide, seen = collects(task)
    whole = said(part("¿puedo ir yo sola?", need="viudedad"), task=task, stated=stated("deny"))
    labels = whole.reading.labels | {"correct"}
    with_questions(replace(whole, reading=replace(whole.reading, labels=labels)), task, decide)
    assert seen[0].reading.labels == {"deny"}
