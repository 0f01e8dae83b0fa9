"""Minimum income: Ley 19/2021, 13. In 2026 the guaranteed level of one person is 8,803.20 / 12 = 733.60; each person
more adds 30 % up to 220 %, a single adult with minors 22 %; 115, 80.50 and 57.50 for each minor below 3, 6 and 18.
"""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.calculators.conftest import keys, made, worth
from tools.errors import BadSumInput

# adults, children, income, guaranteed, paid
HOUSEHOLDS = [
    (1, 0, "0", "733.60", "733.60"),
    (1, 0, "723.60", "733.60", "10.00"),
    (1, 0, "723.61", "733.60", "0"),  # 9.99 is less than the law asks for
    (2, 0, "500", "953.68", "453.68"),
    (2, 1, "1165", "1173.76", "0"),
    (2, 2, "1330", "1393.84", "63.84"),
    (2, 5, "600", "1613.92", "1013.92"),  # five people or more
    (1, 1, "0", "1115.07", "1115.07"),
    (1, 2, "600", "1335.15", "735.15"),
    (1, 4, "600", "1775.31", "1175.31"),
    (1, 6, "600", "1775.31", "1175.31"),
    (3, 0, "1000", "1173.76", "173.76"),
]


@pytest.mark.parametrize(("adults", "children", "income", "guaranteed", "paid"), HOUSEHOLDS)
def test_what_is_lacking_to_what_is_guaranteed_is_paid(
    adults: int, children: int, income: str, guaranteed: str, paid: str
) -> None:
    found = made("minimum_income", adults=adults, children=children, income=income)
    assert worth(found) == Decimal(paid)
    assert found.steps[0].values["guaranteed"].value == Decimal(guaranteed)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("ages", "added"),
    [("0", "115"), ("2", "115"), ("3", "80.50"), ("5", "80.50"), ("6", "57.50"), ("17", "57.50"), ("2,7", "172.50")],
)
def test_ages_tell_what_is_added_for_the_children(ages: str, added: str) -> None:
    children = ages.count(",") + 1
    without = worth(made("minimum_income", adults=2, children=children, income=100))
    assert worth(made("minimum_income", adults=2, ages=ages, income=100)) == without + Decimal(added)


def test_without_ages_it_is_told_between_what_the_complement_is() -> None:
    said = made("minimum_income", adults=1, children=2, income=600).result.values["children"]
    assert (said.values["least"].value, said.values["most"].value) == (115, 230)  # type: ignore[union-attr]


def test_the_complement_is_paid_above_what_is_guaranteed_up_to_three_times_it() -> None:
    assert worth(made("minimum_income", adults=2, ages="4", income=3521)) == Decimal("80.50")
    assert worth(made("minimum_income", adults=2, ages="4", income="3521.28")) == 0
    assert not made("minimum_income", adults=2, ages="4", income="3521.28").possible


def test_people_less_children_are_the_adults() -> None:
    by_people = made("minimum_income", people=4, ages="2,7", income=1330)
    assert by_people == made("minimum_income", adults=2, ages="2,7", income=1330)


def test_ages_of_other_children_than_those_told_are_not_used() -> None:
    found = made("minimum_income", adults=2, children=3, ages="2,7", income=600)
    assert found == made("minimum_income", adults=2, children=3, income=600)


def test_it_says_what_it_took_and_what_is_not_in_it() -> None:
    alone, single = (made("minimum_income", adults=1, children=children, income=0) for children in (0, 1))
    assert [one.key for one in alone.assumed] == ["sum-assumed-minimum-unit", "sum-assumed-minimum-year"]
    assert [one.key for one in single.assumed] == ["sum-assumed-minimum-custody", *(one.key for one in alone.assumed)]
    assert {"sum-official-minimum", "sum-limit-minimum-work"} <= keys(alone)


@pytest.mark.parametrize("inputs", [{"ages": "18"}, {"adults": 0}, {"children": -1}, {"income": -1}])
def test_what_no_household_has_is_refused(inputs: dict[str, object]) -> None:
    with pytest.raises(BadSumInput):
        made("minimum_income", **{"adults": 1, "children": 1, "income": 100, **inputs})


@settings(max_examples=80)
@given(
    adults=st.integers(1, 8),
    children=st.integers(0, 8),
    income=st.decimals(0, 4000, places=2),
    more=st.decimals(0, 500, places=2),
)
def test_more_income_never_gives_more_and_who_lives_there_never_less(
    adults: int, children: int, income: Decimal, more: Decimal
) -> None:
    paid = worth(made("minimum_income", adults=adults, children=children, income=income))
    assert 0 <= paid <= Decimal("1775.31")
    assert worth(made("minimum_income", adults=adults, children=children, income=income + more)) <= paid
    assert worth(made("minimum_income", adults=adults, children=children + 1, income=income)) >= paid
