"""Search over articles and added documents that knows which needs a question may be about."""

import math
from collections import defaultdict
from dataclasses import dataclass

from agents.answers.section_ranking import SectionQuery, rank_sections
from knowledge.languages import Language
from knowledge.search.knowledge_base import DailyIndex, KnowledgeBase


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage and its share of belief, from 0 to 1."""

    passage_id: str
    score: float


def search_passages(
    query: SectionQuery, language: Language | None, k: int, knowledge_base: KnowledgeBase, daily_index: DailyIndex
) -> list[FoundPassage]:
    """The best k. The belief that its needs leave over goes to passages near by meaning and words.

    Without a ``language`` passages of every language are near; those of the needs are in the query's own.
    """
    shares: dict[str, float] = defaultdict(float)
    vector = knowledge_base.vector(query.text)[0]
    ranked = rank_sections(query, daily_index, knowledge_base.facts, vector)
    believed = min(1.0, sum(one.confidence for one in query.needs)) if ranked else 0.0
    weights = [math.exp(one.score - ranked[0].score) for one in ranked]
    for one, weight in zip(ranked, weights, strict=True):
        shares[one.passage.id] += believed * weight / sum(weights)
    hits = daily_index.index.search(query.text, vector, language=language, day=daily_index.corpus.day, k=k)
    total = sum(hit.score for hit in hits) or 1.0
    for hit in hits:
        shares[hit.passage_id] += (1 - believed) * hit.score / total
    best = sorted(shares.items(), key=lambda one: (-one[1], one[0]))[:k]
    return [FoundPassage(passage_id, share) for passage_id, share in best]
