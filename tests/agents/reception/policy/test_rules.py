from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.reception.policy.policy_input import MISSES_BEFORE_PERSON, Decision, PolicyInput
from agents.reception.policy.rules import decide
from agents.reception.tasks.task import Attendee, Booking, Cancellation, Change, LastQuestion, OpenQuestion, Task
from agents.understanding.reading import PartWords
from agents.understanding.screen import screen
from agents.understanding.shared.labels import Candidate, Label
from tests.agents.builders import CATALOGUE, TASKS, booking, cancelling, changing, confirming, situation

WRITES = ("commit", "queue")

in_every_task = pytest.mark.parametrize("task", TASKS, ids=lambda task: f"{task.kind}.{task.question}")


@in_every_task
@pytest.mark.parametrize("label", ["person", "crisis", "violence", "emergency"])
def test_a_person_is_one_turn_away_from_every_step(task: Task, label: Label) -> None:
    decision = decide(situation("x", label, task=task, need="viudedad"))
    assert decision.route == "hand_off"
    assert decision.reason == ("asked" if label == "person" else label)


@pytest.mark.parametrize("label", ["crisis", "violence", "emergency"])
def test_danger_wins_over_everything_else_in_the_turn(label: Label) -> None:
    labels: tuple[Label, ...] = (label, "person", "affirm", "book", "injection")
    assert decide(situation("x", *labels, task=confirming())).reason == label


@in_every_task
def test_an_empty_turn_changes_nothing(task: Task) -> None:
    assert decide(situation("   ", task=task)) == Decision("notice", key="empty")


@in_every_task
def test_instructions_to_the_machine_are_declined(task: Task) -> None:
    assert decide(situation("x", "injection", task=task)).key == "injection"


def test_only_an_explicit_yes_to_the_read_back_writes() -> None:
    assert decide(situation("sí", "affirm", task=confirming())).route == "commit"


@given(
    labels=st.sets(st.sampled_from([label for label in get_args(Label) if label != "affirm"])),
    slots=st.dictionaries(st.sampled_from(["date", "time", "option", "document", "postcode"]), st.just("1")),
    task=st.sampled_from(TASKS),
)
def test_nothing_is_ever_written_without_a_yes(labels: set[Label], slots: dict[str, str], task: Task) -> None:
    assert decide(situation("x", *labels, slots=slots, task=task)).route not in WRITES


@given(
    labels=st.sets(st.sampled_from(get_args(Label))),
    task=st.sampled_from([task for task in TASKS if task.question != "confirm"]),
)
def test_nothing_is_ever_written_before_it_was_read_back(labels: set[Label], task: Task) -> None:
    assert decide(situation("x", *labels, task=task)).route not in WRITES


@given(
    labels=st.sets(st.sampled_from(get_args(Label))),
    need=st.sampled_from([None, *CATALOGUE]),
    confidence=st.floats(0, 1),
    slots=st.dictionaries(st.sampled_from(["date", "option", "document", "postcode_invalid"]), st.just("2")),
    task=st.sampled_from([None, *TASKS]),
    misses=st.integers(0, 5),
)
def test_every_turn_gets_a_decision(labels, need, confidence, slots, task, misses) -> None:  # type: ignore[no-untyped-def]
    s = situation("x", *labels, need=need, confidence=confidence, slots=slots, task=task, misses=misses)
    assert decide(s).route


def test_yes_and_a_correction_is_a_correction() -> None:
    decision = decide(situation("sí, pero el martes", "affirm", slots={"date": "2026-12-08"}, task=confirming()))
    assert decision.route == "collect"


def test_yes_with_the_same_values_again_is_a_yes() -> None:
    again = {"date": "2026-12-01", "time": "09:00"}
    assert decide(situation("sí, el martes a las nueve", "affirm", slots=again, task=confirming())).route == "commit"


def test_no_to_the_read_back_asks_what_to_change() -> None:
    decision = decide(situation("no", "deny", task=confirming()))
    assert (decision.route, decision.key) == ("collect", "what_change")


@pytest.mark.parametrize("task", [changing(), cancelling()])
def test_no_to_changing_or_cancelling_leaves_the_appointment(task: Task) -> None:
    assert decide(situation("no", "deny", task=task)).route == "abandon"


