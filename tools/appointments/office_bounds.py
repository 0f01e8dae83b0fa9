"""The port that bounds the first free moments of many offices at once, so that a search asks only a few of them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Protocol

from tools.offices.slots import SlotQuery


class Bounds(Protocol):
    """For each query a moment before which the book has nothing free for it; one without an answer has nothing."""

    async def earliest(self, queries: Sequence[SlotQuery]) -> Mapping[str, datetime]:
        """By office. The queries differ in their office only. Raises ToolUnavailable."""
        ...


class NoBounds:
    """Knows nothing, so that every office is asked: for a book that is kept elsewhere."""

    async def earliest(self, queries: Sequence[SlotQuery]) -> Mapping[str, datetime]:
        """See the port."""
        return dict.fromkeys((query.office_id for query in queries), datetime.min.replace(tzinfo=UTC))
