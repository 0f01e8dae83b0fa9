from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.es import dni

from agents.reception.turns.turn import Offer, Turn
from evals.citizens import IDLE, USUAL, Citizen, CitizenLost, person
from evals.scenario import Phrasebook, Scenario, load_scenarios
from evals.suite_files import SuiteError
from knowledge.languages import LANGUAGES

PHRASES = Phrasebook()


def scenario(**fields: Any) -> Scenario:
    return Scenario(**{"id": "s", "need": "jubilacion_ordinaria", "say": ("book_retirement",), "expect": (), **fields})


def citizen(language: Any = "es", **fields: Any) -> Citizen:
    return Citizen(scenario(**fields), language, person(1), PHRASES)


def turn(step: str, **fields: Any) -> Turn:
    usual = Turn("t", "es", 1.0, None, step, (), (), {}, (), None, None, "complete")
    return replace(usual, **fields)


def offer(day: int, number: str = "1") -> Offer:
    start = datetime(2026, 12, day, 9, 0, tzinfo=UTC)
    return Offer(f"S{day}", start, 15, "inss-50", "Oficina", "in_person", "…", number)


@given(st.integers(0, 10_000))
def test_invented_people_have_valid_documents_and_a_wrong_one(number: int) -> None:
    who = person(number)
    assert dni.is_valid(who.document)
    assert not dni.is_valid(who.bad_document)


def test_the_script_of_a_step_comes_before_the_usual_reply() -> None:
    one = citizen(replies={"book.document": ("bad_document",)})
    assert one.who.bad_document in (one.answer(turn("book.document"), "") or "")
    assert one.who.document in (one.answer(turn("book.document"), "") or "")


def test_a_citizen_with_nothing_left_to_say_leaves() -> None:
    one = citizen()
    assert one.answer(turn("open"), "") is not None
    assert one.answer(turn("open"), "") is None


def test_an_unknown_step_ends_the_visit_and_is_the_services_fault() -> None:
    assert citizen().answer(turn("book.blood_type"), "") is None


def test_the_day_in_mind_is_chosen_among_the_offers_and_nothing_else() -> None:
    one = citizen(replies={"book.option": ("day",)})
    one.answer(turn("book.option", offers=(offer(1),)), "")
    assert one.answer(turn("book.option", offers=(offer(1), offer(10, "2"))), "") == "2"
    assert one.chosen is not None
    assert one.chosen.startswith("2026-12-10")
    assert "10 de diciembre" in (one.answer(turn("book.option", offers=(offer(1),)), "") or "")


def test_an_offer_picked_by_its_place_is_remembered() -> None:
    one = citizen(replies={"book.option": ("last",)})
    one.answer(turn("book.option", offers=(offer(1), offer(2, "2"), offer(3, "3"))), "")
    assert one.chosen == offer(3).starts_at.isoformat()


def test_a_clarifying_question_is_answered_with_the_button_of_the_need() -> None:
    asks = turn("asked.clarify", quick_replies=("La viudedad", "La pensión de jubilación"))
    assert citizen().answer(asks, "la pensión de jubilación") == "La pensión de jubilación"
    assert citizen().answer(asks, "el paro") is None


def test_somebody_who_leaves_never_says_yes_afterwards() -> None:
    one = citizen(replies={"book.what_change": ("leave",)})
    one.answer(turn("book.what_change"), "")
    assert one.answer(turn("book.confirm"), "") == PHRASES.say("leave", "es", 0, {})
    assert one.answer(turn("book.confirm"), "") is None


def test_a_new_day_gives_up_what_was_chosen() -> None:
    one = citizen(replies={"book.confirm": ("correct_day",)})
    one.answer(turn("book.option", offers=(offer(1),)), "")
    one.answer(turn("book.confirm"), "")
    assert one.chosen is None


def test_without_a_locator_there_is_nothing_to_change() -> None:
    assert citizen().answer(turn("change.locator"), "") is None


def test_a_phrase_that_does_not_exist_is_the_simulators_fault() -> None:
    with pytest.raises(CitizenLost):
        citizen(say=("no such phrase",)).answer(turn("open"), "")


def test_another_way_says_other_words() -> None:
    ways = {PHRASES.say("book_retirement", "eu", way, {}) for way in (1, 2)}
    assert len(ways) == 2


def test_eight_repetitions_pair_the_words_of_two_phrases_in_more_than_four_ways() -> None:
    pairs = {tuple(PHRASES.say(name, "es", way, {}) for name in ("first", "yes")) for way in range(1, 9)}
    assert len(pairs) > 4


def test_every_usual_reply_can_be_said_in_six_languages() -> None:
    for language in LANGUAGES:
        for step in USUAL:
            offers = (offer(10),)
            one = citizen(language)
            one.locator = "ABCD2345"
            assert one.answer(turn(step, offers=offers), "")


def test_every_scenario_loads_and_only_names_phrases_and_steps_that_exist() -> None:
    scenarios = load_scenarios(PHRASES)
    assert len(scenarios) >= 60
    assert citizen("fr", need="viudedad").answer(turn("book.need"), "la pension de veuvage") == "la pension de veuvage"
    steps = {step for one in scenarios for step in one.replies}
    assert steps <= set(USUAL) | set(IDLE) | {"book.need"}


def test_a_scenario_with_a_phrase_that_does_not_exist_is_refused(tmp_path: Any) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "odd.yaml").write_text("{need: paro, say: [hum], expect: []}", encoding="utf-8")
    with pytest.raises(SuiteError, match="odd"):
        load_scenarios(PHRASES, tmp_path)
