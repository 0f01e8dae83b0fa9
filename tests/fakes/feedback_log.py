"""Suggestions and their feedback in memory, for tests and evaluations."""

from collections.abc import Iterator

from tools.errors import SuggestionNotFound
from tools.feedback.feedback import Feedback, FeedbackQuery, Proposed, Review, Tally, tallied


class MemoryFeedbackLog:
    """Implements ``FeedbackLog``."""

    def __init__(self) -> None:
        self.proposed: dict[str, Proposed] = {}
        self._feedback: dict[tuple[str, int, bool], Feedback] = {}

    async def keep(self, proposed: Proposed) -> None:
        """See the port."""
        self.proposed.setdefault(proposed.id, proposed)

    async def add(self, feedback: Feedback) -> None:
        """See the port."""
        known = self.proposed.get(feedback.proposed_id)
        if known is None or not 0 <= feedback.place < len(known.proposals):
            raise SuggestionNotFound(feedback.proposed_id)
        self._feedback[feedback.proposed_id, feedback.place, feedback.verdict == "shown"] = feedback

    async def tally(self, query: FeedbackQuery) -> list[Tally]:
        """See the port."""
        return tallied((one.proposal.need, one.language, one.feedback.verdict) for one in self._all(query))

    async def reviews(self, query: FeedbackQuery, limit: int) -> list[Review]:
        """See the port."""
        found = [one for one in self._all(query) if one.feedback.verdict in ("edited", "rejected")]
        return sorted(found, key=lambda one: one.feedback.at, reverse=True)[:limit]

    def _all(self, query: FeedbackQuery) -> Iterator[Review]:
        for one in self._feedback.values():
            proposed = self.proposed[one.proposed_id]
            if query.takes(proposed):
                yield Review(proposed.proposals[one.place], proposed.language, one)
