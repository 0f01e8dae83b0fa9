"""Sentences said twice: within one article, and in two articles with figures that differ."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from knowledge.content.articles import FACT, Article, ArticleLine
from knowledge.content.fact_values import Value
from knowledge.content.facts import FactTable
from knowledge.errors import ContentError
from knowledge.languages import Language
from knowledge.words.stemming import words

SHORTEST_TEMPLATE = 8
"""Words beside the facts; shorter sentences ("Call {fact}.") are alike by chance."""


def check_repeats(article: Article) -> list[ContentError]:
    """The same sentence twice in one article."""
    first: dict[str, int] = {}
    problems = []
    for line in article.lines:
        number = first.setdefault(line.sentence, line.number)
        if number != line.number:
            problems.append(ContentError(article.file, line.number, f"the sentence of line {number} again"))
    return problems


def check_contradictions(articles: Iterable[Article], facts: FactTable, day: date) -> list[ContentError]:
    """The same words in two articles of one language, with figures that differ on the day."""
    return [
        ContentError(article.file, line.number, f"the sentence of {said.file}:{other.number} with other figures")
        for alike in _by_template(articles, facts).values()
        for (said, other), (article, line) in _differing(alike, facts, day)
    ]


_Place = tuple[Article, ArticleLine]


def _by_template(articles: Iterable[Article], facts: FactTable) -> dict[tuple[Language, str], list[_Place]]:
    alike: dict[tuple[Language, str], list[_Place]] = defaultdict(list)
    for article in articles:
        for line in article.lines:
            if len(words(FACT.sub("", line.text))) >= SHORTEST_TEMPLATE and _states_figures(line, facts):
                alike[article.language, FACT.sub("{}", line.sentence)].append((article, line))
    return alike


def _states_figures(line: ArticleLine, facts: FactTable) -> bool:
    """Links are no figures: two procedures rightly begin on two pages."""
    return any(fact_id in facts and facts[fact_id].unit != "url" for fact_id in line.facts)


def _differing(alike: list[_Place], facts: FactTable, day: date) -> Iterator[tuple[_Place, _Place]]:
    first = alike[0]
    for place in alike[1:]:
        if _figures(place[1], facts, day) != _figures(first[1], facts, day):
            yield first, place


def _figures(line: ArticleLine, facts: FactTable, day: date) -> list[Value | None]:
    return [facts.value_on(fact_id, day) for fact_id in line.facts if fact_id in facts and facts[fact_id].unit != "url"]
