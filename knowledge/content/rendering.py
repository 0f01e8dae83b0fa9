"""Turns an article into a document for one day: facts filled in, exact spans, nothing that is not in force."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.cited import CitedSource, source_of
from knowledge.content.articles import EASY, FACT, Article, ArticleLine, Section
from knowledge.content.fact_text import render_value
from knowledge.content.facts import FactTable, Period
from knowledge.content.needs import Need
from knowledge.content.past_figures import name_year
from knowledge.content.references import NO_REFERENCES, References
from knowledge.content.sources import OfficialSource, Sources
from knowledge.errors import ContentError
from knowledge.languages import Language
from knowledge.passages import Document, Passage, Sentence, UnitId, Validity

BETWEEN_SENTENCES, BETWEEN_SECTIONS = "\n", "\n\n"


@dataclass(frozen=True, slots=True)
class Content:
    """The tables that articles are rendered from, and the day they are rendered for."""

    facts: FactTable
    sources: Sources
    needs: Mapping[str, Need]
    day: date
    references: References = NO_REFERENCES


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """A document and the passages that are spans of it, in order."""

    document: Document
    passages: tuple[Passage, ...]


def render_article(article: Article, content: Content) -> RenderedDocument:
    """The document. Raises ContentError on an unknown fact, need or source; sections left empty are left out."""
    drafts: list[tuple[Section, tuple[Sentence, ...]]] = []
    at = 0
    for section in article.sections:
        sentences = tuple(_sentences(section, article, content, at))
        if sentences:
            drafts.append((section, sentences))
            at = sentences[-1].end + len(BETWEEN_SECTIONS)
    text = BETWEEN_SECTIONS.join(_joined(sentences) for _, sentences in drafts)
    identifier = "/".join((article.need, article.language, *((EASY,) if article.is_easy else ())))
    document = Document(identifier, article.need, article.language, article.title, text, digest(text))
    passages = tuple(_passage(document, section, sentences, content) for section, sentences in drafts)
    return RenderedDocument(document, passages)


def fill(line: ArticleLine, language: Language, facts: FactTable, day: date) -> str | None:
    """The line with its facts filled in; None when one of them has no value to tell on the day."""
    missing = False

    def replacement(match: re.Match[str]) -> str:
        nonlocal missing
        period = facts.told_on(match[1], day)
        suffixed = language == "eu" and line.text[match.end() : match.end() + 1].isalpha()
        missing = missing or period is None
        return render_value(facts[match[1]].unit, period.value, language, suffixed=suffixed) if period else ""

    filled = FACT.sub(replacement, line.text)
    return None if missing else filled


def intersection(validities: Iterable[Validity]) -> Validity:
    """The days on which all of them hold."""
    listed = list(validities)
    starts = [validity.valid_from for validity in listed if validity.valid_from]
    ends = [validity.valid_to for validity in listed if validity.valid_to]
    return Validity(max(starts, default=None), min(ends, default=None))


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def short_id(*parts: object) -> str:
    """An id made of what it names: the same content has the same id, on every machine."""
    return hashlib.blake2s("\x1f".join(str(part) for part in parts).encode(), digest_size=10).hexdigest()


def _sentences(section: Section, article: Article, content: Content, at: int) -> Iterator[Sentence]:
    for place, line in enumerate(section.lines, start=1):
        for fact_id in line.facts:
            if fact_id not in content.facts:
                raise ContentError(article.file, line.number, f"unknown fact {fact_id!r}")
        text = fill(line, article.language, content.facts, content.day)
        if text is None:
            continue
        years = content.facts.last_years(tuple(dict.fromkeys(line.facts)), content.day)
        told = (content.facts.told_on(fact_id, content.day) for fact_id in line.facts)
        periods = [period for period in told if period]
        if years:
            begun = (period.validity.valid_from for period in periods)
            newer = any(day.year > min(years) for day in begun if day)
            text = name_year(text, min(years), "some" if newer else len(years), article.language)
        validity = intersection(_told_validity(period, content.day) for period in periods)
        unit = None if article.is_easy else UnitId(article.need, section.aspect, place)
        sources = _behind(unit, line, content) or (_shown(_section_source(article.need, section, content)),)
        last_of = min(years, default=None)
        yield Sentence(text, at, at + len(text), line.facts, validity, place, sources, last_of)
        at += len(text) + len(BETWEEN_SENTENCES)


def _has_lapsed(line: ArticleLine, content: Content) -> bool:
    """Whether it is left out, and only because the law has ended what it states."""
    states = {content.facts.state_on(fact_id, content.day) for fact_id in line.facts}
    return "lapsed" in states and states <= {"lapsed", "in_force", "last_published"}


def _told_validity(period: Period, day: date) -> Validity:
    """Until when it is told: the last figure published until the next one is, which nobody knows."""
    return period.validity if period.validity.holds_on(day) else Validity(period.validity.valid_from, None)


def _behind(unit: UnitId | None, line: ArticleLine, content: Content) -> tuple[CitedSource, ...]:
    """What says a line: the spans that it and its figures refer to, or else the sources of the figures.

    A source is not named again beside a span of the same article.
    """
    own = content.references.of_unit(unit) if unit else ()
    pages = content.references.pages.get(unit, ()) if unit else ()
    found = [source_of(reference) for reference in own]
    found += [_shown(content.sources[page.source]) for page in pages if page.source in content.sources]
    for fact_id in line.facts:
        period = content.facts.told_on(fact_id, content.day)
        begins = period.validity.valid_from if period else None
        of_fact = content.references.of_fact(fact_id, begins)
        found += [source_of(reference) for reference in of_fact]
        if period and not (own or pages or of_fact) and period.source in content.sources:
            found.append(_shown(content.sources[period.source]))
    articles = {source.url for source in found if source.reference}
    return tuple(source for source in dict.fromkeys(found) if source.reference or source.url not in articles)


def _shown(source: OfficialSource) -> CitedSource:
    return CitedSource(source.title, source.url, source.retrieved)


def _joined(sentences: tuple[Sentence, ...]) -> str:
    return BETWEEN_SENTENCES.join(sentence.text for sentence in sentences)


def _passage(document: Document, section: Section, sentences: tuple[Sentence, ...], content: Content) -> Passage:
    text = _joined(sentences)
    source = _section_source(document.need, section, content)
    return Passage(
        id=f"p_{short_id(document.id, section.aspect, text)}",
        document_id=document.id,
        document_sha256=document.sha256,
        need=document.need,
        language=document.language,
        aspect=section.aspect,
        text=text,
        start=sentences[0].start,
        end=sentences[-1].end,
        sha256=digest(text),
        sentences=sentences,
        source_title=source.title,
        source_url=source.url,
        validity=intersection(sentence.validity for sentence in sentences),
        withheld=len(section.lines) - len(sentences) - sum(_has_lapsed(line, content) for line in section.lines),
    )


def _section_source(named: str, section: Section, content: Content) -> OfficialSource:
    """The first source that the need names for the aspect."""
    need = content.needs.get(named)
    if need is None:
        raise ContentError(f"articles/{named}", 1, f"there is no need {named!r} in the catalogue")
    for source_id in need.sources.get(section.aspect, ()):
        source = content.sources.get(source_id)
        if source is None:
            raise ContentError(f"needs/{need.id}.yaml", None, f"unknown source {source_id!r}")
        return source
    raise ContentError(f"needs/{need.id}.yaml", None, f"no source for the aspect {section.aspect}")
