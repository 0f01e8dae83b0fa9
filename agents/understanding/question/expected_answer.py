"""Predicts from examples the aspect of the need and the kind of figure that a question wants.

Naive Bayes over words and pairs of words, trained when it is built. Measured on half of ``suites/facts.yaml``: the
section with most belief holds the figure asked for in 79 % by phrases alone, in 91 % with this beside them. Logistic
regression, letters and sentence vectors measured the same, within a point, and took seconds to train.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import cast

import numpy as np

from agents.understanding.shared.ngrams import Floats, softmax
from agents.understanding.shared.tables import load_table, table_names
from knowledge.content.measures import FIGURES, Figure
from knowledge.passages import ASPECTS, Aspect
from tools.reading.folding import Folded, fold

_SMOOTHING = 0.5
_STRENGTH = 3.0
_HALF = 0.5

Kind = tuple[Aspect, Figure | None]
"""A side of a need and the figure to be told from it; none when words are wanted."""


@dataclass(frozen=True, slots=True)
class ExpectedAnswer:
    """Probabilities. ``figures`` sum to less than 1: a question may want none. Empty when nothing is known."""

    aspects: Mapping[Aspect, float] = field(default_factory=dict)
    figures: Mapping[Figure, float] = field(default_factory=dict)

    @property
    def figure(self) -> Figure | None:
        """The kind of figure that is more likely wanted than everything else together."""
        return next((figure for figure, share in self.figures.items() if share > _HALF), None)


@dataclass(frozen=True, slots=True)
class ExpectedAnswerModel:
    """``places`` and ``rarity`` of each term; ``scores``: shape (terms, kinds)."""

    kinds: tuple[Kind, ...]
    places: Mapping[str, int]
    rarity: Floats
    scores: Floats

    def predict(self, folded: Folded) -> ExpectedAnswer:
        """Nothing is known of a question without a word that was learnt."""
        found = [self.places[term] for term in _terms(folded) if term in self.places]
        if not found:
            return ExpectedAnswer()
        weights = self.rarity[found] / np.linalg.norm(self.rarity[found])
        shares = softmax(_STRENGTH * (weights @ self.scores[found])).tolist()
        aspects: Counter[Aspect] = Counter()
        figures: Counter[Figure] = Counter()
        for (aspect, figure), share in zip(self.kinds, shares, strict=True):
            aspects[aspect] += share
            if figure:
                figures[figure] += share
        return ExpectedAnswer(aspects, figures)


def train(examples: Mapping[Kind, Sequence[str]]) -> ExpectedAnswerModel:
    """From questions of each kind."""
    said = [(row, _terms(fold(text))) for row, texts in enumerate(examples.values()) for text in texts]
    known = Counter(term for _, terms in said for term in terms)
    places = {term: place for place, term in enumerate(known)}
    rarity = np.log((1 + len(said)) / (1 + np.fromiter(known.values(), np.float32, len(known)))) + 1
    counts = np.full((len(examples), len(known)), _SMOOTHING)
    for row, terms in said:
        found = [places[term] for term in terms]
        counts[row, found] += rarity[found] / (np.linalg.norm(rarity[found]) or 1.0)
    scores = np.log(counts / counts.sum(axis=1, keepdims=True)).T
    return ExpectedAnswerModel(tuple(examples), places, rarity, np.ascontiguousarray(scores, np.float32))


def build_expected_answer_model() -> ExpectedAnswerModel:
    """From ``data/asked``, all languages as one. ValueError on an aspect or a figure that does not exist."""
    examples: dict[Kind, list[str]] = {}
    for name in table_names("asked"):
        for key, texts in load_table(f"asked/{name}").items():
            examples.setdefault(_kind(key, name), []).extend(texts)
    return train(examples)


def _kind(key: str, name: str) -> Kind:
    aspect, _, figure = key.partition(" ")
    if aspect not in ASPECTS or figure not in ("", *FIGURES):
        raise ValueError(f"asked/{name}.yaml: {key!r} is not an aspect, alone or with a figure")
    return aspect, cast(Figure, figure) if figure else None


def _terms(folded: Folded) -> list[str]:
    """Each word and each two neighbours, once."""
    words = folded.words()
    return list(dict.fromkeys([*words, *(f"{one} {next_one}" for one, next_one in pairwise(words))]))
