"""Of several towns: the one wanted, two of which one will do, and the one that is taken back."""

from datetime import UTC, datetime
from functools import cache

import pytest

from agents.understanding.slots.slot_reader import SlotReader, build_slot_reader
from knowledge.languages import Language
from tests import shipped
from tools.reading.folding import fold

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@cache
def reader() -> SlotReader:
    return build_slot_reader(shipped.place_finder(), shipped.calendar())


def read(language: Language, said: str) -> dict[str, str]:
    slots = reader().read_slots(fold(said), language, NOW, frozenset())
    return {name: slots[name].value for name in ("municipality", "town_or") if name in slots}  # type: ignore[index]


EITHER: list[tuple[Language, str, str, str]] = [
    ("es", "cita en sevilla o en cadiz, donde haya antes", "Sevilla", "Cádiz"),
    ("ca", "cita a lleida o tarragona", "Lleida", "Tarragona"),
    ("gl", "cita en ourense ou en vigo", "Ourense", "Vigo"),
    ("eu", "hitzordua bilbon edo gasteizen", "Bilbao", "Vitoria-Gasteiz"),
    ("en", "appointment in malaga or in granada", "Málaga", "Granada"),
    ("fr", "rdv a malaga ou a grenade", "Málaga", "Granada"),
]
TAKEN_BACK: list[tuple[Language, str, str]] = [
    ("es", "vigo, bueno no, pontevedra", "Pontevedra"), ("ca", "a Reus, espera, a Tarragona", "Tarragona"),
    ("gl", "en Lugo, ai non, en Vigo", "Vigo"), ("eu", "Bilbon, ez itxaron, Gasteizen", "Vitoria-Gasteiz"),
    ("en", "in barcelona no wait madrid", "Madrid"), ("fr", "à Irun, attendez, à Bilbao", "Bilbao"),
]  # fmt: skip
WANTED: list[tuple[Language, str, str]] = [
    ("es", "soy de Utrera y la quiero en Sevilla", "Sevilla"),
    ("ca", "visc a Reus però la vull a Tarragona", "Tarragona"),
    ("gl", "son de Monforte pero prefiro en Lugo", "Lugo"),
    ("eu", "Tolosan bizi naiz baina nahiago dut Bilbon", "Bilbao"),
    ("en", "I live in Ronda but want it in Malaga", "Málaga"),
    ("fr", "j'habite à Irun mais je préfère à Bilbao", "Bilbao"),
]


@pytest.mark.parametrize(("language", "said", "first", "second"), EITHER)
def test_of_two_that_would_do_both_are_read(language: Language, said: str, first: str, second: str) -> None:
    assert read(language, said) == {"municipality": first, "town_or": second}


@pytest.mark.parametrize(("language", "said", "town"), [*TAKEN_BACK, *WANTED])
def test_the_one_taken_back_or_only_told_is_not_read(language: Language, said: str, town: str) -> None:
    assert read(language, said) == {"municipality": town}


@pytest.mark.parametrize("said", ["San Sebastián o Donostia", "Sevilla o el lunes", "en Utrera, Sevilla"])
def test_no_other_town_is_read_where_none_is_named(said: str) -> None:
    assert "town_or" not in read("es", said)
