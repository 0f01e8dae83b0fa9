"""Call-backs whose window has begun go to the floor, which offers them to agents as any hand-off."""

from dataclasses import replace

from tools.clock import Clock
from tools.queues.call_backs import CallBacks
from tools.queues.hand_offs import HandOffQueue


class DueCalls:
    """Handing one over again is handing it over once, so a process that ends in between loses none."""

    def __init__(self, call_backs: CallBacks, hand_offs: HandOffQueue, clock: Clock) -> None:
        self._call_backs, self._hand_offs, self._clock = call_backs, hand_offs, clock

    async def hand_over(self) -> None:
        """Whoever is to be called now, as having come when their window began. Raises ToolUnavailable."""
        for one in await self._call_backs.open():
            if one.state == "kept" and one.window.begins <= self._clock():
                await self._hand_offs.add(replace(one.hand_off, created_at=one.window.begins))
                await self._call_backs.settle(one.id, "due")
