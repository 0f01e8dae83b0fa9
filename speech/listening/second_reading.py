"""Numbers read twice, the second time after the prompt of a dictation: what both readings say can be believed.

Whisper spreads its belief over the ways to write a number ("60", "sesenta", "60,"), so that the probability of a figure
says little of whether it was heard well. Two readings after different words that come to the same figures say more.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from knowledge.languages import Language
from speech.dictated.dictated import read_dictated
from speech.dictated.signs import signs_said
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


def dictates(words: Sequence[str], language: Language) -> bool:
    """Whether there are enough figures for an identity to be among them, or nothing but figures."""
    signs = signs_said(words, language)
    spoken = {word for sign in signs for word in sign.words}
    figures = sum(sign.text.isdecimal() for sign in signs)
    return figures >= _FEW or (figures > 0 and len(spoken) == len(words))


def ends_in_number(words: Sequence[str], language: Language) -> bool:
    """Whether the last word is of a number that may go on after a pause: written in figures, of several, or dictated.

    One figure or letter in words is ordinary speech ("quiero una") unless there is nothing else, or a name of a number.
    """
    signs = signs_said(words, language)
    if not signs or signs[-1].words[-1] + 1 < len(words):
        return False
    several = len(signs) > 1 and signs[-2].words == signs[-1].words
    alone = len({word for sign in signs for word in sign.words}) == len(words)
    if several or alone or _WRITTEN.search(words[-1]) or dictates(words, language):
        return True
    return bool(named_kinds(fold(" ".join(words)), language))


def is_identity(words: Sequence[str], language: Language) -> bool:
    """Whether the figures are those of an identity or telephone, were every word heard well."""
    found = read_dictated(heard_well(words), language)
    return any(one.status == "sure" and one.kind != "number" for one in found)


def believed(words: Sequence[str], other: Sequence[str], language: Language) -> list[bool | None]:
    """Of each word, whether the other reading says its figures as well; None of a word without figures."""
    mine, theirs = signs_said(words, language), signs_said(other, language)
    matcher = SequenceMatcher(None, [sign.text for sign in mine], [sign.text for sign in theirs], autojunk=False)
    told: list[bool | None] = [None] * len(words)
    for name, start, end, *_ in matcher.get_opcodes():
        beside = name == "insert"  # something is missing between two figures: neither is where it seems
        for sign in mine[max(0, start - beside) : end + beside]:
            for word in sign.words:
                told[word] = told[word] is not False and name == "equal"
    return told
