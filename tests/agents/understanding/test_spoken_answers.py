"""Short answers in words, read by what was asked: a day, a postcode, an option, a number."""

from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.understanding.slots.slot_reader import SlotReader, build_slot_reader
from evals.dictated.saying import saying
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tools.reading.folding import fold
from tools.reading.slots import SlotName

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
PLACE: tuple[SlotName, ...] = ("postcode", "municipality", "province")


@cache
def reader() -> SlotReader:
    return build_slot_reader(shipped.place_finder(), shipped.calendar())


def read(text: str, language: Language, *expecting: SlotName) -> dict[str, str]:
    slots = reader().read_slots(fold(text), language, NOW, frozenset(expecting))
    return {name: slot.value for name, slot in slots.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_in_words_is_the_day_that_was_asked(language: Language) -> None:
    for day in (2, 15, 23, 31):
        assert read(saying(language).number(day), language, "date")["date"] == f"2026-12-{day:02d}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_in_words_is_a_number_when_one_was_asked_or_it_is_all_there_is(language: Language) -> None:
    assert read(saying(language).number(63), language)["number"] == "63"
    assert read(saying(language).number(1), language, "number")["number"] == "1"
    assert "number" not in read(saying(language).number(2), language, "option")


@pytest.mark.parametrize("text", ["quiero una cita", "un momento", "a las cinco", "el martes", "dos hijos y medio lío"])
def test_a_sentence_with_numbers_in_it_is_no_number(text: str) -> None:
    assert "number" not in read(text, "es")


@given(
    st.sampled_from(["41013", "28001", "08003", "48001", "36201"]),
    st.lists(st.integers(1, 3), min_size=5, max_size=5),
    st.sampled_from(LANGUAGES),
)
def test_a_postcode_is_read_however_it_is_dictated(postcode: str, sizes: list[int], language: Language) -> None:
    said = ", ".join(saying(language).in_groups(postcode, sizes))
    assert read(said, language, *PLACE)["postcode"] == postcode


def test_a_dictated_postcode_that_does_not_exist_is_told_apart() -> None:
    slots = read("noventa y nueve cero cero uno", "es", *PLACE)
    assert "postcode" not in slots
    assert slots["postcode_invalid"] == "99001"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_dictated_as_a_document_is_no_date_time_or_option(language: Language) -> None:
    said = ", ".join(saying(language).in_groups("12345678", [2] * 4)) + ", Z"
    assert read(said, language, "document", "option", "date", "time") == {"document": "12345678Z"}


def test_a_new_one_in_basque_is_no_town() -> None:
    assert read("berri bat mesedez", "eu", *PLACE) == {}
