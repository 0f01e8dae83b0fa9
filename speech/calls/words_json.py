"""Segments as JSON objects, as they are stored and as events carry them."""

from collections.abc import Sequence
from typing import Any

from speech.calls.record import Said
from speech.calls.told import Told, told_in
from speech.dictated.dictated import DictatedNumber
from speech.dictated.digits_shown import with_digits
from speech.segments import Segment, Word


def words_to_json(segment: Segment) -> list[dict[str, Any]]:
    """Its words: text, seconds of the call, confidence."""
    return [{"text": w.text, "start": w.start, "end": w.end, "confidence": w.confidence} for w in segment.words]


def words_of_json(words: list[dict[str, Any]]) -> tuple[Word, ...]:
    """The inverse."""
    return tuple(Word(w["text"], w["start"], w["end"], w["confidence"]) for w in words)


def segment_to_json(segment: Segment) -> dict[str, Any]:
    """As it is kept beside another."""
    return {"number": segment.number, "language": segment.language, "words": words_to_json(segment)}


def segment_of_json(segment: dict[str, Any]) -> Segment:
    """The inverse."""
    return Segment(segment["number"], segment["language"], words_of_json(segment["words"]))


def all_to_json(said: Sequence[Said]) -> list[dict[str, Any]]:
    """A whole call, in the same order: of a number completed later, its parts ask for nothing any more."""
    return [told_to_json(one) for one in told_in(said)]


def said_to_json(said: Said) -> dict[str, Any]:
    """A segment as the event ``final`` tells it."""
    return told_to_json(Told(said))


def told_to_json(told: Told) -> dict[str, Any]:
    """The same, of what is known of its numbers."""
    said, segment = told.said, told.said.segment
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
        "figures": with_digits(segment, told.dictated, told.whole_later),
        "dictated": [dictated_to_json(one) for one in told.dictated],
    }


def dictated_to_json(one: DictatedNumber) -> dict[str, Any]:
    """A number somebody dictated; indexes are those of the segment's words."""
    return {
        "kind": one.kind,
        "value": one.value,
        "status": one.status,
        "words": list(one.words),
        "offer": one.offer or None,
        "again": list(one.again),
        "begun": one.begun and one.begun._asdict(),
    }
