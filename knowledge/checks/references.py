"""The rules of references, without the texts of the law: what they name exists, our lines stand as they were read."""

from collections.abc import Collection

from knowledge.cited import LawReference
from knowledge.content.facts import FactTable
from knowledge.content.references import References, UnitLines, digest_of_line, is_stale
from knowledge.errors import ContentError
from knowledge.passages import UnitId


def check_lines_named(references: References, lines: UnitLines, sources: Collection[str]) -> list[ContentError]:
    """Lines and official sources that do not exist. ``sources``: ids that are written, also of those with mistakes."""
    pages = [(unit, page) for unit, listed in references.pages.items() for page in listed]
    places = [(unit, page.file, page.line) for unit, page in pages]
    places += [(unit, one.file, one.line) for unit, listed in references.units.items() for one in listed]
    mistakes = [
        ContentError(file, line, f"there is no line {unit}") for unit, file, line in places if unit not in lines
    ]
    return mistakes + [
        ContentError(page.file, page.line, f"unknown source {page.source!r}")
        for _, page in pages
        if page.source not in sources
    ]


def check_facts_named(references: References, facts: FactTable, known: Collection[str]) -> list[ContentError]:
    """Facts and periods that do not exist. ``known``: ids of facts that are written, also of those with mistakes."""
    mistakes = []
    for fact_id, of_fact in references.facts.items():
        begins = {period.validity.valid_from for period in facts[fact_id].periods} if fact_id in facts else set()
        for one in of_fact:
            if fact_id not in known:
                mistakes.append(_at(one.reference, f"unknown fact {fact_id!r}"))
            elif fact_id in facts and one.since is not None and one.since not in begins:
                mistakes.append(_at(one.reference, f"{fact_id} has no period that begins on {one.since}"))
    return mistakes


def check_reread(references: References, lines: UnitLines) -> list[ContentError]:
    """Lines that are not cited with their reference because they have changed, or moved, since they were read."""
    places = {(unit.need, unit.aspect, digest_of_line(line)): unit for unit, line in lines.items()}
    return [
        _at(reference, _changed(unit, places.get((unit.need, unit.aspect, reference.read))))
        for unit, listed in references.units.items()
        for reference in listed
        if unit in lines and is_stale(reference, lines[unit])
    ]


def _changed(unit: UnitId, now: UnitId | None) -> str:
    if now is not None:
        return f"the line that was read is {now} now: move the heading"
    return f"{unit} has changed since it was read against the law: read it again, take its seal away and seal it"


def _at(reference: LawReference, problem: str) -> ContentError:
    return ContentError(reference.file, reference.line, problem)
