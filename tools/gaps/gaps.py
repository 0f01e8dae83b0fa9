"""Gaps of the knowledge: questions without a whole answer, kept for the people who write the articles."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol, get_args

from knowledge.content.measures import Measure
from knowledge.languages import Language
from knowledge.passages import Aspect
from tools.clock import LocalClock

Why = Literal[
    "not_understood", "hand_off", "out_of_scope", "other_matter", "no_section", "withheld", "partial", "asked_twice"
]
WHYS: tuple[Why, ...] = get_args(Why)


@dataclass(frozen=True, slots=True)
class Gap:
    """A masked question, without anything that tells whose it was: no conversation, no hour, no order.

    ``why``: not understood; not understood so often that a person took over (``hand_off``); out of scope; a matter of
    Social Security that the catalogue does not have; no section for it; its figures not in force (``withheld``);
    answered in part; answered in full and asked again. ``need`` and ``aspect`` as understood; ``measure``: what it
    wanted told; ``day``: in Madrid.
    """

    text: str
    language: Language
    need: str | None
    aspect: Aspect | None
    measure: Measure | None
    why: Why
    day: date


@dataclass(frozen=True, slots=True)
class GapQuery:
    """Which gaps: days are inclusive, and what is None does not narrow."""

    since: date | None = None
    until: date | None = None
    language: Language | None = None

    def takes(self, gap: Gap) -> bool:
        """Whether the gap is among them."""
        early = self.since is not None and gap.day < self.since
        late = self.until is not None and gap.day > self.until
        return not early and not late and self.language in (None, gap.language)


class GapLog(Protocol):
    """The log of gaps. Every method may raise ToolUnavailable."""

    async def add(self, gap: Gap) -> None:
        """Store one; the same question asked by two people is two gaps."""
        ...

    async def find(self, query: GapQuery) -> list[Gap]:
        """Gaps that match the query, by day and then by text: an order that tells nothing of who asked."""
        ...

    async def forget(self, until: date) -> None:
        """Delete those of that day and of all days before."""
        ...


_log = logging.getLogger(__name__)


class GapKeeper:
    """Keeps each gap ``days`` days, none at all when 0. ``lost`` counts those that could not be kept."""

    def __init__(self, log: GapLog, clock: LocalClock, days: int) -> None:
        self.lost = 0
        self._log, self._clock, self._days = log, clock, days
        self._tidied: date | None = None

    async def keep(self, look: Callable[[], Gap | None]) -> None:
        """Look at a turn that was said and keep its gap. Never raises: an answer stands though a note of it fails."""
        try:
            await self.tidy()
            gap = look() if self._days else None
            if gap is not None:
                await self._log.add(gap)
        except Exception as error:
            self.lost += 1
            _log.warning("a question without an answer was not kept: %s", type(error).__name__)  # no more: it may quote

    async def tidy(self) -> None:
        """Forget what is past its days; does it once a day. Raises ToolUnavailable."""
        today = self._clock.today()
        if self._tidied != today:
            await self._log.forget(today - timedelta(days=self._days))
            self._tidied = today
