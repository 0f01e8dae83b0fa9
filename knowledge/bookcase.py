"""The library and its index for the day it is: rebuilt when the day changes, because figures come and go with it."""

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from knowledge.added.store import load_added
from knowledge.administration import Administration
from knowledge.compiled import NOTHING_COMPILED, CompiledContent
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.documents import DocumentNames, load_document_names
from knowledge.content.facts import FactTable, load_facts, render
from knowledge.content.library import Library, read_library
from knowledge.content.needs import Catalogue
from knowledge.content.rendering import Content
from knowledge.content.sources import Sources, load_sources
from knowledge.content.utterances import Utterances, load_utterances
from knowledge.encoders.encoder import Encoder, Vectors
from knowledge.index import PassageIndex
from knowledge.index.index_kind import IndexKind
from knowledge.index.items import items_of
from knowledge.languages import Language, Names

_LOG = logging.getLogger(__name__)
ADDED = "added"
"""Folder, inside the data folder, of other people's documents."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """One day's library with the index over it."""

    day: date
    library: Library
    index: PassageIndex


class Bookcase:
    """The content of an administration; indexes and added documents are kept in ``data``. Thread-safe.

    ``compiled`` keeps what was parsed from one start to the next. Raises ContentError when it is built.
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
        self.catalogue, self.facts, self._documents, self._sources = tables
        self._shelves: Mapping[date, Shelf] = {}
        self._building = threading.Lock()

    @cached_property
    def utterances(self) -> Utterances:
        """How people ask for each need. Read when first asked for: a trained service seldom needs them."""
        return self._compiled.get("utterances", lambda: load_utterances(self.administration, self.catalogue))

    def on(self, day: date) -> Shelf:
        """The shelf of that day. While it cannot be built, the last one: its sentences know until when they hold."""
        shelf = self._shelves.get(day)
        if shelf is None:
            with self._building:
                shelf = self._shelves.get(day) or self._keep(day, self._built_or_last(day))
        return shelf

    def prepare(self, day: date) -> None:
        """Build the shelf of a day beforehand, or again when that failed. Raises what building it raises."""
        with self._building:
            shelf = self._shelves.get(day)
            if shelf is None or shelf.day != day:
                self._keep(day, self._build(day))

    def as_of(self, need: str, day: date) -> Library:
        """The articles of one need as they are, were or will be that day; no index. May read files."""
        shelf = self._shelves.get(day)
        return shelf.library if shelf else read_library(self.administration, self._content(day), need=need)

    def vector(self, text: str) -> Vectors:
        """The text as a query, for the index of any shelf: shape (1, dimensions)."""
        return self._encoder.encode([text])

    def document_names(self, key: str) -> Names:
        """What a document to bring is called."""
        return self._documents[key]

    def fact(self, fact_id: str, day: date, language: Language) -> str | None:
        """A fact in words; None when it has no value on the day. KeyError when there is no such fact."""
        return render(self.facts[fact_id], day, language)

    def _keep(self, day: date, shelf: Shelf) -> Shelf:
        """Beside the one before: tomorrow's is built while today's is in use."""
        others = [one for one in self._shelves.items() if one[0] != day]
        self._shelves = {**dict(others[-1:]), day: shelf}
        return shelf

    def _built_or_last(self, day: date) -> Shelf:
        try:
            return self._build(day)
        except Exception as error:
            if not self._shelves:
                raise
            last = [*self._shelves.values()][-1]
            _LOG.error("the library of %s cannot be built, that of %s is used: %r", day, last.day, error)
            return last

    def _build(self, day: date) -> Shelf:
        added = load_added(self._data / ADDED) if self._data else ()
        library = self._library(day) if not added else read_library(self.administration, self._content(day), added)
        cache = self._data / "index" if self._data else None
        return Shelf(day, library, PassageIndex.open(items_of(library), self._encoder, cache, self._kind))

    def _library(self, day: date) -> Library:
        return self._compiled.get(
            "library", lambda: read_library(self.administration, self._content(day)), variant=str(day)
        )

    def _content(self, day: date) -> Content:
        return Content(self.facts, self._sources, self.catalogue, day)


def _read_tables(administration: Administration) -> tuple[Catalogue, FactTable, DocumentNames, Sources]:
    return (
        load_catalogue(administration),
        load_facts(administration),
        load_document_names(administration),
        load_sources(administration),
    )
