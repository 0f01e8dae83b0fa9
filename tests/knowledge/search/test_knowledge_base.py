"""The day changes: its corpus is there before it begins, and when it cannot be built the last one serves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from knowledge.added.add import AddRequest, add_documents
from knowledge.administration import load_administration
from knowledge.encoders.hashing import HashingEncoder
from knowledge.errors import ContentError, IndexNotReady
from knowledge.index.passage_index import PassageIndex
from knowledge.once import Once
from knowledge.search.knowledge_base import ADDED, KnowledgeBase
from tests.fakes.counting_encoder import CountingEncoder

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


def test_the_index_waits_for_a_search_or_for_whoever_prepares_the_day(tree: Path, day: date) -> None:
    encoder = CountingEncoder()
    knowledge_base = KnowledgeBase(load_administration(tree), encoder)
    assert knowledge_base.on(day).corpus.all_passages()
    assert encoder.asked == []
    assert len(knowledge_base.on(day).index) > 0
    passages = len(encoder.asked)
    assert passages > 0
    knowledge_base.prepare(day + TOMORROW)
    assert len(encoder.asked) > passages
    assert knowledge_base.on(day + TOMORROW).index_soon(0) is knowledge_base.on(day + TOMORROW).index


def test_questions_are_looked_up_in_added_documents_so_their_index_does_not_wait(
    tree: Path, day: date, tmp_path: Path
) -> None:
    note = tmp_path / "note.md"
    note.write_text("# Piscina\n\nLa piscina abre a las diez.\n", encoding="utf-8")
    add_documents(AddRequest([str(note)], "https://www.seg-social.es/"), tmp_path / ADDED)
    encoder = CountingEncoder()
    KnowledgeBase(load_administration(tree), encoder, tmp_path).on(day)
    assert any("piscina" in text for text in encoder.asked)


def test_a_search_is_told_when_another_thread_still_opens_the_index(knowledge_base: KnowledgeBase, day: date) -> None:
    begun, may_end = Event(), Event()

    def open_slowly() -> PassageIndex:
        begun.set()
        may_end.wait(10)
        return PassageIndex((), ())

    daily_index = replace(knowledge_base.on(day), opened=Once(open_slowly))
    opening = Thread(target=daily_index.opened)
    opening.start()
    begun.wait(10)
    with pytest.raises(IndexNotReady, match="2026-11-25"):
        daily_index.index_soon(0.01)
    may_end.set()
    opening.join()
    assert daily_index.index_soon(0.01) is daily_index.index
