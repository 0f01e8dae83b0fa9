"""Reading difficulty by LIX (Björnsson 1968), which counts no syllables and so serves six languages."""

import re
from collections.abc import Iterable, Mapping

from knowledge.languages import Language
from knowledge.words.sentences import sentence_gaps, split_at

LONGEST_SHORT_WORD: Mapping[Language, int] = {"es": 6, "ca": 6, "gl": 6, "eu": 8, "en": 6, "fr": 6}
"""Letters; a longer word is a long one. A Basque word carries its article, case and postposition at its end:
above eight letters lies the share of words that above six letters lies in the other five."""
HARDEST: Mapping[Language, int] = {"es": 49, "ca": 48, "gl": 49, "eu": 44, "en": 44, "fr": 51}
"""LIX above which an article is hard to read in its language."""

_WORD = re.compile(r"\w+")


def sentences(text: str) -> list[str]:
    """The sentences of one line; what has no word is none."""
    return [sentence for sentence in split_at(text, sentence_gaps(text)) if _WORD.search(sentence)]


def lix(lines: Iterable[str], language: Language) -> float:
    """Words per sentence, plus how many words of a hundred are long; a sentence ends with its line. 0 without words."""
    every = [sentence for line in lines for sentence in sentences(line)]
    words = [word for sentence in every for word in _WORD.findall(sentence)]
    if not words:
        return 0.0
    long = sum(len(word) > LONGEST_SHORT_WORD[language] for word in words)
    return len(words) / len(every) + 100 * long / len(words)