@pytest.mark.parametrize("question", ["place", "option", "document", "phone"])
def test_no_in_the_middle_of_a_booking_asks_what_to_change_and_leaving_it_gives_it_up(question: str) -> None:
    asks = decide(situation("no", "deny", task=confirming(question=question)))
    assert (asks.route, asks.key) == ("collect", "what_change")
    assert decide(situation("déjelo", "drop", task=confirming(question=question))).route == "abandon"


def test_a_yes_after_the_offer_of_a_person_brings_one_even_at_the_read_back() -> None:
    decision = decide(situation("sí", "affirm", task=confirming(), asked=OpenQuestion("person")))
    assert decision == Decision("hand_off", reason="asked")


def test_a_question_in_the_middle_is_answered_and_the_task_kept() -> None:
    s = situation("¿qué papeles llevo?", "question", task=confirming(), reading={"aspect": "documents"})
    decision = decide(s)
    assert (decision.route, decision.need, decision.aspect) == ("answer", "jubilacion_ordinaria", "documents")


def test_a_question_about_another_need_in_the_middle_is_about_that_need() -> None:
    s = situation("¿y la viudedad?", "question", need="viudedad", task=booking(question="document"))
    assert decide(s).need == "viudedad"


def test_the_value_asked_for_wins_over_a_doubtful_need() -> None:
    s = situation(
        "Girona", need="viudedad", confidence=0.4, slots={"municipality": "Girona"}, task=booking(question="place")
    )
    assert decide(s).route == "collect"


def test_nonsense_in_the_middle_is_asked_again_and_counted() -> None:
    decision = decide(situation("blablá", task=booking(question="place")))
    assert (decision.key, decision.understood) == ("not-understood", False)


def test_patience_ends_at_a_person() -> None:
    assert decide(situation("blablá", misses=MISSES_BEFORE_PERSON - 1)).reason == "not_understood"
    assert decide(situation("blablá", misses=1)).key == "not-understood-again"


def test_a_sure_need_is_answered() -> None:
    assert decide(situation("jubilarme", need="jubilacion_ordinaria")) == Decision(
        "answer", need="jubilacion_ordinaria"
    )


@pytest.mark.parametrize("aspect", [None, "documents"])
def test_of_two_close_needs_the_likelier_is_answered_at_once(aspect: Any) -> None:
    s = situation("jubilación", need="jubilacion_ordinaria", confidence=0.45, other=("simulador_jubilacion", 0.44))
    s = replace(s, reading=replace(s.reading, aspect=aspect))
    assert decide(s) == Decision("answer", need="jubilacion_ordinaria", aspect=aspect)


def _appointment_for(need: str, other: str) -> PolicyInput:
    return situation("cita para la jubilación", "book", need=need, confidence=0.45, other=(other, 0.40))


def test_of_two_close_needs_it_is_asked_which_an_appointment_is_for() -> None:
    s = _appointment_for("jubilacion_ordinaria", "viudedad")
    assert decide(s) == Decision("clarify", options=("jubilacion_ordinaria", "viudedad"), books=True)


def test_of_two_close_needs_of_an_appointment_the_commoner_is_asked_about_first() -> None:
    s = _appointment_for("viudedad", "jubilacion_ordinaria")
    commoner_first = replace(CATALOGUE["viudedad"], confusable=("jubilacion_ordinaria",))
    s = replace(s, catalogue={**CATALOGUE, "viudedad": commoner_first})
    assert decide(s) == Decision("clarify", options=("jubilacion_ordinaria", "viudedad"), books=True)


def test_a_need_that_is_only_likely_is_answered_without_asking_whether_it_is_that() -> None:
    s = situation("pensión", need="viudedad", confidence=0.45, other=("vida_laboral", 0.05))
    assert decide(s) == Decision("answer", need="viudedad")


def test_what_leans_on_the_need_on_the_table_is_about_it_though_another_is_a_little_likelier() -> None:
    s = situation("¿y eso?", "leans", need="vida_laboral", confidence=0.45, other=("viudedad", 0.40))
    assert decide(_with_need(s, "viudedad")) == Decision("answer", need="viudedad")
    assert decide(_with_need(s, "jubilacion_ordinaria")) == Decision("answer", need="vida_laboral")


