"""Adding a need is adding its files: the steps of ``docs/authors.md``, on a copy of the content."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agents.understanding.learning import LearningSources, build_understander
from agents.understanding.needs.need_examples import all_examples
from knowledge.administration import load_administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.utterances import load_utterances
from knowledge.encoders.hashing import HashingEncoder
from knowledge.errors import ContentError
from knowledge.languages import LANGUAGES
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.understanding.conftest import few_lessons, few_outside

CONTENT = Path(__file__).parents[3] / "knowledge" / "administrations" / "seguridad_social"
KEPT = ("sovi", "jubilacion_ordinaria", "cita_inss", "cita_modificar")
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
ASKED = {
    "es": "farero faro linterna de la costa pensión del farero",
    "ca": "faroner far llanterna de la costa pensió del faroner",
    "gl": "fareiro faro lanterna da costa pensión do fareiro",
    "eu": "itsasargizain itsasargi kostako argia itsasargizainaren pentsioa",
    "en": "lighthouse keeper coast lantern lighthouse keeper pension",
    "fr": "gardien de phare lanterne de la côte pension du gardien de phare",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for need in KEPT:
        (tmp_path / "needs").mkdir(exist_ok=True)
        text = (CONTENT / "needs" / f"{need}.yaml").read_text(encoding="utf-8")
        lines = ["confusable: []" if line.startswith("confusable:") else line for line in text.splitlines()]
        (tmp_path / "needs" / f"{need}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        shutil.copytree(CONTENT / "utterances" / need, tmp_path / "utterances" / need)
    text = (CONTENT / "administration.yaml").read_text(encoding="utf-8").partition("own_case_need")[0]
    (tmp_path / "administration.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def add_lighthouse_keepers(content: Path) -> None:
    text = (content / "needs" / "sovi.yaml").read_text(encoding="utf-8")
    (content / "needs" / "fareros.yaml").write_text(text.replace("id: sovi", "id: fareros"), encoding="utf-8")


def test_the_files_missing_are_asked_for(content: Path) -> None:
    add_lighthouse_keepers(content)
    with pytest.raises(ContentError, match="fareros has no utterances in es"):
        load_utterances(load_administration(content), load_catalogue(load_administration(content)))


def test_the_new_need_is_understood_in_every_language_at_once(content: Path, tmp_path: Path) -> None:
    add_lighthouse_keepers(content)
    (content / "utterances" / "fareros").mkdir()
    for language, words in ASKED.items():
        said = [f"{words} {number}" for number in ("", "ya", "por favor", "hoy", "aquí", "siempre", "casa", "mar")]
        said += ["faros", "el faro", "los faros", "mi faro"] if language == "es" else []
        file = content / "utterances" / "fareros" / f"{language}.txt"
        file.write_text("[plain]\n" + "\n".join(said) + "\n", encoding="utf-8")
    catalogue = load_catalogue(load_administration(content))
    examples = few_outside(
        all_examples(SEGURIDAD_SOCIAL, catalogue, load_utterances(load_administration(content), catalogue))
    )
    with few_lessons():
        understander = build_understander(
            LearningSources(SEGURIDAD_SOCIAL, catalogue, examples, shipped.place_finder(), shipped.calendar()),
            HashingEncoder(),
            tmp_path / "models",
        )
    for language in LANGUAGES:
        assert understander.read_message(ASKED[language], prior=language, now=NOW).need == "fareros"
