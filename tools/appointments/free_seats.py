"""Seats that can still be offered to a line: each wish gets its first free slot, by the rules of its own service."""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from datetime import datetime

from tools.appointments.slots import SlotSpace
from tools.offices.slots import Slot, SlotQuery


class FreeSeats:
    """Free seats of one office and channel. ``taken`` counts those that somebody has; ``before`` come first."""

    def __init__(self, slots: SlotSpace, taken: Mapping[str, int], before: Sequence[SlotQuery], now: datetime) -> None:
        self._slots, self._before, self._now = slots, before, now
        self._taken: defaultdict[str, int] = defaultdict(int, taken)
        self._left: dict[SlotQuery, deque[Slot]] = {}

    def first(self, wish: SlotQuery) -> Slot | None:
        """The first slot with a seat that answers the wish."""
        if wish not in self._left:
            self._left[wish] = deque(slot for slot in self._slots.matching(wish, self._now) if self._may_have(slot))
        left = self._left[wish]
        while left and self._taken[left[0].id] >= self._slots.desks(left[0]):
            left.popleft()  # nobody gives a seat back here: who wishes the same need not look again
        return left[0] if left else None

    def take(self, slot: Slot) -> None:
        """Take a seat of the slot."""
        self._taken[slot.id] += 1

    def _may_have(self, slot: Slot) -> bool:
        return not any(self._slots.suits(slot, other, self._now) for other in self._before)
