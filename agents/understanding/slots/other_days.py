"""A wish for another day beside a day that is named: which of them counts."""

import re
from dataclasses import replace
from datetime import date

from tools.reading.dates.bare_weekday import is_bare_weekday
from tools.reading.slots import SlotName, SlotValue

OTHER_DAYS = ("next_week", "next_day", "same_day", "other_day", "days_later")
"""Moves to another day."""
_LEAST_MORE = 4
"""Characters that a day has to say beyond the move."""
Slots = dict[SlotName, SlotValue]


def settle_move(move: SlotValue, slots: Slots) -> None:
    """A day named in more words than the move says more ("another day, Tuesday", "the week after | Easter"); that of an
    appointment may be beside one that is counted from it ("mine of the 15th, to the day after").
    """
    day = slots.get("date")
    if day is None:
        return
    if move.value == "days_later" and day.start < move.end and move.start < day.end:  # it counts from another day
        del slots["date"]
        return
    if move.value == "next_day" and move.start <= day.start and day.end <= move.end:  # "le lendemain" is no tomorrow
        del slots["date"]
        return
    if move.value == "next_week" and _leave_weekdays(move, slots):
        return
    apart = day.end <= move.start or move.end <= day.start
    more = day.start <= move.start and move.end <= day.end and len(day.text) - len(move.text) >= _LEAST_MORE
    if more or "date_not" in slots or (move.value == "other_day" and apart):
        del slots["move"]


def _leave_weekdays(move: SlotValue, slots: Slots) -> bool:
    """Whether the days are weekdays of that week, which are left bare: "the week after, Tuesday or Thursday"."""
    bare: Slots = {}
    for name in ("date", "date_or") if "date_to" not in slots else ():
        if (day := slots.get(name)) is not None and (last := _last_weekday(day, move)) is not None:
            bare[name] = replace(day, text=last)
    if "date" not in bare:
        return False
    slots.update(bare)
    return True


def _last_weekday(day: SlotValue, move: SlotValue) -> str | None:
    """The last word of the day, outside the move, that names its weekday."""
    first, last = max(move.start - day.start, 0), max(move.end - day.start, 0)
    if re.search(r"\d", day.text):
        return None
    words = re.findall(r"\w+", f"{day.text[:first]} {day.text[last:]}")
    when = date.fromisoformat(day.value)
    return next((word for word in reversed(words) if is_bare_weekday(word, when)), None)
