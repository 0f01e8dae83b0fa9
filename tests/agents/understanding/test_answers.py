"""What is said to what was offered, in six languages."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.reception.tasks.task import EXPECTED, TaskQuestion
from agents.understanding.slots.answers import build_answer_reader
from agents.understanding.slots.slot_reader import SlotReader, build_slot_reader
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.yaml_files import read_yaml
from tools.reading.folding import fold

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
CASES = read_yaml(Path(__file__).parent / "cases_answers.yaml")
RESERVED = [
    ("es", "sí, pero no sé"), ("es", "vale, aunque otro día"), ("ca", "d'acord, però més tard"), ("ca", "sí però…"),
    ("gl", "si, pero noutro sitio"), ("eu", "bai, baina ez goizez"), ("en", "yes but not that day"),
    ("fr", "oui, mais pas le matin"), ("fr", "d'accord, sauf que je travaille"),
]  # fmt: skip
PLAIN = [
    ("es", "sí, perfecto"), ("es", "vale"), ("ca", "sí, d'acord"), ("gl", "si, de acordo"), ("eu", "bai, ados"),
    ("en", "yes, that's right"), ("fr", "oui, c'est bon"), ("fr", "oui mesdames"),
]  # fmt: skip


@cache
def reader() -> SlotReader:
    return build_slot_reader(shipped.place_finder(), shipped.calendar())


def read(text: str, language: Language, waiting: TaskQuestion) -> dict[str, str]:
    found = reader().read_slots(fold(text), language, NOW, EXPECTED[waiting])
    return {name: slot.value for name, slot in found.items()}


@pytest.mark.parametrize(
    ("language", "waiting", "text", "expected"),
    [(language, waiting, text, slots) for language in LANGUAGES for waiting, text, slots in CASES[language]],
)
def test_an_answer_means_what_it_means(
    language: Language, waiting: TaskQuestion, text: str, expected: dict[str, str]
) -> None:
    found = read(text, language, waiting)
    assert {name: found.get(name) for name in expected} == expected
    assert "part_of_day" not in found or "part_of_day" in expected  # "más tarde" is no afternoon


@pytest.mark.parametrize(
    "text",
    [
        "can it be in the week after that one, because this one i am away",
        "es que esta no puedo por el trabajo, si puede ser la semana siguiente mejor me vendría",
    ],
)
def test_the_week_after_is_heard_in_a_longer_sentence(text: str) -> None:
    move = reader().answers.move(fold(text))
    assert move is not None
    assert move.value == "next_week"


@pytest.mark.parametrize(("language", "text"), RESERVED)
def test_a_yes_with_a_but_is_reserved(language: Language, text: str) -> None:
    assert reader().answers.reserved(fold(text))


@pytest.mark.parametrize(("language", "text"), PLAIN)
def test_a_plain_yes_is_not(language: Language, text: str) -> None:
    assert not reader().answers.reserved(fold(text))


@pytest.mark.parametrize("waiting", ["place", "document", "phone", "need"])
@pytest.mark.parametrize("text", ["me da igual", "cap", "whichever", "tant se val", "edozein", "aucun", "2"])
def test_a_choice_is_only_read_where_one_is_offered(waiting: TaskQuestion, text: str) -> None:
    assert "option" not in read(text, "es", waiting)


@given(st.text(max_size=120))
def test_reading_an_answer_never_raises(text: str) -> None:
    folded = fold(text)
    reader().answers.option(folded, True)
    reader().answers.move(folded)
    reader().answers.reserved(folded)


ANOTHER: list[str] = [
    "pues otra",
    "doncs una altra",
    "entón outra",
    "berri bat mesedez",
    "another one then",
    "alors un autre",
]


@pytest.mark.parametrize("text", ANOTHER)
def test_another_one_and_nothing_else_is_a_new_one(text: str) -> None:
    assert build_answer_reader().asks_anew(fold(text))


def test_another_one_of_something_else_is_no_new_one() -> None:
    assert not build_answer_reader().asks_anew(fold("tengo otra pregunta"))


def test_an_hour_after_a_weekday_counts_from_no_other_day() -> None:
    for text in ("anything on monday after 11?", "el lunes después de las 11", "lundi après 11 h"):
        assert build_answer_reader().move(fold(text)) is None
