"""The texts that hold each word, and how often: the counts behind BM25."""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.disk import mapped
from knowledge.languages import Language
from knowledge.words.stemming import content_words, folded, stem

Whole = NDArray[np.integer]
"""Counts and positions, in the narrowest type that holds them."""

_VOCABULARY = "vocabulary.json"
_ARRAYS = ("starts", "texts", "counts", "lengths")
_MOST = np.iinfo(np.uint16).max


@dataclass(frozen=True, slots=True)
class Posting:
    """The texts with a word, in order and each once, and how often each has it."""

    texts: Whole
    counts: Whole


class Postings:
    """Postings of texts in one language, by stem. A query without accents finds words that have them.

    ``stems`` in the order of their rows; ``forms``: for a word without accents, the rows it may stand for.
    """

    def __init__(self, stems: dict[str, int], forms: dict[str, list[int]], arrays: dict[str, Whole]) -> None:
        self._stems, self._forms, self._arrays = stems, forms, arrays
        self._names = tuple(stems)

    @property
    def lengths(self) -> Whole:
        """Words of each text."""
        return self._arrays["lengths"]

    @classmethod
    def build(cls, texts: Sequence[str], language: Language) -> "Postings":
        """Positions are those of the sequence."""
        stems: dict[str, int] = {}
        forms: dict[str, list[int]] = {}
        known: dict[str, int] = {}
        rows, lengths = array("i"), array("i")
        for text in texts:
            before = len(rows)
            for word in content_words(text, language):
                if word not in known:
                    known[word] = stems.setdefault(stem(word, language), len(stems))
                    # "jubilacion" has another stem than "jubilación": remember what the bare form stands for
                    form = forms.setdefault(folded(word), [])
                    form += [] if known[word] in form else [known[word]]
                rows.append(known[word])
            lengths.append(len(rows) - before)
        return cls(stems, forms, _counted(np.array(rows, np.int32), np.array(lengths, np.int32), len(stems)))

    def standing_for(self, bare: str) -> list[str]:
        """Stems of the words that are this one without its accents."""
        return [self._names[row] for row in self._forms.get(bare, ())]

    def of(self, stemmed: str) -> Posting:
        """The texts with that stem; none when nobody has it."""
        row = self._stems.get(stemmed)
        start, end = (0, 0) if row is None else self._arrays["starts"][row : row + 2].tolist()
        return Posting(self._arrays["texts"][start:end], self._arrays["counts"][start:end])

    def save(self, folder: Path) -> None:
        """Write them into a folder."""
        for name in _ARRAYS:
            np.save(folder / f"{name}.npy", self._arrays[name])
        content = {"stems": list(self._stems), "forms": self._forms}
        (folder / _VOCABULARY).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Postings":
        """Read what ``save`` wrote, mapped into memory. OSError, ValueError or KeyError when it is damaged."""
        content = json.loads((folder / _VOCABULARY).read_text(encoding="utf-8"))
        stems = {name: row for row, name in enumerate(content["stems"])}
        return cls(stems, content["forms"], {name: mapped(folder / f"{name}.npy") for name in _ARRAYS})


def _counted(rows: NDArray[np.int32], lengths: NDArray[np.int32], words: int) -> dict[str, Whole]:
    """Word by word, and within a word text by text. ``rows``: those of the texts' words, one text after another."""
    texts = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
    pairs, counts = np.unique(rows * np.int64(max(1, len(lengths))) + texts, return_counts=True)
    word, text = np.divmod(pairs, max(1, len(lengths)))
    starts = np.zeros(words + 1, np.int64)
    np.cumsum(np.bincount(word, minlength=words), out=starts[1:])
    return {
        "starts": starts,
        "texts": text.astype(np.int32),
        "counts": np.minimum(counts, _MOST).astype(np.uint16),
        "lengths": lengths,
    }
