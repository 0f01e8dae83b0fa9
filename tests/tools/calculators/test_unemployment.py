"""Unemployment benefit: the table of LGSS 269.1, the shares of 270.2 and the limits of 270.3 with the IPREM of 2023,
600 a month, in force still: 700 with a sixth more; 1,225, 1,400 and 1,575 at most, 560 and 749 at least.
"""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.calculators.conftest import keys, made, worth
from tools.calculators.sums import SumPhrase

# base, children, at first, later
AMOUNTS = [
    ("1500", 0, "1050.00", "900.00"),
    ("1000", 0, "700.00", "600.00"),
    ("1234.56", 0, "864.19", "740.74"),  # 864.192 and 740.736
    ("1750", 0, "1225.00", "1050.00"),
    ("1800", 0, "1225.00", "1080.00"),
    ("2100", 0, "1225.00", "1225.00"),
    ("1800", 1, "1260.00", "1080.00"),
    ("2100", 1, "1400.00", "1260.00"),
    ("2100", 2, "1470.00", "1260.00"),
    ("5101.20", 3, "1575.00", "1575.00"),
    ("700", 0, "560.00", "560.00"),
    ("900", 0, "630.00", "560.00"),
    ("900", 1, "749.00", "749.00"),
    ("1100", 2, "770.00", "749.00"),
]


@pytest.mark.parametrize(("base", "children", "first", "later"), AMOUNTS)
def test_a_month_is_a_share_of_the_base_within_its_limits(base: str, children: int, first: str, later: str) -> None:
    found = made("unemployment", base=base, children=children)
    assert worth(found) == Decimal(first)
    said = [found.result.values[name] for name in ("first", "later") if name in found.result.values]
    amounts = [one.values["amount"].value for one in said if isinstance(one, SumPhrase)]  # type: ignore[union-attr]
    assert amounts == [Decimal(first)] + [Decimal(later)] * (first != later)


# contributed, days
DAYS = [
    ("11m", 0),  # 334 days
    ("12m", 120),
    ("14m", 120),
    ("17m", 120),  # 517
    ("18m", 180),  # 547
    ("2y", 240),
    ("2y6m", 300),
    ("3y", 360),
    ("3y6m", 420),
    ("4y", 480),
    ("4y6m", 540),
    ("5y", 600),
    ("5y6m", 660),
    ("6y", 720),
    ("30y", 720),
]


@pytest.mark.parametrize(("contributed", "days"), DAYS)
def test_how_long_it_lasts_is_that_of_the_table(contributed: str, days: int) -> None:
    found = made("unemployment", contributed=contributed)
    assert found.possible == (days > 0)
    assert found.result.values["days"].value == days  # type: ignore[union-attr]


def test_who_is_paid_for_less_than_180_days_is_told_the_first_share_alone() -> None:
    found = made("unemployment", base=1500, contributed="14m")
    amounts = found.result.values["amounts"]
    assert isinstance(amounts, SumPhrase)
    assert (amounts.key, "later" in amounts.values) == ("sum-unemployment-first", False)


def test_children_that_nobody_spoke_of_are_told_to_be_left_out() -> None:
    assert [one.key for one in made("unemployment", base=1800).assumed] == ["sum-assumed-no-children"]
    assert made("unemployment", base=1800, children=0).assumed == ()
    assert made("unemployment", contributed="3y").assumed == ()


def test_a_wage_in_fourteen_payments_is_shared_out() -> None:
    assert worth(made("unemployment", base=1200, payments=14)) == Decimal("980.00")  # 70 % of 1,400


def test_of_a_year_without_its_indicator_the_last_one_is_told() -> None:
    assert "sum-limit-last-published" in keys(made("unemployment", today=date(2027, 3, 1), base=1800))
    assert "sum-limit-last-published" not in keys(made("unemployment", base=1800))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 6000), st.integers(0, 4), st.integers(0, 400))
def test_more_never_pays_less(base: int, children: int, more: int) -> None:
    fewer, greater = (
        made("unemployment", base=base, children=children),
        made("unemployment", base=base + more, children=children),
    )
    assert worth(greater) >= worth(fewer)
    assert worth(made("unemployment", base=base, children=children + 1)) >= worth(fewer)


@settings(max_examples=40, deadline=None)
@given(st.integers(12, 100), st.integers(0, 30))
def test_longer_never_lasts_less(months: int, more: int) -> None:
    short, long = (made("unemployment", contributed=f"{one}m") for one in (months, months + more))
    assert long.result.values["days"].value >= short.result.values["days"].value  # type: ignore[union-attr]
