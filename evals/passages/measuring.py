"""Which way puts the right passage first, or among three."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.figures import Share
from evals.passages.sets import Question
from evals.passages.ways import Way

_AMONG = 3


@dataclass(frozen=True, slots=True)
class Found:
    """Of one way: how often the right passage was first, and among three."""

    first: Share
    among_three: Share


@dataclass(frozen=True, slots=True)
class Duel:
    """The questions that only one of two ways puts right: what tells them apart when both answer the same ones."""

    won: int
    lost: int

    @property
    def chance(self) -> float:
        """Of a difference like this or larger between ways that are alike: the exact sign test, both sides."""
        from scipy.stats import binomtest

        played = self.won + self.lost
        return float(binomtest(self.won, played).pvalue) if played else 1.0


Ranks = Mapping[str, Sequence[int]]


def ranks(questions: Sequence[Question], ways: Mapping[str, Way]) -> Ranks:
    """By way, of each question the place of the right passage, from 0; a large one when it was not found."""
    return {name: [_rank(way(one.text), one.passages) for one in questions] for name, way in ways.items()}


def found(places: Iterable[int]) -> Found:
    """Counted."""
    seen = list(places)
    return Found(*(Share(sum(place < among for place in seen), len(seen)) for among in (1, _AMONG)))


def duel(ours: Sequence[int], theirs: Sequence[int]) -> Duel:
    """Of two ways over the same questions, at the first place."""
    pairs = list(zip(ours, theirs, strict=True))
    return Duel(sum(a == 0 < b for a, b in pairs), sum(b == 0 < a for a, b in pairs))


_NOT_FOUND = 1_000_000


def _rank(ranking: Sequence[str], right: Sequence[str]) -> int:
    return next((place for place, found in enumerate(ranking) if found in right), _NOT_FOUND)
