"""A message in pieces: what lies between its joints, which are marks and words that only join."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from agents.understanding.shared.tables import load_table
from knowledge.languages import Language
from tools.reading.folding import fold
from tools.reading.phrases import PhraseBook

_WORD = re.compile(r"\w")
_VERBS = frozenset({"da"})
"""Words that join in one dialect and are a verb in all: they stay with what they end."""


@dataclass(frozen=True, slots=True)
class MessagePiece:
    """A span of the text. ``joint``: the marks before it, "&" for a word that joins; ``ends``: those after it."""

    start: int
    end: int
    joint: str
    ends: str


def split_pieces(text: str, language: Language) -> list[MessagePiece]:
    """In order; every word of the text is in one, but for those that join. Never raises."""
    pieces: list[MessagePiece] = []
    start, before = 0, "^"
    for joint in _joints(language).finditer(text):
        mark = "&" if joint["word"] else joint[0].strip() or "\n"
        if _WORD.search(text, start, joint.start()):
            pieces.append(MessagePiece(start, joint.start(), before, mark))
            before = ""
        start, before = joint.end(), before + mark
    if _WORD.search(text, start):
        pieces.append(MessagePiece(start, len(text), before, ""))
    return pieces


def without_last_joint(text: str, language: Language) -> str:
    """What stands before a piece, without the words that join it to that and the marks that open it."""
    return _last_joint(language).sub("", text).strip()


def begins_another(text: str) -> bool:
    """Whether a piece says itself that another question begins: "and another thing"."""
    return any(not hit.start for hit in _another().find(fold(text.strip())))


@cache
def _another() -> PhraseBook:
    return PhraseBook({"another": [phrase for said in load_table("another").values() for phrase in said]})


@cache
def _last_joint(language: Language) -> re.Pattern[str]:
    words: Mapping[str, list[str]] = load_table("joins")
    joining = "|".join(word for word in words[language] if word not in _VERBS)
    return re.compile(rf"(?:[\s¿¡–-]|(?<!\w)(?:{joining})(?!\w)[,;:…]?)+\Z", re.IGNORECASE)


@cache
def _joints(language: Language) -> re.Pattern[str]:
    words: Mapping[str, list[str]] = load_table("joins")
    return re.compile(rf"[.?!¿¡;,:…\n]+|\s[-–]\s|(?<!\w)(?P<word>{'|'.join(words[language])})(?!\w)", re.IGNORECASE)