def test_whether_it_is_one_need_is_answered_by_a_yes_or_a_no() -> None:
    asked = OpenQuestion("clarify", ("viudedad",))
    assert decide(situation("sí", "affirm", asked=asked)) == Decision("answer", need="viudedad")
    assert decide(situation("no", "deny", asked=asked)).key == "greeting-ask"


def test_a_long_message_with_a_no_in_it_is_no_bare_no() -> None:
    asked = OpenQuestion("clarify", ("viudedad",))
    told = "no, mire, es que mi marido trabajaba de autónomo y no sé si llegó a cotizar lo suficiente para eso"
    long = situation(told, "deny", need="jubilacion_ordinaria", confidence=0.45, asked=asked)
    assert decide(long) == Decision("answer", need="jubilacion_ordinaria")
    assert decide(replace(long, screened=screen("no, eso no es"))).key == "greeting-ask"


def test_a_clear_winner_is_not_asked_about() -> None:
    s = situation("jubilación", need="jubilacion_ordinaria", confidence=0.8, other=("simulador_jubilacion", 0.15))
    assert decide(s).route == "answer"


def test_the_clarification_is_answered_by_its_number_or_its_name() -> None:
    asked = OpenQuestion("clarify", ("jubilacion_ordinaria", "viudedad"))
    assert decide(situation("la segunda", slots={"option": "2"}, asked=asked)).need == "viudedad"
    assert decide(situation("viudedad", need="viudedad", confidence=0.4, asked=asked)).need == "viudedad"


def test_who_says_when_or_where_instead_gets_an_appointment_for_the_commoner_of_the_two() -> None:
    asked = OpenQuestion("clarify", ("jubilacion_ordinaria", "viudedad"), books=True)
    assert decide(situation("en Girona", slots={"municipality": "Girona"}, asked=asked)).need == "jubilacion_ordinaria"
    told = OpenQuestion("clarify", ("jubilacion_ordinaria", "viudedad"))
    assert decide(situation("en Girona", slots={"municipality": "Girona"}, asked=told)).task is None


def test_a_new_sure_need_leaves_the_clarification() -> None:
    asked = OpenQuestion("clarify", ("jubilacion_ordinaria", "viudedad"))
    assert decide(situation("vida laboral", need="vida_laboral", asked=asked)).need == "vida_laboral"


def test_out_of_scope_is_never_guessed_at() -> None:
    s = situation("el tiempo", "out_of_scope", need="viudedad", reading={"out_of_scope": True})
    assert decide(s).key == "out-of-scope"


def test_a_matter_not_served_yet_is_told_apart_from_one_that_is_not_ours() -> None:
    s = situation("orfandad", "other_matter", reading={"out_of_scope": True})
    assert decide(s).key == "answer-other-matter"


def test_booking_names_the_need_spoken_of() -> None:
    decision = decide(situation("quiero cita", "book", need="cita_inss"))
    assert decision.task is not None
    assert decision.task.need is None or decision.task.need == "cita_inss"


def test_booking_after_an_answer_is_for_that_need() -> None:
    s = _with_need(situation("quiero cita", "book", need="cita_inss"), "jubilacion_ordinaria")
    task = decide(s).task
    assert task is not None
    assert (task.need, task.service) == ("jubilacion_ordinaria", "pensions")


def _with_need(s, need):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(s, need=need)


def test_a_yes_to_the_offer_of_an_appointment_starts_it() -> None:
    decision = decide(situation("sí", "affirm", asked=OpenQuestion("book", ("viudedad",))))
    assert decision.task is not None
    assert decision.task.need == "viudedad"


@pytest.mark.parametrize(
    ("need", "key"),
    [("vida_laboral", "book-walk-in"), ("simulador_jubilacion", "book-not-needed"), ("paro", "")],
)
def test_no_appointment_is_promised_where_there_is_none(need: str, key: str) -> None:
    decision = decide(situation("cita para eso", "book", need=need))
    assert (decision.route, decision.key, decision.aspect) == ("answer", key, "how")


