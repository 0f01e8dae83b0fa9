"""Rules that keep a few from taking what is everybody's: how many holds, from where, and when a seat is seen again."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, timedelta, tzinfo
from random import Random

from tools.addresses import network_of

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


def origin_key(address: str, secret: bytes) -> str | None:
    """A pseudonym of the origin of a request: a keyed hash, of the /64 network for IPv6.

    ``None`` for this machine itself and for what is no address: such requests have no origin to limit.
    """
    try:
        network = network_of(address)
    except ValueError:
        return None
    return None if network is None else hmac.new(secret, network.encode(), hashlib.sha256).hexdigest()
