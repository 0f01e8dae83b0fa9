"""A model that lies in every way we can think of: nothing that a reader could see to be wrong comes through."""

import random
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
import yaml

from agents.wording.guard import Guard
from agents.wording.worder import Approved
from knowledge.languages import LANGUAGES, Language, parse_language
from tests.agents.wording.lies import LIES, told_falsely
from tests.agents.wording.real_lines import real_lines
from tests.agents.wording.worders import worder_of
from tests.fakes.chat_model import ScriptedModel

_SAMPLE, _SEED = 26, 3
HONEST = yaml.safe_load((Path(__file__).parent / "honest.yaml").read_text(encoding="utf-8"))
_PASS = 0.6


async def test_no_lie_comes_through() -> None:
    chance, told, through = random.Random(_SEED), Counter[str](), []
    for lines in real_lines(_SAMPLE, _SEED):
        for language in lines:
            for kind, said in told_falsely(lines, language, chance):
                worder = worder_of(ScriptedModel(answer=lambda _, said=said: said))
                told[kind] += 1
                if await worder.word(Approved(lines[language], language, "suggestion")) is not None:
                    through.append((kind, language, lines[language], said))
    assert through == []
    assert sum(told.values()) >= 2_000
    assert set(told) == set(LIES)


def test_most_honest_rewordings_pass() -> None:
    guard, passed = Guard(lambda _: "es"), Counter[Language]()
    for code, pairs in HONEST.items():
        language = parse_language(code)
        passed[language] += sum(guard.flaw(given, said, language) is None for given, said in pairs)
    assert sum(map(len, HONEST.values())) == 60
    assert passed.total() >= _PASS * 60
    assert min(passed[language] for language in get_args(Language)) >= 5


@pytest.mark.parametrize(
    ("language", "line", "said", "flaw"),
    [
        ("es", "Puede pedirla en 3 meses.", "Puede pedirla en tres meses.", None),
        ("es", "Puede pedirla en 3 meses.", "Puede pedirla en cuatro meses.", "figure"),
        ("es", "Puede pedirla en 3 meses.", "Puede pedirla en 3 días.", "figure"),
        ("es", "Son 15 días o 30 días.", "Son 30 días o 15 días.", "figure"),
        ("es", "Antes del 1 de abril o del 30 de junio.", "Antes del 1 de junio o del 30 de abril.", "figure"),
        ("es", "Llame al 901 16 65 65.", "Llame al 901 16 65 66.", "figure"),
        ("es", "Entre en https://a.es/b.", "Entre en https://a.es/c.", "figure"),
        ("es", "No puede cobrar las dos.", "Puede cobrar las dos.", "turned"),
        ("es", "Puede ir, y no debe pagar la cuota.", "No puede pagar la cuota, y debe ir.", "turned"),
        ("es", "Lleve el DNI o el NIE.", "Lleve el DNI y el NIE.", "turned"),
        ("es", "Puede llamar.", "Debe llamar.", "turned"),
        ("es", "Llame a la oficina.", "Le llamaremos a la oficina.", "more"),
        ("es", "La paga el INSS.", "La paga la mutua.", "name"),
        ("es", "La paga el INSS.", "La paga el INSS, gratis.", "word"),
        ("es", "La paga el INSS.", "La paga el **INSS**.", "sign"),
        ("es", "La paga el INSS.", "La paga el INSS.\nSí.", "lines"),
        ("es", "La paga el INSS.", " ", "empty"),
        ("es", "Pida cita.", "¿Pide cita?", "sign"),
        ("es", "Lo paga en 12 meses.", "Lo paga en 1² meses.", "sign"),
        ("en", "You can apply within 15 days.", "Within fifteen days, you can apply.", None),
        ("en", "You can apply within 15 days.", "We can apply within 15 days.", "more"),
        ("eu", "Eskaera 15 eguneko epean egin.", "Hamasei eguneko epean egin eskaera.", "figure"),
        ("fr", "Vous pouvez demander l'aide.", "Vous ne pouvez pas demander l'aide.", "turned"),
    ],
)
def test_flaws(language: Language, line: str, said: str, flaw: str | None) -> None:
    assert Guard(lambda _: language).flaw(line, said, language) == flaw


def test_another_language_is_a_flaw() -> None:
    assert Guard(lambda text: "gl" if "Pode" in text else "es").flaw("Puede ir.", "Pode ir.", "es") in (
        "word",
        "language",
    )


def test_every_language_has_its_tables() -> None:
    guard = Guard(lambda _: "es")
    assert all(guard.flaw("INSS 3", "INSS 3", language) is None for language in LANGUAGES)
