"""A round of the floor: what nobody has any more waits again, and what waits is offered. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from tools.queues import steps
from tools.queues.floor import VANISHED_AFTER, Presence, Standing
from tools.queues.matching import offers


def play(standings: Iterable[Standing], present: Sequence[Presence], now: datetime) -> tuple[Standing, ...]:
    """Those of the open hand-offs that change, as they stand then. ``present`` has everybody who came in."""
    before = list(standings)
    here = heard(present, now)
    counts = {desk.agent.who: desk for desk in counted(here, before)}
    settled = [_settled(one, counts, now) for one in before]
    offered = {one.hand_off.id: one for one in offers(settled, counted(here, settled), now)}
    after = [offered.get(one.hand_off.id, one) for one in settled]
    return tuple(new for old, new in zip(before, after, strict=True) if new != old)


def heard(present: Iterable[Presence], now: datetime) -> list[Presence]:
    """Those who were heard of in time."""
    return [desk for desk in present if now - desk.heard_at < VANISHED_AFTER]


def counted(present: Iterable[Presence], standings: Iterable[Standing]) -> list[Presence]:
    """With how much they have of these."""
    have = Counter((one.state, one.agent.who) for one in standings if one.agent)
    return [
        replace(desk, held=have["held", desk.agent.who], offered=have["offered", desk.agent.who]) for desk in present
    ]


def _settled(standing: Standing, here: dict[str, Presence], now: datetime) -> Standing:
    """As it was, or waiting again: its agent vanished, stopped, has enough or did not answer."""
    desk = here.get(standing.agent.who) if standing.agent else None
    if standing.state == "held" and desk is None:
        return steps.given_back(standing, now)
    if standing.state != "offered":
        return standing
    if desk is None or desk.state != "available" or desk.full:
        return steps.withdrawn(standing)
    return steps.put_off(standing, now) if standing.until is None or now >= standing.until else standing
