"""Compares a line with the spans that are to say it: figures, alternatives, exceptions, and whom it is for.

It reads Spanish. It proves nothing: what it cannot confirm is listed for a person, who mends the line or says in the
reference why it is right.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.cited import Doubt
from knowledge.law.measures import Measure, find_measures
from knowledge.words.spanish_numbers import folded

_EITHER = re.compile(r"\b(?:o|u)\b")
_LAW_EITHER = re.compile(
    r"\b(?:o|u|ni|bien|cualquier\w*|algun[oa]s?|indistintamente|si|de (?:ser|no)|en (?:el|los) (?:supuestos?|casos?))\b"
    r"|/"
)
"""A law that sets cases apart leaves a choice too: what we join with "o" it says one after the other."""
_BOTH = re.compile(r"\b(?:y|e|ademas|asi como)\b")
_EXCEPTS = re.compile(
    r"\b(?:salvo|excepto|excepcion|exceptu\w+|sin perjuicio|no obstante|a menos que|siempre que|siempre y cuando)\b"
)
_LEAVES_OUT = re.compile(rf"{_EXCEPTS.pattern}|\b(?:exclu\w+|sin que|mejora\w*|no se exig\w+)\b")
"""What a law says where we say "salvo"."""
_SAYS_EXCEPT = re.compile(r"\b(?:salvo|excepto|excepcion\w*|a menos que)\b|[,;:(] ?menos (?:que|si|cuando)\b")
_HEDGES = re.compile(
    r"\b(?:salvo|excepto|excepcion\w*|menos|aunque|pero|siempre que|solo|si|cuando|en general|normalmente|puede|sin"
    r"|otr[oa]s?)\b"
)
_NEAR = 90
"""Characters between two figures that one "or" or "and" may join."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a line says and no span confirms, or a span says and the line does not."""

    doubt: Doubt
    problem: str


@dataclass(frozen=True, slots=True)
class SaidOf:
    """How our lines, and how the law, name some people: beginnings of folded words. From ``who.yaml``."""

    lines: re.Pattern[str]
    law: re.Pattern[str]


Groups = Mapping[str, SaidOf]


def compare(line: str, spans: Sequence[str], around: str, groups: Groups) -> Iterator[Finding]:
    """What of the line its spans do not confirm. ``around``: what else says whom the spans are about."""
    whole = " ".join(spans)
    yield from _figures(line, whole)
    yield from _alternatives(line, spans)
    yield from _exceptions(folded(line), folded(whole))
    yield from _people(folded(line), folded(f"{whole} {around}"), groups)


def _figures(line: str, whole: str) -> Iterator[Finding]:
    """Figures that no span says. A number in words without a unit ("los dos") is no figure."""
    said = find_measures(whole)
    missing = [
        line[one.start : one.end]
        for one in find_measures(line)
        if not (one.in_words and one.kind == "count")
        and not any(one.is_said_by(other) or _same_day(one, other) for other in said)
    ]
    if missing:
        yield Finding("figure", f"no span says {', '.join(dict.fromkeys(missing))}")


def _same_day(one: Measure, other: Measure) -> bool:
    """The first of January of a year is said by the year alone, a day of this year by day and month."""
    if one.kind != "date":
        return False
    day, year = divmod(one.value, 10_000)
    if other.kind == "date":
        return other.value == day * 10_000
    return day == 101 and other.kind == "count" and other.value == year


def _alternatives(line: str, spans: Sequence[str]) -> Iterator[Finding]:
    plain = folded(line)
    if _EITHER.search(plain) and not any(_LAW_EITHER.search(folded(span)) for span in spans):
        yield Finding("or", "the line says 'o', and no span leaves a choice")
        return
    for one, other in pairwise(find_measures(line)):
        ours = _joint(plain, one, other)
        theirs = {joint for span in spans for joint in _joints(span, one, other)}
        if ours and theirs and ours not in theirs:
            shown = line[one.start : other.end]
            yield Finding("or", f"the line joins {shown!r} with {ours!r}, a span with {' and '.join(sorted(theirs))!r}")


def _joints(span: str, one: Measure, other: Measure) -> Iterator[str]:
    """How a span joins the two figures, wherever it has both near each other."""
    plain, found = folded(span), find_measures(span)
    for first, second in pairwise(found):
        pair = (one.is_said_by(first) and other.is_said_by(second)) or (
            one.is_said_by(second) and other.is_said_by(first)
        )
        if pair and (joint := _joint(plain, first, second)):
            yield joint


def _joint(plain: str, one: Measure, other: Measure) -> str:
    """ "o" or "y" when only that stands between the two; empty when neither or both do, or they are far apart."""
    between = plain[one.end : other.start]
    either, both = _EITHER.search(between), _BOTH.search(between)
    if len(between) > _NEAR or bool(either) == bool(both):
        return ""
    return "o" if either else "y"


def _exceptions(line: str, whole: str) -> Iterator[Finding]:
    if (match := _EXCEPTS.search(whole)) and not _HEDGES.search(line):
        yield Finding("except", f"a span says {match[0]!r}, and the line makes no exception")
    if (match := _SAYS_EXCEPT.search(line)) and not _LEAVES_OUT.search(whole):
        yield Finding("except", f"the line says {match[0]!r}, and no span makes an exception")


def _people(line: str, law: str, groups: Groups) -> Iterator[Finding]:
    for name, said in groups.items():
        if said.lines.search(line) and not said.law.search(law):
            yield Finding("who", f"the line is about {name.replace('_', ' ')}, and no span names them")


def group(lines: Iterable[str], law: Iterable[str]) -> SaidOf:
    """Some people, by the beginnings of the words that name them."""
    return SaidOf(_beginnings(lines), _beginnings(law))


def _beginnings(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(folded(word)) for word in words) + ")")
