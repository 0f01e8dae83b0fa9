"""``isac kb check``: everything that can be wrong in the content, with file and line."""

from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable

from knowledge.articles import Article, read_articles
from knowledge.catalogue_files import FOLDER, parse_catalogue
from knowledge.check_articles import check_facts_in_force, check_prose, check_references
from knowledge.check_parity import check_parity
from knowledge.documents import DocumentNames, parse_document_names
from knowledge.errors import ContentError
from knowledge.facts import FactTable, parse_facts
from knowledge.needs import Catalogue, Need
from knowledge.sources import Sources, parse_sources
from knowledge.utterances import parse_utterances

CHECKED_WITHIN_DAYS = 180


@dataclass(frozen=True, slots=True)
class Report:
    """Errors keep content from being published; warnings ask for someone's attention. Both sorted by place."""

    errors: tuple[ContentError, ...]
    warnings: tuple[ContentError, ...]


@dataclass(frozen=True, slots=True)
class _Content:
    articles: tuple[Article, ...]
    catalogue: Catalogue
    facts: FactTable
    sources: Sources
    documents: DocumentNames


def check(root: Traversable, day: date) -> Report:
    """Check the content under the root as it would be published on that day."""
    content, errors = _read(root)
    errors += check_parity(content.articles)
    for article in content.articles:
        errors += check_references(article, content.facts)
    errors += _check_facts(content) + _check_orphans(content)
    for need in content.catalogue.values():
        errors += _check_need(need, content)
    warnings = check_facts_in_force(content.articles, content.facts, day)
    warnings += [warning for article in content.articles for warning in check_prose(article)]
    warnings += _check_age(content.facts, day) + _check_unwritten(content)
    return Report(_sorted(errors), _sorted(warnings))


def _read(root: Traversable) -> tuple[_Content, list[ContentError]]:
    articles, article_problems = read_articles(root)
    catalogue, catalogue_problems = parse_catalogue(root)
    facts, fact_problems, fact_duplicates = parse_facts(root)
    sources, source_problems, source_duplicates = parse_sources(root)
    documents, document_problems, document_duplicates = parse_document_names(root)
    collected = (article_problems, catalogue_problems, fact_problems, source_problems, document_problems)
    errors = [problem for problems in collected for problem in problems.found]
    errors += [*fact_duplicates, *source_duplicates, *document_duplicates, *parse_utterances(root, catalogue)[1]]
    return _Content(articles, catalogue, facts, sources, documents), errors


def _check_facts(content: _Content) -> list[ContentError]:
    return [
        ContentError(fact.file, fact.line, f"{fact.id}: unknown source {period.source!r}")
        for fact in content.facts.values()
        for period in fact.periods
        if period.source not in content.sources
    ]


def _check_need(need: Need, content: _Content) -> list[ContentError]:
    file = f"{FOLDER}/{need.id}.yaml"
    unknown = [
        f"{aspect}: unknown source {source!r}"
        for aspect, sources in need.sources.items()
        for source in sources
        if source not in content.sources
    ]
    unknown += [f"unknown document {key!r}" for key in need.policy.documents if key not in content.documents]
    written = {
        section.aspect for article in content.articles if article.need == need.id for section in article.sections
    }
    unknown += [f"no source for the aspect {aspect}" for aspect in sorted(written) if not need.sources.get(aspect)]
    if need.sources and not written:
        unknown.append("the need names sources and has no article")
    return [ContentError(file, None, problem) for problem in unknown]


def _check_orphans(content: _Content) -> list[ContentError]:
    return [
        ContentError(article.file, 1, f"there is no need {article.need!r} in the catalogue")
        for article in content.articles
        if article.need not in content.catalogue
    ]


def _check_unwritten(content: _Content) -> list[ContentError]:
    """A need without an article is routed and booked; nothing is said about it."""
    written = {article.need for article in content.articles}
    missing = sorted(need for need in content.catalogue if need not in written)
    return (
        [ContentError(FOLDER, None, f"{len(missing)} needs have no article: {', '.join(missing)}")] if missing else []
    )


def _check_age(facts: FactTable, day: date) -> list[ContentError]:
    return [
        ContentError(fact.file, fact.line, f"{fact.id} was last checked on {checked}, more than half a year ago")
        for fact in facts.values()
        if (current := fact.on(day)) and (day - (checked := current.checked)).days > CHECKED_WITHIN_DAYS
    ]


def _sorted(problems: list[ContentError]) -> tuple[ContentError, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.file, problem.line or 0, problem.problem)))
