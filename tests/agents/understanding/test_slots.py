"""Who, where, when and how, from one message."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.understanding.slots.slot_reader import SlotReader, build_slot_reader
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.yaml_files import read_yaml
from tools.reading.folding import fold
from tools.reading.slots import SlotName, SlotValue

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
NOTHING: frozenset[SlotName] = frozenset()

MORE = read_yaml(Path(__file__).parent / "cases_slots_more.yaml")


@cache
def reader() -> SlotReader:
    return build_slot_reader(shipped.place_finder(), shipped.calendar())


def read(text: str, language: Language = "es", expecting: frozenset[SlotName] = NOTHING) -> dict[SlotName, SlotValue]:
    return reader().read_slots(fold(text), language, NOW, expecting)


SAID: list[tuple[Language, str, dict[SlotName, str]]] = [
    ("es", "mi DNI es 12345678Z", {"document": "12345678Z"}),
    ("es", "12.345.678-Z", {"document": "12345678Z"}),
    ("es", "X1234567L", {"document": "X1234567L"}),
    ("es", "12345678A", {"document_invalid": "12345678A"}),
    ("es", "mi teléfono es el 612 345 678", {"phone": "+34612345678"}),
    ("es", "ana@example.org", {"email": "ana@example.org"}),
    ("es", "el localizador es ABCD2345", {"locator": "ABCD2345"}),
    ("es", "me llamo Ana García López", {"name": "Ana García López"}),
    ("es", "soy Pedro de la Fuente", {"name": "Pedro de la Fuente"}),
    ("ca", "em dic Jordi Puig i Soler", {"name": "Jordi Puig i Soler"}),
    ("gl", "chámome Uxía Castro", {"name": "Uxía Castro"}),
    ("eu", "nire izena Ane Etxeberria da", {"name": "Ane Etxeberria"}),
    ("en", "my name is John Smith", {"name": "John Smith"}),
    ("fr", "je m'appelle Claire Dubois", {"name": "Claire Dubois"}),
    ("es", "quiero cita en Dos Hermanas", {"municipality": "Dos Hermanas"}),
    ("es", "ayer", {"date_past": "2026-11-24"}),
    ("es", "la semana que viene", {"date": "2026-11-30", "date_to": "2026-12-06"}),
    ("es", "el martes a las 10 por teléfono", {"date": "2026-12-01", "time": "10:00", "channel": "phone"}),
    ("es", "en persona", {"channel": "in_person"}),
    ("ca", "per telèfon", {"channel": "phone"}),
    ("gl", "presencial", {"channel": "in_person"}),
    ("eu", "telefonoz", {"channel": "phone"}),
    ("en", "by phone", {"channel": "phone"}),
    ("fr", "par téléphone", {"channel": "phone"}),
    ("fr", "en visioconférence", {"channel": "video"}),
    ("eu", "asteartean arratsaldez Bilbon", {"date": "2026-12-01", "part_of_day": "afternoon"}),
    ("es", "quiero hitzordua asteartean", {"date": "2026-12-01"}),
]

OPTIONS: list[tuple[Language, str, str]] = [
    ("es", "la segunda", "2"),
    ("es", "el 2", "2"),
    ("es", "2", "2"),
    ("es", "la primera, por favor", "1"),
    ("es", "el último", "last"),
    ("es", "la tercera opción", "3"),
    ("ca", "la segona", "2"),
    ("ca", "el primer", "1"),
    ("ca", "l'última", "last"),
    ("gl", "a segunda", "2"),
    ("gl", "o último", "last"),
    ("gl", "a primeira", "1"),
    ("eu", "bigarrena", "2"),
    ("eu", "lehenengoa", "1"),
    ("eu", "azkena", "last"),
    ("en", "the last one", "last"),
    ("en", "the second one", "2"),
    ("en", "option 3", "3"),
    ("fr", "la deuxième", "2"),
    ("fr", "le premier", "1"),
    ("fr", "le dernier", "last"),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_slots_are_read(language: Language, text: str, expected: dict[SlotName, str]) -> None:
    values = {name: slot.value for name, slot in read(text, language).items()}
    assert expected.items() <= values.items()


@pytest.mark.parametrize(("language", "text", "value"), OPTIONS)
def test_an_offered_option_is_chosen(language: Language, text: str, value: str) -> None:
    assert read(text, language, frozenset({"option"}))["option"].value == value


def test_a_bare_number_is_what_was_asked_for() -> None:
    assert read("15", expecting=frozenset({"date"}))["date"].value == "2026-12-15"
    assert read("2", expecting=frozenset({"option"}))["option"].value == "2"
    assert read("41013", expecting=frozenset({"postcode"}))["postcode"].value == "41013"
    assert "option" not in read("2")


def test_a_name_is_no_place_and_a_document_no_date() -> None:
    slots = read("Me llamo Ana García, 12345678Z")
    assert "municipality" not in slots
    assert "date" not in slots


@pytest.mark.parametrize("text", ["soy autónomo", "soy de Sevilla", "estoy de baja", "je suis malade", "i am retired"])
def test_a_condition_is_no_name(text: str) -> None:
    assert "name" not in read(text)


def test_a_value_keeps_the_characters_it_was_read_from() -> None:
    text = "Mañana, en persona: 12345678Z"
    for slot in read(text).values():
        assert text[slot.start : slot.end] == slot.text


@pytest.mark.parametrize("case", MORE, ids=[case["text"] for case in MORE])
def test_words_of_the_language_are_no_dates_or_places(case: dict[str, Any]) -> None:
    slots = read(case["text"], case["language"], frozenset(case.get("expecting", [])))
    assert not slots.keys() & set(case.get("absent", []))
    values = {name: slot.value for name, slot in slots.items()}
    assert case.get("found", {}).items() <= values.items()


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_reading_slots_never_raises(text: str, language: Language) -> None:
    for slot in read(text, language, frozenset({"option", "date"})).values():
        assert 0 <= slot.start <= slot.end <= len(text)
