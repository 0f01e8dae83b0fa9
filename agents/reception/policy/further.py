"""The other matters of a message that asked for two: kept until the first is dealt with, then come to or dropped."""

from collections.abc import Sequence
from dataclasses import replace

from agents.reception.policy.needs import about
from agents.reception.policy.situation import Decision, Situation
from agents.reception.task import Booking

MOST = 3
"""More than these nobody remembers having asked."""


def reply_to_further(s: Situation) -> Decision | None:
    """Yes or no to "you also asked about…". Anything else leaves the matter waiting."""
    if s.asked is None or s.asked.about != "further" or not s.asked.needs or s.sure_need is not None:
        return None
    need = s.asked.needs[0]
    if s.says("deny"):
        return Decision("notice", key="anything-else", drops=s.asked.needs)
    if not s.says("affirm"):
        return None
    if s.action(need) == "appointment":
        return Decision("collect", task=Booking(), drops=s.asked.needs)
    return replace(about(s, need), drops=s.asked.needs)


def still_pending(pending: Sequence[str], s: Situation, decision: Decision) -> list[str]:
    """What is left to come to after this turn, in the order it was asked for."""
    task = decision.task.need if decision.task else None
    done = {decision.need, task, *decision.drops}
    further = () if s.asks_on else s.reading.further
    wanted = [*pending, *decision.then, *further]
    return [need for need in dict.fromkeys(wanted) if need not in done and need in s.catalogue][:MOST]
