"""Conversations that sent a write and do not know what became of it, which is found out if the person does not ask."""

from datetime import timedelta
from typing import Protocol

GRACE = timedelta(minutes=2)
"""For so long it is left to the person, who may write again."""

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (4, 8, 16, 32, 60))
"""Pauses after the first attempt, the second…; the last is repeated."""


class Unsettled(Protocol):
    """Which they are. Every method may raise ToolUnavailable."""

    async def add(self, conversation_id: str) -> None:
        """It does not know; once, however often it is said."""
        ...

    async def lease(self, limit: int) -> list[str]:
        """Conversations that are due, longest waiting first; each is due again after a longer pause until done."""
        ...

    async def done(self, conversation_id: str) -> None:
        """Nothing is left to find out."""
        ...
