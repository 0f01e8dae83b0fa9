"""A day told in part: "1964-03-??" is a month of a year, "????-03-19" a birthday."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from tools.reading.dates.arithmetic import add_months, date_or_none

_TEXT = re.compile(r"(\d{4}|\?{4})-(\d\d|\?\?)-(\d\d|\?\?)(?:@(\d{1,4}))?")
_LEAP = 2000


@dataclass(frozen=True, slots=True)
class PartialDay:
    """What is told of a day. ``age``: on it somebody is so many months old, whose birth is not known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    age: int | None = None

    @property
    def text(self) -> str:
        """As ISO, with question marks for what is not told; "????-??-??@774" for 64 years and six months of age."""
        year = f"{self.year:04d}" if self.year is not None else "????"
        month = f"{self.month:02d}" if self.month is not None else "??"
        day = f"{self.day:02d}" if self.day is not None else "??"
        return f"{year}-{month}-{day}" + (f"@{self.age}" if self.age is not None else "")

    @property
    def whole(self) -> date | None:
        """The day, once all of it is told; None before, and where the calendar has no such day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date_or_none(self.year, self.month, self.day)

    @property
    def possible(self) -> bool:
        """Whether there may be such a day."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        longest = monthrange(self.year or _LEAP, self.month)[1] if self.month else 31
        return self.day is None or 1 <= self.day <= longest

    @property
    def told(self) -> int:
        """How many of year, month and day are told."""
        return sum(part is not None for part in (self.year, self.month, self.day))

    def fits(self, other: "PartialDay") -> bool:
        """Whether both tell something and neither tells what the other does."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(mine is None or theirs is None for mine, theirs in pairs) and self.merged(other).possible

    def merged(self, other: "PartialDay") -> "PartialDay":
        """With what the other tells besides."""
        return PartialDay(
            self.year if self.year is not None else other.year,
            self.month if self.month is not None else other.month,
            self.day if self.day is not None else other.day,
        )

    def last_before(self, today: date) -> "PartialDay":
        """The last such day up to today; without a day or a month, only the year can follow."""
        return self._nearest(today, -1)

    def next_after(self, today: date) -> "PartialDay":
        """The next such day from today on."""
        return self._nearest(today, 1)

    def _nearest(self, today: date, way: int) -> "PartialDay":
        if self.year is not None or (self.month is None and self.day is None):
            return self
        if self.day is None:
            year = today.year + (way if self.month is not None and (self.month - today.month) * way < 0 else 0)
            return PartialDay(year, self.month)
        for step in range(100):
            month = add_months(today.replace(day=1), step * way)
            found = date_or_none(month.year, month.month, self.day)
            if found and (self.month in (None, month.month)) and (found - today).days * way >= 0:
                return PartialDay(found.year, found.month, found.day)
        return self


def partial_day(day: date) -> PartialDay:
    """A day of which all is told."""
    return PartialDay(day.year, day.month, day.day)


def read_partial(text: str) -> PartialDay | None:
    """What ``PartialDay.text`` wrote; None for anything else."""
    match = _TEXT.fullmatch(text)
    if match is None:
        return None
    year, month, day, age = (int(part) if part and part.isdecimal() else None for part in match.groups())
    found = PartialDay(year, month, day, age)
    return found if found.possible else None


def is_partial(text: str) -> bool:
    """Whether more has to be told before it is a day."""
    return "?" in text and read_partial(text) is not None
