"""Letters said by themselves, by name or with the word that explains them: "zeta de Zaragoza", "Bilboko be"."""

from collections.abc import Sequence
from typing import NamedTuple

from tools.reading.dictation.words import DictationWords
from tools.reading.folding import Folded
from tools.reading.numbers.vocabulary import NumberToken

_LEAST_SPELLED = 3
"""Letters of the shortest word that explains one."""


class Spelled(NamedTuple):
    """A capital letter and the token after it; ``weak`` when its name is also an ordinary word."""

    value: str
    after: int
    weak: bool


class SpelledLetters:
    """Reads a letter at a token."""

    def __init__(self, folded: Folded, tokens: Sequence[NumberToken], words: DictationWords) -> None:
        self._folded, self._tokens, self._words = folded, tokens, words
        self._texts = [token.text for token in tokens]

    def read_letter(self, at: int) -> Spelled | None:
        """A letter with what explains it."""
        entry = self._words.match(self._texts, at, "letter")
        text = self._texts[at]
        if entry is None and not (len(text) == 1 and text.isascii() and text.isalpha()):
            return None
        value, after = (entry.value, at + len(entry.words)) if entry else (text.upper(), at + 1)
        explained = self._explained(value, after)
        weak = after == at + 1 and text in self._words.weak and explained == after and not self._glued(at)
        return Spelled(value, explained, weak)

    def is_elided(self, at: int) -> bool:
        """ "l'", "it's", "é": a single letter that is no letter said."""
        start, end = self._tokens[at].start, self._tokens[at].end
        if end - start > 1:
            return False
        text = self._folded.text
        return "'" in (text[max(0, start - 1) : start], text[end : end + 1]) or self._folded.accented(start)

    def explains(self, at: int) -> bool:
        """Whether a word only explains the letter after it ("Bilboko b")."""
        if at + 1 >= len(self._tokens) or not self._is_genitive(at):
            return False
        following = self._words.match(self._texts, at + 1, "letter")
        value = following.value if following else self._texts[at + 1].upper()
        return len(value) == 1 and self._spells(at, value)

    def _explained(self, letter: str, after: int) -> int:
        """Past "de Zaragoza" when that word begins with the letter."""
        if after >= len(self._tokens):
            return after
        if self._is_genitive(after) and self._spells(after, letter):
            return after + 1
        entry = self._words.match(self._texts, after, "spelled")
        if entry is None:
            return after
        at = after + len(entry.words)
        hyphened = self._texts[at : at + 1] == [letter.lower()] and at + 1 < len(self._tokens)
        if hyphened and self._folded.text.startswith("-", self._tokens[at].end):
            return at + 2  # "X for x-ray"
        return at + 1 if self._spells(at, letter) else after

    def _is_genitive(self, at: int) -> bool:
        return bool(self._words.spelled_endings) and self._texts[at].endswith(self._words.spelled_endings)

    def _spells(self, at: int, letter: str) -> bool:
        if at >= len(self._texts) or len(self._texts[at]) < _LEAST_SPELLED:
            return False
        return self._texts[at].startswith(letter.lower())

    def _glued(self, at: int) -> bool:
        """Whether it touches figures: "78y"."""
        before = at > 0 and self._tokens[at - 1].end == self._tokens[at].start
        return before or (at + 1 < len(self._tokens) and self._tokens[at].end == self._tokens[at + 1].start)
