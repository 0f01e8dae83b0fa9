"""A number whose groups are said with long pauses between them goes on in the next segments of its track."""

from dataclasses import replace

from speech.calls.record import Said
from speech.dictated.over import is_open, read_over

_PAUSE_S = 5.0
"""Of somebody who dictates and waits for "yes, go on"."""
_MOST = 30
"""Segments of one number: an account said figure by figure, and some of them again."""


def gone_on(last: Said | None, said: Said) -> Said:
    """``said`` with what its track said ``last`` and was asked then, when that left a number open just before."""
    if last is None or said.segment.start - last.segment.end > _PAUSE_S or _answers_anew(last, said):
        return said
    if not is_open(last.segment, read_over(last.before, last.segment, last.asked)):
        return said
    return replace(said, asked=said.asked or last.asked, before=(*last.before, last.segment)[-_MOST:])


def _answers_anew(last: Said, said: Said) -> bool:
    """Whether it says whole what was asked for only after ``last``."""
    told = read_over((), said.segment, said.asked)
    return said.asked != last.asked and any(one.status == "sure" and one.kind in said.asked for one in told)
