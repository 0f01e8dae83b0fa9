"""What two readings agree on, and readings that go past the end of the sound."""

import math

import pytest

from speech.agreement import agreed, bare, before_going_round, going_round, in_time, once, repeats_prompt
from speech.segments import Word


@pytest.mark.parametrize(
    ("last", "now", "count"),
    [
        ("quiero una cita", "quiero una cita para", 3),
        ("quiero una casa", "quiero una cita para", 2),
        ("Quiero, una", "quiero una cita", 2),
        ("està malalt", "esta malalt avui", 2),
        ("", "quiero", 0),
        ("no quiero", "quiero una", 0),
    ],
)
def test_words_agree_without_case_accents_or_marks(last: str, now: str, count: int) -> None:
    assert agreed(last.split(), now.split()) == count


@pytest.mark.parametrize(
    ("text", "round_"),
    [
        ("de que de que de que", True),
        ("gracias gracias gracias gracias", True),
        ("sí sí sí", False),
        ("dos dos dos dos dos", True),
        ("", False),
        ("2 2 2 2 2", False),
        ("seis 22 22 22 22", False),
        ("seis 22 22 22 22 22 22 22", True),
        ("8 5 4 0 8 5 4 0 8 5 4 0 8 5 4 0", True),
        ("quiero pedir una cita para mi madre", False),
    ],
)
def test_a_reading_that_goes_round_is_told_from_one_that_repeats(text: str, round_: bool) -> None:
    assert going_round(text.split()) is round_


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("quiero una cita para el jueves para el jueves para el jueves", 6),
        ("quiero una cita gracias gracias gracias gracias gracias", 4),
        ("mi número es el seis 22 22 22 22 22 22 22", 6),
        ("cita que de que de que de que", 3),
        ("gracias gracias gracias gracias", 0),
        ("que de que de que de que", 0),
    ],
)
def test_what_comes_before_a_circle_is_kept_with_its_first_round(text: str, count: int) -> None:
    assert before_going_round(text.split()) == count


def spoken(text: str, last: float = math.inf) -> list[Word]:
    """Half a second each; those after ``last`` where there is no more sound."""
    ends = [min(n / 2, last) for n in range(len(text.split()) + 1)]
    return [Word(word, ends[n], ends[n + 1], 0.9) for n, word in enumerate(text.split())]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Por favor, presione la tecla. Por favor, presione la tecla.", 5),
        ("désolé ce numérique désolé ce numérique désolé ce", 3),
        ("quiero cita para mi madre y cita para mi padre", 10),
        ("sí", 1),
        ("", 0),
    ],
)
def test_what_is_begun_anew_after_the_sound_is_left_out(text: str, count: int) -> None:
    assert once(spoken(text, last=count / 2)) == count
    assert once(spoken(text, last=count / 2 + 0.2)) == count, "the first word again takes what is left"


@pytest.mark.parametrize(
    "text",
    ["It does not cover that and it does not replace it", "no me llega la carta no me llega nada", "6 1 2 6 1 2"],
)
def test_what_people_begin_alike_is_said(text: str) -> None:
    assert once(spoken(text)) == len(text.split())


@pytest.mark.parametrize(
    ("text", "parrot"),
    [
        ("el jueves por la mañana", True),
        ("El jueves, por la tarde", True),
        ("el jueves por", False),
        ("jueves el por la", False),
        ("", False),
    ],
)
def test_who_begins_with_what_was_just_said_may_be_saying_it_again(text: str, parrot: bool) -> None:
    assert repeats_prompt(text.split(), ["quiero", "cita", "el", "jueves", "por", "la", "mañana"]) is parrot


def test_words_that_take_no_time_are_not_sound() -> None:
    times = [(0.0, 0.4), (0.4, 0.8), (0.8, 0.8), (0.8, 0.8), (0.8, 0.9)]
    words = [Word("que", start, end, 0.9) for start, end in times]
    assert in_time(words) == 2
    assert in_time(words[:2]) == 2
    assert in_time([words[0], words[2], words[1]]) == 3


def test_bare_words_keep_what_tells_them_apart() -> None:
    assert bare("¿Qué?") == bare("que")
    assert bare("año") == bare("ano"), "a tilde the model drops and takes back does not unsettle a word"
    assert bare("viuda") != bare("viudo")
