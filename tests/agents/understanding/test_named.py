"""Between rivals, the need whose name was said."""

import pytest

from agents.understanding.named import NeedNames, build_need_names
from agents.understanding.reading import Candidate
from agents.understanding.scope import Decision
from api.wiring import CONTENT
from knowledge.catalogue_files import load_catalogue
from knowledge.languages import Language


@pytest.fixture(scope="module")
def names() -> NeedNames:
    return build_need_names(load_catalogue(CONTENT))


def between(first: str, second: str) -> Decision:
    alternatives = (Candidate(first, 0.4), Candidate(second, 0.3), Candidate("paro", 0.05))
    return Decision(first, 0.4, alternatives, frozenset(), False)


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
    sure = Decision("cambio_banco_pension", 0.9, (Candidate("cambio_banco_pension", 0.9),), frozenset(), False)
    assert names.settle(sure, "cambiar el banco de la pensión de jubilación", "es") is sure
