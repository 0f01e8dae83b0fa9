"""The other days, ages and months of a message that asks for a sum more than once: "at 63, and if I wait until 67?"."""

from collections.abc import Iterator, Mapping
from datetime import date

from agents.understanding.sums.cues import AGES_TO_LEAVE, Cues
from agents.understanding.sums.hand import SumInHand
from agents.understanding.sums.told_dates import month_of_leave
from tools.reading.dates.arithmetic import add_months
from tools.reading.quantities.partial_days import PartialDay, read_partial

More = tuple[dict[str, str], ...]
_ORDINARY = "0y0m"
_EARNED, _INVOICED = ("clear", "earns"), ("invoices",)
_WEAK = ("age",)
_FREE, _HORIZON = ("born_in", "age"), 20


def read_more(cues: Cues, hand: SumInHand, told: Mapping[str, str], today: date) -> tuple[dict[str, str], More]:
    """What is told, and what it is told of besides; a message that corrects itself means one thing."""
    if cues.corrects:
        return dict(told), ()
    if hand.spec("leaving"):
        return _leaving(cues, hand, told, today)
    if hand.spec("month"):
        return _months(cues, hand, told, today)
    if hand.spec("income"):
        return _incomes(cues, told)
    return dict(told), ()


def _leaving(cues: Cues, hand: SumInHand, told: Mapping[str, str], today: date) -> tuple[dict[str, str], More]:
    birth = read_partial(told.get("born", "")) or hand.day("born")
    ways = {day.text: place for place, day in _days(cues, hand, today)}
    ways |= {day.text: place for place, day in _ages(cues, birth, today)}
    found = sorted(ways, key=ways.__getitem__)
    if "leaving" not in told and len(found) > 1 and hand.known:
        told = {**told, "leaving": found[0]}
    more = [{"leaving": text} for text in found if text != told.get("leaving")] if "leaving" in told else []
    if more or told.keys() >= {"leaving", "delay"}:
        ordinary = [{"delay": _ORDINARY}] if told.get("delay") == _ORDINARY else []
        told = {name: text for name, text in told.items() if name != "delay"}
        more += ordinary
    return dict(told), tuple(more)


def _days(cues: Cues, hand: SumInHand, today: date) -> Iterator[tuple[int, PartialDay]]:
    """Whole days to come that are told to leave on, or told of nothing else; a year, of the day in it that is known."""
    known = hand.day("leaving")
    for name, one in cues.days.items():
        cue = cues.cue(name)
        if cue is not None and cue.key not in ("leaving", *_FREE):
            continue
        day = known if one.kind == "year" and known and known.year == one.day.year else one.day
        if day.whole and today <= day.whole <= add_months(today, _HORIZON * 12):
            yield cues.place(name), day


def _ages(cues: Cues, birth: PartialDay | None, today: date) -> Iterator[tuple[int, PartialDay]]:
    """The days of the ages to leave at; those that are over are none."""
    for name in cues.told_by("leaves_at", [*cues.spans, *cues.amounts]):
        age = cues.months_of(name)
        if age not in AGES_TO_LEAVE:
            continue
        if birth is None or birth.whole is None:
            yield cues.place(name), PartialDay(age=age)
        elif (day := add_months(birth.whole, age)) >= today:
            yield cues.place(name), PartialDay(day.year, day.month, day.day)


def _incomes(cues: Cues, told: Mapping[str, str]) -> tuple[dict[str, str], More]:
    """What is earned, and the other amounts that are supposed: "I make 1,200: and if it is 2,500?". Beside expenses it
    is what is invoiced that is told, and supposed.
    """
    told = _before_expenses(cues, told)
    name, keys = ("revenue", _INVOICED) if "revenue" in told else ("income", _EARNED)
    earned = [one for key in keys for one in cues.told_by(key, list(cues.amounts)) if one not in cues.supposed]
    if name not in told and len(earned) != 1:
        return told, ()
    first = told.get(name) or cues.amounts[earned[0]].text
    texts = [cues.amounts[one].text for one in cues.in_order(list(cues.amounts)) if _is_supposed(cues, one, keys)]
    if name not in told and not texts:
        return told, ()
    return {**told, name: first}, tuple({name: text} for text in dict.fromkeys(texts) if text != first)


def _before_expenses(cues: Cues, told: Mapping[str, str]) -> dict[str, str]:
    """Who earns 2,000 with 300 of expenses has not taken them off yet; and of what is invoiced no income is told
    besides.
    """
    clear = any(cues.has("clear", name) for name in cues.amounts)
    if "revenue" in told:
        return {name: text for name, text in told.items() if name != "income" or clear}
    if told.keys() >= {"income", "expenses"} and not clear:
        return {**{name: text for name, text in told.items() if name != "income"}, "revenue": told["income"]}
    return dict(told)


def _is_supposed(cues: Cues, name: str, keys: tuple[str, ...]) -> bool:
    """Whether an amount is one to make the sum of besides: it is of no other thing, such as expenses."""
    cue = cues.cue(name)
    of_it = cue is None or cue.key in (*_WEAK, *keys)
    return of_it and name in cues.supposed and not cues.amounts[name].year


def _months(cues: Cues, hand: SumInHand, told: Mapping[str, str], today: date) -> tuple[dict[str, str], More]:
    """The months to be paid: each, and those after the days that are told of the leave."""
    first = read_partial(told.get("first_day", "")) or hand.day("first_day")
    begins = first.whole if first else None
    named = [name for name, one in cues.days.items() if one.kind == "month" and cues.has("month", name)]
    days = [month_of_leave(cues.days[name].day, begins, today) for name in cues.in_order(named)]
    months = list(dict.fromkeys(day.isoformat() for day in days if day))
    last = read_partial(told.get("last_day", ""))
    if last and last.whole and (later := [text for text in months if text > last.whole.isoformat()]):
        return {name: text for name, text in told.items() if name != "month"}, tuple({"month": one} for one in later)
    if len(months) < 2:
        return dict(told), ()
    return {**told, "month": months[0]}, tuple({"month": one} for one in months[1:])
