"""Classifies the need of a message by two witnesses: the sentence vector and the letters.

Logistic regression reads the vector, naive Bayes the letters. Measured on 96 needs, sentences held out with the encoder
tuned without them: the vector alone names 81.8 %, the letters alone 67, both 83.4 (in Basque 71.5, 65 and 73.3). Votes
of the nearest sentences taught added nothing at that size. Over the letters, logistic regression measured as naive
Bayes does and takes half a minute to train.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from agents.understanding.needs.need_examples import (
    OTHER_MATTER,
    UNRELATED,
    NeedExample,
    fair_share,
    scope_of,
)
from agents.understanding.shared.ngrams import Floats, Ngrams, softmax
from knowledge.encoders.encoder import Vectors
from knowledge.languages import LANGUAGES, Language

SPAN = (2, 4)
_SCALE = 2.0
_LETTERS = 0.5
_SMOOTHING = 0.02
_PRIOR = {UNRELATED: 0.1, OTHER_MATTER: 0.5}
"""To the letters what lies outside is so many times as likely as all needs, however many kinds of it are taught."""
_LEAST = 1e-6
_TEMPERATURE = 1.0
_ITERATIONS = 80

Encode = Callable[[list[str]], Vectors]
"""Texts to one row each."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """``strength``: inverse regularisation; ``outside``: the weight of a sentence that lies outside the catalogue."""

    strength: float
    outside: float


OF_A_SHARE, OF_ALL = Recipe(8.0, 1.0), Recipe(3.0, 4.0)
"""With five times the sentences a head may follow each less; what lies outside is more than was written of it."""


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights (features, labels) and intercepts (labels,) of a model linear in its features."""

    weights: Floats
    intercept: Floats


@dataclass(frozen=True, slots=True)
class Head:
    """Classifiers over vectors: sorted labels; the mean vector of each language, shape (6, dimensions); the models.

    Of two models the shares of belief are averaged.
    """

    labels: tuple[str, ...]
    means: Floats
    linears: tuple[Linear, ...]


@dataclass(frozen=True, slots=True)
class NeedModel:
    """``means`` removes from a vector the part that is only its language."""

    labels: tuple[str, ...]
    means: Floats
    vectors: tuple[Linear, ...]
    letters: Linear
    ngrams: Ngrams

    def probabilities(self, text: str, language: Language, vector: Vectors) -> dict[str, float]:
        """By need, ``unrelated`` and ``other_matter``; they sum to 1.

        Of each witness the other matters are added up before the two are weighed: both may be sure that no article
        answers, and differ on what it is that is asked. Added up after, 6 to 13 % of what no article answers was named
        a need beyond doubt; so, at as many right needs doubted, 2 to 3 % (300 questions, the models of that hour).
        """
        own = self.own(vector[None, :], [language])[0]
        shares = [softmax((own * _SCALE) @ one.weights + one.intercept) for one in self.vectors]
        places, values = self.ngrams.vector(text)
        letters = softmax(values @ self.letters.weights[places] + self.letters.intercept)
        scores = np.log(self._added_up(np.mean(shares, axis=0)) + _LEAST)
        scores += _LETTERS * np.log(self._added_up(letters) + _LEAST)
        return dict(zip(_scopes(self.labels)[0], softmax(scores / _TEMPERATURE).tolist(), strict=True))

    def own(self, vectors: Vectors, languages: Sequence[Language]) -> Floats:
        """Unit vectors without what is only their language."""
        return _own(vectors, languages, self.means)

    def _added_up(self, shares: Floats) -> Floats:
        """From one share a label to one a scope."""
        scopes, rows = _scopes(self.labels)
        return np.bincount(rows, weights=shares, minlength=len(scopes)).astype(np.float32)


@lru_cache(maxsize=8)
def _scopes(labels: tuple[str, ...]) -> tuple[tuple[str, ...], NDArray[np.intp]]:
    """The scopes of the labels, and for each label the index of its scope."""
    scopes = tuple(dict.fromkeys(map(scope_of, labels)))
    return scopes, np.array([scopes.index(scope_of(label)) for label in labels], np.intp)


def train(examples: Sequence[NeedExample], encode: Encode, head: Head | None = None) -> NeedModel:
    """The letters of all examples are read. Without a head, one is fitted to a fair share of them, which is encoded."""
    if head is None:
        shared = fair_share(examples)
        head = fit_head(shared, encode([example.text for example in shared]))
    ngrams, letters = Ngrams.fit([example.text for example in examples], SPAN)
    by_letters = _by_letters(letters, [example.label for example in examples])
    return NeedModel(head.labels, head.means, head.linears, by_letters, ngrams)


