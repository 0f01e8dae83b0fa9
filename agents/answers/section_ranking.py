"""Sections of the articles ranked for a question, by a linear score over what they say and what is asked.

Questions that lean on what was said before have weights of their own.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from agents.answers.ranking_weights import Features, load_weights
from agents.understanding.question.expected_answer import ExpectedAnswer
from agents.understanding.shared.labels import Candidate
from knowledge.content.facts import FactTable
from knowledge.content.measures import Measure, figures, tells
from knowledge.encoders.encoder import Vectors
from knowledge.languages import Language
from knowledge.passages import Aspect, Passage
from knowledge.search.knowledge_base import DailyIndex
from knowledge.words.stemming import content_words, stem

_LEAST_BELIEF = 1e-3
_LEAST_ASPECT, _LEAST_FIGURE = 0.02, 0.05
"""Added to probabilities that examples gave: what they find impossible may be."""
_CLEAR = 3.0
"""Half of the questions of the suite have so clear a first section; with meaning it is the same in 99.6 % of them."""


@dataclass(frozen=True, slots=True)
class SectionQuery:
    """A question as understood: ``needs`` it may be about, likeliest first, the aspect asked about and the figure.

    ``aspect`` and ``measure`` were read in its words; ``wanted`` says how likely each is.
    """

    text: str
    language: Language
    needs: tuple[Candidate, ...]
    aspect: Aspect | None
    measure: Measure | None
    wanted: ExpectedAnswer = field(default_factory=ExpectedAnswer)
    leans: bool = False
    """It does not name its need."""


@dataclass(frozen=True, slots=True)
class RankedSection:
    """A section and its score: one more is e times likelier to be the one."""

    passage: Passage
    score: float


def rank_sections(
    query: SectionQuery, daily_index: DailyIndex, facts: FactTable, vector: Vectors | None = None
) -> list[RankedSection]:
    """The sections of the needs' articles, the likeliest to answer first.

    ``vector``: the question's, (dimensions,); without it meaning is left out.
    """
    weights = load_weights("leaning" if query.leans else "naming")
    scored = [
        RankedSection(passage, features.score(weights))
        for passage, features in section_features(query, daily_index, facts, vector)
    ]
    return sorted(scored, key=lambda one: -one.score)


def is_clear(ranked: Sequence[RankedSection]) -> bool:
    """Whether the first leads by so much that meaning would not change it: encoding can be spared."""
    return len(ranked) > 1 and ranked[0].score - ranked[1].score > _CLEAR


def section_features(
    query: SectionQuery, daily_index: DailyIndex, facts: FactTable, vector: Vectors | None = None
) -> list[tuple[Passage, Features]]:
    """Every section of the needs' articles in the question's language, with its features."""
    beliefs = {one.need: math.log(max(one.confidence, _LEAST_BELIEF)) for one in query.needs}
    passages = [passage for need in beliefs for passage in daily_index.corpus.passages(need, query.language)]
    if vector is None:
        similarities = [0.0] * len(passages)
    else:
        similarities = daily_index.index.similarities([passage.id for passage in passages], vector)
    worth = _worth(query, passages)
    found = []
    for passage, similarity in zip(passages, similarities, strict=True):
        shares = _shares(passage, query, facts)
        features = Features(
            belief=beliefs[passage.need],
            meaning=similarity,
            aspect=float(query.aspect == passage.aspect),
            measure=float(bool(shares)),
            near=max(shares, default=0.0),
            words=max(share_said(sentence.text, query.text, query.language) for sentence in passage.sentences),
            rare=max(
                sum(worth[word] for word in worth.keys() & _stems(sentence.text, query.language))
                for sentence in passage.sentences
            ),
            likely_aspect=math.log(query.wanted.aspects.get(passage.aspect, 0.0) + _LEAST_ASPECT),
            likely_figure=math.log(_wanted(passage, query.wanted, facts) + _LEAST_FIGURE),
            aside=float(passage.aspect in ("mistakes", "related")),
        )
        found.append((passage, features))
    return found


def _worth(query: SectionQuery, passages: Sequence[Passage]) -> dict[str, float]:
    """The inverse frequency of each word among the sections, from 0 to 1; empty unless the question leans."""
    if not query.leans:
        return {}
    held = [
        frozenset[str]().union(*(_stems(sentence.text, query.language) for sentence in passage.sentences))
        for passage in passages
    ]
    counts = {word: sum(word in words for words in held) for word in _stems(query.text, query.language)}
    most = math.log(max(len(passages), 2))
    return {word: math.log(len(passages) / count) / most for word, count in counts.items() if count}


def _wanted(passage: Passage, wanted: ExpectedAnswer, facts: FactTable) -> float:
    """The probability that one of the passage's figures is of the kind asked for."""
    told = figures((fact for sentence in passage.sentences for fact in sentence.facts), facts)
    return sum(wanted.figures.get(figure, 0.0) for figure in told)


def _shares(passage: Passage, query: SectionQuery, facts: FactTable) -> Sequence[float]:
    """For each sentence with a figure of the kind asked for, its share of the question's words."""
    if query.measure is None:
        return ()
    return [
        share_said(sentence.text, query.text, query.language)
        for sentence in passage.sentences
        if tells(sentence.facts, query.measure, facts)
    ]


def share_said(sentence: str, question: str, language: Language) -> float:
    """The share of the question's words that the sentence has, from 0 to 1."""
    asked = _stems(question, language)
    return len(asked & _stems(sentence, language)) / len(asked) if asked else 0.0


@lru_cache(maxsize=32768)
def _stems(text: str, language: Language) -> frozenset[str]:
    return frozenset(stem(word, language) for word in content_words(text, language))
