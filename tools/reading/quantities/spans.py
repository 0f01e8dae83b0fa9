"""Spans of time as people tell them: "38 y medio", "39 años y 2 meses", "37 urte ta 8 hilabete", "132 trimestres"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from tools.reading.quantities.money import Amount
from tools.reading.quantities.words import QuantityWords

SpanUnit = Literal["years", "months", "weeks", "days", "quarters", "bare", "pair"]
_UNITS: tuple[SpanUnit, ...] = ("years", "months", "weeks", "days", "quarters")
_LONGEST, _LEAST_BARE, _MOST_MONTHS, _ENDLESS = 70, 10, 11, 1000
_DAYS = {"days": 1, "weeks": 7}
_MONTHS_OF = {"years": 12, "bare": 12, "pair": 12, "months": 1, "quarters": 3}


@dataclass(frozen=True, slots=True)
class ToldSpan:
    """So many of a unit, and months besides. ``bare``: years by the months or the half told with them.

    ``pair``: two numbers alone ("38 y 9", "38 9"). ``precise``: with months, a half or "and a bit".
    """

    count: int
    unit: SpanUnit
    more: int = 0
    precise: bool = False

    @property
    def months(self) -> int:
        """In months; days and weeks have none."""
        return self.count * _MONTHS_OF.get(self.unit, 0) + self.more

    @property
    def days(self) -> int | None:
        """In days, of days and weeks."""
        return self.count * _DAYS[self.unit] if self.unit in _DAYS else None

    @property
    def text(self) -> str:
        """As inputs take years and months."""
        return f"{self.months // 12}y{self.months % 12}m"


def find_spans(text: str, amounts: Sequence[Amount], words: QuantityWords) -> tuple[tuple[ToldSpan, ...], str]:
    """The spans of a text with its numbers marked, and the text with the spans marked instead."""
    found: list[ToldSpan] = []

    def named(match: re.Match[str]) -> str:
        span = _span(match, amounts)
        if span is None:
            return match[0]
        found.append(span)
        more = " more" if match.groupdict().get("extra") else ""
        return f"ǂs{len(found) - 1} {_case(match, words)}{more} "

    ends = (("total_end", words.total_end), ("pair_end", words.pair_end))
    beside = (("more", words.more), ("less", words.less), *ends, *words.units.items())
    for pattern in _patterns(words.joiner, words.half, words.some, beside):
        text = pattern.sub(named, text)
    return tuple(found), text


@cache
def _patterns(joiner: str, half: str, some: str, beside: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], ...]:
    """Years, then those without a unit after the first number, then other units, two numbers, and a half alone."""
    said_beside = dict(beside)
    units = [(name, said) for name, said in beside if name in _UNITS]
    months, less = said_beside["months"], said_beside["less"]
    number, end = r"ǂn(?P<{}>\d+)(?:\s_\w+)?", r"(?!\w)"
    and_ = rf"[\s,]{{1,3}}(?:(?:{joiner})\s{{1,3}})?"
    alone = pair_end(said_beside["pair_end"])
    more = (
        rf"(?:{and_}{number.format('second')}\s{{1,3}}(?:{months}){end}"
        rf"|\s{{1,3}}(?P<minus>{less})\s{{1,3}}{number.format('fewer')}\s{{1,3}}(?:{months}){end}"
        rf"|{and_}(?P<half>{half}){end}|\s{{1,3}}(?P<some>{some}){end})"
    )
    years = rf"(?P<years>{said_beside['years']})"
    months_alone = rf"{and_}{number.format('alone')}(?:\s{{1,3}}m(?!\w))?{pair_end(said_beside['total_end'])}"
    other = "|".join(rf"(?P<{name}>{said})" for name, said in units if name != "years")
    first = number.format("first")
    extra = rf"\s{{1,3}}(?:(?P<extra>{said_beside['more']})\s{{1,3}})?"
    unit_next = rf"\s{{0,3}}(?:{'|'.join(said for _, said in units)}){end}"
    joined = rf"\s{{1,3}}(?:{joiner})\s{{1,3}}ǂn(?P<pair>\d+){end}(?:\s_\w+)?(?!{unit_next})"
    pair = rf"(?:{joined}|\s{{1,3}}ǂn(?P<beside>\d+)(?:\s_\w+)?{alone})"
    nothing = "".join(rf"(?P<{name}>(?!))?" for name in ("second", "fewer", "alone", "half", "some"))
    return (
        re.compile(rf"{first}{extra}{years}{end}(?:{more}|{months_alone})?"),
        re.compile(rf"{first}{more}(?P<alone>(?!))?"),
        re.compile(rf"{first}{extra}(?:{other}){end}{nothing}"),
        re.compile(rf"{first}{pair}{nothing}"),
        re.compile(rf"{first}{nothing}"),
    )


def pair_end(after: str) -> str:
    """What comes after months that are not said to be such: nothing, a pause, or words for all that is contributed."""
    return rf"(?=\s*(?:[.,;:!?)]|\Z|(?:{after})(?!\w)))"


def _span(match: re.Match[str], amounts: Sequence[Amount]) -> ToldSpan | None:
    groups = match.groupdict()
    count, unit = _whole(amounts, groups["first"]), next((name for name in _UNITS if groups.get(name)), None)
    months = groups["second"] or groups["fewer"] or groups["alone"]
    extra = _whole(amounts, months) if months else (0, 0)
    if count is None or extra is None or count[0] >= _ENDLESS or extra[0] > _MOST_MONTHS or extra[1]:
        return None
    if second := groups.get("pair") or groups.get("beside"):
        return _pair(count, _whole(amounts, second))
    if groups["fewer"]:  # "40 years less two months"
        count, extra = (count[0] - 1, count[1]), (_MOST_MONTHS + 1 - extra[0], 0)
    half = bool(groups["half"]) or bool(count[1])
    precise = half or bool(months or groups["some"])
    if unit is None:
        if amounts[int(groups["first"])].money:  # "46,50" are euros
            return None
        fits = precise and _LEAST_BARE <= count[0] < _LONGEST
        return ToldSpan(count[0], "bare", extra[0] + 6 * half, precise) if fits else None
    if unit == "years":
        return ToldSpan(count[0], unit, extra[0] + 6 * half, precise)
    return None if half or months else ToldSpan(count[0], unit)


def _pair(first: tuple[int, int], second: tuple[int, int] | None) -> ToldSpan | None:
    """ "38 y 9"."""
    if second is None or first[1] or second[1]:
        return None
    fits = _LEAST_BARE <= first[0] < _LONGEST and second[0] <= _MOST_MONTHS
    return ToldSpan(first[0], "pair", second[0], precise=True) if fits else None


def _case(match: re.Match[str], words: QuantityWords) -> str:
    """The ending of a Basque unit, as a word."""
    unit = next((said for name, said in match.groupdict().items() if name in (*_UNITS, "half") and said), "")
    stem = next((stem for stem in words.unit_stems if unit.startswith(stem)), unit)
    ending = unit.removeprefix(stem).removeprefix("ak").removeprefix("e")
    return f"_{ending}" if ending else ""


def _whole(amounts: Sequence[Amount], place: str) -> tuple[int, int] | None:
    """A whole number, and six months for a half."""
    at = int(place)
    if at >= len(amounts):
        return None
    value = amounts[at].value
    if isinstance(value, int):
        return value, 0
    whole = int(value)
    return (whole, 6) if Decimal(value) - whole == Decimal("0.5") else None
