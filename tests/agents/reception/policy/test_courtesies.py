"""Thanks, a goodbye and "say that again": answered as such, and never in place of what is asked with them."""

from dataclasses import replace

import pytest

from agents.reception.policy.policy_input import MOST_REPEATING_WORDS, Decision
from agents.reception.policy.rules import decide
from agents.reception.tasks.task import OpenQuestion, Seat, Task
from agents.understanding.shared.labels import Label
from tests.agents.builders import TASKS, booking, confirming, situation, slot

SUM = OpenQuestion("sum", ("viudedad",), sum="widows_pension", input="base")
LONG = " ".join(["palabra"] * (MOST_REPEATING_WORDS + 1))


def test_thanks_that_sound_like_a_matter_are_thanks() -> None:
    s = situation("Perfecto, me vale. Gracias, máquina", "affirm", "thanks", need="viudedad", confidence=0.52)
    assert decide(s) == Decision("notice", key="thanks")


@pytest.mark.parametrize("confidence", [0.3, 0.95])
def test_a_goodbye_closes_whatever_it_sounds_like_and_whatever_was_asked_for(confidence: float) -> None:
    known = {"need": "viudedad", "confidence": confidence}
    assert decide(situation("bueno, adiós, robot", "goodbye", **known)).route == "close"
    assert decide(situation("nada, deja, adiós", "goodbye", "drop", **known, asked=SUM)).route == "close"


@pytest.mark.parametrize("label", ["question", "leans", "book", "person", "complaint", "despair", "unsafe", "grief"])
def test_what_comes_with_a_goodbye_is_not_lost(label: Label) -> None:
    s = situation("la viudedad, adiós", "goodbye", label, need="viudedad", confidence=0.9)
    assert decide(s).route != "close"


def test_thanks_with_a_matter_a_value_or_a_yes_are_no_leave() -> None:
    assert decide(situation("gracias, la viudedad", "thanks", need="viudedad", confidence=0.9)).route == "answer"
    offered = OpenQuestion("person", reason="complaint")
    assert decide(situation("sí, gracias", "affirm", "thanks", asked=offered)).route == "hand_off"
    assert decide(situation("gracias, ¿y la viudedad?", "thanks", need="viudedad", confidence=0.5)).route == "answer"
    own = {"conditions": {"work": "self_employed"}}
    s = situation("gracias, soy autónoma", "thanks", need="viudedad", confidence=0.55, reading=own)
    assert decide(s).route == "answer"


def test_who_does_not_follow_and_asks_on_is_answered_and_not_told_the_same_again() -> None:
    known = {"need": "viudedad", "confidence": 0.45}
    assert decide(situation(LONG, "repeat", "question", **known)).route == "answer"
    s = situation(LONG, "repeat", "question", "leans", need="viudedad", reading={"goes_on": True})
    assert decide(s).route == "answer"


@pytest.mark.parametrize("text", ["¿cómo dice?", LONG])
def test_who_only_does_not_follow_is_told_again(text: str) -> None:
    assert decide(situation(text, "repeat")) == Decision("notice", key="repeat")


def test_who_says_that_it_is_clearer_now_and_leaves_is_told_nothing_again() -> None:
    s = situation("merci, c'est plus clair ! Bonne soirée", "repeat", "thanks", "goodbye", "question")
    assert decide(s).route == "close"
    assert decide(situation("merci, c'est plus clair", "repeat", "thanks")) == Decision("notice", key="thanks")


def test_thanks_with_nothing_that_can_be_asked_are_thanks() -> None:
    s = situation("nada de eso, ya lo veré. Gracias igual", "deny", "question", "thanks", other=("viudedad", 0.15))
    assert decide(s) == Decision("notice", key="thanks")


def test_who_asks_once_more_goes_on_with_what_is_spoken_of_where_it_is_nearly_as_likely() -> None:
    known = {"confidence": 0.49, "other": ("paro", 0.42)}
    again = situation("no te he preguntado cuánto", "question", "unanswered", need="viudedad", **known)
    assert decide(replace(again, need="paro")).need == "paro"
    assert decide(situation("¿cuánto?", "question", need="viudedad", **known)).need == "viudedad"


@pytest.mark.parametrize("label", ["deny", "ack"])
def test_a_no_with_thanks_wants_nothing_more_whatever_was_asked_for(label: Label) -> None:
    offered = OpenQuestion("book", ("viudedad",))
    s = situation("no, nada más, gracias", label, "thanks", need="viudedad", confidence=0.95, asked=offered)
    assert decide(s) == Decision("notice", key="thanks")


@pytest.mark.parametrize("label", ["deny", "ack"])
def test_what_is_wanted_beside_an_ok_or_a_no_with_thanks_is_not_lost(label: Label) -> None:
    known = {"need": "viudedad", "confidence": 0.95}
    assert decide(situation("vale, gracias, pide cita", label, "thanks", "book", **known)).route == "collect"
    assert decide(situation("no gracias, cuánto se cobra", label, "thanks", "question", **known)).route == "answer"
    told = {"sum_told": {"widows_pension": {"base": "1200"}}, "sum_needs": {"widows_pension": ("viudedad",)}}
    s = situation("no, 1200, gracias", label, "thanks", **told, asked=SUM, sum_done="widows_pension")
    assert decide(s).sum == "widows_pension"


READ_BACK = [task for task in TASKS if task.question == "confirm"]
at_a_read_back = pytest.mark.parametrize("task", READ_BACK, ids=lambda task: task.kind)


@at_a_read_back
@pytest.mark.parametrize("beside", [("goodbye",), ("thanks", "ack"), ("goodbye", "greeting", "out_of_scope")])
def test_a_yes_to_what_was_read_back_is_a_yes_whatever_leave_it_sounds_like(
    task: Task, beside: tuple[Label, ...]
) -> None:
    assert decide(situation("oui c bon", "affirm", *beside, task=task)).route in ("commit", "queue")


@at_a_read_back
@pytest.mark.parametrize("unclear", [(), ("affirm", "drop"), ("ack", "thanks")])
def test_a_goodbye_to_what_was_read_back_asks_once_whether_it_is_wanted(task: Task, unclear: tuple[Label, ...]) -> None:
    asks = decide(situation("adiós", "goodbye", *unclear, task=task))
    assert (asks.route, asks.key, asks.task) == ("collect", "not-done-yet", task)
    assert not asks.understood
    assert decide(situation("adiós", "goodbye", *unclear, task=task, misses=1)).route == "close"
    assert decide(situation("no, adiós", "goodbye", "deny", task=task)).route == "close"


@pytest.mark.parametrize("beside", ["goodbye", "thanks", "greeting", "ack"])
def test_a_yes_to_an_offer_is_kept_whatever_leave_it_sounds_like(beside: Label) -> None:
    one = booking(question="option", seat=Seat(offers=(slot(),)))
    assert decide(situation("sí, gracias", "affirm", beside, task=one)).route == "collect"
    two = booking(question="option", seat=Seat(offers=(slot(), slot(2))))
    assert decide(situation("sí, gracias", "affirm", beside, task=two)).key == "book-say-which"


def test_a_goodbye_where_a_value_is_asked_for_leaves() -> None:
    assert decide(situation("vale, adiós", "affirm", "goodbye", task=confirming(question="document"))).route == "close"
