"""What a sick leave pays, day range by day range (LGSS 171-173, 251, 321; Decreto 3158/1966, art. 2; RD 53/1980).

Of a common illness, once the contract is over, what unemployment would pay (LGSS 270.1-2 and 283.1); its highest and
lowest amounts depend on the IPREM of the year and on the children, and are told, not computed.

The base of a day and the pay of a day are rounded to the cent, as they are paid; ranges multiply the pay of a day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from knowledge.content.calculation_rows import Cause, IncomeBand, Regime, SickPayDays
from tools.calculators.dates import month_of
from tools.calculators.household_quota import band_of_pay
from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import LawAmount, Source, SumRules, stale_limits
from tools.calculators.sums import Sum, SumPhrase, SumStep, cents, counted, money, percent, told
from tools.calculators.wages import JOBS_HIGHEST, OTHER_JOB, PAYMENTS, Wages
from tools.errors import BadSumInput, SumNotKnown

NAME = "sick_pay"
INPUTS = (
    SumInput("base", "money", required=False, asked="sick-base"),
    SumInput("cause", "choice", options=("common", "work")),
    SumInput("days", "days", required=False, bounds=(1, 730)),
    SumInput("first_day", "date", required=False),
    SumInput("last_day", "date", required=False),
    SumInput("from_day", "days", required=False, bounds=(1, 730)),
    SumInput("month", "date", required=False),
    SumInput("regime", "choice", required=False, options=("employee", "self_employed", "household")),
    SumInput("wage", "money", required=False),
    SumInput("flat_rate", "choice", required=False, options=("yes", "no")),
    SumInput("after_contract", "choice", required=False, options=("yes", "no")),
    OTHER_JOB,
    PAYMENTS,
)
TABLES = ("sick_pay_days", "self_employed_bands", "household_bands")
AMOUNTS = (
    *("sick_base_days", "sick_minimum_days", "sick_longest_days", "contribution_base_highest"),
    *("sick_ended_first", "sick_ended_later", "sick_ended_days", JOBS_HIGHEST),
)
WAGES = Wages(joined=("base", "wage"), paid=("wage",), highest=JOBS_HIGHEST)
_MONTH = 30
_EXTENDED_AFTER = 365


@dataclass(frozen=True, slots=True)
class SickPayInput:
    """The contribution base of the month before, and the days of the leave to be paid, counted from its first day."""

    base: Decimal
    cause: Cause
    first: int
    last: int
    regime: Regime = "employee"
    open: bool = False
    """Its last day is not known: what a day pays is told, and no total."""


@dataclass(frozen=True, slots=True)
class _Range:
    row: SickPayDays
    first: int
    last: int
    daily: Decimal

    @property
    def days(self) -> int:
        return self.last - self.first + 1

    @property
    def amount(self) -> Decimal:
        return self.daily * self.days


def missing(given: Given) -> tuple[str, ...]:
    """The base, where nothing tells it: what the self-employed earn does not. The first day, of who gave only the last
    one, or the month to be paid.
    """
    based = "base" in given or _flat(given) or ("wage" in given and given.get("regime") != "self_employed")
    dated = not given.keys() & {"last_day", "month"} or "first_day" in given
    return (*(() if based else ("base",)), *(() if dated else ("first_day",)))


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs. Raises BadSumInput when the days cannot be; SumNotKnown of two jobs of which not both are for
    others, or of two houses whose bases are not told: those are not added.
    """
    apart = given.get("regime") == "self_employed" or (given.get("regime") == "household" and "base" not in given)
    if "other_job" in given and apart:
        raise SumNotKnown("other_job")
    base, regime, assumed = _base(given, rules)
    if given.get("after_contract") == "yes" and given["cause"] == "common" and regime != "self_employed":
        return _ended(base, rules, assumed)
    longest = int(rules.amount("sick_longest_days", rules.today).value)
    if not given.keys() & {"days", "last_day", "from_day", "month"}:
        asked = SickPayInput(base, given["cause"], 1, _EXTENDED_AFTER, regime, open=True)
        return sick_pay(asked, rules, assumed)
    first, last = _days(given, longest)
    if "from_day" in given and "month" not in given and last - first + 1 == _MONTH and "last_day" not in given:
        assumed += () if "days" in given else (SumPhrase("sum-assumed-month", {"days": counted("days", _MONTH)}),)
    if last < first or last > longest:
        names = ("last_day", "days", "month", "from_day")
        raise BadSumInput(next(name for name in names if name in given), "too-much")
    return sick_pay(SickPayInput(base, given["cause"], first, last, regime), rules, assumed)


