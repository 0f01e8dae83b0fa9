"""A yes of one word, a question about whose document it is, and a new appointment after one was cancelled."""

from dataclasses import replace

import pytest

from agents.reception.policy.beside import asks_back, help_key
from agents.reception.policy.policy_input import Decision
from agents.reception.policy.rules import decide
from agents.reception.tasks.task import Attendee, Booking, Change, Reference, Seat, SlotSearch
from agents.understanding.reading import PartWords
from tests.agents.builders import CATALOGUE, booking, cancelling, changing, confirming, hold, situation

ASKED = booking(question="document", seat=Seat(hold=hold()))


def test_a_word_to_go_on_confirms_what_was_read_back_and_nothing_else() -> None:
    go_on = {"words": PartWords(ahead=True)}
    assert decide(situation("listo", task=confirming(), reading=go_on)).route == "commit"
    assert decide(situation("listo", "deny", task=confirming(), reading=go_on)).route != "commit"
    assert decide(situation("listo", task=ASKED, reading=go_on)).route != "commit"


@pytest.mark.parametrize("question", ["option", "document", "phone"])
def test_a_question_that_names_the_document_asks_whose(question: str) -> None:
    names = {"words": PartWords(document=True)}
    asks = situation("¿el DNI de ella o el mío?", "question", "leans", task=ASKED, reading=names)
    task = booking(question=question, seat=Seat(hold=hold()))
    assert asks_back(asks, task)
    assert help_key(asks, task) == "help-document"


def test_a_question_about_a_matter_that_names_the_document_is_about_the_matter() -> None:
    names = {"words": PartWords(document=True)}
    asks = situation("¿el DNI para la viudedad?", "question", "leans", need="viudedad", task=ASKED, reading=names)
    assert not asks_back(asks, ASKED)


def test_another_way_asked_for_gives_nothing_up() -> None:
    offered = booking(question="option")
    asks = situation(
        "pues nada, ¿por teléfono no se puede?", "drop", "question", slots={"channel": "phone"}, task=offered
    )
    assert decide(asks).route == "collect"
    leaves = situation("pues nada, llamo por teléfono", "drop", slots={"channel": "phone"}, task=offered)
    assert decide(leaves).route == "abandon"


def test_a_yes_takes_the_other_office_where_nothing_else_is_free() -> None:
    told = booking(question="option", search=SlotSearch(office_id="inss-27", nearby="ism-27"))
    decision = decide(situation("sí, allí", "affirm", task=told))
    assert isinstance(decision.task, Booking)
    assert (decision.task.search.office_id, decision.task.search.nearby) == ("ism-27", None)


def test_a_new_one_is_looked_for_right_after_one_was_cancelled() -> None:
    anew = {"words": PartWords(anew=True)}
    decision = decide(situation("y ahora la nueva", need="viudedad", done="cancelled", reading=anew))
    assert isinstance(decision.task, Booking)
    assert decide(situation("y ahora la nueva", need="viudedad", reading=anew)).task is None


def test_what_was_to_be_cancelled_is_moved_in_its_own_office() -> None:
    task = cancelling()
    decision = decide(situation("mejor cambiarla", "change", task=task))
    assert isinstance(decision.task, Change)
    assert task.current is not None
    assert decision.task.search.office_id == task.current.slot.office_id


def test_a_question_about_a_new_one_is_answered_after_a_cancellation() -> None:
    asks = {"words": PartWords(anew=True), "aspect": "how"}
    decision = decide(situation("¿tengo que pedir otra?", "question", need="viudedad", done="cancelled", reading=asks))
    assert decision.task is None


@pytest.mark.parametrize("slots", [{"channel": "phone"}, {"channel_not": "in_person"}, {"date_not": "2026-12-02"}])
def test_how_it_shall_be_is_said_of_the_appointment_that_is_changed(slots: dict[str, str]) -> None:
    task = changing("option")
    said = situation("mejor de otra manera", "book", need="cita_inss", slots=slots, task=task)
    assert decide(said).task == task


def test_another_way_is_of_the_appointment_before_it_is_found_too_unless_a_new_one_is_asked_for() -> None:
    sought, by_phone = Change(target=Reference("ABCDEFGH"), question="document"), {"channel": "phone"}
    assert decide(situation("mejor por teléfono", need="cita_inss", slots=by_phone, task=sought)).task == sought
    asks = situation("quiero una por teléfono", "book", need="cita_inss", slots=by_phone, task=sought)
    assert isinstance(decide(asks).task, Booking)


def test_the_matter_named_instead_of_the_one_denied_is_booked_for_beside_a_day() -> None:
    named = {"words": PartWords(matter="viudedad"), "outside": 0.0}
    day = {"time": "12:15"}
    no = situation("no, la de viudedad, a las 12:15", "deny", slots=day, task=booking(question="option"), reading=named)
    decision = decide(no)
    assert isinstance(decision.task, Booking)
    assert decision.task.need == "viudedad"
    asked = decide(situation("no, la de viudedad", "deny", task=Booking(), reading=named)).task
    assert isinstance(asked, Booking)
    assert asked.need == "viudedad"


def test_a_no_with_words_that_are_hardly_a_matter_asks_what_to_change() -> None:
    decision = decide(situation("no, cambiar", "deny", need="viudedad", confidence=0.3, task=confirming()))
    assert decision.key == "what_change"


def test_the_commoner_matter_is_asked_about_when_it_is_nearly_as_likely() -> None:
    temporary = replace(CATALOGUE["viudedad"], id="temporal", confusable=("viudedad",))

    def told(share: float) -> Decision:
        said = situation(
            "enviudé hace 2 meses", "matter", need="temporal", confidence=0.6, other=("viudedad", share), task=Booking()
        )
        return decide(replace(said, catalogue={**CATALOGUE, "temporal": temporary}))

    assert told(0.29).options == ("viudedad", "temporal")
    assert isinstance(told(0.1).task, Booking)


def test_a_booking_left_because_it_is_too_soon_is_left() -> None:
    too_soon = situation(
        "déjelo, es muy pronto", "drop", slots={"when_unread": "pronto"}, task=booking(question="option")
    )
    assert decide(too_soon).route == "abandon"


def test_a_yes_that_says_it_is_for_oneself_confirms() -> None:
    task = confirming(person=Attendee("12345678Z", for_other=True))
    assert decide(situation("sí, es para mí", "affirm", "oneself", task=task)).route == "commit"
    assert decide(situation("es para mí", "oneself", task=task)).route != "commit"


def test_who_has_no_appointment_and_takes_leave_is_asked_nothing() -> None:
    task = Change(target=Reference(), question="locator")
    assert decide(situation("no tengo cita, adiós", "no_appointment", "goodbye", task=task)).route == "close"
    assert decide(situation("no tengo cita", "no_appointment", task=task)).route != "close"


def test_thanks_with_words_of_another_day_change_no_appointment() -> None:
    assert decide(situation("otro día iré, gracias", "change", "thanks")).task is None
    assert isinstance(decide(situation("cámbiemela, gracias", "change", "thanks", booked="ABCDEFGH")).task, Change)
