"""The values that one turn says: documents, numbers, days, hours, amounts, places and names, written or dictated.

A value that is not sure is left out: a wrong one is worse than none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import zip_longest

from agents.summary.figures import with_figures
from agents.summary.summary import EntityKind
from agents.summary.turn import ReadTurn
from agents.summary.words import SummaryWords
from agents.understanding.slots.answers import AnswerReader
from agents.understanding.slots.identities import read_identities
from agents.understanding.slots.slot_reader import MentionFinder
from knowledge.languages import Language
from speech.dictated.dictated_identities import read_dictated
from speech.dictated.spoken_text import heard_well
from tools.places.names import normalise
from tools.places.table import PlaceTable
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.times import parse_part_of_day, parse_times
from tools.reading.dictation.words import named_identities
from tools.reading.folding import Folded, blanked, fold
from tools.reading.identities.kinds import kinds_named
from tools.reading.identities.written import find_ibans
from tools.reading.numbers.parser import Number, find_numbers
from tools.reading.places.mentions import PlaceMention
from tools.reading.quantities.money import amount_of
from tools.reading.quantities.partial_days import PartialDay
from tools.reading.quantities.told_days import ToldDay, find_told_days
from tools.reading.quantities.words import QuantityWords, quantity_words
from tools.reading.slots import SlotName, SlotValue

_OF_SLOTS: Mapping[SlotName, EntityKind] = {
    "document": "document", "nuss": "nss", "phone": "phone", "email": "email",
}  # fmt: skip
_OF_DICTATED: Mapping[str, EntityKind] = {
    "dni": "document", "nie": "document", "nuss": "nss", "phone": "phone", "iban": "iban",
}  # fmt: skip
_SPANISH = "+34"
_SURE_PLACE = 0.7
_THOUSANDS = range(1, 100)
_CENT = Decimal("0.01")
_CENTS_LEAD = re.compile(r"\beuro\w*\s+(?:con|y|e|amb|i|and|with|avec|et|eta)\s+\Z")
_CENTS_ALONE = re.compile(r"\beuro\w*\s+\Z")
"""Cents follow, if nothing is counted: "46 euros 50", "46 euro 3 urte"."""
_SHARE = re.compile(r"\s?(?:%|por ?ci|per cent|por cento|percent|pour ?cent)")
_HALF_YEAR = 120
"""Days from the contact within which a day without its year is that of the nearest year."""
_FROM_TODAY = ("wants", "promises", "instructs")
"""Roles of turns in which "tomorrow" and "on Monday" are days to come, and to note."""
_HOURS_WITH_DAYS = ("asks", "corrects", "none")
"""Roles of a citizen's turn in which an hour counts beside a day alone: "16 h a week" is none."""
_LEAST_MONTHLY, _LEAST_WITH_CENTS = 50, 25
_WITH_CENTS = re.compile(r"\d[\d.,]*[.,]\d\d")
"""Hours are written so too, but smaller."""
_CLOCK, _LEAD = re.compile(r"(?<![\d.,:])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])"), 6
"""An hour in figures, and the characters of the words that lead to it."""
_NOON = 12
_SOON = 45
"""Days within which a day that a file names may be to come."""
_YEAR_ALONE = re.compile(r"(?<![\w.,/-])(?:19[2-9]|20[0-4])\d(?![\w€%]|[.,/-]\d)")
_AROUND = 24
"""Characters beside a day in which its year may be told."""
_PARTICLES = frozenset({"de", "del", "la", "las", "los", "el", "els", "les", "d", "l", "da", "do", "das", "dos"})
_LIST = re.compile(r"[,;]\s")
_IN_ADDRESS = re.compile(r"(?:\d|[,(])\s*\Z")


@dataclass(frozen=True, slots=True)
class SaidValue:
    """``start`` and ``end``: its place in the text. ``put_right``: a part of it was said anew, and is in it."""

    kind: EntityKind
    value: str
    start: int
    end: int
    put_right: bool = False


