"""How vectors of questions are compared, and the places of answer units among them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from agents.understanding.needs.need_model import language_means
from agents.understanding.needs.need_model import unit as of_unit_length
from agents.understanding.shared.ngrams import Floats
from knowledge.encoders.encoder import Vectors
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import UnitId


@dataclass(frozen=True, slots=True)
class QuestionSpace:
    """``means``: of each language, shape (6, dimensions); ``projection``: (dimensions, dimensions).

    ``leaning``: weights and, last, the intercept of a logistic regression.
    """

    means: Floats
    projection: Floats
    leaning: Floats

    def place(self, vectors: Vectors, languages: Sequence[Language]) -> Floats:
        """Unit vectors without what is only their language, projected: shape (questions, dimensions)."""
        return of_unit_length(self.own(vectors, languages) @ self.projection)

    def own(self, vectors: Vectors, languages: Sequence[Language]) -> Floats:
        """Unit vectors without what is only their language."""
        return of_unit_length(vectors - self.means[[LANGUAGES.index(language) for language in languages]])

    def leans(self, own: Floats) -> Floats:
        """How probably each question leans on what was said before."""
        odds: Floats = 1 / (1 + np.exp(-(own @ self.leaning[:-1] + self.leaning[-1])))
        return odds


def plain_space(vectors: Vectors, languages: Sequence[Language]) -> QuestionSpace:
    """Nothing fitted but the means."""
    dimensions = vectors.shape[1]
    leaning = np.zeros(dimensions + 1, np.float32)
    return QuestionSpace(language_means(languages, vectors), np.eye(dimensions, dtype=np.float32), leaning)


@dataclass(frozen=True, slots=True)
class Centres:
    """The places of units: ``rows`` has one for each."""

    units: tuple[UnitId, ...]
    rows: Floats
