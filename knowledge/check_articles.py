"""The rules of one article: figures only as facts, facts that exist and are in force, sentences that can be read."""

import re
from datetime import date

from knowledge.articles import FACT, Article, Line
from knowledge.errors import ContentError
from knowledge.facts import FactTable

LONGEST_SENTENCE = 35
"""Words."""

# a form or a proper name (MP-1, TA.1, S1, PUB042): capitals and digits in one word
_NAME = re.compile(r"\b[A-Z]{1,5}(?:[-.]?\d+)+(?:/\d+)?\b")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")


def check_references(article: Article, facts: FactTable) -> list[ContentError]:
    """Unknown facts, and digits written by hand."""
    problems = []
    for line in _lines(article):
        for fact_id in line.facts:
            if fact_id not in facts:
                problems.append(ContentError(article.file, line.number, f"unknown fact {fact_id!r}"))
        prose = _NAME.sub("", FACT.sub("", line.text))
        if _DIGIT.search(prose):
            shown = " ".join(word for word in prose.split() if _DIGIT.search(word))
            problems.append(ContentError(article.file, line.number, f"figure {shown!r} outside a fact"))
    return problems


def check_facts_in_force(articles: tuple[Article, ...], facts: FactTable, day: date) -> list[ContentError]:
    """Each sentence that is left out on the day, with the fact that blocks it."""
    return [
        ContentError(article.file, line.number, f"sentence left out: {fact_id} is {facts.state_on(fact_id, day)}")
        for article in articles
        for line in _lines(article)
        for fact_id in dict.fromkeys(line.facts)
        if fact_id in facts and facts.state_on(fact_id, day) != "in_force"
    ]


def check_prose(article: Article) -> list[ContentError]:
    """Sentences too long to be read at once."""
    return [
        ContentError(article.file, line.number, f"a sentence of {count} words; {LONGEST_SENTENCE} at most")
        for line in _lines(article)
        if (count := len(_WORD.findall(FACT.sub("x", line.text)))) > LONGEST_SENTENCE
    ]


def _lines(article: Article) -> list[Line]:
    return [line for section in article.sections for line in section.lines]
