"""Rules that keep a few from taking what is everybody's: holds, searches, and the moment when a seat is seen again."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, timedelta, tzinfo
from random import Random

from tools.errors import BadIdentifier, TooManyFinds
from tools.rate_limit import RateLimit
from tools.reading.identities.parsing import parse_document

Delay = Callable[[], timedelta]
"""The time a released seat stays hidden."""
_HOUR = 3600.0


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


class FindLimits:
    """For one process: few guesses from one origin, and few about one document wherever they come from; 0: no limit."""

    def __init__(self, per_minute: int, per_document_hour: int, now: Callable[[], float] = time.monotonic) -> None:
        self._origins = RateLimit(per_minute, now)
        self._documents = RateLimit(per_document_hour, now, seconds=_HOUR)

    def check(self, origin: str | None, document: str) -> None:
        """Count one search. ``origin`` is a pseudonym, None when it is not limited. Raises TooManyFinds."""
        wait = self._origins.wait_seconds(origin) if origin else 0
        wait = wait or self._documents.wait_seconds(_digest(document))
        if wait:
            raise TooManyFinds(wait)


def _digest(document: str) -> str:
    """However it is written, and not the document itself: this stays in memory."""
    try:
        document = parse_document(document)
    except BadIdentifier:
        document = document.strip().upper()
    return hashlib.sha256(document.encode()).hexdigest()
