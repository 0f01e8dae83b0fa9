"""Where answer units lie among the vectors of questions: a place for each, and several prototypes around it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.understanding.needs.need_model import language_means
from agents.understanding.needs.need_model import unit as of_unit_length
from agents.understanding.shared.ngrams import Floats
from knowledge.encoders.encoder import Vectors
from knowledge.languages import LANGUAGES, Language

NARROW = 64
"""Dimensions of a prototype."""


@dataclass(frozen=True, slots=True)
class QuestionSpace:
    """How vectors of questions are compared. ``means``: of each language; ``projection``: (dimensions, dimensions);
    ``narrowing``: (dimensions, ``NARROW`` or fewer), from the projected ones to those of prototypes.
    """

    means: Floats
    projection: Floats
    narrowing: Floats

    def place(self, vectors: Vectors, languages: Sequence[Language]) -> Floats:
        """Unit vectors without what is only their language, projected: shape (questions, dimensions)."""
        return of_unit_length(self.own(vectors, languages) @ self.projection)

    def own(self, vectors: Vectors, languages: Sequence[Language]) -> Floats:
        """Unit vectors without what is only their language."""
        return of_unit_length(vectors - self.means[[LANGUAGES.index(language) for language in languages]])

    def narrow(self, places: Floats) -> Floats:
        """Unit vectors in the dimensions of prototypes."""
        return of_unit_length(places @ self.narrowing)


def plain_space(vectors: Vectors, languages: Sequence[Language]) -> QuestionSpace:
    """Nothing fitted but the means: for an encoder or an administration that has no fitted model."""
    dimensions = vectors.shape[1]
    means = language_means(languages, vectors) if languages else np.zeros((len(LANGUAGES), dimensions), np.float32)
    every = np.eye(dimensions, dtype=np.float32)
    return QuestionSpace(means, every, every[:, :NARROW])


@dataclass(frozen=True, slots=True, eq=False)
class Prototypes:
    """Ways in which each unit is asked for, which may lie far apart: ``rows``, shape (prototypes, ``NARROW``), those of
    a unit after one another; ``counts``: how many each unit has, one at least.
    """

    rows: Floats
    counts: NDArray[np.intp]

    @classmethod
    def of(cls, units: Sequence[Floats]) -> "Prototypes":
        """Of those of each unit."""
        rows = np.concatenate(units) if units else np.zeros((0, NARROW), np.float32)
        return cls(rows.astype(np.float32), np.array([len(one) for one in units], np.intp))

    def nearest(self, vectors: Floats) -> Floats:
        """The cosine of each unit with the nearest of ``vectors``, shape (vectors, ``NARROW``)."""
        if not self.counts.size:
            return np.zeros(0, np.float32)
        starts = np.cumsum(self.counts) - self.counts
        near: Floats = np.maximum.reduceat((self.rows @ vectors.T).max(axis=1), starts)
        return near


@dataclass(frozen=True, slots=True, eq=False)
class UnitPlaces:
    """Where units lie and how often people asked for them, in their order: ``rows``, shape (units, dimensions)."""

    rows: Floats
    prototypes: Prototypes
    asked: Floats