@dataclass(frozen=True, slots=True)
class ValueReader:
    """Reads one turn at a time, each after what was asked just before. Never raises on any text."""

    grammars: Mapping[Language, DateGrammar]
    answers: AnswerReader
    places: MentionFinder
    table: PlaceTable
    words: SummaryWords

    def read(self, turn: ReadTurn, before: str, begun: str = "") -> list[SaidValue]:
        """In order. ``before``: the words of the other before it; ``begun``: the figures that their own turn before
        left open, if it did.
        """
        folded = fold(turn.text)
        asked: frozenset[SlotName] = frozenset({*named_identities(fold(before), turn.language)} - {"iban"})  # type: ignore[arg-type]
        found = list(_identities(folded, turn.language, asked))
        if begun and not found:
            found = list(_over_turns(begun, turn, asked))
        dictated = bool(asked and found)
        rest = blanked(folded, [(one.start, one.end) for one in found])
        days = self._days(with_figures(rest.source, turn.language), turn)
        found += days
        rest = blanked(rest, [(one.start, one.end) for one in days])
        counts = days or turn.side == "agent" or turn.role not in _HOURS_WITH_DAYS
        if counts and not (dictated and turn.side == "citizen"):
            found += self._hours(rest, turn.language, bounds=turn.side == "agent" and bool(days))
        found += self._amounts(with_figures(rest.source, turn.language), turn.language)
        names = list(self._names(rest, turn))
        found += names
        found += self._places(blanked(rest, [(one.start, one.end) for one in names]))
        return sorted(found, key=lambda one: one.start)

    def _days(self, folded: Folded, turn: ReadTurn) -> list[SaidValue]:
        spread = quantity_words(turn.language).spread(folded)
        found = []
        ahead = turn.role in _FROM_TODAY or turn.commits is not None
        days = find_told_days(spread, turn.language, self.grammars, turn.day)
        years = [
            ToldDay(PartialDay(int(match[0])), *match.span(), "year")
            for match in _YEAR_ALONE.finditer(spread.text)
            if all(match.end() <= one.start or one.end <= match.start() for one in days)
        ]
        for told in self._put_right(sorted([*days, *years], key=lambda one: one.start), spread.text):
            around = spread.text[max(0, told.start - _AROUND) : told.end + _AROUND]
            plain = ahead or (told.weekday is not None and self.words.says("last_week", around))
            if told.kind == "near" and (told.weekday is None or told.day.day is None) and not plain:
                continue
            day = self._resolved(told, spread.text, turn)
            if day is not None and (ahead or day != turn.day):
                start, end = spread.span(told.start, told.end)
                put_right = self.words.says("takes_back", spread.text[told.start : told.end])
                found.append(SaidValue("date", day.isoformat(), start, end, put_right))
        return found

    def _put_right(self, told: Sequence[ToldDay], text: str) -> Iterator[ToldDay]:
        """ "On 3 May 61, no, sorry, of 60": with the year or the number that is said instead."""
        last: ToldDay | None = None
        for one in told:
            if last is None or not self._is_instead(last, one, text):
                yield from (last,) if last is not None else ()
                last = one
                continue
            day = replace(last.day, year=one.day.year or last.day.year, day=one.day.day or last.day.day)
            repeats = one.day.year is None and day == last.day  # "the 2nd, no, the 2nd is hers" puts nothing right
            last = replace(last, day=day, end=one.end) if day.possible and not repeats else last
        yield from (last,) if last is not None else ()

    def _is_instead(self, day: ToldDay, part: ToldDay, text: str) -> bool:
        """Whether only a part of a day is said after a whole one was taken back."""
        between = text[day.end : part.start]
        partial = part.day.month is None and part.weekday is None and day.day.month is not None
        return partial and len(between) <= _AROUND and self.words.says("takes_back", between)

    def _resolved(self, told: ToldDay, text: str, turn: ReadTurn) -> date | None:
        """The whole day, in the year that is plain where none is said; None where it is told in part."""
        day, around = told.day, text[max(0, told.start - _AROUND) : told.end + _AROUND]
        if told.weekday is not None:
            return _weekday(told, turn.day, past=self.words.says("last_week", around))
        if day.whole is not None or day.year is not None or day.month is None or day.day is None:
            return day.whole
        if self.words.says("last_year", around):
            return PartialDay(turn.day.year - 1, day.month, day.day).whole
        return _nearest(day, turn)

    def _hours(self, folded: Folded, language: Language, *, bounds: bool) -> Iterator[SaidValue]:
        """``bounds``: of "between ten and eleven" the first is meant."""
        grammar = self.grammars[language]
        if (clock := _CLOCK.search(folded.text)) is not None:  # "for the two of you at 12:20"
            folded = blanked(folded, [folded.span(0, max(1, clock.start() - _LEAD))])
        read = parse_times(folded, grammar, parse_part_of_day(folded, grammar))
        bounded = read.time_to is not None or read.since is not None
        if read.heard and read.time is not None and (bounds or not bounded):
            start, end = folded.span(read.time.start, read.time.end)
            yield SaidValue("time", _by_day(read.time.value), start, end)

    def _amounts(self, folded: Folded, language: Language) -> Iterator[SaidValue]:
        words, text = quantity_words(language), folded.text
        numbers = find_numbers(folded, language, expected=True)
        cents = {one.start for one in numbers if _are_cents(one, text)}
        for one, following in zip_longest(numbers, numbers[1:]):
            monthly = one.value >= _LEAST_MONTHLY and self.words.begins_with("a_month", text[one.end :])
            with_cents = one.value >= _LEAST_WITH_CENTS and _WITH_CENTS.fullmatch(text, one.start, one.end)
            marked = amount_of(one, text, words).money and _marked(text, one, words)
            is_money = marked or monthly or with_cents
            if one.start in cents or not is_money or _SHARE.match(text, one.end):
                continue
            value, (start, end) = _euros(one.value), folded.span(one.start, one.end)
            if following is not None and following.start in cents and 0 < following.value < 100:
                value, end = value + Decimal(following.value) / 100, folded.span(one.start, following.end)[1]
            yield SaidValue("amount", str(value.quantize(_CENT, ROUND_HALF_UP)), start, end)

    def _places(self, folded: Folded) -> Iterator[SaidValue]:
        for one in self.places.find_in(folded.source):
            sure = one.confidence >= _SURE_PLACE and not one.guessed and one.kind in ("municipality", "province")
            if sure and self._is_led(one, folded.source):
                yield SaidValue("place", self._place_name(one, folded.source), one.start, one.end)

    def _is_led(self, one: PlaceMention, text: str) -> bool:
        """A name that is a word too: in an address, with a Basque ending, after a word that leads to a place, alone."""
        before, said = text[: one.start], text[one.start : one.end]
        known = _IN_ADDRESS.search(before) or normalise(said) in self.table.register.inflected
        return bool(known) or not before.strip() or self.words.ends_in("leads_to_place", fold(before).text)

    def _place_name(self, one: PlaceMention, text: str) -> str:
        """As it was said; the official name where it bears an ending."""
        said = text[one.start : one.end]
        if one.kind == "province":
            province = self.table.provinces[one.value]
            names = {normalise(name) for name in (*province.name.split("/"), *province.names.values())}
            return _titled(said) if normalise(said) in names else province.name
        return _titled(said) if normalise(said) in self.table.register.known else one.value

    def _names(self, folded: Folded, turn: ReadTurn) -> Iterator[SaidValue]:
        name = self.answers.name(folded, turn.language)
        if name is not None and not name.value.isupper():
            yield SaidValue("name", name.value, name.start, name.end)


