"""The repository's own content, as the service would publish it."""

from datetime import date

import pytest

from knowledge.checks.check import check_content
from knowledge.content.corpus import load_corpus
from knowledge.languages import LANGUAGES
from tests.administrations import SEGURIDAD_SOCIAL

CONTENT = SEGURIDAD_SOCIAL


@pytest.fixture(params=[date(2026, 11, 25), date(2027, 1, 15)], ids=["this year", "next year"])
def published(request: pytest.FixtureRequest) -> date:
    day = request.param
    assert isinstance(day, date)
    return day


def test_the_content_has_no_error(published: date) -> None:
    assert [str(error) for error in check_content(CONTENT.folder, published).errors] == []


def test_every_need_is_explained_in_every_language(published: date) -> None:
    corpus = load_corpus(CONTENT, published)
    needs = {document.need for document in corpus.documents()}
    assert len(needs) >= 23
    assert all(corpus.languages(need) == LANGUAGES for need in needs)
    assert all(corpus.about(need, language, "what") for need in needs for language in LANGUAGES)


def test_nothing_is_left_to_fill_in(published: date) -> None:
    corpus = load_corpus(CONTENT, published)
    assert not [document.id for document in corpus.documents() if "{" in document.text]
