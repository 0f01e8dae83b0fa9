"""The rules of facts and sources: known, checked not long ago, still in force next month, used somewhere."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from knowledge.content.articles import Article
from knowledge.content.facts import FactTable
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
    """Facts in force that nobody has looked at for long."""
    return [
        ContentError(fact.file, fact.line, f"{fact.id} was last checked on {checked}, more than half a year ago")
        for fact in facts.values()
        if (current := fact.on(day)) and (day - (checked := current.checked)).days > CHECKED_WITHIN_DAYS
    ]


def check_endings(facts: FactTable, day: date) -> list[ContentError]:
    """Facts that end soon and that no other period follows."""
    return [
        ContentError(fact.file, fact.line, f"{fact.id} ends on {end} and no period follows")
        for fact in facts.values()
        if (current := fact.on(day)) and (end := current.validity.valid_to)
        if (end - day).days <= NOTICE_DAYS and end < date.max and fact.on(end + timedelta(days=1)) is None
    ]


def check_unused_facts(facts: FactTable, articles: Iterable[Article]) -> list[ContentError]:
    """Facts that no article states."""
    used = {fact_id for article in articles for line in article.lines for fact_id in line.facts}
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
