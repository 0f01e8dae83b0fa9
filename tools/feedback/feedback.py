"""What was suggested to agents and what they made of it, kept for supervisors and for those who write the articles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol, get_args

from knowledge.languages import Language

Verdict = Literal["shown", "used", "edited", "rejected"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""On the agent's screen; said as it was; said in other words; not said."""


@dataclass(frozen=True, slots=True)
class ProposedReply:
    """One suggestion, as it was made. Its text is made of articles: nothing in it tells who asked."""

    need: str
    aspect: str | None
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Proposed:
    """The suggestions made after one utterance, best first. ``language``: the citizen's, in which they are worded."""

    id: str
    at: datetime
    language: Language
    proposals: tuple[ProposedReply, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """What an agent made of one suggestion, ``place`` counted from 0. ``text``: the words said instead, ``why`` it was
    not said; both with identifiers masked.
    """

    proposed_id: str
    place: int
    verdict: Verdict
    at: datetime
    text: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each verdict was given on suggestions about a need in a language."""

    need: str
    language: Language
    times: Mapping[Verdict, int]

    @property
    def judged(self) -> int:
        """Those that were said, reworded or refused: that one was shown judges nothing."""
        return sum(self.times.get(verdict, 0) for verdict in VERDICTS if verdict != "shown")

    @property
    def accuracy(self) -> float | None:
        """The share of the judged that was said as it was; None where none was."""
        return self.times.get("used", 0) / self.judged if self.judged else None


@dataclass(frozen=True, slots=True)
class Review:
    """A suggestion that an agent reworded or refused: a case for a person to look at, and never a fact by itself."""

    proposal: ProposedReply
    language: Language
    feedback: Feedback


@dataclass(frozen=True, slots=True)
class FeedbackQuery:
    """Which suggestions: the days they were made on are inclusive, in UTC; what is None does not narrow."""

    since: date | None = None
    until: date | None = None
    language: Language | None = None

    def takes(self, proposed: Proposed) -> bool:
        """Whether they are among them."""
        day = proposed.at.date()
        early = self.since is not None and day < self.since
        late = self.until is not None and day > self.until
        return not early and not late and self.language in (None, proposed.language)


class FeedbackLog(Protocol):
    """Suggestions and what became of them. Every method may raise ToolUnavailable."""

    async def keep(self, proposed: Proposed) -> None:
        """Store them once: kept again under the same id, the first ones stay."""
        ...

    async def add(self, feedback: Feedback) -> None:
        """Store one. That it was shown stands beside the one verdict on it: given again, the last one stands.

        Raises SuggestionNotFound.
        """
        ...

    async def tally(self, query: FeedbackQuery) -> list[Tally]:
        """By need and language, in the order of their names; needs without feedback are left out."""
        ...

    async def reviews(self, query: FeedbackQuery, limit: int) -> list[Review]:
        """Those that were edited or rejected, the newest first."""
        ...


def tallied(verdicts: Iterable[tuple[str, Language, Verdict]]) -> list[Tally]:
    """Count them."""
    counts: dict[tuple[str, Language], dict[Verdict, int]] = {}
    for need, language, verdict in verdicts:
        times = counts.setdefault((need, language), {})
        times[verdict] = times.get(verdict, 0) + 1
    return [Tally(need, language, times) for (need, language), times in sorted(counts.items())]
