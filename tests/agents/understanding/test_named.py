"""Between rivals, the need whose name was said."""

import pytest

from agents.understanding.needs.need_decision import NeedDecision
from agents.understanding.needs.need_names import NeedNames, build_need_names
from agents.understanding.shared.labels import Candidate
from knowledge.content.catalogue_files import load_catalogue
from knowledge.languages import Language
from tests.administrations import SEGURIDAD_SOCIAL


@pytest.fixture(scope="module")
def names() -> NeedNames:
    return build_need_names(load_catalogue(SEGURIDAD_SOCIAL), SEGURIDAD_SOCIAL.languages)


def between(first: str, second: str) -> NeedDecision:
    alternatives = (Candidate(first, 0.4), Candidate(second, 0.3), Candidate("paro", 0.05))
    return NeedDecision(first, 0.4, alternatives, frozenset(), False)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "¿cuánto es la pension de viudedad?"),
        ("ca", "quant es cobra de la pensió de viduïtat?"),
        ("gl", "canto é a pensión de viuvez?"),
        ("eu", "zenbat kobratzen da alarguntza pentsioan?"),
        ("en", "how much is the widow's pension?"),
        ("fr", "combien touche-t-on de pension de réversion ?"),
    ],
)
def test_the_need_that_is_named_wins_over_its_rival(names: NeedNames, language: Language, text: str) -> None:
    settled = names.settle(between("viudedad_nuevo_matrimonio", "viudedad"), text, language)
    assert settled.need == "viudedad"
    assert settled.confidence == pytest.approx(0.5)
    assert [one.need for one in settled.alternatives] == ["viudedad", "viudedad_nuevo_matrimonio", "paro"]


def test_of_two_names_the_fuller_one_was_said(names: NeedNames) -> None:
    text = "el estado de la solicitud del ingreso mínimo vital"
    assert names.settle(between("ingreso_minimo_vital", "imv_estado"), text, "es").need == "imv_estado"


def test_what_names_nothing_is_left_alone(names: NeedNames) -> None:
    decision = between("viudedad_nuevo_matrimonio", "viudedad")
    assert names.settle(decision, "se ha muerto mi marido", "es") is decision


def test_a_sure_need_has_no_rivals(names: NeedNames) -> None:
    sure = NeedDecision("cambio_banco_pension", 0.9, (Candidate("cambio_banco_pension", 0.9),), frozenset(), False)
    assert names.settle(sure, "cambiar el banco de la pensión de jubilación", "es") is sure


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", "prestación nacimiento"), ("ca", "prestació naixement"), ("gl", "prestación nacemento"),
        ("fr", "prestation naissance"), ("es", "prestación nacimiento cuidado menor"),
        ("en", "birth childcare benefit"),
    ],
)  # fmt: skip
def test_a_name_or_the_half_it_is_called_by_says_the_need_outright(
    names: NeedNames, language: Language, words: str
) -> None:
    assert names.find_named_need(words.split(), language) == "nacimiento_cuidado"


def test_a_filler_may_complete_a_name_but_is_none(names: NeedNames) -> None:
    assert names.find_named_need(["prestación"], "es", ["quiero", "otra", "nacimiento"]) == "nacimiento_cuidado"
    assert names.find_named_need([], "es", ["prestación", "nacimiento"]) is None


@pytest.mark.parametrize("words", ["nacimiento", "prestación", "prestación nacimiento pago único", "paternidad", ""])
def test_less_or_more_than_a_name_says_no_need_outright(names: NeedNames, words: str) -> None:
    assert names.find_named_need(words.split(), "es") is None


def test_a_word_that_only_begins_alike_is_not_of_the_name(names: NeedNames) -> None:
    assert names.find_named_need(["retraite", "partielle"], "fr") == "jubilacion_parcial"
    assert names.find_named_need(["partir", "retraite"], "fr") is None
