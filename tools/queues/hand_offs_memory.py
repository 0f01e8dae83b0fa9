"""The queue of hand-offs in memory, for tests and evaluations."""

from tools.errors import HandOffNotFound, HandOffTaken
from tools.queues.hand_offs import HandOff, renewed


class MemoryHandOffQueue:
    """Implements ``HandOffQueue`` without telling anybody."""

    def __init__(self) -> None:
        self._stored: dict[str, HandOff] = {}
        self._accepted: dict[str, str] = {}

    async def add(self, hand_off: HandOff) -> None:
        """See the port."""
        waiting = self._stored.get(hand_off.id)
        now = self._stored[hand_off.id] = renewed(waiting, hand_off) if waiting else hand_off
        if now != waiting:
            self._accepted.pop(hand_off.id, None)

    async def waiting(self, limit: int = 50) -> list[HandOff]:
        """See the port."""
        waiting = (one for one in self._stored.values() if one.id not in self._accepted)
        return sorted(waiting, key=lambda one: (not one.urgent, one.created_at, one.id))[:limit]

    async def accept(self, hand_off_id: str, who: str) -> HandOff:
        """See the port."""
        if hand_off_id not in self._stored:
            raise HandOffNotFound(hand_off_id)
        if self._accepted.setdefault(hand_off_id, who) != who:
            raise HandOffTaken(hand_off_id)
        return self._stored[hand_off_id]
