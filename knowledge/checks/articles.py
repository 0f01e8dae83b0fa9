"""The rules of one article: figures and links only as facts, facts that exist and are in force, prose to be read."""

import re
from collections.abc import Collection
from datetime import date

from knowledge.checks.readability import HARDEST, lix
from knowledge.content.articles import FACT, Article, ArticleLine
from knowledge.content.facts import FactTable, State
from knowledge.errors import ContentError

LONGEST_SENTENCE = 35
"""Words."""
LONGEST_SECTION = 320
"""Words; a section is one passage, quoted as a whole."""

# a form or a proper name (MP-1, TA.1, S1, PUB042): capitals and digits in one word
_NAME = re.compile(r"\b[A-Z]{1,5}(?:[-.]?\d+)+(?:/\d+)?\b")
_LINK = re.compile(r"(?:https?:|\bwww\.)\S*", re.IGNORECASE)
_NOT_MISSED: tuple[State, ...] = ("in_force", "last_published", "lapsed")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")


def check_references(article: Article, facts: Collection[str]) -> list[ContentError]:
    """Unknown facts, and digits and links written by hand."""
    problems = []
    for line in article.lines:
        for fact_id in line.facts:
            if fact_id not in facts:
                problems.append(ContentError(article.file, line.number, f"unknown fact {fact_id!r}"))
        if link := _LINK.search(FACT.sub("", line.text)):
            problems.append(ContentError(article.file, line.number, f"link {link[0]!r} outside a fact"))
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
        for line in article.lines
        for fact_id in dict.fromkeys(line.facts)
        if fact_id in facts and facts.state_on(fact_id, day) not in _NOT_MISSED
    ]


def check_prose(article: Article) -> list[ContentError]:
    """Sentences too long to be read at once."""
    return [
        ContentError(article.file, line.number, f"a sentence of {count} words; {LONGEST_SENTENCE} at most")
        for line in article.lines
        if (count := _count(line)) > LONGEST_SENTENCE
    ]


def check_length(article: Article) -> list[ContentError]:
    """Sections too long to be one answer."""
    return [
        ContentError(article.file, section.number, f"a section of {count} words; {LONGEST_SECTION} at most")
        for section in article.sections
        if (count := sum(_count(line) for line in section.lines)) > LONGEST_SECTION
    ]


def check_reading_level(article: Article) -> list[ContentError]:
    """An article harder to read than its language's limit."""
    level, hardest = lix(article.prose, article.language), HARDEST[article.language]
    problem = f"reading level {level:.1f} (LIX); {hardest} at most"
    return [ContentError(article.file, 1, problem)] if level > hardest else []


def _count(line: ArticleLine) -> int:
    return len(_WORD.findall(line.prose))
