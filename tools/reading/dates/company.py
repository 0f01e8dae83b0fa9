"""What one day of a message says of another: the month of a number, the week of a weekday, a day that is only told."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest

from tools.reading.dates import arithmetic
from tools.reading.dates.arithmetic import Days, single_day
from tools.reading.dates.bounds import beside, is_denied
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.named_days import DayPhrase, Moment
from tools.reading.folding import Folded

NUMBERS = ("day_only", "weak_day", "weak_ordinal_day")
_MONTH_NAMES = ("weak_month", "weak_short_month")
_WHOLE_MONTHS = ("month_only", "month", "portion", *_MONTH_NAMES)
_ABBREVIATION = 3
_ONES = ("day_month", "month_day", "numeric", "day_of", "holiday", "week_of", "nth_week", "range")
_WEEKDAYS_OF = ("weekday_of", "nth_weekday")
_HALF_YEAR = timedelta(days=182)
_NAMED_FULLY = 0.93
_WORD = re.compile(r"\w")
_PAUSE = re.compile(r"\W*?(?:[,.;:!?]|\Z)")
_SENTENCE = re.compile(r"[.;!?](?=\s|\Z)")
PERIODS = ("range", "week", "week_of", "nth_week", "portion", "half", "month_only", "month", "weekend")


def completed(phrases: Sequence[DayPhrase], folded: Folded, grammar: DateGrammar, moment: Moment) -> list[DayPhrase]:
    """With the month that the message names for its numbers and its "first week": "January. The 12th or the 14th"."""
    phrases = [
        phrase if following is None else _corrected(phrase, following, folded, grammar, moment.today)
        for phrase, following in zip_longest(phrases, phrases[1:])
    ]
    anchors = [one for one in phrases if _gives_month(one, folded, grammar, moment)]
    return [_placed(phrase, anchors, folded, grammar, moment) for phrase in phrases] if anchors else [*phrases]


def _gives_month(phrase: DayPhrase, folded: Folded, grammar: DateGrammar, moment: Moment) -> bool:
    days = phrase.days(moment.today)
    if days is None or days.first > moment.today + _HALF_YEAR or is_told(phrase, folded, grammar, moment.today):
        return False
    if phrase.kind in _MONTH_NAMES:  # "I may come on the 12th", "el mar"
        whole = phrase.end - phrase.start > _ABBREVIATION
        return whole and bool(_PAUSE.match(folded.text[phrase.end :]))
    if phrase.kind in _WHOLE_MONTHS:
        return not is_denied(phrase.start, phrase.end, folded, grammar.denied)
    if phrase.kind == "weak_holiday":  # "pasado Reyes, el 11", and not Santiago
        return beside(phrase.start, phrase.end, folded, grammar.bounds) is not None
    return phrase.kind in _ONES or (phrase.kind in _WEEKDAYS_OF and "month" in phrase.values)


def _placed(
    phrase: DayPhrase, anchors: Sequence[DayPhrase], folded: Folded, grammar: DateGrammar, moment: Moment
) -> DayPhrase:
    if phrase.kind not in (*NUMBERS, "weak_nth_week", "half") or "month" in phrase.values:
        return phrase
    before = [one for one in anchors if one.end <= phrase.start]
    if phrase.kind not in NUMBERS:  # "the 24th of December I can't, the first week" is another month's
        before = [one for one in before if not is_denied(one.start, one.end, folded, grammar.denied)]
    after = [one for one in anchors if one.start >= phrase.end and one.kind in _WHOLE_MONTHS]
    anchor = before[-1] if before else next(iter(after), None)
    if anchor is None or (anchor in after and grammar.links.either.fullmatch(folded.text[phrase.end : anchor.start])):
        return phrase
    found = _in_month(phrase, anchor, moment.today)
    if found is None:
        return phrase
    weak = phrase.kind == "weak_day" and moment.asked == "nothing"
    kind = {"weak_nth_week": "nth_week", "half": "half"}.get(phrase.kind, phrase.kind if weak else "day_only")
    return replace(phrase, kind=kind, periods=(found,), confidence=max(phrase.confidence, _NAMED_FULLY))


def _in_month(phrase: DayPhrase, anchor: DayPhrase, today: date) -> Days | None:
    days = anchor.days(today)
    if days is None:
        return None
    month = arithmetic.month_of(days.first)
    if phrase.kind == "weak_nth_week":
        return arithmetic.nth_week(month, phrase.values["ordinal"])
    if phrase.kind == "half":
        return arithmetic.half(month, 1 if phrase.periods[0].first.day == 1 else 2)
    found = arithmetic.date_or_none(month.first.year, month.first.month, phrase.values["day"])
    # After "the 28th of December" the 4th is another month's.
    since = today if anchor.kind in (*_WHOLE_MONTHS, *_WEEKDAYS_OF) else days.first
    return single_day(found) if found and found >= max(since, today) else None


def in_week_said(phrase: DayPhrase, others: Sequence[DayPhrase], today: date) -> DayPhrase:
    """ "The week of the 14th, on the Thursday of that week": the week of the day said before."""
    if phrase.kind != "that_week":
        return phrase
    said = (one for one in others if one.kind in (*_ONES, *NUMBERS) and one.end <= phrase.start)
    before = [one for one in said if one.days(today)]
    days = before[-1].days(today) if before else None
    return replace(phrase, kind="week", periods=(arithmetic.week_of(days.first),) if days else phrase.periods)


def _corrected(phrase: DayPhrase, following: DayPhrase, folded: Folded, grammar: DateGrammar, today: date) -> DayPhrase:
    """ "The 31st of November, I mean December"."""
    between = folded.text[phrase.end : following.start]
    corrects = grammar.links.correction.fullmatch(between) or (not phrase.periods and not _WORD.search(between))
    if phrase.kind not in _ONES or following.kind not in _WHOLE_MONTHS or "day" not in phrase.values or not corrects:
        return phrase
    found = _in_month(phrase, following, today)
    return replace(phrase, periods=(found,), end=following.end) if found else phrase


def within(wanted: list[DayPhrase], kept: Sequence[list[DayPhrase]], today: date) -> list[DayPhrase]:
    """ "Before Christmas, on a Friday", "Tuesday or Thursday, next week": such weekdays of the period said beside."""
    if not wanted or any(one.kind != "weekday" for one in wanted):
        return wanted
    for other in (choice[0] for choice in kept if choice[0].kind in PERIODS):
        days = other.days(today)
        found = [_weekday_of(one, other, days) for one in wanted] if days and not days.single else []
        if found and all(found):
            return sorted((one for one in found if one), key=lambda one: one.periods[0].first)
    return wanted


def narrowed(wanted: list[DayPhrase], kept: Sequence[list[DayPhrase]], today: date) -> list[DayPhrase]:
    """Of two periods said of one wish the days of both: "after Epiphany, from the 11th on"."""
    if len(wanted) != 1 or wanted[0].kind != "range":
        return wanted
    phrase, days = wanted[0], wanted[0].days(today)
    for other in (choice[0] for choice in kept if len(choice) == 1 and choice[0].kind == "range"):
        more = other.days(today)
        days = (days.within(more) if days and more else None) or days
    return [replace(phrase, periods=(days,))] if days else wanted


def _weekday_of(phrase: DayPhrase, other: DayPhrase, days: Days) -> DayPhrase | None:
    found = arithmetic.next_weekday(phrase.values["weekday"], days.first)
    if found > days.last:
        return None
    start, end = min(phrase.start, other.start), max(phrase.end, other.end)
    return replace(phrase, kind="weekday_of", periods=(single_day(found),), start=start, end=end)


def is_told(phrase: DayPhrase, folded: Folded, grammar: DateGrammar, today: date) -> bool:
    """Whether it tells what happened: a day without a year, gone by within half a year, in a sentence of the past."""
    days = phrase.days(today)
    if days is None or "month" not in phrase.values or "year" in phrase.values or days.first <= today + _HALF_YEAR:
        return False
    ends = [0, *(match.end() for match in _SENTENCE.finditer(folded.text)), len(folded.text) + 1]
    start = max(end for end in ends if end <= phrase.start)
    stop = min(end for end in ends if end >= phrase.end)
    return any(start <= hit.start < stop for hit in grammar.told.find(folded))
