"""The other needs of a message that named several: kept until the first is dealt with, then offered or dropped."""

from collections.abc import Sequence
from dataclasses import replace

from agents.reception.policy.needs import decide_about_need
from agents.reception.policy.policy_input import Decision, PolicyInput
from agents.reception.tasks.task import Booking

MOST = 3
"""Needs kept: nobody remembers having asked for more."""


def reply_to_next_need(s: PolicyInput) -> Decision | None:
    """Yes or no to "you also asked about…". Anything else leaves the need waiting."""
    if s.asked is None or s.asked.about != "further" or not s.asked.needs or s.sure_need is not None:
        return None
    need = s.asked.needs[0]
    if s.says("deny"):
        return Decision("notice", key="anything-else", drops=s.asked.needs)
    if not s.says("affirm"):
        return None
    if s.action(need) == "appointment":
        return Decision("collect", task=Booking(), drops=s.asked.needs)
    return replace(decide_about_need(s, need), drops=s.asked.needs)


def still_pending(pending: Sequence[str], s: PolicyInput, decision: Decision) -> list[str]:
    """The needs left after this turn, in the order they were asked for."""
    task = decision.task.need if decision.task else None
    done = {decision.need, task, *decision.drops}
    further = () if s.asks_on else s.reading.further
    wanted = [*pending, *decision.then, *further]
    return [need for need in dict.fromkeys(wanted) if need not in done and need in s.catalogue][:MOST]
