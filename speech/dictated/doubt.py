"""Which group of a dictation to ask for again."""

from collections import Counter
from itertools import groupby

from speech.dictated.spoken_text import SpokenText
from tools.reading.dictation.digit_groups import DigitGroup
from tools.reading.dictation.taken_down import Piece


def group_to_repeat(group: DigitGroup, spoken: SpokenText, *, adds_up: bool) -> tuple[int, ...]:
    """Indexes of the words of the group with the least sure word.

    When the figures do not add up to the length of the identity, of the group whose length is unlike the others'.
    """
    breaths = _breaths(group)
    least = min(breaths, key=lambda breath: spoken.confidence(breath[0].start, breath[-1].end))
    breath = least if adds_up else _odd_one(breaths) or least
    return spoken.indexes(breath[0].start, breath[-1].end)


def _breaths(group: DigitGroup) -> list[list[Piece]]:
    """The pieces between pauses."""
    number = 0
    numbered = []
    for piece in group.pieces:
        number += piece.pause
        numbered.append((number, piece))
    return [[piece for _, piece in pieces] for _, pieces in groupby(numbered, key=lambda pair: pair[0])]


def _odd_one(breaths: list[list[Piece]]) -> list[Piece] | None:
    """The one shorter or longer than all others, after the first: those who cut evenly begin as the length asks."""
    lengths = [sum(len(piece.readings[0]) for piece in breath) for breath in breaths]
    if len(lengths) < 4:
        return None
    usual, times = Counter(lengths[1:]).most_common(1)[0]
    odd = [breath for breath, length in zip(breaths[1:], lengths[1:], strict=True) if length != usual]
    return odd[0] if len(odd) == 1 and times == len(lengths) - 2 else None
