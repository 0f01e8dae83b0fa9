"""The rules of sums against the facts: what an amount names exists, in its unit, and the tables have no gap."""

from collections.abc import Collection
from datetime import date, timedelta
from itertools import pairwise

from knowledge.content.calculations import FOLDER, Calculations, TablePeriod
from knowledge.content.facts import FactTable
from knowledge.errors import ContentError


def check_calculations(calculations: Calculations, facts: FactTable, known: Collection[str]) -> list[ContentError]:
    """Mistakes. ``known``: ids of facts that are written, also of those with mistakes."""
    mistakes = []
    for amount in calculations.amounts.values():
        if amount.fact is None:
            continue
        fact = facts.get(amount.fact)
        if amount.fact not in known:
            problem = f"{amount.name}: unknown fact {amount.fact!r}"
            mistakes.append(ContentError(amount.file, amount.line, problem))
        elif fact is not None and fact.unit != amount.unit:
            problem = f"{amount.name}: the fact {amount.fact} is of unit {fact.unit}, not {amount.unit}"
            mistakes.append(ContentError(amount.file, amount.line, problem))
    for name, periods in calculations.tables.items():
        if _overlap(periods):
            mistakes.append(ContentError(FOLDER, None, f"{name}: two periods overlap"))
    return mistakes


def check_table_endings(calculations: Calculations, day: date, notice: int) -> list[ContentError]:
    """Tables that end within ``notice`` days and that no other period follows."""
    warnings = []
    for name, periods in calculations.tables.items():
        current = next((period for period in periods if period.validity.holds_on(day)), None)
        end = current.validity.valid_to if current else None
        if end is None or (end - day).days > notice:
            continue
        if not any(period.validity.holds_on(end + timedelta(days=1)) for period in periods):
            warnings.append(ContentError(FOLDER, None, f"{name} ends on {end} and no period follows"))
    return warnings


def _overlap(periods: tuple[TablePeriod, ...]) -> bool:
    ordered = sorted((period.validity for period in periods), key=lambda validity: validity.valid_from or date.min)
    return any((earlier.valid_to or date.max) >= (later.valid_from or date.min) for earlier, later in pairwise(ordered))
