"""Dates in figures: 20/12, 20-12-2026, 20.12.26, 2026-12-20."""

import re
from collections.abc import Iterator
from datetime import date

from tools.reading.dates.atoms import DayPhrase, dated, full_year
from tools.reading.dates.grammar import DateGrammar
from tools.reading.dates.spans import Days

_ISO = re.compile(r"(?<![\d/.-])(20\d\d|19\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])")
_NUMERIC = re.compile(r"(?<![\d/.,:-])(\d{1,2})\s?([/.-])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2}))?(?![\d/:%€-]|[.,]\d)")


def numeric_dates(text: str, grammar: DateGrammar, today: date) -> Iterator[DayPhrase]:
    """In order; without periods when there is no such day."""
    for match in _ISO.finditer(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
        yield _phrase(match, day, month, dated(day, month, year, today), 0.99)
    for match in _NUMERIC.finditer(text):
        if match[2] != "/" and not match[4] and not _led(text, match, grammar):
            continue
        year_read = int(match[4]) if match[4] else None
        if year_read is not None and year_read < 100:
            year_read = full_year(year_read, today)
        first, second = int(match[1]), int(match[3])
        # Day first, as everybody here writes it, unless that cannot be.
        periods = dated(first, second, year_read, today)
        if not periods and second > 12:
            first, second, periods = second, first, dated(second, first, year_read, today)
        yield _phrase(match, first, second, periods, 0.95)


def _phrase(match: re.Match[str], day: int, month: int, periods: tuple[Days, ...], confidence: float) -> DayPhrase:
    return DayPhrase("numeric", {"day": day, "month": month}, periods, *match.span(), confidence)


def _led(text: str, match: re.Match[str], grammar: DateGrammar) -> bool:
    """Without a year, "20-12" and "20.12" are amounts and hours too: an article before them, or nothing else, says."""
    before = text[: match.start()]
    alone = not re.search(r"\w", before + text[match.end() :])
    # No hour goes over 24, and none is written "17-2": alone, those are days.
    told = match[2] == "-" or int(match[1]) > 24
    return (alone and told) or bool(grammar.articles.search(before))
