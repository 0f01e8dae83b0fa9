"""The last day to answer a letter (Ley 39/2015, art. 30; LRJS 43.4 and 71).

Days are counted from the one after the notice, without Saturdays, Sundays and the public holidays that are known. A day
that does not count and is not known makes the real term longer, never shorter: what is told is the safe day. For the
same reason August and Christmas, which do not count in most lawsuits, are counted here, and that is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from knowledge.content.calculation_rows import DeadlineTerm
from tools.calculators.dates import add_months
from tools.calculators.inputs import Given, SumInput
from tools.calculators.rules import Source, SumRules
from tools.calculators.sums import Sum, SumPhrase, SumValue, counted, on
from tools.errors import BadSumInput

NAME = "deadline"
KINDS = (
    "prior_claim",
    "discharge_claim",
    "lawsuit",
    "discharge_lawsuit",
    "allegations_10",
    "allegations_15",
    "appeal",
    "decision",
)
"""``decision``: a letter of which nothing else is told, of an entity whose decisions a prior claim answers. What it
ends at where the letter is a discharge, which has the shortest term of those, is told with it.
"""
INPUTS = (
    SumInput("kind", "choice", options=KINDS),
    SumInput("notified", "date"),
    SumInput("province", "choice", required=False),
)
TABLES = ("deadlines",)
AMOUNTS = ()
_DAY = timedelta(days=1)
_AUGUST, _CHRISTMAS = 8, ((12, 24), (1, 6))


@dataclass(frozen=True, slots=True)
class DeadlineInput:
    """What is to be done, the day of the notice, and the province (INE code) whose holidays count besides."""

    kind: str
    notified: date
    province: str | None = None


@dataclass(slots=True)
class _Count:
    """Where the count stands, and the days that were skipped though they are no weekend."""

    day: date
    skipped: list[date] = field(default_factory=list)


def calculate(given: Given, rules: SumRules) -> Sum:
    """From inputs. Raises BadSumInput for a letter of the future."""
    if given["notified"] > rules.today:
        raise BadSumInput("notified", "future")
    unsaid = given["kind"] == "decision"
    kind = "prior_claim" if unsaid else given["kind"]
    found = deadline(DeadlineInput(kind, given["notified"], given.get("province")), rules)
    if not unsaid:
        return found
    sooner = deadline(DeadlineInput("discharge_claim", given["notified"], given.get("province")), rules)
    assert sooner.value is not None
    return replace(found, assumed=(SumPhrase("sum-assumed-decision", {"discharge": sooner.value}),))


def deadline(given: DeadlineInput, rules: SumRules) -> Sum:
    """The last day, and the holidays that were skipped."""
    table = rules.rows(DeadlineTerm, given.notified)
    term = next(row for row in table.rows if row.kind == given.kind)
    count = _Count(given.notified)
    if term.unit == "months":
        count.day = add_months(given.notified, term.number)
    else:
        for _ in range(term.number):
            count.day += _DAY
            _to_working_day(count, given, rules)
    _to_working_day(count, given, rules)
    late = count.day < rules.today
    values: dict[str, SumValue] = {"date": on(count.day), "count": counted("count", term.number)}
    result = SumPhrase(f"sum-deadline-{'over-' if late else ''}{term.unit}".replace("_", "-"), values)
    term_step = Source(term.norm, term.article).step(f"sum-step-deadline-{term.unit}".replace("_", "-"), **values)
    steps = [term_step]
    if count.skipped:
        days = tuple(SumPhrase("sum-deadline-day", {"date": on(day)}) for day in count.skipped)
        steps.append(table.source.step("sum-step-deadline-skipped", days=days))
    return Sum(NAME, on(count.day), result, tuple(steps), tuple(_limits(given, term, count.day)))


def _to_working_day(count: _Count, given: DeadlineInput, rules: SumRules) -> None:
    """Forward to the first day that counts, this one included."""
    while (weekend := count.day.weekday() >= 5) or rules.is_holiday(given.province, count.day):
        if not weekend:
            count.skipped.append(count.day)
        count.day += _DAY


def _limits(given: DeadlineInput, term: DeadlineTerm, last: date) -> Iterator[SumPhrase]:
    yield SumPhrase("sum-limit-deadline-local" if given.province else "sum-limit-deadline-regional")
    if term.counted_in == "court" and any(_is_court_holiday(day) for day in _days(given.notified, last)):
        yield SumPhrase("sum-limit-deadline-court")
    yield SumPhrase("sum-limit-deadline-letter")


def _days(first: date, last: date) -> Iterator[date]:
    return (first + number * _DAY for number in range((last - first).days + 1))


def _is_court_holiday(day: date) -> bool:
    """August, and from 24 December to 6 January (LRJS 43.4)."""
    return day.month == _AUGUST or (day.month, day.day) >= _CHRISTMAS[0] or (day.month, day.day) <= _CHRISTMAS[1]
