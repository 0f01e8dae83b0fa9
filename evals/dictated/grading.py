"""Grades a dictation: right, offered, asked again, missed, or silently wrong."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from evals.dictated.cases import Kind
from knowledge.languages import Language
from speech.calls.merging import merge_with_previous
from speech.calls.record import Said
from speech.calls.segment_numbers import numbers_in_call
from speech.dictated.dictated_identities import DictatedNumber
from speech.segments import Segment, Word

Grade = Literal["right", "offered", "wrongly offered", "asked again", "missed", "silently wrong"]

GRADES: tuple[Grade, ...] = ("right", "offered", "wrongly offered", "asked again", "missed", "silently wrong")
_SAFE: frozenset[Grade] = frozenset({"right", "offered", "wrongly offered", "asked again"})
_SPANISH = "+34"
_DOCUMENTS = frozenset[Kind]({"dni", "nie"})


@dataclass(frozen=True, slots=True)
class HeardPart:
    """Words heard without a pause: a file, or a segment of a call."""

    language: Language
    words: tuple[Word, ...]


def grade(heard: Sequence[HeardPart], kind: Kind, value: str, *, expected: bool) -> Grade:
    """One dictation, as the record of a call tells it. ``expected``: whether the reader is told what was asked for: a
    document, whichever of the two.
    """
    asked = (_DOCUMENTS if kind in _DOCUMENTS else frozenset({kind})) if expected else frozenset[Kind]()
    told = numbers_in_call(list(_said(heard, asked)))
    return min((_grade(one, kind, value) for part in told for one in part.dictated), key=_WORST.index, default="missed")


def _said(heard: Iterable[HeardPart], asked: frozenset[Kind]) -> Iterator[Said]:
    """By one track, each with what it goes on from."""
    last: Said | None = None
    for number, part in enumerate(heard):
        last = merge_with_previous(last, Said("citizen", Segment(number, part.language, part.words), asked))
        yield last


_WORST: tuple[Grade, ...] = ("silently wrong", "asked again", "wrongly offered", "offered", "right", "missed")
"""Of several numbers found in one dictation the worst counts, but for those to be repeated beside the right one."""


def _grade(one: DictatedNumber, kind: Kind, value: str) -> Grade:
    if one.status == "ask_again":
        return "asked again"
    if one.status == "repair":
        return "offered" if one.offer == value else "wrongly offered"
    as_said = one.kind in (kind, "number") and one.value.removeprefix(_SPANISH) == value
    return "right" if as_said else "silently wrong"


def safe_share(grades: Iterable[Grade]) -> float:
    """The share that is right, offered or asked again."""
    counts = Counter(grades)
    return sum(counts[one] for one in _SAFE) / max(1, counts.total())
