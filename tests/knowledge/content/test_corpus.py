from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.administration import load_administration
from knowledge.citations import quotes_exactly
from knowledge.content.articles import Article, parse_article
from knowledge.content.corpus import Corpus, load_corpus, quote_itself
from knowledge.content.fact_values import YearsMonths
from knowledge.content.facts import Fact, FactTable, Period
from knowledge.content.needs import Need, Policy
from knowledge.content.rendering import Content, digest, render_article
from knowledge.content.sources import OfficialSource
from knowledge.content.yaml_entries import Problems
from knowledge.errors import CitationNotFound, ContentError
from knowledge.languages import LANGUAGES
from knowledge.passages import Validity


def test_every_passage_and_sentence_is_an_exact_span(tree: Path, day: date) -> None:
    corpus = load_corpus(load_administration(tree), day)
    assert len(corpus.documents()) == 18  # two needs in six languages, and one of them in easy reading
    for passage in corpus.all_passages():
        document = corpus.document(passage.document_id)
        assert document.text[passage.start : passage.end] == passage.text
        assert passage.sha256 == digest(passage.text)
        assert all(document.text[one.start : one.end] == one.text for one in passage.sentences)


def test_figures_are_filled_in_and_bullets_kept(tree: Path, day: date) -> None:
    passage = load_corpus(load_administration(tree), day).about("pension", "es", "requirements")
    assert passage is not None
    assert (
        passage.text.replace("\xa0", " ") == "La edad es de 66 años y 10 meses.\n- La pensión máxima es de 3.359,60 €."
    )


def test_a_basque_suffix_follows_the_figure(tree: Path, day: date) -> None:
    passage = load_corpus(load_administration(tree), day).about("pension", "eu", "requirements")
    assert passage is not None
    assert passage.text.startswith("Adina 66 urte eta 10 hilabetekoa da.")


def test_a_passage_is_valid_while_all_its_facts_are(tree: Path, day: date) -> None:
    corpus = load_corpus(load_administration(tree), day)
    what, requirements = corpus.about("pension", "es", "what"), corpus.about("pension", "es", "requirements")
    assert what is not None
    assert requirements is not None
    assert what.validity == Validity(None, None)
    assert requirements.validity == Validity(date(2026, 1, 1), date(2026, 12, 31))


def test_a_sentence_whose_fact_expired_is_left_out(tree: Path) -> None:
    passage = load_corpus(load_administration(tree), date(2027, 2, 1)).about("pension", "es", "requirements")
    assert passage is not None
    assert passage.text == "La edad es de 67 años."


def test_a_section_with_nothing_in_force_is_left_out(tree: Path) -> None:
    corpus = load_corpus(load_administration(tree), date(2025, 6, 1))
    assert [passage.aspect for passage in corpus.passages("pension", "es")] == ["what"]


def test_ids_are_the_same_on_every_load_and_change_with_the_words(
    tree: Path, day: date, spoil: Callable[[str, str, str], Path]
) -> None:
    before = [passage.id for passage in load_corpus(load_administration(tree), day).all_passages()]
    assert before == [passage.id for passage in load_corpus(load_administration(tree), day).all_passages()]
    spoil("articles/pension/es.md", "Es una pensión mensual.", "Es una pensión de cada mes.")
    after = [passage.id for passage in load_corpus(load_administration(tree), day).all_passages()]
    assert len(set(before) - set(after)) == 1


def test_a_citation_of_some_sentences_quotes_only_those(tree: Path, day: date) -> None:
    corpus = load_corpus(load_administration(tree), day)
    passage = corpus.about("pension", "es", "requirements")
    assert passage is not None
    citation = quote_itself(passage, passage.sentences[1:])
    assert citation.quote == passage.sentences[1].text
    assert citation.source_url.startswith("https://www.boe.es")
    assert quotes_exactly(citation, corpus.document(passage.document_id).text)
    assert citation.id != quote_itself(passage).id


def test_unknown_ids_are_not_found(tree: Path, day: date) -> None:
    corpus = load_corpus(load_administration(tree), day)
    with pytest.raises(CitationNotFound):
        corpus.passage("p_nothing")
    with pytest.raises(CitationNotFound):
        corpus.document("nothing/es")
    assert corpus.languages("pension") == LANGUAGES
    assert corpus.passages("nothing", "es") == ()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("articles/pension/es.md", "{fact:pension.age}", "{fact:pension.agge}"), "unknown fact"),
        (("articles/pension/es.md", "{fact:pension.age}", "{fact: pension.age}"), "braces"),
        (("articles/pension/es.md", "## how", "## what"), "in order"),
        (("articles/pension/es.md", "## how", "## whatever"), "heading"),
        (("articles/pension/es.md", "need: pension", "need: widow"), "the path says"),
        (("needs/pension.yaml", "what: [law]", "what: [lawless]"), "unknown source"),
        (("sources.yaml", "www.boe.es", "www.boe.example"), "official site"),
    ],
)
def test_wrong_content_is_not_served(
    spoil: Callable[[str, str, str], Path], day: date, change: tuple[str, str, str], problem: str
) -> None:
    root = spoil(*change)
    with pytest.raises(ContentError, match=problem):
        load_corpus(load_administration(root), day)


PIECES = st.lists(
    st.sampled_from(
        ["{fact:pension.age}", "{fact:pension.minimum}", "palabra", "- ", "¿qué?", "ko", "{", "}", "\u2028", "é"]
    ),
    min_size=1,
    max_size=6,
)


@given(st.lists(st.one_of(PIECES.map("".join), st.text(max_size=40)), max_size=8), st.dates(date(2024, 1, 1)))
def test_whatever_an_article_says_its_citations_quote_it_exactly(lines: list[str], on: date) -> None:
    corpus = _rendered("\n".join(["---", "need: pension", "language: eu", "title: t", "---", "## what", *lines]), on)
    for passage in corpus.all_passages():
        text = corpus.document(passage.document_id).text
        assert "{fact:" not in text
        for chosen in (None, passage.sentences[:1], passage.sentences[-1:]):
            assert quotes_exactly(quote_itself(passage, chosen), text)


def _rendered(text: str, on: date) -> Corpus:
    problems = Problems()
    article: Article = parse_article(text, "a.md", ("pension", "eu"), problems)
    if problems.found:
        return Corpus(on, ())
    return Corpus(on, [render_article(article, _content(on))])


def _content(on: date) -> Content:
    year = Validity(date(2026, 1, 1), date(2026, 12, 31))
    facts = FactTable(
        {
            "pension.age": Fact("pension.age", "age", (Period(YearsMonths(66, 10), year, "law", on),), "f", 1),
            "pension.minimum": Fact("pension.minimum", "money", (Period(Decimal(80), year, "law", on),), "f", 2),
        }
    )
    policy = Policy("answer", "none", "none", (), None, "INSS", "https://www.boe.es", ())
    need = Need("pension", "INSS", "g", {}, policy, (), {"what": ("law",)})
    return Content(facts, {"law": OfficialSource("law", "Law", "https://www.boe.es", on)}, {"pension": need}, on)
