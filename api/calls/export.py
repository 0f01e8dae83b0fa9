"""Transcripts as text and WebVTT, and kept sound as WAV."""

import struct
from collections.abc import Iterator, Sequence

from agents.phrases.phrases import Phrases
from knowledge.languages import Language
from speech.audio.pcm import BYTES, to_s16le
from speech.calls.record import Said
from speech.calls.segment_numbers import SegmentNumbers, numbers_in_call
from speech.calls.sound_store import TrackSound
from speech.dictated.digits_shown import marked_with_digits
from speech.segments import RATE, Segment

_VTT_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def as_text(said: Sequence[Said], phrases: Phrases, language: Language) -> str:
    """A line for each segment: when, who, what."""
    return "".join(
        f"[{_clock(one.said.segment.start)}] {_side(one, phrases, language)}: {_text(one)}\n"
        for one in numbers_in_call(said)
    )


def as_vtt(said: Sequence[Said], phrases: Phrases, language: Language) -> str:
    """A cue for each segment, its voice the side that says it."""
    cues = [
        f"{number}\n{_times(one.said.segment)}\n<v {_side(one, phrases, language)}>{_vtt(_text(one))}</v>\n"
        for number, one in enumerate(numbers_in_call(said), start=1)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def wav_bytes(sound: TrackSound) -> int:
    """Length of the whole file."""
    return 44 + BYTES * sound.samples


def as_wav(sound: TrackSound) -> Iterator[bytes]:
    """16 bits, mono, 16 kHz, from the beginning of the call, in pieces."""
    data = BYTES * sound.samples
    form = struct.pack("<4sI4s4sIHHIIHH", b"RIFF", 36 + data, b"WAVE", b"fmt ", 16, 1, 1, RATE, 2 * RATE, 2, 16)
    yield form + struct.pack("<4sI", b"data", data)
    for piece in sound.pieces():
        yield to_s16le(piece)


def _side(one: SegmentNumbers, phrases: Phrases, language: Language) -> str:
    return phrases.say(language, f"call-side-{one.said.track}")


def _text(one: SegmentNumbers) -> str:
    """In one line: what was surely dictated in figures, doubtful words with a sign."""
    return " ".join(marked_with_digits(one.said.segment, one.dictated, one.whole_later).split())


def _vtt(text: str) -> str:
    return text.translate(_VTT_SIGNS)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def _times(segment: Segment) -> str:
    """Of a cue, which has to last."""
    start = round(segment.start * 1000)
    return f"{_stamp(start)} --> {_stamp(max(round(segment.end * 1000), start + 1))}"


def _stamp(thousandths: int) -> str:
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"
