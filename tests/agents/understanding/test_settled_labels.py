"""What the model hears, weighed against the words of a message and against what it answers."""

from typing import Any

import pytest

from agents.understanding.labels.acts import Acts
from agents.understanding.labels.label_reader import GuessedLabels
from agents.understanding.labels.settled_labels import SaidWords, settle_labels
from agents.understanding.shared.labels import Label
from tools.reading.phrases import PhraseHit


def said(*labels: Label, words: int = 12, **rest: Any) -> SaidWords:
    hits = tuple(PhraseHit(label, 0, 1, {}) for label in labels)
    return SaidWords(Acts(frozenset(labels), hits), words, **rest)


def heard(**chances: float) -> GuessedLabels:
    labels = frozenset(label for label, chance in chances.items() if chance >= 0.3)
    return GuessedLabels(labels, 0.0, True, chances)  # type: ignore[arg-type]


def settled(message: SaidWords, guessed: GuessedLabels) -> frozenset[Label]:
    acts, kept = settle_labels(message, guessed)
    return acts.labels | kept.labels


@pytest.mark.parametrize(
    ("chance", "rest", "expected"),
    [
        (0.95, {}, "person"), (0.95, {"asks": True}, "person"), (0.7, {}, "person"),
        (0.7, {"asks": True}, "maybe_person"), (0.7, {"has_values": True}, "maybe_person"), (0.5, {}, "maybe_person"),
    ],
)  # fmt: skip
def test_a_wish_for_a_person_that_no_words_say_is_sure_or_all_that_is_said(
    chance: float, rest: dict[str, bool], expected: Label
) -> None:
    assert settled(said(**rest), heard(person=chance)) & {"person", "maybe_person"} == {expected}


@pytest.mark.parametrize("label", ["goodbye", "thanks", "lets_go", "deny"])
def test_who_takes_leave_is_not_put_through(label: Label) -> None:
    assert "person" not in settled(said(label), heard(person=0.86))


@pytest.mark.parametrize("label", ["asks_what", "no_person"])
def test_who_asks_what_answers_or_wants_nobody_is_not_even_offered_one(label: Label) -> None:
    assert not settled(said(label), heard(person=0.8)) & {"person", "maybe_person"}


def test_words_that_name_a_person_in_a_longer_question_may_ask_for_none() -> None:
    free_help = said("person", words=14, asks=True)
    assert settled(free_help, heard(person=0.4)) & {"person", "maybe_person"} == {"maybe_person"}
    assert "person" in settled(free_help, heard(person=0.95))
    assert "person" in settled(said("person", words=3), heard(person=0.1))


def test_a_doubtful_danger_in_an_answer_is_asked_about_only_with_a_feeling() -> None:
    answer = said(words=20, gives_asked=True)
    assert "unsafe" not in settled(answer, heard(unsafe=1.0))
    assert "unsafe" in settled(answer, heard(unsafe=1.0, worry=0.4))
    assert "unsafe" in settled(said("despair", words=20, gives_asked=True), heard(unsafe=1.0))
    assert "unsafe" in settled(said(words=20), heard(unsafe=1.0))


def test_a_sure_danger_in_an_answer_stands() -> None:
    assert "crisis" in settled(said(words=20, gives_asked=True, value_asked=True), heard(crisis=0.9))


def test_a_doubtful_danger_after_a_question_for_a_sum_is_none_without_a_feeling() -> None:
    assert "unsafe" not in settled(said(words=12, value_asked=True), heard(unsafe=1.0))
    assert "unsafe" in settled(said(words=30, value_asked=True), heard(unsafe=1.0))


def test_who_answers_is_not_taken_for_sad_or_angry_unless_it_is_plain() -> None:
    answer = said(words=10, gives_asked=True)
    assert not settled(answer, heard(hardship=0.7, complaint=0.77)) & {"hardship", "complaint"}
    assert settled(answer, heard(hardship=0.95)) >= {"hardship"}
    assert settled(said("grief", words=10, gives_asked=True), heard()) >= {"grief"}


@pytest.mark.parametrize("label", ["goodbye", "thanks", "lets_go", "asks_what", "no_person"])
def test_calm_words_are_no_complaint(label: Label) -> None:
    assert "complaint" not in settled(said(label), heard(complaint=0.9))
    assert "complaint" in settled(said(), heard(complaint=0.9))
