"""The corpus of a day and its index; both are rebuilt when the day changes, because figures come and go with it."""

import logging
import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from knowledge.added.document_store import load_added
from knowledge.administration import Administration
from knowledge.compiled import NOTHING_COMPILED, CompiledContent
from knowledge.content.articles import read_articles
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.corpus import Corpus, render_corpus
from knowledge.content.documents import DocumentNames, load_document_names
from knowledge.content.facts import FactTable, load_facts, render_fact
from knowledge.content.needs import Catalogue
from knowledge.content.questions import load_questions, short_questions
from knowledge.content.references import References, load_references
from knowledge.content.rendering import Content
from knowledge.content.sources import Sources, load_sources
from knowledge.content.utterances import Utterances, load_utterances
from knowledge.encoders.encoder import Encoder, Vectors
from knowledge.errors import IndexNotReady
from knowledge.index.index_kind import IndexKind
from knowledge.index.items import IndexItem
from knowledge.index.passage_index import PassageIndex
from knowledge.languages import Language, Names
from knowledge.law.quoting import HeldLaw
from knowledge.law.store import FOLDER as LAW
from knowledge.law.store import LawStore
from knowledge.once import Once
from knowledge.passages import NOT_HELD, Citation, Document, Passage, Sentence, UnitId
from knowledge.search.citing import cite

_LOG = logging.getLogger(__name__)
ADDED = "added"
"""Folder, inside the data folder, of other people's documents."""


@dataclass(frozen=True, slots=True)
class DailyIndex:
    """The corpus of one day and the index over it, which is opened when it is first needed: a chat does without it."""

    day: date
    corpus: Corpus
    opened: Once[PassageIndex]

    @property
    def index(self) -> PassageIndex:
        """Waits for whoever opens it, which takes minutes where its passages were never encoded."""
        return self.opened()

    def index_soon(self, seconds: float) -> PassageIndex:
        """Raises IndexNotReady when another thread opens it for longer."""
        try:
            return self.opened(seconds)
        except TimeoutError:
            raise IndexNotReady(f"the passages of {self.day} are being indexed") from None


