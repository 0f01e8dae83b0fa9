"""What the policy of a need means for a route."""

from typing import get_args

from agents.routing.administration import INFORMATION_UNIT, OUR_BODIES
from knowledge.content.needs import Body, Channel, Elsewhere, Need

CHANNELS: tuple[Channel, ...] = get_args(Channel)
ALL_CHANNELS = frozenset(CHANNELS)


def is_ours(body: Body) -> bool:
    """Whether the body belongs to the administration or acts for it."""
    return body in OUR_BODIES


def is_bookable(need: Need) -> bool:
    """Whether an appointment may be offered for the need."""
    return need.policy.appointment == "bookable" and need.policy.action in ("answer", "appointment")


def unit_of(need: Need | None) -> str:
    """The unit that attends to the need: general information when the need is not known."""
    return need.policy.unit if need else INFORMATION_UNIT


def provinces_elsewhere(need: Need | None) -> tuple[str, ...]:
    """Provinces (INE codes) where another administration manages the need."""
    return need.policy.elsewhere.provinces if need and need.policy.elsewhere else ()


def managed_elsewhere(need: Need | None, province: str | None) -> Elsewhere | None:
    """The other administration that manages the need in the province (INE code)."""
    return need.policy.elsewhere if need and province in provinces_elsewhere(need) else None


def open_channels(need: Need | None, attended: frozenset[Channel] = ALL_CHANNELS) -> tuple[Channel, ...]:
    """Channels with appointments for the need, the usual one first, of those ``attended`` in this installation.

    An appointment without a need may have any channel.
    """
    return tuple(channel for channel in (need.policy.channels if need else CHANNELS) if channel in attended)


def choose_channel(
    need: Need | None, asked: Channel | None, attended: frozenset[Channel] = ALL_CHANNELS
) -> Channel | None:
    """The channel asked for, or the usual one where the need has not that one. Without any, the one asked for stays."""
    possible = open_channels(need, attended)
    return asked if asked in possible or not possible else possible[0]
