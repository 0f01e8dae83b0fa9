"""Two people of a call who take turns, out of the synthetic clips."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random

import numpy as np

from evals.speech.clips import Clip
from knowledge.languages import LANGUAGES, Language
from speech.segments import RATE, Samples

CLIPS = Path(__file__).parents[1] / "speech" / "data"


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """``side``: 0 or 1, who speaks ``said``; the other side is silent as long as ``sound``."""

    side: int
    said: str
    sound: Samples

    def heard_on(self, side: int) -> Samples:
        """Sound on the line of that side meanwhile."""
        return self.sound if side == self.side else np.zeros_like(self.sound)


def language_of(number: int) -> Language:
    """Language of a call: each in turn."""
    return LANGUAGES[number % len(LANGUAGES)]


def turns(clips: Sequence[Clip], number: int, seconds: float) -> Iterator[SpokenTurn]:
    """The call of a number, the same each time, in one language; no pause is longer than a breath."""
    order, length = Random(number), 0
    own = [clip for clip in clips if clip.language == language_of(number)]
    for turn, clip in enumerate(cycle(order.sample(own, len(own)))):
        sound = clip.samples(before=order.uniform(0.2, 0.6), after=order.uniform(0.2, 0.9))
        yield SpokenTurn(turn % 2, clip.said, sound)
        length += len(sound)
        if length >= seconds * RATE:
            return
