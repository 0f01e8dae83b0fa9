"""Several things asked in one message: what is decided of the first, and what is answered after it or in its place."""

from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.reception.policy.policy_input import FLOOR, Decision, PolicyInput
from agents.reception.policy.rules import decide
from agents.reception.tasks.task import Booking, Cancellation, Change, OpenQuestion
from agents.understanding.appointments.steps import WISHES
from agents.understanding.asked_parts import read_parts
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Candidate, Label
from agents.understanding.units.spoken import NOTHING_SAID
from tests.agents.builders import CATALOGUE, situation
from tests.agents.conftest import reading

WIDOW = reading("question", need="viudedad")
WORK = reading("question", need="vida_laboral")
ELSEWHERE = reading("question", "out_of_scope", out_of_scope=True, confidence=0.9)
NOTHING = reading("question")
HARDLY = reading("question", need="viudedad", confidence=FLOOR - 0.01)


def asks(*parts: Reading, **rest: Any) -> PolicyInput:
    """A message of those parts, read as the understander puts them together; it does what its parts do."""
    whole = reading(*frozenset[Label]().union(*(part.labels for part in parts)))
    words = [f"parte {place}" for place in range(len(parts))]
    by_words = dict(zip(words, parts, strict=True))
    read = read_parts(whole, words, NOTHING_SAID, lambda text, _: by_words[text])
    return replace(situation(". ".join(words), **rest), reading=read)


def parts(s: PolicyInput, *places: int) -> tuple[Reading, ...]:
    return tuple(s.reading.parts[place] for place in places)


def test_each_other_part_is_answered_after_the_first() -> None:
    s = asks(WIDOW, WORK, reading("question", need="paro"))
    assert decide(s) == Decision("answer", need="viudedad", also=parts(s, 1, 2))


def test_the_first_is_decided_as_if_it_were_asked_alone() -> None:
    bait = reading("question", "decision_bait", need="jubilacion_ordinaria", aspect="requirements")
    s = asks(bait, WIDOW)
    alone = decide(situation("x", *bait.labels, need=bait.need, reading={"aspect": "requirements"}))
    assert decide(s) == replace(alone, also=parts(s, 1))
    assert alone.key == "answer-not-decision"


@pytest.mark.parametrize(
    "other",
    [
        ELSEWHERE,
        NOTHING,
        HARDLY,
        replace(WIDOW, out_of_scope=True),
        reading("question", need="humano"),
        reading("question", need="emergencia"),
        reading("question", need="de_otro_catalogo"),
    ],
)
def test_what_no_article_answers_is_left(other: Reading) -> None:
    s = asks(WORK, other)
    assert decide(s) == Decision("answer", need="vida_laboral", unanswered=True)
    with_third = asks(WORK, other, WIDOW)
    assert decide(with_third) == Decision("answer", need="vida_laboral", also=parts(with_third, 2), unanswered=True)


@pytest.mark.parametrize("need", ["paro", "cita_inss", "cita_modificar", "estado_solicitud"])
def test_who_handles_it_and_how_appointments_are_made_are_answers_too(need: str) -> None:
    s = asks(WIDOW, reading("question", need=need, confidence=FLOOR))
    assert decide(s) == Decision("answer", need="viudedad", also=parts(s, 1))


@pytest.mark.parametrize("told", [reading(), reading("affirm"), reading("thanks", "other_matter", out_of_scope=True)])
def test_what_is_only_told_beside_a_question_is_no_question_left(told: Reading) -> None:
    """ "Can they take it? It's all I have": nothing else was asked."""
    assert decide(asks(WORK, told)) == Decision("answer", need="vida_laboral")
    s = asks(told, WORK)
    assert (decide(s).need, decide(s).unanswered) == ("vida_laboral", False)


def test_who_asks_when_they_are_called_and_something_else_gets_an_answer_to_both() -> None:
    s = asks(reading("after_hand_off", "question"), WIDOW, handed_off="asked")
    assert decide(s) == Decision("notice", key="handoff-when", also=parts(s, 1), aside=True)
    leaning = asks(
        reading("after_hand_off", "question"), reading("question", "leans", need="humano"), handed_off="asked"
    )
    (also,) = decide(replace(leaning, need="viudedad")).also
    assert (also.need, also.goes_on) == ("viudedad", True)
    nothing = asks(reading("after_hand_off", "question"), NOTHING, handed_off="asked")
    assert decide(nothing) == Decision("notice", key="handoff-when")