def test_changing_and_cancelling_start_with_the_locator() -> None:
    assert decide(situation("x", "change", need="cita_modificar")).task == Change()
    assert decide(situation("x", "cancel", need="cita_modificar")).task == Cancellation()


def test_cancelling_during_a_booking_gives_the_booking_up() -> None:
    assert decide(situation("anular", "cancel", task=booking(question="option"))).route == "abandon"


def test_a_bait_is_informed_never_decided() -> None:
    s = situation("¿tengo derecho?", "decision_bait", need="jubilacion_ordinaria")
    assert decide(s).key == "answer-not-decision"


def test_own_file_is_told_how_to_consult() -> None:
    assert decide(situation("cómo va lo mío", "personal_data")).need == "estado_solicitud"


@pytest.mark.parametrize("need", [None, "humano", "viudedad"])
def test_whoever_asks_for_a_person_gets_one_though_a_number_is_asked_for_too(need: str | None) -> None:
    s = situation("¿con qué número hablo con alguien?", "person", need=need, reading={"measure": "phone"})
    assert decide(s).route == "hand_off"


@pytest.mark.parametrize("measure", [None, "days"])
def test_a_likely_matter_is_answered_without_asking_which_figure_or_not(measure: Any) -> None:
    for other in (None, ("orfandad", 0.38)):
        s = situation("¿cuántos días?", need="viudedad", confidence=0.4, other=other, reading={"measure": measure})
        assert decide(s) == Decision("answer", need="viudedad")


def test_a_figure_of_a_likely_matter_is_not_taken_for_ones_own_file() -> None:
    s = situation("para cobrar, ¿cuántos días?", "personal_data", need="viudedad", confidence=0.4)
    assert decide(replace(s, reading=replace(s.reading, measure="days"))).need == "viudedad"


def test_a_follow_up_leans_on_the_need_on_the_table() -> None:
    goes_on = {"aspect": "amount", "goes_on": True}
    s = _with_need(situation("¿y cuánto es?", need="viudedad", reading=goes_on), "viudedad")
    assert decide(s) == Decision("answer", need="viudedad", aspect="amount")


@pytest.mark.parametrize(
    ("label", "key"),
    [("thanks", "thanks"), ("greeting", "greeting-again"), ("insult", "insult"), ("complaint", "complaint")],
)
def test_courtesies(label: Label, key: str) -> None:
    assert decide(situation("x", label)).key == key


def test_goodbye_closes() -> None:
    assert decide(situation("adiós", "goodbye")).route == "close"


def test_a_greeting_with_a_need_is_about_the_need() -> None:
    assert decide(situation("hola, la viudedad", "greeting", need="viudedad")).need == "viudedad"


@pytest.mark.parametrize("task", [None, *TASKS])
def test_a_need_that_is_a_person_hands_off_from_every_step(task: Task | None) -> None:
    decision = decide(situation("x", need="humano", confidence=0.97, task=task))
    assert (decision.route, decision.reason) == ("hand_off", "asked")


def test_a_person_that_is_only_likely_is_asked_about() -> None:
    decision = decide(situation("¿con quién hablo?", need="humano", confidence=0.9))
    assert (decision.route, decision.options) == ("clarify", ("humano",))


@pytest.mark.parametrize("task", [None, *TASKS])
def test_the_need_of_an_emergency_is_no_danger_by_itself(task: Task | None) -> None:
    assert decide(situation("x", need="emergencia", task=task)).route != "hand_off"


def test_what_is_only_about_an_emergency_is_asked_about_kindly() -> None:
    assert decide(situation("x", need="emergencia")) == Decision("notice", key="offer-unsafe")


DANGERS_BEFORE: tuple[Any, ...] = ("crisis", "violence", "emergency")


@pytest.mark.parametrize("danger", DANGERS_BEFORE)
@pytest.mark.parametrize(
    "label", ["thanks", "complaint", "out_of_scope", "book", "goodbye", "affirm", "ack", "question"]
)
def test_after_a_danger_there_is_nothing_but_care(danger: Any, label: Label) -> None:
    s = situation("x", label, need="viudedad", handed_off=danger, just_handed_off=True)
    assert decide(s) == Decision("notice", key=f"care-{danger}")
    assert decide(replace(s, reading=replace(s.reading, labels=frozenset({"person"})))).route == "hand_off"


