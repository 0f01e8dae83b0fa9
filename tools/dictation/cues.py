"""What in the words around a dictation says what it is: the name of the identity, or a unit that makes it an amount."""

import re
from functools import cache

from knowledge.languages import Language
from tools.dictation.words import Cue, dictation_words
from tools.folding import Folded

_COMMON: Language = "es"
"""Many name their papers in Spanish whatever they speak."""


def named_identities(folded: Folded, language: Language) -> frozenset[Cue]:
    """The identities that a text names ("mi DNI es…")."""
    text = f" {' '.join(folded.words())} "
    cues = [dictation_words(known).cues for known in dict.fromkeys((language, _COMMON))]
    return frozenset(
        name for table in cues for name, words in table.items() if any(f" {one} " in text for one in words)
    )


@cache
def amount_pattern(language: Language) -> re.Pattern[str]:
    """What after figures makes them money, metres or years, in a folded text."""
    units = "|".join(re.escape(unit) for unit in dictation_words(language).units)
    return re.compile(rf"\s?(?:[€$%]|(?:{units}))")
