"""Sick pay to the cent, with the arithmetic of LGSS 171-173, 251 and 321 beside each case."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.calculators.conftest import keys, made, worth
from tools.calculators.registry import calculate
from tools.calculators.rules import SumRules
from tools.calculators.sums import Missing
from tools.errors import BadSumInput

# base, cause, kind of work, from day, days, total. The base of a day is the base / 30, to the cent.
CASES = [
    ("1650", "common", "employee", 1, 29, "932.25"),  # 55: 17 × 33.00 + 9 × 41.25
    ("1500", "common", "employee", 1, 3, "0"),  # nothing in the first three days
    ("1500", "common", "employee", 1, 4, "30.00"),  # 50: 1 × 30.00
    ("1500", "common", "employee", 1, 15, "360.00"),  # 12 × 30.00
    ("1500", "common", "employee", 1, 20, "510.00"),  # 17 × 30.00
    ("1500", "common", "employee", 1, 21, "547.50"),  # 17 × 30.00 + 37.50
    ("1700", "common", "employee", 1, 30, "1003.00"),  # 56.67: 17 × 34.00 + 10 × 42.50
    ("2000", "common", "employee", 1, 30, "1180.00"),  # 66.67: 17 × 40.00 + 10 × 50.00
    ("1424.40", "common", "employee", 1, 30, "840.43"),  # 47.48: 17 × 28.49 + 10 × 35.61
    ("6000", "common", "employee", 1, 30, "3009.64"),  # 5101.20 → 170.04: 17 × 102.02 + 10 × 127.53
    ("1650", "common", "employee", 30, 30, "1237.50"),  # 30 × 41.25
    ("1650", "common", "employee", 10, 11, "363.00"),  # days 10 to 20: 11 × 33.00
    ("1650", "common", "employee", 20, 2, "74.25"),  # 33.00 + 41.25
    ("1650", "common", "employee", 1, 365, "14792.25"),  # 17 × 33.00 + 345 × 41.25
    ("1650", "common", "employee", 1, 545, "22217.25"),  # 17 × 33.00 + 525 × 41.25
    ("1500", "work", "employee", 1, 1, "0"),  # the day itself is wage
    ("1500", "work", "employee", 2, 1, "37.50"),  # 50 × 75 %
    ("1500", "work", "employee", 1, 10, "337.50"),  # 9 × 37.50
    ("1500", "work", "employee", 1, 30, "1087.50"),  # 29 × 37.50
    ("1200", "common", "household", 1, 8, "120.00"),  # 40: 5 × 24.00
    ("1200", "common", "household", 1, 30, "708.00"),  # 17 × 24.00 + 10 × 30.00
    ("1200", "work", "household", 1, 10, "270.00"),  # 9 × 30.00
    ("1500", "common", "self_employed", 1, 30, "885.00"),  # 17 × 30.00 + 10 × 37.50
    ("950.98", "common", "self_employed", 1, 30, "561.14"),  # 31.70: 17 × 19.02 + 10 × 23.78
    ("950.98", "work", "self_employed", 1, 30, "689.62"),  # 29 × 23.78
]


@pytest.mark.parametrize(("base", "cause", "regime", "start", "days", "total"), CASES)
def test_the_total_is_that_of_the_law(base: str, cause: str, regime: str, start: int, days: int, total: str) -> None:
    found = made("sick_pay", base=base, cause=cause, regime=regime, from_day=start, days=days)
    assert worth(found) == Decimal(total)


# kind of work, cause: who pays which days
PAYERS = [
    ("employee", "common", [("nobody", 1, 3), ("employer", 4, 15), ("fund", 16, 20), ("fund", 21, 40)]),
    ("employee", "work", [("wage", 1, 1), ("fund", 2, 40)]),
    ("household", "common", [("nobody", 1, 3), ("employer", 4, 8), ("fund_direct", 9, 20), ("fund_direct", 21, 40)]),
    ("household", "work", [("wage", 1, 1), ("fund_direct", 2, 40)]),
    ("self_employed", "common", [("nobody", 1, 3), ("mutual", 4, 20), ("mutual", 21, 40)]),
    ("self_employed", "work", [("nobody", 1, 1), ("mutual", 2, 40)]),
]


@pytest.mark.parametrize(("regime", "cause", "payers"), PAYERS)
def test_each_range_says_who_pays_it(regime: str, cause: str, payers: list[tuple[str, int, int]]) -> None:
    told = []
    for step in made("sick_pay", base=1500, cause=cause, regime=regime, days=40).steps:
        if "first" not in step.values:
            continue
        first = int(step.values["first"].value)  # type: ignore[union-attr, arg-type]
        last = int(step.values.get("last", step.values["first"]).value)  # type: ignore[union-attr, arg-type]
        payer = step.values.get("payer")
        name = payer.key.removeprefix("sum-payer-") if payer else step.key.split("-")[3]  # type: ignore[union-attr]
        told.append((name.replace("-", "_"), first, last))
    assert told == payers


def test_days_may_come_as_the_first_and_the_last() -> None:
    found = made("sick_pay", base=1650, cause="common", first_day="2026-11-01", last_day="2026-11-29")
    assert worth(found) == Decimal("932.25")


def test_a_whole_month_from_a_day_counts_thirty_days_and_says_so() -> None:
    found = made("sick_pay", base=1650, cause="common", from_day=21)
    assert worth(found) == Decimal("1237.50")
    assert "sum-assumed-month" in {one.key for one in found.assumed}


def test_the_result_joins_days_of_one_percentage_whoever_pays_them() -> None:
    parts = made("sick_pay", base=1650, cause="common", days=29).result.values["parts"]
    assert [part.key for part in parts] == ["sum-sick-pay-part", "sum-sick-pay-part"]  # type: ignore[union-attr]


def test_what_the_sum_leaves_out_is_told() -> None:
    assert {"sum-limit-sick-contributed", "sum-official-benefits"} <= keys(
        made("sick_pay", base=1, cause="common", days=9)
    )
    assert "sum-limit-sick-extended" in keys(made("sick_pay", base=1, cause="work", days=400))
    assert "sum-limit-sick-self-employed" in keys(
        made("sick_pay", base=1, cause="work", days=4, regime="self_employed")
    )


@pytest.mark.parametrize(
    ("inputs", "name", "reason"),
    [
        ({"days": 546}, "days", "too-much"),
        ({"days": 0}, "days", "too-little"),
        ({"days": 10.5}, "days", "not-whole"),
        ({"base": -1, "days": 3}, "base", "negative"),
        ({"base": "mil", "days": 3}, "base", "not-a-number"),
        ({"base": "9999999", "days": 3}, "base", "too-much"),
        ({"cause": "covid", "days": 3}, "cause", "not-an-option"),
        ({"first_day": "2026-11-10", "last_day": "2026-11-09"}, "last_day", "order"),
        ({"first_day": "2026-02-30", "last_day": "2026-11-09"}, "first_day", "no-such-day"),
        ({"first_day": "2020-02-03", "last_day": "2026-11-09"}, "last_day", "too-much"),
        ({"days": 3, "age": 4}, "age", "unknown"),
    ],
)
def test_days_and_amounts_that_cannot_be_are_refused(inputs: dict[str, object], name: str, reason: str) -> None:
    with pytest.raises(BadSumInput) as refused:
        made("sick_pay", **{"base": 1500, "cause": "common", **inputs})
    assert (refused.value.name, refused.value.reason) == (name, reason)


@given(
    base=st.decimals(min_value=1, max_value=8000, places=2),
    cause=st.sampled_from(["common", "work"]),
    regime=st.sampled_from(["employee", "household", "self_employed"]),
    days=st.integers(1, 544),
)
@settings(max_examples=80, deadline=None)
def test_a_day_more_or_a_higher_base_never_pays_less(base: Decimal, cause: str, regime: str, days: int) -> None:
    def paid(base: Decimal, days: int) -> Decimal:
        return Decimal(worth(made("sick_pay", base=base, cause=cause, regime=regime, days=days)))

    assert paid(base, days + 1) >= paid(base, days)
    assert paid(base + 1, days) >= paid(base, days)


def test_the_day_of_the_leave_is_the_first_one_of_the_count() -> None:
    one_day = made("sick_pay", base=1500, cause="work", first_day=date(2026, 3, 2), last_day=date(2026, 3, 2))
    assert worth(one_day) == 0


def test_without_days_it_is_told_what_a_day_pays() -> None:
    found = made("sick_pay", base="1650", cause="common")
    assert found.value is None
    assert found.result.key == "sum-sick-pay-daily"
    parts = found.result.values["parts"]
    assert isinstance(parts, tuple)
    assert [part.key for part in parts] == ["sum-sick-pay-part", "sum-sick-pay-part-from"]


# first day, last day told, month, total of a base of 1500: 30.00 a day from the fourth, 37.50 from the twenty-first
MONTHS = [
    ("2026-10-20", None, "2026-11-01", "1065.00"),  # days 13 to 42: 8 × 30.00 + 22 × 37.50
    ("2026-11-10", None, "2026-11-01", "547.50"),  # days 1 to 21: 17 × 30.00 + 37.50
    ("2026-10-20", "2026-11-10", "2026-11-01", "315.00"),  # days 13 to 22: 8 × 30.00 + 2 × 37.50
    ("2026-10-20", None, "2026-10-31", "270.00"),  # days 1 to 12: 9 × 30.00
    ("2026-09-01", None, "2026-11-15", "1125.00"),  # days 62 to 91: 30 × 37.50
]


@pytest.mark.parametrize(("first", "last", "month", "total"), MONTHS)
def test_a_month_pays_its_days_of_the_leave(first: str, last: str | None, month: str, total: str) -> None:
    found = made("sick_pay", base=1500, cause="common", first_day=first, last_day=last, month=month)
    assert worth(found) == Decimal(total)


# base, cause, regime, what the first thirty days would be
OPEN = [
    ("1650", "common", "employee", "973.50"),  # 17 × 33.00 + 10 × 41.25
    ("1650", "work", "employee", "1196.25"),  # 29 × 41.25
    ("1200", "common", "household", "708.00"),  # 17 × 24.00 + 10 × 30.00
    ("950.98", "work", "self_employed", "689.62"),  # 29 × 23.78
]


@pytest.mark.parametrize(("base", "cause", "regime", "month"), OPEN)
def test_an_open_leave_tells_its_first_month(base: str, cause: str, regime: str, month: str) -> None:
    found = made("sick_pay", base=base, cause=cause, regime=regime)
    assert found.value is None
    assert found.result.values["month"].value == Decimal(month)  # type: ignore[union-attr]


# what is told of the base, total of thirty days of common illness, what was taken for granted
BASES = [
    ({"wage": 1650}, "973.50", {"sum-assumed-employee", "sum-assumed-wage"}),
    ({"wage": 1800, "base": 1650}, "973.50", {"sum-assumed-employee"}),
    (
        {"wage": 480, "regime": "household"},
        "257.24",
        {"sum-assumed-household-base"},
    ),  # 436: 14.53, 17 × 8.72 + 10 × 10.90
    ({"wage": 1300, "regime": "household"}, "840.43", {"sum-assumed-household-base"}),  # 1424.40
    ({"wage": 6000, "regime": "household"}, "3009.64", {"sum-assumed-household-base"}),  # 5101.20
    ({"flat_rate": "yes"}, "561.14", {"sum-assumed-flat-base"}),  # 950.98
    ({"flat_rate": "yes", "wage": 3000, "regime": "self_employed"}, "561.14", {"sum-assumed-flat-base"}),
    ({"flat_rate": "yes", "base": 3000, "regime": "self_employed"}, "561.14", {"sum-assumed-flat-base"}),
    ({"flat_rate": "yes", "base": 1650, "regime": "employee"}, "973.50", set()),
]


@pytest.mark.parametrize(("inputs", "total", "assumed"), BASES)
def test_the_base_is_the_one_that_the_law_gives_to_the_work(
    inputs: dict[str, object], total: str, assumed: set[str]
) -> None:
    found = made("sick_pay", cause="common", days=30, **inputs)
    assert (worth(found), {one.key for one in found.assumed}) == (Decimal(total), assumed)


@pytest.mark.parametrize(
    "inputs", [{"wage": 3000, "regime": "self_employed"}, {"flat_rate": "yes", "regime": "employee"}]
)
def test_what_the_self_employed_earn_is_no_base(inputs: dict[str, object], rules: SumRules) -> None:
    assert calculate("sick_pay", {"cause": "common", "days": 30, **inputs}, rules) == Missing("sick_pay", ("base",))


@pytest.mark.parametrize(
    ("inputs", "name"),
    [
        ({"from_day": 540}, "from_day"),
        ({"from_day": 540, "days": 9}, "days"),
        ({"first_day": "2024-01-01", "month": "2026-11-01"}, "month"),
        ({"first_day": "2026-12-03", "month": "2026-11-01"}, "first_day"),
    ],
)
def test_a_refusal_names_an_input_that_was_given(inputs: dict[str, object], name: str) -> None:
    with pytest.raises(BadSumInput) as refused:
        made("sick_pay", base=1500, cause="common", **inputs)
    assert refused.value.name == name


# base, a month at first and later: 70 and 60 per cent (LGSS 270.2 and 283.1).
ENDED = [("1560", "1092.00", "936.00"), ("1740", "1218.00", "1044.00"), ("1424.45", "997.12", "854.67")]


@pytest.mark.parametrize(("base", "first", "later"), ENDED)
def test_once_the_contract_is_over_a_common_illness_pays_as_unemployment(base: str, first: str, later: str) -> None:
    found = made("sick_pay", base=base, cause="common", after_contract="yes")
    assert worth(found) == Decimal(first)
    assert found.result.key == "sum-sick-pay-ended"
    assert found.result.values["later"].value == Decimal(later)  # type: ignore[union-attr]
    assert {step.article for step in found.steps} == {"artículos 283.1 y 270.2"}


@pytest.mark.parametrize(
    "told", [{"cause": "work"}, {"cause": "common", "regime": "self_employed"}, {"cause": "common", "days": 30}]
)
def test_the_end_of_the_contract_changes_nothing_else(told: dict[str, object]) -> None:
    ended = {"days": 30, "base": "1500", **told}
    ended |= {"after_contract": "no" if told == {"cause": "common", "days": 30} else "yes"}
    without = {key: value for key, value in ended.items() if key != "after_contract"}
    assert made("sick_pay", **ended) == made("sick_pay", **without)
