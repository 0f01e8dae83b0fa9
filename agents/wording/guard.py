"""The guard: whether other words say no more, no less and nothing else than the lines they were made from.

It trusts no model. Nearly every word of the output has to be in the line it rewords, or say the same by a table, or
claim nothing; so a lie has no words to be told in but those of the truth, and what turns a claim round is counted.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from agents.wording.marks import digits, marks, names, words_of
from agents.wording.word_tables import WordTables, load_word_tables
from knowledge.languages import Language
from tools.reading.folding import fold

Flaw = Literal["empty", "lines", "length", "sign", "language", "figure", "name", "word", "turned", "more", "dropped"]
"""Why an output is no rewording: it says nothing; has other lines; is much longer or shorter; has markup or letters of
other scripts; is in another language; has other figures, dates, links, units or names, or in another order; has a word
that the line has not; denies, limits, allows or obliges otherwise; promises, or grants a right; leaves much out."""

_LONGER, _SHORTER, _SLACK = 1.6, 0.5, 20
_KEPT = 0.6
"""The least share of the words of a line that has to be said again."""
_SIGNS = frozenset(" .,;:()«»¿?'’–-")
LanguageOf = Callable[[str], Language]


@dataclass(frozen=True, slots=True)
class Guard:
    """``language_of`` tells the language of a text."""

    language_of: LanguageOf

    def flaw(self, approved: str, said: str, language: Language) -> Flaw | None:
        """The first thing wrong with ``said`` as other words for ``approved``; None where it may be said. Pure."""
        given, told = approved.split("\n"), unicodedata.normalize("NFC", said).split("\n")
        if not said.strip():
            return "empty"
        if len(given) != len(told):
            return "lines"
        tables = load_word_tables(language)
        for line, other in zip(given, told, strict=True):
            if line != other and (found := _flaw_of(line, other, tables)) is not None:
                return found
        same = self.language_of(said) in (language, self.language_of(approved))
        return None if same else "language"


def _flaw_of(line: str, said: str, tables: WordTables) -> Flaw | None:
    checks: tuple[tuple[Flaw, bool], ...] = (
        ("length", not _SHORTER * len(line) - _SLACK <= len(said) <= _LONGER * len(line) + _SLACK),
        ("sign", not _signs_fit(line, said)),
        ("figure", marks(line, tables) != marks(said, tables) or not digits(said) <= digits(line)),
        ("name", not _names_fit(line, said, tables)),
    )
    wrong = next((flaw for flaw, is_wrong in checks if is_wrong), None)
    return wrong or _flaw_of_words(line, said, tables)


def _flaw_of_words(line: str, said: str, tables: WordTables) -> Flaw | None:
    given, told = _roots(line, tables), _roots(said, tables)
    if any(root not in given and fold(word).text not in tables.plain for root, word in told.items()):
        return "word"
    if _turns(line, tables) != _turns(said, tables):
        return "turned"
    if _claims_more(line, said, tables):
        return "more"
    content = [root for root, word in given.items() if fold(word).text not in tables.plain]
    return "dropped" if sum(root in told for root in content) < _KEPT * len(content) else None


def _signs_fit(line: str, said: str) -> bool:
    """Nothing but letters of this alphabet, digits, and signs of sentences or of the line itself; no new question."""
    own = set(line) | _SIGNS
    letters = all(one in own or one in "0123456789" or _is_latin(one) for one in said)
    return letters and line.count("?") == said.count("?") and line.startswith("- ") == said.startswith("- ")


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN ") and ord(letter) < 0x180


def _names_fit(line: str, said: str, tables: WordTables) -> bool:
    """Each name of the line is said as often, in the same order; none besides. A name may begin a sentence."""
    given, named = [tables.root(word) for word in words_of(line)], names(line, tables)
    told = [tables.root(word) for word in words_of(said)]
    rest = iter(told)
    in_order = all(name in rest for name in named)
    often = all(given.count(name) == told.count(name) for name in named)
    return in_order and often and set(given).issuperset(names(said, tables))


def _roots(line: str, tables: WordTables) -> dict[str, str]:
    """The root of each word and the word."""
    return {tables.root(word): word for word in words_of(line)}


def _turns(line: str, tables: WordTables) -> Counter[tuple[str, str]]:
    """What turns claims, by kind; for kinds that bind, with the root of the first word after it that claims."""
    text = fold(line).text
    found: Counter[tuple[str, str]] = Counter()
    for kind, pattern in tables.turning.items():
        for match in pattern.finditer(text):
            found[kind, _bound(text[match.end() :], tables) if kind in tables.binds else ""] += 1
    return found


def _bound(after: str, tables: WordTables) -> str:
    return next((tables.root(word) for word in words_of(after) if word not in tables.plain), "")


def _claims_more(line: str, said: str, tables: WordTables) -> bool:
    before, after = fold(line).text, fold(said).text
    return any(Counter(_found(pattern, after)) - Counter(_found(pattern, before)) for pattern in tables.claims)


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [match[0] for match in pattern.finditer(text)]
