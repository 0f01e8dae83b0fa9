"""The years contributed, the years more or ahead, and the days of a leave that a message tells."""

from datetime import date

from agents.understanding.sums.cues import Cues
from agents.understanding.sums.hand import SumInHand
from tools.reading.quantities.partial_days import PartialDay
from tools.reading.quantities.spans import ToldSpan

_MOST_YEARS, _AGES_FROM, _WORKS_FROM, _NO_AGE = 59, 55, 14, 24
_LEAST = 10
_LONGEST_LEAVE = 730


def read_spans(cues: Cues, hand: SumInHand, birth: PartialDay | None, today: date) -> dict[str, str]:
    """Inputs that are spans of years and months. ``birth``: what this message tells of it."""
    told = {}
    if hand.spec("contributed") and (text := _contributed(cues, hand, birth, today)):
        told["contributed"] = text
    for name in ("delay", "ahead"):
        if hand.spec(name) and (span := _by_cue(cues, name)):
            told[name] = span.text
    if hand.spec("delay") and "delay" in hand.known and not told and (span := _alone(cues)):
        told["delay"] = span.text
    return told


def _by_cue(cues: Cues, key: str) -> ToldSpan | None:
    names = [name for name in cues.told_by(key, list(cues.spans)) if cues.spans[name].months]
    name = cues.one(names)
    return cues.spans[name] if name else None


def _alone(cues: Cues) -> ToldSpan | None:
    """ "i 18 mesos" after a year more."""
    spans = [span for name, span in cues.spans.items() if cues.cue(name) is None and span.months]
    return spans[0] if len(spans) == 1 and cues.short and spans[0].months <= _LEAST * 12 else None


def _contributed(cues: Cues, hand: SumInHand, birth: PartialDay | None, today: date) -> str | None:
    """By its word; else as the answer; else where it can be nothing else."""
    spans = {name: span for name, span in cues.spans.items() if 0 < span.months < _MOST_YEARS * 12}
    spans |= {
        name: ToldSpan(amount.value, "bare")
        for name, amount in cues.amounts.items()
        if isinstance(amount.value, int) and 0 < amount.value < _MOST_YEARS
    }
    named = [
        name for name in cues.marked.kept() if (cue := cues.cue(name)) and cue.key == "contributed" and name in spans
    ]
    if named:
        found = cues.one(named) or cues.told_by("contributed", named)[0]
        return spans[found].text if found else None
    age = _age(hand, birth, today)
    for way in (_answers, _precise, _beside_birth, _of_amount):
        names = [name for name in cues.marked.kept() if name in spans and way(cues, name, hand, birth)]
        names = [name for name in names if not _is_age(spans[name], age, cues, name)]
        if name := cues.one(names):
            return spans[name].text
    return None


def _answers(cues: Cues, name: str, hand: SumInHand, _: PartialDay | None) -> bool:
    """What was asked for, in a message that says little else."""
    if hand.asked != "contributed" or not cues.free(name, but="age"):
        return False
    return cues.short or name in cues.framed or name[1] == "s"


def _precise(cues: Cues, name: str, hand: SumInHand, _: PartialDay | None) -> bool:
    """Years with months or "and a bit" are no age; two numbers alone change what was told."""
    span = cues.spans.get(name)
    if span is None or not cues.free(name, but="age") or not (span.precise or span.unit == "quarters"):
        return False
    return span.unit != "pair" or ("contributed" in hand.known and cues.corrects)


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


def read_leave_days(cues: Cues, hand: SumInHand, *, beside: bool) -> dict[str, str]:
    """How long a leave is, and the day of it to count from. ``beside``: more of the leave is told in the message."""
    told: dict[str, str] = {}
    names = [
        name
        for name, span in cues.spans.items()
        if span.days and span.days <= _LONGEST_LEAVE and not cues.has("other", name)
    ]
    said = [name for name in names if cues.has("days", name) or name in cues.framed]
    names = [name for name in names if not cues.has("the", name)]
    plain = hand.asked == "days" or "days" in hand.known or beside or (cues.bare and not cues.asks)
    if hand.spec("days") and (name := cues.one(said or (names if plain else []))):
        told["days"] = str(cues.spans[name].days)
    if hand.spec("from_day") and (named := cues.told_by("from_day", list(cues.amounts))):
        told["from_day"] = str(cues.amounts[named[0]].value)
    if hand.asked in ("days", "from_day") and not told and len(cues.amounts) == 1 and cues.short:
        name, amount = next(iter(cues.amounts.items()))
        if cues.cue(name) is None and isinstance(amount.value, int) and 0 < amount.value <= _LONGEST_LEAVE:
            told[hand.asked] = str(amount.value)
    return told
