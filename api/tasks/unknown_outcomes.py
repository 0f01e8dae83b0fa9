"""Finds out whether a write with an unknown outcome was done, even if the person does not write again."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

import structlog

from agents.reception.errors import UnknownConversation
from agents.reception.settling import SettledWrite, Tell
from api.problems.errors import Busy
from api.services.turn_locks import TurnLocks
from tools.appointments.unsettled import Unsettled
from tools.clock import Clock
from tools.errors import OutcomeUnknown, ToolUnavailable
from tools.letters.notifications import Notice

_log = structlog.get_logger("api.outcomes")
_AT_ONCE = 20


class ConversationSettler(Protocol):
    """Conversations, as the resolver uses them."""

    async def settle(self, conversation_id: str, tell: Tell) -> SettledWrite | None:
        """Find the outcome of the pending write and pass it to ``tell``; None when nothing was done."""
        ...


@dataclass(frozen=True, slots=True)
class OutcomeResolver:
    """Settles writes with an unknown outcome. ``write`` puts a letter into the outbox; None sends no letters."""

    unsettled: Unsettled
    conversations: ConversationSettler
    locks: TurnLocks
    clock: Clock
    write: Callable[[Notice], Awaitable[None]] | None = None

    async def settle(self) -> int:
        """Settle the writes that are due; return how many had been done. Safe to re-run after a crash."""
        done = 0
        for conversation_id in await self.unsettled.lease(_AT_ONCE):
            try:
                async with self.locks.turn(conversation_id):
                    done += await self._settle(conversation_id)
            except (OutcomeUnknown, ToolUnavailable, Busy) as error:
                _log.info("outcome still unknown", reason=error.code)
        return done

    async def _settle(self, conversation_id: str) -> bool:
        """Return whether the write was done. The turn lock is held, so no turn can start another write meanwhile."""
        try:
            found = await self.conversations.settle(conversation_id, self._tell)
        except UnknownConversation:
            found = None
        await self.unsettled.done(conversation_id)
        return found is not None

    async def _tell(self, found: SettledWrite) -> None:
        letter = found.letter(self.clock())
        if letter is not None and self.write is not None:
            await self.write(letter)
