"""Words before or after a day or an hour that open it, close it or rule it out."""

import re
from dataclasses import replace

from tools.reading.dates.arithmetic import DAY, Days
from tools.reading.dates.grammar import Around, DateGrammar
from tools.reading.dates.named_days import DayPhrase, Moment
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseHit

EXCEPTED, EXCUSED = "except", "even_asked"
"""Denials that rule out in a question too: all but this one; and what is done then, or what takes its place."""
OPEN_DAYS = 14
"""How far "after Easter" or "from Monday on" reaches: two weeks of offers."""
_MIDDLE_BEGINS, _MIDDLE = 11, 15
"""The middle of a month; "from the middle on" counts from its very middle."""
_ARTICLE = re.compile(r"\w{1,4}(?:\s\w{1,4})?")
_PAUSE = re.compile(r"[,;.!?]")
_NEAR = re.compile(r"[^\w.;!?,]{0,3}")


def beside(start: int, end: int, folded: Folded, around: Around, *, opening: bool = False) -> PhraseHit | None:
    """The longest phrase of ``around`` that touches a span, before or after; or opens it ("desde las 9")."""
    text = folded.text
    before = [
        hit
        for hit in around.before.find(folded)
        if precedes(hit, start, end, text) and not _PAUSE.search(text[hit.start : hit.end])
    ]
    if opening:
        before += [hit for hit in around.before.find(folded) if hit.start <= start < hit.end < end]
    after = [hit for hit in around.after.find(folded) if hit.start >= end and _NEAR.fullmatch(text[end : hit.start])]
    return max([*before, *after], key=lambda hit: hit.end - hit.start, default=None)


def precedes(hit: PhraseHit, start: int, end: int, text: str) -> bool:
    """Whether it ends where the span begins; both may hold an article ("menos el | el lunes", "no a las | a las 9")."""
    if hit.end <= start:
        return bool(_NEAR.fullmatch(text[hit.end : start]))
    return hit.start < start and hit.end < end and bool(_ARTICLE.fullmatch(text[start : hit.end]))


def is_denied(start: int, end: int, folded: Folded, denied: Around) -> bool:
    """ "Any day but Monday", "Monday is no good"."""
    return beside(start, end, folded, denied) is not None


def bounded(phrase: DayPhrase, folded: Folded, grammar: DateGrammar, moment: Moment) -> DayPhrase:
    """An open range for "before", "until", "from" and "after" a day, unless it would leave the calendar."""
    days, hit = phrase.days(moment.today), beside(phrase.start, phrase.end, folded, grammar.bounds)
    if days is None or hit is None or phrase.kind == "range":
        return phrase
    if phrase.kind == "portion" and (days.first.day, hit.key) == (_MIDDLE_BEGINS, "since"):
        days = Days(days.first.replace(day=_MIDDLE), days.last)
    try:
        found = _opened(days, hit.key, moment)
    except OverflowError:
        return phrase
    if found is None:
        return phrase
    start, end = min(hit.start, phrase.start), max(hit.end, phrase.end)
    return replace(phrase, kind="range", periods=(found,), start=start, end=end, confidence=0.85)


def _opened(days: Days, key: str, moment: Moment) -> Days | None:
    if key == "since":
        return Days(days.first, max(days.last, days.first + (OPEN_DAYS - 1) * DAY))
    if key == "later":
        return Days(days.last + DAY, days.last + OPEN_DAYS * DAY)
    last = days.last if key == "until" else days.first - DAY
    return Days(moment.today, last) if last >= moment.today else None
