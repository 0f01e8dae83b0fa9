"""What takes the place of something told before: "39, not 36", "in 2028, not in 2030", "a year later than that"."""

from calendar import isleap
from datetime import date

from agents.understanding.sums.cues import Cues
from agents.understanding.sums.hand import SumInHand
from tools.reading.dates.arithmetic import add_months
from tools.reading.quantities.marked import figure

_YEAR, _LEAVING = 12, "leaving"


def read_instead(cues: Cues, hand: SumInHand, today: date) -> dict[str, str]:
    """By the figure that is denied: the input known to have it is now the other figure."""
    told = _moved(cues, hand, today)
    denied = {value for name in cues.denied if (value := _value(cues, name))}
    figures = [name for name in cues.marked.kept() if name not in cues.denied and _value(cues, name)]
    meant = cues.one(figures)
    value = _value(cues, meant) if meant and denied else 0
    if not value:
        return told
    for name in hand.of_kind("duration"):
        years, _, months = hand.known.get(name, "").removesuffix("m").partition("y")
        if years.isdecimal() and months.isdecimal() and denied & {int(years) * _YEAR + int(months), int(years) * _YEAR}:
            told[name] = f"{value // _YEAR}y{value % _YEAR}m"
    for name in hand.of_kind("date"):
        day = hand.day(name)
        known = day.whole if day else None
        if known and known.year * _YEAR in denied and value % _YEAR == 0:
            told[name] = _in_year(known, value // _YEAR).isoformat()
    return told


def _moved(cues: Cues, hand: SumInHand, today: date) -> dict[str, str]:
    """A day to leave, so much before or after the one that is spoken of; none in the past."""
    day = hand.day(_LEAVING)
    known = day.whole if day else None
    for key, way in (("sooner_than", -1), ("later_than", 1)):
        for name in (*cues.spans, *cues.days):
            if known and cues.has(key, name) and (months := _months(cues, name, today)):
                moved = add_months(known, way * months)
                return {_LEAVING: moved.isoformat()} if moved >= today else {}
    return {}


def _months(cues: Cues, name: str, today: date) -> int:
    """Of "a year later", which is a day from today too."""
    day = cues.days[name].day.whole if name in cues.days else None
    return (day.year - today.year) * _YEAR + day.month - today.month if day else cues.months_of(name)


def _in_year(known: date, year: int) -> date:
    last_of_february = (known.month, known.day) == (2, 29) and not isleap(year)
    return known.replace(year=year, day=28 if last_of_february else known.day)


def _value(cues: Cues, name: str) -> int:
    """A number or a time as months, a number as so many years, of a day its year; 0 where it is no whole one."""
    kind, place = figure(name)
    if kind == "s":
        return cues.marked.spans[place].months
    if kind == "d":
        told = cues.marked.days[place]
        return (told.day.year or 0) * _YEAR if told.kind == "year" else 0
    value = cues.marked.amounts[place].value
    return int(value) * _YEAR if value == int(value) else 0
