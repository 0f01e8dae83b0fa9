"""A particular need that nothing says leaves its belief to the general one."""

from functools import cache
from pathlib import Path

import pytest

from agents.understanding.needs.particular_needs import ParticularNeeds, build_particular_needs
from knowledge.content.catalogue_files import load_catalogue
from knowledge.languages import LANGUAGES, Language
from tests.administrations import SEGURIDAD_SOCIAL
from tests.yaml_files import read_yaml
from tools.reading.folding import fold

CASES = read_yaml(Path(__file__).parent / "cases_particular.yaml")


@cache
def particular() -> ParticularNeeds:
    return build_particular_needs(SEGURIDAD_SOCIAL, load_catalogue(SEGURIDAD_SOCIAL))


def cases(kind: str) -> list[tuple[str, Language, str]]:
    return [(need, language, CASES[need][kind][language]) for need in CASES for language in LANGUAGES]


@pytest.mark.parametrize(("need", "language", "text"), cases("said"))
def test_a_need_that_is_said_keeps_its_belief(need: str, language: Language, text: str) -> None:
    assert particular().settle({need: 0.9, "queja": 0.1}, fold(text), language)[need] == 0.9


@pytest.mark.parametrize(("need", "language", "text"), cases("unsaid"))
def test_a_need_that_nothing_says_is_given_up(need: str, language: Language, text: str) -> None:
    general = next(one.of for one in particular().needs if one.need == need) or "queja"
    settled = particular().settle({need: 0.9, general: 0.1}, fold(text), language)
    assert settled[general] > 0.9 > settled[need]
    assert sum(settled.values()) == pytest.approx(1)


def test_what_lies_outside_gains_nothing_from_it() -> None:
    before = {"ayuda_clave": 0.8, "queja": 0.05, "renta": 0.05, "unrelated": 0.1}
    settled = particular().settle(before, fold("¿En qué página lo presento con certificado?"), "es")
    assert settled["unrelated"] == 0.1
    assert settled["queja"] == pytest.approx(settled["renta"])


def test_each_is_a_need_of_the_catalogue_and_so_is_its_general_one() -> None:
    catalogue = load_catalogue(SEGURIDAD_SOCIAL)
    assert set(CASES) == {one.need for one in particular().needs}
    assert all(one.of is None or one.of in catalogue for one in particular().needs)
