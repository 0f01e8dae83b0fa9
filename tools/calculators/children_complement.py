"""What a pension is topped up by for children (LGSS 60), and what both come to: no highest pension limits it."""

from dataclasses import dataclass
from decimal import Decimal

from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import SumRules, stale_limits
from tools.calculators.sums import Sum, SumPhrase, SumValue, counted, money, told

NAME = "children_complement"
INPUTS = (
    SumInput("children", "count", bounds=(1, 20), asked="how-many-children"),
    SumInput("pension", "money", required=False, asked="own-pension"),
)
TABLES = ()
AMOUNTS = ("complement_child", "complement_most_children", "pension_payments")


@dataclass(frozen=True, slots=True)
class ComplementInput:
    """How many children were born alive or adopted before the pension, and the pension a month, where it is known."""

    children: int
    pension: Decimal | None = None


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs."""
    return children_complement(ComplementInput(given["children"], given.get("pension")), rules)


def children_complement(given: ComplementInput, rules: SumRules) -> Sum:
    """So much for each child, up to as many as the law counts."""
    each, most = rules.amount("complement_child", rules.today), rules.amount("complement_most_children", rules.today)
    counts = min(given.children, int(most.value))
    amount = each.value * counts
    values = {
        "children": counted("count", given.children),
        "each": money(each.value),
        "counts": counted("count", counts),
        "amount": money(amount),
        "payments": counted("count", rules.amount("pension_payments", rules.today).value),
    }
    steps = [each.source.step("sum-step-complement", **values)]
    if counts < given.children:
        steps.append(most.source.step("sum-step-complement-most", most=counted("count", most.value)))
    limits = (
        SumPhrase("sum-limit-complement-one"),
        *stale_limits(each.source),
        SumPhrase("sum-official-benefits"),
    )
    kind = "one" if given.children == 1 else "many" if counts == given.children else "most"
    assumed = (SumPhrase("sum-assumed-complement"),)
    result = SumPhrase(f"sum-complement-{kind}", values)
    if given.pension is not None:
        both: dict[str, SumValue] = {
            "complement": result,
            "pension": told(given.pension),
            "total": money(given.pension + amount),
        }
        result = SumPhrase("sum-complement-total", both)
    return Sum(NAME, money(Decimal(amount)), result, tuple(steps), limits, assumed)
