"""The guard of translations: figures, dates, names, links and denials are those of the original.

It trusts no model. It does not know whether the words mean the same: who reads a translation sees the original too.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from agents.wording.marks import marks, words_of
from agents.wording.word_tables import WordTables, load_word_tables
from knowledge.languages import Language
from tools.reading.folding import fold

Flaw = Literal["empty", "length", "sign", "language", "figure", "name", "turned"]
LanguageOf = Callable[[str], Language]

_LONGER, _SHORTER, _SLACK = 2.2, 0.4, 25
_NUMBER = re.compile(r"\d+(?:[.,:/\- ]\d+)*")
_BEGINS = re.compile(r"(?:^|[.:?!¿¡(«\"\n-])\W*$")
_EXACTLY = re.compile(r"\[[A-Z]+\]|https?://\S+|\S+@\S+")
"""What is compared as it is written."""
_MARKUP = re.compile(r"[<>{}|`*_#~^\\]")


@dataclass(frozen=True, slots=True)
class TranslationGuard:
    """``language_of`` tells the language of a text."""

    language_of: LanguageOf

    def flaw(self, text: str, said: str, source: Language, target: Language) -> Flaw | None:
        """The first thing wrong with ``said`` as a translation of ``text``; None where it may be shown. Pure."""
        said = unicodedata.normalize("NFC", said).strip()
        if not said:
            return "empty"
        given, told = load_word_tables(source), load_word_tables(target)
        checks: tuple[tuple[Flaw, bool], ...] = (
            ("length", not _SHORTER * len(text) - _SLACK <= len(said) <= _LONGER * len(text) + _SLACK),
            ("sign", not _signs_fit(text, said)),
            ("figure", _figures(text) != _figures(said) or _exact(text, given) != _exact(said, told)),
            ("name", not _names_fit(text, said, told)),
            ("turned", _denies(text, given) != _denies(said, told)),
            ("language", self.language_of(said) != target),
        )
        return next((flaw for flaw, is_wrong in checks if is_wrong), None)


def _signs_fit(text: str, said: str) -> bool:
    """Letters of this alphabet, no markup that was not there, as many questions as there were or fewer."""
    latin = all(not one.isalpha() or (ord(one) < 0x250) for one in said)
    new = set(_MARKUP.findall(said)) - set(text)
    return latin and not new and said.count("?") <= max(text.count("?"), 0)


def _figures(text: str) -> Counter[str]:
    """Figures as they are written in digits, whatever parts their thousands."""
    return Counter(re.sub(r"\D", "", number[0]) for number in _NUMBER.finditer(text))


def _exact(text: str, tables: WordTables) -> Counter[str]:
    """Figures by value, units, months, weekdays, links and telephones; "one" is an article in most languages."""
    return Counter(mark for mark in marks(text, tables) if mark not in ("1", "1.0", "0", "0.0"))


def _names_fit(text: str, said: str, tables: WordTables) -> bool:
    """Acronyms and capitalised words in the middle of a sentence were all in the original."""
    given, plain = {fold(word).text for word in words_of(text)}, _EXACTLY.sub(" ", said)
    for match in re.finditer(r"[^\W\d_]+", plain):
        word, capitals = match[0], sum(letter.isupper() for letter in match[0])
        is_name = capitals > 1 or (word[0].isupper() and _BEGINS.search(plain[: match.start()]) is None)
        if is_name and word != "I" and tables.root(word) not in tables.dates and fold(word).text not in given:
            return False
    told = {fold(word).text for word in words_of(said)}
    acronyms = {fold(word).text for word in words_of(text) if len(word) > 1 and word.isupper()}
    return text.isupper() or acronyms <= told


def _denies(text: str, tables: WordTables) -> bool:
    return tables.turning["not"].search(fold(text).text) is not None
