"""The ordinary age and the earliest day (LGSS 205.1.a, 208; DT 7.ª), counted by hand from the table of the law.

2026: 65 with 38 years and 3 months, else 66 and 10 months. From 2027: 65 with 38 years and 6 months, else 67.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge.content.calculation_rows import RetirementAge
from tests.tools.calculators.conftest import TODAY, keys, made, rules_on, worth
from tools.calculators.careers import Career, earliest, ordinary_age
from tools.calculators.dates import add_months, begun_months, whole_months
from tools.errors import BadSumInput

# born, contributed on 2026-12-01, still working, ordinary day
ORDINARY = [
    ("1960-03-15", "30y", "yes", "2027-03-15"),  # 66y10m falls in 2027, which asks 67
    ("1960-02-10", "30y", "yes", "2026-12-10"),  # 66y10m within 2026
    ("1960-01-31", "30y", "yes", "2026-11-30"),  # no 31 November: the last day of the month
    ("1960-03-01", "30y", "yes", "2027-03-01"),  # 66y10m on 1 January 2027: 67
    ("1962-05-20", "38y6m", "yes", "2027-05-20"),  # 65
    ("1962-05-20", "38y1m", "yes", "2027-05-20"),  # 38y6m by then: five whole months more
    ("1962-05-20", "38y0m", "yes", "2027-06-01"),  # 38y6m on 1 June
    ("1962-05-20", "37y6m", "yes", "2027-12-01"),  # 38y6m a year on
    ("1961-12-20", "38y3m", "yes", "2026-12-20"),  # 2026 asks 38y3m
    ("1961-12-20", "38y2m", "yes", "2027-04-01"),  # 38y3m only in 2027, which asks 38y6m
    ("1961-12-20", "38y3m", "no", "2026-12-20"),
    ("1962-01-20", "38y3m", "no", "2029-01-20"),  # 2027 asks 38y6m: 67
    ("1970-01-01", "20y", "yes", "2037-01-01"),  # 28y1m at 65
    ("1970-01-01", "31y", "yes", "2035-01-01"),  # 39y1m at 65
    ("1990-07-07", "10y", "yes", "2055-07-07"),  # 38y7m at 65
    ("1990-07-07", "9y10m", "yes", "2055-08-01"),  # 38y5m at 65
    ("1964-02-29", "20y", "yes", "2031-02-28"),
    ("1964-02-29", "39y", "yes", "2029-02-28"),
    ("1958-08-08", "30y", "yes", "2025-04-08"),  # 2025: 66y8m
    ("1957-01-01", "30y", "yes", "2023-05-01"),  # 2023: 66y4m
    ("1950-01-01", "30y", "yes", "2015-04-01"),  # 2015: 65y3m
    ("1959-05-05", "12y", "yes", "2029-12-01"),  # fifteen years three years on
]


@pytest.mark.parametrize(("birth", "contributed", "working", "day"), ORDINARY)
def test_the_ordinary_day_follows_the_table(birth: str, contributed: str, working: str, day: str) -> None:
    found = made("retirement_date", born=birth, contributed=contributed, still_working=working)
    assert worth(found) == date.fromisoformat(day)


# born, contributed, still working, earliest day by one's own will: None where there is none, today where it is past
EARLY = [
    ("1962-05-20", "38y6m", "yes", TODAY),  # 2025-05-20 is past
    ("1966-09-09", "34y", "yes", date(2029, 9, 9)),  # ordinary 2031-09-09, and 36y9m two years before
    ("1966-09-09", "30y", "yes", date(2031, 12, 1)),  # ordinary 2033-09-09; 35 years on 1 December 2031
    ("1966-09-09", "25y", "yes", None),  # 35 years only after the ordinary day
    ("1963-06-15", "36y", "yes", date(2027, 6, 1)),  # ordinary on 2029-06-01, with 38y6m
    ("1963-06-15", "37y", "no", TODAY),  # contributing on, 38y6m at 65, on 2028-06-15
    ("1963-01-10", "35y", "no", date(2028, 1, 10)),  # 67 less two years
    ("1964-06-15", "36y6m", "no", date(2027, 6, 15)),  # with two years more, 38y6m at 65
    ("1964-06-15", "36y5m", "no", date(2029, 6, 15)),  # one month short: 67 less two years
    ("1960-03-15", "30y", "yes", None),
]


@pytest.mark.parametrize(("birth", "contributed", "working", "day"), EARLY)
def test_the_earliest_day_is_two_years_before_what_would_be_the_ordinary_one(
    birth: str, contributed: str, working: str, day: date | None
) -> None:
    found = made("retirement_date", born=birth, contributed=contributed, still_working=working)
    early = found.result.values["early"]
    expected = "sum-retirement-no-early" if day is None else "sum-retirement-early"
    if day == TODAY:
        expected = "sum-retirement-early-now"
    assert early.key == expected  # type: ignore[union-attr]
    if expected == "sum-retirement-early":
        assert early.values["date"].value == day  # type: ignore[union-attr]
        assert "sum-limit-early-minimum" in keys(found)


@pytest.mark.parametrize(
    ("birth", "contributed", "key"),
    [
        ("1960-03-15", "30y", "sum-retirement-why-short"),
        ("1962-05-20", "38y6m", "sum-retirement-why-long"),
    ],
)
def test_it_says_which_age_holds_and_why(birth: str, contributed: str, key: str) -> None:
    found = made("retirement_date", born=birth, contributed=contributed)
    assert found.result.values["why"].key == key  # type: ignore[union-attr]
    assert found.assumed[0].key == "sum-assumed-working"


def test_too_few_years_are_an_answer_and_no_error() -> None:
    found = made("retirement_date", born="1959-05-05", contributed="12y", still_working="no")
    assert (found.possible, found.value, found.result.key) == (False, None, "sum-retirement-too-few")


def test_who_was_of_age_long_ago_is_told_so() -> None:
    assert made("retirement_date", born="1940-01-01", contributed="40y").result.key == "sum-retirement-date-past"


@pytest.mark.parametrize(
    ("inputs", "name", "reason"),
    [
        ({"born": "2090-01-01"}, "born", "future"),
        ({"born": "1886-01-01"}, "born", "too-old"),
        ({"born": "1963-02-29"}, "born", "no-such-day"),
        ({"born": "ayer"}, "born", "not-a-date"),
        ({"contributed": "80y"}, "contributed", "too-long"),
        ({"contributed": "muchos"}, "contributed", "not-a-duration"),
        ({"contributed": -3}, "contributed", "negative"),
        ({"born": "2000-01-01", "contributed": "30y"}, "contributed", "more-than-life"),
        ({"still_working": "maybe"}, "still_working", "not-an-option"),
    ],
)
def test_what_cannot_be_is_refused(inputs: dict[str, object], name: str, reason: str) -> None:
    with pytest.raises(BadSumInput) as refused:
        made("retirement_date", **{"born": "1963-06-15", "contributed": "36y", **inputs})
    assert (refused.value.name, refused.value.reason) == (name, reason)


@given(
    birth=st.dates(date(1950, 1, 1), date(2000, 12, 31)),
    months=st.integers(180, 500),
    working=st.sampled_from(["yes", "no"]),
)
@settings(max_examples=150, deadline=None)
def test_a_month_more_contributed_never_retires_later(birth: date, months: int, working: str) -> None:
    def day(months: int) -> date:
        found = made("retirement_date", born=birth, contributed=f"{months}m", still_working=working)
        return date.fromisoformat(str(worth(found)))

    if whole_months(birth, TODAY) - 14 * 12 <= months + 1:
        return
    assert day(months + 1) <= day(months)


@given(first=st.dates(date(1950, 1, 1), date(2050, 1, 1)), months=st.integers(0, 400), days=st.integers(0, 27))
@settings(max_examples=200, deadline=None)
def test_months_are_counted_from_date_to_date(first: date, months: int, days: int) -> None:
    last = add_months(first, months)
    assert whole_months(first, last) == begun_months(first, last) == months
    if days:
        later = date.fromordinal(last.toordinal() + days)
        assert begun_months(first, later) == months + 1


def first_by_days(career: Career, ages: Sequence[RetirementAge], ahead: int, needed: int) -> date | None:
    """The same rule asked of every day from today to 67, which no formula can get wrong."""
    day = TODAY
    while day <= add_months(career.birth, 67 * 12):
        then = ordinary_age(career.from_then(day), ages)
        if career.contributed(day) >= needed and then and day < then.day and add_months(then.day, -ahead) <= day:
            return day
        day += timedelta(days=1)
    return None


@given(
    birth=st.dates(date(1959, 1, 1), date(1968, 12, 31)),
    months=st.integers(300, 520),
    working=st.booleans(),
    kind=st.sampled_from([(24, 35 * 12), (48, 33 * 12)]),
)
@settings(max_examples=30, deadline=None)
def test_no_day_before_the_earliest_one_is_possible(
    birth: date, months: int, working: bool, kind: tuple[int, int]
) -> None:
    ages = rules_on(TODAY).rows(RetirementAge, TODAY).rows
    career = Career(birth, months, TODAY, working)
    ordinary = ordinary_age(career, ages)
    assume(
        ordinary is None or ordinary.day > TODAY
    )  # who has reached it goes early no more, though later years ask more
    assert earliest(career, ages, *kind) == first_by_days(career, ages, *kind)
