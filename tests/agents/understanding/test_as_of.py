"""Questions about the rules of another day."""

from datetime import date

import pytest

from agents.understanding.question.as_of import build_as_of_reader
from tests.agents.builders import slot_values
from tools.reading.folding import fold

TODAY = date(2026, 11, 25)
NEXT, PAST = date(2027, 1, 1), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("¿cuál será la edad de jubilación en 2027?", NEXT),
        ("la edad de jubilación de 2027", NEXT),
        ("¿cuánto era la pensión máxima en 2024?", PAST),
        ("¿cuánto era el ingreso mínimo vital para una persona en 2024?", PAST),
        ("¿qué edad de jubilación había el año pasado?", date(2025, 12, 31)),
        ("quina serà l'edat de jubilació el 2027?", NEXT),
        ("cal será a idade de xubilación en 2027?", NEXT),
        ("zein izango da erretiro-adina 2027an?", NEXT),
        ("what will the retirement age be next year?", NEXT),
        ("quel sera l'âge de la retraite en 2027 ?", NEXT),
        ("¿cuál es la edad de jubilación?", None),
        ("¿cuánto es la pensión máxima en 2026?", None),
        ("trabajé en 2010 en Francia, ¿cuánto me corresponde?", None),
        ("mi hijo nació en 2024, ¿cuánto cobro?", None),
        ("el año que viene cumplo 65", None),
        ("me operaron en 2024", None),
        ("en 2024, ¿cuánto era la pensión mínima?", PAST),
        ("¿y en 2027 cuántos años pedirán?", NEXT),
        ("quin era el salari mínim l'any 2024?", PAST),
        ("quina edat demanaran l'any que ve?", NEXT),
        ("canto era a pensión mínima en 2024?", PAST),
        ("2027an zein izango da erretiro-adina?", NEXT),
        ("zenbat zen gutxieneko pentsioa 2024an?", PAST),
        ("how much was the minimum pension in 2024?", PAST),
        ("combien était la pension minimale en 2024 ?", PAST),
        ("quel sera l'âge l'an prochain ?", NEXT),
    ],
)
def test_the_day_is_read(text: str, day: date | None) -> None:
    assert build_as_of_reader().parse_as_of(fold(text), {}, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "Era minero en 1965, ¿a qué edad me puedo jubilar?",
        "cobraba el paro en 2019, ¿qué base me cuenta?",
        "¿qué edad me exigen si nací en 1962?",
        "tengo una incapacidad desde 2009, ¿cuánto me corresponde?",
        "Era miner el 1965, a quina edat em puc jubilar?",
        "quina edat m'exigeixen si vaig néixer el 1962?",
        "Era mineiro en 1965, a que idade me podo xubilar?",
        "que idade me esixen se nacín en 1962?",
        "Meatzaria nintzen 1965ean, zein adinetan erretira naiteke?",
        "2015etik kobratzen dut ezintasuna, zein da zenbatekoa?",
        "I was a miner in 1965, at what age can I retire?",
        "what age can I retire at if I was born in 1962?",
        "J'étais mineur en 1965, à quel âge puis-je partir ?",
        "quel âge me demande-t-on si je suis né en 1962 ?",
    ],
)
def test_a_year_of_ones_own_life_is_no_day_to_answer_for(text: str) -> None:
    assert build_as_of_reader().parse_as_of(fold(text), {}, TODAY) is None


def test_a_date_counts_when_it_is_marked() -> None:
    slots = slot_values(date_past="2025-03-01")
    read = build_as_of_reader().parse_as_of
    assert read(fold("¿qué edad, a fecha de 1 de marzo de 2025?"), slots, TODAY) == date(2025, 3, 1)
    assert read(fold("el 1 de marzo de 2025 pedí la pensión"), slots, TODAY) is None