def test_who_says_that_there_is_no_danger_is_answered_again() -> None:
    said = situation("x", handed_off="violence", pressed="reply-safe")
    assert decide(said) == Decision("notice", key="care-over")
    assert decide(situation("x", need="viudedad", handed_off="violence", safe=True)).route == "answer"
    assert decide(situation("x", "violence", handed_off="violence", safe=True)).reason == "violence"


@pytest.mark.parametrize("feeling", ["grief", "worry", "hardship", "joy", "unsafe"])
def test_a_feeling_that_asks_nothing_is_heard_and_one_with_a_question_is_answered(feeling: Label) -> None:
    assert decide(situation("x", feeling)) == Decision("notice", key=f"offer-{feeling}")
    assert decide(situation("x", feeling, need="viudedad")).route == "answer"


@in_every_task
@pytest.mark.parametrize("feeling", ["grief", "worry", "hardship"])
def test_a_feeling_is_heard_in_the_middle_of_a_task(task: Task, feeling: Label) -> None:
    assert decide(situation("x", feeling, task=task)).key == f"offer-{feeling}"


@pytest.mark.parametrize("asked", [None, OpenQuestion("book", ("viudedad",))])
def test_ok_is_taken_note_of_and_begins_nothing(asked: OpenQuestion | None) -> None:
    assert decide(situation("ok", "ack", "affirm", need=None, asked=asked)) == Decision("notice", key="ack")
    assert decide(situation("ok gracias", "ack", "affirm", "thanks", asked=asked)).key == "thanks"


def test_who_tells_their_situation_is_not_just_taken_note_of() -> None:
    read = {"leaning": True, "conditions": {"age": "24"}}
    told = replace(situation("ah, yo tengo 24 años", "ack", reading=read), need="viudedad")
    assert (decide(told).route, decide(told).need) == ("answer", "viudedad")
    assert decide(replace(told, need=None)).route == "notice"


def test_ok_to_an_offer_that_is_a_yes_or_no_accepts_it() -> None:
    assert decide(situation("ok", "ack", "affirm", asked=OpenQuestion("person", reason="asked"))).route == "hand_off"
    assert decide(situation("ok", "ack", "affirm", task=confirming())).route == "commit"


def test_yes_to_an_offered_appointment_books() -> None:
    assert decide(situation("sí", "affirm", asked=OpenQuestion("book", ("viudedad",)))).route == "collect"


def test_who_waits_for_a_person_is_told_who_comes() -> None:
    told = Decision("notice", key="handoff-when")
    assert decide(situation("cuándo vienen", "after_hand_off", handed_off="asked")) == told
    assert decide(situation("cuánto tardan", "question", handed_off="asked", just_handed_off=True)) == told
    assert (
        decide(situation("x", "question", need="viudedad", handed_off="asked", just_handed_off=True)).need == "viudedad"
    )
    assert decide(situation("cuándo vienen", "after_hand_off")).key != "handoff-when"


def test_a_reserved_yes_writes_nothing() -> None:
    but = {"reserved": True}
    decision = decide(situation("sí, pero…", "affirm", reading=but, task=confirming()))
    assert (decision.route, decision.key) == ("collect", "what_change")
    assert decide(situation("sí, pero…", "affirm", reading=but, task=cancelling())).route == "collect"


def test_a_yes_for_somebody_else_writes_nothing_yet() -> None:
    assert decide(situation("sí, para mi madre", "affirm", "third_person", task=confirming())).route == "collect"
    known = confirming(person=Attendee("12345678Z", for_other=True))
    assert decide(situation("sí, para mi madre", "affirm", "third_person", task=known)).route == "commit"


def test_none_of_the_offers_is_no_giving_up() -> None:
    s = situation("ninguna", "deny", slots={"option": "none"}, task=booking(question="option"))
    assert decide(s).route == "collect"


def test_what_the_appointment_is_for_is_something_appointments_are_given_for() -> None:
    decision = decide(
        situation(
            "quiero jubilarme", need="simulador_jubilacion", confidence=0.5, other=("jubilacion_ordinaria", 0.4),
            task=booking(need=None, service=None, question="need"),
        )
    )  # fmt: skip
    assert decision.task is not None
    assert decision.task.need == "jubilacion_ordinaria"


