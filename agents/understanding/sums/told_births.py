"""The day somebody was born, whole or in part."""

from datetime import date

from agents.understanding.sums.cues import Cues
from agents.understanding.sums.hand import SumInHand
from agents.understanding.sums.told_money import years_alone
from tools.reading.quantities.partial_days import PartialDay
from tools.reading.quantities.told_days import ToldDay

_OLDEST, _YOUNGEST, _ASKS_FROM = 100, 16, 40
_AGES = range(16, 101)
_SHORT = 9


def read_birth(cues: Cues, hand: SumInHand, today: date) -> PartialDay | None:
    """What the message tells of the birth, with what is known of it already."""
    words = _by_words(cues, today)
    told = words if words and words.whole else _turns(cues, today) or words
    told = told or _by_year(cues, hand, today) or _in_part(cues, hand)
    if told is None:
        return None
    known = hand.day("born")
    if known is None or known.age is not None:
        return told
    if told.fits(known):
        return told.merged(known)
    if known.whole is not None and _agrees(told, known):
        return known
    changed = PartialDay(
        told.year if told.year is not None else known.year,
        told.month if told.month is not None else known.month,
        told.day if told.day is not None else known.day,
    )
    return changed if told.year is None and changed.possible else told


def _agrees(told: PartialDay, known: PartialDay) -> bool:
    """Whether it says a part of what is known."""
    pairs = ((told.year, known.year), (told.month, known.month), (told.day, known.day))
    return all(mine is None or mine == theirs for mine, theirs in pairs)


def _turns(cues: Cues, today: date) -> PartialDay | None:
    """ "Cumplo 65 en marzo": the next one."""
    for age, name in cues.pairs("turns", "age", "day"):
        day = cues.days.get(name)
        span = cues.spans.get(age)
        years = span.count if span else cues.amounts[age].value if age in cues.amounts else 0
        if day and day.day.month is not None and years in _AGES:
            coming = day.day.next_after(today)
            year = (coming.year or today.year) - int(years)
            return PartialDay(year, day.day.month, day.day.day)
    return None


def _by_words(cues: Cues, today: date) -> PartialDay | None:
    """By a word of birth; by "soy del" only with its year."""
    for name in cues.told_by("born", list(cues.days)):
        day = cues.days[name].day
        if cues.days[name].kind != "near" and (day.year is None or _lives(day.year, today)):
            return day
    for name in cues.told_by("born_in", list(cues.days)):
        day = cues.days[name].day
        if day.year is not None and _lives(day.year, today):
            return day
    return None


def _by_year(cues: Cues, hand: SumInHand, today: date) -> PartialDay | None:
    """A day or a year in which somebody who asks may be born, and that no other words claim."""
    free = [one for name, one in cues.days.items() if cues.free(name, but="born_in") and one.kind != "near"]
    born = [one for one in free if one.day.year is not None and _lives(one.day.year, today)]
    born = [one for one in born if one.kind != "year" or one.birthish or (hand.asked == "born" and cues.short)]
    if born:
        return born[-1].day if len(born) == 1 or cues.corrects else None
    years = [year for name, year in years_alone(cues) if _asks(year, today) and _may_be_birth(name, cues, hand)]
    return PartialDay(years[0]) if len(years) == 1 else None


def _may_be_birth(name: str, cues: Cues, hand: SumInHand) -> bool:
    """A year alone is a birth where one was asked, or where no money can be meant."""
    if cues.days or name in cues.framed:
        return False
    return hand.asked == "born" or not hand.of_kind("money")


def _in_part(cues: Cues, hand: SumInHand) -> PartialDay | None:
    """A month or a day of the month: what is still missing of the birth, or what is taken back of it."""
    known = hand.day("born")
    free = [one for name, one in cues.days.items() if cues.free(name, but="born_in")]
    free = [one for one in free if one.kind in ("date", "month", "number") and one.day.year is None and not one.last]
    if len(free) != 1 or len(cues.marked.others()) > _SHORT:
        return None
    if known is None:
        return free[0].day if hand.asked == "born" and _enough(free[0]) else None
    if known.whole is None:
        return free[0].day if free[0].day.fits(known) else None
    others = [name for name in hand.of_kind("date") if name != "born"]
    return free[0].day if cues.corrects and not others else None


def _enough(day: ToldDay) -> bool:
    return day.day.month is not None


def _asks(year: int, today: date) -> bool:
    """A year without words is a birth of somebody near retirement."""
    return today.year - _OLDEST <= year <= today.year - _ASKS_FROM


def _lives(year: int, today: date) -> bool:
    return today.year - _OLDEST <= year <= today.year - _YOUNGEST