def _identities(folded: Folded, language: Language, asked: frozenset[SlotName]) -> Iterator[SaidValue]:
    taken: list[tuple[int, int]] = []
    for account in find_ibans(folded.source):
        if account.valid:
            taken.append((account.start, account.end))
            yield SaidValue("iban", account.value, account.start, account.end)
    slots, _ = read_identities(folded, language, asked)
    for name, kind in _OF_SLOTS.items():
        slot = slots.get(name)
        if slot is not None and not _meets(slot, taken) and not (kind == "phone" and _LIST.search(slot.text)):
            taken.append((slot.start, slot.end))
            yield SaidValue(kind, slot.value.removeprefix(_SPANISH), slot.start, slot.end)
    rest = blanked(folded, taken)
    yield from _dictated(rest.source, language, asked)


def _dictated(text: str, language: Language, asked: frozenset[SlotName]) -> Iterator[SaidValue]:
    matches = list(re.finditer(r"\S+", text))
    expected = frozenset(kind for kind in kinds_named(asked) if kind in _OF_DICTATED)
    for one in read_dictated(heard_well([match[0] for match in matches]), language, expected):  # type: ignore[arg-type]
        if one.status == "sure" and (kind := _OF_DICTATED.get(one.kind)) is not None:
            start, end = matches[one.words[0]].start(), matches[one.words[-1]].end()
            yield SaidValue(kind, one.value.removeprefix(_SPANISH), start, end)


