"""Words around a period that move within it: "the first Tuesday of", "late", "three weeks from", "en huit"."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tools.reading.dates import arithmetic
from tools.reading.dates.arithmetic import DAY, Days, single_day
from tools.reading.dates.bounds import precedes
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.named_days import DayPhrase, Moment, group_values
from tools.reading.dates.working_days import bridge, next_working, nth_working
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseHit

_GAP = re.compile(r"[^\w.;!?]{0,3}")
_MOST = 4
_NOT_SHIFTED = ("weak_bridge", "weak_holiday", "holiday")
"""No feast comes again a week later: "next week is the bridge, the other"."""
_COUNTED = 0.92
"""An ordinal with its noun says more than one read as a day: "urtarrilaren lehenengo | astea"."""
_COUNTING = ("weekday_of", "day_of")
"""The period is what the next day is counted in too ("the Monday or the Tuesday of next week")."""


@dataclass(frozen=True, slots=True)
class Modifiers:
    """The modifiers of one text, found once."""

    before: tuple[PhraseHit, ...]
    after: tuple[PhraseHit, ...]
    bounds: tuple[PhraseHit, ...] = ()

    def beside(self, phrase: DayPhrase, text: str) -> Iterable[PhraseHit]:
        """Those that touch the phrase, longest first."""
        near = [hit for hit in self.before if precedes(hit, phrase.start, phrase.end, text)]
        follow = [hit for hit in self.after if hit.start >= phrase.end and _GAP.fullmatch(text[phrase.end : hit.start])]
        if any(precedes(hit, phrase.start, phrase.end, text) for hit in self.bounds):
            # "after the long weekend, on Wednesday": that is no Wednesday of it
            follow = [hit for hit in follow if hit.key != "weekday_of"]
        near += follow
        return sorted(near, key=lambda hit: hit.start - hit.end)


def find_modifiers(folded: Folded, grammar: DateGrammar) -> Modifiers:
    """Both sides of a grammar's modifiers, and what opens or closes a period before it."""
    around = grammar.modifiers
    bounds = tuple(grammar.bounds.before.find(folded))
    return Modifiers(tuple(around.before.find(folded)), tuple(around.after.find(folded)), bounds)


def extended(phrase: DayPhrase, modifiers: Modifiers, text: str, grammar: DateGrammar, moment: Moment) -> DayPhrase:
    """The phrase with everything that modifies it; without periods when that leaves no such day."""
    for _ in range(_MOST):
        fitting = (hit for hit in modifiers.beside(phrase, text) if _fits(hit.key, phrase))
        hit = next(fitting, None)
        if hit is None:
            return phrase
        phrase = _modified(phrase, hit, grammar, moment)
    return phrase


def _modified(phrase: DayPhrase, hit: PhraseHit, grammar: DateGrammar, moment: Moment) -> DayPhrase:
    key, _, argument = hit.key.partition(":")
    values = group_values(hit, grammar)
    periods: list[Days] = []
    base: Days | None = None
    for period in phrase.periods:
        try:
            found = _RULES[key](period, argument, values, moment)
        except (ValueError, OverflowError, KeyError):
            found = None
        if found:
            periods.append(found)
            if base is None and found.last >= moment.today:
                base = period if key in _COUNTING else phrase.base
    return replace(
        phrase, kind=key, values={**phrase.values, **values}, periods=tuple(periods), base=base,
        start=min(phrase.start, hit.start), end=max(phrase.end, hit.end),
        confidence=_COUNTED if key.startswith("nth_") else 0.9,
    )  # fmt: skip


def _fits(key: str, phrase: DayPhrase) -> bool:
    """Whether it can be said of such a period: a month has fortnights, a week has weekdays."""
    if not phrase.periods:
        return False
    key = key.partition(":")[0]
    length = phrase.periods[0].length
    least, most = _LENGTHS.get(key, (1, 366))
    if key == "shift" and phrase.kind in _NOT_SHIFTED:
        return False
    # A bare number is no period: "in two weeks 3" is not the 3rd.
    return least <= length <= most and phrase.kind != "weak_day"


def _shift(days: Days, argument: str, _: Mapping[str, int], __: Moment) -> Days | None:
    return days.shifted(int(argument))


def _offset(days: Days, argument: str, values: Mapping[str, int], _: Moment) -> Days | None:
    count = values.get("n", 1)
    if argument == "back":
        return single_day(arithmetic.add_units(days.first, -count, values["unit"]))
    return single_day(arithmetic.add_units(days.last, count, values["unit"]))


