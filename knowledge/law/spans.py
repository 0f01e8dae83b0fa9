"""Finds the words that a reference means in a norm that is held, and tells what became of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.cited import LawReference
from knowledge.law.norm import LawArticle, NormText, Wording, article_text, digest_of, start_of
from knowledge.law.paragraphs import Paragraph

SpanState = Literal["found", "unsealed", "changed", "moved", "no_place", "not_in_force"]
"""``changed``: other words stand there; ``moved``: the words stand elsewhere; ``no_place``: there is no such article,
paragraph or sentence; ``not_in_force``: the article does not read in any way that day."""


@dataclass(frozen=True, slots=True)
class FoundSpan:
    """The words at the place of a reference. ``article_text(article, wording)[start:end] == words``.

    ``elsewhere``: where the words that were read stand now, when they moved.
    """

    state: SpanState
    words: str = ""
    start: int = 0
    end: int = 0
    article: LawArticle | None = None
    wording: Wording | None = None
    elsewhere: str = ""


def find_span(reference: LawReference, norm: NormText, day: date) -> FoundSpan:
    """What stands at the place of the reference on that day; when it is not what was read, where that stands now."""
    found = span_at(reference, norm, day)
    return found if found.state in ("found", "unsealed") else _moved(reference, norm, day) or found


def span_at(reference: LawReference, norm: NormText, day: date) -> FoundSpan:
    """What stands at the place of the reference on that day, and whether it is what was read. Looks nowhere else."""
    article = norm.by_key.get(reference.article)
    wording = article.on(day) if article else None
    if article is None or wording is None:
        return FoundSpan("not_in_force" if article else "no_place")
    paragraph = next((one for one in wording.paragraphs if one.address == _address(reference, wording)), None)
    first, last = reference.span or (1, len(paragraph.pieces) if paragraph else 1)
    if paragraph is None or last > len(paragraph.pieces):
        return FoundSpan("no_place", article=article, wording=wording)
    start, end = paragraph.words(first, last)
    words, offset = paragraph.text[start:end], start_of(paragraph.place, article, wording)
    state: SpanState = "unsealed" if not reference.is_sealed else "changed"
    if digest_of(words) == reference.sha256:
        state = "found"
    return FoundSpan(state, words, offset + start, offset + end, article, wording)


def _address(reference: LawReference, wording: Wording) -> str:
    """Without a paragraph: the only one that the article has, or its first."""
    return reference.paragraph or next((one.address for one in wording.paragraphs), "")


def _moved(reference: LawReference, norm: NormText, day: date) -> FoundSpan | None:
    """Where the words that were read stand now: in the same article first. None when nowhere."""
    first, last = reference.span or (1, 0)
    length = last - first + 1 if reference.span else None
    articles = sorted(norm.articles, key=lambda article: article.key != reference.article)
    for article in articles if reference.is_sealed else ():
        wording = article.on(day)
        for paragraph in wording.paragraphs if wording else ():
            for place, words in _runs(paragraph, length):
                if digest_of(words) == reference.sha256:
                    return FoundSpan("moved", words, article=article, elsewhere=f"{article.key} {place}")
    return None


def _runs(paragraph: Paragraph, length: int | None) -> Iterator[tuple[str, str]]:
    """(place, words) of each run of so many sentences; of the whole paragraph when none is given."""
    size = length or len(paragraph.pieces)
    for first in range(1, len(paragraph.pieces) - size + 2):
        start, end = paragraph.words(first, first + size - 1)
        yield f"{paragraph.address}, sentence {first}" if length else paragraph.address, paragraph.text[start:end]


def document_of(found: FoundSpan) -> str:
    """The article that the words stand in."""
    assert found.article is not None
    assert found.wording is not None
    return article_text(found.article, found.wording)