def test_a_yes_said_again_after_a_booking_begins_nothing_and_says_that_it_was_confirmed() -> None:
    again = situation("OK, go ahead", "affirm", need=None, done="booked")
    assert decide(again) == Decision("notice", key="appointment-made")
    assert decide(replace(again, done="cancelled")) == Decision("notice", key="anything-else")
    assert decide(replace(again, done=None)).key == "not-understood"


def test_what_if_another_one_is_not_kept_is_answered_where_one_was_cancelled() -> None:
    supposes = {"words": PartWords(supposes=True)}
    asked = situation("¿y si no voy a la otra?", "question", "leans", done="cancelled", reading=supposes)
    assert (decide(asked).route, decide(asked).need) == ("answer", "cita_modificar")
    sure = situation("¿seguro que está anulada?", "question", "cancel", need="cita_modificar", done="cancelled")
    assert decide(sure) == Decision("notice", key="appointment-gone")


def test_another_day_for_the_one_that_is_changed_begins_no_new_one() -> None:
    said = situation("¿y el viernes 11 no hay nada?", "question", need="cita_inss", slots={"date": "2026-12-11"})
    for task in (changing("option"), changing("document")):
        decision = decide(replace(said, task=task))
        assert (decision.route, type(decision.task)) == ("collect", Change)
    new = situation("quiero otra cita nueva", "book", need="cita_inss", task=changing("option"))
    assert isinstance(decide(new).task, Booking)


def test_after_a_booking_another_one_is_still_begun_when_it_is_asked_for() -> None:
    asked = situation("sí, quiero otra cita", "affirm", "book", done="booked")
    assert decide(asked).route == "collect"


def test_a_yes_with_something_not_understood_beside_it_is_not_taken_for_a_courtesy() -> None:
    assert (
        decide(situation("vale, y lo del perro", "affirm", other=("viudedad", 0.1), done="booked")).key
        == "not-understood"
    )


def _leaning(*labels: Label, on_table: str | None = "viudedad", **rest: Any) -> PolicyInput:
    """ "¿y si lo hago tarde?", which goes on with the need on the table unless it is read as another."""
    rest = {"need": on_table, **rest}
    goes_on = {"goes_on": on_table is not None and rest["need"] == on_table}
    said = situation(
        "¿y si lo hago tarde?", "leans", "question", *labels, **rest | {"reading": goes_on | rest.get("reading", {})}
    )
    return replace(said, need=on_table)


@pytest.mark.parametrize("confidence", [0.2, 0.4, 0.66, 0.95])
def test_what_goes_on_with_the_need_on_the_table_is_answered_without_asking_which(confidence: float) -> None:
    decision = decide(_leaning(confidence=confidence, other=("vida_laboral", confidence - 0.01)))
    assert (decision.route, decision.need) == ("answer", "viudedad")


def test_a_need_named_outright_is_that_need_though_it_may_lean() -> None:
    assert decide(_leaning(need="vida_laboral", confidence=0.99)).need == "vida_laboral"


@pytest.mark.parametrize("leans", [0.3, 0.9])
@pytest.mark.parametrize("goes_on", [True, False])
def test_the_reading_says_whether_a_turn_asks_on(goes_on: bool, leans: float) -> None:
    read = {"leans": leans, "goes_on": goes_on}
    s = situation("¿y si no cotizó?", "question", need="viudedad", reading=read)
    assert replace(s, need="viudedad").asks_on == ("viudedad" if goes_on else None)


def test_something_more_is_told_without_a_question() -> None:
    told = situation("es que era privada", "other_matter", need="viudedad", reading={"goes_on": True})
    assert decide(replace(told, need="viudedad")).need == "viudedad"


@pytest.mark.parametrize(("act", "route"), [("book", "collect"), ("cancel", "collect"), ("person", "hand_off")])
def test_what_does_something_is_done_though_it_goes_on(act: Label, route: str) -> None:
    s = situation("pues eso", act, need="viudedad", reading={"goes_on": True})
    assert decide(replace(s, need="viudedad")).route == route


