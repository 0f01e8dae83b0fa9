"""Household quota (Orden PJC/297/2026, arts. 15, 16, 35; RDL 16/2022, DA 1.ª), children's complement (LGSS 60; 36.90 in
2026), incapacity (Decreto 3158/1966, art. 12; Decreto 1646/1972, arts. 6 and 9), and what is invoiced (LGSS 308).

Of the base of household work the employer pays 23.60 less 20 %, 0.75, 1.50, and 5.50 (6.70 temporary) and 0.20 less
80 %: 22.27 % (22.51 %). The worker pays 4.70, 0.15 and 1.55 (1.60): 6.40 % (6.45 %).
"""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.calculators.conftest import keys, made, worth
from tools.errors import BadSumInput

# wage, contract, base, employer, worker
HOUSEHOLD = [
    ("329", "permanent", "306", "68.15", "19.58"),  # 68.1462 and 19.584
    ("329.01", "permanent", "436", "97.10", "27.90"),  # 97.0972 and 27.904
    ("480", "permanent", "436", "97.10", "27.90"),
    ("510.01", "permanent", "602", "134.07", "38.53"),  # 134.0654 and 38.528: the example of the TGSS
    ("800", "permanent", "785", "174.82", "50.24"),  # 174.8195
    ("1061", "permanent", "970", "216.02", "62.08"),  # 216.019
    ("1424.40", "permanent", "1424.40", "317.21", "91.16"),  # 317.21388 and 91.1616
    ("1500", "permanent", "1500", "334.05", "96.00"),
    ("1500", "temporary", "1500", "337.65", "96.75"),  # 22.51 and 6.45 %
    ("480", "temporary", "436", "98.14", "28.12"),  # 98.1436 and 28.122
    ("6000", "permanent", "5101.20", "1136.04", "326.48"),  # the highest base: 1136.03724 and 326.4768
]


@pytest.mark.parametrize(("pay", "contract", "base", "employer", "worker"), HOUSEHOLD)
def test_a_household_quota_is_that_of_its_band(pay: str, contract: str, base: str, employer: str, worker: str) -> None:
    found = made("household_quota", pay=pay, contract=contract)
    said = {name: found.result.values[name].value for name in ("base", "employer", "worker")}  # type: ignore[union-attr]
    assert said == {"base": Decimal(base), "employer": Decimal(employer), "worker": Decimal(worker)}
    assert worth(found) == Decimal(employer) + Decimal(worker)


def test_a_permanent_contract_is_taken_and_told() -> None:
    assert [one.key for one in made("household_quota", pay=480).assumed] == ["sum-assumed-permanent"]


@pytest.mark.parametrize(
    ("children", "amount"), [(1, "36.90"), (2, "73.80"), (3, "110.70"), (4, "147.60"), (5, "147.60"), (20, "147.60")]
)
def test_a_complement_counts_up_to_four_children(children: int, amount: str) -> None:
    assert worth(made("children_complement", children=children)) == Decimal(amount)


# base, degree, amount
INCAPACITY = [
    ("1350", "partial", "32400.00"),  # 24 months
    ("1234.56", "partial", "29629.44"),
    ("1350", "total", "742.50"),
    ("1234.56", "total", "679.01"),  # 679.008
    ("1350", "qualified", "1012.50"),
    ("1234.56", "qualified", "925.92"),
    ("1350", "absolute", "1350.00"),
    ("1234.56", "absolute", "1234.56"),
    ("1350", "severe", "1350.00"),
    ("4000", "absolute", "3359.60"),  # the highest pension
    ("9000", "severe", "3359.60"),
    ("7000", "total", "3359.60"),  # 3850
    ("4480", "qualified", "3359.60"),  # 3360
    ("4479", "qualified", "3359.25"),
]


@pytest.mark.parametrize(("base", "degree", "amount"), INCAPACITY)
def test_an_incapacity_pays_by_its_degree(base: str, degree: str, amount: str) -> None:
    assert worth(made("incapacity_pension", base=base, degree=degree)) == Decimal(amount)


def test_what_the_law_leaves_open_in_a_severe_incapacity_is_told() -> None:
    found = made("incapacity_pension", base=1350, degree="severe")
    assert [one.key for one in found.assumed] == ["sum-assumed-severe", "sum-assumed-average-base"]
    assert "sum-limit-incapacity-late" in keys(found)


