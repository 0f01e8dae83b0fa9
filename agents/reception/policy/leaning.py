"""A turn that names no matter of its own is about the one on the table: "and for my sister?", "and at 63?"."""

from dataclasses import replace

from agents.reception.policy.needs import MEASURED_BY_RULES, RULES, decide_about_need
from agents.reception.policy.policy_input import Decision, PolicyInput
from agents.understanding.shared.labels import SURE
from knowledge.passages import Aspect

WHO: Aspect = "who"
"""The aspect answered for somebody else when no aspect was spoken of before."""


def leans(s: PolicyInput) -> Decision | None:
    """Answer the side asked about, or the one last answered; with nothing on the table, ask which matter it is."""
    if s.says("repeat", "complaint", "insult", "goodbye"):
        return None
    return _by_phrases(s) if s.reading.leaning else _asks_on(s)


def _by_phrases(s: PolicyInput) -> Decision | None:
    if s.reading.conditions and s.need is not None:
        return _of_the_same(s, s.need)
    if s.reading.need is not None:  # it told a situation, and nothing is on the table
        return None
    if (alone := s.reading.alone) and s.need is None and alone.confidence >= max(SURE, s.reading.leans):
        return decide_about_need(s, alone.need)  # with nothing on the table, it only seemed to lean
    asks = s.says("question", "leans") or s.reading.aspect is not None
    if s.says("third_person") and not asks:
        return Decision("notice", key="for-other")
    if not asks:
        return None
    if s.need is None:  # "hello, how are you?" asks nothing
        return None if s.says("greeting") and not s.says("leans") else Decision("notice", key="about-what")
    if s.reading.aspect is None and not s.says("third_person"):
        return Decision("answer", need=s.need)
    key = "answer-for-other" if s.says("third_person") else ""
    return Decision("answer", key=key, need=s.need, aspect=s.reading.aspect or s.aspect or WHO)


def _asks_on(s: PolicyInput) -> Decision | None:
    """Answer by its own words; with nothing on the table and no need beyond doubt, ask which need it is."""
    if s.asks_on is not None:
        decision = decide_about_need(s, s.asks_on)
        return replace(decision, key="answer-for-other") if s.says("third_person") and not decision.key else decision
    if s.says("leans") and s.need is None and s.sure_need is None and not s.asks_elsewhere:
        return Decision("notice", key="about-what")
    return None


def reply_to_condition(s: PolicyInput) -> Decision | None:
    """The condition asked for was told: answer the same question again, for that condition."""
    asked = s.asked
    if asked is None or asked.about != "condition" or asked.condition not in s.reading.conditions:
        return None
    if not asked.needs or s.says("book", "change", "cancel") or not (s.reading.leaning or s.sure_need is None):
        return None
    return Decision("answer", need=asked.needs[0], aspect=asked.aspect, text=asked.text, measure=asked.measure)


def _of_the_same(s: PolicyInput, need: str) -> Decision:
    """The last question again, with what this turn changes of it; of somebody else's years, what is required."""
    last = s.question
    if s.says("third_person") and s.reading.aspect is None and MEASURED_BY_RULES & set(s.reading.conditions):
        return Decision("answer", key="answer-for-other", need=need, aspect=RULES)
    aspect = s.reading.aspect or s.aspect
    if last is None:
        return Decision("answer", need=need, aspect=aspect)
    return Decision("answer", need=need, aspect=aspect, text=last.text, measure=s.reading.measure or last.measure)
