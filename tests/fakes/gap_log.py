"""The log of gaps in memory, for tests and evaluations."""

from collections.abc import Iterable
from datetime import date

from tools.gaps.gaps import Gap, GapQuery


class MemoryGapLog:
    """Implements ``GapLog``."""

    def __init__(self, gaps: Iterable[Gap] = ()) -> None:
        self._gaps = list(gaps)

    async def add(self, gap: Gap) -> None:
        """See the port."""
        self._gaps.append(gap)

    async def find(self, query: GapQuery) -> list[Gap]:
        """See the port."""
        return sorted(filter(query.takes, self._gaps), key=lambda gap: (gap.day, gap.text))

    async def forget(self, until: date) -> None:
        """See the port."""
        self._gaps = [gap for gap in self._gaps if gap.day > until]