def test_what_asks_more_of_the_same_matter_is_answered_however_little_it_names_it() -> None:
    s = asks(WIDOW, HARDLY)
    assert decide(s) == Decision("answer", need="viudedad", also=parts(s, 1))


@pytest.mark.parametrize("first", [ELSEWHERE, NOTHING, HARDLY, reading("question", "leans"),
                                   reading("question", "other_matter", out_of_scope=True)])  # fmt: skip
def test_where_the_first_is_not_understood_the_first_that_is_gets_its_answer(first: Reading) -> None:
    s = asks(first, WIDOW)
    assert decide(s) == Decision("answer", need="viudedad", part=s.reading.parts[1], unanswered=True)
    with_more = asks(first, NOTHING, WIDOW, WORK, ELSEWHERE)
    decision = decide(with_more)
    assert (decision.need, decision.part) == ("viudedad", with_more.reading.parts[2])
    assert (decision.also, decision.unanswered) == (parts(with_more, 3), True)


def test_what_is_answered_in_place_of_the_first_is_decided_by_its_own_labels() -> None:
    bait = reading("question", "decision_bait", need="viudedad", aspect="requirements")
    decision = decide(asks(ELSEWHERE, bait))
    assert (decision.key, decision.aspect) == ("answer-not-decision", "requirements")
    first_baits = replace(ELSEWHERE, labels=ELSEWHERE.labels | {"decision_bait"})
    assert decide(asks(first_baits, WIDOW)).key == ""


def test_where_nothing_is_understood_it_is_said_as_for_one_question() -> None:
    assert decide(asks(NOTHING, NOTHING)) == Decision("notice", key="not-understood", understood=False)
    assert decide(asks(NOTHING, HARDLY, misses=1)) == Decision("notice", key="not-understood-again", understood=False)
    assert decide(asks(NOTHING, NOTHING, misses=2)).route == "hand_off"
    assert decide(asks(ELSEWHERE, ELSEWHERE)) == Decision("notice", key="out-of-scope")


def test_a_doubt_whether_an_appointment_is_to_be_changed_waits_for_what_else_is_asked() -> None:
    s = asks(reading("question", need="cita_modificar", confidence=0.6), WIDOW)
    assert decide(replace(s, reading=replace(s.reading, parts=()))).route == "clarify"
    assert decide(s) == Decision("answer", need="viudedad", part=s.reading.parts[1], unanswered=True)


@pytest.mark.parametrize("label", ["crisis", "violence", "emergency", "person", "injection"])
def test_danger_a_person_and_instructions_come_before_every_part(label: Label) -> None:
    for place in (0, 1):
        said = [WIDOW, WORK]
        said[place] = replace(said[place], labels=said[place].labels | {label})
        decision = decide(asks(*said))
        assert decision.route == ("notice" if label == "injection" else "hand_off")
        assert (decision.also, decision.part, decision.unanswered) == ((), None, False)


# Appointments


WISH = reading("book", need="jubilacion_ordinaria")


def test_what_is_asked_beside_a_wish_for_an_appointment_is_answered_beside_it() -> None:
    s = asks(WISH, WIDOW)
    decision = decide(s)
    assert isinstance(decision.task, Booking)
    assert (decision.route, decision.task.need) == ("collect", "jubilacion_ordinaria")
    assert (decision.also, decision.aside) == (parts(s, 1), True)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_appointment_is_for_what_its_part_names_wherever_it_stands(place: int) -> None:
    said = [WIDOW, WORK]
    said.insert(place, WISH)
    s = asks(*said)
    decision = decide(s)
    assert decision.task is not None
    assert (decision.route, decision.task.need) == ("collect", "jubilacion_ordinaria")
    assert [part.need for part in decision.also] == ["viudedad", "vida_laboral"]
    assert decision.aside


def test_an_appointment_that_names_nothing_is_for_what_is_asked_first_and_that_is_answered() -> None:
    s = asks(WIDOW, reading("book", need="cita_inss"))
    decision = decide(s)
    assert decision.task is not None
    assert (decision.task.need, decision.also, decision.aside) == ("viudedad", parts(s, 0), True)


def test_of_two_wishes_the_first_is_gone_on_with() -> None:
    decision = decide(asks(WISH, reading("book", need="viudedad")))
    assert decision.task is not None
    assert (decision.task.need, decision.also, decision.aside) == ("jubilacion_ordinaria", (), False)


