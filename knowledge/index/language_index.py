"""The passages of one language: what a search in it looks at."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.encoders.encoder import Vectors
from knowledge.index.fusion import trusted
from knowledge.index.lexical import LexicalIndex, Scores
from knowledge.index.nearest import Mask, Positions
from knowledge.index.segment import IndexSegment, PlacedSegment
from knowledge.languages import Language


@dataclass(frozen=True, slots=True)
class Candidates:
    """Rows, and of each: its cosine, the mean of that and its best sentence's, its share of the words asked for.

    ``trust``, from 0 to 1, is what words can tell, being those of the query's language or not.
    """

    rows: Positions
    similarity: Scores
    meaning: Scores
    words: Scores
    trust: float

    def best(self, wanted: int) -> "Candidates":
        """The candidates that rank first by cosine or first by words."""
        by_words = top(self.words, wanted)
        kept = np.union1d(top(self.similarity, wanted), by_words[self.words[by_words] > 0])
        return Candidates(self.rows[kept], self.similarity[kept], self.meaning[kept], self.words[kept], self.trust)

    @staticmethod
    def together(several: "Sequence[Candidates]", starts: Sequence[int]) -> "Candidates":
        """Merge candidates of several languages; ``starts`` give the first row of each in the whole index."""
        return Candidates(
            np.concatenate([part.rows + start for part, start in zip(several, starts, strict=True)]),
            np.concatenate([part.similarity for part in several]),
            np.concatenate([part.meaning for part in several]),
            np.concatenate([part.words for part in several]),
            max(part.trust for part in several),
        )


class LanguageIndex:
    """The segments of one language as one: rows are counted through them."""

    def __init__(self, language: Language, placed: Sequence[PlacedSegment]) -> None:
        self.language = language
        self.places: Positions = np.concatenate([segment.places for segment in placed])
        self._segments: tuple[IndexSegment, ...] = tuple(item.segment for item in placed)
        self._starts: NDArray[np.int64] = np.cumsum([0, *map(len, self._segments)])
        living = [segment.places >= 0 for segment in placed]
        self._lexical = LexicalIndex(language, [segment.postings for segment in self._segments], living)

    def __len__(self) -> int:
        return len(self.places)

    def candidates(self, text: str, vector: Vectors, mask: Mask, wanted: int) -> Candidates:
        """Rows that pass the mask and rank first by meaning or by words. ``vector``: shape (dimensions,)."""
        scores, most, known = self._lexical.scores(text)
        trust = trusted(known)
        # as a share of what was possible, so that languages compare
        words = scores * mask * np.float32(trust / (most or 1))
        holding = np.flatnonzero(words)
        rows = np.union1d(self.nearest(vector, mask, wanted), holding[top(words[holding], wanted)])
        similarity = self.similarities(rows, vector)
        meaning = (similarity + self._best_parts(rows, similarity, vector)) / np.float32(2)
        return Candidates(rows, similarity, meaning, words[rows], trust)

    def nearest(self, vector: Vectors, mask: Mask, wanted: int) -> Positions:
        """Rows that pass the mask and are nearest by meaning, in no order."""
        nearest_rows = [
            start + segment.find(vector, wanted, mask[start : start + len(segment)])
            for start, segment in zip(self._starts.tolist(), self._segments, strict=False)
        ]
        rows = np.concatenate(nearest_rows)
        return rows[top(self.similarities(rows, vector), wanted)] if len(rows) > wanted else rows

    def similarities(self, rows: Positions, vector: Vectors) -> Scores:
        """Cosine of each row and the vector, shape (dimensions,)."""
        similarities = np.empty(len(rows), np.float32)
        for segment, within, own in self._split(rows):
            similarities[within] = segment.encoded.similarities(own, vector)
        return similarities

    def _best_parts(self, rows: Positions, whole: Scores, vector: Vectors) -> Scores:
        best = whole.copy()
        for segment, within, own in self._split(rows):
            best[within] = segment.encoded.best_parts(own, whole[within], vector)
        return best

    def _split(self, rows: Positions) -> list[tuple[IndexSegment, Mask, Positions]]:
        """Each segment with the mask of its rows among these, and their positions within the segment."""
        owners = np.searchsorted(self._starts, rows, side="right") - 1
        return [
            (segment, owners == number, rows[owners == number] - self._starts[number])
            for number, segment in enumerate(self._segments)
        ]


def top(scores: Scores, wanted: int) -> Positions:
    """Positions of the highest, in no order."""
    if len(scores) <= wanted:
        return np.arange(len(scores))
    return np.argpartition(-scores, wanted)[:wanted]
