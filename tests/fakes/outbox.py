"""The outbox in memory, for tests and dry runs."""

from dataclasses import replace
from datetime import datetime

from tools.clock import Clock
from tools.letters.notifications import LEASE, Notice, pause


class MemoryOutbox:
    """Implements ``Outbox``; ``put`` is how others write to it. ``given_up`` are those that will never go."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._due: dict[str, datetime] = {}
        self._notices: dict[str, Notice] = {}
        self.given_up: list[Notice] = []

    def put(self, notice: Notice) -> None:
        """Once for each id."""
        if self._notices.setdefault(notice.id, notice) is notice:
            self._due[notice.id] = notice.created_at

    async def lease(self, limit: int) -> list[Notice]:
        """See the port."""
        now = self._clock()
        for one in list(self._notices.values()):
            if one.useless_after is not None and one.useless_after <= now:
                await self.delivered(one.id)
        due = [one for one in self._notices.values() if self._due[one.id] <= now]
        return [self._leased(one, now + LEASE) for one in sorted(due, key=lambda one: one.created_at)[:limit]]

    async def delivered(self, notice_id: str) -> None:
        """See the port."""
        self._notices.pop(notice_id, None)
        self._due.pop(notice_id, None)

    async def failed(self, notice: Notice, *, for_good: bool) -> None:
        """See the port."""
        wait = pause(notice.attempts)
        if for_good or wait is None:
            self.given_up.append(notice)
            await self.delivered(notice.id)
        elif notice.id in self._notices:
            self._due[notice.id] = self._clock() + wait

    def _leased(self, notice: Notice, until: datetime) -> Notice:
        self._due[notice.id] = until
        self._notices[notice.id] = replace(notice, attempts=notice.attempts + 1)
        return self._notices[notice.id]
