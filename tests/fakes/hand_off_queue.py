"""The queue of hand-offs in memory, for tests and evaluations."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from tools.clock import Clock, system_clock
from tools.queues import steps
from tools.queues.floor import Outlook, Standing
from tools.queues.hand_offs import IN_FRONT, HandOff, Prospect, QueuePage, QueuePlace, Waiting

Tell = Callable[[Standing | None, Standing], Awaitable[None]]


class MemoryHandOffQueue:
    """Implements ``HandOffQueue``; ``MemoryFloor`` works on its ``standings``.

    ``tell`` hears of each change, ``outlook`` knows what one that waits may expect.
    """

    def __init__(self, clock: Clock = system_clock) -> None:
        self.standings: dict[str, Standing] = {}
        self.tell: Tell | None = None
        self.tell_withdrawn: Callable[[Standing], Awaitable[None]] | None = None
        self.outlook: Callable[[Standing], Outlook] | None = None
        self._origins: dict[str, str | None] = {}
        self._clock = clock

    async def add(self, hand_off: HandOff, origin: str | None = None) -> None:
        """See the port."""
        before = self.standings.get(hand_off.id)
        origin = self._origins.setdefault(hand_off.id, origin)
        if before is None:
            now = Standing(hand_off, "waiting", self._clock(), apart=self._comes_apart(hand_off, origin))
        else:
            now = steps.added_again(before, hand_off, self._clock())
            if now.waits and (now.state, now.hand_off.urgent) != (before.state, before.hand_off.urgent):
                now = replace(now, apart=self._comes_apart(now.hand_off, origin))
        if now != before:
            await self.store(now)

    async def store(self, standing: Standing) -> None:
        """As it stands now."""
        before = self.standings.get(standing.hand_off.id)
        self.standings[standing.hand_off.id] = standing
        if self.tell is not None:
            await self.tell(before, standing)

    async def withdraw(self, hand_off_id: str) -> bool:
        """See the port."""
        found = self.standings.get(hand_off_id)
        if found is None or not found.waits or found.hand_off.urgent:
            return False
        del self.standings[hand_off_id]
        if self.tell_withdrawn is not None:
            await self.tell_withdrawn(found)
        return True

    async def prospect(self, hand_off_id: str) -> Prospect:
        """See the port."""
        standing = self.standings.get(hand_off_id)
        if standing is None or not standing.waits or self.outlook is None:
            return Prospect()
        outlook = self.outlook(standing)
        return Prospect(outlook.ahead, outlook.wait)

    async def page(self, limit: int = 50, after: str | None = None) -> QueuePage:
        """See the port."""
        waiting = [one for one in self.standings.values() if one.waits]
        entries = sorted((self._waiting(one, waiting) for one in waiting), key=QueuePlace.of)
        since = QueuePlace.parse(after) if after else None
        rest = [one for one in entries if since is None or QueuePlace.of(one) > since]
        shown = tuple(rest[:limit])
        more = QueuePlace.of(shown[-1]).cursor() if shown and len(rest) > limit else None
        oldest = min((one.hand_off.created_at for one in waiting), default=None)
        return QueuePage(shown, len(waiting), sum(one.hand_off.urgent for one in waiting), more, oldest)

    def _comes_apart(self, hand_off: HandOff, origin: str | None) -> bool:
        waiting = [one for one in self.standings.values() if one.waits and one.hand_off.id != hand_off.id]
        as_urgent = [one for one in waiting if one.hand_off.urgent == hand_off.urgent]
        return origin is not None and self._of(origin, as_urgent) >= IN_FRONT

    def _of(self, origin: str, standings: list[Standing]) -> int:
        return sum(self._origins[one.hand_off.id] == origin for one in standings)

    def _waiting(self, standing: Standing, waiting: list[Standing]) -> Waiting:
        origin = self._origins[standing.hand_off.id]
        same = None if origin is None else self._of(origin, waiting)
        return Waiting(standing.hand_off, standing.apart, same, standing.front)
