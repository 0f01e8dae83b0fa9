"""Tables of what a suite measures beside right and wrong, as the terminal and the page of results show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspect_ai.log import EvalLog

from evals.reporting.coverage import COLUMNS as COVERAGE_COLUMNS
from evals.reporting.coverage import MATTER_COLUMNS, by_matter, coverage
from evals.reporting.measures import COLUMNS, beside, in_every_language, measures_of, spoken_of


@dataclass(frozen=True, slots=True)
class MeasuredTable:
    """``about`` says what the figures are. ``drawn``: the page shows them as a picture too."""

    about: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    drawn: bool = False


def tables_of(log: EvalLog) -> list[MeasuredTable]:
    """Of the measures and of simpler methods; with points of dialogues, by confidence and by matter too."""
    measures = measures_of(log)
    points = [one for some in spoken_of(log).values() for one in some]
    columns, rows = beside(measures)
    tables = (
        MeasuredTable(
            "Per cent; the interval (95 %) is the wider of the exact one and of a bootstrap over dialogues.",
            COLUMNS,
            in_every_language(measures),
        ),
        MeasuredTable("Beside the simplest methods, all languages.", columns, rows),
        MeasuredTable(
            "Were it silent whenever its first suggestion is less sure; per cent, and how many of how many.",
            COVERAGE_COLUMNS,
            [one.cells() for one in coverage(points)] if points else [],
            drawn=True,
        ),
        MeasuredTable("Where a suggestion is due, by group of needs; per cent.", MATTER_COLUMNS, by_matter(points)),
    )
    return [table for table in tables if table.rows]
