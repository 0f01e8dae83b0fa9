"""Where somebody says what they will do: a logistic regression over the vector of some words.

A sentence of a chat is read as it stands, what a call says without stops by windows of some words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from agents.understanding.shared.logistic import fit_logistic, sigmoid
from agents.understanding.shared.ngrams import Floats
from knowledge.encoders.encoder import Encoder, Vectors

SURE = 0.5
"""The probability from which words commit."""
_SCALE = 2.0
_PENALTY, _ITERATIONS = 0.1, 300
_CLAUSE = re.compile(r"[^.?!;\n]+[?]?")
_ASKS = ("?", "¿")
_LONGEST, _WINDOW, _STEP = 14, 12, 5
"""Words of a clause that is read whole; of a window; and from one to the next."""
_FEW = 3


@dataclass(frozen=True, slots=True)
class Commitment:
    """``start`` and ``end``: the words that commit, in the text."""

    start: int
    end: int
    sure: float


@dataclass(frozen=True, slots=True)
class CommitmentModel:
    """``weights``: of each dimension, the intercept last."""

    mean: Floats
    weights: Floats

    def probabilities(self, vectors: Vectors) -> Floats:
        """That the words of each vector commit who says them."""
        return sigmoid(_centred(vectors, self.mean) @ self.weights[:-1] + self.weights[-1])


def fit_commitments(vectors: Vectors, commits: Sequence[bool], weights: Sequence[float]) -> CommitmentModel:
    """``weights``: how much each example counts."""
    mean: Floats = np.mean(vectors, axis=0, dtype=np.float32)
    carries = np.array(commits, np.bool_)[:, None]
    counts = np.array(weights, np.float32)[:, None]
    learnt = fit_logistic(_centred(vectors, mean), carries, counts, _PENALTY, _ITERATIONS)
    return CommitmentModel(mean, learnt[:, 0])


@dataclass(frozen=True, slots=True)
class CommitmentReader:
    """``encoder``: the one that the model was fitted to."""

    model: CommitmentModel
    encoder: Encoder

    def read(self, texts: Sequence[str]) -> list[Commitment | None]:
        """Of each text the words that surest commit who says it, if any do. Encodes: call it in a thread."""
        places = [(number, *span) for number, text in enumerate(texts) for span in windows(text)]
        found: list[Commitment | None] = [None] * len(texts)
        if not places:
            return found
        vectors = self.encoder.encode([texts[number][start:end] for number, start, end in places])
        for (number, start, end), sure in zip(places, self.model.probabilities(vectors).tolist(), strict=True):
            last = found[number]
            if sure >= SURE and (last is None or sure > last.sure):
                found[number] = Commitment(start, end, sure)
        return found


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the clauses that ask nothing, longer ones in windows."""
    for clause in _CLAUSE.finditer(text):
        if any(sign in clause[0] for sign in _ASKS):
            continue
        words = [match.span() for match in re.finditer(r"\S+", clause[0])]
        if len(words) < _FEW:
            continue
        size = len(words) if len(words) <= _LONGEST else _WINDOW
        for first in range(0, len(words) - size + _STEP, _STEP):
            at = min(first, len(words) - size)
            yield clause.start() + words[at][0], clause.start() + words[at + size - 1][1]


def _centred(vectors: Floats, mean: Floats) -> Floats:
    moved = vectors - mean
    scaled = moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9) * _SCALE
    return np.asarray(scaled, np.float32)
