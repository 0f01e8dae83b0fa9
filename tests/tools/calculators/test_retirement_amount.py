"""The pension at the ordinary age or later (LGSS 210.1-2; DT 9.ª; DT 4.ª.7), to the cent.

2026: 50 % for 15 years; 0.21 for each of 49 months more; 0.19 for each of the next 209. 2027: 0.19 × 248, 0.18 × 16.
"""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.calculators.conftest import keys, made, worth
from tools.errors import BadSumInput

NEXT_YEAR = date(2027, 3, 1)
CASES = [
    ("15y", "1000", date(2026, 12, 1), "500.00"),
    ("15y1m", "1000", date(2026, 12, 1), "502.10"),
    ("19y1m", "1000", date(2026, 12, 1), "602.90"),  # 49 × 0.21 = 10.29
    ("19y2m", "1000", date(2026, 12, 1), "604.80"),  # + 0.19
    ("20y", "1000", date(2026, 12, 1), "623.80"),  # 10.29 + 11 × 0.19 = 12.38
    ("25y", "1000", date(2026, 12, 1), "737.80"),
    ("30y", "1500", date(2026, 12, 1), "1277.70"),  # 85.18 %
    ("35y", "1000", date(2026, 12, 1), "965.80"),
    ("36y5m", "1000", date(2026, 12, 1), "998.10"),
    ("36y6m", "1000", date(2026, 12, 1), "1000.00"),  # 49 × 0.21 + 209 × 0.19 = 50
    ("45y", "1000", date(2026, 12, 1), "1000.00"),
    ("40y", "4000", date(2026, 12, 1), "3359.60"),  # the highest pension
    ("15y1m", "1000", NEXT_YEAR, "501.90"),
    ("20y", "1000", NEXT_YEAR, "614.00"),  # 60 × 0.19 = 11.40
    ("25y", "1000", NEXT_YEAR, "728.00"),
    ("30y", "1500", NEXT_YEAR, "1263.00"),  # 84.20 %
    ("35y", "1000", NEXT_YEAR, "956.00"),
    ("36y6m", "1000", NEXT_YEAR, "989.20"),  # 47.12 + 10 × 0.18
    ("36y11m", "1000", NEXT_YEAR, "998.20"),
    ("37y", "1000", NEXT_YEAR, "1000.00"),  # 47.12 + 16 × 0.18 = 50
]


@pytest.mark.parametrize(("contributed", "base", "today", "amount"), CASES)
def test_the_pension_is_the_percentage_of_the_base(contributed: str, base: str, today: date, amount: str) -> None:
    assert worth(made("retirement_amount", today, contributed=contributed, base=base)) == Decimal(amount)


@pytest.mark.parametrize(
    ("monthly", "contributed", "amount"),
    [
        ("2300", "36y6m", "1971.43"),  # 2300 × 300 / 350 = 1971.428…
        ("2300", "25y", "1454.52"),  # 1971.43 × 73.78 %
        ("1400", "36y6m", "1200.00"),
        ("3500", "15y", "1500.00"),
    ],
)
def test_a_usual_contribution_base_gives_the_regulatory_one(monthly: str, contributed: str, amount: str) -> None:
    found = made("retirement_amount", contributed=contributed, monthly_base=monthly)
    assert worth(found) == Decimal(amount)
    assert "sum-limit-pension-base" in keys(found)


DELAYS = [
    ("0m", "2000.00"),
    ("11m", "2000.00"),
    ("1y", "2080.00"),  # 4 %
    ("1y11m", "2080.00"),  # half a year counts only after two
    ("2y", "2160.00"),
    ("2y6m", "2160.00"),  # more than six months are asked
    ("2y7m", "2200.00"),  # 8 + 2 %
    ("3y", "2240.00"),
    ("5y11m", "2440.00"),  # 20 + 2 %
]


@pytest.mark.parametrize(("delay", "amount"), DELAYS)
def test_each_year_of_delay_adds_its_percentage(delay: str, amount: str) -> None:
    assert worth(made("retirement_amount", contributed="42y", base=2000, delay=delay)) == Decimal(amount)


def test_doubts_of_the_delay_are_told() -> None:
    assert "sum-limit-delay-half" in keys(made("retirement_amount", contributed="42y", base=2000, delay="1y7m"))
    assert "sum-limit-delay-highest" in keys(made("retirement_amount", contributed="42y", base=3300, delay="1y"))
    assert "sum-limit-delay-forms" in keys(made("retirement_amount", contributed="42y", base=2000, delay="1y"))


def test_too_few_years_at_the_ordinary_age_give_nothing() -> None:
    found = made("retirement_amount", base=1000, contributed="14y11m")
    assert (found.possible, found.result.key) == (False, "sum-retirement-too-few")


@pytest.mark.parametrize(
    ("inputs", "amount"),
    [
        ({"contributed": "15y", "delay": "1y"}, "500.00"),  # 14 years at the ordinary age: 50 % and no 4 %
        ({"contributed": "15y11m", "delay": "1y"}, "523.10"),  # 11 × 0.21 = 2.31
        ({"contributed": "16y", "delay": "1y"}, "565.20"),  # 15 at the ordinary age: 52.52 + 4
        ({"contributed": "19y", "delay": "5y"}, "600.80"),  # 14: 48 × 0.21 = 10.08
    ],
)
def test_a_delay_adds_only_to_who_had_the_years_at_the_ordinary_age(inputs: dict[str, str], amount: str) -> None:
    """LGSS 210.2: "siempre que al cumplir esta edad se hubiera reunido el período mínimo"."""
    assert worth(made("retirement_amount", base=1000, **inputs)) == Decimal(amount)


def test_below_the_minimum_the_complement_is_told_by_family() -> None:
    assert "sum-limit-pension-minimum" in keys(made("retirement_amount", contributed="15y", base=1000))
    alone = made("retirement_amount", contributed="40y", base=1000, spouse="alone")
    assert "sum-limit-pension-minimum" not in keys(alone)  # 1000 > 936.20


@given(months=st.integers(180, 600), base=st.decimals(min_value=1, max_value=5000, places=2))
@settings(max_examples=100, deadline=None)
def test_a_month_more_contributed_never_pays_less(months: int, base: Decimal) -> None:
    more = made("retirement_amount", contributed=f"{months + 1}m", base=base)
    assert worth(more) >= worth(made("retirement_amount", contributed=f"{months}m", base=base))


def test_the_scale_is_that_of_the_year_in_which_the_pension_begins() -> None:
    this_year = made("retirement_amount", contributed="20y", base="1000")
    born = made("retirement_amount", contributed="20y", base="1000", born="1962-03-14")
    assert worth(this_year) == Decimal("623.80")
    assert "sum-assumed-this-year" in {one.key for one in this_year.assumed}
    assert worth(born) == Decimal("614.00")
    assert "sum-assumed-this-year" not in {one.key for one in born.assumed}


def test_nobody_delays_a_pension_for_half_a_life() -> None:
    with pytest.raises(BadSumInput) as refused:
        made("retirement_amount", contributed="36y", base=2000, delay="52y")
    assert (refused.value.name, refused.value.reason) == ("delay", "too-long")