def test_an_appointment_wanted_for_what_has_none_is_told_the_way_and_the_rest_is_answered() -> None:
    s = asks(WIDOW, reading("book", need="vida_laboral"))
    decision = decide(s)
    assert (decision.route, decision.key, decision.need) == ("answer", "book-walk-in", "vida_laboral")
    assert (decision.part, decision.also, decision.unanswered) == (s.reading.parts[1], parts(s, 0), False)


@pytest.mark.parametrize(
    ("beside", "answered"),
    [
        (reading(need="jubilacion_ordinaria"), False),  # "I want to retire; could I have an appointment?"
        (reading("question", "leans", need="jubilacion_ordinaria", goes_on=True), False),  # "and where is it?"
        (reading("question", need="jubilacion_ordinaria"), True),
        (reading(need="viudedad"), True),
        (reading("question", "leans", need="viudedad"), True),
        (NOTHING, False),
        (ELSEWHERE, False),
    ],
)
def test_beside_an_appointment_what_it_is_for_is_answered_only_where_that_is_asked(
    beside: Reading, answered: bool
) -> None:
    s = asks(WISH, beside)
    decision = decide(s)
    assert (decision.also, decision.aside) == ((parts(s, 1), True) if answered else ((), False))
    assert isinstance(decision.task, Booking)


@pytest.mark.parametrize(("act", "task"), [("change", Change), ("cancel", Cancellation)])
@pytest.mark.parametrize("place", [0, 1])
def test_what_is_asked_beside_a_change_or_a_cancellation_is_answered_beside_it(
    act: Label, task: type, place: int
) -> None:
    said = [WIDOW]
    said.insert(place, reading(act, need="cita_modificar"))
    s = asks(*said)
    decision = decide(s)
    assert isinstance(decision.task, task)
    assert (decision.also, decision.aside) == (parts(s, 1 - place), True)


def test_both_of_two_needs_that_were_asked_about_are_answered() -> None:
    asked = OpenQuestion("clarify", ("viudedad", "vida_laboral"), text="¿y la pensión?", aspect="documents")
    decision = decide(situation("las dos", slots={"option": "both"}, asked=asked))
    assert (decision.need, decision.aspect, decision.text) == ("viudedad", "documents", "¿y la pensión?")
    (other,) = decision.also
    assert (other.need, other.confidence, other.words.asked) == ("vida_laboral", 1.0, "¿y la pensión?")
    assert decide(situation("la segunda", slots={"option": "2"}, asked=asked)).also == ()


# Whatever is asked


labels = st.sets(st.sampled_from(get_args(Label)), max_size=4)


@st.composite
def any_part(draw: st.DrawFn) -> Reading:
    need = draw(st.sampled_from([None, *CATALOGUE]))
    confidence = draw(st.floats(0, 1))
    rest: dict[str, Any] = {"goes_on": True} if need and draw(st.booleans()) else {}
    if draw(st.booleans()):
        rest["alternatives"] = (Candidate(draw(st.sampled_from(list(CATALOGUE))), confidence),)
    return reading(
        *draw(labels), need=need, confidence=confidence, out_of_scope=draw(st.booleans()),
        slots=draw(st.dictionaries(st.sampled_from(["date", "option", "document"]), st.just("2"), max_size=1)), **rest,
    )  # fmt: skip


@given(st.lists(any_part(), min_size=2, max_size=4), st.sampled_from([None, *CATALOGUE]), st.integers(0, 4))
def test_whatever_is_asked_each_part_is_answered_at_most_once_and_one_that_is_lost_is_told(
    said: list[Reading], on_table: str | None, misses: int
) -> None:
    s = asks(*said, misses=misses)
    decision = decide(replace(s, need=on_table))
    everything = s.reading.parts
    assert all(any(one is part for part in everything) for one in decision.also)
    assert len({one.words.asked for one in decision.also}) == len(decision.also)
    assert decision.part is None or (decision.part in everything and decision.part not in decision.also)
    if decision.route == "answer":
        main = decision.part or everything[0]
        lost = [one for one in everything if one is not main and not any(one is other for other in decision.also)]
        assert decision.unanswered == any(one.asks or "leans" in one.labels for one in lost)
    elif decision.route == "collect":
        assert not any(one.labels & WISHES for one in decision.also)
        assert decision.aside or not decision.also
    else:
        assert (decision.also, decision.part, decision.unanswered, decision.aside) == ((), None, False, False)


@given(any_part(), any_part())
def test_a_message_in_parts_writes_nothing(first: Reading, second: Reading) -> None:
    assert decide(asks(first, second)).route not in ("commit", "queue")
