"""The kind of figure a question wants, in six languages: phrases say it, or examples do."""

from functools import cache
from pathlib import Path

import pytest

from agents.understanding.question.aspects import AspectReader, build_aspect_reader
from agents.understanding.question.expected_answer import ExpectedAnswerModel, build_expected_answer_model
from knowledge.content.measures import Figure
from knowledge.languages import LANGUAGES
from tests.yaml_files import read_yaml
from tools.reading.folding import fold

CASES = read_yaml(Path(__file__).parent / "cases_figures.yaml")
LEAST = 20
"""Questions of each language."""


@cache
def readers() -> tuple[AspectReader, ExpectedAnswerModel]:
    return build_aspect_reader(), build_expected_answer_model()


@pytest.mark.parametrize(
    ("figure", "text"),
    [(figure, text) for figure, languages in CASES.items() for texts in languages.values() for text in texts],
)
def test_what_is_to_be_told_is_read(figure: Figure, text: str) -> None:
    phrases, examples = readers()
    measure = phrases.find_measure(fold(text))
    told = "time" if measure in ("months", "weeks", "days") else measure
    assert (told or examples.predict(fold(text)).figure) == figure


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_asked_in(language: str) -> None:
    assert sum(len(languages.get(language, ())) for languages in CASES.values()) >= LEAST
