"""The waiting list in the policy: who joins, who accepts, who leaves, and what is left alone."""

from dataclasses import replace

import pytest

from agents.reception.policy.rules import decide
from agents.reception.tasks.task import Acceptance, Booking, Cancellation, Change, Leaving, Task
from agents.understanding.shared.labels import Label
from tests.agents.builders import booking, confirming, leaving, queueing, situation


@pytest.mark.parametrize(("label", "taken_up"), [("offered", Acceptance()), ("leaves_list", Leaving())])
def test_a_place_in_the_line_is_taken_up_whatever_was_under_way(label: Label, taken_up: Task) -> None:
    for task in (None, booking(question="option"), Change()):
        decision = decide(situation("x", label, "waiting_list", "book", task=task, has_waiting_list=True))
        assert (decision.route, decision.task) == ("collect", taken_up)


def test_a_yes_to_what_was_read_back_is_a_yes_whatever_it_calls_the_offer() -> None:
    task = confirming()
    assert decide(situation("x", "affirm", "offered", task=task, has_waiting_list=True)).route == "commit"


@pytest.mark.parametrize("label", ["offered", "leaves_list", "waiting_list"])
def test_where_there_is_no_list_that_is_said(label: Label) -> None:
    for task in (None, booking(question="option")):
        assert decide(situation("x", label, "waiting_list", task=task)).key == "waiting-list-none"


def test_the_list_named_in_a_booking_is_where_it_goes() -> None:
    decision = decide(situation("x", "waiting_list", task=booking(question="option"), has_waiting_list=True))
    assert decision.route == "collect"
    assert isinstance(decision.task, Booking)
    assert decision.task.queues


def test_a_question_about_waiting_lists_joins_none() -> None:
    decision = decide(situation("x", "waiting_list", "question", need="viudedad", has_waiting_list=True))
    assert decision.route == "answer"


def test_a_yes_joins_or_leaves_and_books_nothing() -> None:
    for task in (queueing(), leaving()):
        assert decide(situation("x", "affirm", task=task, has_waiting_list=True)).route == "queue"


def test_a_no_to_the_list_goes_back_to_the_booking() -> None:
    decision = decide(situation("x", "deny", task=queueing(), has_waiting_list=True))
    assert decision.route == "collect"
    assert isinstance(decision.task, Booking)
    assert not decision.task.queues


def test_a_no_to_an_offer_changes_nothing_of_it() -> None:
    task = confirming()
    assert task.seat.hold is not None
    offered = replace(task, seat=replace(task.seat, offered=task.seat.hold.id))
    assert decide(situation("x", "deny", task=offered)).route == "abandon"


def test_who_has_no_address_cannot_wait_and_is_told_why() -> None:
    task = booking(question="email", queues=True)
    decision = decide(situation("x", "no_email", task=task, has_waiting_list=True))
    assert decision.key == "waiting-list-email-only"
    assert isinstance(decision.task, Booking)
    assert not decision.task.queues


def test_an_address_given_beside_what_one_lacks_is_taken() -> None:
    task = booking(question="email", queues=True)
    slots = {"email": "ana@example.org"}
    decision = decide(situation("x", "no_email", slots=slots, task=task, has_waiting_list=True))
    assert isinstance(decision.task, Booking)
    assert decision.task.queues


def test_a_code_alone_is_looked_up_but_not_beside_another_wish() -> None:
    slots = {"locator": "ABCD2345", "document": "12345678Z"}
    alone = decide(situation("x", slots=slots, has_waiting_list=True))
    assert alone.task == Acceptance()
    cancels = decide(situation("x", "cancel", slots=slots, has_waiting_list=True))
    assert cancels.task == Cancellation()
    assert decide(situation("x", slots=slots)).task is None