@pytest.mark.parametrize(
    ("act", "route"), [("goodbye", "close"), ("complaint", "notice"), ("insult", "notice"), ("repeat", "notice")]
)
def test_manners_that_are_no_question_are_not_answered_though_they_lean(act: Label, route: str) -> None:
    assert decide(_leaning(act, need=None)).route == route


def test_somebody_elses_situation_asks_the_last_question_again_for_them() -> None:
    of_hers: dict[str, Any] = {"leaning": True, "conditions": {"contributed": "12"}}
    s = situation("¿y mi hermana, que tiene doce años?", "question", "third_person", reading=of_hers)
    s = replace(s, need="jubilacion_ordinaria", aspect="deadlines", question=LastQuestion("¿hasta cuándo?"))
    decision = decide(s)
    assert (decision.key, decision.need, decision.text) == (
        "answer-for-other",
        "jubilacion_ordinaria",
        "¿hasta cuándo?",
    )


def test_ones_own_situation_asks_the_last_question_again() -> None:
    told: dict[str, Any] = {"leaning": True, "need": "vida_laboral", "confidence": 0.9}
    told["conditions"] = {"work": "self_employed"}
    s = replace(situation("soy autónoma"), need="viudedad", question=LastQuestion("¿cuánto es?"))
    s = replace(s, reading=replace(s.reading, **told))
    assert decide(s) == Decision("answer", need="viudedad", text="¿cuánto es?")


def test_what_leans_does_not_lie_outside() -> None:
    assert decide(_leaning("out_of_scope", reading={"out_of_scope": True})).need == "viudedad"


def test_what_leans_and_lies_outside_whatever_is_on_the_table_is_said_to() -> None:
    elsewhere = situation("¿y mis vacaciones?", "leans", "question", "other_matter", reading={"out_of_scope": True})
    s = replace(elsewhere, need="viudedad", reading=replace(elsewhere.reading, confidence=0.95))
    assert decide(s).key == "answer-other-matter"
    assert decide(replace(s, need=None)).key == "answer-other-matter"


def test_the_section_of_what_leans_is_the_one_its_words_ask_for() -> None:
    decision = decide(_leaning(aspect="documents", reading={"aspect": "amount"}))
    assert decision.aspect == "amount"
    assert decide(_leaning(aspect="documents")).aspect is None


@pytest.mark.parametrize("need", [None, "vida_laboral"])
def test_what_leans_on_nothing_is_asked_about(need: str | None) -> None:
    assert decide(_leaning(need=need, confidence=0.4, on_table=None)).key == "about-what"


@pytest.mark.parametrize(("confidence", "on_table", "key", "need"), [
    (0.94, None, "", "viudedad"), (0.4, None, "about-what", None), (0.94, "vida_laboral", "", "viudedad"),
])  # fmt: skip
def test_what_only_seems_to_lean_is_about_what_it_is_surely_about_by_itself(
    confidence: float, on_table: str | None, key: str, need: str | None
) -> None:
    said: dict[str, Any] = {"leaning": True}
    s = situation("me he quedado sin mi marido", "leans", need="viudedad", confidence=confidence, reading=said)
    decision = decide(replace(s, need=on_table))
    assert (decision.key, decision.need) == (key, need)


@pytest.mark.parametrize("labels", [("greeting", "question"), ("greeting",)])
def test_a_greeting_that_names_nothing_is_not_asked_which_matter(labels: tuple[Label, ...]) -> None:
    s = situation("hola, ¿qué tal eso?", *labels, reading={"leaning": True})
    assert decide(s).key != "about-what"


@pytest.mark.parametrize(("label", "confidence", "key"), [
    ("out_of_scope", 0.9, "greeting-again"), ("other_matter", 0.52, "greeting-again"),
    ("other_matter", 0.9, "answer-other-matter"),
])  # fmt: skip
def test_a_few_words_with_a_greeting_are_courtesy_unless_another_matter_is_named(
    label: Label, confidence: float, key: str
) -> None:
    s = situation("ola, como está?", "greeting", "question", label, reading={"out_of_scope": True})
    s = replace(s, reading=replace(s.reading, confidence=confidence))
    assert decide(s).key == key


def test_what_leans_on_nothing_and_names_a_need_is_about_it() -> None:
    assert decide(_leaning(need="viudedad", confidence=0.8, on_table=None)).need == "viudedad"


