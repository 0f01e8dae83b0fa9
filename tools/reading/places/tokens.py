"""The words of a text in which places are looked for."""

import re
from dataclasses import dataclass

from tools.places.names import normalise_word

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class TextWord:
    """``norm`` is comparable with the names of the register; ``start`` and ``end`` are characters of the original."""

    norm: str
    start: int
    end: int
    capital: bool


def split_words(text: str) -> list[TextWord]:
    """The words in order. In a text all in capitals no word counts as capitalised."""
    shouting = text.isupper()
    return [
        TextWord(normalise_word(match[0]), match.start(), match.end(), match[0][0].isupper() and not shouting)
        for match in _WORD.finditer(text)
    ]
