"""Counts the seats of a person and of an origin, in memory."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from tests.fakes.seats import Kept
from tools.appointments.fairness import HoldLimits
from tools.errors import TooManyHolds


class HoldCount:
    """Remembers what was taken each day."""

    def __init__(self, limits: HoldLimits) -> None:
        self._limits = limits
        self._days: Counter[tuple[str, str]] = Counter()

    def check(self, live: Sequence[Kept], wanted: Kept, *, is_new: bool, is_named: bool) -> None:
        """``live``: all seats held if the wanted one were. Raises TooManyHolds, counting nothing.

        ``is_named``: the person was not known before, of a new hold or of one that is renewed.
        """
        limits = self._limits
        if wanted.person:
            own = sum(one.person == wanted.person and not one.reserved for one in live)
            _refuse_above(own, limits.live_per_person)
        if wanted.origin:
            _refuse_above(sum(one.origin == wanted.origin for one in live), limits.live_per_origin)
        day = _day(wanted.since, limits)
        origin, person = wanted.origin if is_new else None, wanted.person if is_named else None
        pairs = ((origin, limits.daily_per_origin), (person, limits.daily_per_person))
        subjects = [(who, limit) for who, limit in pairs if who and limit]
        for who, limit in subjects:
            _refuse_above(self._days[day, who] + 1, limit)
        self._days.update((day, who) for who, _ in subjects)

    def check_place(self, in_line: int, origin: str | None, now: datetime) -> None:
        """``in_line``: places of the origin, with the one wanted. Raises TooManyHolds."""
        if origin:
            _refuse_above(in_line, self._limits.live_per_origin)
            _refuse_above(self._days[_day(now, self._limits), origin] + 1, self._limits.daily_per_origin)

    def count_offer(self, origin: str | None, now: datetime) -> None:
        """A seat offered to a place of the origin, as one it took today."""
        if origin:
            self._days[_day(now, self._limits), origin] += 1


def _day(now: datetime, limits: HoldLimits) -> str:
    return now.astimezone(limits.zone).date().isoformat()


def _refuse_above(count: int, limit: int) -> None:
    if limit and count > limit:
        raise TooManyHolds("as many seats as one may keep")
