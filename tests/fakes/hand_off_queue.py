"""The queue of hand-offs in memory, for tests and evaluations."""

from tools.errors import HandOffNotFound, HandOffTaken
from tools.queues.hand_offs import IN_FRONT, HandOff, Prospect, QueuePage, QueuePlace, Waiting, renewed


class MemoryHandOffQueue:
    """Implements ``HandOffQueue`` without telling anybody."""

    def __init__(self) -> None:
        self._stored: dict[str, HandOff] = {}
        self._origins: dict[str, str | None] = {}
        self._apart: dict[str, bool] = {}
        self._accepted: dict[str, str] = {}

    async def add(self, hand_off: HandOff, origin: str | None = None) -> None:
        """See the port."""
        waiting = self._stored.get(hand_off.id)
        now = renewed(waiting, hand_off) if waiting else hand_off
        origin = self._origins.setdefault(hand_off.id, origin)
        if waiting is None or waiting.urgent != now.urgent:
            others = [one for one in self._unaccepted() if one.urgent == now.urgent and one.id != now.id]
            self._apart[now.id] = origin is not None and self._of(origin, others) >= IN_FRONT
        self._stored[hand_off.id] = now
        if now != waiting:
            self._accepted.pop(hand_off.id, None)

    async def prospect(self, hand_off_id: str) -> Prospect:
        """See the port."""
        return Prospect()

    async def page(self, limit: int = 50, after: str | None = None) -> QueuePage:
        """See the port."""
        unaccepted = self._unaccepted()
        entries = sorted((self._waiting(one, unaccepted) for one in unaccepted), key=QueuePlace.of)
        since = QueuePlace.parse(after) if after else None
        rest = [one for one in entries if since is None or QueuePlace.of(one) > since]
        shown = tuple(rest[:limit])
        more = QueuePlace.of(shown[-1]).cursor() if shown and len(rest) > limit else None
        return QueuePage(shown, len(unaccepted), sum(one.urgent for one in unaccepted), more)

    async def accept(self, hand_off_id: str, who: str) -> HandOff:
        """See the port."""
        if hand_off_id not in self._stored:
            raise HandOffNotFound(hand_off_id)
        if self._accepted.setdefault(hand_off_id, who) != who:
            raise HandOffTaken(hand_off_id)
        return self._stored[hand_off_id]

    def _unaccepted(self) -> list[HandOff]:
        return [one for one in self._stored.values() if one.id not in self._accepted]

    def _of(self, origin: str, hand_offs: list[HandOff]) -> int:
        return sum(self._origins[one.id] == origin for one in hand_offs)

    def _waiting(self, hand_off: HandOff, unaccepted: list[HandOff]) -> Waiting:
        origin = self._origins[hand_off.id]
        same = None if origin is None else self._of(origin, unaccepted)
        return Waiting(hand_off, self._apart[hand_off.id], same)