def _flat(given: Given) -> bool:
    """Whether one is self-employed with the flat rate."""
    return given.get("flat_rate") == "yes" and given.get("regime", "self_employed") == "self_employed"


def _base(given: Given, rules: SumRules) -> tuple[Decimal, Regime, tuple[SumPhrase, ...]]:
    """The base, the kind of work and what was taken for granted: the wage is no base, that of household work gives one
    by its band, and with the flat rate of the self-employed it is the lowest one of the general table, whatever they
    earn (LETA 38 ter.5).
    """
    if _flat(given):
        lowest = next(row for row in rules.rows(IncomeBand, rules.today).rows if row.table == "general").base_lowest
        return lowest, "self_employed", (SumPhrase("sum-assumed-flat-base", {"base": money(lowest)}),)
    if "base" not in given and given.get("regime") == "household":
        base = band_of_pay(given["wage"], rules).base
        return base, "household", (SumPhrase("sum-assumed-household-base", {"base": money(base)}),)
    employee = () if "regime" in given else (SumPhrase("sum-assumed-employee"),)
    wage = () if given.keys() & {"base", "payments"} else (SumPhrase("sum-assumed-wage"),)
    return given.get("base", given.get("wage")), given.get("regime", "employee"), (*employee, *wage)


def _days(given: Given, longest: int) -> tuple[int, int]:
    """The first and the last day of the leave to be paid, counted from its beginning."""
    first = given.get("from_day", 1)
    if "last_day" in given and "days" not in given:
        last = (given["last_day"] - given["first_day"]).days + 1
        if last < 1:
            raise BadSumInput("last_day", "order")
    else:
        last = first + given.get("days", _MONTH) - 1
    if "month" not in given:
        return first, last
    begins, ends = month_of(given["month"])
    from_first, until = ((day - given["first_day"]).days + 1 for day in (begins, ends))
    if until < 1:
        raise BadSumInput("first_day", "order")
    told = given.keys() & {"days", "last_day"} and last >= from_first  # a leave told to end before that month goes on
    return max(1, from_first), min(last, until, longest) if told else min(until, longest)


def sick_pay(given: SickPayInput, rules: SumRules, assumed: tuple[SumPhrase, ...] = ()) -> Sum:
    """What is paid from a day of the leave to another."""
    table = rules.rows(SickPayDays, rules.today)
    divisor = rules.amount("sick_base_days", rules.today)
    highest = rules.amount("contribution_base_highest", rules.today)
    base = min(given.base, highest.value)
    daily = cents(base / divisor.value)
    ranges = list(_ranges(table.rows, given, daily))
    total = sum((one.amount for one in ranges), Decimal(0))
    steps = [*_capped(given.base, highest)]
    steps.append(
        divisor.source.step(
            "sum-step-base-day", base=money(base), days=counted("count", divisor.value), daily=money(daily)
        )
    )
    steps += [] if given.open else [_step(one) for one in ranges]
    limits = (*_limits(given, rules), *stale_limits(highest.source), SumPhrase("sum-official-benefits"))
    value = None if given.open else money(total)
    return Sum(NAME, value, _result(given, base, total, ranges), tuple(steps), limits, assumed)


