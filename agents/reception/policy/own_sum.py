"""A sum of the person's own: when it is wanted, which one it is, and when a message goes on with it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from agents.reception.policy.policy_input import COURTESIES, MOST_ANSWERING_WORDS, Decision, PolicyInput
from agents.understanding.labels.label_groups import FEELINGS
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import LEANS
from agents.understanding.sums.asks import OUTRIGHT, SumAsk

WITH_VALUE, ALONE = 0.35, 0.6
"""The probability from which a sum is wanted by a message that tells a value for it, and by one that tells none."""
_AGAIN = 0.15
"""The same of the sum made last, by one that tells another value: "and with 1,900?"."""
_ASKED_OF_US, _MUCH = 0.6, 0.4
"""That of a message that asks for one's own case to be looked at, or for one's own amount in so many words; and of one
that asks how much, of what is spoken of."""
_PLAIN = 0.6
"""The probability from which it is plain which sum is meant, whatever is spoken of."""
_VALUES = 3
"""From so many values told for it, a sum is plain by them."""
_LIKELIER, _FEW_WORDS = 0.25, 4
"""By so much another sum is likelier than the one under way, which a message of so few words goes on with."""
_LEAST_BELIEF = 0.15
"""The probability of a need, from which a sum about it may be meant."""
_OTHER_MATTER = 0.5
"""The same, in a conversation that is about another matter."""
_ENDS, _MOST_WORDS_OF_DOUBT = re.compile(r"[!?]|\.(?!\d)"), 12
_ROUNDED = 0.01
"""By so much of a figure told, at most, people round it."""
_FIGURE, _CENTS, _LEAST_DIGITS = re.compile(r"\d[\d.,\u00a0\u202f ]*\d"), re.compile(r"[.,]\d{1,2}\Z"), 3
YEARS = range(1930, 2061)
"""Figures that may be years and no amounts."""
_OF_WHOM: frozenset[SumAsk] = frozenset({"theirs", "mine", "child"})
"""Asks that say whose sum it is, and ask for none."""
_CHILD: SumAsk = "child"
"""It says of which person of a matter with several sums it is."""
_OWN_AMOUNT: frozenset[SumAsk] = frozenset({"make", "amount"})
_OTHER_SIDES = ("documents", "how", "after")
"""What may be asked of a matter besides amounts."""
_UNTAUGHT = 0.5
"""How probable a sum is that no model tells from others, where its need is asked about."""


def own_sum(s: PolicyInput) -> Decision | None:
    """The sum asked for, or gone on with; what is asked with it is answered as always."""
    if s.task is not None or s.says("book", "change", "cancel") or _lets_it_be(s):
        return None
    if (again := _of_the_last(s) or _of_a_child(s)) is not None:
        return again
    if (name := _gone_on_with(s)) is not None:
        key = "" if s.sum_told.get(name) or s.says("affirm") else "sum-without"
        also = _asked_beside(s) if not key else ()
        return Decision("answer", key=key, need=_need_of(s, name), sum=name, also=also)
    left = _left_to_a_person(s)
    for reading in s.reading.parts or (s.reading,):
        name = wanted_sum(s, reading)
        if name is not None and not (left and left.need in s.sum_needs[name]):  # its term is no amount
            return Decision("answer", need=_need_of(s, name), sum=name)
    return left


def _left_to_a_person(s: PolicyInput) -> Decision | None:
    """What one would get oneself, of a matter that is looked at by people: the line that says why."""
    for reading in s.reading.parts or (s.reading,):
        likely = _likely_needs(s, reading)
        need = max(likely, key=likely.__getitem__, default="")
        unit = s.sum_memory.left.get(need)
        if unit and likely[need] >= _OTHER_MATTER and reading.sums.asks & _OWN_AMOUNT:
            return Decision("answer", need=need, unit=unit)
    return None


def _lets_it_be(s: PolicyInput) -> bool:
    """Whether what is spoken of is dropped, and nothing is asked or told: no sum begins with that."""
    return s.says("drop", "lets_go") and not s.says("question") and not s.sum_told


def _asked_beside(s: PolicyInput) -> tuple[Reading, ...]:
    """What is asked beside a value told for a sum, where that is about no sum: "1500. And who pays it?"."""
    reading, questions = s.reading, " ".join(f"{one.strip()}?" for one in _questions(s.screened.text))
    asks = s.says("question") and reading.need is not None and not (reading.parts or reading.out_of_scope)
    if not (asks and questions) or _wanted(s, reading) >= WITH_VALUE or reading.sums.asks - _OF_WHOM:
        return ()
    return (replace(reading, words=replace(reading.words, asked=questions)),)


def same_family(s: PolicyInput, name: str, other: str) -> bool:
    """Whether both sums are about the same matter: one tells what the other lacks."""
    return not set(s.sum_needs.get(name, ())).isdisjoint(s.sum_needs.get(other, ()))


def wanted_sum(s: PolicyInput, reading: Reading) -> str | None:
    """The likeliest sum about a need that the question may be about; None where none is wanted."""
    likely, wanted = _likely_needs(s, reading), _wanted(s, reading)
    beliefs = {name: max((likely.get(need, 0.0) for need in needs), default=0.0) for name, needs in s.sum_needs.items()}
    scores = {name: _score(s, reading, name, belief) for name, belief in beliefs.items()}
    best = max(scores, key=scores.__getitem__, default="")
    if not best or scores[best] == 0.0:
        return None
    best = _plainest(s, reading, best)
    if beliefs[best] < _least_belief(s, best) and not _is_plain(s, reading, best):
        return None
    best = _as_told(s, reading, best)
    told, known = s.sum_told.get(best, {}), s.sum_memory.known.get(best, {})
    if reading.as_of is not None and not (told.keys() - {"leaving"} or known):
        return None  # the rules of another day are asked for
    if told:
        return best if wanted >= (_AGAIN if best == s.sum_done else WITH_VALUE) else None
    if best == s.sum_done and not s.sum_memory.lacks:  # told again, it would be the same
        asks = reading.sums.asks
        few = len(s.screened.text.split()) <= _MOST_WORDS_OF_DOUBT
        return best if "make" in asks or (asks & OUTRIGHT and few) else None
    return best if wanted >= ALONE else None


def _least_belief(s: PolicyInput, name: str) -> float:
    """How likely the matter of a sum has to be: more, where the conversation is about another. What a widow is paid is
    told to nobody who speaks of somebody alive and is only perhaps understood so.
    """
    return _OTHER_MATTER if _elsewhere(s, name) else _LEAST_BELIEF


def _elsewhere(s: PolicyInput, name: str) -> bool:
    """Whether the conversation is about another matter than that of a sum."""
    return s.need is not None and s.need not in s.sum_needs[name]


def _likely_needs(s: PolicyInput, reading: Reading) -> Mapping[str, float]:
    likely = {one.need: one.confidence for one in reading.alternatives}
    if reading.need:
        likely.setdefault(reading.need, reading.confidence)
    if s.need and (reading.goes_on or reading.need is None or reading.leans >= LEANS):
        likely[s.need] = max(likely.get(s.need, 0.0), 0.5)
    return likely


def _wanted(s: PolicyInput, reading: Reading) -> float:
    chances = reading.sums
    wanted = chances.wanted
    if wanted >= _AGAIN and s.says("personal_data") and s.says("question"):
        wanted = max(wanted, _ASKED_OF_US)
    if chances.asks & OUTRIGHT:
        return max(wanted, _ASKED_OF_US)
    return max(wanted, _MUCH) if "much" in chances.asks else wanted


def _score(s: PolicyInput, reading: Reading, name: str, belief: float) -> float:
    """How well a sum fits what is asked, what it is about, and what was told for it."""
    names = reading.sums.names
    chance = names.get(name, 0.0) if name in names or not names else (_UNTAUGHT if belief >= _UNTAUGHT else 0.0)
    return chance * (_LEAST_BELIEF + belief) * (1 + len(s.sum_told.get(name, {})))


def _is_plain(s: PolicyInput, reading: Reading, name: str) -> bool:
    """Whether it is plain which sum is meant, whatever else it is about: two values for it leave no doubt."""
    told = s.sum_told.get(name, {})
    by_values = _by_values(s, reading, name) or _of_one_matter(s, reading)
    if s.sure_need is None and _wanted(s, reading) >= ALONE and by_values:
        return True
    if reading.sums.names.get(name, 0.0) < _PLAIN or not told or _wanted(s, reading) < WITH_VALUE:
        return False
    doubtless = s.sure_need is None and not _elsewhere(s, name)
    return doubtless or (len(told) > 1 and _wanted(s, reading) >= ALONE)


def _of_one_matter(s: PolicyInput, reading: Reading) -> bool:
    """Whether one's own amount or date is asked for in so many words, and only sums of one matter take what is told for
    it: of a birth, it is that of a pension.
    """
    told = [name for name in s.sum_told if _may_be_meant(s, reading, name)]
    one = told and all(same_family(s, told[0], other) for other in told[1:]) and not _elsewhere(s, told[0])
    return bool(one and reading.sums.asks & OUTRIGHT)


def _may_be_meant(s: PolicyInput, reading: Reading, name: str) -> bool:
    """Not a sum that no model tells from others, where its need is not asked about: two children are told for many
    reasons.
    """
    likely = _likely_needs(s, reading)
    taught = name in reading.sums.names or not reading.sums.names
    return taught or any(likely.get(need, 0.0) >= _UNTAUGHT for need in s.sum_needs[name])


def _by_values(s: PolicyInput, reading: Reading, name: str) -> bool:
    """Whether what is told leaves no other matter: a birth, years contributed and a base are of a retirement."""
    rivals = {one: told for one, told in s.sum_told.items() if _may_be_meant(s, reading, one)}
    others = (len(told) for one, told in rivals.items() if not same_family(s, one, name))
    return len(s.sum_told.get(name, {})) >= max(_VALUES, 2 + max(others, default=0))


def _plainest(s: PolicyInput, reading: Reading, best: str) -> str:
    """The best; or one that is plainly meant by two values told for it, more than for the best: a due date and a base
    are of the leave, named or not.
    """
    least = max(1, len(s.sum_told.get(best, {})))
    rivals = [name for name in s.sum_told if _may_be_meant(s, reading, name)]
    more = {name: len(s.sum_told[name]) for name in rivals if len(s.sum_told[name]) > least}
    return max((name for name in more if _is_plain(s, reading, name)), key=more.__getitem__, default=best)


def _as_told(s: PolicyInput, reading: Reading, name: str) -> str:
    """The sum of the same matter that what is told is for: "when?", with a day to leave, asks about that day; and the
    one that its words ask for, unless the need is of the other alone.
    """
    told = {key for values in s.sum_told.values() for key in values}
    asks = reading.sums.asks
    for key, other in s.sum_memory.instead.get(name, {}).items():
        by_words = key in asks and asks.isdisjoint(("date", "cut"))
        alone = (
            key != _CHILD
            and reading.need in s.sum_needs.get(name, ())
            and reading.need not in s.sum_needs.get(other, ())
        )
        if key in told or (by_words and not alone):
            return other
    return name


def _of_the_last(s: PolicyInput) -> Decision | None:
    """Of the sum made last: whether taxes are off; how it was worked out; the same in money."""
    name = s.sum_done
    if name not in s.sum_needs:
        return None
    need = s.need if s.need in s.sum_needs[name] else s.sum_needs[name][0]
    if s.pressed == "reply-how-computed":
        return Decision("answer", key="sum-steps", need=s.need or need, sum=name)
    spoken_of = s.need in s.sum_needs[name] and (s.sure_need is None or s.sure_need in s.sum_needs[name])
    asks = frozenset(ask for one in s.reading.parts or (s.reading,) for ask in one.sums.asks)
    quotes = not _figures_said(s, s.screened.text).isdisjoint(s.sum_memory.figures)
    if (unit := s.sum_memory.gross) and "gross" in asks and (spoken_of or quotes) and not _news(s, name):
        return Decision("answer", need=unit.need, unit=unit)
    if s.sum_memory.lacks or not spoken_of:
        return None
    if "why" in asks and not s.sum_told.get(name) and not _news_of_family(s, name) and not asks & {"date", "cut"}:
        return Decision("answer", key="sum-steps", need=need, sum=name)
    if "euros" in asks and (_says_little(s) or s.sum_told.get(name)):
        return Decision("answer", key="sum-in-money", need=need, sum=name)
    return Decision("answer", key="sum-again", need=need, sum=name) if _repeats_its_figure(s) else None


def _of_a_child(s: PolicyInput) -> Decision | None:
    """Of few words that put right whose sum is meant: "no, I mean the child's"."""
    other = s.sum_memory.instead.get(s.sum_done, {}).get(_CHILD)
    about = s.need in s.sum_needs.get(s.sum_done, ()) and s.says("correct")
    if other is None or not about or len(s.screened.text.split()) > _MOST_WORDS_OF_DOUBT:
        return None
    asks = frozenset(ask for one in s.reading.parts or (s.reading,) for ask in one.sums.asks)
    return Decision("answer", need=_need_of(s, other), sum=other) if _CHILD in asks else None


def _repeats_its_figure(s: PolicyInput) -> bool:
    """Whether a figure of the sum made last, or about that, is all that is asked about again: "so it is 2,398 in all?",
    "780 then? 17 days at 33.60 and 5 at 42".
    """
    if s.sum_told.get(s.sum_done) or _news_of_family(s, s.sum_done):
        return False
    asked = [one for one in _questions(s.screened.text) if len(one.split()) <= _MOST_WORDS_OF_DOUBT]
    return any(are_about(_figures_said(s, one), s.sum_memory.figures) for one in asked)


def are_about(said: Iterable[str], told: Iterable[str]) -> bool:
    """Whether one of the figures said is one of those told, or that rounded: of "781.20", 780."""
    wholes = [(int(one), int(other)) for one in said for other in told]
    return any(abs(one - other) <= other * _ROUNDED for one, other in wholes)


def _questions(text: str) -> Iterator[str]:
    """Its sentences that end in a question mark; the point of a figure ends none."""
    start = 0
    for end in _ENDS.finditer(text):
        if end[0] == "?":
            yield text[start : end.start()]
        start = end.end()


def _news_of_family(s: PolicyInput, name: str) -> bool:
    """Whether it tells news of a sum of the same matter: that is the one that is wanted."""
    return any(_news(s, one) and same_family(s, one, name) for one in s.sum_told)


def _figures_said(s: PolicyInput, text: str) -> frozenset[str]:
    """The figures of words of theirs, but for the years of days."""
    return frozenset(one for one in figures_of(text, cents=True) if int(one) not in YEARS)


def _news(s: PolicyInput, name: str) -> bool:
    """Whether the message tells of a sum what was not told yet, or otherwise."""
    known = s.sum_memory.known.get(name, {})
    return any(known.get(key) != text for key, text in s.sum_told.get(name, {}).items())


def figures_of(text: str, *, cents: bool = False) -> frozenset[str]:
    """The digits of its amounts: 2.398, 2,398 and 2 398,44 are one, for the euros count. With ``cents``, also those
    to the cent: of 46,50 there are more.
    """
    found = [figure.strip() for figure in _FIGURE.findall(text)]
    found = [*(_CENTS.sub("", figure) for figure in found), *(found if cents else ())]
    return frozenset(digits for one in found if len(digits := re.sub(r"\D", "", one)) >= _LEAST_DIGITS)


def _gone_on_with(s: PolicyInput) -> str | None:
    """The sum under way, when the message tells something for it, or that what was asked for is not known."""
    asked = s.asked if s.asked is not None and s.asked.about == "sum" else None
    name, lacks = (asked.sum, asked.input) if asked else (s.sum_done, s.sum_memory.lacks)
    if name not in s.sum_needs:
        return None
    told, just_asked = s.sum_told.get(name, {}), asked is not None
    wanted = max(_wanted(s, one) for one in s.reading.parts or (s.reading,))
    if lacks:
        if told and (lacks in told or wanted >= _AGAIN or not s.says("question")):
            return name if just_asked or lacks in told or wanted >= WITH_VALUE else None
        return name if just_asked and not told and _knows_not(s, name) else None
    changed = _news(s, name)
    spoken_of = just_asked or (s.need in s.sum_needs[name] and changed)
    asks = frozenset(ask for one in s.reading.parts or (s.reading,) for ask in one.sums.asks)
    if not (told and spoken_of) or _as_told(s, s.reading, name) != name or asks & OUTRIGHT:
        return None
    again = wanted >= _AGAIN or (changed and ("change" in asks or _goes_on(s, name, just_asked=just_asked)))
    again = again or (_says_little(s) and (changed or not s.says("question")))
    return name if again and not _leaves(s, name) else None


def _goes_on(s: PolicyInput, name: str, *, just_asked: bool) -> bool:
    """Whether what is told otherwise of the sum made last wants it made again: right after it, or with more than one
    value, and no other matter named.
    """
    elsewhere = s.sure_need is not None and s.sure_need not in s.sum_needs[name]
    elsewhere = elsewhere or s.reading.aspect in _OTHER_SIDES
    return not elsewhere and (just_asked or len(s.sum_told.get(name, {})) > 1)


def _says_little(s: PolicyInput) -> bool:
    return len(s.screened.text.split()) <= MOST_ANSWERING_WORDS


def _knows_not(s: PolicyInput, under_way: str) -> bool:
    """Whether few words say nothing else than that what was asked for is not known, or yes."""
    few = _says_little(s) and s.pressed is None
    other = s.sure_need is not None and s.sure_need not in s.sum_needs[under_way]
    return few and not other and not s.says("question", "ack", "drop", "lets_go", "easier", *FEELINGS, *COURTESIES)


def _leaves(s: PolicyInput, under_way: str) -> bool:
    """Whether another sum is plainly meant."""
    names, other = s.reading.sums.names, wanted_sum(s, s.reading)
    if other is None or other == under_way or len(s.screened.text.split()) <= _FEW_WORDS:
        return False
    if not s.says("question") and same_family(s, other, under_way):  # a value, and nothing asked
        return False
    return names.get(other, 0.0) >= names.get(under_way, 0.0) + _LIKELIER


def _need_of(s: PolicyInput, name: str) -> str:
    """The need that is spoken of, if people want this sum of it."""
    needs = s.sum_needs[name]
    spoken = (s.reading.need, s.need)
    return next((need for need in spoken if need in needs), needs[0])
