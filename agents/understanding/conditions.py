"""What people tell of their own situation ("I am 64", "I am self-employed"), and where articles speak of it.

All the language is in ``data/conditions.yaml``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from agents.understanding.folding import Folded, fold
from agents.understanding.numbers import read_numbers
from agents.understanding.phrases import Hit, PhraseBook
from agents.understanding.tables import load_table
from knowledge.languages import Language

ConditionKind = Literal["age", "contributed", "work", "disability", "children", "territory"]
CONDITION_KINDS: tuple[ConditionKind, ...] = get_args(ConditionKind)

Conditions = Mapping[ConditionKind, str]
"""Values: age in years; contributed as "40y3m"; work a key of the data; disability in percent; children a number;
territory an INE province code."""

Mention = tuple[ConditionKind, str]
"""A kind and a value an article's sentence is for; of a territory, its key in the data."""

Span = tuple[int, int]

_AGES, _YEARS, _MONTHS = range(14, 111), range(61), range(12)
_PERCENT, _CHILDREN = range(1, 101), range(1, 16)
_NUMBER = r"\d+"
_NOT = frozenset({"no", "non", "ni", "nin", "tampoco", "tampouco"})


@dataclass(frozen=True, slots=True)
class Told:
    """``spans`` of the folded text that tell it."""

    conditions: Conditions
    spans: tuple[Span, ...] = ()


class ConditionReader:
    """Finds conditions by phrase, in every language always: short messages are hard to tell apart."""

    def __init__(self, numbers: PhraseBook, works: PhraseBook, bare: PhraseBook, lives: PhraseBook) -> None:
        self._numbers, self._works, self._bare, self._lives = numbers, works, bare, lives

    def read(self, folded: Folded, language: Language) -> Told:
        """What it tells; impossible figures tell nothing. A work merely named counts when nothing else is said."""
        figures = _in_figures(folded, language)
        hits = _longest(self._numbers.find(figures))
        told: dict[ConditionKind, str] = {}
        spans: list[Span] = []
        for hit in hits:
            found = dict(_values(hit))
            told |= {kind: value for kind, value in found.items() if kind not in told}
            spans += [(hit.start, hit.end)] if found else []
        works = [hit for hit in _longest(self._works.find(folded)) if not _denied(folded, hit)]
        if works := works or self._alone(folded):
            told["work"] = works[0].key
            spans += [(hit.start, hit.end) for hit in works]
        return Told(told, tuple(spans))

    def homes(self, folded: Folded) -> tuple[Span, ...]:
        """Where "I live in…" stands."""
        return tuple((hit.start, hit.end) for hit in self._lives.find(folded))

    def _alone(self, folded: Folded) -> list[Hit]:
        hits = _longest(self._bare.find(folded))
        left = list(folded.text)
        for hit in hits:
            left[hit.start : hit.end] = " " * (hit.end - hit.start)
        return hits if not any(character.isalnum() for character in "".join(left)) else []


class MentionReader:
    """Whose case a sentence of an article is: "if you are self-employed…", "in Navarre…"."""

    def __init__(self, phrases: PhraseBook, unless: PhraseBook, territories: Mapping[str, str]) -> None:
        self._phrases, self._unless, self._territories = phrases, unless, territories

    def read(self, sentence: str) -> frozenset[Mention]:
        """The works and territories it names."""
        return frozenset(mention for mention, _ in self._found(sentence))

    def opening(self, sentence: str) -> frozenset[Mention]:
        """Those it begins with: before its first comma or colon, or else among its first words."""
        head = min((at for at in map(sentence.find, ",:") if at >= 0), default=0) or _OPENING
        return frozenset(mention for mention, start in self._found(sentence) if start < min(head, _OPENING_AT_MOST))

    def of(self, conditions: Conditions) -> frozenset[Mention]:
        """A person's conditions in the terms of the articles; figures and ordinary territories are in none."""
        mentions: set[Mention] = {("work", conditions["work"])} if "work" in conditions else set()
        territory = self._territories.get(conditions.get("territory", ""))
        return frozenset(mentions | ({("territory", territory)} if territory else set()))

    def _found(self, sentence: str) -> Iterator[tuple[Mention, int]]:
        folded = fold(sentence)
        exceptions = self._unless.find(folded)
        for hit in self._phrases.find(folded):
            if not any(other.start < hit.end and hit.start < other.end for other in exceptions):
                kind, _, value = hit.key.partition(".")
                yield ("work" if kind == "work" else "territory", value), hit.start


