"""Filters the rows a search may find: of a need, in force on a day, and not removed."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import numpy as np

from knowledge.index.items import IndexItem
from knowledge.index.nearest import Mask, Positions

_REMEMBERED = 128


class RowFilter:
    """Masks over the rows of an index. ``places``: the position of each row's item, -1 once removed. Thread-safe."""

    def __init__(self, items: Sequence[IndexItem], places: Positions) -> None:
        self._living = places >= 0
        rows = [items[at] if at >= 0 else None for at in places.tolist()]
        self._needs: dict[str | None, int] = {}
        codes = (self._needs.setdefault(item.need, len(self._needs)) if item else -1 for item in rows)
        self._codes = np.fromiter(codes, np.int32, len(rows))
        self._from = _days([item.validity.valid_from if item else None for item in rows], date.min)
        self._to = _days([item.validity.valid_to if item else None for item in rows], date.max)
        self.mask = lru_cache(maxsize=_REMEMBERED)(self._mask)

    def _mask(self, need: str | None, day: date | None) -> Mask:
        mask = self._living
        if need is not None:
            mask = mask & (self._codes == self._needs.get(need, -1))
        if day is not None:
            mask = mask & (self._from <= day.toordinal()) & (day.toordinal() <= self._to)
        return mask


def _days(days: Sequence[date | None], unbounded: date) -> Positions:
    return np.fromiter(((day or unbounded).toordinal() for day in days), np.int64, len(days))
