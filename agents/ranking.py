"""Which section answers: by meaning, by the side of the need asked about and by the figure asked for.

A linear score. The weights are fitted by ``python -m evals.ranking`` on half of the questions of ``suites/facts.yaml``
(by hash); the other half says what they are worth.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter

from agents.understanding.reading import Candidate
from knowledge.bookcase import Shelf
from knowledge.encoder import Vectors
from knowledge.facts import FactTable
from knowledge.languages import Language
from knowledge.measures import Measure, tells
from knowledge.passages import Aspect, Passage
from knowledge.words import content_words, stem

_LEAST_BELIEF = 1e-3


@dataclass(frozen=True, slots=True)
class Query:
    """A question as understood: ``needs`` it may be about, likeliest first, the side asked about and the figure."""

    text: str
    language: Language
    needs: tuple[Candidate, ...]
    aspect: Aspect | None
    measure: Measure | None


@dataclass(frozen=True, slots=True)
class Features:
    """Of one section for one question; as weights, what each is worth."""

    belief: float
    """Logarithm of the need's probability."""
    meaning: float
    """Cosine."""
    aspect: float
    """It is the section of the side asked about."""
    opening: float
    """No side was asked about, and it says what the need is."""
    measure: float
    """It has a figure of the kind asked for."""
    near: float
    """Share of the question's words in the sentence with that figure."""
    aside: float
    """It is about mistakes or other procedures."""


_values = attrgetter(*(one.name for one in fields(Features)))

WEIGHTS = Features(belief=0.6, meaning=100.0, aspect=2.7, opening=-4.0, measure=4.5, near=5.0, aside=-3.7)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A section and its score: one more is e times likelier to be the one."""

    passage: Passage
    score: float


def rank(query: Query, vector: Vectors, shelf: Shelf, facts: FactTable) -> list[Ranked]:
    """The sections of the needs' articles, the likeliest to answer first. ``vector``: the question's, (dimensions,)."""
    looked = [(passage, scored(features)) for passage, features in look(query, vector, shelf, facts)]
    return [Ranked(passage, score) for passage, score in sorted(looked, key=lambda one: -one[1])]


def scored(features: Features, weights: Features = WEIGHTS) -> float:
    """Their weighted sum."""
    return float(sum(value * weight for value, weight in zip(_values(features), _values(weights), strict=True)))


def look(query: Query, vector: Vectors, shelf: Shelf, facts: FactTable) -> list[tuple[Passage, Features]]:
    """Every section of the needs' articles in the question's language, with its features."""
    beliefs = {one.need: math.log(max(one.confidence, _LEAST_BELIEF)) for one in query.needs}
    passages = [passage for need in beliefs for passage in shelf.library.passages(need, query.language)]
    similarities = shelf.index.similarities([passage.id for passage in passages], vector)
    found = []
    for passage, similarity in zip(passages, similarities, strict=True):
        shares = _shares(passage, query, facts)
        features = Features(
            belief=beliefs[passage.need],
            meaning=similarity,
            aspect=float(query.aspect == passage.aspect),
            opening=float(query.aspect is None and passage.aspect == "what"),
            measure=float(bool(shares)),
            near=max(shares, default=0.0),
            aside=float(passage.aspect in ("mistakes", "related")),
        )
        found.append((passage, features))
    return found


def _shares(passage: Passage, query: Query, facts: FactTable) -> Sequence[float]:
    """Of each sentence with a figure of the kind asked for, the share of the question's words that it has."""
    if query.measure is None:
        return ()
    return [
        share_said(sentence.text, query.text, query.language)
        for sentence in passage.sentences
        if tells(sentence.facts, query.measure, facts)
    ]


def share_said(sentence: str, question: str, language: Language) -> float:
    """How many of the question's words the sentence has, from 0 to 1."""
    asked = _stems(question, language)
    return len(asked & _stems(sentence, language)) / len(asked) if asked else 0.0


@lru_cache(maxsize=8192)
def _stems(text: str, language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in content_words(text, language))
