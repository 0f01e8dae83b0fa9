"""How people are served, by matter, and what agents put right: for supervisors and for those who teach the service."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Protocol

from knowledge.languages import Language
from tools.feedback.feedback import FeedbackQuery


@dataclass(frozen=True, slots=True)
class MatterFigures:
    """Of the contacts about a need in a language; ``need``: None where none is known.

    ``outcomes``: how agents closed them, by disposition. ``wait``: the median of the ``waits`` until an agent took
    them, None where none did. ``rating``: the mean of ``ratings``. ``corrected``: contacts that were first taken to be
    about it, and that an agent said are about something else.
    """

    need: str | None
    language: Language
    contacts: int = 0
    handed_over: int = 0
    outcomes: Mapping[str, int] = field(default_factory=dict)
    waits: int = 0
    wait: timedelta | None = None
    ratings: int = 0
    rating: float | None = None
    corrected: int = 0


@dataclass(frozen=True, slots=True)
class ReadingCase:
    """A conversation that an agent read otherwise: a case for a person to look at, and never a fact by itself.

    ``day``: on which it began. ``before``, ``after``: need, language and danger. ``said``: what the citizen had said
    last, masked.
    """

    day: date
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    said: tuple[str, ...]


class Quality(Protocol):
    """Figures over what is kept. The days are those on which contacts began. Both may raise ToolUnavailable."""

    async def by_matter(self, query: FeedbackQuery) -> list[MatterFigures]:
        """By need and language, the most contacts first. Contacts about nothing in which nobody was called are left
        out.
        """
        ...

    async def reading_cases(self, query: FeedbackQuery, limit: int) -> list[ReadingCase]:
        """The newest first; what was put right and undone is none."""
        ...
