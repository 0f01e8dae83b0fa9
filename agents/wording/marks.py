"""The marks of a line: what has to be said exactly and in the same order, whatever the words around it."""

import re
from collections import Counter
from collections.abc import Iterator

from agents.wording.word_tables import WordTables
from tools.reading.folding import Folded, blanked, fold
from tools.reading.numbers.parser import find_numbers

_ADDRESS = re.compile(
    r"https?://\S+?(?=[.,;:)]*(?:\s|$))|[\w.+-]+@[\w.-]+\w|\[[A-Z]+\]|\b(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s,;)]*\w)?"
)
_BEGINS = re.compile(r"(?:^|[.:?!¿¡(«])\W*$")
"""What stands before the first word of a sentence."""
_WORD = re.compile(r"[^\W\d_]+(?:·[^\W\d_]+)*")


def marks(line: str, tables: WordTables) -> list[str]:
    """Addresses, figures, units, months and weekdays in order; figures by their value, in digits or in words."""
    addresses = [(match.start(), match.end(), match[0]) for match in _ADDRESS.finditer(line)]
    folded = blanked(fold(line), [(start, end) for start, end, _ in addresses])
    found = [(start, text) for start, _, text in addresses]
    found += [(folded.span(one.start, one.end)[0], f"{one.value}") for one in find_numbers(folded, tables.language)]
    for kind, pattern in tables.units.items():
        found += [(folded.span(*match.span())[0], kind) for match in pattern.finditer(folded.text)]
    found += _dates(folded, tables)
    return [text for _, text in sorted(found)]


def names(line: str, tables: WordTables) -> list[str]:
    """Acronyms, and capitalised words that do not begin a sentence, each where it is first said, as roots."""
    plain = _ADDRESS.sub(" ", line)
    found = (match for match in _WORD.finditer(plain) if _is_name(match, plain))
    return list(dict.fromkeys(tables.root(match[0]) for match in found))


def _is_name(word: re.Match[str], line: str) -> bool:
    capitals = sum(letter.isupper() for letter in word[0])
    return capitals > 1 or (word[0][0].isupper() and _BEGINS.search(line[: word.start()]) is None)


def digits(line: str) -> Counter[str]:
    """Runs of digits as they are written: a figure that the reader of numbers does not see is seen here."""
    return Counter(re.findall(r"\d+", line))


def words_of(line: str) -> Iterator[str]:
    """The words outside addresses, as written."""
    yield from (match[0] for match in _WORD.finditer(_ADDRESS.sub(" ", line)))


def _dates(folded: Folded, tables: WordTables) -> Iterator[tuple[int, str]]:
    for match in _WORD.finditer(folded.source):
        named = tables.dates.get(tables.root(match[0]))
        if named is not None:
            yield match.start(), named
