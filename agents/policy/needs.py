"""What follows from a need: an answer, a booking, or the truth that there is none."""

from collections.abc import Callable

from agents.policy.situation import CLOSE, SURE, Decision, Situation
from agents.task import Task


def start_booking(s: Situation, need: str | None) -> Decision:
    """A booking for the need, or the truth when it takes none: walk in, go to another body, do it online."""
    if need is None or s.catalogue[need].policy.action == "change_appointment":
        return Decision("collect", task=Task("book", waiting="need"))
    policy = s.catalogue[need].policy
    if policy.action == "refer":
        return Decision("answer", need=need, aspect="how")
    if policy.appointment == "walk_in":
        return Decision("answer", key="book-walk-in", need=need, aspect="how")
    if policy.appointment == "none":
        return Decision("answer", key="book-not-needed", need=need, aspect="how")
    channel = policy.channels[0] if policy.channels else "in_person"
    return Decision("collect", need=need, task=Task("book", need=need, service=policy.service, channel=channel))


def clarify_or(s: Situation, go_on: Callable[[str], Decision]) -> Decision:
    """Go on with the best need, unless a second one is too close to choose for the citizen."""
    best, *others = s.candidates
    close = [other for other in others if best.confidence - other.confidence < CLOSE]
    if close and best.confidence < SURE:
        return Decision("clarify", options=(best.need, close[0].need))
    return go_on(best.need)


def picked_need(s: Situation) -> str | None:
    """The need picked when one or two were asked about: by a yes, its order, its name, or by saying more."""
    if s.asked is None or s.asked.about != "clarify":
        return None
    if len(s.asked.needs) == 1 and s.says("affirm") and not s.says("deny"):
        return s.asked.needs[0]
    option = s.reading.slots.get("option")
    if option is not None and option.value.isdigit() and int(option.value) <= len(s.asked.needs):
        return s.asked.needs[int(option.value) - 1]
    said = s.screened.text.casefold()
    for need in s.asked.needs:
        if said in {name.casefold() for name in s.catalogue[need].names.values()}:
            return need
    if s.sure_need is not None and s.sure_need not in s.asked.needs:
        return None
    return next((candidate.need for candidate in s.candidates if candidate.need in s.asked.needs), None)


def about(s: Situation, need: str) -> Decision:
    """A need was named: answer it, or go where it leads."""
    action = s.catalogue[need].policy.action
    if action == "change_appointment":
        return Decision("collect", task=Task("change", waiting="locator"))
    if action == "appointment" and s.reading.aspect is None and not s.says("question"):
        return start_booking(s, need if s.says("book") and s.need is None else s.need or None)
    key = "answer-not-decision" if s.says("decision_bait") else ""
    return Decision("answer", key=key, need=need, aspect=s.reading.aspect)
