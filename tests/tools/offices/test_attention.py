"""Whether people are there, and when they are again."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from knowledge.administration import Administration, CallBackRules
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tools.offices.attention import opens_at, windows

ZONE = ZoneInfo("Europe/Madrid")
HOURS = {"monday": "09:00-20:00", "tuesday": "09:00-20:00", "thursday": "09:00-20:00", "friday": "09:00-15:00"}


def with_hours(hours: dict[str, str]) -> Administration:
    fields = {name: getattr(SEGURIDAD_SOCIAL, name) for name in Administration.model_fields}
    return Administration.model_validate({**fields, "attention": hours})


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-11-27T10:00", None),
        ("2026-11-27T08:59", "2026-11-27T09:00"),
        ("2026-11-27T15:00", "2026-11-30T09:00"),
        ("2026-11-28T12:00", "2026-11-30T09:00"),
        ("2026-12-07T20:00", "2026-12-10T09:00"),  # the 8th is a holiday, and on Wednesdays nobody is there
        ("2026-12-24T10:00", "2026-12-28T09:00"),  # customary closing, Christmas, weekend
        ("2026-10-23T16:00", "2026-10-26T09:00"),  # the clocks change in between
    ],
)
def test_who_asks_is_told_when_somebody_is_there_again(now: str, opens: str | None) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=ZONE)
    told = opens_at(moment, with_hours(HOURS), shipped.calendar())
    assert told == (datetime.fromisoformat(opens).replace(tzinfo=ZONE) if opens else None)


def test_without_hours_nothing_is_told() -> None:
    moment = datetime(2026, 11, 28, 3, tzinfo=ZONE)
    assert opens_at(moment, SEGURIDAD_SOCIAL, shipped.calendar()) is None
    assert opens_at(moment, with_hours({}), shipped.calendar()) is None


@pytest.mark.parametrize("wrong", ["9-14", "20:00-09:00", "09:00-25:00", "09:00"])
def test_hours_that_make_no_sense_are_refused(wrong: str) -> None:
    with pytest.raises(ValidationError):
        with_hours({"monday": wrong})


CALLS = CallBackRules(room={"es": 1}, minutes=120, days=4)


def windows_at(now: str, rules: CallBackRules | None = CALLS) -> list[str]:
    there = with_hours(HOURS).model_copy(update={"call_backs": rules})
    moment = datetime.fromisoformat(now).replace(tzinfo=ZONE)
    return [f"{one.begins:%d %H:%M}-{one.ends:%H:%M}" for one in windows(moment, there, shipped.calendar())]


def test_windows_cut_the_hours_that_are_left_and_the_rest_goes_to_the_last() -> None:
    day = ["09:00-11:00", "11:00-13:00", "13:00-15:00", "15:00-17:00", "17:00-20:00"]
    friday, monday = ["27 09:00-11:00", "27 11:00-13:00", "27 13:00-15:00"], [f"30 {one}" for one in day]
    assert windows_at("2026-11-27T08:00") == friday + monday
    assert windows_at("2026-11-27T11:00") == friday[2:] + monday  # one that has begun is promised to nobody
    assert windows_at("2026-11-28T12:00") == [*monday, *(f"01 {one}" for one in day)]


def test_nobody_is_called_on_holidays_or_without_rules() -> None:
    assert [one[:2] for one in windows_at("2026-12-07T20:00")] == ["10"] * 5
    assert windows_at("2026-11-27T08:00", None) == []


def test_call_backs_need_hours() -> None:
    fields = {name: getattr(SEGURIDAD_SOCIAL, name) for name in Administration.model_fields}
    with pytest.raises(ValidationError, match="hours of attention"):
        Administration.model_validate({**fields, "call_backs": CALLS})
