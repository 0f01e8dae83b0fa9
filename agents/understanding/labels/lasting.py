"""Whether what somebody says is a statement that lasts: not asked, nor said only for now or with a but."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agents.understanding.shared.tables import load_table
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseBook, PhraseHit

_SENTENCE_END = re.compile(r"[.!?;…]+(?=\s|\Z)|[¿\n]")
_CLAUSE_END = re.compile(r"[.,;:!?…\n]")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    follows: int
    """The beginning of the first word after it."""


@dataclass(frozen=True, slots=True)
class LastingReader:
    """``phrases``: of the table ``lasting``."""

    phrases: PhraseBook

    def lasts(self, hit: PhraseHit, folded: Folded) -> bool:
        """Whether it does: no word of its sentence, nor the first of the next, says until when or unless what."""
        text, found = folded.text, self.phrases.find(folded)
        if _is_asked(text, hit.end):
            return False
        sentence = _sentence_of(hit, text, [one.start for one in found if one.key == "asks_on"])
        return not any(_limits(one, hit, sentence, text) for one in found)


def load_lasting_reader() -> LastingReader:
    """From ``data/lasting``."""
    return LastingReader(PhraseBook(load_table("lasting")))


def _is_asked(text: str, place: int) -> bool:
    """Whether the clause that goes on there ends as a question."""
    end = _CLAUSE_END.search(text, place)
    return end is not None and end[0] == "?"


def _sentence_of(hit: PhraseHit, text: str, asked: Sequence[int]) -> _Sentence:
    """A question that begins in the middle of it is a sentence of its own."""
    ends = sorted({*(mark.end() for mark in _SENTENCE_END.finditer(text)), *asked})
    start = max((end for end in ends if end <= hit.start), default=0)
    end = min((end for end in ends if end >= hit.end), default=len(text))
    word = _WORD.search(text, end)
    follows = word.start() if word is not None and word.start() not in asked else len(text)
    return _Sentence(start, end, follows)


def _limits(one: PhraseHit, hit: PhraseHit, sentence: _Sentence, text: str) -> bool:
    """ "Is it open today?" after it limits nothing, and "But he comes back" does."""
    if one.key == "asks_on":
        return False
    if one.start == sentence.follows:
        return one.key == "but" or not _is_asked(text, one.end)
    begins = sentence.start if one.key == "for_now" else hit.end
    return begins <= one.start < sentence.end
