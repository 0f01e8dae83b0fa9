"""Limits of calls."""

from dataclasses import dataclass
from datetime import timedelta

from speech.segments import RATE

LONGEST_GAP_S = 3600
"""Missing sound becomes silence, up to these seconds; a longer leap is a mistake of the sender."""


@dataclass(frozen=True, slots=True)
class CallRules:
    """``most``: calls that are heard at once. ``grace``: how long a call waits to be taken up again.
    ``silence_s``: how long a line may send nothing. ``last_words_s``: how long one waits for what its side said last to
    be written; it is written all the same. ``ahead_s`` and ``catch_up``: see ``Line.feed``.
    """

    most: int = 8
    grace: timedelta = timedelta(minutes=2)
    silence_s: float = 60.0
    last_words_s: float = 30.0
    ahead_s: float = 10.0
    catch_up: float = 2.0
    longest_s: float = 12 * 3600.0
    rate: int = RATE
    audio_life: timedelta = timedelta(days=30)
    """How long kept sound stays."""
    life: timedelta = timedelta(days=365)
    """How long transcripts stay."""
