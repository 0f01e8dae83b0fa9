"""Names of places made comparable: no accents, no capitals, words apart, and the forms people give them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_AFTER_VOWEL = ("n", "ko", "ra", "tik", "koa", "rako", "raino", "ren", "koak")
_AFTER_CONSONANT = ("en", "ko", "go", "eko", "era", "tik", "dik", "etik", "erako", "koa", "goa", "eraino")
_ARTICLES = frozenset({"el", "la", "los", "las", "l", "els", "les", "es", "sa", "ses", "o", "a", "os", "as"})
_LINKS = frozenset({"de", "del", "d", "do", "da", "dos", "das"})


@lru_cache(maxsize=8192)
def normalise_word(word: str) -> str:
    """Lower case without diacritics."""
    lower = word.lower()
    if lower.isascii():
        return lower
    decomposed = unicodedata.normalize("NFKD", lower)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def normalise(name: str) -> str:
    """The comparable form of a name: its words separated by one space."""
    return " ".join(normalise_word(match[0]) for match in _WORD.finditer(name))


def spelt(name: str) -> str:
    """The comparable form of a name with its ñ, which is a letter of its own: Iruña is no Irun."""
    words = _WORD.finditer(unicodedata.normalize("NFC", name).lower())
    return " ".join("ñ".join(normalise_word(part) for part in match[0].split("ñ")) for match in words)


def variants(official: str) -> Iterator[str]:
    """Comparable forms of an official name: the whole, and each part of ``Elche/Elx`` or ``Noain (Elortzibar)``."""
    yield normalise(official)
    if any(mark in official for mark in "/,("):
        yield from (normalise(part) for part in re.split(r"[/,()]", official) if part.strip())


def bare(name: str) -> str | None:
    """A comparable name without its article (``linea de la concepcion``); ``None`` when it has none to spare."""
    first, _, rest = name.partition(" ")
    return rest if first in _ARTICLES and len(rest) > 3 else None


def head(name: str) -> str | None:
    """The short form of a comparable name: the words before "de" (``sant cugat``); ``None`` when there is none."""
    words = name.split()
    cut = next((index for index, word in enumerate(words) if index and word in _LINKS), 0)
    short = words[:cut]
    if not short or short[-1] in _ARTICLES or len(" ".join(short)) < 4:
        return None
    return " ".join(short)


def abbreviated(name: str, abbreviations: Mapping[str, str]) -> Iterator[str]:
    """A comparable name with its usual words cut short, one or all: ``pto de sta maria``."""
    words = name.split()
    if len(words) == 1:
        return
    known = [index for index, word in enumerate(words) if word in abbreviations]
    for chosen in ([known] if len(known) > 1 else []) + [[index] for index in known]:
        yield " ".join(abbreviations[word] if index in chosen else word for index, word in enumerate(words))


def initialled(name: str) -> Iterator[str]:
    """A comparable name whose last word, after "de", is an initial: ``alcala de h``, ``sant feliu de ll``."""
    words = name.split()
    if len(words) > 2 and words[-2] in _LINKS and len(words[-1]) > 3:
        stem = " ".join(words[:-1])
        yield f"{stem} {words[-1][0]}"
        if words[-1].startswith("ll"):
            yield f"{stem} ll"


def basque_forms(name: str) -> Iterator[str]:
    """A comparable name with the endings of where, whence and whither: ``donostian``, ``donostiako``."""
    vowel = name[-1] in "aeiou"
    for ending in _AFTER_VOWEL if vowel else _AFTER_CONSONANT:
        yield name + ending
    if name.endswith("r"):
        for ending in ("en", "era", "etik", "eko", "erako"):
            yield f"{name}r{ending}"
    if name.endswith("a"):  # the article: Iruñea, Iruñeko; Donostia, Donostiko
        for ending in ("an", "ko", "ra", "tik", "rako", "koa"):
            yield name[:-1] + ending


def basque_contractions(name: str) -> Iterator[str]:
    """How a comparable name in -ea is said for short where one is: ``iruñen`` for ``iruñean``."""
    if name.endswith("ea"):
        yield name[:-1] + "n"
