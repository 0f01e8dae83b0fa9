"""What agents do with a hand-off: each step as a pure function from where it stands to where it stands then.

A step that was made already changes nothing, so that whoever got no answer may repeat it.
"""

from dataclasses import asdict, replace
from datetime import datetime
from typing import Literal

from tools.errors import DeskFull, HandOffTaken, NotAtDesk, TransferImpossible
from tools.queues.floor import Agent, End, Presence, PutRight, Standing, Transfer
from tools.queues.hand_offs import HandOff, renewed
from tools.queues.matching import misfit_of

Goal = Literal["agent", "unit"] | None
"""What a transfer names: an agent at work, a unit, or nobody."""


def accepted(standing: Standing, who: str, presence: Presence | None, now: datetime) -> Standing:
    """Held by ``who``. Raises HandOffTaken, NotAtDesk, DeskFull."""
    if standing.state == "held" and standing.is_with(who):
        return standing
    if not (standing.state == "waiting" or standing.is_with(who)):
        raise _taken(standing)
    if presence is None:
        raise NotAtDesk(who)
    if presence.full:
        raise DeskFull(who)
    agent = presence.agent
    return replace(
        standing, state="held", since=now, until=None, agent=agent, misfit=misfit_of(standing, agent), declined={}
    )


def declined(standing: Standing, who: str, now: datetime) -> Standing:
    """Waiting for others. Raises HandOffTaken when it was not offered to ``who``."""
    if standing.state == "offered" and standing.is_with(who):
        return put_off(standing, now)
    if standing.state == "waiting" and who in standing.declined:
        return standing
    raise _taken(standing)


def put_off(standing: Standing, now: datetime) -> Standing:
    """An offer that its agent did not take; whoever it was sent to, others may have it now."""
    who = _holder(standing).who
    wanted = None if standing.wanted_agent == who else standing.wanted_agent
    return replace(withdrawn(standing), wanted_agent=wanted, declined={**standing.declined, who: now})


def withdrawn(standing: Standing) -> Standing:
    """An offer taken back: it waits as it did."""
    return replace(standing, state="waiting", until=None, misfit=())


def given_back(standing: Standing, now: datetime) -> Standing:
    """In front, since its agent cannot go on with it."""
    return replace(standing, state="waiting", since=now, front=True, misfit=(), supervisor=False)


def transferred(standing: Standing, who: str, transfer: Transfer, goal: Goal, now: datetime) -> Standing:
    """Waiting in front for that agent or unit. Raises HandOffTaken, TransferImpossible."""
    agent = transfer.to if goal == "agent" else None
    unit = transfer.to if goal == "unit" else standing.wanted_unit
    sent = replace(standing, wanted_agent=agent, wanted_unit=unit, note=transfer.note or None)
    if standing.waits and _had(standing, who) and sent == standing:
        return standing
    _require_held(standing, who)
    if goal is None or agent == who:
        raise TransferImpossible(transfer.to)
    return replace(given_back(sent, now), declined={who: now})


def handed_over(
    standing: Standing, who: str, transfer: Transfer, presence: Presence | None, now: datetime
) -> Standing:  # fmt: skip
    """Held by the agent who agreed. Raises HandOffTaken, TransferImpossible when they are gone, DeskFull."""
    _require_held(standing, who)
    if presence is None or transfer.to == who:
        raise TransferImpossible(transfer.to)
    if presence.full:
        raise DeskFull(transfer.to)
    given = replace(given_back(standing, now), note=transfer.note or None, wanted_agent=None)
    agent = presence.agent
    return replace(given, state="held", agent=agent, misfit=misfit_of(given, agent), declined={})


def ended(standing: Standing, who: str, state: End, now: datetime) -> Standing:
    """Returned to the assistant, or closed. Raises HandOffTaken."""
    if standing.state == state and _had(standing, who):
        return standing
    _require_held(standing, who)
    return replace(standing, state=state, since=now, front=False, wanted_agent=None, supervisor=False)


def put_right(standing: Standing, who: str, reading: PutRight) -> Standing:
    """Read otherwise, by whom holds it. Raises HandOffTaken."""
    _require_held(standing, who)
    after = replace(standing, hand_off=replace(standing.hand_off, **asdict(reading)))
    return replace(after, misfit=misfit_of(after, _holder(standing)))


def with_supervisor(standing: Standing, who: str) -> Standing:
    """With a supervisor asked in. Raises HandOffTaken."""
    _require_held(standing, who)
    return replace(standing, supervisor=True)


def added_again(standing: Standing, hand_off: HandOff, now: datetime) -> Standing:
    """With what was said since; one that was over waits again, at a new place. Raises HandOffMismatch."""
    fresh = renewed(standing.hand_off, hand_off)
    if standing.state not in ("returned", "closed"):
        return replace(standing, hand_off=fresh)
    anew = replace(fresh, created_at=hand_off.created_at)
    return Standing(anew, "waiting", now, agent=standing.agent, apart=standing.apart)


def _require_held(standing: Standing, who: str) -> None:
    if standing.state != "held" or not standing.is_with(who):
        raise _taken(standing)


def _taken(standing: Standing) -> HandOffTaken:
    agent = standing.agent if standing.state == "held" else None
    return HandOffTaken(standing.hand_off.id, agent.name if agent else None)


def _had(standing: Standing, who: str) -> bool:
    return standing.agent is not None and standing.agent.who == who


def _holder(standing: Standing) -> Agent:
    assert standing.agent is not None
    return standing.agent
