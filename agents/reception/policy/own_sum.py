"""A sum of the person's own: when it is wanted, which one it is, and when a message goes on with it."""

from agents.reception.policy.policy_input import COURTESIES, LEANS, MOST_ANSWERING_WORDS, Decision, PolicyInput
from agents.understanding.label_groups import FEELINGS
from agents.understanding.reading import Reading

WITH_VALUE, ALONE = 0.35, 0.6
"""The probability from which a sum is wanted by a message that tells a value for it, and by one that tells none."""
_AGAIN = 0.15
"""The same of the sum made last, by one that tells another value: "and with 1,900?"."""
_ASKED_OF_US = 0.6
"""That of a message that asks for one's own case to be looked at."""
_PLAIN = 0.6
"""The probability from which it is plain which sum is meant, whatever is spoken of."""
_LIKELIER, _FEW_WORDS = 0.25, 4
"""By so much another sum is likelier than the one under way, which a message of so few words goes on with."""
_LEAST_BELIEF = 0.15
"""The probability of a need, from which a sum about it may be meant."""


def own_sum(s: PolicyInput) -> Decision | None:
    """The sum asked for, or gone on with; what is asked with it is answered as always."""
    if s.task is not None or s.says("book", "change", "cancel"):
        return None
    if s.pressed == "reply-how-computed" and s.sum_done in s.sum_needs:
        return Decision("answer", key="sum-steps", need=s.need or s.sum_needs[s.sum_done][0], sum=s.sum_done)
    if (name := _gone_on_with(s)) is not None:
        key = "" if s.sum_told.get(name) or s.says("affirm") else "sum-without"
        return Decision("answer", key=key, need=_need_of(s, name), sum=name)
    for reading in s.reading.parts or (s.reading,):
        if (name := wanted_sum(s, reading)) is not None:
            return Decision("answer", need=_need_of(s, name), sum=name)
    return None


def wanted_sum(s: PolicyInput, reading: Reading) -> str | None:
    """The likeliest sum about a need that the question may be about; None where none is wanted."""
    chances = reading.sums
    wanted = chances.wanted
    if wanted >= _AGAIN and s.says("personal_data") and s.says("question"):
        wanted = max(wanted, _ASKED_OF_US)
    likely = {one.need: one.confidence for one in reading.alternatives}
    if reading.need:
        likely.setdefault(reading.need, reading.confidence)
    if s.need and (reading.goes_on or reading.need is None or reading.leans >= LEANS):
        likely[s.need] = max(likely.get(s.need, 0.0), 0.5)
    about = {
        name: max((likely.get(need, 0.0) for need in needs), default=0.0) * chances.names.get(name, 0.0)
        for name, needs in s.sum_needs.items()
        if any(likely.get(need, 0.0) >= _LEAST_BELIEF for need in needs)
    }
    if not about:
        best = max(s.sum_needs, key=lambda name: chances.names.get(name, 0.0), default="")
        plain = chances.names.get(best, 0.0) >= _PLAIN and best in s.sum_told and not s.sure_need
        return best if plain and wanted >= WITH_VALUE else None
    about = {name: chance * (1 + len(s.sum_told.get(name, {}))) for name, chance in about.items()}
    best = max(about, key=about.__getitem__)
    if reading.as_of is not None and not s.sum_told.get(best, {}).keys() - {"leaving"}:
        return None  # the rules of another day are asked for
    if s.sum_told.get(best):
        return best if wanted >= (_AGAIN if best == s.sum_done else WITH_VALUE) else None
    return best if wanted >= ALONE and best != s.sum_done else None  # told again, it would be the same


def _gone_on_with(s: PolicyInput) -> str | None:
    """The sum under way, when the message tells something for it, or that what was asked for is not known."""
    asked = s.asked
    if asked is None or asked.about != "sum" or asked.sum not in s.sum_needs:
        return None
    tells = bool(s.sum_told.get(asked.sum))
    if asked.input:
        return asked.sum if tells or _knows_not(s, asked.sum) else None
    wanted = max(one.sums.wanted for one in s.reading.parts or (s.reading,))
    return asked.sum if tells and wanted >= _AGAIN and not _leaves(s, asked.sum) else None


def _knows_not(s: PolicyInput, under_way: str) -> bool:
    """Whether few words say nothing else than that what was asked for is not known, or yes."""
    few = len(s.screened.text.split()) <= MOST_ANSWERING_WORDS and s.pressed is None
    other = s.sure_need is not None and s.sure_need not in s.sum_needs[under_way]
    return few and not other and not s.says("question", "ack", "drop", "lets_go", "easier", *FEELINGS, *COURTESIES)


def _leaves(s: PolicyInput, under_way: str) -> bool:
    """Whether another sum is plainly meant."""
    names, other = s.reading.sums.names, wanted_sum(s, s.reading)
    if other is None or other == under_way or len(s.screened.text.split()) <= _FEW_WORDS:
        return False
    return names.get(other, 0.0) >= names.get(under_way, 0.0) + _LIKELIER


def _need_of(s: PolicyInput, name: str) -> str:
    """The need that is spoken of, if people want this sum of it."""
    needs = s.sum_needs[name]
    spoken = (s.reading.need, s.need)
    return next((need for need in spoken if need in needs), needs[0])
