"""Segments as JSON objects, as they are stored and as events carry them."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from speech.calls.record import CallEvent, EventKind, Said
from speech.calls.segment_numbers import SegmentNumbers, numbers_in_call
from speech.dictated.dictated_identities import DictatedNumber
from speech.dictated.digits_shown import with_digits
from speech.segments import Segment, Word
from tools.contacts.contact import ContactEvent


def words_to_json(segment: Segment) -> list[dict[str, Any]]:
    """Its words: text, seconds of the call, confidence."""
    return [{"text": w.text, "start": w.start, "end": w.end, "confidence": w.confidence} for w in segment.words]


def words_of_json(words: list[dict[str, Any]]) -> tuple[Word, ...]:
    """The inverse."""
    return tuple(Word(w["text"], w["start"], w["end"], w["confidence"]) for w in words)


def segment_to_json(segment: Segment) -> dict[str, Any]:
    """A segment kept beside another, as JSON."""
    return {"number": segment.number, "language": segment.language, "words": words_to_json(segment)}


def segment_of_json(segment: dict[str, Any]) -> Segment:
    """The inverse."""
    return Segment(segment["number"], segment["language"], words_of_json(segment["words"]))


def said_to_row(said: Said) -> dict[str, Any]:
    """The stored fields of a segment besides its call, track and number."""
    return {
        "language": said.segment.language,
        "words": words_to_json(said.segment),
        "asked": sorted(said.asked),
        "before": [segment_to_json(one) for one in said.before],
    }


def said_of_row(row: Mapping[str, Any]) -> Said:
    """The inverse, with track and number."""
    segment = Segment(row["number"], row["language"], words_of_json(row["words"]))
    return Said(row["track"], segment, frozenset(row["asked"]), tuple(segment_of_json(one) for one in row["before"]))


def call_event(event: ContactEvent) -> CallEvent:
    """An event of the log as a call tells it: a ``final`` with its words and the numbers read in them."""
    body = said_to_json(said_of_row(event.data)) if event.kind == "final" else event.data
    return CallEvent(event.number, cast(EventKind, event.kind), body)


def all_to_json(said: Sequence[Said]) -> list[dict[str, Any]]:
    """A whole call, in the same order: of a number completed later, its parts ask for nothing any more."""
    return [numbers_to_json(one) for one in numbers_in_call(said)]


def said_to_json(said: Said) -> dict[str, Any]:
    """A segment as the event ``final`` tells it."""
    return numbers_to_json(SegmentNumbers(said))


def numbers_to_json(told: SegmentNumbers) -> dict[str, Any]:
    """The same, with the numbers that are known."""
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
    """A dictated number; indexes are those of the segment's words."""
    return {
        "kind": one.kind,
        "value": one.value,
        "status": one.status,
        "words": list(one.words),
        "offer": one.offer or None,
        "again": list(one.again),
        "begun": one.begun and one.begun._asdict(),
    }
