"""The endpoints of utterances, from the probability of speech. Pure."""

from dataclasses import dataclass

from speech.audio.vad import FRAME
from speech.segments import RATE

FRAME_S = FRAME / RATE


@dataclass(frozen=True, slots=True)
class Hearing:
    """Thresholds of speech, in seconds. ``begins`` and ``goes_on``: probabilities.

    ``lead``: sound taken before the first frame. ``ends``: silence that ends an utterance; ``ends_number``: the same
    while a number is being dictated, which people do in groups.
    """

    begins: float = 0.5
    goes_on: float = 0.35
    lead: float = 0.3
    ends: float = 0.6
    ends_number: float = 1.1
    pause: float = 0.25


@dataclass(slots=True)
class Endpointer:
    """Follows one track. ``began`` and ``spoke``: seconds, of the first and the last frame with speech."""

    hearing: Hearing
    began: float | None = None
    spoke: float = 0.0
    voiced: float = 0.0
    now: float = 0.0

    def push(self, probability: float) -> None:
        """Take the next frame."""
        start, self.now = self.now, self.now + FRAME_S
        if probability >= (self.hearing.begins if self.began is None else self.hearing.goes_on):
            if self.began is None:
                self.began, self.voiced = start, 0.0
            self.spoke = self.now
            self.voiced += FRAME_S

    @property
    def silence(self) -> float:
        """Seconds since somebody last spoke in this utterance."""
        return self.now - self.spoke

    @property
    def pausing(self) -> bool:
        """Whether the silence is long enough for a word to be over."""
        return self.silence >= self.hearing.pause

    def ended(self, *, number: bool) -> bool:
        """Whether the utterance is over; ``number``: it ends in one that may go on."""
        needed = self.hearing.ends_number if number else self.hearing.ends
        return self.began is not None and self.silence >= needed

    def cut(self) -> None:
        """Mark the words so far as taken; the utterance goes on while somebody speaks."""
        self.voiced = 0.0
        if self.pausing:
            self.close()

    def close(self) -> None:
        """Mark the utterance as taken; the next frame with speech begins another."""
        self.began = None
