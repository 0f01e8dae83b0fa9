"""A figure that is a fact and is in a table of sums too is the same in both."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from knowledge.content.calculation_rows import TABLES
from knowledge.content.fact_values import YearsMonths
from tests import shipped

DAY = date(2026, 12, 1)


def rows(table: str, day: date = DAY) -> tuple[tuple[object, ...], ...]:
    periods = shipped.calculations().tables[table]
    found: tuple[tuple[object, ...], ...] = next(one for one in periods if one.validity.holds_on(day)).rows
    return found


def fact(fact_id: str, day: date = DAY) -> object:
    value = shipped.facts().value_on(fact_id, day)
    assert value is not None, fact_id
    return value


@pytest.mark.parametrize("table", TABLES)
def test_every_table_of_the_schema_is_there(table: str) -> None:
    assert rows(table)


@pytest.mark.parametrize("months", [24, 18, 12, 6, 3, 1])
@pytest.mark.parametrize("band", [1, 2, 3, 4])
def test_voluntary_reductions_are_those_of_the_facts(months: int, band: int) -> None:
    row = next(row for row in rows("early_voluntary") if row[0] == months)
    assert row[band] == fact(f"retirement.early_cut_{band}_{months}")


def test_involuntary_reductions_are_those_of_the_facts() -> None:
    table = {row[0]: row for row in rows("early_involuntary")}
    cuts = [name for name in shipped.facts() if name.startswith("retirement.involuntary_cut_")]
    assert cuts
    for name in cuts:
        band, months = map(int, name.removeprefix("retirement.involuntary_cut_").split("_"))
        assert table[months][band] == fact(name), name


@pytest.mark.parametrize("table", ["early_voluntary", "early_involuntary", "early_capped"])
def test_a_longer_career_or_fewer_months_never_take_more_off(table: str) -> None:
    for day in (date(year, 6, 1) for year in range(2024, 2035)):
        ordered = sorted(rows(table, day))
        for row in ordered:
            assert list(row[1:]) == sorted(row[1:], reverse=True), row
        for before, after in pairwise(ordered):
            assert after[0] == before[0] + 1  # type: ignore[operator]
            assert all(more >= less for less, more in zip(before[1:], after[1:], strict=True)), after  # type: ignore[operator]


def test_the_capped_table_ends_as_the_voluntary_one() -> None:
    assert rows("early_capped", date(2033, 1, 1)) == rows("early_voluntary")


@pytest.mark.parametrize("year", [2026, 2027])
def test_ordinary_ages_are_those_of_the_facts(year: int) -> None:
    row, day = next(row for row in rows("retirement_ages") if row[0] == year), date(year, 6, 1)
    facts = [fact(f"retirement.{name}", day) for name in ("years_for_65", "age_long_career", "age_ordinary")]
    assert list(row[1:]) == facts


@pytest.mark.parametrize("day", [DAY, date(2027, 6, 1)])
def test_the_scale_is_that_of_the_facts_and_ends_at_the_whole_base(day: date) -> None:
    ((first, by, then, less),) = rows("retirement_scale", day)
    assert isinstance(first, int)
    assert isinstance(then, int)
    assert isinstance(by, Decimal)
    assert isinstance(less, Decimal)
    assert [first, by, less] == [
        fact(f"retirement.scale_{name}", day) for name in ("first_months", "first_percent", "next_percent")
    ]
    assert first * by + then * less == 50
    whole = fact("retirement.full_scale_now", day)
    assert isinstance(whole, YearsMonths)
    assert whole.years * 12 + whole.months == 15 * 12 + first + then


def test_bands_of_the_self_employed_are_those_of_the_facts() -> None:
    bands = rows("self_employed_bands")
    assert (bands[0][2], bands[0][4]) == (
        fact("self_employed.first_band_income"),
        fact("self_employed.first_band_base"),
    )
    assert (bands[-2][2], bands[-1][4]) == (
        fact("self_employed.last_band_income"),
        fact("self_employed.last_band_base"),
    )
    assert bands[-1][5] == fact("self_employed.base_max")
    limits = [band[2] for band in bands[:-1]]
    assert limits == sorted(limits)  # type: ignore[type-var]


def test_sick_pay_birth_and_widows_are_those_of_the_facts() -> None:
    days = {(row[0], row[1], row[2]): row for row in rows("sick_pay_days")}
    assert days["common", "employee", 4][3:5] == (
        fact("sick_leave.day_employer_last"), fact("sick_leave.percent_low"),
    )  # fmt: skip
    assert days["common", "employee", 21][4] == fact("sick_leave.percent_high")
    assert days["work", "employee", 2][4] == fact("sick_leave.percent_work")
    assert days["common", "household", 9][2] == fact("sick_leave.home_direct_first")
    two, single = rows("birth_leave_weeks")
    names = ("weeks", "weeks_mandatory", "weeks_flexible", "flexible_until", "weeks_later")
    assert list(two[1:6]) == [fact(f"birth.{name}") for name in names]
    alone = ("weeks_single", "weeks_mandatory", "weeks_flexible_single", "flexible_until", "weeks_later_single")
    assert list(single[1:6]) == [fact(f"birth.{name}") for name in alone]
    widows = [row[1] for row in rows("widow_percentages")]
    assert widows == [fact(f"widow.percent_{name}") for name in ("general", "older", "dependants")]
