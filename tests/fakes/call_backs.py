"""Call-backs in memory, for tests."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from tools.errors import CallBackNotFound, WindowFull
from tools.queues.call_backs import OPEN, CallBack, CallBackState


class MemoryCallBacks:
    """Implements ``CallBacks``."""

    def __init__(self) -> None:
        self.kept: dict[str, CallBack] = {}

    async def keep(self, call_back: CallBack, room: int) -> CallBack:
        """See the port."""
        others = [one for one in self.kept.values() if one.is_open and one.id != call_back.id]
        same = [one for one in others if _place(one) == _place(call_back)]
        if len(same) >= room:
            raise WindowFull(call_back.id)
        self.kept[call_back.id] = call_back
        return call_back

    async def find(self, call_back_id: str) -> CallBack:
        """See the port."""
        if call_back_id not in self.kept:
            raise CallBackNotFound(call_back_id)
        return self.kept[call_back_id]

    async def taken(self, unit: str, language: str, since: datetime) -> Mapping[datetime, int]:
        """See the port."""
        theirs = [one for one in await self.open() if _place(one)[:2] == (unit, language)]
        return Counter(one.window.begins.astimezone(UTC) for one in theirs if one.window.begins >= since)

    async def open(self) -> tuple[CallBack, ...]:
        """See the port."""
        return tuple(sorted((one for one in self.kept.values() if one.is_open), key=lambda one: (one.window, one.id)))

    async def settle(self, call_back_id: str, state: CallBackState) -> CallBack:
        """See the port."""
        found = await self.find(call_back_id)
        if found.is_open:
            phone = found.phone if state in OPEN else ""
            self.kept[call_back_id] = replace(found, state=state, phone=phone)
        return self.kept[call_back_id]


def _place(one: CallBack) -> tuple[str, str, datetime]:
    return one.hand_off.unit, one.hand_off.language, one.window.begins