def _ended(base: Decimal, rules: SumRules, assumed: tuple[SumPhrase, ...]) -> Sum:
    """What a month pays once the contract is over, at first and later."""
    first, later = rules.amount("sick_ended_first", rules.today), rules.amount("sick_ended_later", rules.today)
    days = counted("days", rules.amount("sick_ended_days", rules.today).value)
    amounts = [cents(base * one.value / 100) for one in (first, later)]
    steps = [
        one.source.step(
            f"sum-step-sick-ended-{name}",
            base=money(base),
            percent=percent(one.value),
            amount=money(amount),
            days=days,
        )
        for name, one, amount in zip(("first", "later"), (first, later), amounts, strict=True)
    ]
    values = {
        "base": told(base),
        "days": days,
        "first": money(amounts[0]),
        "first_percent": percent(first.value),
        "later": money(amounts[1]),
        "later_percent": percent(later.value),
    }
    limits = (SumPhrase("sum-limit-sick-ended"), SumPhrase("sum-official-benefits"))
    return Sum(NAME, money(amounts[0]), SumPhrase("sum-sick-pay-ended", values), tuple(steps), limits, assumed)


def _capped(base: Decimal, highest: LawAmount) -> Iterator[SumStep]:
    """That a base above the highest one counts as that."""
    if base > highest.value:
        yield highest.source.step("sum-step-base-highest", base=money(base), highest=money(highest.value))


def _ranges(rows: Iterable[SickPayDays], given: SickPayInput, daily: Decimal) -> Iterator[_Range]:
    for row in rows:
        if (row.cause, row.regime) != (given.cause, given.regime):
            continue
        first, last = max(row.first, given.first), min(row.last or given.last, given.last)
        if first <= last:
            yield _Range(row, first, last, cents(daily * (row.percent or 0) / 100))


def _step(one: _Range) -> SumStep:
    source, days = Source(one.row.norm, one.row.article), {"first": counted("count", one.first)}
    single = "-day" if one.first == one.last else ""
    if not single:
        days["last"] = counted("count", one.last)
    if one.row.percent is None:
        return source.step(f"sum-step-sick-{one.row.payer}{single}", **days)
    return source.step(
        f"sum-step-sick-paid{single}",
        **days,
        percent=percent(one.row.percent),
        daily=money(one.daily),
        amount=money(one.amount),
        payer=SumPhrase(f"sum-payer-{one.row.payer}".replace("_", "-")),
    )


def _result(given: SickPayInput, base: Decimal, total: Decimal, ranges: list[_Range]) -> SumPhrase:
    paid = [one for one in ranges if one.row.percent]
    if not paid:
        return SumPhrase(f"sum-sick-pay-nothing-{given.cause}")
    parts = []
    for share, same in groupby(paid, key=lambda one: one.row.percent):
        run = list(same)
        values = {"daily": money(run[0].daily), "percent": percent(share or Decimal(0))}
        values["first"] = counted("count", run[0].first)
        single, to_the_end = run[0].first == run[-1].last, given.open and run[-1] is paid[-1]
        if not (single or to_the_end):
            values["last"] = counted("count", run[-1].last)
        kind = "-from" if to_the_end else "-day" if single else ""
        parts.append(SumPhrase(f"sum-sick-pay-part{kind}", values))
    if given.open:
        month = sum(
            (one.daily * (min(one.last, _MONTH) - one.first + 1) for one in ranges if one.first <= _MONTH), Decimal(0)
        )
        first_month = {"days": counted("days", _MONTH), "month": money(month)}
        return SumPhrase("sum-sick-pay-daily", {"base": told(base), "parts": tuple(parts), **first_month})
    return SumPhrase("sum-sick-pay-result", {"base": told(base), "total": money(total), "parts": tuple(parts)})


def _limits(given: SickPayInput, rules: SumRules) -> Iterator[SumPhrase]:
    if given.cause == "common":
        days = rules.amount("sick_minimum_days", rules.today).value
        yield SumPhrase("sum-limit-sick-contributed", {"days": counted("days", days)})
    else:
        yield SumPhrase("sum-limit-sick-work-base")
    if given.regime == "self_employed":
        yield SumPhrase("sum-limit-sick-self-employed")
    else:
        yield SumPhrase("sum-limit-sick-agreement")
        yield SumPhrase("sum-limit-sick-part-time")
    if given.last > _EXTENDED_AFTER:
        yield SumPhrase("sum-limit-sick-extended", {"days": counted("days", _EXTENDED_AFTER)})