def _nth_weekday(days: Days, _: str, values: Mapping[str, int], __: Moment) -> Days | None:
    return _one(arithmetic.nth_weekday(days, values["weekday"], values["ordinal"]))


def _nth_week(days: Days, _: str, values: Mapping[str, int], __: Moment) -> Days | None:
    return arithmetic.nth_week(days, values["ordinal"])


def _nth_day(days: Days, _: str, values: Mapping[str, int], __: Moment) -> Days | None:
    ordinal = values["ordinal"]
    found = days.first + (ordinal - 1) * DAY if ordinal > 0 else days.last + (ordinal + 1) * DAY
    return single_day(found) if days.first <= found <= days.last else None


def _nth_working(days: Days, _: str, values: Mapping[str, int], moment: Moment) -> Days | None:
    return _one(nth_working(days, values.get("ordinal", 1), moment.working))


def _working_after(days: Days, _: str, values: Mapping[str, int], moment: Moment) -> Days | None:
    return _one(next_working(days.last, values.get("ordinal", 1), moment.working))


def _weekday_of(days: Days, _: str, values: Mapping[str, int], moment: Moment) -> Days | None:
    """Of a month, "any Tuesday of December": the first that is still to come."""
    ahead = days.length > 7 and days.last >= moment.today
    found = arithmetic.next_weekday(values["weekday"], max(days.first, moment.today) if ahead else days.first)
    return single_day(found) if found <= days.last else None


def _weekday_beside(days: Days, argument: str, values: Mapping[str, int], _: Moment) -> Days | None:
    if argument == "before":
        return single_day(arithmetic.next_weekday(values["weekday"], days.first - 7 * DAY))
    return single_day(arithmetic.next_weekday(values["weekday"], days.last + DAY))


def _day_of(days: Days, _: str, values: Mapping[str, int], __: Moment) -> Days | None:
    return _one(arithmetic.date_or_none(days.first.year, days.first.month, values["day"]))


def _portion(days: Days, argument: str, _: Mapping[str, int], __: Moment) -> Days | None:
    return arithmetic.portion(days, argument)


def _half(days: Days, argument: str, _: Mapping[str, int], __: Moment) -> Days | None:
    return arithmetic.half(days, int(argument))


def _week_of(days: Days, argument: str, _: Mapping[str, int], __: Moment) -> Days | None:
    base = days.last if argument.startswith("+") else days.first
    return arithmetic.week_of(base).shifted(7 * int(argument or 0))


def _weekend_of(days: Days, argument: str, _: Mapping[str, int], __: Moment) -> Days | None:
    week = arithmetic.week_of(days.last - 3 * DAY if argument == "last" else days.first)
    return Days(week.last - DAY, week.last)


def _bridge(days: Days, _: str, __: Mapping[str, int], moment: Moment) -> Days | None:
    """The long weekend of that holiday, or of the first holiday of that month."""
    ahead = (days.first + step * DAY for step in range(days.length))
    found = (bridge(day, moment.working) for day in ahead)
    return next((one_bridge for one_bridge in found if one_bridge), None)


def _in_year(days: Days, argument: str, _: Mapping[str, int], moment: Moment) -> Days | None:
    year = moment.today.year + int(argument)
    first = arithmetic.date_or_none(year, days.first.month, days.first.day)
    return None if first is None else Days(first, first + (days.length - 1) * DAY)


def _one(day: date | None) -> Days | None:
    return single_day(day) if day else None


_LENGTHS = {
    "nth_weekday": (28, 366), "nth_week": (28, 31), "nth_day": (7, 366), "nth_working": (2, 366), "half": (28, 31),
    "day_of": (28, 31), "weekday_of": (2, 31), "portion": (5, 366), "weekend_of": (5, 31), "bridge": (1, 31),
    "shift": (1, 7), "week_of": (1, 14), "weekday_beside": (1, 14), "working_after": (1, 14), "offset": (1, 14),
    "in_year": (1, 31),
}  # fmt: skip
_RULES: dict[str, Callable[[Days, str, Mapping[str, int], Moment], Days | None]] = {
    "shift": _shift, "offset": _offset, "nth_weekday": _nth_weekday, "nth_week": _nth_week, "nth_day": _nth_day,
    "nth_working": _nth_working, "working_after": _working_after, "weekday_of": _weekday_of,
    "weekday_beside": _weekday_beside, "day_of": _day_of, "portion": _portion, "half": _half, "week_of": _week_of,
    "weekend_of": _weekend_of, "in_year": _in_year, "bridge": _bridge,
}  # fmt: skip
