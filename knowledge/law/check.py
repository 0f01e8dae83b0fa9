"""``isac law check``: what the references find in the norms that are held, and what lines say beyond their spans."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter

from knowledge.administration import Administration
from knowledge.cited import Doubt, LawReference
from knowledge.content.articles import FACT, ArticleLine
from knowledge.content.facts import FactTable, render_fact
from knowledge.content.references import References, UnitLines, is_stale
from knowledge.content.rendering import fill
from knowledge.content.yaml_entries import ONLY_KNOWN_KEYS, Problems, Text, read_table
from knowledge.errors import ContentError
from knowledge.law.agreement import Groups, SaidOf, compare, group
from knowledge.law.spans import FoundSpan, SpanState, document_of, find_span
from knowledge.law.store import LawStore
from knowledge.passages import UnitId

WHO = "references/who"
"""The file, or folder, with the people whom the law and our lines name differently."""
_PROBLEMS: Mapping[SpanState, str] = {
    "unsealed": "nobody has sealed it: isac law check --seal",
    "changed": "other words stand there now",
    "moved": "its words stand elsewhere now",
    "no_place": "there is no such article, paragraph or sentence",
    "not_in_force": "the article is not in force",
}
_CONTACT = ("phone", "url", "hours")
"""Units of what no law says: how to reach somebody."""
_STATES = ("found", "unsealed", "changed", "moved", "no_place", "not_in_force", "not_held", "stale")


@dataclass(frozen=True, slots=True)
class LawContent:
    """What is checked: references, the lines and facts that they are of, and whom the law names how."""

    administration: Administration
    references: References
    lines: UnitLines
    facts: FactTable
    groups: Groups


@dataclass(frozen=True, slots=True)
class LawReport:
    """``errors``: references that may not be cited as they are; ``findings``: what a person has to look at."""

    errors: tuple[ContentError, ...]
    findings: tuple[ContentError, ...]
    counts: Mapping[str, int]
    """References by what they found: ``found``, ``not_held``, ``stale`` and the states of spans."""


def check_law(content: LawContent, store: LawStore, day: date) -> LawReport:
    """Look every reference up and compare each line and fact with its spans."""
    checker = _Checker(content, store, day)
    errors: list[ContentError] = []
    findings: list[ContentError] = []
    for unit, listed in content.references.units.items():
        found = [checker.look_up(one, str(unit), content.lines.get(unit)) for one in listed]
        errors += [error for spans in found for error in spans.errors]
        findings += checker.compare_unit(unit, [one.span for one in found if one.span], listed)
    for fact_id, of_fact in content.references.facts.items():
        for one in of_fact:
            looked = checker.look_up(one.reference, f"fact {fact_id}", None)
            errors += looked.errors
            if looked.span:
                findings += checker.compare_fact(fact_id, one.since, one.reference, looked.span)
    counts = {state: checker.counts[state] for state in _STATES if checker.counts[state]}
    return LawReport(tuple(errors), tuple(findings), counts)


def load_groups(administration: Administration) -> tuple[Groups, Problems]:
    """``references/who.yaml``: the people that lines and law name, and every mistake in it."""
    problems = Problems()
    groups: dict[str, SaidOf] = {}
    for entry in read_table(administration.folder, WHO, problems):
        if (written := entry.parse(_GROUP, problems)) is not None:
            groups[entry.key] = group(written.lines, written.law)
    return groups, problems


@dataclass(frozen=True, slots=True)
class _WrittenGroup:
    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    lines: tuple[Text, ...]
    law: tuple[Text, ...]


_GROUP = TypeAdapter(_WrittenGroup)


@dataclass(frozen=True, slots=True)
class _LookedUp:
    span: FoundSpan | None = None
    errors: tuple[ContentError, ...] = ()


class _Checker:
    def __init__(self, content: LawContent, store: LawStore, day: date) -> None:
        self._content, self._store, self._day = content, store, day
        self.counts: Counter[str] = Counter()

    def look_up(self, reference: LawReference, subject: str, line: ArticleLine | None) -> _LookedUp:
        """The span, when a line may be compared with it; what keeps it from being cited."""
        if line is not None and is_stale(reference, line):
            self.counts["stale"] += 1
            return _LookedUp(errors=(_at(reference, subject, "the line has changed since it was read: read it again"),))
        norm = self._store.newest(reference.norm.id)
        if norm is None:
            self.counts["not_held"] += 1
            return _LookedUp()
        found = find_span(reference, norm, self._day)
        self.counts[found.state] += 1
        if found.state == "found":
            return _LookedUp(found)
        where = f" ({found.elsewhere})" if found.elsewhere else ""
        problem = f"{reference.norm.title}, {reference.place}: {_PROBLEMS[found.state]}{where}"
        return _LookedUp(found if found.state == "unsealed" else None, (_at(reference, subject, problem),))

    def compare_unit(
        self, unit: UnitId, spans: Sequence[FoundSpan], references: Sequence[LawReference]
    ) -> Iterator[ContentError]:
        """What the line says beyond its spans and those of its figures; only when all of its own are held."""
        line, language = self._content.lines.get(unit), self._content.administration.languages[0]
        if line is None or len(spans) < len(references):
            return
        text = fill(ArticleLine(line.number, self._without_contact(line)), language, self._content.facts, self._day)
        if text is None:
            return
        of_facts = list(self._spans_of_facts(line))
        around = " ".join(_around(one) for one in spans)
        accepted: set[Doubt] = {doubt for one in references for doubt in one.accepts}
        on_a_page: set[Doubt] = {"figure"} if unit in self._content.references.pages else set()
        findings = list(compare(text, [one.words for one in (*spans, *of_facts)], around, self._content.groups))
        for finding in findings:
            if finding.doubt not in accepted | on_a_page:
                yield _at(references[0], str(unit), f"{finding.doubt}: {finding.problem}")
        for doubt in sorted(accepted - {finding.doubt for finding in findings}):
            yield _at(references[0], str(unit), f"it accepts {doubt!r}, and the spans confirm the line: take that away")

    def compare_fact(
        self, fact_id: str, since: date | None, reference: LawReference, span: FoundSpan
    ) -> Iterator[ContentError]:
        """Whether the span says the value of the fact."""
        fact, language = self._content.facts.get(fact_id), self._content.administration.languages[0]
        text = render_fact(fact, since or self._day, language) if fact else None
        if text is None or "figure" in reference.accepts:
            return
        for finding in compare(text, [span.words], "", {}):
            if finding.doubt == "figure":
                yield _at(reference, f"fact {fact_id}", f"figure: {finding.problem}")

    def _without_contact(self, line: ArticleLine) -> str:
        facts = self._content.facts
        units = {fact_id: facts[fact_id].unit for fact_id in line.facts if fact_id in facts}
        return FACT.sub(lambda match: "" if units.get(match[1]) in _CONTACT else match[0], line.sentence)

    def _spans_of_facts(self, line: ArticleLine) -> Iterator[FoundSpan]:
        for fact_id in line.facts:
            period = self._content.facts.told_on(fact_id, self._day)
            begins = period.validity.valid_from if period else None
            for reference in self._content.references.of_fact(fact_id, begins):
                norm = self._store.newest(reference.norm.id)
                found = find_span(reference, norm, self._day) if norm else None
                if found and found.words:
                    yield found


def _around(span: FoundSpan) -> str:
    """What a reader sees of whom an article is about: the titles above it, and the article itself."""
    assert span.article is not None
    return " ".join((*span.article.within, document_of(span)))


def _at(reference: LawReference, subject: str, problem: str) -> ContentError:
    return ContentError(reference.file, reference.line, f"{subject}: {problem}")


def unreferenced(content: LawContent) -> Mapping[str, tuple[int, int]]:
    """By need: how many of its lines name what says them, and how many lines it has."""
    lines: dict[str, int] = defaultdict(int)
    named: dict[str, int] = defaultdict(int)
    for unit in content.lines:
        lines[unit.need] += 1
        named[unit.need] += unit in content.references.units or unit in content.references.pages
    return {need: (named[need], lines[need]) for need in sorted(lines)}
