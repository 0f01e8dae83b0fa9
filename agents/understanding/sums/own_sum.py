"""Whether a message wants a sum of the person's own, and which one, by its meaning and that of the one before it."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from agents.understanding.shared.logistic import fit_logistic, sigmoid
from agents.understanding.shared.model_files import Arrays, load_model, save_model
from agents.understanding.shared.ngrams import Floats
from agents.understanding.sums.asks import SumAsk
from agents.understanding.sums.sum_messages import SumMessage
from knowledge.encoders.encoder import Vectors

KEPT = "own_sum.npz"
"""In the folder of the administration whose sums they are."""
_FORMAT = "own-sum-1"
_PENALTY, _ITERATIONS, _OWN, _AFTER, _FIGURES = 1.0, 150, 2.0, 1.0, 1.5
_NUMBER = re.compile(r"\d[\d.,]*")
_MANY_WORDS, _FEW_WORDS = 30, 4
_MEANT = 0.6
"""How probable a sum is at least, that the words of a message mean."""
_YEARS, _AMOUNTS = range(1930, 2036), range(300, 10_000)


@dataclass(frozen=True, slots=True)
class SumChances:
    """``wanted``: the probability of a sum of one's own; ``names``: of each sum, if it is one; ``asks``: how it is
    asked for in so many words.
    """

    wanted: float = 0.0
    names: Mapping[str, float] = field(default_factory=dict)
    asks: frozenset[SumAsk] = frozenset()

    def asked(self, asks: frozenset[SumAsk], means: Mapping[str, str]) -> "SumChances":
        """With what its words ask for, and the sums that asking so means."""
        meant = {name: max(self.names.get(name, 0.0), _MEANT) for ask, name in means.items() if ask in asks}
        return SumChances(self.wanted, {**self.names, **meant}, asks)


NO_SUM = SumChances()


@dataclass(frozen=True, slots=True)
class OwnSumModel:
    """``weights``: (features + 1, 1 + names), the intercepts last: whether it is one, and which."""

    names: tuple[str, ...]
    weights: Floats

    def chances(self, text: str, own: Vectors, after: Vectors) -> SumChances:
        """``own``: the vector of the message; ``after``: that of the message before and this one."""
        row = features(text, own, after)
        found = sigmoid(row @ self.weights[:-1] + self.weights[-1])
        return SumChances(float(found[0]), dict(zip(self.names, found[1:].tolist(), strict=True)))


def features(text: str, own: Vectors, after: Vectors) -> Floats:
    """Of one message."""
    words, numbers = len(text.split()), [_whole(number) for number in _NUMBER.findall(text)]
    figures = [
        bool(numbers),
        any(number >= 100 for number in numbers),
        any(number in _AMOUNTS and number not in _YEARS for number in numbers),
        any(number in _YEARS for number in numbers),
        min(words, _MANY_WORDS) / _MANY_WORDS,
        words <= _FEW_WORDS,
        "?" in text,
        "€" in text or "euro" in text.casefold(),
    ]
    return np.concatenate([own * _OWN, after * _AFTER, np.array(figures, np.float32) * _FIGURES]).astype(np.float32)


def _whole(number: str) -> int:
    """1.650 and 1,650 are the same; decimals do not matter here."""
    return int(re.sub(r"[.,]\d{1,2}$|\D", "", number) or 0)


def fit(rows: Floats, names: Sequence[str | None]) -> OwnSumModel:
    """From the features of messages and the sum that each wants."""
    known = tuple(sorted({name for name in names if name}))
    wants = np.array([[name is not None] for name in names])
    which = np.array([[name == one for one in known] for name in names])
    carries = np.hstack([wants, which])
    counts = np.hstack([np.ones_like(wants), np.repeat(wants, len(known), axis=1)]).astype(np.float32)
    return OwnSumModel(known, fit_logistic(rows, carries, counts, _PENALTY, _ITERATIONS))


def sums_digest(messages: Sequence[SumMessage], encoder_identity: str) -> str:
    """SHA-256 over what teaches the model."""
    rows = [[one.text, one.before, one.language, one.name] for one in messages]
    return hashlib.sha256(json.dumps([_FORMAT, encoder_identity, rows], ensure_ascii=False).encode("utf-8")).hexdigest()


def load_own_sum(path: Path, digest: str) -> OwnSumModel | None:
    """None when there is none, or it was made of something else: no message is taken to want a sum then."""

    def restore(arrays: Arrays) -> OwnSumModel:
        if str(arrays["digest"]) != digest:
            raise ValueError("a model of other messages")
        return OwnSumModel(tuple(map(str, arrays["names"])), arrays["weights"].astype(np.float32))

    return load_model(path, restore)


def save_own_sum(model: OwnSumModel, path: Path, digest: str) -> None:
    """Half precision."""
    arrays = {
        "digest": np.array(digest),
        "names": np.array(model.names),
        "weights": model.weights.astype(np.float16),
    }
    save_model(path, arrays, kept=True)
