"""The other days that a message tells: leaving, a leave from and to, a notice, a birth to come."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from agents.understanding.sums.cues import AGES_TO_LEAVE, Cues
from agents.understanding.sums.hand import SumInHand
from tools.reading.dates.arithmetic import add_months
from tools.reading.quantities.partial_days import PartialDay, partial_day
from tools.reading.quantities.told_days import ToldDay

_PAST = ("first_day", "notified")
_OLDEST = 40
_FEW = 3
_HORIZON = 370


def read_dates(cues: Cues, hand: SumInHand, birth: PartialDay | None, today: date) -> dict[str, str]:
    """Days but the birth; ``birth`` is what is known of it with this message."""
    reading = _DateReading(cues, hand, today, birth.whole if birth else None)
    told = reading.told()
    first = reading.resolved("first_day", told["first_day"]) if "first_day" in told else hand.day("first_day")
    texts: dict[str, str] = {}
    for name, one in told.items():
        day = reading.ending(one, first) if name == "last_day" else reading.resolved(name, one)
        if day.month is not None and not _says_less(day, hand.day(name)):
            texts[name] = day.text
    if hand.spec("leaving") and "leaving" not in texts:
        texts |= _by_age(cues, hand, birth, today)
    if hand.spec("month"):
        texts |= _month(cues, first, today, other=list(told.values()))
    return texts


@dataclass(frozen=True, slots=True)
class _DateReading:
    """A message, the sum in hand and the day it is said on."""

    cues: Cues
    hand: SumInHand
    today: date
    birth: date | None

    @property
    def wanted(self) -> list[str]:
        return [name for name in self.hand.of_kind("date") if name not in ("born", "month")]

    def told(self) -> dict[str, ToldDay]:
        """The day of each input: by its words, else the one that can be meant."""
        told = self._range()
        for name in self.wanted:
            found = [one for one in self.cues.told_by(name, list(self.cues.days)) if self._may_be(name, one)]
            if name not in told and found:
                told[name] = self.cues.days[found[-1] if self.cues.corrects else found[0]]
        if not told and (bare := self._bare()):
            told[bare[0]] = bare[1]
        return told

    def resolved(self, name: str, one: ToldDay) -> PartialDay:
        """With the year, and what else follows from what the day is: what was is past, what is to come is not."""
        known = self.hand.day(name)
        if one.kind == "number" and one.weekday is None and known and known.whole:
            same_month = PartialDay(known.year, known.month, one.day.day)
            if same_month.whole and (name not in _PAST or same_month.whole <= self.today):
                return same_month
        if name == "leaving":
            if self.hand.earliest and self._is_in_month_of(self.hand.earliest, one):
                return partial_day(self.hand.earliest)
            day = _near(one, self.today, 1)
            if self.birth and day.day is None and not one.last and day.month == self.birth.month and day.year:
                return PartialDay(day.year, day.month, self.birth.day)  # in the month of one's birthday: on that day
            return _of_month(day, last=one.last, since=self.today)
        if name == "child_birth" and not self._is_born(one):
            return _near(one, self.today, 1) if self._expected(one) else _nearest(one, self.today)
        return _near(one, self.today, -1)

    def _is_in_month_of(self, earliest: date, one: ToldDay) -> bool:
        """Whether a month alone is that of the day on which they may leave: "if I wait until that day of June"."""
        alone = one.day.day is None and not one.last
        return alone and one.day.month == earliest.month and one.day.year in (None, earliest.year)

    def ending(self, one: ToldDay, first: PartialDay | None) -> PartialDay:
        """The first such day of a leave; where its beginning is not known, the nearest."""
        begins = first.whole if first else None
        day = _near(one, begins, 1) if begins else _nearest(one, self.today)
        return _of_month(day, last=True, since=self.today)

    def _range(self) -> dict[str, ToldDay]:
        """ "Del 3 al 24 de noviembre"."""
        days = self.cues.days
        pairs = [pair for pair in self.cues.pairs("range", "day", "until") if set(pair) <= days.keys()]
        pairs = [pair for pair in pairs if self._is_of_leave(*pair)]
        if not pairs or not {"first_day", "last_day"} <= set(self.wanted):
            return {}
        return {"first_day": days[pairs[-1][0]], "last_day": days[pairs[-1][1]]}

    def _is_of_leave(self, first: str, last: str) -> bool:
        """Not of holidays; numbers without a month are days of a leave that were asked for, or counted: "1 to 3"."""
        if self.cues.has("other", first) or self.cues.has("other", last):
            return False
        dated = any(self.cues.days[name].kind != "number" for name in (first, last))
        return dated or self.hand.asked in ("days", "first_day", "last_day") or "first_day" in self.hand.known

    def _may_be(self, name: str, figure: str) -> bool:
        """A day of long ago is none of these; nobody leaves in the past, and few the day after tomorrow."""
        day = self.cues.days[figure]
        if self.hand.asked != name and (name, day.kind) in (("leaving", "near"), ("notified", "month")):
            return False
        if name == "leaving" and day.kind == "number" and self.hand.asked != name and not self._changes(name, day):
            return False  # "if I wait until 28" may be a year
        if name == "first_day" and day.kind == "month" and (known := self.hand.day(name)) and known.whole:
            return False  # the month to be paid
        if name == "last_day" and self.cues.has("contract_ends", figure):
            return False  # the leave goes on
        if name == "leaving" and any(figure == turned for _, turned in self.cues.pairs("turns", "age", "day")):
            return False
        if day.kind == "year" or (day.day.year is not None and day.day.year < self.today.year - _OLDEST):
            return False
        whole = day.day.whole
        if whole is None:
            return True
        return not (name == "leaving" and whole < self.today) and not (name in _PAST and whole > self.today)

    def _changes(self, name: str, day: ToldDay) -> bool:
        """Whether a number changes the day that is known, and is no year to come."""
        coming = day.day.day is not None and day.day.day > self.today.year % 100
        return name in self.hand.known and (self.cues.corrects or not coming)

    def _bare(self) -> tuple[str, ToldDay] | None:
        """A day without a cue: what was asked, or the only one there is to tell or to change."""
        days = self.cues.days
        free = [name for name, one in days.items() if self.cues.free(name, but="born_in") and one.kind != "year"]
        target = self.hand.asked if self.hand.asked in self.wanted else self._only()
        whole = [name for name in free if days[name].kind == "date"]
        free = whole if target == self.hand.asked and len(whole) == 1 else free
        if target is None or not free or (len(free) > 1 and not self.cues.corrects):
            return None
        day = days[free[-1]]
        moves = target == "leaving" and not self.hand.known.keys().isdisjoint({"ahead", "delay"})
        told_before = target in self.hand.known or moves
        instead = self.cues.short or any(name[1] == "d" for name in self.cues.denied)  # "I said March, not January"
        known = self.hand.asked != target and told_before and self.cues.corrects and instead
        says = known or self._says(target, day)
        says = says or (target == "leaving" and told_before and self._instead(free[-1]))
        fits = self._may_be(target, free[-1]) and says and not self._of_birth(day)
        return (target, day) if fits else None

    def _instead(self, figure: str) -> bool:
        """Whether a day to come, of which its sentence says little else, is meant in place of the one told before; one
        without its year, where nothing else is said.
        """
        one = self.cues.days[figure]
        if one.kind == "date" and one.day.year is None:
            return self.cues.short and one.day.day is not None and one.day.month is not None
        return one.day.whole is not None and self.cues.says_little_around(figure)

    def _says(self, target: str, day: ToldDay) -> bool:
        """Whether so little of a day can be that one."""
        if self.hand.asked == target:
            return self.cues.short or day.kind == "date"
        if target == "leaving" and day.day.year is not None and self.cues.short and not self.cues.asks:
            return True  # nothing else is told of a year to come
        if target == "notified" and day.kind == "date":
            return True  # the one day of a letter, in what asks until when it can be answered
        if self.cues.asks or not self.cues.bare:
            return False
        if target == "leaving":
            return len(self.cues.marked.others()) <= _FEW
        whole = day.day.whole
        return day.kind != "month" and not (whole and whole > self.today and day.kind == "near")

    def _of_birth(self, day: ToldDay) -> bool:
        """Whether it goes on with a birth that was asked."""
        if self.hand.asked != "born" or day.last:
            return False
        born = self.hand.day("born")
        return born is None or (born.whole is None and day.day.fits(born))

    def _only(self) -> str | None:
        if len(self.wanted) == 1:
            return self.wanted[0]
        known = [name for name in self.wanted if name in self.hand.known]
        if self.cues.corrects and len(known) == 1:
            return known[0]
        begins = "first_day" in self.wanted and not known and self.hand.asked == "days"
        return "first_day" if begins else None

    def _expected(self, one: ToldDay) -> bool:
        return any(self.cues.has("expected", name) for name, day in self.cues.days.items() if day == one)

    def _is_born(self, one: ToldDay) -> bool:
        return any(self.cues.has("was_born", name) for name, day in self.cues.days.items() if day == one)


def _near(one: ToldDay, today: date, way: int) -> PartialDay:
    """The next or the last such day; a weekday has to be that of its number, and is not today."""
    if one.weekday is None:
        return one.day.next_after(today) if way > 0 else one.day.last_before(today)
    first = 0 if one.day.day is not None else 1
    days = (today + timedelta(days=step * way) for step in range(first, _HORIZON))
    fits = (day for day in days if day.weekday() == one.weekday and one.day.day in (None, day.day))
    found = next(fits, None)
    return partial_day(found) if found else PartialDay()


def _nearest(one: ToldDay, today: date) -> PartialDay:
    """The last or the next such day, whichever is nearer."""
    last, coming = _near(one, today, -1), _near(one, today, 1)
    if last.whole is None or coming.whole is None:
        return last
    return last if today - last.whole <= coming.whole - today else coming


def _of_month(day: PartialDay, *, last: bool, since: date) -> PartialDay:
    """A month alone is its first day, or its last; the first of this month is today."""
    if day.day is not None or day.month is None or day.year is None:
        return day
    if last:
        return PartialDay(day.year, day.month, calendar.monthrange(day.year, day.month)[1])
    this_month = (since.year, since.month) == (day.year, day.month)
    return partial_day(since) if this_month else PartialDay(day.year, day.month, 1)


def _says_less(day: PartialDay, known: PartialDay | None) -> bool:
    """Whether it is a month of which the day is known already."""
    if day.day is not None or known is None or known.whole is None:
        return False
    return (known.year, known.month) == (day.year, day.month)


def _month(cues: Cues, first: PartialDay | None, today: date, other: Sequence[ToldDay]) -> dict[str, str]:
    """The month to be paid: the last such one, or the first since the leave began; none of the other days told."""
    months = {name: one for name, one in cues.days.items() if one.kind == "month" and one not in other}
    named = [name for name in months if cues.has("month", name)]
    if len({cues.days[name].day for name in named}) != 1:
        return {}
    day = month_of_leave(cues.days[named[0]].day, first.whole if first else None, today)
    return {"month": day.isoformat()} if day else {}


def month_of_leave(told: PartialDay, begins: date | None, today: date) -> date | None:
    """The first day of the last such month, or of the first one since the leave began."""
    day = told.last_before(today)
    if begins and day.year and day.month and date(day.year, day.month, 1) < begins.replace(day=1):
        day = told.next_after(begins)
    return date(day.year, day.month, 1) if day.year and day.month else None


def _by_age(cues: Cues, hand: SumInHand, birth: PartialDay | None, today: date) -> dict[str, str]:
    """The day of an age, said now or before the birth was known; of the age that one has, today."""
    figures = [*cues.spans, *cues.amounts]
    named = cues.told_by("leaves_at", figures)
    if not named and hand.asked == "leaving" and len(figures) == 1 and cues.short and cues.cue(figures[0]) is None:
        named = figures  # "64", as the answer
    named = named if cues.corrects else cues.in_order(named)  # of "at 63, and at 64?", the first
    ages = [age for name in named if (age := cues.months_of(name)) in AGES_TO_LEAVE]
    if not ages and (waiting := hand.day("leaving")) and waiting.age is not None and birth and birth.whole:
        ages = [waiting.age]
    if not ages:
        return {}
    if birth is None or birth.whole is None:
        return {"leaving": PartialDay(age=ages[0]).text}
    day = add_months(birth.whole, ages[0])
    return {"leaving": max(day, today if add_months(day, 12) > today else day).isoformat()}