def _over_turns(begun: str, turn: ReadTurn, asked: frozenset[SlotName]) -> Iterator[SaidValue]:
    """A number of which the turn says the end."""
    for one in _identities(fold(f"{begun} {turn.text}"), turn.language, asked):
        believed = one.kind != "phone" or "phone" in asked
        if believed and one.end > len(begun) > one.start:
            yield SaidValue(one.kind, one.value, 0, one.end - len(begun) - 1)


def _meets(slot: SlotValue, spans: list[tuple[int, int]]) -> bool:
    return any(start < slot.end and slot.start < end for start, end in spans)


def _by_day(hour: str) -> str:
    """Nobody is attended at midnight: "a quarter to one" is after noon."""
    return f"{_NOON}{hour[2:]}" if hour.startswith("00:") else hour


def _weekday(told: ToldDay, today: date, *, past: bool) -> date | None:
    """The next such day; with its number, the nearest on which both are right."""
    days = [today + timedelta(days=step) for step in (range(-1, -8, -1) if past else range(1, 8))]
    if told.day.day is not None:
        days = [today + timedelta(days=step) for step in sorted(range(-31, 92), key=abs)]
        days = [day for day in days if day.day == told.day.day]
    return next((day for day in days if day.weekday() == told.weekday), None)


def _nearest(day: PartialDay, turn: ReadTurn) -> date | None:
    """What a file says has mostly been; else the nearest, where that is plain."""
    last, following = day.last_before(turn.day).whole, day.next_after(turn.day).whole
    if turn.role == "reads" and last and following and (following - turn.day).days > _SOON:
        return last
    choices = [one for one in (last, following) if one]
    nearest = min(choices, key=lambda one: abs((one - turn.day).days), default=None)
    return nearest if nearest and abs((nearest - turn.day).days) <= _HALF_YEAR else None


def _marked(text: str, number: Number, words: QuantityWords) -> bool:
    """Whether it is said to be of euros."""
    after = re.match(rf"\s{{0,2}}(?:{words.euros})(?!\w)|\s?€", text[number.end :])
    return after is not None or text[: number.start].rstrip().endswith("€")


def _are_cents(number: Number, text: str) -> bool:
    before, after = text[: number.start], text[number.end :]
    alone = _CENTS_ALONE.search(before) and not re.match(r"\s?[^\W\d]", after)
    return bool(_CENTS_LEAD.search(before) or alone)


def _titled(said: str) -> str:
    if said != said.casefold():
        return said
    words = said.split()
    return " ".join(word if place and word in _PARTICLES else word.title() for place, word in enumerate(words))


def _euros(value: int | Decimal) -> Decimal:
    number = Decimal(value)
    thousands = number.as_tuple().exponent == -3 and int(number) in _THOUSANDS  # "1,650" has no three decimals
    return number * 1000 if thousands else number
