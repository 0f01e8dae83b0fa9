"""The rules of facts and sources: known, checked not long ago, still in force next month, used somewhere."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from knowledge.content.articles import Article
from knowledge.content.fact_values import Value
from knowledge.content.facts import Fact, FactTable, Period
from knowledge.content.formulas import MONEY, parse_formula, terms_of
from knowledge.content.needs import Catalogue
from knowledge.content.references import References
from knowledge.content.sources import Sources
from knowledge.errors import ContentError

CHECKED_WITHIN_DAYS = 180
NOTICE_DAYS = 30
"""An author hears this long before that a fact ends."""


def check_fact_sources(facts: FactTable, sources: Collection[str]) -> list[ContentError]:
    """Every period names a source of the register."""
    return [
        ContentError(fact.file, fact.line, f"{fact.id}: unknown source {period.source!r}")
        for fact in facts.values()
        for period in fact.periods
        if period.source not in sources
    ]


def check_age(facts: FactTable, day: date) -> list[ContentError]:
    """Facts in force that nobody has looked at for long: the first of each source, and how many more there are."""
    old: dict[str, list[tuple[Fact, Period]]] = defaultdict(list)
    for fact in facts.values():
        if (current := fact.on(day)) and (day - current.checked).days > CHECKED_WITHIN_DAYS:
            old[current.source].append((fact, current))
    return [
        ContentError(
            fact.file,
            fact.line,
            f"{fact.id} was last checked on {period.checked}, more than half a year ago{_more(listed)}",
        )
        for listed in old.values()
        for fact, period in [listed[0]]
    ]


def _more(listed: Sequence[tuple[Fact, Period]]) -> str:
    return f", as were {len(listed) - 1} more of {listed[0][1].source}" if len(listed) > 1 else ""


def check_endings(facts: FactTable, day: date) -> list[ContentError]:
    """Facts that end soon and that no other period follows. Of what is worked out, what it rests on is named."""
    return [
        ContentError(fact.file, fact.line, f"{fact.id} ends on {end} and no period follows")
        for fact in facts.values()
        if not (fact.lapses or fact.formula)
        if (current := fact.on(day)) and (end := current.validity.valid_to)
        if (end - day).days <= NOTICE_DAYS and end < date.max and fact.on(end + timedelta(days=1)) is None
    ]


def check_agreement(facts: FactTable) -> list[ContentError]:
    """Amounts that were the same and are no longer: where one is copied from another, one of them is wrong."""
    same: dict[tuple[Value, date | None], list[Fact]] = defaultdict(list)
    for fact in facts.values():
        for period in fact.periods if fact.renewed and fact.unit in MONEY else ():
            same[period.value, period.validity.valid_from].append(fact)
    return [
        ContentError(other.file, other.line, f"{other.id} was {first.id} on {start} and is not on {changed}")
        for (_, start), listed in same.items()
        for first, other in ((listed[0], one) for one in listed[1:])
        if start and (changed := _changed(first, other, start))
    ]


def _changed(first: Fact, other: Fact, start: date) -> date | None:
    """The first day after that one on which both begin anew and differ."""
    values = [{one.validity.valid_from: one.value for one in fact.periods} for fact in (first, other)]
    later = sorted(day for day in values[0].keys() & values[1].keys() if day and day > start)
    return next((day for day in later if values[0][day] != values[1][day]), None)


def check_read(facts: FactTable, sources: Sources, references: References) -> list[ContentError]:
    """Facts said to be checked on a day later than the text they rest on: nobody has looked at a newer one. The text is
    their source as it was read, or a newer version of the law that one of their references was sealed with.
    """
    return [
        ContentError(
            fact.file, fact.line, f"{fact.id} cannot be checked on {period.checked}: its text is that of {newest}"
        )
        for fact in facts.values()
        for period in fact.periods
        if not fact.formula and period.source in sources
        if period.checked > (newest := _newest_text(fact, period, sources, references))
    ]


def _newest_text(fact: Fact, period: Period, sources: Sources, references: References) -> date:
    versions = (one.version for one in references.of_fact(fact.id, period.validity.valid_from))
    return max(sources[period.source].retrieved, *(version for version in versions if version), date.min)


def check_unused_facts(facts: FactTable, articles: Iterable[Article]) -> list[ContentError]:
    """Facts that no article states, and nothing is worked out from."""
    used = {fact_id for article in articles for line in article.lines for fact_id in line.facts}
    used |= {term for fact in facts.values() if fact.formula for term in terms_of(parse_formula(fact.formula))}
    return [
        ContentError(fact.file, fact.line, f"{fact.id} is used nowhere")
        for fact in facts.values()
        if fact.id not in used
    ]


def check_unused_sources(
    sources: Sources, facts: FactTable, catalogue: Catalogue, references: References
) -> list[ContentError]:
    """Sources that neither a fact, a need nor a line names."""
    used = {period.source for fact in facts.values() for period in fact.periods}
    used |= {page.source for pages in references.pages.values() for page in pages}
    used |= {source for need in catalogue.values() for listed in need.sources.values() for source in listed}
    return [
        ContentError(source.file, source.line, f"{source.id} is used nowhere")
        for source in sources.values()
        if source.id not in used
    ]
