"""Segments as JSON objects, as they are stored and as events carry them."""

from typing import Any

from speech.calls.record import Said
from speech.segments import Segment, Word


def words_to_json(segment: Segment) -> list[dict[str, Any]]:
    """Its words: text, seconds of the call, confidence."""
    return [{"text": w.text, "start": w.start, "end": w.end, "confidence": w.confidence} for w in segment.words]


def words_of_json(words: list[dict[str, Any]]) -> tuple[Word, ...]:
    """The inverse."""
    return tuple(Word(w["text"], w["start"], w["end"], w["confidence"]) for w in words)


def said_to_json(said: Said) -> dict[str, Any]:
    """A segment as the event ``final`` and ``GET /v1/calls/{id}`` tell it."""
    segment = said.segment
    words = [{**word, "suspect": w.suspect} for word, w in zip(words_to_json(segment), segment.words, strict=True)]
    return {
        "number": segment.number,
        "track": said.track,
        "start": segment.start,
        "end": segment.end,
        "text": segment.text,
        "language": segment.language,
        "confidence": segment.confidence,
        "words": words,
    }
