"""The sections of an article that are told for a question: the best, and others that may answer as well."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from agents.answers.aspect_model import AspectModel
from agents.answers.question import Question
from agents.answers.section_ranking import RankedSection, SectionQuery, is_clear, rank_sections
from agents.understanding.shared.labels import Candidate
from knowledge.content.measures import Measure, tells
from knowledge.encoders.encoder import Vectors
from knowledge.passages import Passage
from knowledge.search.knowledge_base import KnowledgeBase
from knowledge.words.stemming import content_words

SENTENCES_BESIDE = (4, 1)
"""Sentences that are told of a second section, and of a third: that one line holds the fact in one of a hundred."""
_HALF = 0.5
_CLOSE = 5.0
"""A section whose score is no further behind is told from too: of the questions where one is, it holds what the first
does not in about one of five."""
_CLOSE_LEANING = 2.0
"""The same for what leans: of the examples, 84 in 100 are answered by what is told then, 64 by the first alone."""
_BELIEVED = 0.2
"""Belief that examples give the aspect asked about, from which it is answered without looking at the others."""
Meaning = Callable[[], Vectors]
"""The vector of the question, encoded when it is first asked for, once."""


def choose_sections(
    question: Question, knowledge_base: KnowledgeBase, aspect_model: AspectModel | None = None
) -> tuple[Passage, ...]:
    """The section, and others of the same article that may answer as well; empty when there is none. May encode.

    ``aspect_model`` tells which aspect a question that leans is after; without it words do. Of the sections that may
    answer, the one of the aspect asked about comes first: "how much?" is answered with the amount.
    """
    meaning: Meaning = cache(lambda: knowledge_base.vector(question.text)[0])
    if question.leans and aspect_model:
        question = replace(question, wanted=replace(question.wanted, aspects=aspect_model.predict_aspects(meaning())))
    daily_index = knowledge_base.on(question.day)
    by_aspect = {passage.aspect: passage for passage in daily_index.corpus.passages(question.need, question.language)}
    asked = by_aspect.get(question.aspect) if question.aspect else None
    if (
        asked
        and _is_meant(question)
        and (question.measure is None or _has_figure(asked, question.measure, knowledge_base))
    ):
        return (asked,)
    if not (question.asks or question.measure) and asked is None and "what" in by_aspect:
        return (by_aspect["what"],)
    ranked = _rank(question, meaning, knowledge_base)
    if not ranked:
        return ()
    best, least = ranked[0], _CLOSE_LEANING if question.leans else _CLOSE
    close = [one for one in ranked if one.passage.need == best.passage.need and best.score - one.score < least]
    passages = [one.passage for one in close[: 1 + len(SENTENCES_BESIDE)]]
    return tuple(
        sorted(passages, key=lambda passage: (passage.aspect != question.aspect, _is_sequel(passage, question)))
    )


def _rank(question: Question, meaning: Meaning, knowledge_base: KnowledgeBase) -> list[RankedSection]:
    """Meaning is looked at where words leave it open, as they do in what leans."""
    query = SectionQuery(
        question.text, question.language, question.rivals or (Candidate(question.need, 1.0),), question.aspect,
        question.measure, question.wanted, question.leans,
    )  # fmt: skip
    daily_index = knowledge_base.on(question.day)
    if not query.leans:
        ranked = rank_sections(query, daily_index, knowledge_base.facts)
        if is_clear(ranked):
            return ranked
    return rank_sections(query, daily_index, knowledge_base.facts, meaning())


def _is_meant(question: Question) -> bool:
    """Whether the aspect read in its words is the one meant. What leans tells a circumstance, and less of the aspect:
    "when I stop for good, is it paid in full?" asks for no date. Unless it says nothing else: "any deadlines?".
    """
    aspects = question.wanted.aspects
    if question.rivals or question.aspect is None:
        return False
    says_more = question.leans and len(content_words(question.text, question.language)) > 1
    return not (says_more and aspects) or aspects.get(question.aspect, 0.0) >= _BELIEVED


def _is_sequel(passage: Passage, question: Question) -> bool:
    """Whether it tells what happens once all is done: told first only when that, or a figure of it, is asked for."""
    likely = question.wanted.aspects.get("after", 0.0) > _HALF or question.measure or question.wanted.figure
    return passage.aspect == "after" and not likely


def _has_figure(passage: Passage, measure: Measure, knowledge_base: KnowledgeBase) -> bool:
    return any(tells(sentence.facts, measure, knowledge_base.facts) for sentence in passage.sentences)