_OPENING = 40
"""Characters that count as the beginning of a sentence without a comma."""
_OPENING_AT_MOST = 80


@cache
def build_condition_reader() -> ConditionReader:
    """From ``data/conditions.yaml``; read once."""
    table = load_table("conditions")
    groups = {name: rf"(?P<{name}>{_NUMBER})" for name in ("age", "years", "months", "percent", "children")}
    works = {key: _spoken(entry, table) for key, entry in table["work"].items()}
    bare = {key: list(_every(entry["words"])) for key, entry in table["work"].items()}
    return ConditionReader(
        PhraseBook({"numbers": _every(table["numbers"])}, groups),
        PhraseBook(works),
        PhraseBook(bare),
        PhraseBook({"lives": _every(table["lives"])}),
    )


@cache
def build_mention_reader() -> MentionReader:
    """From ``data/conditions.yaml``; read once."""
    table = load_table("conditions")
    phrases = {f"work.{key}": list(_every(entry["words"])) for key, entry in table["work"].items()}
    phrases |= {f"territory.{key}": list(_every(entry["words"])) for key, entry in table["territories"].items()}
    provinces = {code: key for key, entry in table["territories"].items() for code in entry["provinces"]}
    return MentionReader(PhraseBook(phrases), PhraseBook({"not_work": table["not_work"]}), provinces)


def _every(by_language: Mapping[str, Sequence[str]]) -> Iterator[str]:
    return (str(phrase) for phrases in by_language.values() for phrase in phrases)


def _spoken(entry: Mapping[str, Mapping[str, list[str]]], table: Mapping[str, Mapping[str, list[str]]]) -> list[str]:
    """The words between the frames of their language, and the whole phrases."""
    words = {language: f"({'|'.join(forms)})" for language, forms in entry["words"].items()}
    before = [f"{frame} {words[language]}" for language, frames in table["frames"].items() for frame in frames]
    behind = [f"{words[language]} {frame}" for language, frames in table["after"].items() for frame in frames]
    return [*before, *behind, *_every(entry["says"])]


def _in_figures(folded: Folded, language: Language) -> Folded:
    """The same positions with numbers in words written in figures: "sesenta y cuatro" is 0000…64."""
    text = folded.text
    for number in read_numbers(folded, language, expected=True):
        length = number.end - number.start
        if isinstance(number.value, int) and len(str(number.value)) <= length:
            text = text[: number.start] + str(number.value).zfill(length) + text[number.end :]
    return Folded(folded.source, text, folded.origin)


def _denied(folded: Folded, hit: Hit) -> bool:
    """A "no" right before it; other languages put theirs inside, where the phrase no longer matches."""
    return folded.text[: hit.start].rstrip().rpartition(" ")[2] in _NOT


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Without those that overlap a longer one, in the order of the text."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: hit.start - hit.end):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _values(hit: Hit) -> Iterator[tuple[ConditionKind, str]]:
    figures = {name: int(value) for name, value in hit.groups.items()}
    if figures.get("age") in _AGES:
        yield "age", str(figures["age"])
    if figures.get("years") in _YEARS and figures.get("months", 0) in _MONTHS:
        yield "contributed", f"{figures['years']}y{figures.get('months', 0)}m"
    if figures.get("percent") in _PERCENT:
        yield "disability", str(figures["percent"])
    if figures.get("children") in _CHILDREN:
        yield "children", str(figures["children"])
