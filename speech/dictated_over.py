"""Numbers dictated with pauses so long that several segments of a track say them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.languages import Language
from speech.dictated import Begun, Dictated, read_dictated
from speech.dictated_kinds import CHECKED, Identity
from speech.segments import Segment, Word
from speech.signs import signs_said
from speech.spoken_text import SpokenText
from tools.dictation.taken_down import take_down

_FEW = 2
"""Figures that come again where somebody says a number once more instead of going on."""


def read_over(
    before: Sequence[Segment], segment: Segment, expected: frozenset[Identity] = frozenset()
) -> list[Dictated]:
    """Everything dictated in a segment, with the identity that it completes of those ``before``, told whole.

    ``before``: what the track said just before. What they do not make together is read as if they were not there.
    """
    alone = read_dictated(segment.words, segment.language, expected)
    found = [one for at in range(len(before)) for one in _completed(before[at:], segment, expected)]
    whole = min(found, key=lambda one: one.status != "sure", default=None)
    if whole is None or _tells_itself(alone, whole):
        return alone
    others = [one for one in alone if not _overlap(one, whole)]
    return sorted([whole, *others], key=lambda one: one.words)


def is_open(segment: Segment, dictated: Sequence[Dictated]) -> bool:
    """Whether it ends in figures or letters that no identity told of it has taken, so that a number may go on."""
    spoken = SpokenText([*segment.words, Word("0", segment.end, segment.end, 1.0)])
    *said, _ = take_down(spoken.folded, segment.language)[-1]
    if all(piece.weak for piece in said):
        return False
    first = spoken.indexes(said[0].start, said[0].end)[0]
    return not any(_is_identity(one) and one.words[-1] >= first for one in dictated)


def _completed(before: Sequence[Segment], segment: Segment, expected: frozenset[Identity]) -> Iterator[Dictated]:
    words = [word for one in (*before, segment) for word in one.words]
    border = len(words) - len(segment.words)
    for language in dict.fromkeys((segment.language, before[-1].language)):
        for one in read_dictated(words, language, expected):
            if one.kind != "number" and one.status != "ask_again" and one.words[0] < border <= one.words[-1]:
                sure = one.kind in CHECKED or not _said_again(one, words, border, language)
                own = tuple(word - border for word in one.words if word >= border)
                whole = one if sure else replace(one, status="repair", offer=one.value)
                yield replace(whole, words=own, begun=_begun(before, one.words[0]))


def _said_again(one: Dictated, words: Sequence[Word], border: int, language: Language) -> bool:
    """Whether what comes after the pause is how the number began, or what came last: no check tells if it was meant."""
    head, rest = "", ""
    for sign in signs_said([word.text for word in words[: one.words[-1] + 1]], language):
        if sign.words[0] >= border:
            rest += sign.text
        elif sign.words[0] >= one.words[0]:
            head += sign.text
    return head.startswith(rest[:_FEW]) or head.endswith(rest[:_FEW])


def _begun(before: Sequence[Segment], word: int) -> Begun:
    for segment in before:
        if word < len(segment.words):
            return Begun(segment.number, word)
        word -= len(segment.words)
    raise ValueError("it begins after them")


def _tells_itself(alone: Sequence[Dictated], whole: Dictated) -> bool:
    """Whether the segment has an identity of its own where it would complete one; check characters decide."""
    if whole.status == "sure" and whole.kind in CHECKED:
        return False
    return any(_is_identity(one) and _overlap(one, whole) for one in alone)


def _is_identity(one: Dictated) -> bool:
    return one.status == "sure" and one.kind != "number"


def _overlap(one: Dictated, other: Dictated) -> bool:
    return one.words[0] <= other.words[-1] and other.words[0] <= one.words[-1]
