"""The answer units, and what a message has in common with each of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.understanding.shared.ngrams import Floats
from agents.understanding.units.places import QuestionSpace, UnitPlaces
from agents.understanding.units.spoken import PosedTurn
from agents.understanding.units.unit_texts import UnitTexts
from agents.understanding.units.unit_words import UnitWords, shared_words
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import UnitId

_LEAST, _LEAST_BELIEF, _LEAST_SIDE = 1e-4, 1e-3, 0.05
"""Added to a probability before its logarithm is taken: of a need by the message and by what was said before, of a
side."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownUnits:
    """Thread-safe: it is only read."""

    units: tuple[UnitId, ...]
    space: QuestionSpace
    places: UnitPlaces
    words: Mapping[Language, UnitWords]
    needs: tuple[str, ...]
    need_of: NDArray[np.intp]
    """For each unit the index of its need."""
    pointing: NDArray[np.bool_]
    """The units that only point at other needs."""
    habits: Floats
    """Shape (units, 2): the logarithms of how often people asked for it, and for its need."""

    @classmethod
    def of(cls, texts: Sequence[UnitTexts], space: QuestionSpace, places: UnitPlaces) -> "KnownUnits":
        """``places`` in the order of ``texts``."""
        units = tuple(one.unit for one in texts)
        needs = tuple(dict.fromkeys(unit.need for unit in units))
        number = {need: row for row, need in enumerate(needs)}
        need_of = np.array([number[unit.need] for unit in units], np.intp)
        pointing = np.array([unit.aspect == "related" for unit in units], np.bool_)
        of_needs = np.bincount(need_of, weights=places.asked, minlength=len(needs))[need_of]
        habits = np.log1p(np.stack([places.asked, of_needs], axis=1)).astype(np.float32)
        words = {language: UnitWords.of(texts, language) for language in LANGUAGES}
        return cls(units, space, places, words, needs, need_of, pointing, habits)

    def of_need(self, need: str) -> NDArray[np.bool_]:
        """The units that answer about it."""
        of_need: NDArray[np.bool_] = (self.need_of == self.needs.index(need)) & ~self.pointing
        return of_need

    def among(self, units: Collection[UnitId]) -> NDArray[np.bool_]:
        """Which of them answer."""
        among: NDArray[np.bool_] = np.array([unit in units for unit in self.units], np.bool_) & ~self.pointing
        return among

    def clues(self, turn: PosedTurn) -> Floats:
        """In the order of `ClueWeights`: shape (units, clues)."""
        question, before = turn.question, turn.before
        words = self.words[question.language]
        parts = self.space.place(question.parts, [question.language] * len(question.parts))
        after = self.space.place(question.after[None, :], [question.language])[0]
        side = np.log(np.array([turn.sides.get(unit.aspect, 0.0) for unit in self.units]) + _LEAST_SIDE)
        sure = np.array([turn.alone.get(need, 0.0) for need in self.needs])[self.need_of]
        spoken_of = np.log(np.array([before.beliefs.get(need, 0.0) for need in self.needs]) + _LEAST_BELIEF)
        clues = (
            (self.places.rows @ parts.T).max(axis=1),
            self.places.prototypes.nearest(self.space.narrow(parts)),
            self.places.rows @ after,
            shared_words(words.questions, question.text),
            shared_words(words.lines, question.text),
            shared_words(words.questions, question.text_after),
            side if turn.sides else np.zeros(len(self.units)),
            np.array([unit in before.told for unit in self.units]),
            *self.habits.T,
            np.log(sure + _LEAST),
            sure,
            spoken_of[self.need_of],
            turn.leans * spoken_of[self.need_of],
        )
        return np.stack(clues, axis=1).astype(np.float32)
