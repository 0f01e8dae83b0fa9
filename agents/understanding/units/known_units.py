"""The answer units, and what a message has in common with each of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agents.understanding.shared.ngrams import Floats
from agents.understanding.units.places import Prototypes, QuestionSpace
from agents.understanding.units.spoken import SaidBefore, SpokenQuestion
from agents.understanding.units.unit_texts import UnitTexts
from knowledge.index.lexical import LexicalIndex
from knowledge.index.postings import Postings
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import Aspect, UnitId

_LEAST, _LEAST_BELIEF, _LEAST_SIDE = 1e-4, 1e-3, 0.05
"""Added to a probability before its logarithm is taken: of a need by the message and by what was said before, of a
side."""
_SLIGHT = 1e-3
"""No score of words is divided by less."""


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Finds units by words, in one language: those of their questions and those of their lines."""

    questions: LexicalIndex
    lines: LexicalIndex

    @classmethod
    def of(cls, texts: Sequence[UnitTexts], language: Language) -> "UnitWords":
        """In the order of ``texts``."""

        def index(said: Sequence[Sequence[tuple[Language, str]]]) -> LexicalIndex:
            joined = [" ".join(text for own, text in one if own == language) for one in said]
            return LexicalIndex(language, [Postings.build(joined, language)], [np.ones(len(joined), np.bool_)])

        return cls(index([one.texts for one in texts]), index([one.words for one in texts]))


def shared_words(index: LexicalIndex, text: str) -> Floats:
    """From 0 to 1: how much of the text each unit has the words of."""
    found = index.scores(text)
    return found.scores / max(found.most, _SLIGHT)


@dataclass(frozen=True, slots=True, eq=False)
class UnitPlaces:
    """Where units lie and how often people asked for them, in their order: ``rows``, shape (units, dimensions)."""

    rows: Floats
    prototypes: Prototypes
    asked: Floats


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

    def clues(
        self,
        question: SpokenQuestion,
        alone: Mapping[str, float],
        before: SaidBefore,
        sides: Mapping[Aspect, float],
        leans: float,
    ) -> Floats:
        """In the order of `ClueWeights`: shape (units, clues).

        ``alone``: the probability of each need by the message alone; ``leans``: how probably it leans on what was said
        before.
        """
        words = self.words[question.language]
        parts = self.space.place(question.parts, [question.language] * len(question.parts))
        after = self.space.place(question.after[None, :], [question.language])[0]
        side = np.log(np.array([sides.get(unit.aspect, 0.0) for unit in self.units]) + _LEAST_SIDE)
        sure = np.array([alone.get(need, 0.0) for need in self.needs])[self.need_of]
        spoken_of = np.log(np.array([before.beliefs.get(need, 0.0) for need in self.needs]) + _LEAST_BELIEF)
        clues = (
            (self.places.rows @ parts.T).max(axis=1),
            self.places.prototypes.nearest(self.space.narrow(parts)),
            self.places.rows @ after,
            shared_words(words.questions, question.text),
            shared_words(words.lines, question.text),
            shared_words(words.questions, question.text_after),
            side if sides else np.zeros(len(self.units)),
            np.array([unit in before.told for unit in self.units]),
            *self.habits.T,
            np.log(sure + _LEAST),
            sure,
            spoken_of[self.need_of],
            leans * spoken_of[self.need_of],
        )
        return np.stack(clues, axis=1).astype(np.float32)
