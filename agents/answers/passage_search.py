"""Search over articles and added documents that knows which needs a question may be about."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from agents.answers.line_ranking import UnitRanker
from agents.understanding.shared.labels import Candidate
from knowledge.languages import Language
from knowledge.search.knowledge_base import DailyIndex, KnowledgeBase


@dataclass(frozen=True, slots=True)
class PassageQuery:
    """``needs`` that the text may be about, with their probabilities; ``language`` is its own."""

    text: str
    language: Language
    needs: Sequence[Candidate]


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage and its share of belief, from 0 to 1."""

    passage_id: str
    score: float


@dataclass(frozen=True, slots=True)
class PassageFinder:
    """``ranker`` finds the units of the needs; the index, what is near by meaning and words."""

    ranker: UnitRanker
    knowledge_base: KnowledgeBase
    daily_index: DailyIndex

    def search(self, query: PassageQuery, language: Language | None, k: int) -> list[FoundPassage]:
        """The best k. The belief that its needs leave over goes to passages near by.

        Without a ``language`` passages of every language are near; those of the needs are in the query's own.
        """
        shares: dict[str, float] = defaultdict(float)
        corpus, needs = self.daily_index.corpus, {one.need: one.confidence for one in query.needs}
        believed = min(1.0, sum(needs.values()))
        for unit, chance in self.ranker.rank_units(query.text, query.language, needs) if needs else ():
            if passage := corpus.about(unit.need, query.language, unit.aspect):
                shares[passage.id] += believed * chance
        vector = self.knowledge_base.vector(query.text)[0]
        hits = self.daily_index.index.search(query.text, vector, language=language, day=corpus.day, k=k)
        total = sum(hit.score for hit in hits) or 1.0
        for hit in hits:
            shares[hit.passage_id] += (1 - believed) * hit.score / total
        best = sorted(shares.items(), key=lambda one: (-one[1], one[0]))[:k]
        return [FoundPassage(passage_id, share) for passage_id, share in best]
