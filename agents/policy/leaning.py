"""A turn that names no matter of its own is about the one on the table: "and for my sister?", "how much is it?"."""

from agents.policy.situation import Decision, Situation
from knowledge.passages import Aspect

WHO: Aspect = "who"
"""What is told of a need for somebody else when no side of it was spoken of before."""


def leans(s: Situation) -> Decision | None:
    """Answer the side asked about, or the one last answered; with nothing on the table, ask which matter it is."""
    if not s.reading.leaning or s.says("repeat", "complaint", "insult", "goodbye"):
        return None
    asks = s.says("question") or s.reading.aspect is not None
    if s.says("third_person") and not asks:
        return Decision("notice", key="for-other")
    if not asks:
        return None
    if s.need is None:
        return Decision("notice", key="about-what")
    if s.reading.aspect is None and not s.says("third_person"):
        return Decision("answer", need=s.need)
    key = "answer-for-other" if s.says("third_person") else ""
    return Decision("answer", key=key, need=s.need, aspect=s.reading.aspect or s.aspect or WHO)
