"""What people call places, per language, read by the slot reader from the tables beside this file."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from agents.understanding.slots.slot_reader import SlotReader, build_slot_reader
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.yaml_files import read_yaml
from tools.reading.folding import fold
from tools.reading.places.mentions import PlaceFinder

TABLES = Path(__file__).parent / "tables" / "places"
KINDS = ("municipality", "province", "postcode")
NOW = datetime.fromisoformat("2026-11-25T10:00:00+01:00")
LEAST = 60


@cache
def finder() -> PlaceFinder:
    return shipped.place_finder()


@cache
def reader() -> SlotReader:
    return build_slot_reader(finder(), shipped.calendar())


@cache
def table(language: Language) -> dict[str, Any]:
    loaded: dict[str, Any] = read_yaml(TABLES / f"{language}.yaml")
    return loaded


def expressions() -> Iterator[tuple[Language, str, dict[str, str]]]:
    """A language, what is said in it and the slots it fills."""
    for language in LANGUAGES:
        for kind in KINDS:
            for value, said in table(language)[kind].items():
                yield from ((language, say, {kind: value}) for say in said)
        yield from ((language, say, {}) for say in table(language)["nothing"])


def ambiguities() -> Iterator[tuple[str, list[str]]]:
    for language in LANGUAGES:
        yield from table(language)["among"].items()


def read(language: Language, say: str) -> dict[str, str]:
    """The places among the slots."""
    slots = reader().read_slots(fold(say), language, NOW, frozenset())
    return {name: slot.value for name, slot in slots.items() if name in (*KINDS, "postcode_invalid")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_table(language: Language) -> None:
    assert sum(known == language for known, _, _ in expressions()) >= LEAST


@pytest.mark.parametrize(("language", "say", "slots"), list(expressions()))
def test_places_are_read(language: Language, say: str, slots: dict[str, str]) -> None:
    assert read(language, say) == slots


@pytest.mark.parametrize(("say", "codes"), list(ambiguities()))
def test_a_name_of_several_places_gives_them_all(say: str, codes: list[str]) -> None:
    (mention,) = finder().find_in(say)
    found = [code for code in mention.candidates if code in codes]
    assert (mention.candidates[0], found) == (codes[0], codes)
