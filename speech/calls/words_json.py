"""Segments as JSON objects, as they are stored and as events carry them."""

from typing import Any

from speech.calls.record import Said
from speech.dictated import Dictated, read_dictated
from speech.digits_shown import with_digits
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
    dictated = read_dictated(segment.words, segment.language, said.asked)
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
        "figures": with_digits(segment, dictated),
        "dictated": [dictated_to_json(one) for one in dictated],
    }


def dictated_to_json(one: Dictated) -> dict[str, Any]:
    """A number somebody dictated; indexes are those of the segment's words."""
    return {
        "kind": one.kind,
        "value": one.value,
        "status": one.status,
        "words": list(one.words),
        "offer": one.offer or None,
        "again": list(one.again),
    }
