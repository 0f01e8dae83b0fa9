"""Numbers dictated with pauses so long that several segments of a track say them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.languages import Language
from speech.dictated.dictated_identities import COMMON, DictatedNumber, read_dictated
from speech.dictated.parts import SegmentSequence
from speech.dictated.spoken_text import SpokenText
from speech.segments import Segment, Word
from tools.reading.dictation.transcription import transcribe
from tools.reading.folding import fold
from tools.reading.identities.kinds import CHECKED, DOCUMENTS, IdentityKind, named_kinds

_FEW = 2
"""Figures that are repeated where a person says a number again instead of going on."""


def read_over_segments(
    before: Sequence[Segment], segment: Segment, expected: frozenset[IdentityKind] = frozenset()
) -> list[DictatedNumber]:
    """All numbers dictated in a segment; one begun in the segments ``before`` is told whole.

    ``before``: what the track said just before. What they do not make together is read as if they were not there, but
    as what was named there, and only offered where it may be a piece of something longer.
    """
    parts, meant = SegmentSequence([*before, segment]), expected or _named(before)
    alone = [one for one in _alone(parts, segment.language, meant) if one.value or expected]
    found = [one for at in range(len(before)) for one in _completed(parts, at, meant)]
    whole = min(found, key=lambda one: one.status != "sure", default=None)
    if whole is None or _tells_itself(alone, whole):
        return alone
    others = [one for one in alone if not _overlap(one, whole)]
    return sorted([whole, *others], key=lambda one: one.words)


def leaves_number_open(segment: Segment, dictated: Sequence[DictatedNumber]) -> bool:
    """Whether it ends in figures or letters that no identity told of it has taken, so that a number may go on."""
    ends = (_end(segment, language) for language in dict.fromkeys((segment.language, COMMON)))
    return any(end and not any(_is_identity(one) and one.words[-1] >= end[0] for one in dictated) for end in ends)


def _end(segment: Segment, language: Language) -> tuple[int, ...]:
    """The words of the first of the figures and letters that it ends in; none where it does not end so."""
    spoken = SpokenText([*segment.words, Word("0", segment.end, segment.end, 1.0)])
    *said, _ = transcribe(spoken.folded, language)[-1]
    return () if all(piece.weak for piece in said) else spoken.indexes(said[0].start, said[0].end)


def _named(before: Sequence[Segment]) -> frozenset[IdentityKind]:
    """The kinds named by the last segment that names any."""
    named = (named_kinds(fold(one.text), one.language) for one in reversed(before))
    return next((kinds for kinds in named if kinds), frozenset())


def _alone(parts: SegmentSequence, language: Language, expected: frozenset[IdentityKind]) -> Iterator[DictatedNumber]:
    """The numbers of the last segment alone: a document is whole when its letter is said."""
    for one in read_dictated(parts.after(parts.last), language, expected):
        piece = one.kind not in DOCUMENTS and _goes_on(one, parts, parts.last, expected)
        yield _offered(one) if piece else one


def _completed(parts: SegmentSequence, at: int, expected: frozenset[IdentityKind]) -> Iterator[DictatedNumber]:
    """Numbers that begin in one segment and end in the last, told of the last."""
    start, after = parts.start(at), parts.start(at + 1)
    for one in _read_together(parts, start, expected):
        first, last = start + one.words[0], start + one.words[-1]
        if first < after and parts.last <= last:
            doubtful = _goes_on(one, parts, start, expected) or _says_again(one, parts.signs_between(first, last))
            own = tuple(start + word - parts.last for word in one.words if start + word >= parts.last)
            yield replace(_offered(one) if doubtful else one, words=own, begun=parts.begun(first))


def _read_together(parts: SegmentSequence, start: int, expected: frozenset[IdentityKind]) -> Iterator[DictatedNumber]:
    """Identities in the segments together; a group to be repeated is asked for in its own segment."""
    for language in parts.languages:
        for one in read_dictated(parts.after(start), language, expected):
            if one.kind != "number" and one.status != "ask_again":
                yield one


def _goes_on(one: DictatedNumber, parts: SegmentSequence, start: int, expected: frozenset[IdentityKind]) -> bool:
    """Whether it may be a piece of something longer; a telephone nobody spoke of is not taken for one said anew."""
    return parts.goes_on(start, start + one.words[0], anew=one.kind in CHECKED | expected)


def _says_again(one: DictatedNumber, heard: Sequence[Sequence[str]]) -> bool:
    """Whether a part is what the number said before: perhaps it only confirms that, and does not go on.

    Check characters tell, but seldom fit by chance where a whole part came again.
    """
    again = _is_repeated if one.kind in CHECKED else _begins_again
    return any(again(part, said[:at]) for said in heard for at, part in enumerate(said) if part and any(said[:at]))


def _is_repeated(part: str, before: Sequence[str]) -> bool:
    """Whether the part repeats what came before; a single figure has to repeat the part right before it."""
    return part == before[-1] or (len(part) >= _FEW and part in "".join(before))


def _begins_again(part: str, before: Sequence[str]) -> bool:
    said = "".join(before)
    return part[:_FEW] in said or said.endswith(part[0])


def _offered(one: DictatedNumber) -> DictatedNumber:
    """The number as an offer, to be read back before it is believed."""
    return replace(one, status="repair", offer=one.value) if _is_identity(one) else one


def _tells_itself(alone: Sequence[DictatedNumber], whole: DictatedNumber) -> bool:
    """Whether the segment has an identity of its own where it could complete another; check characters decide."""
    if whole.status == "sure" and whole.kind in CHECKED:
        return False
    return any(_is_identity(one) and _overlap(one, whole) for one in alone)


def _is_identity(one: DictatedNumber) -> bool:
    return one.status == "sure" and one.kind != "number"


def _overlap(one: DictatedNumber, other: DictatedNumber) -> bool:
    return one.words[0] <= other.words[-1] and other.words[0] <= one.words[-1]
