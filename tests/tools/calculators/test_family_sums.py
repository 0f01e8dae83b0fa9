"""Widow's pension (Decreto 3158/1966, art. 31; RD 900/2018) and birth leave (ET 48.4; LGSS 179.1)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.calculators.conftest import keys, made, worth
from tools.errors import BadSumInput

WIDOWS = [
    ("1000", "general", "520.00"),
    ("1000", "older", "600.00"),
    ("1000", "dependants", "700.00"),
    ("1234.56", "general", "641.97"),  # 641.9712
    ("1234.56", "older", "740.74"),  # 740.736
    ("1234.56", "dependants", "864.19"),  # 864.192
    ("1500", "general", "780.00"),
    ("1500", "older", "900.00"),
    ("1500", "dependants", "1050.00"),
    ("999.99", "general", "519.99"),  # 519.9948
    ("999.99", "older", "599.99"),  # 599.994
    ("999.99", "dependants", "699.99"),  # 699.993
    ("2750.50", "general", "1430.26"),
    ("2750.50", "older", "1650.30"),
    ("2750.50", "dependants", "1925.35"),
    ("0.01", "general", "0.01"),  # 0.0052, halves up
    ("5101.20", "general", "2652.62"),  # 2652.624
    ("5101.20", "older", "3060.72"),
    ("5101.20", "dependants", "3359.60"),  # 3570.84: the highest pension
    ("4799.43", "dependants", "3359.60"),  # 3359.601
    ("4799.42", "dependants", "3359.59"),  # 3359.594
]


@pytest.mark.parametrize(("base", "case", "amount"), WIDOWS)
def test_a_widows_pension_is_the_percentage_of_the_case(base: str, case: str, amount: str) -> None:
    assert worth(made("widows_pension", base=base, case=case)) == Decimal(amount)


def test_of_a_pension_alone_it_says_that_the_base_may_differ() -> None:
    found = made("widows_pension", pension=1200)
    assert (worth(found), found.result.key) == (Decimal("624.00"), "sum-widow-result-pension")
    assert "sum-limit-widow-pension" in keys(found)
    both = made("widows_pension", base=1000, pension=1200)
    assert (worth(both), both.result.key) == (Decimal("520.00"), "sum-widow-result-base")


def test_the_general_case_is_taken_where_nobody_said_another() -> None:
    assert "sum-assumed-widow-general" in {one.key for one in made("widows_pension", base=1000).assumed}
    assert made("widows_pension", pension=1000, case="older").assumed == ()


@pytest.mark.parametrize("name", ["widows_pension", "orphans_pension"])
def test_an_amount_taken_for_the_regulatory_base_is_said_to_be(name: str) -> None:
    assert "sum-assumed-average-base" in {one.key for one in made(name, base=1900).assumed}
    assert "sum-assumed-average-base" not in {one.key for one in made(name, pension=1900).assumed}


# base, twenty per cent of it (Decreto 3158/1966, art. 36.1)
ORPHANS = [("1600", "320.00"), ("1400", "280.00"), ("1234.56", "246.91"), ("0.02", "0.00"), ("0.03", "0.01")]


@pytest.mark.parametrize(("base", "amount"), ORPHANS)
def test_each_orphan_has_a_fifth_of_the_base(base: str, amount: str) -> None:
    found = made("orphans_pension", base=base)
    assert (worth(found), found.result.key) == (Decimal(amount), "sum-orphan-result-base")
    of_pension = made("orphans_pension", pension=base)
    assert (worth(of_pension), of_pension.result.key) == (Decimal(amount), "sum-orphan-result-pension")
    assert {"sum-limit-orphan-together", "sum-limit-orphan-alone", "sum-limit-orphan-minimum"} <= set(keys(found))


# born, parents, weeks, last day at once (birth + 41 days), twelve months, eight years
LEAVES = [
    ("2025-07-31", "two", 19, "2025-09-10", "2026-07-31", "2033-07-31"),
    ("2025-08-15", "two", 19, "2025-09-25", "2026-08-15", "2033-08-15"),
    ("2025-12-31", "two", 19, "2026-02-10", "2026-12-31", "2033-12-31"),
    ("2026-01-01", "two", 19, "2026-02-11", "2027-01-01", "2034-01-01"),
    ("2026-01-20", "single", 32, "2026-03-02", "2027-01-20", "2034-01-20"),
    ("2026-02-28", "two", 19, "2026-04-10", "2027-02-28", "2034-02-28"),
    ("2026-03-10", "two", 19, "2026-04-20", "2027-03-10", "2034-03-10"),
    ("2026-04-30", "single", 32, "2026-06-10", "2027-04-30", "2034-04-30"),
    ("2026-06-01", "two", 19, "2026-07-12", "2027-06-01", "2034-06-01"),
    ("2026-11-30", "two", 19, "2027-01-10", "2027-11-30", "2034-11-30"),
    ("2027-01-01", "two", 19, "2027-02-11", "2028-01-01", "2035-01-01"),
    ("2027-09-30", "single", 32, "2027-11-10", "2028-09-30", "2035-09-30"),
]


@pytest.mark.parametrize(("birth", "parents", "weeks", "once", "year", "eight"), LEAVES)
def test_a_birth_leave_has_its_weeks_and_days(
    birth: str, parents: str, weeks: int, once: str, year: str, eight: str
) -> None:
    found = made("birth_leave", child_birth=birth, parents=parents)
    step = found.steps[0].values
    days = [str(step[name].value) for name in ("until", "flexible_until", "later_until")]  # type: ignore[union-attr]
    assert (worth(found), days) == (weeks, [once, year, eight])
    parts = [int(step[name].value) for name in ("once", "flexible", "later")]  # type: ignore[union-attr, arg-type]
    assert sum(parts) == weeks


PAYS = [
    ("1650", "55.00", "1650.00"),
    ("1700", "56.67", "1700.10"),  # a day is paid to the cent
    ("1424.40", "47.48", "1424.40"),
    ("2000", "66.67", "2000.10"),
    ("1000", "33.33", "999.90"),
    ("5101.20", "170.04", "5101.20"),
    ("6000", "170.04", "5101.20"),  # the highest base
    ("1333.33", "44.44", "1333.20"),
]


@pytest.mark.parametrize(("base", "daily", "month"), PAYS)
def test_a_birth_leave_pays_the_whole_base(base: str, daily: str, month: str) -> None:
    paid = made("birth_leave", child_birth="2026-11-01", parents="two", base=base).result.values["paid"]
    assert (paid.values["daily"].value, paid.values["month"].value) == (Decimal(daily), Decimal(month))  # type: ignore[union-attr]


@pytest.mark.parametrize(("parents", "babies", "weeks"), [("two", 1, 19), ("single", 1, 32), ("two", 2, 20)])
def test_a_birth_leave_of_which_the_weeks_are_known_pays_so_much_in_all(parents: str, babies: int, weeks: int) -> None:
    found = made("birth_leave", child_birth="2026-11-01", parents=parents, babies=babies, base="1866")
    assert found.result.values["paid"].values["total"].value == weeks * 7 * Decimal("62.20")


def test_a_birth_leave_without_its_day_has_no_total() -> None:
    assert "total" not in made("birth_leave", base="1866").result.values


def test_births_before_the_rules_have_no_sum() -> None:
    found = made("birth_leave", child_birth="2025-07-30", parents="two")
    assert (found.possible, found.result.key) == (False, "sum-birth-before")


def test_nobody_expects_a_birth_in_a_year() -> None:
    with pytest.raises(BadSumInput, match="child_birth: too-far"):
        made("birth_leave", child_birth=date(2027, 10, 2), parents="two")


@given(base=st.decimals(min_value=1, max_value=9000, places=2), case=st.sampled_from(["general", "older"]))
@settings(max_examples=60, deadline=None)
def test_a_higher_base_never_pays_a_widow_less(base: Decimal, case: str) -> None:
    assert worth(made("widows_pension", base=base + 1, case=case)) >= worth(
        made("widows_pension", base=base, case=case)
    )


# babies, parents, weeks: one more for each besides the first, twice for one parent alone (ET 48.6)
BABIES = [(1, "two", 19), (2, "two", 20), (3, "two", 21), (2, "single", 34), (3, "single", 36)]


@pytest.mark.parametrize(("babies", "parents", "weeks"), BABIES)
def test_more_babies_are_more_weeks(babies: int, parents: str, weeks: int) -> None:
    found = made("birth_leave", child_birth="2026-11-01", parents=parents, babies=babies)
    assert worth(found) == weeks
    told = "sum-limit-birth-besides" if babies > 1 else "sum-limit-birth-more"
    assert told in keys(found)  # weeks that are counted are not promised again


def test_a_wage_is_taken_for_the_base_and_told() -> None:
    found = made("birth_leave", child_birth="2026-11-01", parents="two", wage=1650)
    assert [one.key for one in found.assumed] == ["sum-assumed-wage"]
    assert "sum-assumed-wage" not in {
        one.key for one in made("birth_leave", child_birth="2026-11-01", base=1650, wage=1500).assumed
    }
