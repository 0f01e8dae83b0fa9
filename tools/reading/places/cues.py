"""The words of a text, and what those beside a name say: that it is a place, or somebody, a street or a bank."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tools.places.names import normalise_word, spelt
from tools.reading.tables import load_table

_WORD = re.compile(r"[^\W_]+")
_LINKS = frozenset({"de", "del", "d", "do", "da", "la", "dos", "das"})
_NEAR = 3  # words between a surname and the word that says it is one
_NAMES = 3  # words of a full name after its title
_FEW = 3  # words of an answer that begins with the name


@dataclass(frozen=True, slots=True)
class TextWord:
    """``norm`` is comparable with the names of the register, ``spelt`` with its names as they are spelt; ``start`` and
    ``end`` are characters of the original.
    """

    norm: str
    start: int
    end: int
    capital: bool
    spelt: str = ""


def split_words(text: str) -> list[TextWord]:
    """The words in order. In a text all in capitals no word counts as capitalised."""
    shouting = text.isupper()
    return [
        TextWord(
            normalise_word(match[0]),
            match.start(),
            match.end(),
            match[0][0].isupper() and not shouting,
            spelt(match[0]),
        )
        for match in _WORD.finditer(text)
    ]


@dataclass(frozen=True, slots=True)
class PlaceCues:
    """Normalised words beside a place (``data/cues.yaml`` explains each list)."""

    before: frozenset[str]
    leads: frozenset[str]
    inside: frozenset[str]
    strong: frozenset[str]
    contractions: Mapping[str, tuple[str, ...]]
    town: frozenset[str]
    province: frozenset[str]
    never: frozenset[str]
    titles: frozenset[str]
    streets: frozenset[str]
    brands: frozenset[str]
    after: frozenset[str]
    surname: frozenset[str]
    given: frozenset[str]

    @classmethod
    def load(cls) -> "PlaceCues":
        """From the data file."""
        table = load_table("tools.reading.places", "cues")
        contractions = {word: tuple(articles) for word, articles in table.pop("contractions").items()}
        return cls(contractions=contractions, **{kind: frozenset(words) for kind, words in table.items()})

    def announced(self, words: list[TextWord], position: int) -> bool:
        """A word that goes before places stands before this one."""
        return position > 0 and words[position - 1].norm in self.before

    def strongly(self, words: list[TextWord], position: int, size: int = 1) -> bool:
        """Two words that only a place can follow ("vivo en", "soy de"), or one that only follows a place."""
        end = position + size
        if end < len(words) and words[end].norm in self.town:
            return True
        if position < 2:
            return False
        lead, link = words[position - 2].norm, words[position - 1].norm
        close = f"{lead} {link}" in self.strong or (lead in self.leads and link in self.inside)
        return close or self._clause_of_its_own(words, position, end)

    def _clause_of_its_own(self, words: list[TextWord], position: int, end: int) -> bool:
        """Between pauses, after a word that a place is told with: "an appointment for the pension, in Carballo, …"."""
        link = words[position - 1]
        begins, closes = _pauses(words[position - 2], link), end == len(words) or _pauses(words[end - 1], words[end])
        led = any(word.norm in self.leads for word in words[: position - 1])
        return link.norm in self.inside and begins and closes and led and not _pauses(link, words[position])

    def says_province(self, words: list[TextWord], position: int) -> bool:
        """ "provincia de Madrid", "Madrid provincia"."""
        near = words[max(0, position - 3) : position] + words[position + 1 : position + 2]
        return any(word.norm in self.province for word in near)

    def no_place(self, words: list[TextWord], position: int, size: int) -> bool:
        """Somebody, a street or a firm of that name."""
        end = position + size
        if end < len(words) and words[end].norm in self.after:
            return True
        near = words[max(0, position - _NEAR) : position] + words[end : end + _NEAR - 1]
        if any(word.norm in self.surname for word in near):
            return True
        return self._owned(words, position) or self._somebody(words, position, size)

    def _owned(self, words: list[TextWord], position: int) -> bool:
        first = position
        while first > 0 and position - first < 2 and words[first - 1].norm in _LINKS:
            first -= 1
        return first > 0 and words[first - 1].norm in (self.streets if first < position else self.streets | self.brands)

    def _somebody(self, words: list[TextWord], position: int, size: int) -> bool:
        """A surname after a title or a given name, or a given name before its surname."""
        first = position
        while first > 0 and position - first < _NAMES and words[first - 1].capital:
            if words[first - 1].norm in self.titles | self.given:
                return True
            first -= 1
        if first > 0 and words[first - 1].norm in self.titles:
            return True
        end = position + size
        surnamed = end < len(words) and words[end].capital and words[end].start == words[end - 1].end + 1
        return size == 1 and surnamed and words[position].norm in self.given


def _pauses(left: TextWord, right: TextWord) -> bool:
    """Whether more than a space stands between two words."""
    return right.start > left.end + 1


@dataclass(frozen=True, slots=True)
class AskedCues(PlaceCues):
    """Where a place was asked for, any word that goes before places is as strong, and so is to begin a short answer."""

    def strongly(self, words: list[TextWord], position: int, size: int = 1) -> bool:
        """Announced, or the beginning of few words."""
        begins = position == 0 and len(words) <= _FEW
        return begins or self._led(words, position) or PlaceCues.strongly(self, words, position, size)

    def _led(self, words: list[TextWord], position: int) -> bool:
        """Announced without a pause, and by more than what is a no in other languages."""
        if not self.announced(words, position):
            return False
        lead, name = words[position - 1], words[position]
        return lead.norm != "no" and name.start == lead.end + 1
