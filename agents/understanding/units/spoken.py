"""A question as it was spoken: with its parts, after what was said before it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from knowledge.encoders.encoder import Vectors
from knowledge.languages import Language
from knowledge.passages import Aspect, UnitId

_BETWEEN = re.compile(r"[.?!¿¡;,:]+|\s[-–]\s")
_KEPT = 0.6
"""The share of a belief that lasts until the next message. Of 490 questions of strangers 0.3 to 0.7 read about as many
right."""
_MOST = 8
"""Needs that are remembered."""


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """What a conversation knows before a message. ``topic``: the need on the table."""

    text: str = ""
    """The citizen's message before."""
    beliefs: Mapping[str, float] = field(default_factory=dict)
    """How probably each need was spoken of, the later the more."""
    told: frozenset[UnitId] = frozenset()
    topic: str | None = None

    def believed_after(self, needs: Mapping[str, float]) -> dict[str, float]:
        """The beliefs after a message that is about ``needs`` with those probabilities; the likeliest ones."""
        kept = _KEPT if self.beliefs else 0.0
        every = {*self.beliefs, *needs}
        mixed = {need: kept * self.beliefs.get(need, 0.0) + (1 - kept) * needs.get(need, 0.0) for need in every}
        likeliest = sorted(mixed.items(), key=lambda one: (-one[1], one[0]))[:_MOST]
        return {need: round(share, 3) for need, share in likeliest}


NOTHING_SAID = SaidBefore()


@dataclass(frozen=True, slots=True)
class SpokenQuestion:
    """``parts``: vectors of its sentences and clauses, shape (parts, dimensions); ``after``: the vector of
    ``text_after``, which is the message before and this one.
    """

    text: str
    language: Language
    parts: Vectors
    text_after: str
    after: Vectors


class PosedTurn(NamedTuple):
    """A question with all that says what it asks for.

    ``alone``: the probability of each need by the message alone; together less than 1 where it may lie outside.
    ``sides``: of each side of a need; ``leans``: how probably the message leans on what was said before.
    """

    question: SpokenQuestion
    alone: Mapping[str, float]
    before: SaidBefore = NOTHING_SAID
    sides: Mapping[Aspect, float] = MappingProxyType({})
    leans: float = 0.0


def unbroken(text: str, language: Language, vector: Vectors) -> SpokenQuestion:
    """A clause by itself: it is in one part, and weighed without the message before."""
    return SpokenQuestion(text, language, vector[None, :], text, vector)


def speak(
    text: str, language: Language, before: SaidBefore, encode: Callable[[Sequence[str]], Vectors]
) -> SpokenQuestion:
    """The question with its vectors."""
    vectors = encode(texts_of(text, before))
    return SpokenQuestion(text, language, vectors[1:], spoken_after(before.text, text), vectors[0])


def texts_of(text: str, before: SaidBefore) -> list[str]:
    """The texts that are encoded: after the message before, then in parts; the whole where it has none."""
    return [spoken_after(before.text, text), *(with_parts(text)[1:] or [text])]


def spoken_after(before: str, text: str) -> str:
    """The message before, if there is one, and this one."""
    return f"{before}. {text}" if before else text


def with_parts(text: str, least_words: int = 3) -> list[str]:
    """The text, and each of its sentences and clauses of so many words: "I have a baby, how much is it?" asks only in
    the second. Of 1,080 such questions (``suites/facts.yaml``) 82 in 100 have the figure asked for in the first unit
    with its parts, 77 without.
    """
    parts = (part.strip() for part in _BETWEEN.split(text))
    return list(dict.fromkeys([text, *(part for part in parts if len(part.split()) >= least_words)]))
