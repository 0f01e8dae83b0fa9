"""The tokens that a process may spend on a chat model, by day and by conversation."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)
class TokenBudget:
    """``today`` says which day it is. What is taken is counted before it is spent, so that calls made together keep to
    the budget too.
    """

    a_day: int
    a_conversation: int
    today: Callable[[], date]
    _day: date | None = None
    _spent: Counter[str] = field(default_factory=Counter)
    _spent_today: int = 0

    def take(self, conversation: str, tokens: int) -> bool:
        """Take them, where both budgets have as many left. An unknown conversation (empty) has only the day's."""
        if self._day != (day := self.today()):
            self._day, self._spent_today = day, 0
            self._spent.clear()
        of_one = self._spent[conversation] + tokens if conversation else 0
        if self._spent_today + tokens > self.a_day or of_one > self.a_conversation:
            return False
        self._spend(conversation, tokens)
        return True

    def settle(self, conversation: str, taken: int, spent: int) -> None:
        """What was really spent of what was taken."""
        self._spend(conversation, spent - taken)

    def _spend(self, conversation: str, tokens: int) -> None:
        self._spent_today += tokens
        if conversation:
            self._spent[conversation] += tokens
