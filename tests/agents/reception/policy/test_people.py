"""A person only when asked, always when asked; feelings heard; what is of no matter known."""

from dataclasses import replace

import pytest

from agents.reception.policy.policy_input import Decision, PolicyInput
from agents.reception.policy.rules import decide
from agents.reception.tasks.task import OpenQuestion
from agents.understanding.reading import PartWords
from agents.understanding.shared.labels import Label
from knowledge.content.needs import Catalogue
from tests.agents.builders import CATALOGUE, booking, need, situation
from tools.queues.hand_offs import Reason

US: Catalogue = {**CATALOGUE, "este_servicio": replace(need("este_servicio"), confusable=("humano",))}
OFFERED = OpenQuestion("person", reason="no_answer")


def of_us(s: PolicyInput) -> PolicyInput:
    return replace(s, catalogue=US)


@pytest.mark.parametrize("label", ["lets_go", "drop", "cancel", "deny", "goodbye", "no_person", "thanks"])
def test_ok_leave_it_is_no_yes_to_a_person(label: Label) -> None:
    assert decide(situation("vale, déjalo", "affirm", label, asked=OFFERED)).route != "hand_off"


def test_a_yes_to_a_person_is_one() -> None:
    assert decide(situation("sí", "affirm", "ack", asked=OFFERED)).route == "hand_off"
    asked = OpenQuestion("person", reason="complaint")
    assert decide(situation("sí, gracias", "affirm", "ack", "thanks", asked=asked)).route == "hand_off"


@pytest.mark.parametrize("need", ["viudedad", "este_servicio"])
@pytest.mark.parametrize("outright", [False, True])
def test_who_takes_note_and_asks_on_is_answered_and_not_put_through(need: str, outright: bool) -> None:
    known = {"reading": {"words": PartWords(outright=outright)}, "asked": OFFERED}
    asks = of_us(situation("vale, ¿y cuánto se cobra?", "affirm", "question", need=need, **known))
    assert decide(asks).route == ("answer" if need == "viudedad" and not outright else "hand_off")


@pytest.mark.parametrize("label", ["no_person", "asks_what"])
def test_the_need_alone_calls_nobody_against_the_words(label: Label) -> None:
    s = situation("¿hablo con alguien?", label, "question", need="humano", confidence=0.99)
    assert decide(s).route != "hand_off"


def test_who_wants_nobody_after_all_goes_on_here() -> None:
    s = situation("no he pedido hablar con nadie", "no_person", "deny", handed_off="asked")
    assert decide(s) == Decision("notice", key="offer-no_person")
    asks = situation("no he pedido a nadie, ¿y la viudedad?", "no_person", need="viudedad", handed_off="asked")
    assert decide(asks).route == "answer"


def test_who_wants_nobody_while_in_danger_still_gets_care() -> None:
    s = situation("no quiero hablar con nadie", "no_person", handed_off="crisis")
    assert decide(s).key == "care-crisis"


@pytest.mark.parametrize("handed_off", [None, "asked"])
@pytest.mark.parametrize("measure", ["phone", "hours"])
def test_who_asks_which_number_to_call_is_told_it_and_not_put_through(measure: str, handed_off: Reason | None) -> None:
    known = {"reading": {"measure": measure}, "handed_off": handed_off}
    named = situation("¿qué teléfono tenéis?", "question", need="humano", confidence=0.97, **known)
    assert decide(named) == Decision("answer", need="humano")
    unclear = situation("¿el teléfono de alguien?", "question", "maybe_person", **known)
    assert decide(unclear) == Decision("answer", need="humano")
    asked = situation("quiero hablar con alguien, ¿qué teléfono?", "question", "person", need="humano", **known)
    assert decide(asked).route == "hand_off"


def test_who_waits_for_a_person_and_asks_which_number_to_call_is_told_it_once_more() -> None:
    for label in ("after_hand_off", "question", "urgent"):
        s = situation("¿a qué teléfono llamo?", label, reading={"measure": "phone"}, handed_off="asked")
        assert decide(s) == Decision("answer", need="humano")
    of_a_matter = situation("¿y el del paro?", need="paro", reading={"measure": "phone"}, handed_off="asked")
    assert decide(of_a_matter).need == "paro"
    in_danger = situation("¿a qué teléfono llamo?", reading={"measure": "phone"}, handed_off="crisis")
    assert decide(in_danger).key == "care-crisis"


