"""Search by words (BM25) over the segments of one language.

The weights are computed from the postings when they are asked for: what is added or gone counts at once, and the scores
are those of an index built anew.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.index.nearest import Mask
from knowledge.index.postings import Postings
from knowledge.languages import Language
from knowledge.words.stemming import content_words, folded, stem

Scores = NDArray[np.float32]
WeightedTexts = list[tuple[NDArray[np.int64], Scores]]

_K1, _B = 1.2, 0.75


class LexicalScores(NamedTuple):
    """``scores``: of every text. ``most``: what a text could have, the sum over the query's words of their best.

    ``known``: from 0 to 1, how much of the query the index has words for, a word of no text counted as if one had it
    once. Of a query in another language it knows names, and words that happen to be written alike.
    """

    scores: Scores
    most: float
    known: float


class LexicalIndex:
    """BM25 as Lucene has it. ``living``: of each segment, the texts that still count."""

    def __init__(self, language: Language, segments: Sequence[Postings], living: Sequence[Mask]) -> None:
        self._language = language
        self._segments, self._living = tuple(segments), tuple(living)
        self._whole = [bool(mask.all()) for mask in living]
        self._starts = np.cumsum([0, *(len(mask) for mask in living)]).tolist()
        self._texts = sum(int(mask.sum()) for mask in living)
        words = sum(int(postings.lengths[mask].sum()) for postings, mask in zip(segments, living, strict=True))
        mean = max(1.0, words / max(1, self._texts))
        self._norms = [(_K1 * (1 - _B + _B * postings.lengths / mean)).astype(np.float32) for postings in segments]

    def scores(self, query: str) -> LexicalScores:
        """BM25 of every text for the query."""
        scores, most, unknown = np.zeros(self._starts[-1], np.float32), 0.0, 0
        known: dict[str, WeightedTexts] = {}
        for stems in self._stems(query):
            holding = {each: weighted for each in stems if (weighted := known.get(each) or self._weighted_texts(each))}
            unknown += not holding
            known |= holding
        for weighted in known.values():
            rarity = self._rarity(sum(len(texts) for texts, _ in weighted))
            for texts, weights in weighted:
                scores[texts] += rarity * weights
            most += float(rarity) * max(float(weights.max()) for _, weights in weighted)
        return LexicalScores(scores, most, most / (most + unknown * self._once()) if most else 0.0)

    def _weighted_texts(self, word: str) -> WeightedTexts:
        """The living texts with the word, as positions over all segments, and its weight in each; by segment."""
        each = (self._weighted_texts_in(number, word) for number in range(len(self._segments)))
        return [(texts, weights) for texts, weights in each if len(texts)]

    def _weighted_texts_in(self, number: int, word: str) -> tuple[NDArray[np.int64], Scores]:
        posting = self._segments[number].of(word)
        texts, counts = posting.texts, posting.counts.astype(np.float32)
        if not self._whole[number]:
            kept = self._living[number][texts]
            texts, counts = texts[kept], counts[kept]
        return texts + np.int64(self._starts[number]), counts / (counts + self._norms[number][texts])

    def _rarity(self, holding: int) -> np.float32:
        return np.float32(np.log1p((self._texts - holding + 0.5) / (holding + 0.5)))

    def _once(self) -> float:
        """The weight of the rarest word in a text of mean length that has it once."""
        return float(self._rarity(0)) / (1 + _K1)

    def _stems(self, query: str) -> Iterable[Iterable[str]]:
        """The stems each word of the query may stand for."""
        stems: dict[str, dict[str, None]] = {}
        for word in content_words(query, self._language):
            stemmed, bare = stem(word, self._language), folded(word)
            own = stems.setdefault(stemmed, {stemmed: None})
            for segment in self._segments:
                own |= dict.fromkeys(segment.standing_for(bare))
        return stems.values()