def fit_head(examples: Sequence[NeedExample], vectors: Vectors) -> Head:
    """``vectors``: of each example, shape (examples, dimensions)."""
    means = language_means([example.language for example in examples], vectors)
    labels, linear = _fit(examples, vectors, means, OF_A_SHARE)
    return Head(labels, means, (linear,))


def fit_whole_head(examples: Sequence[NeedExample], vectors: Vectors) -> Head:
    """Two models: one of a fair share, whose first sentences are the commonest ways to ask, and one of everything.

    Of sentences kept from both, everything names more situations told without their name; the share alone keeps "I want
    to retire" from the rarer ways of retiring.
    """
    means = language_means([example.language for example in examples], vectors)
    row = {id(example): number for number, example in enumerate(examples)}
    shared = fair_share(examples)
    labels, common = _fit(shared, vectors[[row[id(example)] for example in shared]], means, OF_A_SHARE)
    _, every = _fit(examples, vectors, means, OF_ALL)
    return Head(labels, means, (common, every))


def _fit(
    examples: Sequence[NeedExample], vectors: Vectors, means: Floats, recipe: Recipe
) -> tuple[tuple[str, ...], Linear]:
    own = _own(vectors, [example.language for example in examples], means) * _SCALE
    return _by_vector(own, [example.label for example in examples], recipe)


def _own(vectors: Vectors, languages: Sequence[Language], means: Floats) -> Floats:
    """Each vector without what is only its language."""
    return unit(vectors - means[[LANGUAGES.index(language) for language in languages]])


def _by_vector(features: Floats, labels: Sequence[str], recipe: Recipe) -> tuple[tuple[str, ...], Linear]:
    """Multinomial logistic regression; the labels in the order of its columns, sorted."""
    from sklearn.linear_model import LogisticRegression

    outside = [recipe.outside if scope_of(label) in (UNRELATED, OTHER_MATTER) else 1.0 for label in labels]
    model = LogisticRegression(C=recipe.strength, max_iter=_ITERATIONS, tol=1e-3).fit(features, labels, outside)
    weights, intercept = model.coef_, model.intercept_
    if len(model.classes_) == 2:  # two labels share one row of weights there
        weights, intercept = np.vstack([-weights, weights]) / 2, np.concatenate([-intercept, intercept]) / 2
    linear = Linear(np.ascontiguousarray(weights.T, np.float32), intercept.astype(np.float32))
    return tuple(str(name) for name in model.classes_), linear


def _by_letters(features: Any, labels: Sequence[str]) -> Linear:
    """Multinomial naive Bayes, every need as likely as any other; its columns by sorted label."""
    from scipy.sparse import csr_matrix

    names = sorted(set(labels))
    rows = {name: row for row, name in enumerate(names)}
    labelled = (np.ones(len(labels)), ([rows[label] for label in labels], range(len(labels))))
    counts = (csr_matrix(labelled, shape=(len(names), len(labels))) @ features).toarray() + _SMOOTHING
    weights = np.log(counts) - np.log(counts.sum(axis=1, keepdims=True))
    return Linear(np.ascontiguousarray(weights.T, np.float32), np.log(_priors(names)).astype(np.float32))


def _priors(labels: Sequence[str]) -> Floats:
    """A score for each label, of any sum."""
    counts = Counter(map(scope_of, labels))
    needs = sum(scope not in _PRIOR for scope in counts)
    scopes = [scope_of(label) for label in labels]
    return np.array([max(1, needs) * _PRIOR[one] / counts[one] if one in _PRIOR else 1.0 for one in scopes], np.float32)


def language_means(languages: Sequence[Language], vectors: Vectors) -> Floats:
    """Shape (6, dimensions), in the order of ``LANGUAGES``; the common mean where a language has no example."""
    rows: Mapping[Language, list[int]] = {
        language: [row for row, known in enumerate(languages) if known == language] for language in LANGUAGES
    }
    common = vectors.mean(axis=0)
    return np.stack([vectors[rows[known]].mean(axis=0) if rows[known] else common for known in LANGUAGES])


def unit(vectors: Floats) -> Floats:
    """Each row at unit length; a row of zeros stays one."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(norms == 0, 1, norms), dtype=np.float32)
