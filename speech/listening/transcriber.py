"""The port between calls and the transcriber of their sound."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol

from knowledge.languages import Language
from speech.segments import Heard, Samples


@dataclass(frozen=True, slots=True)
class TrackStart:
    """How a track begins. ``language``: locked when given, else heard. ``expected``: those of the conversation so far,
    likeliest first. ``at``: seconds of the track that were heard before (a call taken up again); ``number``: the
    number of the next segment. ``echo_of``: the track of the same call whose sound may leak into this one.
    """

    language: Language | None = None
    expected: tuple[Language, ...] = ()
    at: float = 0.0
    number: int = 0
    echo_of: "LiveTrack | None" = None


BEGINNING = TrackStart()
"""The start of a call of which nothing is known."""


class LiveTrack(Protocol):
    """A live track. All methods belong to one event loop."""

    def push(self, samples: Samples) -> None:
        """The next samples, in order; never waits. Raises ValueError after ``finish``."""
        ...

    def expect(self, language: Language) -> None:
        """Expect a language, as the agent says; the sound may prove otherwise."""
        ...

    def finish(self) -> None:
        """End the sound: the last words are written, then ``heard`` ends. Idempotent."""
        ...

    def drop(self) -> None:
        """Stop reading: nobody follows ``heard`` any more. Idempotent."""
        ...

    def heard(self) -> AsyncIterator[Heard]:
        """Yield words as they are spoken, to a single reader. Raises SpeechUnavailable when the model fails."""
        ...


class Transcriber(Protocol):
    """Transcribes the tracks of a process, which share its model."""

    def open(self, start: TrackStart = BEGINNING) -> LiveTrack:
        """Start a track."""
        ...

    async def close(self) -> None:
        """Let the tracks finish, then free the model."""
        ...
