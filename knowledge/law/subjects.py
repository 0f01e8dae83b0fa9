"""Our lines and facts, and what of the law stands behind each."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.cited import LawReference
from knowledge.content.references import References


@dataclass(frozen=True, slots=True)
class SubjectReference:
    """A reference and what it supports, as an author is told of it: a line of an article, or a fact."""

    subject: str
    reference: LawReference


def subjects(references: References) -> Iterator[SubjectReference]:
    """Every reference with its line or fact."""
    for unit, listed in references.units.items():
        yield from (SubjectReference(str(unit), one) for one in listed)
    for fact_id, of_fact in references.facts.items():
        for one in of_fact:
            since = f" since {one.since}" if one.since else ""
            yield SubjectReference(f"fact {fact_id}{since}", one.reference)
