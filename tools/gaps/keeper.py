"""Keeps gaps for their days, and never in the way of the turn they are about."""

import logging
from collections.abc import Callable
from datetime import date, timedelta

from tools.clock import LocalClock
from tools.gaps.gaps import Gap, GapLog

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
