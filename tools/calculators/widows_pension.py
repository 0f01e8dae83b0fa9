"""What a widow's or widower's pension is of its base (Decreto 3158/1966, art. 31; RD 900/2018).

The pension is rounded to the cent.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from knowledge.content.calculation_rows import WidowPercentage
from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import Source, SumRules, stale_limits
from tools.calculators.sums import Sum, SumPhrase, cents, counted, money, percent, told

NAME = "widows_pension"
WidowCase = Literal["general", "older", "dependants"]
INPUTS = (
    SumInput("base", "money", unless=("pension",), asked="deceased-base"),
    SumInput("pension", "money", required=False, asked="deceased-pension"),
    SumInput("case", "choice", required=False, options=("general", "older", "dependants")),
)
TABLES = ("widow_percentages",)
AMOUNTS = ("pension_highest", "pension_payments")


@dataclass(frozen=True, slots=True)
class WidowInput:
    """The deceased's regulatory base a month, or the pension where that alone is known."""

    amount: Decimal
    is_pension: bool = False
    case: WidowCase = "general"


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs: a base goes before a pension."""
    assumed: tuple[SumPhrase, ...] = () if "case" in given else (SumPhrase("sum-assumed-widow-general"),)
    assumed += (SumPhrase("sum-assumed-average-base"),) if "base" in given else ()
    amount = given.get("base", given.get("pension"))
    return widows_pension(WidowInput(amount, "base" not in given, given.get("case", "general")), rules, assumed)


def widows_pension(given: WidowInput, rules: SumRules, assumed: tuple[SumPhrase, ...] = ()) -> Sum:
    """The percentage of the case. That of who has children also takes a low income, which nobody is asked for: it is
    told beside the general one.
    """
    rows = {row.case: row for row in rules.rows(WidowPercentage, rules.today).rows}
    highest = rules.amount("pension_highest", rules.today)
    told_cases: tuple[WidowCase, ...] = ("general", "dependants") if given.case == "dependants" else (given.case,)
    shares = {case: cents(given.amount * rows[case].percent / 100) for case in told_cases}
    steps = [
        Source(rows[case].norm, rows[case].article).step(
            "sum-step-widow", base=money(given.amount), percent=percent(rows[case].percent), amount=money(share)
        )
        for case, share in shares.items()
    ]
    paid = {case: min(share, highest.value) for case, share in shares.items()}
    said = {
        "base": told(given.amount), "percent": percent(rows[given.case].percent), "amount": money(paid[given.case]),
        "payments": counted("count", rules.amount("pension_payments", rules.today).value),
    }  # fmt: skip
    limits = [SumPhrase("sum-limit-widow-pension")] if given.is_pension else []
    if given.case == "dependants":
        said |= {"general_percent": percent(rows["general"].percent), "general_amount": money(paid["general"])}
        result = SumPhrase("sum-widow-result-dependants", said)
    else:
        result = SumPhrase(f"sum-widow-result-{'pension' if given.is_pension else 'base'}", said)
        limits.append(SumPhrase(f"sum-limit-widow-{given.case}"))
    if shares[given.case] > highest.value:
        steps.append(highest.source.step("sum-step-pension-highest", highest=money(highest.value)))
    limits.append(SumPhrase("sum-limit-widow-minimum"))
    limits += [*stale_limits(highest.source), SumPhrase("sum-official-benefits")]
    return Sum(NAME, money(paid[given.case]), result, tuple(steps), tuple(limits), assumed)
