"""A norm as it is held: articles, each with its wordings in time, whose paragraphs have addresses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256

from knowledge.content.law_places import anchor_of
from knowledge.law.paragraphs import Paragraph, cut_paragraphs

TABLE_CELLS = " | "
"""Between the cells of a row; the rows of a table are the lines of its block."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How an article reads from a day on. ``published`` and ``by``: the gazette's day and the norm that made it so.

    ``valid_from`` is None where the source does not say it. A block is a paragraph, or a table with a row a line.
    """

    valid_from: date | None
    published: date | None
    by: str
    blocks: tuple[str, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its blocks with their addresses and sentences."""
        return _cut(self.blocks)


@dataclass(frozen=True, slots=True)
class LawArticle:
    """An article, provision or annex. ``wordings`` in the order of their days; ``ends``: the first day without it.

    ``within``: the titles and chapters that it stands under.
    """

    key: str
    heading: str
    wordings: tuple[Wording, ...]
    anchor: str = ""
    """Of the official page, where the source says it or the number tells it."""
    ends: date | None = None
    within: tuple[str, ...] = ()

    def on(self, day: date) -> Wording | None:
        """The wording in force that day; None before the first one, and once it has ended."""
        if self.ends and self.ends <= day:
            return None
        begun = [one for one in self.wordings if one.valid_from is None or one.valid_from <= day]
        return begun[-1] if begun else None


@dataclass(frozen=True)
class NormText:
    """A norm in one version: ``version`` is the day of the last change that it contains.

    ``origin``: the form it came in; ``stamp`` and ``digest``: what the source says of its state, and of its bytes.
    """

    id: str
    title: str
    version: date
    articles: tuple[LawArticle, ...]
    origin: str = ""
    stamp: str = ""
    digest: str = ""

    @cached_property
    def by_key(self) -> Mapping[str, LawArticle]:
        """The articles by their keys."""
        return {article.key: article for article in self.articles}


@lru_cache(maxsize=4096)
def _cut(blocks: tuple[str, ...]) -> tuple[Paragraph, ...]:
    return cut_paragraphs(blocks)


def article_text(article: LawArticle, wording: Wording) -> str:
    """The article whole, heading first, a block a line: what citations point into."""
    return "\n".join((article.heading, *wording.blocks))


def start_of(paragraph: int, article: LawArticle, wording: Wording) -> int:
    """Where the paragraph with that place among the blocks begins in ``article_text``."""
    return sum(len(text) + 1 for text in (article.heading, *wording.blocks[:paragraph]))


def with_keys(articles: Sequence[LawArticle]) -> tuple[LawArticle, ...]:
    """The articles, the second with a number named ``-2``: a decree and the regulation it approves count apart.

    An article that its source gives no anchor has the one that its number tells. Provisions and annexes follow the
    last title without standing in it.
    """
    seen: dict[str, int] = {}
    named: list[LawArticle] = []
    for one in articles:
        seen[one.key] = seen.get(one.key, 0) + 1
        key = one.key if seen[one.key] == 1 else f"{one.key}-{seen[one.key]}"
        anchor = one.anchor or (anchor_of(key) if _in_figures(one.heading) else "")
        within = () if key.startswith(("d", "anexo")) else one.within
        named.append(replace(one, key=key, anchor=anchor, within=within))
    return tuple(named)


def _in_figures(heading: str) -> bool:
    """Whether the number is written in figures: the official page's anchors are made of the heading."""
    words = heading.split(maxsplit=2)
    return len(words) > 1 and words[1].rstrip(".").isdecimal()


def digest_of(text: str) -> str:
    """SHA-256 of words of the law, hexadecimal."""
    return sha256(text.encode()).hexdigest()
