"""Who is offered what: pure, over all that is open and everybody who is at work."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from tools.queues.floor import DECLINED_FOR, OFFERED_FOR, Agent, Misfit, Presence, Standing

AT_WORK = ("available", "busy", "after_contact")
"""States of who may be asked for something, free or not."""


def offers(standings: Iterable[Standing], present: Sequence[Presence], now: datetime) -> tuple[Standing, ...]:
    """Those that wait and can be offered to somebody free, as offered to the one who serves them best.

    By place, the first first. As many are offered as can be: an agent who serves a later one too is left to it when
    another serves the earlier one. Nobody who could be served waits while a free agent is offered nothing.
    """
    free = sum(desk.free for desk in present)
    options: dict[str, list[Presence]] = {}
    given: dict[str, Standing] = {}
    for standing in sorted((one for one in standings if one.state == "waiting"), key=lambda one: one.place):
        if len(given) == free:
            break
        options[standing.hand_off.id] = free_for(standing, present, now)
        _seat(standing, options, given, set())
    desks = {desk.agent.who: desk.agent for desk in present}
    made = [_offered(standing, desks[who], now) for who, standing in given.items()]
    return tuple(sorted(made, key=lambda one: one.place))


def free_for(standing: Standing, present: Sequence[Presence], now: datetime) -> list[Presence]:
    """Who is free to be offered it, best first: who declined last, then skill, fewest held, asked longest ago."""
    need = standing.hand_off.need
    declined = set(standing.declined)
    resting = {who for who, at in standing.declined.items() if at <= now < at + DECLINED_FOR}
    desks = [desk for desk in serving(standing, present) if desk.free and desk.agent.who not in resting]

    def rank(desk: Presence) -> tuple[bool, bool, int, float, str]:
        agent = desk.agent
        asked = desk.asked_at.timestamp() if desk.asked_at else 0.0
        return agent.who in declined, need not in agent.skills, desk.held, asked, agent.who

    return sorted(desks, key=rank)


def serving(standing: Standing, present: Sequence[Presence]) -> list[Presence]:
    """Who at work, free or not, serves it: the agent it was sent to, or else those who fit best.

    Both language and unit; where nobody does, the language; then the unit; then anybody.
    """
    at_work = [desk for desk in present if desk.state in AT_WORK]
    sent_to = [desk for desk in at_work if desk.agent.who == standing.wanted_agent]
    if sent_to or not at_work:
        return sent_to
    fits = [(_strangeness(misfit_of(standing, desk.agent)), desk) for desk in at_work]
    best = min(strangeness for strangeness, _ in fits)
    return [desk for strangeness, desk in fits if strangeness == best]


def misfit_of(standing: Standing, agent: Agent) -> tuple[Misfit, ...]:
    """What of it the agent does not serve."""
    misfit = list[Misfit]()
    if standing.hand_off.language not in agent.languages:
        misfit.append("language")
    if agent.units and standing.unit not in agent.units:
        misfit.append("unit")
    return tuple(misfit)


def ahead_of(standing: Standing, standings: Iterable[Standing], present: Sequence[Presence]) -> int:
    """How many go first: those before it that an agent of its own serves too; all before it while nobody serves it."""
    before = [one for one in standings if one.waits and one.place < standing.place]
    own = _who_serves(standing, present)
    if not own:
        return len(before)
    kinds = {_kind(one): one for one in before}
    meets = {kind for kind, one in kinds.items() if own & _who_serves(one, present)}
    return sum(_kind(one) in meets for one in before)


def _who_serves(standing: Standing, present: Sequence[Presence]) -> set[str]:
    return {desk.agent.who for desk in serving(standing, present)}


def _kind(standing: Standing) -> tuple[str, str, str | None]:
    """What decides who serves it."""
    return standing.hand_off.language, standing.unit, standing.wanted_agent


def _seat(standing: Standing, options: dict[str, list[Presence]], given: dict[str, Standing], tried: set[str]) -> bool:
    """Give it to the best agent with nothing yet, or to one whose own goes to another; whoever was given, stays so."""
    whos = [desk.agent.who for desk in options[standing.hand_off.id]]
    for who in whos:
        if who not in given:
            given[who] = standing
            return True
    for who in whos:
        if who not in tried:
            tried.add(who)
            if _seat(given[who], options, given, tried):
                given[who] = standing
                return True
    return False


def _strangeness(misfit: tuple[Misfit, ...]) -> int:
    return ("language" in misfit) * 2 + ("unit" in misfit)


def _offered(standing: Standing, agent: Agent, now: datetime) -> Standing:
    return replace(standing, state="offered", until=now + OFFERED_FOR, agent=agent, misfit=misfit_of(standing, agent))
