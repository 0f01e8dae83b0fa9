"""Names of places made comparable: no accents, no capitals, words apart, and the forms Basque gives them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_AFTER_VOWEL = ("n", "ko", "ra", "tik", "koa", "rako", "raino")
_AFTER_CONSONANT = ("en", "ko", "go", "eko", "era", "tik", "dik", "etik", "erako", "koa", "goa")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: ``norm`` is comparable, ``start``/``end`` are characters of the original."""

    norm: str
    start: int
    end: int
    capital: bool


def normalise_word(word: str) -> str:
    """Lower case without diacritics."""
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def tokens(text: str) -> list[Token]:
    """The words of a text in order. In a text all in capitals no word counts as capitalised."""
    shouting = text.isupper()
    return [
        Token(normalise_word(match[0]), match.start(), match.end(), match[0][0].isupper() and not shouting)
        for match in _WORD.finditer(text)
    ]


def normalise(name: str) -> str:
    """The comparable form of a name: its words separated by one space."""
    return " ".join(normalise_word(match[0]) for match in _WORD.finditer(name))


def variants(official: str) -> Iterator[str]:
    """Comparable forms of an official name: the whole, and each side of ``Castilian/co-official``."""
    yield normalise(official)
    if "/" in official:
        yield from (normalise(part) for part in official.split("/"))


def basque_forms(name: str) -> Iterator[str]:
    """A comparable name with the endings of where, whence and whither: ``donostian``, ``donostiako``."""
    vowel = name[-1] in "aeiou"
    for ending in _AFTER_VOWEL if vowel else _AFTER_CONSONANT:
        yield name + ending
    if name.endswith("ea"):
        for ending in ("an", "ko", "ra", "tik", "rako"):
            yield name[:-1] + ending
