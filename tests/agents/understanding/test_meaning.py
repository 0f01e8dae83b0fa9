"""What a turn means in its conversation, read by the understander as it is served."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from agents.understanding.shared.labels import SURE
from agents.understanding.understander import Understander
from agents.understanding.units.spoken import SaidBefore
from knowledge.languages import LANGUAGES, Language
from tests.yaml_files import read_yaml

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
HERE = Path(__file__).parent
TOPIC = "jubilacion_parcial"
AFTER = SaidBefore(beliefs={TOPIC: 0.7}, topic=TOPIC)
CASES = read_yaml(HERE / "cases_leaning.yaml")


@pytest.mark.parametrize(
    ("language", "text", "aspect", "other"),
    [(language, *case) for language in LANGUAGES for case in CASES["leaning"][language]],
)
def test_what_names_no_matter_leans(
    real: Understander, language: Language, text: str, aspect: str | None, other: bool
) -> None:
    reading = real.read_message(text, prior=language, now=NOW)
    assert (reading.leaning, reading.goes_on) == (True, False)
    assert reading.need is None or reading.confidence < SURE
    assert reading.leans > 0.5
    assert reading.aspect == aspect
    assert ("third_person" in reading.labels) == other


@pytest.mark.parametrize(
    ("language", "text"), [(language, case[0]) for language in LANGUAGES for case in CASES["leaning"][language]]
)
def test_what_names_no_matter_goes_on_with_the_need_on_the_table(
    real: Understander, language: Language, text: str
) -> None:
    reading = real.read_message(text, prior=language, now=NOW, before=AFTER)
    assert (reading.need, reading.goes_on, reading.out_of_scope) == (TOPIC, True, False)


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in LANGUAGES for text in CASES["standing"][language]]
)
def test_what_stands_by_itself_does_not_lean(real: Understander, language: Language, text: str) -> None:
    assert not real.read_message(text, prior=language, now=NOW).leaning
    assert not real.read_message(text, prior=language, now=NOW, before=AFTER).goes_on


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "qué tiempo hace hoy"), ("ca", "explica'm un acudit"), ("gl", "que tempo vai facer mañá?"),
        ("eu", "zer eguraldi egingo du bihar?"), ("en", "tell me a joke"), ("fr", "raconte-moi une blague"),
    ],
)  # fmt: skip
def test_what_lies_outside_lies_there_whatever_is_on_the_table(
    real: Understander, language: Language, text: str
) -> None:
    reading = real.read_message(text, prior=language, now=NOW, before=AFTER)
    assert (reading.need, reading.out_of_scope) == (None, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "vale, muchas gracias"), ("ca", "gràcies, això és tot"), ("gl", "non, grazas"),
        ("eu", "eskerrik asko, agur"), ("en", "thanks a lot, that's all I needed"), ("fr", "non merci, au revoir"),
    ],
)  # fmt: skip
def test_courtesies_ask_on_about_nothing(real: Understander, language: Language, text: str) -> None:
    assert not real.read_message(text, prior=language, now=NOW, before=AFTER).goes_on


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "¿tengo que darle algún papel al encargado?"),
        ("en", "what do I take along to the office?"),
        ("fr", "et je dois donner un papier à quelqu'un ?"),
    ],
)
def test_who_asks_on_about_papers_asks_for_no_person(real: Understander, language: Language, text: str) -> None:
    reading = real.read_message(text, prior=language, now=NOW)
    assert "leans" in reading.labels
    assert "person" not in reading.labels


def test_who_cannot_go_on_working_moves_no_appointment(real: Understander) -> None:
    assert (
        "change"
        not in real.read_message("I can't go on working as a roofer with this knee", prior="en", now=NOW).labels
    )
    assert "change" in real.read_message("I can't go on Tuesday, I have an appointment", prior="en", now=NOW).labels


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "¿y si me caso otra vez el año que viene?"),
        ("ca", "i si el meu germà viu a fora?"),
        ("gl", "e se o fago máis tarde?"),
        ("eu", "eta dirurik ez badaukat?"),
        ("en", "and if she never worked here?"),
        ("fr", "et s'il change d'avis ?"),
    ],
)
def test_how_probably_a_message_leans_is_told_beside_its_labels(
    real: Understander, language: Language, text: str
) -> None:
    assert real.read_message(text, prior=language, now=NOW).leans > 0.5
    assert real.read_message("quiero pedir la pensión de viudedad", prior="es", now=NOW).leans < 0.5


@pytest.mark.parametrize("text", ["hola", "qué tiempo hace hoy"])
def test_what_is_about_no_need_changes_nothing_of_what_is_believed(real: Understander, text: str) -> None:
    assert real.read_message(text, prior="es", now=NOW, before=AFTER).beliefs == AFTER.beliefs
