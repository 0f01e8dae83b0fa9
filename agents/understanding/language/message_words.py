"""What a message has to say about its language: words, without what is of no language or only made to look long."""

import re
from dataclasses import dataclass

_ADDRESS = re.compile(
    r"@?[^\s@]{1,64}@[^\s@]{1,253}?\.\S+"
    r"|https?:\S*|www\.\S+"
    r"|\b\w{1,63}(?:\.\w{1,63}){0,8}\.(?:com|org|net|es|cat|gal|eus|fr|pt|ly|me)\b\S*"
    r"|[@#]\w+|&\w+;|\bRT\b"
)
"""The lengths are the longest that mail and domain names may have: without them a run of one sign takes its cube."""
_LONG = re.compile(r"([^\W\d_])\1{2,}")
_LAUGHTER = re.compile(
    r"\b(?:[aeiou]?(?:[jh][aeiou]+){2,}[jh]?|(?:x[aei]){2,}x?|k{3,}|(?:rs){2,}|l+o+l+|x+d+)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:[·'-][^\W\d_]+)*")
_NUMBERED = re.compile(r"\b\w*\d\w*")
_APOSTROPHES = str.maketrans("’ʼ`´", "''''")
_NAME = 0.5
"""What a word that looks like a name counts: names are the same in every language."""


@dataclass(frozen=True, slots=True)
class MessageWord:
    """A word in lower case and how much it counts (0-1)."""

    text: str
    weight: float = 1.0


def plain(text: str) -> str:
    """Without addresses, mentions, hashtags, codes and laughter; "holaaaa" is "hola"."""
    text = _ADDRESS.sub(" ", text.translate(_APOSTROPHES))
    return _LONG.sub(r"\1", _LAUGHTER.sub(" ", _NUMBERED.sub(" ", text)))


def language_words(text: str) -> tuple[MessageWord, ...]:
    """The words of a message, in order; those with a capital inside a sentence count as names."""
    cleaned = plain(text)
    found = list(_WORD.finditer(cleaned))
    capitals = sum(match.group()[0].isupper() for match in found)
    if capitals * 2 > len(found):
        return tuple(MessageWord(match.group().casefold()) for match in found)
    return tuple(MessageWord(match.group().casefold(), _weight(match, cleaned)) for match in found)


def _weight(match: re.Match[str], text: str) -> float:
    before = text[: match.start()].rstrip()
    begins = not before or before[-1] in ".!?…:¿¡\"'«“-"
    return 1.0 if begins or not match.group()[0].isupper() else _NAME
