"""Recorded sound to segments: each utterance is read once, whole, with the widest beam."""

from collections.abc import Iterable, Iterator

import onnxruntime

from speech.audio.vad import SpeechDetector
from speech.listening.language_belief import LanguageBelief
from speech.listening.listener import Pace, TrackListener
from speech.listening.reader import SpeechReader
from speech.listening.transcriber import BEGINNING, TrackStart
from speech.segments import Final, Samples, Segment

WHOLE = Pace(longest=26.0, hard=26.0)
"""Times for files: an utterance may be as long as one window."""

_NEVER = 1e9


def transcribe(
    pieces: Iterable[Samples],
    reader: SpeechReader,
    detector: onnxruntime.InferenceSession,
    start: TrackStart = BEGINNING,
) -> Iterator[Segment]:
    """Segments of one track; memory holds one piece and one utterance. Raises the errors of ``pieces``."""
    belief = LanguageBelief(start.expected, start.language)
    listener = TrackListener(reader.whisper.tokens, reader.terms, belief.best, start.at, start.number, pace=WHOLE)
    speech = SpeechDetector(detector)
    for piece in pieces:
        listener.push(piece, speech.push(piece).tolist())
        yield from _read(listener, reader, belief)
    listener.finish()
    yield from _read(listener, reader, belief)


def _read(listener: TrackListener, reader: SpeechReader, belief: LanguageBelief) -> Iterator[Segment]:
    while listener.due(_NEVER) == "final":
        read = reader.read_window(listener.job(), belief)
        for heard in listener.apply(read.job, read.reading, read.times):
            if isinstance(heard, Final):
                belief.next_utterance()
                yield heard.segment