# contribution base a month, degree, ninety-six of them divided by 112 (LGSS 197.1.a)), the pension
OF_MONTHS = [
    ("1750", "total", "1500.00", "825.00"),
    ("1750", "absolute", "1500.00", "1500.00"),
    ("1900", "total", "1628.57", "895.71"),  # 182400 / 112 = 1628.5714; 895.7135
    ("1400", "qualified", "1200.00", "900.00"),
    ("1234.56", "severe", "1058.19", "1058.19"),  # 118517.76 / 112 = 1058.1943
    ("5101.20", "absolute", "4372.46", "3359.60"),  # the highest pension
]


@pytest.mark.parametrize(("monthly", "degree", "base", "amount"), OF_MONTHS)
def test_out_of_a_contribution_base_an_incapacity_has_the_base_of_the_law(
    monthly: str, degree: str, base: str, amount: str
) -> None:
    found = made("incapacity_pension", monthly_base=monthly, degree=degree)
    assert worth(found) == Decimal(amount)
    step = found.steps[0]
    assert (step.article, step.values["base"].value) == ("artículo 197.1.a)", Decimal(base))  # type: ignore[union-attr]
    assert "sum-assumed-incapacity-base" in {one.key for one in found.assumed}


def test_a_regulatory_base_goes_before_a_contribution_base() -> None:
    found = made("incapacity_pension", base=1500, monthly_base=1750, degree="total")
    assert worth(found) == Decimal("825.00")
    assert [one.key for one in found.assumed] == ["sum-assumed-average-base"]


def test_the_base_of_a_partial_incapacity_is_that_of_a_month() -> None:
    found = made("incapacity_pension", monthly_base=1750, degree="partial")
    assert (worth(found), found.assumed) == (Decimal("42000.00"), ())


# invoiced, spent, deduction, quota: seven per cent off what is left, three for companies
INVOICED = [
    ("3000", "900", None, "380.88"),  # 2100 − 7 % = 1953
    ("1500", "300", None, "267.65"),  # 1116
    ("2000", "600", None, "302.65"),  # 1302
    ("700", "0", None, "205.88"),  # 651
    ("3000", "900", "company", "401.47"),  # 2037
    ("3000", "900", "done", "401.47"),  # 2100
]


@pytest.mark.parametrize(("revenue", "expenses", "deduction", "quota"), INVOICED)
def test_of_what_is_invoiced_the_expenses_and_the_deduction_are_off(
    revenue: str, expenses: str, deduction: str | None, quota: str
) -> None:
    found = made("self_employed_quota", revenue=revenue, expenses=expenses, deduction=deduction)
    assert (worth(found), found.assumed) == (Decimal(quota), ())


def test_more_spent_than_invoiced_is_to_be_looked_at_again() -> None:
    with pytest.raises(BadSumInput, match="expenses: too-much"):
        made("self_employed_quota", revenue=1000, expenses=1000.01)


@pytest.mark.parametrize(
    ("inputs", "reason"),
    [({"children": 0}, "too-little"), ({"children": 1.5}, "not-whole"), ({"children": 21}, "too-much")],
)
def test_children_that_cannot_be_are_refused(inputs: dict[str, object], reason: str) -> None:
    with pytest.raises(BadSumInput, match=f"children: {reason}"):
        made("children_complement", **inputs)


@given(pay=st.decimals(min_value=1, max_value=7000, places=2), more=st.decimals(min_value=0, max_value=900, places=2))
@settings(max_examples=60, deadline=None)
def test_a_higher_wage_never_pays_a_lower_quota(pay: Decimal, more: Decimal) -> None:
    assert worth(made("household_quota", pay=pay + more)) >= worth(made("household_quota", pay=pay))


@given(base=st.decimals(min_value=1, max_value=9000, places=2))
@settings(max_examples=40, deadline=None)
def test_a_higher_degree_never_pays_less(base: Decimal) -> None:
    amounts = [
        worth(made("incapacity_pension", base=base, degree=degree)) for degree in ("total", "qualified", "absolute")
    ]
    assert amounts == sorted(amounts)
