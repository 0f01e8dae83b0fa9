"""Whether people attend to conversations now, and if not, when they do again. Pure."""

from datetime import datetime, timedelta

from knowledge.administration import WEEKDAYS, Administration
from tools.offices.calendar import Calendar

_LOOK_AHEAD_DAYS = 14


def opens_at(now: datetime, administration: Administration, calendar: Calendar) -> datetime | None:
    """When somebody is there again; None while somebody is, and when no hours are given or none is near."""
    hours, zone = administration.attention, administration.zone
    if hours is None:
        return None
    today = now.astimezone(zone).date()
    for day in (today + timedelta(days=days) for days in range(_LOOK_AHEAD_DAYS)):
        open_hours = hours.get(WEEKDAYS[day.weekday()])
        if open_hours is None or calendar.is_holiday(administration.province, None, day):
            continue
        opens, closes = (datetime.combine(day, moment, zone) for moment in open_hours)
        if now < opens:
            return opens
        if now < closes:
            return None
    return None
