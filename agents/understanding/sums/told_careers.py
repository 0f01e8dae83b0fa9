"""How long somebody has contributed, here and in other countries, as of today or as of a day to come."""

from collections.abc import Mapping
from datetime import date

from agents.understanding.sums.cues import Cues
from agents.understanding.sums.hand import SumInHand
from tools.calculators.dates import add_months, whole_months
from tools.reading.quantities.partial_days import PartialDay, read_partial
from tools.reading.quantities.spans import ToldSpan

_MOST_YEARS, _AGES_FROM, _WORKS_FROM, _NO_AGE = 59, 55, 14, 24
_LEAST = 10
_TOLD_BY = ("here", "contributed", "contributed_end")
_SUPPOSED_BY = (None, "age", "reaches", *_TOLD_BY)
"""What the words beside a career that is supposed say of it: nothing else than that it is one."""


def read_career(cues: Cues, hand: SumInHand, told_days: Mapping[str, str], today: date) -> dict[str, str]:
    """What is told as of a day to come is taken back to today; where that day is not known, it is as of the end.

    ``told_days``: what this message tells of the birth and of the day of leaving.
    """
    told = _told(cues, hand, read_partial(told_days.get("born", "")), today)
    known = {**hand.known, **told}
    leaving, months = read_partial({**known, **told_days}.get("leaving", "")), _months(known.get("contributed", ""))
    as_of_end = known.get("until") == "end" and known.get("still_working") != "no"
    if not (as_of_end and months and leaving and leaving.whole):
        return told
    so_far = max(0, months - whole_months(today, leaving.whole))
    return {"contributed": ToldSpan(so_far, "months").text, **({"abroad": told["abroad"]} if "abroad" in told else {})}


def _told(cues: Cues, hand: SumInHand, birth: PartialDay | None, today: date) -> dict[str, str]:
    """``birth``: what this message tells of it."""
    told: dict[str, str] = {}
    elsewhere = _abroad(cues)
    if hand.spec("abroad") and elsewhere:
        told["abroad"] = elsewhere.text
    if not _so_far(cues, today) and (found := _by_then(cues, birth or hand.day("born"), today)):
        return {**told, "contributed": found.text}
    name, span = _contributed(cues, hand, birth, today)
    if span is None or span.months == _by_leaving(hand, today):
        return told
    if elsewhere := elsewhere or _known_abroad(hand):
        everything = cues.has("altogether", name) and span.months > elsewhere.months
        span = ToldSpan(span.months - elsewhere.months, "months") if everything else span
    told["contributed"] = span.text
    if hand.spec("until") and cues.has("contributed_end", name):
        told["until"] = "end"
    return told


def _so_far(cues: Cues, today: date) -> list[str]:
    """The spans that are said to be as of today."""
    dated = {span: cues.days[day].day.whole for day, span in cues.pairs("so_far", "day", "span") if day in cues.days}
    return [name for name in cues.spans if cues.has("so_far", name) and dated.get(name, today) == today]


def _by_leaving(hand: SumInHand, today: date) -> int | None:
    """What is known to be contributed, and what comes until the day of leaving: said again, it is no news."""
    known, leaving = _months(hand.known.get("contributed", "")), hand.day("leaving")
    if known is None or leaving is None or leaving.whole is None or "until" in hand.known:
        return None
    return known + whole_months(today, leaving.whole)


def _abroad(cues: Cues) -> ToldSpan | None:
    """All that is told of other countries."""
    names = [name for name in (*cues.spans, *cues.amounts) if cues.has("abroad", name)]
    months = sum(cues.months_of(name) for name in names)
    return ToldSpan(months, "months") if 0 < months < _MOST_YEARS * 12 else None


def _known_abroad(hand: SumInHand) -> ToldSpan | None:
    known = _months(hand.known.get("abroad", ""))
    return ToldSpan(known, "months") if known else None


def _months(text: str) -> int | None:
    """Of "38y6m"."""
    years, _, months = text.removesuffix("m").partition("y")
    return int(years) * 12 + int(months) if years.isdecimal() and months.isdecimal() else None


def _by_then(cues: Cues, birth: PartialDay | None, today: date) -> ToldSpan | None:
    """ "In March 2028 I shall have 38 years and 4 months": so much less today; by an age, where the birth is known."""
    then: list[tuple[str, date]] = []
    for span, named in cues.pairs("contributed_by", "span", "day"):
        if told := cues.days.get(named):
            next_one = told.day.next_after(today)
            if next_one.year is not None and next_one.month is not None:
                then.append((span, next_one.whole or date(next_one.year, next_one.month, 1)))
    for span, age in cues.pairs("contributed_at", "span", "age"):
        if birth and birth.whole and span != age and cues.months_of(age):
            then.append((span, add_months(birth.whole, cues.months_of(age))))
    for name, day in then:
        months, coming = cues.months_of(name) if name in cues.spans else 0, whole_months(today, day)
        if day > today and months > coming:
            return ToldSpan(months - coming, "months")
    return None


