"""Outcomes are found out apart from the turns of their conversation."""

import pytest

from agents.reception.errors import UnknownConversation
from agents.reception.settling import SettledWrite, Tell
from api.problems.errors import Busy
from api.services.turn_locks import ProcessTurnLocks
from api.tasks.unknown_outcomes import OutcomeResolver
from tools.clock import system_clock
from tools.errors import OutcomeUnknown, ToolUnavailable


class Ledger:
    """One conversation that does not know; a citizen who writes at the moment in which it is struck off."""

    def __init__(self, locks: ProcessTurnLocks) -> None:
        self.unknown = ["c-1"]
        self._locks = locks

    async def lease(self, limit: int) -> list[str]:
        return list(self.unknown)

    async def done(self, conversation_id: str) -> None:
        with pytest.raises(Busy):
            async with self._locks.turn(conversation_id):
                pass
        self.unknown.remove(conversation_id)


class Conversations:
    """Nothing is left to find out, or nothing is known of any."""

    def __init__(self, *, known: bool) -> None:
        self._known = known

    async def settle(self, conversation_id: str, tell: Tell) -> SettledWrite | None:
        if not self._known:
            raise UnknownConversation(conversation_id)
        return None


@pytest.mark.parametrize("known", [True, False])
async def test_no_turn_begins_before_the_outcome_is_struck_off(known: bool) -> None:
    locks = ProcessTurnLocks(timeout_seconds=0.01)
    ledger = Ledger(locks)
    outcomes = OutcomeResolver(ledger, Conversations(known=known), locks, system_clock)
    assert await outcomes.settle() == 0
    assert ledger.unknown == []


@pytest.mark.parametrize("error", [OutcomeUnknown("on its way"), ToolUnavailable("away")])
async def test_what_is_not_known_yet_is_asked_again_later(error: Exception) -> None:
    class Unknown:
        async def settle(self, conversation_id: str, tell: Tell) -> SettledWrite | None:
            raise error

    locks = ProcessTurnLocks(timeout_seconds=0.01)
    ledger = Ledger(locks)
    assert await OutcomeResolver(ledger, Unknown(), locks, system_clock).settle() == 0
    assert ledger.unknown == ["c-1"]
