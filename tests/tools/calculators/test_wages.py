"""Bases of two jobs are added up to the highest (LGSS 161.3 and 209.5; 5,101.20 in 2026), what the self-employed earn
too (308.1), and a wage in fourteen payments is shared out over twelve months.
"""

from decimal import Decimal

import pytest

from tests.tools.calculators.conftest import made, worth
from tools.errors import SumNotKnown

CAREER = {"born": "1960-07-07", "contributed": "30y2m"}

SAME = [  # what is told in one way, and in the other
    ("sick_pay", {"base": 1200, "other_job": 400}, {"base": 1600}, {"cause": "common", "days": 15}),
    ("sick_pay", {"wage": 1200, "other_job": 400}, {"wage": 1600}, {"cause": "common", "days": 15}),
    ("sick_pay", {"wage": 1400, "payments": 14}, {"wage": "1633.33"}, {"cause": "common", "days": 25}),
    ("sick_pay", {"wage": 1400, "payments": 12}, {"wage": 1400}, {"cause": "common", "days": 25}),
    ("sick_pay", {"base": 1400, "payments": 14}, {"base": 1400}, {"cause": "common", "days": 25}),
    ("sick_pay", {"base": 4000, "other_job": 3000}, {"base": "5101.20"}, {"cause": "work", "days": 9}),
    ("birth_leave", {"base": 900, "other_job": 600}, {"base": 1500}, {"child_birth": "2027-01-20"}),
    ("retirement_amount", {"monthly_base": 1200, "other_job": 400}, {"monthly_base": 1600}, CAREER),
    ("retirement_amount", {"monthly_base": 1600, "payments": 14}, {"monthly_base": "1866.67"}, CAREER),
    ("retirement_amount", {"base": 1600, "payments": 14, "other_job": 400}, {"base": 1600}, CAREER),
    ("retirement_amount", {"monthly_base": 4000, "other_job": 4000}, {"monthly_base": "5101.20"}, CAREER),
    ("retirement_amount", {"monthly_base": 700, "other_job": 500, "payments": 14}, {"monthly_base": 1400}, CAREER),
    ("incapacity_pension", {"monthly_base": 1200, "payments": 14}, {"monthly_base": 1400}, {"degree": "total"}),
    ("household_quota", {"pay": 600, "payments": 14}, {"pay": 700}, {}),
    ("self_employed_quota", {"income": 900, "other_job": 700}, {"income": 1600}, {}),
    ("self_employed_quota", {"revenue": 900, "other_job": 700}, {"revenue": 1600}, {"expenses": 100}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "told", "all_in", "rest"), SAME)
def test_jobs_and_payments_come_to_a_month(name: str, told: dict, all_in: dict, rest: dict) -> None:  # type: ignore[type-arg]
    found, same = made(name, **told, **rest), made(name, **all_in, **rest)
    assert found.value == same.value
    assert found.result == same.result


def test_what_was_added_and_shared_out_is_told() -> None:
    found = made("sick_pay", wage=1200, other_job=400, payments=14, cause="common", days=15)
    assert [one.key for one in found.assumed][:2] == ["sum-assumed-jobs", "sum-assumed-payments"]
    assert "sum-assumed-wage" not in [one.key for one in found.assumed]
    assert found.steps[0].article == "artículo 161.3"
    assert "sum-assumed-activities" in [one.key for one in made("self_employed_quota", income=9, other_job=9).assumed]
    assert found.steps[0].key == "sum-step-jobs"


@pytest.mark.parametrize("told", [{"regime": "self_employed", "base": 1200}, {"regime": "household", "wage": 800}])
def test_what_is_not_added_is_no_sum(told: dict[str, object]) -> None:
    with pytest.raises(SumNotKnown):
        made("sick_pay", other_job=400, cause="common", days=15, **told)


@pytest.mark.parametrize(("pension", "children", "total"), [("1350", 3, "1460.70"), ("3359.60", 5, "3507.20")])
def test_a_pension_and_its_complement_come_to_a_total(pension: str, children: int, total: str) -> None:
    found = made("children_complement", pension=pension, children=children)
    assert found.result.values["total"].value == Decimal(total)  # type: ignore[union-attr]
    assert worth(found) == Decimal("36.90") * min(children, 4)
