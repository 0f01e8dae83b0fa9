"""The figures and letters said in some words, one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.languages import Language
from speech.segments import Word
from speech.spoken_text import SpokenText
from tools.dictation.taken_down import take_down


@dataclass(frozen=True, slots=True)
class Sign:
    """A figure or letter dictated, and the words that say it."""

    text: str
    words: tuple[int, ...]


def signs_said(words: Sequence[str], language: Language) -> list[Sign]:
    """In order; a letter that is also an ordinary word is none."""
    spoken = SpokenText(heard_well(words))
    return [
        Sign(sign, spoken.indexes(piece.start, piece.end))
        for run in take_down(spoken.folded, language)
        for piece in run
        if not piece.weak
        for sign in piece.readings[0]
    ]


def heard_well(words: Sequence[str]) -> list[Word]:
    """The words as if each were sure."""
    return [Word(text, float(at), float(at), 1.0) for at, text in enumerate(words)]
