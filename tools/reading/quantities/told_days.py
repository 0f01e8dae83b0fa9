"""The days of a chat message, whole or in part: "3/2/64", "nací en mayo del 63", "1963ko martxoaren 14an", "el 19".

The days of appointments are read by ``tools.reading.dates``; this reads the same phrases without choosing a year.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from knowledge.languages import Language
from tools.reading.dates.days import numeric_dates
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.named_days import Moment, day_phrase, group_values
from tools.reading.dates.working_days import weekdays
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseHit
from tools.reading.quantities.partial_days import PartialDay, partial_day
from tools.reading.quantities.words import QuantityWords, quantity_words

DayKind = Literal["date", "month", "year", "number", "near"]
_DATES, _MONTHS, _NUMBERS = ("day_month", "month_day"), ("month_only", "weak_month"), ("day_only",)
_NEAR = ("relative", "in_units", "month")
_WEEKDAYS = ("weekday", "weekday_day", "day_weekday")
_FOREIGN = ("day_month", "month_day")
_SHORT_YEARS = range(30, 100)
_FIRST_YEAR, _LAST_YEAR = 1920, 2045
_DIGITS_OF_YEAR = 4
_WORDS_TO_NUMBER, _PREPOSITION = 6, 3
_AND = ("y", "i", "e", "eta", "ta", "and", "et")
_BASQUE_YEAR = re.compile(r"(?<![\w.,/-])'?(\d{4}|\d{2})(?:e?ko|e?koa|an|ean|eko\s+an)(?!\w)")
_YEAR_AFTER = re.compile(r"'?(\d{4}|\d{2})(?!\w|[.,:/]\d|\s?%)")
_YEAR_BEFORE = re.compile(r"(?<![\w.,/-])(\d{4}|\d{2})(?:\s?e?ko|\s?[,(]|)[\s(,]{0,3}\Z")
_LEFT_YEAR = re.compile(r"(?<![\w.,/-])'?(\d{4}|\d{2})(?!\w|[.,:/-]\d|\s?[%€])")
_CASE = re.compile(r"(?:\d|[a-z])(e?tik|dik|e?ra|rako|raino)\Z")
_NUMBER = re.compile(r"(?<![\w.,:/-])(3[01]|[12]\d|0?[1-9])(st|nd|rd|th)?(?!\w|[.,:/-]\d|\s?[%€])")
_AFTER_WEEKDAY = re.compile(
    r"[\s,]{1,3}(?:\w{4,6}[\s,]{1,3})?(?:(?:el|the|o|le|dia)\s)?"
    r"(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.,:/]\d)"
)
_NOTHING = "(?!)"
_WEEKLY = re.compile(
    r"\A(?:los|els|os|as|les|des)\s|(?:sabados|domingos|dissabtes|diumenges|days|dis|dimanches|ostegunetan|igandeak|larunbatak)\Z"
)
_PAUSE = re.compile(r"[.,;:!?]")
_BEFORE_YEAR = re.compile(r",\s*\d{4}\Z")


@dataclass(frozen=True, slots=True)
class ToldDay:
    """What a message tells of one day, with its span in the text. ``near``: beside today, whole.

    ``last``: the end of that month. ``birthish``: a year said as one is born in it ("del 64"). ``case``: of Basque.
    """

    day: PartialDay
    start: int
    end: int
    kind: DayKind
    weekday: int | None = None
    last: bool = False
    birthish: bool = False
    case: str = ""


def find_told_days(
    folded: Folded, language: Language, grammars: Mapping[Language, DateGrammar], today: date
) -> list[ToldDay]:
    """In order, without overlaps. Never raises. The text is ``spread`` already."""
    words = quantity_words(language)
    pieces = _pieces(folded, grammars, language, today)
    pieces += _year_ends(folded.text, words, today)
    pieces += _years(folded.text, language, words)
    pieces += _led_numbers(folded.text, words)
    kept = _apart(piece for piece in pieces if piece.day.possible and not _counted(piece, folded.text, words))
    kept = [_with_number(piece, folded.text, words) for piece in kept]
    kept = [_with_year(piece, folded.text, words, today) for piece in kept]
    kept = _apart([piece for piece in kept if piece.day.possible])
    kept = _of_month(_ranged(kept, folded.text, grammars[language]))
    return [_ended(piece, folded.text, language, words) for piece in _joined(kept, folded.text)]


def _pieces(folded: Folded, grammars: Mapping[Language, DateGrammar], language: Language, today: date) -> list[ToldDay]:
    own = grammars[language]
    found = [
        ToldDay(_told(one.values), one.start, one.end, "date")
        for one in numeric_dates(folded.text, own, today)
        if one.periods
    ]
    exceptions = own.not_days.find(folded)
    for hit in own.days.find(folded):
        said = hit.key in _WEEKDAYS  # "last Friday" is no day to attend on, but one to tell
        if said or not any(one.start <= hit.start and hit.end <= one.end for one in exceptions):
            found += _piece(hit, folded.text, own, today)
    for other, grammar in grammars.items():
        if other != language:
            hits = [hit for hit in grammar.days.find(folded) if hit.key in _FOREIGN]
            found += [piece for hit in hits for piece in _piece(hit, folded.text, grammar, today)]
    return found


def _piece(hit: PhraseHit, text: str, grammar: DateGrammar, today: date) -> Iterator[ToldDay]:
    kind, _, argument = hit.key.partition(":")
    values = group_values(hit, grammar)
    start, end = hit.start, hit.end
    if kind in _DATES and not _PAUSE.search(_BEFORE_YEAR.sub("", text[start:end].strip(".,"))):
        yield ToldDay(_told(values), start, end, "date")
    elif kind in _MONTHS:
        yield ToldDay(_told(values), start, end, "month")
    elif kind in _NUMBERS and 1 <= values.get("day", 0) <= 31:
        yield ToldDay(PartialDay(day=values["day"]), start, end, "number")
    elif kind in _WEEKDAYS and re.search(r"[^\W\d]{4}", text[start:end]) and not _WEEKLY.search(text[start:end]):
        yield ToldDay(PartialDay(day=values.get("day")), start, end, "near", weekday=values["weekday"])
    elif kind in _NEAR and not text[start].isdigit() and (kind != "month" or argument in ("0", "1")):
        yield from _near(hit, grammar, today)


def _near(hit: PhraseHit, grammar: DateGrammar, today: date) -> Iterator[ToldDay]:
    phrase = day_phrase(hit, grammar, Moment(today, weekdays, grammar.holidays))
    if phrase.periods:
        days = phrase.periods[0]
        if days.single:
            yield ToldDay(partial_day(days.first), hit.start, hit.end, "near")
        else:
            yield ToldDay(PartialDay(days.first.year, days.first.month), hit.start, hit.end, "month")


def _told(values: Mapping[str, int]) -> PartialDay:
    year = values.get("year")
    if "year_short" in values:
        year = _full_birth_year(values["year_short"])
    return PartialDay(year, values.get("month", values.get("month_number")), values.get("day"))


def _full_birth_year(short: int) -> int:
    """The century of two digits: those who ask were born from 1930 on."""
    return 1900 + short if short in _SHORT_YEARS else 2000 + short


def _years(text: str, language: Language, words: QuantityWords) -> Iterator[ToldDay]:
    """Years after a word that leads one, and in Basque before an ending of one."""
    for match in _LEFT_YEAR.finditer(text):
        before = text[: match.start()]
        birthish = bool(words.birth_lead.search(before)) or match[0].startswith("'")
        if not (birthish or words.year_lead.search(before)):
            continue
        if year := _year(match[1]):
            yield ToldDay(PartialDay(year), match.start(), match.end(), "year", birthish=birthish)
    if language == "eu":
        for match in _BASQUE_YEAR.finditer(text):
            if year := _year(match[1]):
                born = match[0].endswith(("koa", "ko"))
                yield ToldDay(PartialDay(year), match.start(), match.end(), "year", birthish=born)


def _year(digits: str) -> int | None:
    """Two digits that cannot be a day of the month, or four of a year one may speak of."""
    year = int(digits)
    if len(digits) == 2:
        return 1900 + year if year > 31 else None
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _led_numbers(text: str, words: QuantityWords) -> Iterator[ToldDay]:
    """ "Jusqu'au 27", "the 26th": a number of the month."""
    for match in _NUMBER.finditer(text):
        if match[2] or words.day_lead.search(text[: match.start()]):
            yield ToldDay(PartialDay(day=int(match[1])), match.start(), match.end(), "number")


def _with_number(piece: ToldDay, text: str, words: QuantityWords) -> ToldDay:
    """A weekday with the number of its day ("o luns pasado, 23")."""
    if piece.weekday is None or piece.day.day is not None:
        return piece
    match = _AFTER_WEEKDAY.match(text, piece.end)
    if match is None or _unit_at(text, match.end(), words):
        return piece
    return replace(piece, day=PartialDay(day=int(match[1])), end=match.end())


def _year_ends(text: str, words: QuantityWords, today: date) -> Iterator[ToldDay]:
    """ "A final de año", "a finales del año que viene"."""
    for match in re.finditer(rf"(?<!\w)(?:{words.year_end})(?!\w)", text):
        after = text[match.end() :]
        coming = re.match(rf"\s?(?:{words.next_year}|que viene|que ve|que ven|prochaine)(?!\w)", after)
        yield ToldDay(PartialDay(today.year + bool(coming), 12), *match.span(), "month", last=True)
    for pattern, year in ((words.next_year, today.year + 1), (words.this_year, today.year)):
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text):
            before = text[: match.start()]
            if words.month_end.search(before) or words.month_end.search(f"{before}de "):
                yield ToldDay(PartialDay(year, 12), match.start(), match.end(), "month", last=True)


def _counted(piece: ToldDay, text: str, words: QuantityWords) -> bool:
    """Whether its last figure counts something ("mar 20 anos", "el 8 por ciento")."""
    if not text[piece.end - 1].isdigit():
        return False
    return re.match(rf"[.,:]?\d|\s{{0,2}}(?:(?:{words.unit}|{words.euros})(?!\w)|%)", text[piece.end :]) is not None


def _apart(pieces: Iterable[ToldDay]) -> list[ToldDay]:
    """Without those inside a longer one."""
    kept: list[ToldDay] = []
    for piece in sorted(pieces, key=lambda one: (-one.day.told, one.start - one.end)):
        if all(piece.end <= other.start or other.end <= piece.start for other in kept):
            kept.append(piece)
    return sorted(kept, key=lambda one: one.start)


def _with_year(piece: ToldDay, text: str, words: QuantityWords, today: date) -> ToldDay:
    """With the year that is said right after it, or before it."""
    if piece.kind not in ("date", "month") or piece.day.year is not None:
        return piece
    return _this_or_next(piece, text, words, today) or _year_behind(piece, text, words) or _year_before(piece, text)


def _this_or_next(piece: ToldDay, text: str, words: QuantityWords, today: date) -> ToldDay | None:
    for pattern, year in ((words.next_year, today.year + 1), (words.this_year, today.year)):
        day = replace(piece.day, year=year)
        if match := re.match(rf"[\s,]{{1,3}}(?:{words.year_join}|)\s{{0,2}}(?:{pattern})(?!\w)", text[piece.end :]):
            return replace(piece, day=day, end=piece.end + match.end())
        if match := re.search(rf"(?<!\w)(?:{pattern})\s{{1,2}}\Z", text[: piece.start]):
            return replace(piece, day=day, start=match.start())
    return None


def _year_behind(piece: ToldDay, text: str, words: QuantityWords) -> ToldDay | None:
    """ "Marzo del 63", "July 65"; in Basque only whole years come after."""
    after = text[piece.end :]
    lead = re.match(rf"[\s,]{{1,3}}(?:(?:{words.year_join})[\s']{{1,2}})?", after)
    match = _YEAR_AFTER.match(after, lead.end()) if lead else None
    if lead is None or match is None or _counts(match[1], after[match.end() :], words):
        return None
    year = _attached(match[1], joined=bool(lead[0].strip(" ,")))
    if year is None or (words.year_join == _NOTHING and len(match[1]) == 2):
        return None
    return replace(piece, day=replace(piece.day, year=year), end=piece.end + match.end())


def _year_before(piece: ToldDay, text: str) -> ToldDay:
    """ "1963ko martxoaren 14an", "1964, le 30 août", "65 (12 avril)"."""
    match = _YEAR_BEFORE.search(text[: piece.start])
    if match is None:
        return piece
    basque = "ko" in match[0]
    year = _attached(match[1], joined=basque)
    if year is None or not (basque or len(match[1]) == 4 or "(" in match[0]):
        return piece
    return replace(piece, day=replace(piece.day, year=year), start=match.start())


def _attached(digits: str, *, joined: bool) -> int | None:
    """A year beside a month: two digits below thirty only after a word ("setembro do 27")."""
    year = int(digits)
    if len(digits) == 4:
        return year if _FIRST_YEAR <= year <= _LAST_YEAR else None
    return _full_birth_year(year) if joined or year in _SHORT_YEARS else None


def _counts(digits: str, after: str, words: QuantityWords) -> bool:
    """Whether it is so many of something. Nobody counts thousands of months: "2027 més o menys" has none."""
    units = rf"{words.euros}|%|k\b" if len(digits) == _DIGITS_OF_YEAR else rf"{words.unit}|{words.euros}|%|k\b"
    return re.match(rf"\s{{0,2}}(?:{units})", after) is not None


def _unit_at(text: str, at: int, words: QuantityWords) -> bool:
    return re.match(rf"\s{{0,2}}(?:{words.unit}|{words.euros}|%|k\b)", text[at:]) is not None


def _ranged(pieces: list[ToldDay], text: str, grammar: DateGrammar) -> list[ToldDay]:
    """ "Del 3 al 24 de noviembre": both are of one month."""
    out = list(pieces)
    for at, (first, second) in enumerate(pairwise(pieces)):
        gap = text[first.end : second.start]
        if "near" in (first.kind, second.kind):
            continue
        linked = grammar.links.range.fullmatch(f" {gap.strip()} ") or _short(gap)
        if not linked or first.day.day is None or second.day.day is None:
            continue
        if first.day.month is None and second.day.month is not None:
            out[at] = replace(first, day=replace(second.day, day=first.day.day), kind="date")
        elif second.day.month is None and first.day.month is not None and second.kind == "number":
            out[at + 1] = replace(second, day=replace(first.day, day=second.day.day), kind="date")
    return out


def _of_month(pieces: list[ToldDay]) -> list[ToldDay]:
    """A number of the month after another day is of that month: "del 20 de octubre, la abrí el 28"."""
    out: list[ToldDay] = []
    for piece in pieces:
        last = out[-1] if out else None
        if last and piece.kind == "number" and last.kind == "date" and last.day.year is None and last.day.day:
            later = piece.day.day is not None and piece.day.day > last.day.day
            piece = replace(piece, day=replace(last.day, day=piece.day.day), kind="date") if later else piece
        out.append(piece)
    return out


def _short(gap: str) -> bool:
    return len(re.findall(r"\w+", gap)) <= 1 and not re.search(r"[.;!?]", gap)


def _joined(pieces: list[ToldDay], text: str) -> list[ToldDay]:
    """What is told of one day in pieces beside each other: "del 64, en octubre", "maio, o día 14"."""
    out: list[ToldDay] = []
    for piece in pieces:
        last = out[-1] if out else None
        if last and _one_day(last, piece, text[last.end : piece.start]):
            out[-1] = _both(last, piece)
        else:
            out.append(piece)
    return out


def _one_day(first: ToldDay, second: ToldDay, gap: str) -> bool:
    if "near" in (first.kind, second.kind) or not first.day.fits(second.day):
        return False
    between = re.findall(r"\w+", gap)
    if second.kind == "number" and first.kind in ("month", "date"):
        return len(between) <= _WORDS_TO_NUMBER and not re.search(r"[.;!?\d]", gap)
    return len(between) <= 1 and all(len(word) <= _PREPOSITION and word not in _AND for word in between)


def _both(first: ToldDay, second: ToldDay) -> ToldDay:
    day = first.day.merged(second.day)
    kind: DayKind = "date" if day.day is not None else "month"
    birthish, last = first.birthish or second.birthish, first.last or second.last
    return ToldDay(day, first.start, second.end, kind, last=last, birthish=birthish, case=second.case)


def _ended(piece: ToldDay, text: str, language: Language, words: QuantityWords) -> ToldDay:
    """With the case of Basque, and whether the end of the month is meant."""
    match = _CASE.search(text[piece.start : piece.end]) if language == "eu" else None
    case = match[1].removeprefix("e") if match else ""
    if piece.kind != "month":
        return replace(piece, case=case)
    before = text[: piece.start]
    if re.match(r"(?:de|d)\s", text[piece.start : piece.end]):  # the preposition is in the phrase of the month
        before += "de "
    last = words.month_end.search(before) or words.month_end_after.match(text, piece.end)
    return replace(piece, case=case, last=piece.last or last is not None)
