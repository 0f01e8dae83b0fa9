"""The matter named instead of the one that is denied, beside the days and towns of the same message."""

import pytest

from agents.understanding.appointments.steps import LastAsked
from agents.understanding.understander import Understander
from knowledge.languages import Language
from tests.agents.understanding.test_when_as_they_say_it import NOW

NAMED: list[tuple[Language, str, str | None]] = [
    ("eu", "ez dot temporala nai!! ALARGUNTZA PENTSIOA. 12:15 ondo dau", "viudedad"),
    ("ca", "part? no no, es per a la viudetat. i no abans del 10 que estic a ca ma germana", "viudedad"),
    ("fr", "Mais non, c'est pour la pension de retraite, pas le S1. Et à Alicante plutôt.", "jubilacion_ordinaria"),
    ("gl", "non, é para a viuvez, e mellor en Vigo", "viudedad"),
    ("en", "no, it's for retirement, and on Thursday", "jubilacion_ordinaria"),
    ("es", "no, es para la orfandad, y en Cádiz", "orfandad"),
    ("es", "no, el martes no puedo que tengo médico", None),
    ("ca", "no, per la tarda millor, que al matí treballo", None),
    ("es", "no, en Cádiz no, mejor en Jerez, que vivo allí con mi madre", None),
]


@pytest.mark.parametrize(("language", "text", "need"), NAMED)
def test_the_matter_that_is_affirmed_is_found(
    real: Understander, language: Language, text: str, need: str | None
) -> None:
    reading = real.read_message(text, prior=language, now=NOW, asked=LastAsked("option"))
    assert reading.words.matter == need


def test_outside_an_appointment_nothing_is_corrected(real: Understander) -> None:
    assert real.read_message("no, es para la orfandad", prior="es", now=NOW).words.matter is None
