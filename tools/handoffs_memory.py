"""The queue of hand-offs in memory, for tests and evaluations."""

from tools.handoffs import HandOff, renewed


class MemoryHandOffQueue:
    """Implements ``HandOffQueue`` without telling anybody."""

    def __init__(self) -> None:
        self._stored: dict[str, HandOff] = {}

    async def add(self, hand_off: HandOff) -> None:
        """See the port."""
        waiting = self._stored.get(hand_off.id)
        self._stored[hand_off.id] = renewed(waiting, hand_off) if waiting else hand_off

    async def waiting(self, limit: int = 50) -> list[HandOff]:
        """See the port."""
        return sorted(self._stored.values(), key=lambda one: (not one.urgent, one.created_at, one.id))[:limit]
