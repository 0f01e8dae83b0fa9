"""Rules for being called back: offered, arranged step by step, moved or given up."""

from agents.reception.policy.policy_input import MOST_ANSWERING_WORDS, Decision, PolicyInput
from tools.reading.slots import SlotName

_ANSWERS: frozenset[SlotName] = frozenset({"phone", "option", "date", "time", "part_of_day", "number"})


def call_back(s: PolicyInput) -> Decision | None:
    """What is said of a call-back. A wish for a person while one is arranged is another matter, and so is danger."""
    if not s.here.calls_back or s.in_danger:
        return None
    if s.pressed in ("reply-call-back", "reply-move-call"):
        return Decision("call", key="ask")
    if s.call.promised and s.call.arranged is None:
        return _about_promised(s)
    if s.call.arranged is not None:
        return _arranges(s)
    offered = s.asked is not None and s.asked.about == "call_back"
    return Decision("call", key="ask") if offered and _says_yes(s) else None


def _about_promised(s: PolicyInput) -> Decision | None:
    """Of a call that is promised, where no appointment can be meant."""
    if s.pressed == "reply-cancel-call":
        return Decision("call", key="cancel")
    if s.task is not None or s.booked is not None or "locator" in s.reading.slots:
        return None
    if s.says("cancel") and not s.says("question"):
        return Decision("call", key="cancel")
    if s.says("change") and not s.says("question"):
        return Decision("call", key="ask")
    return Decision("call", key="when") if s.says("after_hand_off") else None


def _arranges(s: PolicyInput) -> Decision | None:
    assert s.call.arranged is not None
    if s.pressed == "reply-no-call":
        return Decision("call", key="leave")
    if s.pressed == "reply-person" or (s.pressed is None and s.says("person")):
        return None
    asks = s.says("question") and s.sure_need is not None
    if s.call.arranged.window is not None and _says_yes(s) and not asks:
        return Decision("call", key="keep")
    if _answers(s) and not asks:
        return Decision("call", key="ask")
    short = len(s.screened.text.split()) <= MOST_ANSWERING_WORDS
    gives_up = s.pressed == "reply-no" or (short and s.says("deny", "drop", "cancel"))
    return Decision("call", key="leave") if gives_up else None


def _answers(s: PolicyInput) -> bool:
    return s.call.names_window or not _ANSWERS.isdisjoint(s.reading.slots)


def _says_yes(s: PolicyInput) -> bool:
    return s.pressed == "reply-yes" or (s.says("affirm") and not s.says("deny", "question"))
