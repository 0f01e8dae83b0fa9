"""A naive Bayes model of spelling: runs of one to five letters, and whole words, by language; cached on disk."""

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.understanding.language.lexicon import word_shares
from agents.understanding.language.words import MessageWord
from agents.understanding.shared.model_files import load_model, save_model
from agents.understanding.shared.tables import load_table, table_names

_BITS = 19
_LONGEST = 5
_SMOOTHING = 0.5
_TOKENS = 1e6
"""Words each language is taken to have been seen in: its rarest words are weighed against ``_SMOOTHING``."""
_BLANK = ord(" ")

Table = NDArray[np.float32]
Places = NDArray[np.int64]
_FORMAT = "language-1"
_PACKAGES = ("pyspellchecker", "simplemma")
Taught = Sequence[tuple[str, str]]
"""Sentences as (language, text)."""


@dataclass(frozen=True, slots=True)
class LetterModel:
    """``table[place, i]``: how much a run of letters speaks for ``codes[i]``, in nats, against the mean."""

    codes: tuple[str, ...]
    table: Table

    def scores(self, words: Sequence[MessageWord]) -> dict[str, float]:
        """Log-likelihood by language, up to a constant; zeros for no words."""
        if not words:
            return dict.fromkeys(self.codes, 0.0)
        places, owners = _places([word.text for word in words])
        weights = np.array([word.weight for word in words], dtype=np.float32)[owners]
        return dict(zip(self.codes, (weights @ self.table[places]).tolist(), strict=True))


def train_letters(words: Mapping[str, Mapping[str, float]]) -> LetterModel:
    """From the share of each word in each language (a language's shares sum to one)."""
    codes = tuple(words)
    counts = np.empty((len(codes), 1 << _BITS))
    for row, shares in zip(counts, words.values(), strict=True):
        places, owners = _places(list(shares))
        weights = _TOKENS * np.fromiter(shares.values(), dtype=np.float64, count=len(shares))
        row[:] = np.bincount(places, weights=weights[owners], minlength=1 << _BITS)
    counts += _SMOOTHING
    logs = np.log(counts / counts.sum(axis=1, keepdims=True))
    return LetterModel(codes, np.ascontiguousarray((logs - logs.mean(axis=0)).T, dtype=np.float32))


def _places(words: Sequence[str]) -> tuple[Places, NDArray[np.intp]]:
    """The table rows of each word's letter runs, and the index of the word of each."""
    letters = np.frombuffer(f" {' '.join(words)} ".encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    blank = letters == _BLANK
    word_at = np.cumsum(blank) - 1  # the blank before a word is the word's own
    places: list[NDArray[Any]] = []
    owners: list[NDArray[Any]] = []
    hashes, whole = np.zeros(len(letters), dtype=np.uint64), np.ones(len(letters), dtype=bool)
    for length in range(1, _LONGEST + 1):
        count = len(letters) - length + 1
        if count < 1:
            break
        if length > 2:  # runs cross no blank: one may only begin or end them
            whole = whole[:count] & ~blank[length - 2 : length - 2 + count]
        hashes = (hashes[:count] * np.uint64(0x100000001B3)) ^ (letters[length - 1 :] + np.uint64(length))
        kept = whole[:count] & (word_at[:count] < len(words))
        places.append(_folded(hashes[kept]))
        owners.append(word_at[:count][kept])
    places.append(np.array([zlib.crc32(word.encode()) & ((1 << _BITS) - 1) for word in words], dtype=np.int64))
    owners.append(np.arange(len(words)))
    return np.concatenate(places), np.concatenate(owners)


def _folded(hashes: NDArray[np.uint64]) -> Places:
    mixed = (hashes ^ (hashes >> np.uint64(29))) * np.uint64(0x9E3779B97F4A7C15)
    return (mixed >> np.uint64(64 - _BITS)).astype(np.int64)


def trained_letters(taught: Taught, cache_dir: Path | None) -> LetterModel:
    """From the cache when it was made of these sentences and lists; trained (some ten seconds) and kept otherwise."""
    if cache_dir is None:
        return train_letters(word_shares(taught))
    digest = _digest(taught)
    path = cache_dir / f"{_FORMAT}-{digest[:24]}.npz"
    model = _load(path)
    if model is None:
        model = train_letters(word_shares(taught))
        _save(model, path)
        model = _load(path) or model
    return model


def _digest(taught: Taught) -> str:
    words = {code: load_table(f"languages/{code}")["words"] for code in table_names("languages")}
    made_of = [_FORMAT, [version(package) for package in _PACKAGES], words, list(taught)]
    return hashlib.sha256(json.dumps(made_of, ensure_ascii=False).encode()).hexdigest()


def _load(path: Path) -> LetterModel | None:
    """None when there is no such file or it is damaged."""
    return load_model(
        path,
        lambda arrays: LetterModel(tuple(str(code) for code in arrays["codes"]), arrays["table"].astype(np.float32)),
    )


def _save(model: LetterModel, path: Path) -> None:
    save_model(path, {"codes": np.array(model.codes), "table": model.table.astype(np.float16)})
