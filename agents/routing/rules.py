"""Routing rules that follow from the policy of a need."""

from typing import Literal, get_args

from knowledge.administration import Administration
from knowledge.channels import Channel
from knowledge.content.needs import Elsewhere, Need

RouteKind = Literal["answer", "book", "change", "walk_in", "online", "other_body", "person", "emergency"]
"""``online``: there are no appointments, only the official page. ``other_body``: another body attends the need."""
Seeks = Literal["answer", "appointment", "person"]

CHANNELS: tuple[Channel, ...] = get_args(Channel)
ALL_CHANNELS = frozenset(CHANNELS)


def kind_of(need: Need, seeks: Seeks = "appointment", province: str | None = None) -> RouteKind:
    """The route of a need: a person first, then another body, then what is sought. ``province`` is an INE code."""
    if need.policy.action == "emergency":
        return "emergency"
    if seeks == "person" or need.policy.action == "person":
        return "person"
    if need.policy.action == "change_appointment":
        return "change"
    if need.policy.action == "refer" or managed_elsewhere(need, province):
        return "other_body"
    if seeks == "answer" and need.policy.action == "answer":
        return "answer"
    if need.policy.bookable:
        return "book"
    return "walk_in" if need.policy.appointment == "walk_in" else "online"


def is_ours(body: str, administration: Administration) -> bool:
    """Whether the body belongs to the administration or acts for it."""
    return administration.bodies[body].ours


def unit_of(need: Need | None, administration: Administration) -> str:
    """The unit that attends to the need: the general one when the need is not known."""
    return need.policy.unit if need else administration.default_unit


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
