"""Search over any corpus of texts with the engine of the articles, for ``isac search --corpus``."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from knowledge.added.passage_spans import split_sentences
from knowledge.encoders.encoder import Encoder
from knowledge.errors import ContentError
from knowledge.index.fusion import fuse
from knowledge.index.index_kind import IndexKind
from knowledge.index.items import IndexItem
from knowledge.index.passage_index import PassageIndex
from knowledge.languages import Language, parse_language
from knowledge.words.stemming import guess_language

_WINDOW, _OVERLAP = 180, 40
"""Words. A window of 180 fits the encoder's 512 tokens in any of the languages."""

_LOOKED_INTO = 5_000
"""Texts of a corpus up to which their sentences are looked at one by one: it doubles what building the index takes."""

_SAYS_SOMETHING = 3
"""Words of a sentence worth looking at."""

_LOOKED_AT = 40
"""Windows found whose texts are put in order."""

_OPENING = 0.3
"""Share in a text's score of the meaning of its beginning, which says what the text is about; the rest is its best
window. Chosen on half of the questions: right first, without and with it, 63.9 and 65.2 % of 883 on help pages in
Spanish, 42.0 and 43.7 % of 884 asked of them in English, 55.1 and 55.4 % of 267 of doc2dial.
"""

_SAMPLE = 200
_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class CorpusText:
    """A line of a corpus file."""

    id: str
    text: str
    title: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class CorpusHit:
    """A text found; ``score`` from 0 to 1 orders the hits of one query."""

    id: str
    score: float


class CorpusIndex:
    """Search over texts of any length; a long text is found by its best window."""

    def __init__(self, index: PassageIndex, encoder: Encoder, labelled: frozenset[str]) -> None:
        self._index = index
        self._encoder = encoder
        self._labelled = labelled

    @classmethod
    def from_file(
        cls, file: Path, encoder: Encoder, directory: Path | None = None, kind: IndexKind = "auto"
    ) -> "CorpusIndex":
        """Index a JSON Lines file of ``{"id", "text", "title"?, "language"?}``. Raises ContentError with the line."""
        return cls.open(read_corpus(file), encoder, directory, kind)

    @classmethod
    def open(
        cls, texts: Iterable[CorpusText], encoder: Encoder, directory: Path | None = None, kind: IndexKind = "auto"
    ) -> "CorpusIndex":
        """Index the texts, or load their index from the directory when it is there."""
        listed = list(texts)
        items = items_of_corpus(listed)
        labelled = frozenset(code for entry in listed if (code := _served(entry.language)))
        return cls(PassageIndex.open(items, encoder, directory, kind), encoder, labelled)

    def search(self, query: str, *, language: Language | None = None, k: int = 10) -> list[CorpusHit]:
        """The best k texts, best first. ``language`` keeps only texts labelled with it, when there are any."""
        if not query.strip():
            return []
        vector = self._encoder.encode([query], "query")[0]
        best: dict[str, float] = {}
        within = language if language in self._labelled else None
        for hit in self._index.search(query, vector, language=within, k=max(_LOOKED_AT, 4 * k)):
            best.setdefault(text_of(hit.passage_id), hit.score)
        texts, scores = list(best), np.array(list(best.values()), np.float32)
        openings = np.array(self._index.similarities([_window_id(text_id, 0) for text_id in texts], vector), np.float32)
        fused = fuse(openings, scores, weight=_OPENING).tolist()
        order = sorted(range(len(texts)), key=lambda at: -fused[at])
        return [CorpusHit(texts[at], fused[at]) for at in order[:k]]


def read_corpus(file: Path) -> Iterator[CorpusText]:
    """The lines of a corpus file; empty lines are passed over. Raises ContentError."""
    with file.open(encoding="utf-8") as lines:
        try:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _corpus_text(line, file.name, number)
        except UnicodeDecodeError as error:
            raise ContentError(file.name, None, "not text in UTF-8") from error


def _corpus_text(line: str, name: str, number: int) -> CorpusText:
    try:
        record = json.loads(line)
        text = CorpusText(str(record["id"]), record["text"], record.get("title") or "", record.get("language"))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ContentError(name, number, f"not a record with 'id' and 'text': {error}") from error
    if not isinstance(text.text, str) or not isinstance(text.title, str):
        raise ContentError(name, number, "'text' and 'title' must be text")
    return text


def windows(text: str) -> Iterator[str]:
    """The text in overlapping windows; a short text is one."""
    words = text.split()
    if len(words) <= _WINDOW:
        yield text
        return
    for start in range(0, len(words) - _OVERLAP, _WINDOW - _OVERLAP):
        yield " ".join(words[start : start + _WINDOW])


def items_of_corpus(texts: Sequence[CorpusText]) -> list[IndexItem]:
    """The windows of the texts, as items of an index."""
    fallback = guess_language(entry.text for entry in texts[:: max(1, len(texts) // _SAMPLE)])
    return [item for entry in texts for item in _items(entry, fallback, len(texts) <= _LOOKED_INTO)]


def _window_id(text_id: str, number: int) -> str:
    return f"{text_id}{_SEPARATOR}{number}"


def text_of(item_id: str) -> str:
    """The id of the text to which a window belongs."""
    return item_id.split(_SEPARATOR)[0]


def _items(entry: CorpusText, fallback: Language, looked_into: bool) -> Iterator[IndexItem]:
    language = _served(entry.language) or fallback
    for number, window in enumerate(windows(entry.text)):
        text = f"{entry.title}\n{window}" if entry.title else window
        sentences = [
            sentence.text for sentence in split_sentences(window, 0) if len(sentence.text.split()) >= _SAYS_SOMETHING
        ]
        parts = tuple(sentences) if looked_into and len(sentences) > 1 else ()
        yield IndexItem(_window_id(entry.id, number), text, language, parts=parts)


def _served(code: str | None) -> Language | None:
    try:
        return parse_language(code) if code else None
    except ValueError:
        return None  # a language of the corpus that ISAC does not serve is searched like the rest
