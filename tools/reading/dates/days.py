"""The days of a message, in words and figures: the one wanted, another that would do, and those that will not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from tools.reading.dates import arithmetic
from tools.reading.dates.answered import is_answer, is_offer
from tools.reading.dates.arithmetic import Days
from tools.reading.dates.bounds import EXCEPTED, beside, bounded, is_denied
from tools.reading.dates.clocks import hour_spans
from tools.reading.dates.company import NUMBERS, completed, in_week_said, is_told, narrowed, within
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.modifiers import extended, find_modifiers
from tools.reading.dates.moved import days_of_move, is_moved_to, range_moved
from tools.reading.dates.named_days import NOTHING_BEFORE, DayBefore, DayPhrase, Moment, dated, day_phrase, full_year
from tools.reading.dates.ranges import borrowed, either, joined, listed
from tools.reading.dates.working_days import Working, weekdays
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseHit

_ISO = re.compile(r"(?<![\d/.-])(20\d\d|19\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])")
_NUMERIC = re.compile(r"(?<![\d/.,:-])(\d{1,2})\s?([/.-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2}))?(?![\d/:%€-]|[.,]\d)")
_BARE_DAY_CONFIDENCE = 0.6
_LIVED_WORDS = 3
_SOON = timedelta(weeks=4)
_NAMES = ("holiday", "weak_holiday", "week", "relative", "day_weekday")
_NUMBERED = ("weak_day", "weak_ordinal_day", "weekday_day", "day_weekday")
"""Phrases with a number that may be an hour."""
_ONLY_WITH_DAYS = ("day_weekday", "weak_nth_week")
_BOUNDED = ("weak_month", "weak_bridge", "weak_holiday", "weak_next_year")
_OF_A_WEEK = ("weekday", "weekday_next_week", "weekday_of")
Choice = list[DayPhrase]


def numeric_dates(text: str, grammar: DateGrammar, today: date) -> Iterator[DayPhrase]:
    """In order; without periods when there is no such day."""
    for match in _ISO.finditer(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        yield _phrase(match, {"day": day, "month": month, "year": year}, dated(day, month, year, today), 0.99)
    for match in _NUMERIC.finditer(text):
        if match[2] != "/" and not match[4] and not _led(text, match, grammar):
            continue
        year_read = int(match[4]) if match[4] else None
        if year_read is not None and year_read < 100:
            year_read = full_year(year_read, today)
        first, second = int(match[1]), int(match[3])
        # Day first, as everybody here writes it, unless that cannot be.
        periods = dated(first, second, year_read, today)
        if not periods and second > 12:
            first, second, periods = second, first, dated(second, first, year_read, today)
        values = {"day": first, "month": second} | ({} if year_read is None else {"year": year_read})
        yield _phrase(match, values, periods, 0.95)


def _phrase(match: re.Match[str], values: dict[str, int], periods: tuple[Days, ...], confidence: float) -> DayPhrase:
    return DayPhrase("numeric", values, periods, *match.span(), confidence)


def _led(text: str, match: re.Match[str], grammar: DateGrammar) -> bool:
    """Without a year, "20-12" and "20.12" are amounts and hours too: an article before them, or nothing else, says."""
    before = text[: match.start()]
    alone = not re.search(r"\w", before + text[match.end() :])
    # No hour goes over 24, and none is written "17-2": alone, those are days.
    told = match[2] == "-" or int(match[1]) > 24
    return (alone and told) or bool(grammar.articles.search(before))


@dataclass(frozen=True, slots=True)
class DateReading:
    """A day, or a closed range when ``until`` is set; positions are in the folded text."""

    day: date
    until: date | None
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class ParsedDays:
    """``wanted`` and ``other`` are choices; ``excluded`` will not do; ``spans`` are all that was read as a date;
    ``moved_from``: the day of the appointment that is moved to the one wanted; ``any_but``: any day will do but those
    excluded.
    """

    wanted: DateReading | None
    other: DateReading | None
    excluded: tuple[DateReading, ...]
    spans: tuple[tuple[int, int], ...]
    moved_from: DateReading | None = None
    any_but: bool = False


def parse_days(
    folded: Folded,
    grammar: DateGrammar,
    today: date,
    working: Working = weekdays,
    before: DayBefore = NOTHING_BEFORE,
) -> ParsedDays:
    """Every day of the text in its part. Never raises. Where a day was asked, a few words that may be one are one."""
    moment = Moment(today, working, grammar.holidays, before.asked, before.known)
    phrases = completed(_phrases(folded, grammar, moment), folded, grammar, moment)
    choices = _choices(phrases, folded, grammar, moment)
    # What has no days is read too: the 31st of February is not the 31st of this month in another language.
    read = [*(phrase for choice in choices for phrase in choice), *(one for one in phrases if not one.periods)]
    denied = _denied(choices, folded, grammar)
    kept = _kept(choices, denied, folded, grammar, today)
    following = _next_one(denied, folded, grammar)
    if following and not any(choice[0].start >= following.end for choice in kept):
        kept.append([following])
        read.append(following)
    kept = [choice for choice in kept if not _is_known(choice, before.known, today)] or kept
    numbered = any(choice[0].kind in (*NUMBERS, "weekday_day") for choice in kept)
    best = max(kept, key=lambda choice: _specific(choice[0], today, numbered), default=[])
    moved = days_of_move(kept, folded, grammar, today)
    wanted = moved[0] if moved else narrowed(within(best, kept, today), kept, today)
    readings = [reading for phrase in wanted if (reading := _reading(phrase, today))]
    return ParsedDays(
        wanted=readings[0] if readings else None,
        other=readings[1] if len(readings) > 1 else None,
        excluded=tuple(reading for choice in denied for phrase in choice if (reading := _reading(phrase, today))),
        spans=tuple((phrase.start, phrase.end) for phrase in read),
        moved_from=_reading(moved[1], today) if moved and moved[1] else None,
        any_but=any(_is_excepted(choice, folded, grammar) for choice in denied),
    )


def parse_bare_day(folded: Folded, today: date) -> DateReading | None:
    """A number alone, read as a day of the month because a day was asked."""
    match = re.fullmatch(r"\W*(?:(?:el|o|le|the|dia)\s)?(\d{1,2})\W*", folded.text)
    day = arithmetic.next_of_month(int(match[1]), today) if match else None
    if not match or not day:
        return None
    return DateReading(day, None, match.start(1), match.end(1), _BARE_DAY_CONFIDENCE)


def _phrases(folded: Folded, grammar: DateGrammar, moment: Moment) -> list[DayPhrase]:
    """The phrases that do not overlap, in order: the strong before the weak, the longest first."""
    exceptions = grammar.not_days.find(folded)
    hits = [
        hit
        for hit in grammar.days.find(folded)
        if not (_inside(hit, exceptions) or _cut(hit, exceptions) or _broken(hit, folded))
    ]
    found = [day_phrase(hit, grammar, moment) for hit in hits]
    found = [in_week_said(phrase, found, moment.today) for phrase in found]
    if found:
        modifiers = find_modifiers(folded, grammar)
        found += [extended(phrase, modifiers, folded.text, grammar, moment) for phrase in found]
    found += numeric_dates(folded.text, grammar, moment.today)
    if any(phrase.kind in _NUMBERED for phrase in found):
        hours, doubtful = hour_spans(folded, grammar), hour_spans(folded, grammar, weak=True)
        found = [
            phrase
            for phrase in found
            if phrase.kind not in _NUMBERED
            or _of_weekday(phrase, folded, grammar, moment.today)
            or not _is_hour(phrase, hours, doubtful)
        ]
    found = [
        phrase
        for phrase in found
        if not _is_part(phrase, found) and (phrase.periods or phrase.kind not in _ONLY_WITH_DAYS)
    ]
    found.sort(key=lambda phrase: (phrase.weak, phrase.start - phrase.end, -phrase.confidence))
    kept: list[DayPhrase] = []
    for phrase in found:
        if not any(phrase.start < other.end and other.start < phrase.end for other in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda phrase: phrase.start)


def _inside(hit: PhraseHit, exceptions: Sequence[PhraseHit]) -> bool:
    return any(
        other.start <= hit.start and hit.end <= other.end and (other.start, other.end) != (hit.start, hit.end)
        for other in exceptions
    )


def _cut(hit: PhraseHit, exceptions: Sequence[PhraseHit]) -> bool:
    """Whether its last words are of another phrase: "9 December first | thing"."""
    return any(hit.start < other.start < hit.end < other.end for other in exceptions)


def _broken(hit: PhraseHit, folded: Folded) -> bool:
    """A pause parts words that only look like a name: "no good, Friday"; the Balearic article has no accent."""
    if folded.text.startswith("es ", hit.start) and folded.accented(hit.start):
        return True
    return hit.key.partition(":")[0] in _NAMES and any(pause in folded.text[hit.start : hit.end] for pause in ",;.!?")


def _is_part(phrase: DayPhrase, found: Sequence[DayPhrase]) -> bool:
    """Whether another one goes on with the number of that weekday ("para el martes | 8")."""
    return phrase.kind == "weekday" and any(
        other.kind == "weekday_day" and phrase.start <= other.start < phrase.end < other.end for other in found
    )


def _is_hour(phrase: DayPhrase, hours: Sequence[tuple[int, int]], doubtful: Sequence[tuple[int, int]]) -> bool:
    """Whether its number is that of an hour; a doubtful hour has to go on after it ("el martes 8 | y media")."""
    goes_on = phrase.kind == "weekday_day" and any(start < phrase.end < end for start, end in doubtful)
    return goes_on or any(phrase.start < end and start < phrase.end for start, end in hours)


def _of_weekday(phrase: DayPhrase, folded: Folded, grammar: DateGrammar, today: date) -> bool:
    """Whether its number is that day soon, though what follows is said of hours too: "Friday 11 in the morning"."""
    if phrase.kind != "weekday_day" or not phrase.periods:
        return False
    day = phrase.periods[0].first
    soon = day.weekday() == phrase.values["weekday"] and today <= day <= today + _SOON
    return soon and any(0 < hit.start - phrase.end <= 1 for hit in grammar.number_parts.find(folded))


def _choices(phrases: list[DayPhrase], folded: Folded, grammar: DateGrammar, moment: Moment) -> list[Choice]:
    """Ranges first, then those that are choices of one wish; what is weak and alone is left out."""
    text, links = folded.text, grammar.links
    single: list[DayPhrase] = []
    for phrase in phrases:
        range_read = joined(single[-1], phrase, text, links, moment) if single else None
        if range_read and single:
            single[-1] = range_moved(range_read, phrase, folded, grammar)
        else:
            single.append(phrase)
    choices: list[Choice] = []
    for phrase in single:
        if choices and _beside(choices[-1][-1], phrase, folded, grammar, moment):
            choices[-1] = _grown(choices[-1], phrase, moment.today)
        else:
            choices.append([phrase])
    alive = [[phrase for phrase in choice if phrase.periods] for choice in choices]
    found = [_bounded(choice, folded, grammar, moment) for choice in alive if choice]
    return [choice for choice in found if len(choice) > 1 or _is_day(choice[0], folded, grammar, moment)]


def _grown(choice: Choice, phrase: DayPhrase, today: date) -> Choice:
    """With another day, whose month may be that of all: "the 9th, the 10th or the 11th of May"."""
    last = borrowed(choice[-1], phrase, today)
    return [*(borrowed(one, phrase, today)[0] for one in choice[:-1]), *last]


def _beside(first: DayPhrase, second: DayPhrase, folded: Folded, grammar: DateGrammar, moment: Moment) -> bool:
    """Whether the second is a choice beside the first; in a mere list neither may be ruled out, or an offer."""
    if either(first, second, folded.text, grammar.links):
        return True
    denied = any(is_denied(one.start, one.end, folded, grammar.denied) for one in (first, second))
    offered = any(is_offer(one, folded.text, grammar, moment) for one in (first, second))
    return not (denied or offered) and listed(first, second, folded.text, moment.today)


def _is_day(phrase: DayPhrase, folded: Folded, grammar: DateGrammar, moment: Moment) -> bool:
    """Whether it is a day without another beside it."""
    if is_offer(phrase, folded.text, grammar, moment):
        return False
    if phrase.kind == "weak_relative" and is_denied(phrase.start, phrase.end, folded, grammar.denied):
        return True  # "tomorrow I can't, nor the day after": said so shortly only where it will not do
    return not phrase.weak or is_answer(phrase, folded, grammar, moment) or is_moved_to(phrase, folded, grammar)


def _bounded(choice: Choice, folded: Folded, grammar: DateGrammar, moment: Moment) -> Choice:
    """A choice of periods in a row is one longer period, and so are three days; "before" and "after" open one."""
    merged = _merged(choice, moment.today)
    if len(merged) > 1 or (merged[0].weak and not _may_be_bounded(merged[0], folded.text)):
        return merged
    return [bounded(merged[0], folded, grammar, moment)]


def _may_be_bounded(phrase: DayPhrase, text: str) -> bool:
    """ "From the 14th on" is a day, "after the second" may be another thing."""
    figures = phrase.kind == "weak_ordinal_day" and re.search(r"\d", text[phrase.start : phrase.end])
    return phrase.kind in _BOUNDED or bool(figures)


def _merged(choice: Choice, today: date) -> Choice:
    days = [found for phrase in choice if (found := phrase.days(today))]
    single = any(one.single for one in days)
    most = 7 if single else 1
    rows = all(1 <= (after.first - before.last).days <= most for before, after in pairwise(days))
    if len(choice) < (3 if single else 2) or not rows:
        return choice
    whole = Days(days[0].first, days[-1].last)
    return [replace(choice[0], kind="range", periods=(whole,), end=choice[-1].end)]


def _denied(choices: list[Choice], folded: Folded, grammar: DateGrammar) -> list[Choice]:
    """Those ruled out, and what "and" joins to them ("el lunes y el martes no puedo")."""
    denied = [choice for choice in choices if _is_denied(choice, folded, grammar)]
    pairs = list(pairwise(choices))
    for first, second in [*pairs, *reversed(pairs)]:
        gap = folded.text[first[-1].end : second[0].start]
        if (first in denied) != (second in denied) and grammar.links.between.fullmatch(gap):
            denied.append(second if first in denied else first)
    return denied


def _is_denied(choice: Choice, folded: Folded, grammar: DateGrammar) -> bool:
    """A part of the day may stand between ("el lunes por la tarde no puedo"); "not this one, the next" is a wish."""
    start, end = choice[0].start, choice[-1].end
    parts = (hit.end for hit in grammar.parts.find(folded) if 0 <= hit.start - end <= 2)
    ends = (end, max(parts, default=end))
    return choice[0].kind != "shift" and any(is_denied(start, one, folded, grammar.denied) for one in ends)


def _is_excepted(choice: Choice, folded: Folded, grammar: DateGrammar) -> bool:
    denial = beside(choice[0].start, choice[-1].end, folded, grammar.denied)
    return denial is not None and denial.key == EXCEPTED


def _kept(
    choices: list[Choice], denied: list[Choice], folded: Folded, grammar: DateGrammar, today: date
) -> list[Choice]:
    """Those that may be wanted: neither ruled out nor told about; a weekday that is ruled out is that of a week on."""
    ruled_out = [one for choice in denied for one in choice]
    kept: list[Choice] = []
    for choice in choices:
        if choice in denied or _lived(choice, folded, grammar) or is_told(choice[0], folded, grammar, today):
            continue
        moved = [_off(phrase, ruled_out, today) for phrase in choice]
        if left := [phrase for phrase in moved if phrase]:
            kept.append(left)
    return kept


def _is_known(choice: Choice, known: date | None, today: date) -> bool:
    days = choice[0].days(today)
    return len(choice) == 1 and days is not None and days.single and days.first == known


def _off(phrase: DayPhrase, ruled_out: Sequence[DayPhrase], today: date) -> DayPhrase | None:
    """ "Any day but Friday, Fridays I work" rules out both; "not the 4th, another Friday" is a week later."""
    days = phrase.days(today)
    same = [one for one in ruled_out if days and days.single and one.days(today) == days]
    if days is None or not same:
        return phrase
    named = any(one.kind == "weekday" for one in same)
    return None if named or phrase.kind not in _OF_A_WEEK else replace(phrase, periods=(days.shifted(7),))


def _next_one(denied: list[Choice], folded: Folded, grammar: DateGrammar) -> DayPhrase | None:
    """ "Next week I can't, the one after": the period that follows the one ruled out."""
    if not denied:
        return None
    last = denied[-1][-1]
    hit = next((hit for hit in grammar.next_one.find(folded) if hit.start >= last.end), None)
    if hit is None or not last.periods:
        return None
    days = last.periods[0]
    following = days.shifted(7 if last.kind in _OF_A_WEEK else days.length)
    return replace(last, kind="shift", periods=(following,), start=hit.start, end=hit.end, confidence=0.9)


def _lived(choice: Choice, folded: Folded, grammar: DateGrammar) -> bool:
    """A day told about, not asked for: a birthday, the day a job ended."""
    for hit in grammar.lived.find(folded):
        between = (
            folded.text[hit.end : choice[0].start]
            if hit.end <= choice[0].start
            else folded.text[choice[-1].end : hit.start]
        )
        most = _LIVED_WORDS if hit.end <= choice[0].start else 1
        if len(re.findall(r"\w+", between)) <= most and not re.search(r"[.,;!?]", between):
            return True
    return False


def _specific(phrase: DayPhrase, today: date, numbered: bool) -> tuple[bool, bool, bool, float, int]:
    """A day beats a range that says no more ("the Monday of next week"); among equals the first said.

    ``numbered``: a number of the month is said, which says more than a weekday ("on Mondays I can, the 14th").
    """
    days = phrase.days(today)
    plain = bool(days) and (days.single if days else False)
    named = not (numbered and phrase.kind == "weekday")
    return (bool(days and days.last >= today), plain or phrase.kind == "range", named, phrase.confidence, -phrase.start)


def _reading(phrase: DayPhrase, today: date) -> DateReading | None:
    days = phrase.days(today)
    if days is None:
        return None
    until = None if days.single else days.last
    return DateReading(days.first, until, phrase.start, phrase.end, phrase.confidence)