class KnowledgeBase:
    """The content of an administration; indexes and added documents are kept in ``data``. Thread-safe.

    ``compiled`` keeps parsed content from one start to the next. The constructor raises ContentError.
    """

    def __init__(
        self,
        administration: Administration,
        encoder: Encoder,
        data: Path | None = None,
        kind: IndexKind = "auto",
        compiled: CompiledContent = NOTHING_COMPILED,
    ) -> None:
        self.administration, self._encoder, self._data, self._kind = administration, encoder, data, kind
        self._compiled = compiled
        tables = compiled.get("tables", lambda: _read_tables(administration))
        self.catalogue, self.facts, self._documents, self._sources, self._references = tables
        self._law = HeldLaw(LawStore(data / LAW if data else None))
        self._daily_indexes: Mapping[date, DailyIndex] = {}
        self._building = threading.Lock()

    @cached_property
    def utterances(self) -> Utterances:
        """Sample utterances of each need, read on first use: a trained service seldom needs them."""
        return self._compiled.get("utterances", lambda: load_utterances(self.administration, self.catalogue))

    def on(self, day: date) -> DailyIndex:
        """The index of that day; the last one while it cannot be built, as its sentences know until when they hold."""
        daily_index = self._daily_indexes.get(day)
        if daily_index is None:
            with self._building:
                daily_index = self._daily_indexes.get(day) or self._keep(day, self._built_or_last(day))
        return daily_index

    def prepare(self, day: date) -> None:
        """Build corpus and index of a day ahead of time, or again after a failure. Raises any error of the build."""
        with self._building:
            daily_index = self._daily_indexes.get(day)
            if daily_index is None or daily_index.day != day:
                daily_index = self._keep(day, self._build(day))
        daily_index.opened()

    def as_of(self, need: str, day: date) -> Corpus:
        """The articles of one need as of that day, without an index. May read files."""
        daily_index = self._daily_indexes.get(day)
        return daily_index.corpus if daily_index else render_corpus(self.administration, self._content(day), need=need)

    def cite(self, passage: Passage, sentences: Sequence[Sentence], day: date) -> tuple[Citation, ...]:
        """The sources of some sentences of a passage, in their own words as of the day where these are held."""
        return cite(passage, sentences, self._law, day)

    def document_of(self, citation: Citation, corpus: Corpus) -> Document:
        """What the citation points into. Raises CitationNotFound."""
        if citation.document_sha256 == NOT_HELD.sha256:
            return NOT_HELD
        return self._law.document(citation.document_sha256) or corpus.document(
            corpus.passage(citation.passage_id).document_id
        )

    def vector(self, text: str) -> Vectors:
        """The text as a query, for the index of any day: shape (1, dimensions)."""
        return self._encoder.encode([text])

    def unit_lines(self) -> dict[UnitId, tuple[tuple[Language, str], ...]]:
        """Every answer unit with its words in each language, also those whose figures are not in force today."""
        return self._compiled.get("units", lambda: unit_lines(self.administration))

    @cached_property
    def short_questions(self) -> Mapping[Language, Mapping[UnitId, str]]:
        """What stands on the button of each answer unit."""
        return self._compiled.get(
            "short-questions", lambda: short_questions(load_questions(self.administration, self.unit_lines()))
        )

    def document_names(self, key: str) -> Names:
        """The name of a document to bring, in each language."""
        return self._documents[key]

    def fact(self, fact_id: str, day: date, language: Language) -> str | None:
        """A fact in words; None when it has no value on the day. KeyError when there is no such fact."""
        return render_fact(self.facts[fact_id], day, language)

    def _keep(self, day: date, daily_index: DailyIndex) -> DailyIndex:
        """Keep it beside the last one: tomorrow's is built while today's is in use."""
        others = [(other, index) for other, index in self._daily_indexes.items() if other != day]
        self._daily_indexes = {**dict(others[-1:]), day: daily_index}
        return daily_index

    def _built_or_last(self, day: date) -> DailyIndex:
        try:
            return self._build(day)
        except Exception as error:
            if not self._daily_indexes:
                raise
            last = [*self._daily_indexes.values()][-1]
            _LOG.error("the corpus of %s cannot be built, that of %s is used: %r", day, last.day, error)
            return last

    def _build(self, day: date) -> DailyIndex:
        added = load_added(self._data / ADDED) if self._data else ()
        corpus = self._corpus(day) if not added else render_corpus(self.administration, self._content(day), added)
        cache = self._data / "index" if self._data else None
        opened = Once(lambda: PassageIndex.open(index_items(corpus), self._encoder, cache, self._kind))
        if added:  # what no article answers is looked for in them
            opened()
        return DailyIndex(day, corpus, opened)

    def _corpus(self, day: date) -> Corpus:
        return self._compiled.get(
            "library", lambda: render_corpus(self.administration, self._content(day)), variant=str(day)
        )

    def _content(self, day: date) -> Content:
        return Content(self.facts, self._sources, self.catalogue, day, self._references)


def _read_tables(administration: Administration) -> tuple[Catalogue, FactTable, DocumentNames, Sources, References]:
    return (
        load_catalogue(administration),
        load_facts(administration),
        load_document_names(administration),
        load_sources(administration),
        load_references(administration),
    )


def unit_lines(administration: Administration) -> dict[UnitId, tuple[tuple[Language, str], ...]]:
    """Every answer unit with its words in each language, figures left out."""
    found: dict[UnitId, list[tuple[Language, str]]] = defaultdict(list)
    for article in read_articles(administration)[0]:
        for section in article.sections:
            for place, line in enumerate(section.lines, start=1):
                found[UnitId(article.need, section.aspect, place)].append((article.language, line.prose))
    return {unit: tuple(words) for unit, words in found.items()}


def index_items(corpus: Corpus) -> list[IndexItem]:
    """Index items of every passage, each with its article's title: a section seldom names its own subject.

    Added documents (their need is "") are also searched by sentence, because their passages are cut by length.
    """
    return [
        IndexItem(
            passage.id,
            f"{corpus.document(passage.document_id).title}\n{passage.text}",
            passage.language,
            passage.need,
            passage.validity,
            () if passage.need else tuple(sentence.text for sentence in passage.sentences),
        )
        for passage in corpus.all_passages()
    ]
