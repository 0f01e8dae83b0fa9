"""A broken or half-translated administration names file and line and does not start."""

import shutil
from pathlib import Path

import pytest

from agents.phrases.phrases import Phrases
from api.settings.settings import Settings
from api.wiring.models import build_models
from knowledge.administration import load_administration
from knowledge.checks.check import check_content
from knowledge.errors import ContentError
from tests.administrations import VILLA_EJEMPLO


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(VILLA_EJEMPLO, tmp_path / "villa")


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("administration.yaml", "languages: [es, ca]", "languages: [es, de]", "administration.yaml:4: languages.1"),
        (
            "administration.yaml",
            "languages: [es, ca]",
            "languages: [es, ca, gl]",
            "administration.yaml:3: name: missing",
        ),
        ("administration.yaml", "time_zone: Europe/Madrid", "time_zone: Moon", "administration.yaml:5: time_zone"),
        ("administration.yaml", "country: ES", "country: ES\ncolour: red", "administration.yaml:7: colour"),
        ("administration.yaml", "default_unit: At", "default_unit: Nobody at", "administration.yaml:12: default_unit"),
        ("administration.yaml", "id: villa_ejemplo", "id: [", "administration.yaml:"),
        ("administration.yaml", "cita_municipal", "cita", "administration.yaml:15: appointment_need"),
        ("needs/ibi.yaml", '  ca: "Impost de béns immobles (IBI)"\n', "", "needs/ibi.yaml:5: ibi: 'ca' must be text"),
        ("needs/ibi.yaml", "body: AYTO", "body: NASA", "needs/ibi.yaml:2: ibi: 'body' is 'NASA'"),
        ("needs/ibi.yaml", "unit: Rentas", "unit: Nadie", "needs/ibi.yaml:13: ibi: 'unit' is 'Nadie'"),
        ("needs/ibi.yaml", "group: town", "group: [", "needs/ibi.yaml:"),
        ("offices.yaml", "body: AYTO", "body: NASA", "offices.yaml:14: body"),
        (
            "norms.yaml",
            "villaejemplo.example/ordenanza?id=1",
            "boe.es/1",
            "norms.yaml:1: ordinance: https://www.boe.es/1",
        ),
        ("references/needs/ibi.yaml", "norm: tax", "norm: tux", "references/needs/ibi.yaml:3: how.1: unknown norm"),
    ],
)
def test_it_does_not_start(folder: Path, tmp_path: Path, file: str, old: str, new: str, told: str) -> None:
    spoil(folder, file, old, new)
    settings = Settings(
        _env_file=None, administration=str(folder), data_dir=tmp_path, encoder_model="hashing",
        needs_encoder_model="hashing",
    )  # fmt: skip
    with pytest.raises(ContentError) as raised:
        build_models(settings)
    assert str(raised.value).startswith(told)


def test_a_fact_without_a_source_is_an_error(folder: Path) -> None:
    spoil(folder, "facts/town.yaml", "source: waste_page", "source: hearsay")
    (error,) = check_content(folder).errors
    assert (error.file, error.line) == ("facts/town.yaml", 14)
    assert "hearsay" in error.problem


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("greeting = ", "greetings = ", "phrases/ca:1: the phrase 'greeting' is missing"),
        ("{ $body }", "ella", "phrases/ca:1: the phrase 'answer-other-body' uses"),
        ("body-ayto = ", "body-town = ", "phrases/ca:1: the phrase 'body-ayto' is missing"),
        ("page-body = ", "page-body: ", "phrases/ca/own.ftl:6: this is no phrase"),
    ],
)
def test_phrases_are_whole_in_every_language(folder: Path, old: str, new: str, told: str) -> None:
    spoil(folder, "phrases/ca/own.ftl", old, new)
    with pytest.raises(ContentError) as raised:
        Phrases(load_administration(folder))
    assert str(raised.value).startswith(told)


def test_a_kind_of_work_has_its_words_and_a_phrase_in_every_language(folder: Path) -> None:
    conditions = folder / "understanding" / "conditions.yaml"
    conditions.write_text("work:\n  market:\n    words: {es: [feriante], ca: [firaire]}\n", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        Phrases(load_administration(folder))
    assert str(raised.value).startswith("phrases/es:1: the phrase 'condition-work-market' is missing")
    conditions.write_text("work:\n  market:\n    word: {es: [feriante]}\n", encoding="utf-8")
    (error,) = check_content(folder).errors
    assert str(error).startswith("understanding/conditions.yaml:3: unknown key 'word'")


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="seguridad_social"):
        load_administration(str(tmp_path / "nowhere"))
