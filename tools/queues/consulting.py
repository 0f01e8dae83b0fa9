"""What becomes of a consultation: each step as a pure function.

A step that was made already changes nothing, so that whoever got no answer may repeat it.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import get_args

from knowledge.languages import Language
from tools.errors import ConsultationNotFound, ConsultationOver, HandOffTaken, NobodyToAsk, NotAtDesk
from tools.queues.consultations import Asked, Consultation, Enquiry, StaffLine
from tools.queues.floor import Agent, Presence, Standing
from tools.queues.matching import AT_WORK


def asked(
    standing: Standing, asker: str, question: Enquiry, known: tuple[Asked, Sequence[Presence]], now: datetime
) -> Consultation:  # fmt: skip
    """A new one, named by who asks and the key. ``known``: what the question's ``to`` names, and who is there.

    Raises HandOffTaken, NotAtDesk, NobodyToAsk.
    """
    kind, present = known
    if standing.state != "held" or not standing.is_with(asker):
        raise HandOffTaken(standing.hand_off.id)
    agent = next((desk.agent for desk in present if desk.agent.who == asker), None)
    if agent is None:
        raise NotAtDesk(asker)
    name = name_of(standing.hand_off.id, asker, question.key)
    made = Consultation(name, standing.hand_off, agent, kind, question.to, "asked", now)
    if not any(is_asked(made, desk) for desk in present):
        raise NobodyToAsk(question.to)
    return _with_line(made, agent, question.text, question.key, now)


def name_of(hand_off_id: str, asker: str, key: str) -> str:
    """The id of what they asked with that key: asked again, it is the same."""
    return hashlib.sha256(f"{hand_off_id}|{asker}|{key}".encode()).hexdigest()[:32]


def kind_of(to: str, units: Iterable[str], present: Iterable[Presence]) -> Asked:
    """What the name is of. Raises NobodyToAsk."""
    if any(desk.agent.who == to for desk in present):
        return "agent"
    if to in units:
        return "unit"
    if to in get_args(Language):
        return "language"
    raise NobodyToAsk(to)


def is_asked(one: Consultation, desk: Presence) -> bool:
    """Whether the agent is asked: at work, and neither who asks nor who declined."""
    agent = desk.agent
    if one.state != "asked" or desk.state not in AT_WORK or agent.who in (one.asker.who, *one.declined):
        return False
    if one.asked == "agent":
        return agent.who == one.to
    return one.to in agent.languages if one.asked == "language" else not agent.units or one.to in agent.units


def taken(one: Consultation, who: str, present: Sequence[Presence], now: datetime) -> Consultation:
    """Open with ``who``. Raises NotAtDesk, ConsultationOver."""
    if one.state == "open" and one.colleague is not None and one.colleague.who == who:
        return one
    desk = next((desk for desk in present if desk.agent.who == who), None)
    if desk is None:
        raise NotAtDesk(who)
    if not is_asked(one, desk):
        raise ConsultationOver(one.id)
    return replace(one, state="open", since=now, colleague=desk.agent)


def declined(one: Consultation, who: str, present: Sequence[Presence], now: datetime) -> Consultation:
    """Left to the others who are asked; over when there is none. Raises ConsultationOver."""
    if who in one.declined:
        return one
    if not any(is_asked(one, desk) for desk in present if desk.agent.who == who):
        raise ConsultationOver(one.id)
    return _if_nobody(replace(one, declined=(*one.declined, who)), present, now)


def said(one: Consultation, who: str, text: str, key: str, now: datetime) -> Consultation:
    """With one more line. Raises ConsultationNotFound when it is not theirs, ConsultationOver."""
    writer = next((agent for agent in (one.asker, one.colleague) if agent is not None and agent.who == who), None)
    if writer is None:
        raise ConsultationNotFound(one.id)
    if any((line.who, line.key) == (who, key) for line in one.lines):
        return one
    if not one.lasts:
        raise ConsultationOver(one.id)
    return _with_line(one, writer, text, key, now)


def ended(one: Consultation, who: str, now: datetime) -> Consultation:
    """Over. Raises ConsultationNotFound when it is not theirs."""
    if not one.is_between(who):
        raise ConsultationNotFound(one.id)
    return replace(one, state="ended", since=now) if one.lasts else one


def settled(one: Consultation, standing: Standing, present: Sequence[Presence], now: datetime) -> Consultation:
    """As it was, or over: its asker has the hand-off no more, or who was asked is not there any more."""
    if not one.lasts:
        return one
    if standing.state != "held" or not standing.is_with(one.asker.who):
        return replace(one, state="ended", since=now)
    if one.state == "asked":
        return _if_nobody(one, present, now)
    here = one.colleague is not None and any(desk.agent.who == one.colleague.who for desk in present)
    return one if here else replace(one, state="left", since=now)


def concerning(who: str, current: Iterable[Consultation], present: Iterable[Presence]) -> tuple[Consultation, ...]:
    """What they are asked or have taken, and the last that they asked about each hand-off they hold; oldest first.

    ``current``: see ``Consultations.current``. How one ended is told to who asked, for as long as they hold the
    hand-off.
    """
    desks = [desk for desk in present if desk.agent.who == who]
    last: dict[str, Consultation] = {}
    for one in current:
        theirs = one.asker.who == who or (one.lasts and one.is_between(who))
        if theirs or any(is_asked(one, desk) for desk in desks):
            last[one.hand_off.id] = one
    return tuple(last.values())


def _if_nobody(one: Consultation, present: Sequence[Presence], now: datetime) -> Consultation:
    if any(is_asked(one, desk) for desk in present):
        return one
    return replace(one, state="declined" if one.declined else "left", since=now)


def _with_line(one: Consultation, writer: Agent, text: str, key: str, now: datetime) -> Consultation:
    line = StaffLine(len(one.lines) + 1, writer.who, writer.name, text, now, key)
    return replace(one, lines=(*one.lines, line))
