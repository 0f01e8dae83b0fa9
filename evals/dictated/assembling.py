"""Clips of single words put together as somebody dictates: short gaps within a group, longer ones between groups."""

import random
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from evals.dictated.cases import Groups

Samples = NDArray[np.float32]

_WITHIN, _BETWEEN = (0.03, 0.12), (0.25, 0.6)
"""Seconds of the gaps."""
_QUIET = 0.02
"""Of the loudest sample: below it the ends of a clip are silence."""


def assembled(groups: Groups, clip_of: Callable[[str], Samples], rate: int, draw: random.Random) -> Samples:
    """The sound of a dictation, shape (samples,) at ``rate``, with a little silence at both ends."""
    return np.concatenate(list(_parts(groups, clip_of, rate, draw)))


def _parts(groups: Groups, clip_of: Callable[[str], Samples], rate: int, draw: random.Random) -> Iterator[Samples]:
    yield _silence(_BETWEEN, rate, draw)
    for group in groups:
        for index, said in enumerate(group):
            if index:
                yield _silence(_WITHIN, rate, draw)
            yield clip_of(said)
        yield _silence(_BETWEEN, rate, draw)


def _silence(seconds: tuple[float, float], rate: int, draw: random.Random) -> Samples:
    return np.zeros(int(draw.uniform(*seconds) * rate), dtype=np.float32)


def trimmed(samples: Samples) -> Samples:
    """Without the silence at its ends."""
    loud = np.flatnonzero(np.abs(samples) > _QUIET * np.abs(samples).max(initial=0))
    return samples[loud[0] : loud[-1] + 1] if loud.size else samples
