"""What an answer is cited with: the law's own words, or article and link; never our line again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.administration import load_administration
from knowledge.citations import quotes_exactly
from knowledge.encoders.hashing import HashingEncoder
from knowledge.law.sealing import seal
from knowledge.law.store import LawStore
from knowledge.law.taking_in import LawDesk
from knowledge.passages import NOT_HELD, Aspect, Citation
from knowledge.search.knowledge_base import KnowledgeBase
from tests.knowledge.law.conftest import content_of, write_references
from tests.law_example import AGE, MARKDOWN, NORM_ID, URL, VERSION, write_markdown

Make = Callable[[], LawDesk]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def sealed(cited_tree: Path, store: LawStore, desk: Make, tmp_path: Path, day: date) -> Path:
    """The norm is held, and the references are sealed."""
    desk().add([write_markdown(tmp_path / "texts")])
    content = content_of(cited_tree)
    seal(cited_tree, content.references, content.lines, store, day)
    return cited_tree


def cited(tree: Path, data: Path | None, day: date, aspect: Aspect = "requirements") -> tuple[Citation, ...]:
    """How a section of the need ``pension`` is cited in French; every quote stands in its document."""
    base = KnowledgeBase(load_administration(tree), HashingEncoder(), data)
    corpus = base.as_of("pension", day)
    passage = corpus.about("pension", "fr", aspect)
    assert passage is not None
    citations = base.cite(passage, passage.sentences, day)
    assert all(quotes_exactly(one, base.document_of(one, corpus).text) for one in citations)
    assert all(corpus.holds(one) for one in citations)
    return citations


def test_each_line_is_cited_with_the_words_of_the_law_that_say_it(sealed: Path, data: Path, day: date) -> None:
    age, amount = cited(sealed, data, day)
    assert (age.quote, age.quote_language, age.language) == (AGE, "es", "fr")
    assert [line.replace("\xa0", " ") for line in age.told] == ["L'âge est de 66 ans et 10 mois."]
    assert (age.source_title, age.source_url) == ("Ley 1/2020, de ejemplo, artículo 2.1.a)", f"{URL}#a2")
    assert age.place is not None
    assert (age.place.norm, age.place.article, age.place.version) == (NORM_ID, "artículo 2.1.a)", VERSION)
    assert amount.quote == "La pensión máxima es de 3.359,60 euros al mes."


def test_lines_of_the_same_span_share_its_citation(sealed: Path, data: Path, store: LawStore, day: date) -> None:
    same = "- {norm: example, article: 2bis, paragraph: p1}\n"
    write_references(sealed, f"requirements.1:\n{same}requirements.2:\n{same}")
    content = content_of(sealed)
    seal(sealed, content.references, content.lines, store, day)
    [both] = cited(sealed, data, day)
    assert len(both.told) == 2


def test_what_is_not_held_is_cited_with_article_and_link(cited_tree: Path, data: Path, day: date) -> None:
    for folder in (data, None):
        age, _ = cited(cited_tree, folder, day)
        assert (age.quote, age.document_sha256, age.quote_language) == ("", NOT_HELD.sha256, None)
        assert (age.source_title, age.source_url) == ("Ley 1/2020, de ejemplo, artículo 2.1.a)", f"{URL}#a2")
        assert age.place is not None
        assert (age.place.article, age.place.version) == ("artículo 2.1.a)", None)
        assert age.told


def test_words_that_are_no_longer_those_that_were_read_are_not_quoted(
    sealed: Path, data: Path, desk: Make, tmp_path: Path, day: date
) -> None:
    later = MARKDOWN.replace(str(VERSION), "2026-10-01").replace("y diez meses, o", "y once meses, o")
    desk().add([write_markdown(tmp_path / "texts", later)])
    age, amount = cited(sealed, data, day)
    assert (age.quote, age.source_url) == ("", f"{URL}#a2")
    assert amount.quote


def test_a_damaged_text_is_not_quoted_and_told_to_the_operators(
    sealed: Path, data: Path, store: LawStore, day: date, caplog: pytest.LogCaptureFixture
) -> None:
    [held] = store.versions(NORM_ID)
    held.file.write_text("{}")
    age, _ = cited(sealed, data, day)
    assert age.quote == ""
    assert f"the text of {NORM_ID} cannot be quoted" in caplog.text


def test_a_line_that_changed_is_cited_by_the_source_of_its_figure(
    sealed: Path, data: Path, day: date, spoil: Callable[[str, str, str], Path]
) -> None:
    spoil("articles/pension/es.md", "La edad es de", "La edad normal es de")
    age, _ = cited(sealed, data, day)
    assert (age.quote, age.place, age.source_title) == ("", None, "Ley General")
    assert age.retrieved == date(2026, 11, 24)


def test_a_page_that_says_a_line_is_named_with_the_day_it_was_read(sealed: Path, data: Path, day: date) -> None:
    write_references(sealed, "how.1:\n- {source: law}\n")
    [page] = cited(sealed, data, day, "how")
    assert (page.quote, page.place, page.source_title, page.retrieved) == ("", None, "Ley General", date(2026, 11, 24))


def test_a_figure_brings_its_own_span(sealed: Path, data: Path, store: LawStore, day: date) -> None:
    (sealed / "references" / "facts" / "ages.yaml").write_text(
        "pension.age:\n- {norm: example, article: 2bis, paragraph: p2, span: 2, since: 2026-01-01}\n"
    )
    content = content_of(sealed)
    seal(sealed, content.references, content.lines, store, day)
    assert [one.quote for one in cited(sealed, data, day)][:2] == [AGE, "2026 | 66 años y 10 meses"]


def test_ids_are_the_same_for_the_same_words_and_change_with_them(
    sealed: Path, cited_tree: Path, data: Path, day: date
) -> None:
    assert cited(sealed, data, day) == cited(sealed, data, day)
    held = {one.id for one in cited(sealed, data, day)}
    assert held.isdisjoint(one.id for one in cited(cited_tree, None, day))
