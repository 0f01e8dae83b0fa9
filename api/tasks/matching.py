"""Matching: what waits for a person is offered to agents, as soon as something changes."""

from tools.queues.consultations import Consultations
from tools.queues.floor import Floor

_LOOK_S = 1.0
"""Offers that run out and agents who vanish tell nobody: so often it is looked for them."""


class Matching:
    """Plays a round of the floor at each change, and every second. Every process may; one at a time does.

    After it, consultations end whose agent has the conversation no more, or is gone.
    """

    def __init__(self, floor: Floor, consultations: Consultations) -> None:
        self._floor, self._consultations, self._changes = floor, consultations, floor.follow(_LOOK_S)

    async def play(self) -> None:
        """Wait for a change, then match. Raises ToolUnavailable."""
        await anext(self._changes)
        await self._floor.match()
        await self._consultations.settle()
