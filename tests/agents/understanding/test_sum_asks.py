"""How people ask for a sum, by phrases of the shipped administration."""

import pytest

from agents.understanding.sums.asks import SumAsks, build_sum_asks
from knowledge.languages import Language
from tests.administrations import SEGURIDAD_SOCIAL
from tools.reading.folding import fold


@pytest.fixture(scope="module")
def asks() -> SumAsks:
    return build_sum_asks(SEGURIDAD_SOCIAL)


CHILDS: tuple[tuple[Language, str], ...] = (
    ("es", "¿y el hijo cuánto cobraría?"), ("es", "no, yo digo lo del hijo"), ("es", "¿cuánto le toca a mi hija?"),
    ("ca", "i el fill quant cobraria?"), ("ca", "no, jo dic el del fill"),
    ("gl", "e o fillo canto cobraria"), ("gl", "non, eu digo o do fillo, non o meu"),
    ("eu", "eta semeak zenbat kobratuko luke?"), ("eu", "ez, semearena esan nahi dut"),
    ("en", "and how much would my son get?"), ("en", "no, I mean my son's"),
    ("fr", "et mon fils toucherait combien ?"), ("fr", "non, je parle de celle de mon fils"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "said"), CHILDS)
def test_what_a_child_gets_is_heard(language: Language, said: str, asks: SumAsks) -> None:
    assert "child" in asks.find(fold(said), language)


OWN: tuple[tuple[Language, str], ...] = (
    ("es", "¿cuánto cobraré de viudedad si tengo un hijo?"), ("ca", "quant cobraré si tinc un fill?"),
    ("gl", "canto cobrarei se teño un fillo?"), ("eu", "zenbat kobratuko dut seme bat badut?"),
    ("en", "how much will I get if I have a child?"), ("fr", "combien je toucherai si j'ai un enfant ?"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "said"), OWN)
def test_who_has_a_child_asks_for_oneself(language: Language, said: str, asks: SumAsks) -> None:
    assert "child" not in asks.find(fold(said), language)
