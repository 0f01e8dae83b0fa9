"""The part of the services that understanding, search and citations need."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from agents.answers.sums import Sums
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Likeness
from knowledge.citations import CitationArchive
from knowledge.content.needs import Catalogue
from knowledge.languages import Language
from tools.gaps.gaps import GapQuery
from tools.gaps.themes import Themes


class TextUnderstander(Protocol):
    """Understands one text without a conversation."""

    def read_message(self, text: str, *, prior: Language | None, now: datetime) -> Reading:
        """Return language, need, labels and slots of the text."""
        ...

    def explain(self, text: str, reading: Reading) -> Sequence[Likeness]:
        """Return the taught sentences between which the reading of that text is in doubt, if it is."""
        ...


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that a search found."""

    id: str
    score: float
    need: str | None
    language: Language
    text: str
    source_title: str
    source_url: str


class PassageSearch(Protocol):
    """Searches the official knowledge."""

    def search(self, query: str, *, language: Language | None, k: int) -> list[PassageHit]:
        """Return the best ``k`` passages, best first."""
        ...


class GapReports(Protocol):
    """Reports on questions that got no answer."""

    async def report(self, query: GapQuery) -> Themes:
        """Group the questions by theme, the most asked first. Raises ToolUnavailable."""
        ...


@dataclass(frozen=True, slots=True)
class KnowledgeServices:
    """Understanding, search, citations, facts, gaps and sums.

    ``fact`` renders a fact as of today, None when it does not hold. ``gaps_lost`` counts the gaps of this process that
    could not be stored.
    """

    reader: TextUnderstander
    searcher: PassageSearch
    catalogue: Catalogue
    citations: CitationArchive
    fact: Callable[[str | None, Language], str | None]
    gaps: GapReports
    sums: Sums
    gaps_lost: Callable[[], int] = field(default=lambda: 0)
