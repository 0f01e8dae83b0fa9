"""Time enters as a function, so that tests and evaluations own it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Now, aware, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class LocalClock:
    """A clock that knows which day it is where the administration is."""

    now: Clock
    zone: tzinfo

    def __call__(self) -> datetime:
        """As ``now`` says it."""
        return self.now()

    def today(self) -> date:
        """The day it is there."""
        return self.now().astimezone(self.zone).date()

    def midnight(self, day: date) -> datetime:
        """When the day begins there."""
        return datetime.combine(day, time(), self.zone)


def fixed(moment: datetime) -> LocalClock:
    """A clock that always says ``moment`` (aware), there where it is said."""
    if moment.tzinfo is None:
        raise ValueError("a clock needs an aware datetime")
    return LocalClock(lambda: moment, moment.tzinfo)
