"""Finds out what became of writes that nobody knew of when the person does not write again."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

import structlog

from agents.reception.errors import UnknownConversation
from agents.reception.settling import Settled, Tell
from api.problems.errors import Busy
from api.services.turn_locks import TurnLocks
from tools.appointments.unsettled import Unsettled
from tools.clock import Clock
from tools.errors import OutcomeUnknown, ToolUnavailable
from tools.letters.notifications import Notice

_log = structlog.get_logger("api.outcomes")
_AT_ONCE = 20


class Settles(Protocol):
    """Conversations, as seen from here."""

    async def settle(self, conversation_id: str, tell: Tell) -> Settled | None:
        """See ``agents.reception.conversation``."""
        ...


@dataclass(frozen=True, slots=True)
class Outcomes:
    """``write`` puts a letter into the outbox; None when no letters are sent."""

    unsettled: Unsettled
    conversations: Settles
    locks: TurnLocks
    clock: Clock
    write: Callable[[Notice], Awaitable[None]] | None = None

    async def settle(self) -> int:
        """Ask for each that is due; how many were done after all. Killed anywhere and run again, it loses none."""
        done = 0
        for conversation_id in await self.unsettled.lease(_AT_ONCE):
            try:
                async with self.locks.turn(conversation_id):
                    done += await self._settle(conversation_id)
            except (OutcomeUnknown, ToolUnavailable, Busy) as error:
                _log.info("outcome still unknown", reason=error.code)
        return done

    async def _settle(self, conversation_id: str) -> bool:
        """Whether it was done. No turn runs meanwhile: what the next one does not know of is not struck off."""
        try:
            found = await self.conversations.settle(conversation_id, self._tell)
        except UnknownConversation:
            found = None
        await self.unsettled.done(conversation_id)
        return found is not None

    async def _tell(self, found: Settled) -> None:
        letter = found.letter(self.clock())
        if letter is not None and self.write is not None:
            await self.write(letter)