def test_who_says_that_there_is_no_danger_is_believed() -> None:
    assert decide(situation("no hay peligro", "safe", handed_off="crisis")).key == "care-over"
    for label in ("unsafe", "despair"):
        assert (
            decide(situation("no hay peligro, no puedo más", "safe", label, handed_off="crisis")).key == "care-crisis"
        )
    assert decide(situation("no hay peligro, me mato", "safe", "crisis", handed_off="crisis")).route == "hand_off"
    asks = situation("no hay peligro, ¿y la viudedad?", "safe", "question", need="viudedad", handed_off="crisis")
    assert decide(asks).route == "answer"
    heavy = replace(asks, reading=replace(asks.reading, labels=asks.reading.labels | {"unsafe"}))
    assert decide(heavy).key == "care-crisis"
    assert decide(situation("no hay peligro", "safe", need="viudedad")).route == "answer"


@pytest.mark.parametrize("label", ["unsafe", "despair"])
def test_who_lets_all_of_it_go_in_despair_is_not_asked_what_else_they_need(label: Label) -> None:
    assert decide(situation("ya no le veo sentido", "drop", label)) == Decision("notice", key=f"offer-{label}")


def test_where_nothing_else_is_understood_a_person_is_offered_and_not_called() -> None:
    assert decide(situation("paso de esto", "maybe_person")) == Decision("notice", key="offer-person")
    assert decide(situation("paso de esto", "maybe_person", handed_off="asked")).key != "offer-person"
    assert decide(situation("¿y la viudedad?", "maybe_person", need="viudedad")).route == "answer"


def test_a_doubtful_wish_for_a_person_who_was_called_is_told_when() -> None:
    s = situation("hola", need="humano", confidence=0.6, handed_off="asked")
    assert decide(s) == Decision("notice", key="handoff-when")


@pytest.mark.parametrize("labels", [("despair",), ("despair", "leans"), ("despair", "urgent")])
def test_who_can_do_no_more_is_heard_before_any_matter(labels: tuple[Label, ...]) -> None:
    assert decide(situation("no puedo más", *labels)) == Decision("notice", key="offer-despair")
    assert decide(situation("no puedo más", *labels, need="humano", confidence=0.7)).key == "offer-despair"
    assert decide(situation("no puedo más, ¿la viudedad?", *labels, need="viudedad")).route == "answer"


@pytest.mark.parametrize("label", ["despair", "grief", "hardship", "unsafe"])
def test_a_booking_is_not_given_up_by_who_is_heard_in_it(label: Label) -> None:
    for said in ("drop", "deny"):
        assert decide(situation("no puedo con esto", label, said, task=booking(question="option"))).route != "abandon"


def test_nobody_is_told_that_a_machine_decides_nothing_when_they_ask_about_the_machine_or_despair() -> None:
    bait: tuple[Label, ...] = ("decision_bait", "question")
    assert decide(situation("¿tengo derecho?", *bait, need="viudedad")).key == "answer-not-decision"
    assert decide(of_us(situation("¿tengo derecho?", *bait, need="este_servicio"))).key == ""
    assert decide(situation("¿tengo derecho?", "despair", *bait, need="viudedad")).key == ""


def test_what_is_kept_here_is_no_question_about_ones_file() -> None:
    s = situation("¿guardas lo que escribo?", "personal_data", "question", need="este_servicio")
    assert decide(of_us(s)) == Decision("answer", need="este_servicio")
    assert decide(situation("¿cómo va lo mío?", "personal_data", "question")).key == "answer-own-case"


def doubtful(confidence: float, *labels: Label) -> PolicyInput:
    outside = {"out_of_scope": True, "outside": 0.7}
    text = "bajan nago, kaleratu ahal naute?"
    return situation(text, "other_matter", "question", *labels, other=("viudedad", confidence), reading=outside)


def test_what_may_be_ours_is_told_before_it_is_refused() -> None:
    assert decide(doubtful(0.2)) == Decision("answer", need="viudedad")
    assert decide(doubtful(0.05)).key == "answer-other-matter"
    assert decide(doubtful(0.2, "thanks", "lets_go")).route == "notice"


def test_a_question_in_the_middle_of_a_matter_is_not_left_without_a_word() -> None:
    assert decide(situation("¿y eso me lo quitan entero?", "question", need=None)).route == "notice"
    on_the_table = replace(situation("¿y eso me lo quitan entero?"), need="viudedad")
    assert decide(on_the_table) == Decision("answer", need="viudedad")
    assert decide(replace(situation("asdf qwer"), need="viudedad")).key == "not-understood"


def test_only_what_is_said_against_the_need_on_the_table_is_an_objection() -> None:
    told, again = situation("no es eso", "unanswered", need="viudedad"), Decision("answer", need="viudedad")
    told = replace(told, need="viudedad")
    assert told.objects(again)
    assert replace(told, handed_off="asked").objects(again)
    assert not told.objects(Decision("answer", need="paro"))
    assert not told.objects(replace(again, text="¿cuánto es?"))
    assert not replace(told, asked=OpenQuestion("which", ("viudedad",))).objects(again)
    assert not replace(told, task=booking()).objects(again)
    assert not replace(told, need=None).objects(again)
