"""The queue of hand-offs in memory, for tests and evaluations."""

from tools.handoffs import HandOff


class MemoryHandOffQueue:
    """Implements ``HandOffQueue`` without telling anybody."""

    def __init__(self) -> None:
        self._stored: dict[str, HandOff] = {}

    async def add(self, hand_off: HandOff) -> None:
        """See the port."""
        self._stored.setdefault(hand_off.id, hand_off)

    async def waiting(self, limit: int = 50) -> list[HandOff]:
        """See the port."""
        return sorted(self._stored.values(), key=lambda one: (not one.urgent, one.created_at, one.id))[:limit]
