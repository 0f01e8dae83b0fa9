"""Whether people attend to conversations now, and if not, when they do again. Pure."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from knowledge.administration import WEEKDAYS, Administration
from tools.offices.calendar import Calendar
from tools.spans import Span

_LOOK_AHEAD_DAYS = 14


def opens_at(now: datetime, administration: Administration, calendar: Calendar) -> datetime | None:
    """When somebody is there again; None while somebody is, and when no hours are given or none is near."""
    for span in attended(now, administration, calendar, _LOOK_AHEAD_DAYS):
        return span.begins if now < span.begins else None
    return None


def attended(now: datetime, administration: Administration, calendar: Calendar, days: int) -> Iterator[Span]:
    """The hours of attention of so many days, today's first, that are not over; none where no hours are given."""
    hours, zone = administration.attention or {}, administration.zone
    today = now.astimezone(zone).date()
    for day in (today + timedelta(days=ahead) for ahead in range(days)):
        open_hours = hours.get(WEEKDAYS[day.weekday()])
        if open_hours is None or calendar.is_holiday(administration.province, None, day):
            continue
        span = Span(*(datetime.combine(day, moment, zone) for moment in open_hours))
        if now < span.ends:
            yield span


def windows(now: datetime, administration: Administration, calendar: Calendar) -> tuple[Span, ...]:
    """The windows for calling somebody back that have not begun; what is left of a day goes to its last one."""
    rules = administration.call_backs
    if rules is None:
        return ()
    length = timedelta(minutes=rules.minutes)
    found = list[Span]()
    for span in attended(now, administration, calendar, rules.days):
        begins = [span.begins + length * number for number in range(max(1, (span.ends - span.begins) // length))]
        found += [Span(begin, end) for begin, end in zip(begins, [*begins[1:], span.ends], strict=True)]
    return tuple(window for window in found if now < window.begins)
