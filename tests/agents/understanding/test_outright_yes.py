"""A yes that is more than taking note of what was said."""

import pytest

from agents.understanding.slots.answers import build_answer_reader
from tools.reading.folding import fold

ANSWERS = build_answer_reader()


@pytest.mark.parametrize(
    "text",
    [
        "sí, ¿y cuánto se cobra?", "por favor", "vale, sí", "sí si us plau", "doncs sí, i quan?", "si, porfa",
        "pois si", "bai, mesedez", "ados, bai", "yes please, and how much is it?", "ok yes",
        "oui, et combien ?", "ah oui merci",
    ],
)  # fmt: skip
def test_said_outright(text: str) -> None:
    assert ANSWERS.says_yes(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "vale, ¿y cuánto se cobra?", "de acuerdo, la mutua. ¿Y si no?", "d'acord, i això quan es paga?",
        "si no pago, ¿qué pasa?",
        "si me jubilo en enero", "se non pago", "si trobo feina", "si je travaille ?", "ados, eta noiz?",
        "ok. what about my wife?",
        "D'accord, la caisse. Et après ?", "bon, et le mois prochain ?",
    ],
)  # fmt: skip
def test_only_taken_note_of_or_supposed(text: str) -> None:
    assert not ANSWERS.says_yes(fold(text))
