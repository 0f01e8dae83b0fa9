"""The hours of a message as they are said, in figures and words, with their half of the day open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tools.reading.dates.grammar import DateGrammar
from tools.reading.folding import Folded
from tools.reading.phrases import PhraseHit

PartOfDay = Literal["morning", "afternoon"]

_TAIL = r"(?:\s?(?P<meridiem>a\.?\s?m|p\.?\s?m)(?!\w)\.?)?"
_NUMERIC = (
    re.compile(
        r"(?<![\d:.,/])(?P<hour>[01]?\d|2[0-3])\s?(?:[:h]\s?(?P<minute>[0-5]\d)|h(?:rs?)?(?!\w))"
        + _TAIL
        + r"(?:[ei]?an|ien|e?koa(?:n|k|ri|rekin)?|e?ko|e?tik|e?ra(?:ko)?"
        + r"|(?:r?e)?ta(?:n|ko(?:a[nk]?)?|ra(?:ko)?|tik)|r?ak)?(?![\d:/]|\w)"
    ),
    re.compile(
        r"(?<![\d:.,/])(?P<hour>1[0-2]|0?[1-9])(?:[:.\s]?(?P<minute>[0-5]\d))?\s?(?P<meridiem>a\.?\s?m|p\.?\s?m)(?!\w)\.?"
    ),
    re.compile(r"(?<![\w])(?:las|les|as|a|at)\s(?P<hour>[01]?\d|2[0-3])[.](?P<minute>[0-5]\d)(?!\d|[.,/]\d)"),
    re.compile(r"\A\W*(?P<hour>1\d|2[0-3]|0?[89])[.](?P<minute>[0-5]\d)\W*\Z"),
)
_MINUTES = ("past", "weak_past")
NOON = 12
_OPENS = 8
"""The first hour at which anything opens: a number of hours below it counts hours."""
_COUNTED = re.compile(r"\w+\s(?:horas?|hores?|hours?|heures?|ordu)")


@dataclass(frozen=True, slots=True)
class SaidHour:
    """An hour as said, its half of the day open. Weak ones count only beside others; plain ones have no minutes."""

    hour: int
    minute: int
    start: int
    end: int
    half: PartOfDay | None = None
    weak: bool = False
    plain: bool = False


def find_clocks(folded: Folded, grammar: DateGrammar) -> list[SaidHour]:
    """The hours that do not overlap, in order: the strong before the weak, the longest first."""
    found = list(_numeric(folded.text))
    hits = grammar.times.find(folded)
    counted = grammar.not_hours.find(folded) if hits else []
    for hit in hits:
        clock = None if _parted(hit, folded.text) else _spoken(hit, folded.text, grammar)
        if clock and not ((clock.weak or clock.plain) and any(_counts(other, hit) for other in counted)):
            found.append(clock)
    found.sort(key=lambda clock: (clock.weak, clock.plain, clock.start - clock.end))
    kept: list[SaidHour] = []
    for clock in found:
        if not any(clock.start < other.end and other.start < clock.end for other in kept):
            kept.append(clock)
    return sorted(kept, key=lambda clock: clock.start)


def _parted(hit: PhraseHit, text: str) -> bool:
    """ "Not before ten, ten is too early" is no ten past ten."""
    return hit.key in _MINUTES and "," in text[hit.start : hit.end]


def _counts(noun: PhraseHit, hit: PhraseHit) -> bool:
    """Whether the hour's number is an amount of something ("las 3 opciones")."""
    return hit.start <= noun.start < hit.end < noun.end


def hour_spans(folded: Folded, grammar: DateGrammar, *, weak: bool = False) -> list[tuple[int, int]]:
    """Spans where an hour is certain: its number is no day. ``weak``: those of hours that only may be one."""
    return [(clock.start, clock.end) for clock in find_clocks(folded, grammar) if clock.weak == weak]


def _numeric(text: str) -> Iterator[SaidHour]:
    for pattern in _NUMERIC:
        for match in pattern.finditer(text):
            meridiem = match.groupdict().get("meridiem")
            half: PartOfDay | None = None
            if meridiem:
                half = "morning" if meridiem.startswith("a") else "afternoon"
            yield SaidHour(int(match["hour"]), int(match["minute"] or 0), *match.span(), half)


def _spoken(hit: PhraseHit, text: str, grammar: DateGrammar) -> SaidHour | None:
    span = (hit.start, hit.end)
    key, _, argument = hit.key.partition(":")
    following = hit.groups.get("next_hour")
    hour = NOON if key.startswith("noon") else grammar.value("number", following or hit.groups.get("hour", ""))
    minute = grammar.value("minute", hit.groups["minute"]) if "minute" in hit.groups else 0
    if key == "hour" and hour is not None and hour < _OPENS and _COUNTED.match(text, hit.start):
        return None  # "two hours on the bus"
    if hour is None or minute is None or not 0 <= hour <= 24 or minute > 59:
        return None
    shift = {"half": 30, "quarter": 15, "quarter_to": -15, "to": -minute}.get(key.removeprefix("weak_"), minute)
    if key in ("noon", "noon_past", "noon_to", "shift"):
        shift = int(argument or 0) + (minute if key != "noon_to" else -minute)
    # Catalan counts the quarters of the coming hour: two quarters of eleven is half past ten.
    total = hour * 60 + shift - (60 if following else 0)
    half: PartOfDay | None = ("afternoon" if total >= NOON * 60 else "morning") if key.startswith("noon") else None
    if re.fullmatch(r"\d+\s?[ap]m", said := hit.groups.get("hour", "")):
        half = "morning" if said.endswith("am") else "afternoon"
    return SaidHour(total // 60, total % 60, *span, half, key.startswith("weak"), key == "hour") if total >= 0 else None
