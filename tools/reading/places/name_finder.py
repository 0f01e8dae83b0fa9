"""Place names in running text: longest match first, misspelt ones only where a place is expected."""

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tools.places.register import NameRegister
from tools.places.table import PlaceTable
from tools.reading.places.cues import AskedCues, PlaceCues, TextWord
from tools.reading.sounds import phonetic_key

_SHORTEST = 5
_LONG = 10  # letters of a name that may have two slips
_LONG_ENDING = 8
_GUESSED_WORDS = 4
_SHORT = 4  # letters from which a name is told from a word
_MARKS = ",;:!?\n()"


class NameGuesser:
    """Reads names by how they sound. Names in ``ordinary`` (words of the languages too) are not guessed."""

    def __init__(self, register: NameRegister, ordinary: frozenset[str]) -> None:
        known = [name for name in register.known if len(name) >= _SHORTEST and name not in ordinary]
        large = [name for name in known if not register.large.isdisjoint(register.names[name])]
        self._heard = _by_sound([*large, *known])
        self._large = _by_sound([name for name in large if " " not in name])
        self._endings = _by_sound([name for name in register.inflected if len(name) >= _LONG_ENDING])

    def heard(self, name: str) -> str | None:
        """The known name that sounds like this one."""
        return self._heard.get(phonetic_key(name)) if len(name) >= _SHORTEST else None

    def ending(self, word: str) -> str | None:
        """The known name with a Basque ending that sounds like this word."""
        return self._endings.get(phonetic_key(word)) if len(word) >= _LONG_ENDING else None

    def slipped(self, word: str) -> tuple[str, int] | None:
        """A large place whose name sounds one slip away (two in a long word), and the slips."""
        if len(word) < _SHORTEST or not word.isalpha():
            return None
        edits = 1 if len(word) < _LONG else 2
        close = process.extractOne(phonetic_key(word), self._large.keys(), scorer=OSA.distance, score_cutoff=edits)
        return None if close is None else (self._large[close[0]], int(close[1]))


