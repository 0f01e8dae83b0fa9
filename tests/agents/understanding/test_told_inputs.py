"""What people tell for a sum of their own, in six languages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.understanding.sums.hand import SumInHand
from agents.understanding.sums.told_inputs import build_told_reader
from knowledge.administration import load_administration
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.administrations import VILLA_EJEMPLO
from tests.yaml_files import read_yaml
from tools.calculators.inputs import read_input
from tools.calculators.registry import CALCULATORS
from tools.reading.folding import fold
from tools.reading.numbers.parser import find_numbers
from tools.reading.quantities.partial_days import is_partial

TODAY = date(2026, 12, 1)
CASES = [
    read_yaml(Path(__file__).parent / f"cases_told_{name}.yaml")
    for name in ("inputs", "months", "wages", "households", "instead", "days", "work")
]
DEADLINE = CALCULATORS["deadline"].inputs
READER = shipped.told_reader()


def cases() -> Iterator[Any]:
    for language, groups in (pair for cases in CASES for pair in cases.items()):
        for group in groups:
            for said, told in group["said"].items():
                hand = SumInHand(CALCULATORS[group["sum"]].inputs, group.get("asked"), group.get("known", {}))
                yield pytest.param(language, str(said), hand, told, id=f"{language}-{group['sum']}-{said}")


@pytest.mark.parametrize(("language", "said", "hand", "told"), list(cases()))
def test_what_is_told_is_read_and_nothing_else(
    language: Language, said: str, hand: SumInHand, told: dict[str, str]
) -> None:
    assert READER.read_told(fold(said), language, TODAY, hand) == told


PIECES = (
    "3/2/64", "el 19", "nací", "en marzo", "del 64", "38 y medio", "39 años", "1.650", "2k", "base", "cobro", "no",
    "perdón", "a los 64", "desde", "hasta", "ayer", "el lunes", "urte", "63rekin", "kotizatuta", "ans", "cotisés",
    "of July", "1963", "???", "24 mil al año", "ǂn0", "ǂd9", "31/02/1964", "99999999999", "½", "y", "con", "dos",
    "semanas", "años antes", "hace", "cumplo", "0", "0 años", "1.", "13", "mes",
)  # fmt: skip
messages = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
sums = st.sampled_from(sorted(CALCULATORS))
KNOWN: tuple[dict[str, str], ...] = (
    {},
    {"born": "1964-??-??"},
    {"born": "1964-02-03", "delay": "1y0m"},
    {"leaving": "????-??-??@768"},
    {"born": "nonsense", "base": "x"},
    {"contributed": "38y6m", "base": "1650.00", "first_day": "2026-11-12"},
)


@given(message=messages, language=st.sampled_from(LANGUAGES), name=sums, known=st.sampled_from(KNOWN), data=st.data())
def test_what_it_returns_is_wanted_and_taken(
    message: str, language: Language, name: str, known: dict[str, str], data: st.DataObject
) -> None:
    wanted = {spec.name: spec for spec in CALCULATORS[name].inputs}
    hand = SumInHand(tuple(wanted.values()), data.draw(st.sampled_from([None, *wanted, "unheard"])), known)
    for told, text in READER.read_told(fold(message), language, TODAY, hand).items():
        assert told in wanted
        assert is_partial(text) or read_input(wanted[told], text, TODAY) is not None


@given(message=st.text(max_size=80), language=st.sampled_from(LANGUAGES), name=sums)
def test_without_numbers_no_money_is_told(message: str, language: Language, name: str) -> None:
    folded = fold(message)
    if any(character.isnumeric() for character in folded.text) or find_numbers(folded, language, expected=True):
        return
    hand = SumInHand(CALCULATORS[name].inputs, "base")
    told = READER.read_told(folded, language, TODAY, hand)
    assert not {spec.name for spec in hand.wanted if spec.kind == "money"} & told.keys()


def test_what_is_told_in_pieces_is_one_day() -> None:
    known: dict[str, str] = {}
    for said in ("quiero irme a los 64", "soy del 64", "en octubre", "el 8"):
        hand = SumInHand(CALCULATORS["early_retirement"].inputs, "born", known)
        known |= READER.read_told(fold(said), "es", TODAY, hand)
    assert known == {"born": "1964-10-08", "leaving": "2028-10-08"}


@pytest.mark.parametrize("said", ["Lugo", "en Lugo", "vivo en la provincia de Lugo"])
def test_a_province_is_told_only_where_it_is_asked(said: str) -> None:
    wanted = [replace(spec, options=("27", "28")) if spec.name == "province" else spec for spec in DEADLINE]
    assert READER.read_told(fold(said), "es", TODAY, SumInHand(wanted, "province")) == {"province": "27"}
    assert READER.read_told(fold(said), "es", TODAY, SumInHand(wanted, "kind")) == {}


def test_an_administration_without_words_reads_only_what_its_figures_say() -> None:
    reader = build_told_reader(load_administration(VILLA_EJEMPLO), READER.grammars)
    hand = SumInHand(CALCULATORS["retirement_date"].inputs, "contributed")
    assert reader.read_told(fold("39 años y 2 meses"), "es", TODAY, hand) == {"contributed": "39y2m"}


THAT_DAY: dict[Language, str] = {
    "es": "¿y si espero a ese día de junio?", "ca": "i si espero a aquell dia de juny?",
    "gl": "e se espero a ese día de xuño?", "eu": "eta ekaineko egun horretara arte itxaroten badut?",
    "en": "and if I wait until that day in June?", "fr": "et si j'attends ce jour-là en juin ?",
}  # fmt: skip


@pytest.mark.parametrize(("language", "said"), THAT_DAY.items())
def test_a_month_alone_is_the_day_of_it_on_which_they_may_retire(language: Language, said: str) -> None:
    inputs = CALCULATORS["retirement_amount"].inputs
    hand = SumInHand(inputs, known={"born": "1962-02-03"}, earliest=date(2027, 6, 3))
    assert READER.read_told(fold(said), language, TODAY, hand)["leaving"] == "2027-06-03"
    other = replace(hand, earliest=date(2027, 7, 3))
    assert READER.read_told(fold(said), language, TODAY, other)["leaving"] == "2027-06-01"


DUE = {
    "es": "el 28 de febrero del {year} más o menos",
    "ca": "28 de febrer del {year} més o menys",
    "gl": "o 28 de febreiro do {year} máis ou menos",
    "eu": "{year}ko otsailaren 28an gutxi gorabehera",
    "en": "28 February {year} more or less",
    "fr": "le 28 février {year} environ",
}


@given(st.sampled_from(LANGUAGES), st.integers(2026, 2027), st.sampled_from(sorted(CALCULATORS)))
def test_the_year_of_a_day_is_never_an_amount(language: Language, year: int, name: str) -> None:
    specs = CALCULATORS[name].inputs
    for asked in (None, *(spec.name for spec in specs if spec.kind in ("date", "money"))):
        hand = SumInHand(specs, asked)
        told = READER.read_told(fold(DUE[language].format(year=year)), language, TODAY, hand)
        assert not [spec.name for spec in specs if spec.kind == "money" and spec.name in told]


NEXT_DAY = {
    "es": "vale, pues el 3 de enero, ¿cuánto me queda?",
    "ca": "d'acord, doncs el 3 de gener. quant em queda al mes",
    "gl": "vale, pois o 3 de xaneiro",
    "eu": "ba orduan urtarrilaren 3an. zenbat hilean",
    "en": "ok then 3 January. how much a month",
    "fr": "bon alors le 3 janvier, combien par mois",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_without_its_year_takes_the_place_of_the_day_to_leave(language: Language) -> None:
    known = {"born": "1964-05-14", "contributed": "34y5m", "leaving": "2026-12-03"}
    hand = SumInHand(CALCULATORS["early_retirement"].inputs, None, known)
    assert READER.read_told(fold(NEXT_DAY[language]), language, TODAY, hand) == {"leaving": "2027-01-03"}
