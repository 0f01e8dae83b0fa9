"""What a turn means in its conversation, read by the understander with the real encoder over five needs."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from agents.understanding.examples import all_examples
from agents.understanding.understander import Understander, build_understander
from knowledge.catalogue_files import load_catalogue
from knowledge.encoder_onnx import OnnxEncoder
from knowledge.languages import LANGUAGES, Language
from knowledge.utterances import load_utterances
from knowledge.weights.store import ModelStore
from tools.places import build_places

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
HERE = Path(__file__).parent
ROOT = HERE.parents[2]
CASES = yaml.safe_load((HERE / "cases_leaning.yaml").read_text(encoding="utf-8"))
NEEDS = ("paro", "tse", "vida_laboral", "viudedad", "cita_inss")
STYLES = ("plain", "short")
TWO: list[tuple[Language, str, str, str]] = [
    ("es", "quiero saber lo del paro y además pedir la tarjeta europea", "paro", "tse"),
    ("es", "necesito la vida laboral. Y otra cosa: ¿cómo se cobra la viudedad?", "vida_laboral", "viudedad"),
    ("ca", "vull cobrar l'atur i també demanar la targeta europea", "paro", "tse"),
    ("gl", "quero saber o do paro e ademais pedir a tarxeta europea", "paro", "tse"),
    ("eu", "vida laboral eta hitzordua behar ditut", "vida_laboral", "cita_inss"),
    ("en", "I need my work history and also the European health card", "vida_laboral", "tse"),
    ("fr", "je veux ma carte européenne et aussi savoir pour le chômage", "tse", "paro"),
]


@pytest.fixture(scope="module")
def understander(tmp_path_factory: pytest.TempPathFactory) -> Understander:
    root = ROOT / "knowledge"
    whole = load_catalogue(root)
    catalogue = {name: whole[name] for name in NEEDS}
    said = load_utterances(root, whole)
    taught = tuple(one for one in said if one.need in NEEDS and one.style in STYLES and one.number < 12)
    encoder = OnnxEncoder(ModelStore(ROOT / "var" / "models").path("multilingual-e5-small"))
    return build_understander(
        catalogue, all_examples(catalogue, taught), encoder, build_places(), tmp_path_factory.mktemp("m")
    )


@pytest.mark.parametrize(
    ("language", "text", "aspect", "other"),
    [(language, *case) for language in LANGUAGES for case in CASES["leaning"][language]],
)
def test_what_names_no_matter_leans(
    understander: Understander, language: Language, text: str, aspect: str | None, other: bool
) -> None:
    reading = understander.read(text, prior=language, now=NOW)
    assert (reading.leaning, reading.need, reading.out_of_scope) == (True, None, False)
    assert reading.aspect == aspect
    assert ("third_person" in reading.labels) == other


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in LANGUAGES for text in CASES["standing"][language]]
)
def test_what_stands_by_itself_does_not_lean(understander: Understander, language: Language, text: str) -> None:
    assert not understander.read(text, prior=language, now=NOW).leaning


@pytest.mark.parametrize(("language", "text", "first", "second"), TWO)
def test_two_needs_of_one_message_are_named(
    understander: Understander, language: Language, text: str, first: str, second: str
) -> None:
    reading = understander.read(text, prior=language, now=NOW)
    assert (reading.need, reading.further) == (first, (second,))


def test_the_acts_of_the_second_clause_are_not_the_first_ones(understander: Understander) -> None:
    reading = understander.read("quiero saber lo del paro y además pedir cita para la viudedad", prior="es", now=NOW)
    assert (reading.need, reading.further) == ("paro", ("viudedad",))
    assert "book" not in reading.labels
