"""The day changes: its corpus is there before it begins, and when it cannot be built the last one serves."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from knowledge.administration import load_administration
from knowledge.encoders.hashing import HashingEncoder
from knowledge.errors import ContentError
from knowledge.search.knowledge_base import KnowledgeBase

ARTICLE = "articles/pension/es.md"
TOMORROW = timedelta(days=1)
Spoil = Callable[[str, str, str], Path]


@pytest.fixture
def knowledge_base(tree: Path, encoder: HashingEncoder) -> KnowledgeBase:
    return KnowledgeBase(load_administration(tree), encoder)


def test_a_day_is_prepared_beside_the_one_in_use(knowledge_base: KnowledgeBase, day: date, spoil: Spoil) -> None:
    today = knowledge_base.on(day)
    knowledge_base.prepare(day + TOMORROW)
    spoil(ARTICLE, "{fact:pension.age}", "{fact:nothing}")  # whatever is built from now on fails
    assert knowledge_base.on(day) is today
    assert knowledge_base.on(day + TOMORROW).day == day + TOMORROW


def test_a_library_that_cannot_be_built_is_told_once_and_the_last_one_serves(
    knowledge_base: KnowledgeBase, day: date, spoil: Spoil, caplog: pytest.LogCaptureFixture
) -> None:
    today = knowledge_base.on(day)
    spoil(ARTICLE, "{fact:pension.age}", "{fact:nothing}")
    assert [knowledge_base.on(day + TOMORROW) for _ in range(2)] == [today, today]
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "2026-11-26 cannot be built, that of 2026-11-25 is used" in caplog.text


def test_once_mended_it_is_built_again_by_whoever_prepares_it(
    knowledge_base: KnowledgeBase, day: date, spoil: Spoil
) -> None:
    knowledge_base.on(day)
    spoil(ARTICLE, "{fact:pension.age}", "{fact:nothing}")
    knowledge_base.on(day + TOMORROW)
    with pytest.raises(ContentError):
        knowledge_base.prepare(day + TOMORROW)
    spoil(ARTICLE, "{fact:nothing}", "{fact:pension.age}")
    knowledge_base.prepare(day + TOMORROW)
    assert knowledge_base.on(day + TOMORROW).day == day + TOMORROW


def test_without_any_library_there_is_no_service(knowledge_base: KnowledgeBase, day: date, spoil: Spoil) -> None:
    spoil(ARTICLE, "{fact:pension.age}", "{fact:nothing}")
    with pytest.raises(ContentError):
        knowledge_base.on(day)
