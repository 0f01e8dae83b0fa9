"""A working life: how long it is on a day, and when its ordinary retirement age comes (LGSS 205.1.a and DT 7.ª)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.content.calculation_rows import RetirementAge
from tools.calculators.dates import add_months, begun_months, whole_months
from tools.calculators.sums import total_months


@dataclass(frozen=True, slots=True)
class Career:
    """A person born on a day, with so many months contributed as of another. ``working``: goes on contributing."""

    birth: date
    months: int
    as_of: date
    working: bool = True

    def contributed(self, day: date) -> int:
        """Whole months contributed by that day: those before today are taken as worked without a gap."""
        if not self.working:
            return self.months
        if day >= self.as_of:
            return self.months + whole_months(self.as_of, day)
        return max(0, self.months - whole_months(day, self.as_of))

    def reaches(self, months: int) -> date | None:
        """The first day with that much contributed; date.min when it was before all, None when it never comes."""
        lacking = months - self.months
        if not self.working:
            return date.min if lacking <= 0 else None
        return add_months(self.as_of, lacking)

    def from_then(self, day: date) -> "Career":
        """The same career as of that day, contributing from then on, as LGSS 208.2 supposes."""
        return Career(self.birth, self.contributed(day), day)


@dataclass(frozen=True, slots=True)
class OrdinaryAge:
    """When the ordinary age comes, by which row of the table; ``long``: the age of long careers."""

    day: date
    row: RetirementAge
    long: bool

    @property
    def age_months(self) -> int:
        """The age of the row, in months."""
        return total_months(self.row.age_long_career if self.long else self.row.age)


def ordinary_age(career: Career, ages: Sequence[RetirementAge]) -> OrdinaryAge | None:
    """The first day on which the age of that year is reached; None when that was before the years of the table."""
    if add_months(career.birth, total_months(ages[0].age_long_career)) < date(ages[0].year, 1, 1):
        return None
    return min(_ways(career, ages), key=lambda way: (way.day, not way.long))


def _ways(career: Career, ages: Sequence[RetirementAge]) -> Iterator[OrdinaryAge]:
    """Each way of each year; the last year of the table holds from then on."""
    for place, row in enumerate(ages):
        first = date(row.year, 1, 1)
        end = date(ages[place + 1].year, 1, 1) if place + 1 < len(ages) else date.max
        day = add_months(career.birth, total_months(row.age))
        if first <= day < end:
            yield OrdinaryAge(day, row, long=False)
        reached = career.reaches(total_months(row.contributed))
        if reached is None:
            continue
        day = max(add_months(career.birth, total_months(row.age_long_career)), reached)
        if first <= day < end:
            yield OrdinaryAge(day, row, long=True)


def earliest(career: Career, ages: Sequence[RetirementAge], ahead: int, needed: int) -> date | None:
    """The first day for an early retirement at most so many months ahead with so much contributed; None: there is none.

    The age one is ahead of is that of who would contribute until then (LGSS 207.2 and 208.2, last but one paragraph).
    """
    enough = career.reaches(needed)
    ordinary = ordinary_age(career.from_then(career.as_of), ages)
    plain = ordinary_age(career, ages)
    if enough is None or ordinary is None or plain is None:
        return None
    starts = sorted({add_months(way.day, -ahead) for way in (ordinary, plain, *_ways(career, ages))})
    for start in starts:
        day = max(start, career.as_of, enough)
        then = ordinary_age(career.from_then(day), ages)
        if then is not None and day < then.day and add_months(then.day, -ahead) <= day:
            return day
    return None


def months_ahead(career: Career, ages: Sequence[RetirementAge], months: int) -> date | None:
    """The first day that is so many months, a begun one counted whole, ahead of the ordinary age of who leaves then.

    None where that was before the career is known.
    """
    ways = [way for way in (ordinary_age(career.from_then(career.as_of), ages), ordinary_age(career, ages)) if way]
    for way in sorted({one.day for one in (*ways, *_ways(career, ages))}):
        day = add_months(way, -months)
        while begun_months(day, way) > months:  # of 31 March, 28 February is more than a month ahead
            day += timedelta(days=1)
        then = ordinary_age(career.from_then(day), ages) if day >= career.as_of else None
        if then is not None and begun_months(day, then.day) == months:
            return day
    return None
