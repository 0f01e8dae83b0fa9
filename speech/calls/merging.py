"""A number said with long pauses between its groups: a segment is read together with those before it."""

from dataclasses import replace

from speech.calls.record import Said
from speech.dictated.over_segments import leaves_number_open

_PAUSE_S = 5.0
"""The longest pause of a person who dictates and waits for "yes, go on"."""
_MOST = 30
"""Segments of one number: an account said figure by figure, and some of them again."""


def merge_with_previous(last: Said | None, said: Said) -> Said:
    """``said`` with the context of its track's ``last`` segment, when that one left a number open just before."""
    if last is None or said.segment.start - last.segment.end > _PAUSE_S or _answers_anew(last, said):
        return said
    if not leaves_number_open(last.segment, last.numbers):
        return said
    return replace(said, asked=said.asked or last.asked, before=(*last.before, last.segment)[-_MOST:])


def _answers_anew(last: Said, said: Said) -> bool:
    """Whether it says whole a number that was asked for only after ``last``."""
    return said.asked != last.asked and any(one.status == "sure" and one.kind in said.asked for one in said.numbers)
