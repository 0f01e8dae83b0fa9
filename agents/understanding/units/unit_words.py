"""Finds answer units by the words that they share with what is said."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from agents.understanding.shared.ngrams import Floats
from agents.understanding.units.unit_texts import UnitTexts
from knowledge.index.lexical import LexicalIndex
from knowledge.index.postings import Postings
from knowledge.languages import Language

_SLIGHT = 1e-3
"""No score is divided by less."""


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The words of one language: those of the questions of units, and those of their lines."""

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
