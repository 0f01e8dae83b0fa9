"""What an orphan's pension is of the base of who died (Decreto 3158/1966, art. 36.1; LGSS 229.1).

The pension is rounded to the cent.
"""

from decimal import Decimal

from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import SumRules
from tools.calculators.sums import Sum, SumPhrase, cents, counted, money, percent, told

NAME = "orphans_pension"
INPUTS = (
    SumInput("base", "money", unless=("pension",), asked="deceased-base"),
    SumInput("pension", "money", required=False, asked="deceased-pension"),
)
TABLES = ()
AMOUNTS = ("orphan_percent", "pension_payments")


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs: a base goes before a pension."""
    return orphans_pension(given.get("base", given.get("pension")), rules, is_pension="base" not in given)


def orphans_pension(base: Decimal, rules: SumRules, *, is_pension: bool = False) -> Sum:
    """Of each child. ``is_pension``: the pension of who died is all that is known."""
    share = rules.amount("orphan_percent", rules.today)
    amount = cents(base * share.value / 100)
    values = {"base": money(base), "percent": percent(share.value), "amount": money(amount)}
    step = share.source.step("sum-step-widow", **values)
    payments = counted("count", rules.amount("pension_payments", rules.today).value)
    kind = "pension" if is_pension else "base"
    result = SumPhrase(f"sum-orphan-result-{kind}", {**values, "base": told(base), "payments": payments})
    assumed = () if is_pension else (SumPhrase("sum-assumed-average-base"),)
    limits = [SumPhrase(f"sum-limit-orphan-{one}") for one in ("together", "alone", "minimum")]
    return Sum(NAME, money(amount), result, (step,), (*limits, SumPhrase("sum-official-benefits")), assumed)
