"""Questions about the rules of another day."""

from datetime import date

import pytest

from agents.understanding.as_of import build_as_of_reader
from tests.agents.builders import slot_values
from tools.folding import fold

TODAY = date(2026, 11, 25)
NEXT, PAST = date(2027, 1, 1), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("¿cuál será la edad de jubilación en 2027?", NEXT),
        ("la edad de jubilación de 2027", NEXT),
        ("¿cuánto era la pensión máxima en 2024?", PAST),
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
    ],
)
def test_the_day_is_read(text: str, day: date | None) -> None:
    assert build_as_of_reader().read(fold(text), {}, TODAY) == day


def test_a_date_counts_when_it_is_marked() -> None:
    slots = slot_values(date_past="2025-03-01")
    read = build_as_of_reader().read
    assert read(fold("¿qué edad, a fecha de 1 de marzo de 2025?"), slots, TODAY) == date(2025, 3, 1)
    assert read(fold("el 1 de marzo de 2025 pedí la pensión"), slots, TODAY) is None
