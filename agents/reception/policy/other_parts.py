"""Several things asked in one message: each that an article answers is answered, after what is decided of the first."""

from collections.abc import Callable
from dataclasses import replace

from agents.reception.policy.own_sum import same_family, wanted_sum
from agents.reception.policy.policy_input import FLOOR, Decision, PolicyInput
from agents.understanding.appointments.steps import WISHES
from agents.understanding.asked_parts import about_part
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import LEANS, SURE
from knowledge.content.needs import Action

_OPEN = frozenset({"not-understood", "not-understood-again", "out-of-scope", "about-what", "answer-other-matter"})
"""Notices that leave a question unanswered."""
_NO_QUESTION: tuple[Action | None, ...] = ("person", "emergency", None)
"""Actions of needs that no article answers."""


def with_other_parts(s: PolicyInput, decide: Callable[[PolicyInput], Decision]) -> Decision:
    """The decision about the first part, with the other parts; about the first that can be answered, where it is not.

    A wish for an appointment comes before what is asked beside it. ``decide``: decides about a message that asks one
    thing.
    """
    main, first = _part_to_decide(s), s.reading.parts[0]
    decision = decide(s if main is first else replace(s, reading=about_part(main, s.reading)))
    others, part = tuple(one for one in s.reading.parts if one is not main), None if main is first else main
    if decision.sum:
        sums = [wanted_sum(s, one) for one in s.reading.parts]
        rest = tuple(one for one, name in zip(s.reading.parts, sums, strict=True) if name is None)
        others_too = any(name is not None and not same_family(s, name, decision.sum) for name in sums)
        told = _also(s, decision, rest)
        return replace(told, unanswered=told.unanswered or others_too)
    if decision.route == "answer":
        return _also(s, replace(decision, part=part), others)
    if decision.route == "collect":  # what it is for was read already: the rest is asked beside it
        asked = [one for one in s.reading.parts if not one.labels & WISHES]
        also = tuple(one for one in asked if _has_answer(s, one) and _asks_beside(one, decision))
        return replace(decision, part=part, also=also, aside=decision.aside or bool(also))
    if decision.key == "handoff-when":  # "when will they call? And can I ask for it again?"
        asked = [_of_the_table(s, one) for one in others if _asks(one)]
        also = tuple(one for one in asked if _has_answer(s, one))
        return replace(decision, also=also, aside=bool(also))
    if decision.route == "clarify" or decision.key in _OPEN:
        for place, part in enumerate(others):
            about = decide(replace(s, reading=part))
            if about.route == "answer":
                told = _also(s, replace(about, part=part), others[place + 1 :])
                return replace(told, unanswered=told.unanswered or any(map(_asks, (main, *others[:place]))))
    return decision


def _part_to_decide(s: PolicyInput) -> Reading:
    """The first; or the one that wants an appointment for a matter which it names, where the first wants none."""
    first, *later = s.reading.parts
    wishes = [] if first.labels & WISHES else [one for one in later if one.labels & WISHES]
    return next((one for one in wishes if replace(s, reading=one).sure_matter), first)


def _also(s: PolicyInput, decision: Decision, others: tuple[Reading, ...]) -> Decision:
    """With the others that are answered too; what asks more of the same matter is, however little it names it."""
    also = tuple(one for one in others if _has_answer(s, one) or (decision.need and one.need == decision.need))
    return replace(decision, also=also, unanswered=any(_asks(one) for one in others if one not in also))


def _asks(part: Reading) -> bool:
    """Whether it is a question, and not what is told before or after one: "it's all I have"."""
    return part.asks or "leans" in part.labels or "?" in part.words.asked


def _of_the_table(s: PolicyInput, part: Reading) -> Reading:
    """What names no matter leans on the one that was spoken of before the person was asked about."""
    if part.leans < LEANS or s.need is None or s.action(part.need) not in _NO_QUESTION:
        return part
    return replace(part, need=s.need, confidence=max(part.confidence, SURE), goes_on=True, out_of_scope=False)


def _asks_beside(part: Reading, decision: Decision) -> bool:
    """Whether it is not only what the appointment is for, or a question that its papers and place answer."""
    need = decision.task.need if decision.task else None
    return part.need != need or ("question" in part.labels and "leans" not in part.labels)


def _has_answer(s: PolicyInput, part: Reading) -> bool:
    """Whether an article may answer it."""
    likely = part.need is not None and part.confidence >= FLOOR and not part.out_of_scope
    return likely and s.action(part.need) not in _NO_QUESTION
