"""The sums there are, and the one door to them: what a sum asks for, what is missing, what it comes to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import ModuleType

from knowledge.content.calculations import Calculations
from tools.calculators import (
    birth_leave,
    children_complement,
    deadline,
    early_retirement,
    household_quota,
    incapacity_pension,
    minimum_income,
    orphans_pension,
    retirement_amount,
    retirement_date,
    self_employed_quota,
    sick_pay,
    unemployment,
    widows_pension,
)
from tools.calculators.inputs import Given, SumInput, read_input
from tools.calculators.rules import SumRules
from tools.calculators.sums import Missing, Sum
from tools.calculators.wages import NO_WAGES, Wages, of_a_month
from tools.errors import BadSumInput, UnknownSum


@dataclass(frozen=True, slots=True)
class Calculator:
    """A sum by its name. ``missing``: inputs that the ones given make necessary. ``tables``, ``amounts``: its rules.
    ``wages``: how its amounts may be told of two jobs, or by payment.
    """

    name: str
    inputs: tuple[SumInput, ...]
    run: Callable[[Given, SumRules], Sum]
    tables: tuple[str, ...]
    amounts: tuple[str, ...]
    missing: Callable[[Given], tuple[str, ...]] = lambda given: ()
    wages: Wages = NO_WAGES


def offered(calculations: Calculations) -> tuple[Calculator, ...]:
    """The sums that the rules of an administration are enough for."""
    return tuple(
        one
        for one in CALCULATORS.values()
        if calculations.tables.keys() >= set(one.tables) and calculations.amounts.keys() >= set(one.amounts)
    )


def calculator(name: str, rules: SumRules) -> Calculator:
    """The sum of that name, with the options that the administration has. Raises UnknownSum."""
    found = next((one for one in offered(rules.calculations) if one.name == name), None)
    if found is None:
        raise UnknownSum(name)
    return replace(found, inputs=tuple(_with_options(spec, rules) for spec in found.inputs))


def calculate(name: str, inputs: Mapping[str, object], rules: SumRules) -> Sum | Missing:
    """What the sum comes to, or the inputs it still needs, in the order to ask.

    Inputs are values of their kind, or text: 1650.50, 2026-12-01, 36y6m, an option. None is as not given. Raises
    UnknownSum, BadSumInput with the input and the reason, and SumNotKnown where the rules of that time are not here.
    """
    asked = calculator(name, rules)
    given = _read(asked, inputs, rules)
    if lacking := _lacking(asked, given):
        return Missing(name, lacking)
    wages = of_a_month(given, asked.wages, rules)
    made = asked.run(wages.given, rules)
    return replace(made, steps=(*wages.steps, *made.steps), assumed=(*wages.assumed, *made.assumed))


def _read(asked: Calculator, inputs: Mapping[str, object], rules: SumRules) -> Given:
    specs = {spec.name: spec for spec in asked.inputs}
    for name in inputs:
        if name not in specs:
            raise BadSumInput(name, "unknown")
    return {name: read_input(specs[name], raw, rules.today) for name, raw in inputs.items() if raw is not None}


def _lacking(asked: Calculator, given: Given) -> tuple[str, ...]:
    more = asked.missing(given)
    return tuple(
        spec.name
        for spec in asked.inputs
        if spec.name not in given
        and (spec.name in more or (spec.required and not any(other in given for other in spec.unless)))
    )


def _with_options(spec: SumInput, rules: SumRules) -> SumInput:
    """A choice without options of its own is one of the provinces that the rules name."""
    return replace(spec, options=rules.provinces) if spec.kind == "choice" and not spec.options else spec


def _calculator(module: ModuleType) -> Calculator:
    missing: Callable[[Given], tuple[str, ...]] = getattr(module, "missing", lambda given: ())
    wages: Wages = getattr(module, "WAGES", NO_WAGES)
    return Calculator(module.NAME, module.INPUTS, module.calculate, module.TABLES, module.AMOUNTS, missing, wages)


CALCULATORS: Mapping[str, Calculator] = {
    module.NAME: _calculator(module)
    for module in (
        retirement_date,
        early_retirement,
        retirement_amount,
        sick_pay,
        self_employed_quota,
        widows_pension,
        birth_leave,
        deadline,
        household_quota,
        children_complement,
        incapacity_pension,
        orphans_pension,
        minimum_income,
        unemployment,
    )
}
"""By name."""
