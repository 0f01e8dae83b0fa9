"""``isac kb check``: everything that can be wrong in the content, with file and line."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources.abc import Traversable
from pathlib import Path

from knowledge.administration import Administration, load_administration
from knowledge.checks.articles import (
    check_facts_in_force,
    check_length,
    check_prose,
    check_reading_level,
    check_references,
)
from knowledge.checks.calculations import check_calculations, check_table_endings
from knowledge.checks.easy import check_easier, check_short_sentences
from knowledge.checks.facts import (
    NOTICE_DAYS,
    check_age,
    check_agreement,
    check_endings,
    check_fact_sources,
    check_read,
    check_unused_facts,
    check_unused_sources,
)
from knowledge.checks.parity import check_parity
from knowledge.checks.references import check_facts_named, check_lines_named, check_reread
from knowledge.checks.repeats import check_contradictions, check_repeats
from knowledge.checks.shortcuts import check_shortcuts
from knowledge.content.articles import EASY, Article, read_articles, units_of
from knowledge.content.calculations import Calculations, parse_calculations
from knowledge.content.catalogue_files import FOLDER, parse_catalogue
from knowledge.content.documents import parse_document_names
from knowledge.content.facts import FactTable, parse_facts
from knowledge.content.needs import Catalogue, Need
from knowledge.content.norms import parse_norms
from knowledge.content.questions import parse_questions
from knowledge.content.references import References, UnitLines, first_lines, parse_references
from knowledge.content.situations import load_situations
from knowledge.content.sources import Sources, parse_sources
from knowledge.content.utterances import parse_utterances
from knowledge.errors import ContentError
from knowledge.languages import Language
from knowledge.law.check import load_groups


@dataclass(frozen=True, slots=True)
class ContentReport:
    """Errors keep content from being published; warnings ask for someone's attention. Both sorted by place."""

    errors: tuple[ContentError, ...]
    warnings: tuple[ContentError, ...]


@dataclass(frozen=True, slots=True)
class _Content:
    articles: tuple[Article, ...]
    easy: tuple[Article, ...]
    catalogue: Catalogue
    facts: FactTable
    sources: Sources
    calculations: Calculations
    references: References
    lines: UnitLines
    languages: tuple[Language, ...]
    known: "_KnownIds"


@dataclass(frozen=True, slots=True)
class _KnownIds:
    """The ids that are written, also of entries with mistakes: naming one of those is no second mistake."""

    needs: Collection[str]
    facts: Collection[str]
    sources: Collection[str]
    documents: Collection[str]


def check_content(named: str | Path | Traversable, day: date | None = None) -> ContentReport:
    """Check an administration, by name or folder, as it would be published on that day; today where it is."""
    try:
        administration = load_administration(named)
    except ContentError as error:
        return ContentReport((error,), ())
    day = day or datetime.now(administration.zone).date()
    content, errors = _read(administration)
    return ContentReport(_sorted(errors + _errors(content)), _sorted(_warnings(content, day)))


def _errors(content: _Content) -> list[ContentError]:
    errors = check_parity(content.articles, content.languages) + check_parity(content.easy, content.languages)
    for article in (*content.articles, *content.easy):
        errors += check_references(article, content.known.facts) + check_repeats(article)
    for article in content.easy:
        errors += check_short_sentences(article)
    for article in content.articles:
        if article.need in content.catalogue:
            errors += check_shortcuts(article, content.catalogue[article.need].policy)
    for need in content.catalogue.values():
        errors += _check_need(need, content)
    errors += check_calculations(content.calculations, content.facts, content.known.facts)
    known = content.known
    errors += check_lines_named(content.references, content.lines, known.sources)
    errors += check_facts_named(content.references, content.facts, known.facts)
    errors += check_read(content.facts, content.sources, content.references)
    return errors + check_fact_sources(content.facts, content.known.sources) + _check_orphans(content)


def _warnings(content: _Content, day: date) -> list[ContentError]:
    every, facts = (*content.articles, *content.easy), content.facts
    warnings = check_facts_in_force(every, facts, day) + check_contradictions(content.articles, facts, day)
    for article in content.articles:
        warnings += check_prose(article) + check_length(article) + check_reading_level(article)
    warnings += check_easier(content.easy, content.articles) + _check_unwritten(content)
    warnings += check_age(facts, day) + check_endings(facts, day) + check_agreement(facts)
    warnings += check_table_endings(content.calculations, day, NOTICE_DAYS)
    warnings += check_reread(content.references, content.lines)
    warnings += check_unused_facts(facts, every)
    return warnings + check_unused_sources(content.sources, facts, content.catalogue, content.references)


def _read(administration: Administration) -> tuple[_Content, list[ContentError]]:
    articles, article_problems = read_articles(administration)
    easy, easy_problems = read_articles(administration, EASY)
    catalogue, catalogue_problems = parse_catalogue(administration)
    facts, fact_problems = parse_facts(administration)
    sources, source_problems = parse_sources(administration)
    documents, document_problems = parse_document_names(administration)
    calculations, sum_problems = parse_calculations(administration)
    norms, norm_problems = parse_norms(administration)
    references, reference_problems = parse_references(administration, norms)
    collected = (
        *(article_problems, easy_problems, catalogue_problems, fact_problems, source_problems, document_problems),
        *(sum_problems, norm_problems, reference_problems, load_groups(administration)[1]),
    )
    errors = [problem for problems in collected for problem in problems.found]
    known = _KnownIds(
        needs=catalogue.keys() | catalogue_problems.unreadable,
        facts=facts.keys() | fact_problems.unreadable,
        sources=sources.keys() | source_problems.unreadable,
        documents=documents.keys() | document_problems.unreadable,
    )
    errors += parse_utterances(administration, known.needs)[1] + _check_situations(administration)
    errors += parse_questions(administration, units_of(articles))[1]
    content = _Content(
        articles, easy, catalogue, facts, sources, calculations, references,
        first_lines(articles, administration), administration.languages, known,
    )  # fmt: skip
    return content, errors


def _check_situations(administration: Administration) -> list[ContentError]:
    """The first mistake of the file."""
    try:
        load_situations(administration)
    except ContentError as error:
        return [error]
    return []


def _check_need(need: Need, content: _Content) -> list[ContentError]:
    file = f"{FOLDER}/{need.id}.yaml"
    unknown = [
        f"{aspect}: unknown source {source!r}"
        for aspect, sources in need.sources.items()
        for source in sources
        if source not in content.known.sources
    ]
    unknown += [f"unknown document {key!r}" for key in need.policy.documents if key not in content.known.documents]
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
        for article in (*content.articles, *content.easy)
        if article.need not in content.known.needs
    ]


def _check_unwritten(content: _Content) -> list[ContentError]:
    """A need without an article is routed and booked; nothing is said about it."""
    written = {article.need for article in content.articles}
    missing = sorted(need for need in content.catalogue if need not in written)
    return (
        [ContentError(FOLDER, None, f"{len(missing)} needs have no article: {', '.join(missing)}")] if missing else []
    )


def _sorted(problems: list[ContentError]) -> tuple[ContentError, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.file, problem.line or 0, problem.problem)))
