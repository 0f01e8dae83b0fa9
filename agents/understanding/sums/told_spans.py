"""The years more or ahead, and the days of a leave that a message tells."""

from agents.understanding.sums.cues import Cues
from agents.understanding.sums.hand import SumInHand
from tools.reading.quantities.spans import ToldSpan

_MOST_YEARS = 10
_LONGEST_LEAVE, _MONTH = 730, 30
_NO_LEAVE = ("other", "reaches", "holidays")
"""Cues of spans that are no days of a leave."""


def read_spans(cues: Cues, hand: SumInHand) -> dict[str, str]:
    """How much sooner or later than at the ordinary age one leaves."""
    told = {}
    for name in ("delay", "ahead"):
        if hand.spec(name) and (span := _by_cue(cues, name)):
            told[name] = span.text
    if hand.spec("delay") and "delay" in hand.known and not told and (span := _alone(cues)):
        told["delay"] = span.text
    return told


def _by_cue(cues: Cues, key: str) -> ToldSpan | None:
    names = [name for name in cues.told_by(key, list(cues.spans)) if 0 < cues.spans[name].months <= _MOST_YEARS * 12]
    name = cues.one(names)
    return cues.spans[name] if name else None


def _alone(cues: Cues) -> ToldSpan | None:
    """ "i 18 mesos" after a year more."""
    spans = [span for name, span in cues.spans.items() if cues.cue(name) is None and span.months]
    return spans[0] if len(spans) == 1 and cues.short and spans[0].months <= _MOST_YEARS * 12 else None


def _days(span: ToldSpan) -> int | None:
    """Of a leave, a month is thirty days."""
    return span.count * _MONTH if span.unit == "months" and not span.more else span.days


def read_leave_days(cues: Cues, hand: SumInHand, *, beside: bool) -> dict[str, str]:
    """How long a leave is, and the day of it to count from. ``beside``: more of the leave is told in the message."""
    told: dict[str, str] = {}
    names = [
        name
        for name, span in cues.spans.items()
        if (days := _days(span)) and days <= _LONGEST_LEAVE and not any(cues.has(key, name) for key in _NO_LEAVE)
    ]
    said = [name for name in names if cues.has("days", name) or name in cues.framed]
    names = [name for name in names if not cues.has("the", name)]
    plain = hand.asked == "days" or "days" in hand.known or beside or (cues.bare and not cues.asks)
    if hand.spec("days") and (name := cues.one(said or (names if plain else []))):
        told["days"] = str(_days(cues.spans[name]))
    if hand.spec("from_day") and (named := cues.told_by("from_day", list(cues.amounts))):
        told["from_day"] = str(cues.amounts[named[0]].value)
    if hand.asked in ("days", "from_day") and not told and len(cues.amounts) == 1 and cues.short:
        name, amount = next(iter(cues.amounts.items()))
        if cues.cue(name) is None and isinstance(amount.value, int) and 0 < amount.value <= _LONGEST_LEAVE:
            told[hand.asked] = str(amount.value)
    return told