def _by_sound(names: list[str]) -> Mapping[str, str]:
    """The first name of each sound."""
    heard: dict[str, str] = {}
    for name in names:
        heard.setdefault(phonetic_key(name), name)
    return heard


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name found: municipality codes, or a province; ``guessed`` when it was not spelt so."""

    codes: tuple[str, ...]
    province: str | None
    start: int
    end: int
    confidence: float
    guessed: bool = False


class NameFinder:
    """Looks runs of words up in the table of names."""

    def __init__(self, table: PlaceTable) -> None:
        self._table = table
        self._register = table.register
        self._cues: PlaceCues = PlaceCues.load()
        self._guesser = NameGuesser(table.register, table.ambiguous)
        self._longest = _longest_by_first_word([*table.register.names, *table.province_names])

    def where_asked(self) -> "NameFinder":
        """The same where a place was asked for."""
        other = copy(self)
        other._cues = AskedCues.load()
        return other

    def find(self, words: list[TextWord], text: str) -> Iterator[NameHit]:
        """Hits in order, without overlaps."""
        position = 0
        while position < len(words):
            hit, used = self._at(words, position, text)
            if hit is not None:
                yield hit
            position += used

    def _at(self, words: list[TextWord], position: int, text: str) -> tuple[NameHit | None, int]:
        for article in self._cues.contractions.get(words[position].norm, ()):
            hit, used = self._exact(words, position + 1, text, f"{article} ")
            if hit is not None:
                return hit, 1 + used
        hit, used = self._exact(words, position, text)
        if hit is not None and words[position].norm == "a":  # an article, or "à" before a longer name
            longer, more = self._exact(words, position + 1, text)
            if longer is not None and longer.end > hit.end:
                return longer, 1 + more
        return (hit, used) if hit is not None else self._misspelt(words, position, text)

    def _exact(self, words: list[TextWord], position: int, text: str, article: str = "") -> tuple[NameHit | None, int]:
        """The longest name that starts here; with an ``article``, one the word before has swallowed."""
        if position >= len(words):
            return None, 1
        first = article.rstrip() or words[position].norm
        longest = min(self._longest.get(first, 0) - bool(article), len(words) - position)
        for size in range(longest, 0, -1):
            run = words[position : position + size]
            name = article + " ".join(word.norm for word in run)
            hit = self._named(name, words, position, size)
            if hit is not None and self._unbroken(name, run, text):
                return hit, size
        return None, 1

    def _named(self, name: str, words: list[TextWord], position: int, size: int) -> NameHit | None:
        as_spelt = " ".join(word.spelt for word in words[position : position + size])
        codes = self._register.spelt.get(as_spelt) or self._register.names.get(name, ())
        province = self._table.province_names.get(name)
        if (not codes and province is None) or self._cues.no_place(words, position, size):
            return None
        confidence = self._confidence(name, words, position, size)
        if confidence == 0:
            return None
        doubted = name in self._register.short or self._cues.says_province(words, position)
        as_province = province is not None and (not codes or doubted)
        start, end = words[position].start, words[position + size - 1].end
        return NameHit(() if as_province else codes, province if as_province else None, start, end, confidence)

    def _confidence(self, name: str, words: list[TextWord], position: int, size: int) -> float:
        capital = words[position + size - 1].capital
        if name in self._cues.never:
            return 0.7 if capital and self._cues.strongly(words, position, size) else 0.0
        if not self._needs_cue(name, capital):
            return 0.95 if capital else 0.9
        announced = self._cues.announced(words, position)
        if not capital and name.count(" ") >= size:  # its article is in a preposition: "na rúa" is any street
            return 0.0
        if self._cues.strongly(words, position, size) or (announced and self._short_code(name)):
            return 0.85
        if capital and position > 0:
            certain = words[position].capital and not self._wants_announcing(name)
            return 0.85 if announced else 0.7 if certain else 0.0
        if size == len(words):
            return 0.6 if capital else 0.5
        return 0.0

    def _wants_announcing(self, name: str) -> bool:
        """A capital is not enough: part of a name, or what somebody may be called ("la Jana")."""
        return name in self._register.short or name in self._cues.given

    def _short_code(self, name: str) -> bool:
        """A large place of two or three letters: "bcn"."""
        large = not self._register.large.isdisjoint(self._register.names.get(name, ()))
        return large and len(name) < _SHORT and name not in self._table.ambiguous

    def _needs_cue(self, name: str, capital: bool) -> bool:
        if name in self._table.ambiguous or name in self._register.short:
            return True
        if capital:
            return False
        small = self._register.large.isdisjoint(self._register.names.get(name, ()))
        return len(name) < _SHORT or (name in self._register.inflected and small)

    def _misspelt(self, words: list[TextWord], position: int, text: str) -> tuple[NameHit | None, int]:
        """A place that sounds alike, or a large one within two typing errors, and only where a place is expected."""
        word = words[position]
        alone = len(words) == 1
        if ending := self._guesser.ending(word.norm):
            return self._guessed(ending, words, position, 1, 0.7), 1
        expected = word.capital and self._cues.announced(words, position)
        if not (alone or expected or self._cues.strongly(words, position)):
            return None, 1
        for size in range(min(_GUESSED_WORDS, len(words) - position), 0, -1):
            run = words[position : position + size]
            name = " ".join(part.norm for part in run)
            if (heard := self._guesser.heard(name)) and self._unbroken(name, run, text):
                return self._guessed(heard, words, position, size, 0.6 if alone else 0.75), size
        if (slip := self._guesser.slipped(word.norm)) is None:
            return None, 1
        name, slips = slip
        return self._guessed(name, words, position, 1, 0.75 if slips < 2 and not alone else 0.6), 1

    def _guessed(self, name: str, words: list[TextWord], position: int, size: int, confidence: float) -> NameHit | None:
        if self._cues.no_place(words, position, size):
            return None
        inflected = name in self._register.inflected
        start, end = words[position].start, words[position + size - 1].end
        return NameHit(self._register.names[name], None, start, end, confidence, not inflected)

    def _unbroken(self, name: str, run: list[TextWord], text: str) -> bool:
        """Names do not cross the end of a sentence or a comma, but for the full stop of an abbreviation."""
        if name in self._register.initials and "." not in text[run[0].start : run[-1].end + 1]:
            return False
        if name in self._register.listed:
            return True
        for left, right in pairwise(run):
            gap = text[left.end : right.start]
            if any(mark in gap for mark in _MARKS):
                return False
            if "." in gap and not (left.norm in self._register.abbreviations or len(left.norm) == 1):
                return False
        return True


def _longest_by_first_word(names: list[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in names:
        first, size = name.split(" ", 1)[0], name.count(" ") + 1
        longest[first] = max(longest.get(first, 0), size)
    return longest
