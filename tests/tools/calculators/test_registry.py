"""One door: what is missing is asked in order and no more; names of an administration are not in the code."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.content.calculations import Calculations
from knowledge.content.fact_values import YearsMonths
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.tools.calculators.conftest import made, rules_on, worth
from tools.calculators import rules as rules_module
from tools.calculators.inputs import SumInput, read_input
from tools.calculators.registry import CALCULATORS, calculate, calculator, offered
from tools.calculators.rules import SumRules, no_holidays
from tools.calculators.sums import Missing
from tools.errors import BadSumInput, SumNotKnown, UnknownSum
from tools.places.table import load_provinces

CODE = Path(rules_module.__file__).parent

# sum, what is known, what is asked next, in order
MISSING = [
    ("sick_pay", {}, ("base", "cause")),
    ("sick_pay", {"base": 1500, "days": 9}, ("cause",)),
    ("sick_pay", {"base": 1500, "cause": "work", "last_day": "2026-11-02"}, ("first_day",)),
    ("sick_pay", {"base": 1500, "first_day": "2026-11-02"}, ("cause",)),
    ("sick_pay", {"base": None, "cause": "work", "days": 3}, ("base",)),
    ("retirement_date", {}, ("born", "contributed")),
    ("early_retirement", {"contributed": "36y"}, ("born",)),
    ("retirement_amount", {"contributed": "36y"}, ("base",)),
    ("retirement_amount", {"monthly_base": 2300}, ("contributed",)),
    ("self_employed_quota", {}, ("income",)),
    ("widows_pension", {}, ("base",)),
    ("unemployment", {}, ("base",)),
    ("unemployment", {"children": 2}, ("base",)),
    ("birth_leave", {}, ("child_birth",)),
    ("minimum_income", {}, ("adults", "children", "income")),
    ("minimum_income", {"people": 4, "ages": "2,7"}, ("income",)),
    ("minimum_income", {"people": 2, "children": 2, "income": 0}, ("adults",)),
    ("deadline", {"notified": "2026-11-02"}, ("kind",)),
]


@pytest.mark.parametrize(("name", "inputs", "missing"), MISSING)
def test_what_is_missing_is_told_in_the_order_to_ask(
    name: str, inputs: Mapping[str, object], missing: tuple[str, ...], rules: SumRules
) -> None:
    assert calculate(name, inputs, rules) == Missing(name, missing)


def test_typed_values_and_text_come_to_the_same() -> None:
    typed = made("early_retirement", born=date(1963, 6, 15), contributed=YearsMonths(37, 6), base=Decimal(2000))
    text = made("early_retirement", born="1963-06-15", contributed="37y6m", base="2000")
    assert typed == text
    assert worth(made("widows_pension", base=1000.5)) == Decimal("520.26")


@pytest.mark.parametrize(
    ("raw", "span"),
    [
        ("36y6m", YearsMonths(36, 6)),
        ("36y", YearsMonths(36, 0)),
        ("438m", YearsMonths(36, 6)),
        ("36", YearsMonths(36, 0)),
        (36, YearsMonths(36, 0)),
        ("36Y 6M", YearsMonths(36, 6)),
    ],
)
def test_a_time_is_written_in_years_and_months(raw: object, span: YearsMonths) -> None:
    assert read_input(SumInput("contributed", "duration"), raw, date(2026, 12, 1)) == span


@pytest.mark.parametrize(
    ("kind", "raw", "reason"),
    [
        ("duration", "", "not-a-duration"),
        ("duration", 3.5, "not-a-duration"),
        ("duration", True, "not-a-duration"),
        ("money", "NaN", "not-a-number"),
        ("money", "Infinity", "not-a-number"),
        ("money", True, "not-a-number"),
        ("money", "1.650,50", "not-a-number"),
        ("percent", 101, "too-much"),
        ("date", 20261201, "not-a-date"),
        ("date", "2026-13-01", "no-such-day"),
        ("date", "1800-01-01", "too-far"),
        ("count", "2,5", "not-a-number"),
        ("ages", "2,x", "not-a-number"),
        ("ages", "2,7.5", "not-whole"),
    ],
)
def test_an_input_that_is_none_says_why(kind: str, raw: object, reason: str) -> None:
    with pytest.raises(BadSumInput) as refused:
        read_input(SumInput("it", kind), raw, date(2026, 12, 1))  # type: ignore[arg-type]
    assert refused.value.reason == reason


def test_a_sum_that_is_not_offered_is_unknown(rules: SumRules) -> None:
    with pytest.raises(UnknownSum):
        calculate("lottery", {}, rules)


def test_an_administration_without_rules_offers_no_sums() -> None:
    bare = SumRules(Calculations(), shipped.facts(), date(2026, 12, 1))
    assert offered(bare.calculations) == ()
    with pytest.raises(UnknownSum):
        calculate("sick_pay", {}, bare)
    assert {one.name for one in offered(shipped.calculations())} == set(CALCULATORS)


def test_every_sum_uses_rules_that_it_declares(rules: SumRules) -> None:
    """What a sum does not declare would be missed only when it is made."""
    for one in CALCULATORS.values():
        kept = Calculations(
            {name: rules.calculations.tables[name] for name in one.tables},
            {name: rules.calculations.amounts[name] for name in one.amounts},
            rules.calculations.norms,
        )
        alone = SumRules(kept, rules.facts, rules.today, no_holidays)
        for inputs in EXAMPLES[one.name]:
            assert not isinstance(calculate(one.name, inputs, alone), Missing)


EXAMPLES: Mapping[str, list[dict[str, object]]] = {
    "sick_pay": [{"base": 9000, "cause": "common", "days": 29}, {"base": 1, "cause": "work", "days": 29}],
    "self_employed_quota": [
        {"income": 9, "deduction": "general", "flat_rate": "yes"}, {"income": 9, "deduction": "company"},
    ],
    "retirement_date": [{"born": "1963-06-15", "contributed": "36y"}],
    "early_retirement": [
        {"born": "1963-06-15", "contributed": "37y6m", "base": base, "ending": ending}
        for base in (900, 2000, 5000) for ending in ("voluntary", "involuntary")
    ],
    "retirement_amount": [{"contributed": "30y", "monthly_base": 9000, "delay": "2y7m"}],
    "widows_pension": [{"pension": 9000}],
    "orphans_pension": [{"base": 1600}],
    "unemployment": [
        {"base": base, "contributed": "3y", "children": some} for base in (600, 3000) for some in (0, 1, 2)
    ],
    "birth_leave": [{"child_birth": "2026-11-01", "parents": "two", "base": 9000}],
    "deadline": [{"kind": "prior_claim", "notified": "2026-11-20"}],
    "household_quota": [{"pay": 480}, {"pay": 2000, "contract": "temporary"}],
    "children_complement": [{"children": 1}, {"children": 6}],
    "minimum_income": [
        {"adults": adults, "ages": ages, "income": 600} for adults in (1, 2, 5) for ages in ("2,4,7", "2,4", "17", ())
    ] + [
        {"adults": 2, "income": income, **children}
        for income in (600, 1500) for children in ({"children": 1}, {"children": 2}, {"ages": "4"})
    ],
    "incapacity_pension": [
        {"base": base, "degree": degree}
        for base in (1350, 9000) for degree in ("partial", "total", "qualified", "absolute", "severe")
    ] + [{"monthly_base": 1750, "degree": "total"}],
}  # fmt: skip


def test_rules_of_a_time_that_is_not_here_are_not_made_up() -> None:
    with pytest.raises(SumNotKnown):
        calculate("self_employed_quota", {"income": 1000}, rules_on(date(2020, 1, 1)))


def test_a_choice_of_provinces_comes_from_the_rules(rules: SumRules) -> None:
    province = next(spec for spec in calculator("deadline", rules).inputs if spec.name == "province")
    assert "28" in province.options
    assert len(province.options) == 52


def test_the_code_of_sums_names_nothing_of_an_administration() -> None:
    needs = [path.name.removesuffix(".yaml") for path in (SEGURIDAD_SOCIAL.folder / "needs").iterdir()]
    places = [province.names["es"] for province in load_provinces().values()]
    banned = [*needs, *SEGURIDAD_SOCIAL.units, *SEGURIDAD_SOCIAL.official_sites, *places, "seguridad_social", "BOE-A-"]
    found = {
        (path.name, word)
        for path in CODE.glob("*.py")
        for word in banned
        if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", path.read_text(encoding="utf-8")) and len(word) > 3
    }
    assert found == set()
