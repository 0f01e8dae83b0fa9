"""Search by words (BM25) over the segments of one language.

The weights are computed from the postings when they are asked for: what is added or gone counts at once, and the scores
are those of an index built anew.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.index.kinds import Mask
from knowledge.index.postings import Postings
from knowledge.languages import Language
from knowledge.words import content_words, folded, stem

Scores = NDArray[np.float32]

_K1, _B = 1.2, 0.75


class LexicalIndex:
    """BM25 as Lucene has it. ``living``: of each segment, the texts that still count."""

    def __init__(self, language: Language, segments: Sequence[Postings], living: Sequence[Mask]) -> None:
        self._language = language
        self._segments, self._living = tuple(segments), tuple(living)
        self._whole = [bool(mask.all()) for mask in living]
        self._starts = np.cumsum([0, *(len(mask) for mask in living)]).tolist()
        self._texts = sum(int(mask.sum()) for mask in living)
        words = sum(int(one.lengths[mask].sum()) for one, mask in zip(segments, living, strict=True))
        mean = max(1.0, words / max(1, self._texts))
        self._norms = [(_K1 * (1 - _B + _B * one.lengths / mean)).astype(np.float32) for one in segments]

    def scores(self, query: str) -> tuple[Scores, float]:
        """BM25 of every text, and the most that any text could have: the sum over the query's words of their best."""
        scores, most = np.zeros(self._starts[-1], np.float32), 0.0
        for word in self._stems(query):
            found = [self._found(number, word) for number in range(len(self._segments))]
            holding = sum(len(texts) for texts, _ in found)
            rarity = np.float32(np.log1p((self._texts - holding + 0.5) / (holding + 0.5)))
            for texts, weights in found:
                scores[texts] += rarity * weights
            most += float(rarity) * max(float(weights.max(initial=0.0)) for _, weights in found)
        return scores, most

    def _found(self, number: int, word: str) -> tuple[NDArray[np.int64], Scores]:
        """Of one segment the living texts with the word, as positions over all segments, and its weight in each."""
        posting = self._segments[number].of(word)
        texts, counts = posting.texts, posting.counts.astype(np.float32)
        if not self._whole[number]:
            kept = self._living[number][texts]
            texts, counts = texts[kept], counts[kept]
        return texts + np.int64(self._starts[number]), counts / (counts + self._norms[number][texts])

    def _stems(self, query: str) -> list[str]:
        stems: dict[str, None] = {}
        for word in content_words(query, self._language):
            stemmed, bare = stem(word, self._language), folded(word)
            if any(segment.has(stemmed) for segment in self._segments):
                stems[stemmed] = None
            for segment in self._segments:
                stems |= dict.fromkeys(segment.standing_for(bare))
        return list(stems)
