"""The quota of each band of 2026 (Orden PJC/297/2026, art. 18.1: lowest base × 31.5 %), at both ends of the band."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.calculators.conftest import keys, made, worth
from tools.errors import BadSumInput

CASES = [
    ("0", "205.88"),  # 653.59 × 31.5 % = 205.88085
    ("670", "205.88"),
    ("670.01", "226.47"),  # 718.95 → 226.46925
    ("900", "226.47"),
    ("900.01", "267.65"),  # 849.67 → 267.64605
    ("1166.69", "267.65"),
    ("1166.70", "299.56"),  # 950.98 → 299.5587; the general table begins at this income
    ("1300", "299.56"),
    ("1300.01", "302.65"),  # 960.78 → 302.6457
    ("1500", "302.65"),
    ("1700", "302.65"),  # 960.78 again
    ("1700.01", "360.29"),  # 1143.79 → 360.29385
    ("1850", "360.29"),
    ("1850.01", "380.88"),  # 1209.15 → 380.88225
    ("2030", "380.88"),
    ("2030.01", "401.47"),  # 1274.51 → 401.47065
    ("2330", "401.47"),
    ("2330.01", "427.21"),  # 1356.21 → 427.20615
    ("2760.01", "452.94"),  # 1437.91 → 452.94165
    ("3190.01", "478.68"),  # 1519.61 → 478.67715
    ("3620.01", "504.41"),  # 1601.31 → 504.41265
    ("4050.01", "545.59"),  # 1732.03 → 545.58945
    ("6000", "545.59"),
    ("6000.01", "607.35"),  # 1928.10 → 607.3515
    ("50000", "607.35"),
]


@pytest.mark.parametrize(("income", "quota"), CASES)
def test_the_quota_is_that_of_the_band(income: str, quota: str) -> None:
    assert worth(made("self_employed_quota", income=income)) == Decimal(quota)


@pytest.mark.parametrize(
    ("income", "deduction", "quota"),
    [
        ("1000", "general", "267.65"),  # 930.00
        ("1254.51", "general", "267.65"),  # 1166.6943 → 1166.69
        ("1255", "general", "299.56"),  # 1167.15
        ("2000", "general", "380.88"),  # 1860.00
        ("2000", "company", "380.88"),  # 1940.00
        ("2100", "general", "380.88"),  # 1953.00
        ("2100", "company", "401.47"),  # 2037.00
        ("2000", "done", "380.88"),
    ],
)
def test_the_deduction_is_taken_off_first(income: str, deduction: str, quota: str) -> None:
    assert worth(made("self_employed_quota", income=income, deduction=deduction)) == Decimal(quota)


def test_what_nobody_said_of_the_deduction_is_told() -> None:
    assert [one.key for one in made("self_employed_quota", income=1500).assumed] == ["sum-assumed-deducted"]
    assert made("self_employed_quota", income=1500, deduction="done").assumed == ()


def test_the_flat_rate_of_this_year_is_not_known_and_no_amount_is_given_for_it() -> None:
    found = made("self_employed_quota", income=1500, flat_rate="yes")
    assert (found.value, found.result.key) == (None, "sum-quota-flat")


def test_a_company_is_told_that_its_lowest_base_may_be_higher() -> None:
    assert "sum-limit-quota-company" in keys(made("self_employed_quota", income=1500, deduction="company"))


def test_after_the_year_the_last_figures_are_told_as_such() -> None:
    """The bands of 2027 are not published; its rate is: the share between generations is 1.0 % then (LGSS 127 bis)."""
    later = made("self_employed_quota", date(2027, 2, 1), income=1500)
    assert worth(later) == Decimal("303.61")  # 960.78 × 31.6 % = 303.60648
    assert "sum-limit-last-published" in keys(later)


def test_a_negative_income_is_refused() -> None:
    with pytest.raises(BadSumInput, match="income: negative"):
        made("self_employed_quota", income=-5)


@given(
    income=st.decimals(min_value=0, max_value=9000, places=2), more=st.decimals(min_value=0, max_value=900, places=2)
)
@settings(max_examples=80, deadline=None)
def test_a_higher_income_never_pays_less(income: Decimal, more: Decimal) -> None:
    assert worth(made("self_employed_quota", income=income + more)) >= worth(made("self_employed_quota", income=income))
