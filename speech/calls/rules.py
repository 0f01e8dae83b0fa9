"""What calls may take of a machine."""

from dataclasses import dataclass
from datetime import timedelta

from speech.segments import RATE

LONGEST_GAP_S = 3600
"""Sound that is missing becomes silence, up to this; a longer leap is a mistake of whoever counts."""


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
    """How long kept sound is kept."""
    life: timedelta = timedelta(days=365)
    """How long what was said is kept."""
