"""The rules of an easy-read article: short sentences, and easier than the article of its need."""

import re
from collections.abc import Iterable

from knowledge.checks.readability import lix, sentences
from knowledge.content.articles import Article
from knowledge.errors import ContentError

LONGEST_SENTENCE = 16
"""Words as a reader sees them, between spaces; a fact is one."""

_LETTER = re.compile(r"\w")


def check_short_sentences(article: Article) -> list[ContentError]:
    """Sentences too long for a slow reader."""
    return [
        ContentError(article.file, line.number, f"an easy-read sentence of {count} words; {LONGEST_SENTENCE} at most")
        for line in article.lines
        for sentence in sentences(line.prose)
        if (count := _length(sentence)) > LONGEST_SENTENCE
    ]


def check_easier(easy: Iterable[Article], articles: Iterable[Article]) -> list[ContentError]:
    """Easy-read articles no easier than the article of the same need and language."""
    levels = {(article.need, article.language): lix(article.prose, article.language) for article in articles}
    problems = []
    for article in easy:
        level, full = lix(article.prose, article.language), levels.get((article.need, article.language))
        if full is not None and level >= full:
            problem = f"reading level {level:.1f} (LIX); the full article has {full:.1f}"
            problems.append(ContentError(article.file, 1, problem))
    return problems


def _length(sentence: str) -> int:
    return sum(bool(_LETTER.search(word)) for word in sentence.split())
