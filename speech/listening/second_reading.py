"""Numbers read twice, the second time after the prompt of a dictation: figures in both readings can be believed.

Whisper spreads its belief over the ways to write a number ("60", "sesenta", "60,"), so that the probability of a figure
says little of whether it was heard well. Two readings after different words that come to the same figures say more.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from knowledge.languages import Language
from speech.dictated.dictated_identities import read_dictated
from speech.dictated.signs import SpokenSign, signs_said
from speech.dictated.spoken_text import heard_well
from tools.reading.folding import fold
from tools.reading.identities.kinds import named_kinds

PROMPT = " 6 1 2, 45, 70, 80, 92, X."
"""Figures one by one, in pairs and in tens, and a letter, with commas: the windows that Whisper ends too soon, or goes
round in, are read to their end after it, and figures said one by one are not run together.
"""

AGREED, DIFFERENT = 0.9, 0.3
"""Confidence of a figure in both readings, at least, and of one that only this reading has, at most."""

_FEW = 3
_WRITTEN = re.compile(r"\d\W*$")


@dataclass(frozen=True)
class SpokenFigures:
    """The figures and letters said in the words of one reading, found once."""

    words: tuple[str, ...]
    language: Language

    @cached_property
    def signs(self) -> list[SpokenSign]:
        """Each figure and letter, in order."""
        return signs_said(self.words, self.language)

    @cached_property
    def dictated(self) -> bool:
        """Whether there are enough figures for an identity to be among them, or nothing but figures."""
        figures = sum(sign.text.isdecimal() for sign in self.signs)
        return figures >= _FEW or (figures > 0 and self._nothing_else)

    @cached_property
    def end_in_number(self) -> bool:
        """Whether the last word is of a number that may go on after a pause: in figures, of several, or dictated.

        One figure or letter in words is ordinary speech ("quiero una") unless nothing else is said, or a number named.
        """
        signs = self.signs
        if not signs or signs[-1].words[-1] + 1 < len(self.words):
            return False
        several = len(signs) > 1 and signs[-2].words == signs[-1].words
        if several or self._nothing_else or _WRITTEN.search(self.words[-1]) or self.dictated:
            return True
        return bool(named_kinds(fold(" ".join(self.words)), self.language))

    @cached_property
    def are_identity(self) -> bool:
        """Whether they are those of an identity or telephone, were every word heard well."""
        found = read_dictated(heard_well(self.words), self.language)
        return any(number.status == "sure" and number.kind != "number" for number in found)

    @property
    def _nothing_else(self) -> bool:
        return len({word for sign in self.signs for word in sign.words}) == len(self.words)


def figures_agree(figures: SpokenFigures, other: SpokenFigures) -> list[bool | None]:
    """For each word, whether the other reading has its figures as well; None for a word without figures."""
    mine, theirs = figures.signs, other.signs
    matcher = SequenceMatcher(None, [sign.text for sign in mine], [sign.text for sign in theirs], autojunk=False)
    told: list[bool | None] = [None] * len(figures.words)
    for name, start, end, *_ in matcher.get_opcodes():
        beside = name == "insert"  # a figure is missing between two others: the position of neither is sure
        for sign in mine[max(0, start - beside) : end + beside]:
            for word in sign.words:
                told[word] = told[word] is not False and name == "equal"
    return told
