"""Rules that keep a few from taking what is everybody's: how many holds, from where, and when a seat is seen again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, timedelta, tzinfo
from random import Random

Delay = Callable[[], timedelta]
"""The time a released seat stays hidden."""


@dataclass(frozen=True, slots=True)
class HoldLimits:
    """0 means no limit. ``live``: at the same time; ``daily``: new holds on one day of ``zone``, renewals not counted.

    An origin has as many places on the waiting list as seats at the same time; a seat offered to one is one it keeps.
    """

    live_per_person: int = 0
    live_per_origin: int = 0
    daily_per_person: int = 0
    daily_per_origin: int = 0
    zone: tzinfo = UTC
    longest: timedelta = timedelta(minutes=30)
    """A hold may be renewed until this long after it was made."""


NO_LIMITS = HoldLimits()


def at_once() -> timedelta:
    """No delay: a seat let go is free in the same moment."""
    return timedelta()


def random_delay(longest: timedelta, chance: Random) -> Delay:
    """Any time up to ``longest``, so that nobody knows when to ask. ``chance`` must not be foreseeable."""
    return lambda: longest * chance.random()