@pytest.mark.parametrize("label", ["person", "crisis"])
def test_a_person_and_danger_come_before_what_leans(label: Label) -> None:
    assert decide(_leaning(label)).route == "hand_off"


def test_the_need_of_an_emergency_that_leans_is_no_danger() -> None:
    assert decide(_leaning(need="emergencia", confidence=0.7)).route != "hand_off"


def test_in_a_task_what_leans_is_about_what_the_task_is_for() -> None:
    s = _leaning(on_table="jubilacion_ordinaria", task=booking(question="place"))
    decision = decide(replace(s, need="viudedad"))
    assert (decision.route, decision.need) == ("answer", "jubilacion_ordinaria")
    assert decision.task is not None


def test_an_appointment_asked_for_is_booked_though_the_words_lean() -> None:
    assert decide(_leaning("book")).route == "collect"


def test_a_question_after_a_yes_is_no_yes_to_the_appointment_offered() -> None:
    assert decide(_leaning("affirm", asked=OpenQuestion("book"))).route == "answer"


def test_ones_own_amount_is_of_the_need_on_the_table() -> None:
    decision = decide(_leaning("personal_data"))
    assert (decision.key, decision.need) == ("answer-own-amount", "viudedad")


def test_the_likelier_of_two_needs_is_answered_where_it_is_one_of_them_beyond_doubt() -> None:
    s = situation("y mi mujer", "question", need="viudedad", confidence=0.29)
    either = (Candidate("viudedad", 0.29), Candidate("vida_laboral", 0.27))
    s = replace(s, reading=replace(s.reading, alternatives=either))
    assert decide(s) == Decision("answer", need="viudedad")
    neither = (Candidate("viudedad", 0.29), Candidate("vida_laboral", 0.20))
    assert decide(replace(s, reading=replace(s.reading, alternatives=neither))).key == "not-understood"
    assert decide(replace(s, reading=replace(s.reading, out_of_scope=True))).route != "answer"


def test_a_greeting_does_not_answer_the_question_it_comes_with() -> None:
    words = "hola, acabo de llegar con mis hijos, ¿cómo consigo médico?"
    doubtful = situation(words, "greeting", "question", need="viudedad", confidence=0.4, other=("viudedad", 0.4))
    assert decide(doubtful) == Decision("answer", need="viudedad")
    assert decide(_greeted(words, 0.8)).key == "not-understood"
    assert decide(_greeted(words, 0.95)).key == "out-of-scope"
    assert decide(_greeted("hola, ¿cómo está usted?", 0.95)).key == "greeting-again"


def _greeted(text: str, confidence: float) -> PolicyInput:
    s = situation(text, "greeting", "question", "out_of_scope", reading={"out_of_scope": True})
    return replace(s, reading=replace(s.reading, confidence=confidence))


def test_the_only_likely_matter_said_with_the_wish_is_what_the_appointment_is_for() -> None:
    decision = decide(situation("x", "book", need="viudedad", confidence=0.4))
    assert decision.task is not None
    assert decision.task.need == "viudedad"


def test_an_appointment_nobody_spoke_of_is_asked_about_before_it_is_changed() -> None:
    doubtful = decide(situation("x", "question", need="cita_modificar", confidence=0.6))
    assert (doubtful.route, doubtful.options) == ("clarify", ("cita_modificar",))
    booked = decide(situation("x", "question", need="cita_modificar", confidence=0.6, booked="ABCD2345"))
    assert isinstance(booked.task, Change)
    assert isinstance(decide(situation("x", need="cita_modificar", confidence=0.9)).task, Change)


def test_a_telephone_beside_the_yes_is_taken_along() -> None:
    decision = decide(situation("x", "affirm", "question", slots={"phone": "+34612330451"}, task=confirming()))
    assert decision.route == "commit"
    assert decision.task is not None
    assert decision.task.person.phone == "+34612330451"


def test_an_appointment_by_telephone_asks_for_no_number() -> None:
    decision = decide(
        situation("x", "book", need="cita_inss", reading={"measure": "phone"}, slots={"channel": "phone"})
    )
    assert decision.route == "collect"
