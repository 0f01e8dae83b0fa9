"""Words as features of a linear model, hashed to so many places: what a vector of the meaning does not tell."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np

from agents.understanding.shared.ngrams import Floats

PLACES = 4096


def hashed(terms: Iterable[str], value: float) -> Floats:
    """``value`` at the place of each term, shape (``PLACES``,)."""
    row = np.zeros(PLACES, np.float32)
    for term in terms:
        row[crc32(term.encode()) % PLACES] = value
    return row


def terms_of(words: Sequence[str]) -> Iterator[str]:
    """The words, the pairs of neighbours, and those that they begin and end with."""
    yield from (f"word {word}" for word in words)
    yield from (f"pair {one} {next_one}" for one, next_one in pairwise(words))
    yield from (f"first {' '.join(words[:length])}" for length in (1, 2, 3))
    yield from (f"last {' '.join(words[-length:])}" for length in (1, 2))
