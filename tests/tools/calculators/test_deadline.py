"""Last days, counted by hand on the calendar (Ley 39/2015, art. 30; LRJS 71).

Holidays of all Spain used here: 3 April, 12 October, 8 and 25 December 2026; 1 and 6 January 2027. 24 and 31 December
count: an office that is closed stops no term (art. 30.8).
"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.calculators.conftest import keys, made, worth
from tools.errors import BadSumInput

LATER = date(2027, 3, 1)
CASES = [
    ("prior_claim", "2026-11-20", "2027-01-07"),  # Nov 23-30: 6; Dec less 8 and 25: 27; Jan 4, 5, 7
    ("prior_claim", "2026-09-01", "2026-10-14"),  # 28 by 9 October; 13 and 14
    ("prior_claim", "2026-03-02", "2026-04-14"),  # 23 by 2 April; 6-10, 13, 14
    ("discharge_claim", "2026-11-02", "2026-11-17"),
    ("discharge_claim", "2026-10-01", "2026-10-19"),  # 2, 5-9, 13-16, 19
    ("allegations_10", "2026-12-01", "2026-12-16"),  # 2-4, 7, 9-11, 14-16
    ("allegations_15", "2026-12-01", "2026-12-23"),
    ("allegations_10", "2026-06-05", "2026-06-19"),  # Friday
    ("allegations_10", "2026-06-06", "2026-06-19"),  # Saturday
    ("allegations_10", "2026-06-07", "2026-06-19"),  # Sunday
    ("allegations_10", "2026-06-08", "2026-06-22"),  # Monday
    ("allegations_10", "2026-04-02", "2026-04-17"),  # 3 April does not count
    ("allegations_15", "2026-12-22", "2027-01-15"),  # 23, 24, 28-31, 4, 5, 7, 8, 11-15
    ("appeal", "2026-10-31", "2026-11-30"),  # no 31 November
    ("appeal", "2026-01-31", "2026-03-02"),  # 28 February is a Saturday
    ("appeal", "2026-11-08", "2026-12-09"),  # 8 December
    ("appeal", "2026-11-25", "2026-12-28"),  # 25 December, a Friday
    ("appeal", "2026-12-01", "2027-01-04"),  # 1 January, a Friday
    ("appeal", "2026-07-15", "2026-08-17"),  # 15 August, a Saturday
    ("appeal", "2026-06-10", "2026-07-10"),
    ("lawsuit", "2026-11-30", "2027-01-15"),
    ("discharge_lawsuit", "2026-11-30", "2026-12-30"),  # 17 by 24 December; 28, 29, 30
    ("discharge_lawsuit", "2026-07-20", "2026-08-17"),  # August counts (LRJS 43.4)
    ("lawsuit", "2026-07-20", "2026-08-31"),
]


@pytest.mark.parametrize(("kind", "notified", "last"), CASES)
def test_the_last_day_is_that_of_the_calendar(kind: str, notified: str, last: str) -> None:
    found = made("deadline", LATER, kind=kind, notified=notified)
    assert worth(found) == date.fromisoformat(last)


def test_holidays_of_the_province_count_where_it_is_known() -> None:
    plain = made("deadline", LATER, kind="allegations_10", notified="2026-04-01")
    madrid = made("deadline", LATER, kind="allegations_10", notified="2026-04-01", province="28")
    assert (worth(plain), worth(madrid)) == (date(2026, 4, 16), date(2026, 4, 17))  # Maundy Thursday
    assert "sum-limit-deadline-regional" in keys(plain)
    assert "sum-limit-deadline-local" in keys(madrid)


def test_the_days_that_were_skipped_are_told() -> None:
    days = made("deadline", LATER, kind="prior_claim", notified="2026-11-20").steps[-1].values["days"]
    told = [day.values["date"].value for day in days]  # type: ignore[union-attr]
    assert told == [date(2026, 12, 8), date(2026, 12, 25), date(2027, 1, 1), date(2027, 1, 6)]


@pytest.mark.parametrize(("notified", "told"), [("2026-07-20", True), ("2026-11-30", True), ("2026-03-02", False)])
def test_court_holidays_are_counted_and_told(notified: str, told: bool) -> None:
    found = made("deadline", LATER, kind="lawsuit", notified=notified)
    assert ("sum-limit-deadline-court" in keys(found)) == told


def test_a_term_that_is_over_says_so() -> None:
    assert (
        made("deadline", LATER, kind="prior_claim", notified="2026-11-20").result.key
        == "sum-deadline-over-working-days"
    )
    assert made("deadline", kind="prior_claim", notified="2026-11-20").result.key == "sum-deadline-working-days"
    assert made("deadline", LATER, kind="appeal", notified="2026-11-20").result.key == "sum-deadline-over-months"


@pytest.mark.parametrize(
    ("inputs", "name", "reason"),
    [
        ({"notified": "2027-03-02"}, "notified", "future"),
        ({"notified": "2026-02-30"}, "notified", "no-such-day"),
        ({"kind": "prayer"}, "kind", "not-an-option"),
        ({"province": "99"}, "province", "not-an-option"),
    ],
)
def test_what_cannot_be_is_refused(inputs: dict[str, str], name: str, reason: str) -> None:
    with pytest.raises(BadSumInput) as refused:
        made("deadline", LATER, **{"kind": "prior_claim", "notified": "2026-11-20", **inputs})
    assert (refused.value.name, refused.value.reason) == (name, reason)


@given(
    notified=st.dates(date(2018, 1, 1), date(2026, 11, 30)), kind=st.sampled_from(["prior_claim", "appeal", "lawsuit"])
)
@settings(max_examples=80, deadline=None)
def test_a_later_notice_never_ends_earlier_and_the_last_day_counts(notified: date, kind: str) -> None:
    first, next_day = (
        worth(made("deadline", LATER, kind=kind, notified=day))
        for day in (notified, date.fromordinal(notified.toordinal() + 1))
    )
    assert first <= next_day
    assert first.weekday() < 5
