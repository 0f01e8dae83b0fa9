"""What people say for days and hours, per language, read by the slot reader from the tables beside this file."""

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
from tools.reading.places.mentions import PlaceMention

TABLES = Path(__file__).parent / "tables" / "dates"
WHEN = {"date", "date_to", "date_or", "date_not", "date_past", "time", "time_to", "part_of_day"}
LEAST = 60


class Nowhere:
    """No places: only days and hours are looked at."""

    def find_in(self, text: str, *, asked: bool = False) -> list[PlaceMention]:
        return []


@cache
def reader() -> SlotReader:
    return build_slot_reader(Nowhere(), shipped.calendar())


@cache
def table(language: Language) -> dict[str, Any]:
    loaded: dict[str, Any] = read_yaml(TABLES / f"{language}.yaml")
    return loaded


def rows(group: str) -> list[Any]:
    return [
        pytest.param(language, row["say"], row["slots"], row.get("now", table(language)["now"]), id=row["say"])
        for language in LANGUAGES
        for row in table(language)[group]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", ["dates", "times_and_ranges"])
def test_every_language_has_its_table(language: Language, group: str) -> None:
    assert len(table(language)[group]) >= LEAST


@pytest.mark.parametrize(("language", "say", "slots", "now"), rows("dates") + rows("times_and_ranges"))
def test_days_and_hours_are_read(language: Language, say: str, slots: dict[str, str], now: str) -> None:
    read = reader().read_slots(fold(say), language, datetime.fromisoformat(now), frozenset())
    assert {name: slot.value for name, slot in read.items() if name in WHEN} == slots
