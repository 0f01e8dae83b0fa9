"""Finds the conditions that people tell of themselves: "I am 64", "I am self-employed".

The words of the languages are in ``data/conditions.yaml``, the kinds of work in the administration's own table.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from agents.understanding.shared.tables import load_table
from knowledge.administration import Administration
from knowledge.content.situations import Work, load_situations
from knowledge.languages import Language
from tools.reading.folding import Folded
from tools.reading.numbers.parser import find_numbers
from tools.reading.phrases import PhraseBook, PhraseHit

ConditionKind = Literal["age", "contributed", "work", "disability", "children", "territory"]
CONDITION_KINDS: tuple[ConditionKind, ...] = get_args(ConditionKind)

Conditions = Mapping[ConditionKind, str]
"""Values: age in years; contributed as "40y3m"; work a key of the administration's table; disability in percent;
children a number; territory an INE province code."""

Span = tuple[int, int]

_AGES, _YEARS, _MONTHS = range(14, 111), range(61), range(12)
_PERCENT, _CHILDREN = range(1, 101), range(1, 16)
_NUMBER = r"\d+"
_CAREER = re.compile(r"\w*(?:coti[sz]|quotiz|koti[xz]|contribut|paid in|paying in)")
_AND_MONTHS = re.compile(r"[\s,]{0,2}(?:\w{2,6}\s)?(?:y|i|e|eta|ta|and|et)\s0*\d{1,2}\s(?:mes|hilab|month|mois)")
_AGO = re.compile(r"(?<!\w)y\s?\Z")
"""What stands before "a 15 ans" where French says how long ago something was."""
_YOUNG = 50
"""Below it, years beside words of contributions, or with months, are those contributed."""
_NOT = frozenset({"no", "non", "ni", "nin", "tampoco", "tampouco"})


@dataclass(frozen=True, slots=True)
class FoundConditions:
    """``spans`` of the folded text that tell it."""

    conditions: Conditions
    spans: tuple[Span, ...] = ()

    def living(self, province: str, spans: tuple[Span, ...]) -> "FoundConditions":
        """With the province, and where it says that somebody lives in it."""
        return FoundConditions({**self.conditions, "territory": province}, (*self.spans, *spans))


class ConditionReader:
    """Finds conditions by phrase, in every language always: short messages are hard to tell apart."""

    def __init__(self, numbers: PhraseBook, works: PhraseBook, bare: PhraseBook, lives: PhraseBook) -> None:
        self._numbers, self._works, self._bare, self._lives = numbers, works, bare, lives

    def find_conditions(self, folded: Folded, language: Language) -> FoundConditions:
        """Impossible figures are ignored. A work merely named counts when nothing else is said."""
        figures = _in_figures(folded, language)
        hits = _longest(self._numbers.find(figures))
        told: dict[ConditionKind, str] = {}
        spans: list[Span] = []
        career = _CAREER.search(figures.text) is not None
        for hit in hits:
            found = dict(_values(hit))
            months = career or _AND_MONTHS.match(figures.text, hit.end) is not None
            young = "age" in found and "contributed" not in found and int(found["age"]) < _YOUNG
            if young and (months or _AGO.search(figures.text[: hit.start])):
                continue
            told |= {kind: value for kind, value in found.items() if kind not in told}
            spans += [(hit.start, hit.end)] if found else []
        works = [hit for hit in _longest(self._works.find(folded)) if not _denied(folded, hit)]
        if works := works or self._alone(folded):
            told["work"] = works[0].key
            spans += [(hit.start, hit.end) for hit in works]
        return FoundConditions(told, tuple(spans))

    def homes(self, folded: Folded) -> tuple[Span, ...]:
        """The spans of "I live in…"."""
        return tuple((hit.start, hit.end) for hit in self._lives.find(folded))

    def _alone(self, folded: Folded) -> list[PhraseHit]:
        hits = _longest(self._bare.find(folded))
        left = list(folded.text)
        for hit in hits:
            left[hit.start : hit.end] = " " * (hit.end - hit.start)
        return hits if not any(character.isalnum() for character in "".join(left)) else []


def build_condition_reader(administration: Administration) -> ConditionReader:
    """From the tables ``conditions`` of the house and of the administration, which may have no kinds of work."""
    table, own = load_table("conditions"), load_situations(administration).work
    groups = {name: rf"(?P<{name}>{_NUMBER})" for name in ("age", "years", "months", "percent", "children")}
    works = {key: _spoken(entry, table) for key, entry in own.items()}
    bare = {key: list(every_phrase(entry.words)) for key, entry in own.items()}
    return ConditionReader(
        PhraseBook({"numbers": every_phrase(table["numbers"])}, groups),
        PhraseBook(works),
        PhraseBook(bare),
        PhraseBook({"lives": every_phrase(table["lives"])}),
    )


def every_phrase(by_language: Mapping[Any, Sequence[str]]) -> Iterator[str]:
    """The phrases of every language."""
    return (str(phrase) for phrases in by_language.values() for phrase in phrases)


def _spoken(entry: Work, table: Mapping[str, Mapping[str, list[str]]]) -> list[str]:
    """The words between the frames of their language, and the whole phrases."""
    words = {str(language): f"({'|'.join(forms)})" for language, forms in entry.words.items()}
    before = [f"{frame} {form}" for language, form in words.items() for frame in table["frames"].get(language, ())]
    behind = [f"{form} {frame}" for language, form in words.items() for frame in table["after"].get(language, ())]
    return [*before, *behind, *every_phrase(entry.says)]


def _in_figures(folded: Folded, language: Language) -> Folded:
    """The same positions with numbers in words written in figures: "sesenta y cuatro" is 0000…64."""
    text = folded.text
    for number in find_numbers(folded, language, expected=True):
        length = number.end - number.start
        if isinstance(number.value, int) and len(str(number.value)) <= length:
            text = text[: number.start] + str(number.value).zfill(length) + text[number.end :]
    return Folded(folded.source, text, folded.origin)


def _denied(folded: Folded, hit: PhraseHit) -> bool:
    """A "no" right before it; other languages put theirs inside, where the phrase no longer matches."""
    return folded.text[: hit.start].rstrip().rpartition(" ")[2] in _NOT


def _longest(hits: Iterable[PhraseHit]) -> list[PhraseHit]:
    """Without those that overlap a longer one, in the order of the text."""
    kept: list[PhraseHit] = []
    for hit in sorted(hits, key=lambda hit: hit.start - hit.end):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _values(hit: PhraseHit) -> Iterator[tuple[ConditionKind, str]]:
    figures = {name: int(value) for name, value in hit.groups.items()}
    if figures.get("age") in _AGES:
        yield "age", str(figures["age"])
    if figures.get("years") in _YEARS and figures.get("months", 0) in _MONTHS:
        yield "contributed", f"{figures['years']}y{figures.get('months', 0)}m"
    if figures.get("percent") in _PERCENT:
        yield "disability", str(figures["percent"])
    if figures.get("children") in _CHILDREN:
        yield "children", str(figures["children"])
