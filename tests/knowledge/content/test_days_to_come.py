"""What is told on days whose figures are not published yet: every need and section, in every language."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from knowledge.checks.on_day import sections_on
from knowledge.content.articles import EASY, Article, read_articles
from knowledge.content.corpus import Corpus, load_corpus
from knowledge.content.facts import FactTable, load_facts
from knowledge.passages import Passage
from tests.administrations import SEGURIDAD_SOCIAL

DAYS = (date(2027, 1, 1), date(2027, 2, 15), date(2028, 1, 1))
THIS_YEAR = {
    "es": "este año", "ca": "enguany", "gl": "este ano", "eu": "aurten", "en": "this year", "fr": "cette année",
}  # fmt: skip


@pytest.fixture(scope="module")
def facts() -> FactTable:
    return load_facts(SEGURIDAD_SOCIAL)


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    return (*read_articles(SEGURIDAD_SOCIAL)[0], *read_articles(SEGURIDAD_SOCIAL, EASY)[0])


@pytest.fixture(scope="module", params=DAYS, ids=str)
def corpus(request: pytest.FixtureRequest) -> Corpus:
    return load_corpus(SEGURIDAD_SOCIAL, request.param)


def passages_of(article: Article, corpus: Corpus) -> dict[str, Passage]:
    told = corpus.easy if article.is_easy else corpus.passages
    return {passage.aspect: passage for passage in told(article.need, article.language)}


def each_section(articles: tuple[Article, ...], corpus: Corpus) -> Iterator[tuple[str, int, Passage | None]]:
    for article in articles:
        passages = passages_of(article, corpus)
        for section in article.sections:
            yield f"{article.file}:{section.number}", len(section.lines), passages.get(section.aspect)


def test_no_section_is_empty_and_none_has_lost_a_figure(articles: tuple[Article, ...], corpus: Corpus) -> None:
    sections = list(each_section(articles, corpus))
    assert len({place for place, _, _ in sections}) > 6000
    lost = [place for place, _, passage in sections if passage is None or passage.withheld]
    assert lost == []
    assert [place for place, _, passage in sections if passage and passage.sentences[0].place != 1] == []


def test_every_line_with_a_figure_of_a_past_year_says_so(
    articles: tuple[Article, ...], corpus: Corpus, facts: FactTable
) -> None:
    stale = 0
    for article in articles:
        passages = passages_of(article, corpus)
        for section in article.sections:
            for sentence in passages[section.aspect].sentences:
                states = {facts.state_on(one, corpus.day) for one in sentence.facts}
                assert states <= {"in_force", "last_published"}, sentence.text
                assert (sentence.last_of is not None) == ("last_published" in states), sentence.text
                if sentence.last_of:
                    stale += 1
                    assert str(sentence.last_of) in sentence.text
                    assert sentence.validity.holds_on(corpus.day)
                    assert THIS_YEAR[article.language] not in sentence.text.lower()
    assert stale > 600


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_first_line_falls_away(articles: tuple[Article, ...], facts: FactTable, day: date) -> None:
    assert [str(section) for section in sections_on(articles, facts, day) if section.fails] == []


def test_what_the_law_says_of_the_years_to_come_is_told(facts: FactTable) -> None:
    rates = {year: facts.value_on("self_employed.rate_mei", date(year, 1, 1)) for year in (2026, 2027, 2028, 2029)}
    assert rates == {2026: Decimal("0.9"), 2027: Decimal(1), 2028: Decimal("1.1"), 2029: Decimal("1.2")}
    assert facts.value_on("self_employed.total_rate", date(2027, 1, 1)) == Decimal("31.6")


@pytest.mark.parametrize(
    ("year", "best", "window", "divisor"),
    [(2027, 304, 308, "354.67"), (2028, 306, 312, "357"), (2037, 324, 348, "378")],
)
def test_the_base_of_the_years_to_come_is_told(
    facts: FactTable, year: int, best: int, window: int, divisor: str
) -> None:
    day = date(year, 1, 1)
    assert facts.value_on("retirement.base_best_months", day) == best
    assert facts.value_on("retirement.base_window_months", day) == window
    assert facts.value_on("retirement.base_divisor", day) == Decimal(divisor)
