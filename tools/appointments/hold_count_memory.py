"""Counts the seats of a person and of an origin, in memory."""

from collections import Counter
from collections.abc import Sequence

from tools.appointments.fairness import HoldLimits
from tools.appointments.seats_memory import Kept
from tools.clock import MADRID
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
        own = [one for one in live if not one.reserved]
        if wanted.person:
            _refuse_above(sum(one.person == wanted.person for one in own), limits.live_per_person)
        if wanted.origin:
            _refuse_above(sum(one.origin == wanted.origin for one in own), limits.live_per_origin)
        day = wanted.since.astimezone(MADRID).date().isoformat()
        origin, person = wanted.origin if is_new else None, wanted.person if is_named else None
        pairs = ((origin, limits.daily_per_origin), (person, limits.daily_per_person))
        subjects = [(who, limit) for who, limit in pairs if who and limit]
        for who, limit in subjects:
            _refuse_above(self._days[day, who] + 1, limit)
        self._days.update((day, who) for who, _ in subjects)


def _refuse_above(count: int, limit: int) -> None:
    if limit and count > limit:
        raise TooManyHolds("as many seats as one may keep")
