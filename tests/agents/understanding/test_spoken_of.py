"""Of several towns, hours or days in a message, the one that is held or on offer tells what is wrong with it."""

from datetime import UTC, date, datetime
from functools import cache

import pytest

from agents.reception.tasks.task import EXPECTED
from agents.understanding.slots.slot_reader import ReadAt, SlotReader, build_slot_reader
from knowledge.languages import Language
from tests import shipped
from tools.reading.folding import fold
from tools.reading.slots import SpokenOf

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
HELD = SpokenOf(date(2026, 12, 29), "09:00", "Lleida")


@cache
def reader() -> SlotReader:
    return build_slot_reader(shipped.place_finder(), shipped.calendar())


def read(text: str, language: Language, spoken_of: SpokenOf = HELD) -> dict[str, str]:
    waiting = ReadAt(NOW, EXPECTED["option"], spoken_of)
    return {name: slot.value for name, slot in reader().read_slots_and_rest(fold(text), language, waiting)[0].items()}


PLACES: list[tuple[Language, str, str]] = [
    ("es", "lerida esta lejisimos, en zaragoza mejor", "Zaragoza"),
    ("ca", "Lleida em pilla molt lluny, i a València?", "València"),
    ("gl", "Lleida quédame moi lonxe, non hai en Lugo?", "Lugo"),
    ("eu", "Lleida urrun dago, Bilbon hobeto", "Bilbao"),
    ("en", "Lleida is a very long way, in Girona if possible", "Girona"),
    ("fr", "Lleida c'est loin, plutôt à Girona", "Girona"),
]


@pytest.mark.parametrize(("language", "text", "place"), PLACES)
def test_of_two_towns_the_other_one_is_wished(language: Language, text: str, place: str) -> None:
    assert read(text, language)["municipality"] == place


def test_the_town_that_is_spoken_of_is_no_wish_by_itself() -> None:
    assert "municipality" not in read("vale, a Lleida", "es")
    assert read("vale, a Lleida", "es", SpokenOf())["municipality"] == "Lleida"


HOURS: list[tuple[Language, str]] = [
    ("es", "a las 9 todavía voy en el tren, a las 12"), ("ca", "a les 9 encara soc al tren, a les 12"),
    ("gl", "ás 9 aínda vou no tren, ás 12"), ("eu", "9etan trenean egongo naiz, 12etan"),
    ("en", "at 9 I'm still on the train, at 12"), ("fr", "à 9 h je suis encore dans le train, à 12 h"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), HOURS)
def test_of_two_hours_the_other_one_is_wished(language: Language, text: str) -> None:
    assert read(text, language)["time"] == "12:00"


def test_of_two_days_the_other_one_is_wished() -> None:
    assert read("el 29 ya habrá pasado el plazo, el 10 de diciembre", "es")["date"] == "2026-12-10"
    assert read("el 29 está bien", "es")["date"] == "2026-12-29"


def test_that_week_is_the_one_that_is_spoken_of() -> None:
    week = read("otro día de esa semana", "es")
    assert (week["date"], week["date_to"]) == ("2026-12-28", "2027-01-03")
    assert read("el miércoles de esa semana", "es")["date"] == "2026-12-30"
