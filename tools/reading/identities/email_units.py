"""A text cut into what an e-mail address is made of: letters, figures, words and the marks between them."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from tools.reading.dictation.words import DictationWords, Entry
from tools.reading.folding import Folded
from tools.reading.numbers.parser import NumberParser
from tools.reading.numbers.vocabulary import NumberToken, NumberWords

UnitKind = Literal["letter", "digits", "word", "mark", "at", "weak_at", "together"]

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|[.@_+-]")
_SIGNS = frozenset("@.-_+")
_MARKS = {"dot": ".", "hyphen": "-", "underscore": "_"}
_PAUSE = re.compile(r"[,;:!?…\x00]|\.\s")
_LONGEST_NUMBER = 10


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of an address and its span in the folded text.

    ``mark``: a dot, hyphen or underscore; ``said``: its words; ``named``: said by name; ``pause``: punctuation goes
    before it.
    """

    kind: UnitKind
    text: str
    said: str
    start: int
    end: int
    pause: bool
    named: bool = False


class Spelling:
    """Cuts a folded text into the units of an address."""

    def __init__(self, folded: Folded, words: DictationWords, numbers: NumberWords) -> None:
        text = folded.text
        self._folded, self._text, self._words, self._numbers = folded, text, words, numbers
        self._tokens = [NumberToken(match[0], *match.span()) for match in _TOKEN.finditer(text)]
        self._texts = [token.text for token in self._tokens]

    def units(self) -> list[Unit]:
        """In order; punctuation that is no part of an address is left out."""
        units: list[Unit] = []
        at = 0
        while at < len(self._tokens):
            unit, after = self._unit(at)
            if unit:
                units.append(unit)
            at = after
        return [self._plain(units, index) for index in range(len(units))]

    def _unit(self, at: int) -> tuple[Unit | None, int]:
        text = self._texts[at]
        if text in _SIGNS:
            return self._sign(at), at + 1
        if self._is_elided(at):
            return None, at + 1
        if entry := self._words.match(self._texts, at, "at", "weak_at", "dot", "hyphen", "underscore", "together"):
            return self._named(entry, at), at + len(entry.words)
        if text.isdecimal():
            return self._make("digits", text, at, at + 1), at + 1
        if entry := self._words.match(self._texts, at, "letter"):
            after = at + len(entry.words)
            return self._make("letter", entry.value.lower(), at, after), after
        if text not in self._words.mail_stops and (number := self._number(at)):
            value, after = number
            return self._make("digits", str(value), at, after), after
        return self._make("letter" if len(text) == 1 else "word", text, at, at + 1), at + 1

    def _number(self, at: int) -> tuple[int, int] | None:
        """A number in words; the hyphens inside are part of it."""
        ahead = [
            index for index in range(at, min(len(self._tokens), at + _LONGEST_NUMBER)) if self._texts[index] != "-"
        ]
        parsed = NumberParser(self._text, [self._tokens[index] for index in ahead], self._numbers).whole(0)
        return (parsed.value, ahead[parsed.after - 1] + 1) if parsed else None

    def _is_elided(self, at: int) -> bool:
        """ "c'", "it's", "é": no letter of an address."""
        start, end = self._tokens[at].start, self._tokens[at].end
        if end - start > 1:
            return False
        return "'" in (self._text[max(0, start - 1) : start], self._text[end : end + 1]) or self._folded.accented(start)

    def _sign(self, at: int) -> Unit | None:
        text = self._texts[at]
        if text == "@":
            return self._make("at", text, at, at + 1)
        return self._make("mark", text, at, at + 1) if self._is_sign(at) else None

    def _named(self, entry: Entry, at: int) -> Unit:
        after = at + len(entry.words)
        if entry.role in ("at", "weak_at"):
            return self._make("at" if entry.role == "at" else "weak_at", "@", at, after)
        if entry.role == "together":
            return self._make("together", "", at, after)
        return replace(self._make("mark", _MARKS[entry.role], at, after), named=True)

    def _is_sign(self, at: int) -> bool:
        """A full stop ends a sentence when a space follows and none goes before."""
        start, end = self._tokens[at].start, self._tokens[at].end
        space_before = start == 0 or self._text[start - 1].isspace()
        space_after = end >= len(self._text) or self._text[end].isspace()
        return space_before == space_after and end < len(self._text)

    def _plain(self, units: list[Unit], index: int) -> Unit:
        """A letter name that is also a word ("de") is the word, unless letters are beside it."""
        unit = units[index]
        if unit.kind != "letter" or unit.said not in self._words.mail_words or len(unit.said) == 1:
            return unit
        beside = [units[near] for near in (index - 1, index + 1) if 0 <= near < len(units)]
        if any(near.kind == "letter" for near in beside):
            return unit
        return Unit("word", unit.said, unit.said, unit.start, unit.end, unit.pause)

    def _make(self, kind: UnitKind, text: str, at: int, after: int) -> Unit:
        gap = self._text[self._tokens[at - 1].end : self._tokens[at].start] if at else ""
        start, end = self._tokens[at].start, self._tokens[after - 1].end
        return Unit(kind, text, " ".join(self._texts[at:after]), start, end, _PAUSE.search(gap) is not None)