def _contributed(cues: Cues, hand: SumInHand, birth: PartialDay | None, today: date) -> tuple[str, ToldSpan | None]:
    """By its word; else as the answer; else where it can be nothing else."""
    spans = {name: span for name, span in cues.spans.items() if 0 < span.months < _MOST_YEARS * 12}
    spans |= {
        name: ToldSpan(amount.value, "bare")
        for name, amount in cues.amounts.items()
        if isinstance(amount.value, int) and 0 < amount.value < _MOST_YEARS
    }
    spans = {name: span for name, span in spans.items() if not cues.has("abroad", name)}
    if so_far := [name for name in _so_far(cues, today) if name in spans]:
        return so_far[-1], spans[so_far[-1]]
    for key in _TOLD_BY:
        named = [name for name in cues.marked.kept() if (cue := cues.cue(name)) and cue.key == key and name in spans]
        if key == "here" and not (_abroad(cues) or _known_abroad(hand)):  # "I have lived here for 20 years"
            continue
        if key == "contributed_end":  # "when I shall be 65"
            named = [name for name in named if spans[name].precise or hand.asked == "contributed"]
        if named:
            found = cues.one(named) or cues.told_by(key, named)[0]
            return found, spans[found]
    age = _age(hand, birth, today)
    for way in (_answers, _worked, _precise, _beside_birth, _of_amount):
        names = [name for name in cues.marked.kept() if name in spans and way(cues, name, hand, birth)]
        names = [name for name in names if not (_is_age(spans[name], age, cues, name) or _is_limit(cues, name, hand))]
        if name := cues.one(names):
            return name, spans[name]
    return "", None


def _answers(cues: Cues, name: str, hand: SumInHand, _: PartialDay | None) -> bool:
    """What was asked for, in a message that says little else."""
    if hand.asked != "contributed" or not cues.free(name, but="age"):
        return False
    return cues.short or name in cues.framed or name[1] == "s"


def _worked(cues: Cues, name: str, hand: SumInHand, _: PartialDay | None) -> bool:
    """Time in a job, for a sum of no career."""
    return hand.spec("born") is None and cues.has("worked", name)


def _precise(cues: Cues, name: str, hand: SumInHand, _: PartialDay | None) -> bool:
    """Years with months or "and a bit" are no age; two numbers alone change what was told."""
    span = cues.spans.get(name)
    if span is None or not cues.free(name, but="age") or not (span.precise or span.unit == "quarters"):
        return False
    known = "contributed" in hand.known
    if known and cues.asks and hand.asked != "contributed" and not (cues.corrects or name in cues.framed):
        return False  # "so, 38 years and 6 months: and how much is it?" says again what the service said
    return span.unit != "pair" or (known and cues.corrects)


def _beside_birth(cues: Cues, name: str, hand: SumInHand, birth: PartialDay | None) -> bool:
    """Where a birth is told, or known and nothing else is said, years that are no age are those contributed."""
    if not cues.free(name, but="age"):
        return False
    years = name in cues.spans and cues.spans[name].unit == "years"
    if birth is None or birth.year is None:
        known = hand.day("born")
        return (
            known is not None
            and known.year is not None
            and years
            and cues.spans[name].months >= _LEAST * 12
            and cues.short
            and not cues.has("age", name)
        )
    return years or cues.has("age", name)


def _of_amount(cues: Cues, name: str, hand: SumInHand, _: PartialDay | None) -> bool:
    """Years framed, or beside an amount where no birth is asked; a number alone where years were told before."""
    if _supposes(cues, name, hand):
        return True
    if not cues.free(name, but="age"):
        return False
    span, has, framed = cues.spans.get(name), cues.has("age", name), name in cues.supposed
    known = "contributed" in hand.known
    if hand.spec("born") is not None:
        return known and framed and span is None
    money = any(amount.monthly is not None for amount in cues.amounts.values())
    if span is None:
        return (framed or has) and (known or money) and not cues.amounts[name].money
    if span.unit not in ("years", "bare"):
        return False
    few = span.months <= _NO_AGE * 12 and (money or known)
    return framed or few or (money and not has)


def _supposes(cues: Cues, name: str, hand: SumInHand) -> bool:
    """ "And if I get to 33 years?": other years than those told before, and too few for an age to leave at. Years more
    or ahead, of unemployment and the like are none, nor are so few that they can only be such.
    """
    span, cue = cues.spans.get(name), cues.cue(name)
    if span is None or span.unit not in ("years", "bare") or not _LEAST <= span.months // 12 < _AGES_FROM:
        return False
    career = (cue.key if cue else None) in _SUPPOSED_BY
    in_a_job = cues.has("worked", name)  # the years in one firm are not all that one has worked
    return career and name in cues.supposed and "contributed" in hand.known and not in_a_job


def _is_limit(cues: Cues, name: str, hand: SumInHand) -> bool:
    """ "Does it count for the 38 years and 6 months?": those are what the law asks for."""
    return cues.has("the", name) and hand.asked != "contributed" and name not in cues.supposed


def _age(hand: SumInHand, birth: PartialDay | None, today: date) -> int | None:
    """How old one becomes this year, as far as it is known."""
    known = birth if birth and birth.year else hand.day("born")
    return today.year - known.year if known and known.year else None


def _is_age(span: ToldSpan, age: int | None, cues: Cues, name: str) -> bool:
    """Whether it is one's age, or more than one can have worked."""
    years = span.months // 12
    if age is not None and (years > age - _WORKS_FROM or (age - 1 <= years <= age and not span.precise)):
        return True
    if span.unit in ("weeks", "days"):
        return True
    if span.unit == "bare" and not span.precise and name in cues.spans:
        return False
    return years >= _AGES_FROM and (cues.has("age", name) or not span.precise or span.unit == "bare")
