"""What the model hears, weighed against the words of a message and against what it answers."""

from typing import Any

import pytest

from agents.understanding.labels.acts import Acts
from agents.understanding.labels.label_reader import GuessedLabels
from agents.understanding.labels.pleas import HeardPleas
from agents.understanding.labels.settled_labels import SaidWords, settle_labels
from agents.understanding.shared.labels import Label
from tools.reading.phrases import PhraseHit


def said(*labels: Label, words: int = 12, **rest: Any) -> SaidWords:
    hits = tuple(PhraseHit(label, 0, 1, {}) for label in labels)
    return SaidWords(Acts(frozenset(labels), hits), words, **rest)


def heard(*doubtful: Label, **chances: float) -> GuessedLabels:
    """What the model hears: labels by their probabilities, and pleas that are doubtful."""
    labels = frozenset(label for label, chance in chances.items() if chance >= 0.3)
    pleas = HeardPleas(
        may_be_danger=True, may_be_person=not {"person", "maybe_person"}.isdisjoint({*labels, *doubtful})
    )
    return GuessedLabels(labels | frozenset(doubtful), 0.0, pleas, chances)  # type: ignore[arg-type]


def settled(message: SaidWords, guessed: GuessedLabels) -> frozenset[Label]:
    acts, kept = settle_labels(message, guessed)
    return acts.labels | kept.labels


def test_a_wish_for_a_person_that_no_words_say_stands() -> None:
    assert "person" in settled(said(), heard(person=0.95))
    assert settled(said(), heard("maybe_person")) & {"person", "maybe_person"} == {"maybe_person"}


@pytest.mark.parametrize("label", ["book", "change", "cancel"])
def test_who_wants_an_appointment_is_not_put_through(label: Label) -> None:
    assert "person" not in settled(said(label), heard(person=0.86))


@pytest.mark.parametrize("label", ["asks_what", "no_person"])
def test_who_asks_what_answers_or_wants_nobody_is_not_even_offered_one(label: Label) -> None:
    assert not settled(said(label, words=6), heard("maybe_person", person=0.8)) & {"person", "maybe_person"}
    assert "maybe_person" not in settled(said(label), heard("maybe_person"))


def test_who_asks_what_answers_and_goes_on_to_ask_for_a_person_is_put_through() -> None:
    assert "person" in settled(said("asks_what", words=14), heard(person=0.8))


def test_words_that_name_a_person_in_a_longer_question_may_ask_for_none() -> None:
    free_help = said("person", words=14, asks=True)
    assert settled(free_help, heard()) & {"person", "maybe_person"} == {"maybe_person"}
    assert "person" in settled(free_help, heard("maybe_person"))
    assert "person" in settled(said("person", words=3), heard())


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


def test_thanks_are_no_worry_that_no_words_tell() -> None:
    assert "worry" not in settled(said("thanks", words=6), heard(worry=0.5))
    assert "worry" in settled(said("thanks", words=6), heard(worry=0.9))
    assert "worry" in settled(said(words=6), heard(worry=0.5))
    assert "worry" in settled(said("thanks", "worry", words=6), heard())


def test_a_neutral_question_is_no_complaint() -> None:
    assert "complaint" not in settled(said("question", asks=True), heard(complaint=0.5))
    assert "complaint" in settled(said("question", asks=True), heard(complaint=0.9))
    assert "complaint" in settled(said("question", "complaint", asks=True), heard())


def test_who_wishes_to_be_spoken_to_as_a_friend_is_neither_angry_nor_asks_for_a_person() -> None:
    assert settled(said("informal", words=4), heard("maybe_person", complaint=0.9, person=0.9)) == {"informal"}
