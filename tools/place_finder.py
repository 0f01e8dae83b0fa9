"""Place names in running text: longest match first, and a cue wanted where the name is also an ordinary word."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

import yaml
from rapidfuzz import process
from rapidfuzz.distance import OSA

from tools.place_names import Token
from tools.place_table import PlaceTable

_LARGE = 3  # postcodes of a municipality whose misspelt name is still recognised


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name found: municipality codes, or a province."""

    codes: tuple[str, ...]
    province: str | None
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Cues:
    """Normalised words that announce a place (``tools/data/place_cues.yaml``)."""

    before: frozenset[str]
    strong: frozenset[str]
    province: frozenset[str]
    never: frozenset[str]

    @classmethod
    def load(cls) -> "Cues":
        """From the data file."""
        table = yaml.safe_load((files("tools") / "data" / "place_cues.yaml").read_text(encoding="utf-8"))
        return cls(**{kind: frozenset(words) for kind, words in table.items()})


class NameFinder:
    """Looks runs of words up in the table of names."""

    def __init__(self, table: PlaceTable) -> None:
        self._table = table
        self._cues = Cues.load()
        self._longest = _longest_by_first_word([*table.municipality_names, *table.province_names])
        self._large_codes = _large_codes(table)
        self._large = _misspellable(table, self._large_codes)

    def find(self, words: list[Token], text: str) -> Iterator[NameHit]:
        """Hits in order, without overlaps."""
        position = 0
        while position < len(words):
            hit, used = self._at(words, position, text)
            if hit is not None:
                yield hit
            position += used

    def _at(self, words: list[Token], position: int, text: str) -> tuple[NameHit | None, int]:
        longest = min(self._longest.get(words[position].norm, 0), len(words) - position)
        for size in range(longest, 0, -1):
            run = words[position : position + size]
            hit = self._named(" ".join(word.norm for word in run), words, position, size)
            if hit is not None and _unbroken(run, text):
                return hit, size
        return self._misspelt(words, position), 1

    def _named(self, name: str, words: list[Token], position: int, size: int) -> NameHit | None:
        codes = self._table.municipality_names.get(name, ())
        province = self._table.province_names.get(name)
        if not codes and province is None:
            return None
        confidence = 0.0 if name in self._cues.never else self._confidence(name, words, position, size)
        if confidence == 0:
            return None
        as_province = province is not None and (not codes or self._says_province(words, position))
        start, end = words[position].start, words[position + size - 1].end
        return NameHit(() if as_province else codes, province if as_province else None, start, end, confidence)

    def _confidence(self, name: str, words: list[Token], position: int, size: int) -> float:
        capital = words[position + size - 1].capital
        if not self._needs_cue(name, capital):
            return 0.95 if capital else 0.9
        if self._strong_cue(words, position):
            return 0.85
        before = position > 0 and words[position - 1].norm in self._cues.before
        if capital and position > 0:
            return 0.85 if before else 0.7
        if size == len(words):
            return 0.6 if capital else 0.5
        return 0.0

    def _needs_cue(self, name: str, capital: bool) -> bool:
        if name in self._table.ambiguous:
            return True
        if capital:
            return False
        small = not self._large_codes.intersection(self._table.municipality_names.get(name, ()))
        return len(name) < 4 or (name in self._table.inflected and small)

    def _strong_cue(self, words: list[Token], position: int) -> bool:
        return position > 1 and f"{words[position - 2].norm} {words[position - 1].norm}" in self._cues.strong

    def _says_province(self, words: list[Token], position: int) -> bool:
        near = words[max(0, position - 3) : position] + words[position + 1 : position + 2]
        return any(word.norm in self._cues.province for word in near)

    def _misspelt(self, words: list[Token], position: int) -> NameHit | None:
        """One large place within one edit (two in a long word), and only where a place is expected."""
        word = words[position]
        alone = len(words) == 1
        expected = alone or self._strong_cue(words, position) or self._capital_after_preposition(words, position)
        if not expected or len(word.norm) < 5 or not word.norm.isalpha():
            return None
        edits = 1 if len(word.norm) < 10 else 2
        close = process.extractOne(word.norm, self._large, scorer=OSA.distance, score_cutoff=edits)
        if close is None:
            return None
        confidence = 0.75 if close[1] == 1 and not alone else 0.6
        return NameHit(self._table.municipality_names[close[0]], None, word.start, word.end, confidence)

    def _capital_after_preposition(self, words: list[Token], position: int) -> bool:
        return position > 0 and words[position].capital and words[position - 1].norm in self._cues.before


def _unbroken(run: list[Token], text: str) -> bool:
    """Names do not cross the end of a sentence or a comma."""
    between = (text[left.end : right.start] for left, right in pairwise(run))
    return not any(mark in gap for gap in between for mark in ".,;:!?\n")


def _longest_by_first_word(names: list[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in names:
        first, size = name.split(" ", 1)[0], name.count(" ") + 1
        longest[first] = max(longest.get(first, 0), size)
    return longest


def _large_codes(table: PlaceTable) -> frozenset[str]:
    """Provincial capitals and whatever has several postcodes: the data has no populations."""
    sizes = Counter(code for codes in table.postcodes.values() for code in codes)
    capitals = {province.capital for province in table.provinces.values()}
    return frozenset(capitals | {code for code, postcodes in sizes.items() if postcodes >= _LARGE})


def _misspellable(table: PlaceTable, large: frozenset[str]) -> list[str]:
    excluded = table.ambiguous | table.inflected
    return [
        name
        for name, codes in table.municipality_names.items()
        if " " not in name and len(name) > 4 and name not in excluded and large.intersection(codes)
    ]
