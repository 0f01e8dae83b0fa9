"""Numbers in words as figures, with the way back: "del sesenta y uno" is read as "del 61"."""

from decimal import Decimal

from knowledge.languages import Language
from tools.reading.folding import Folded, fold
from tools.reading.numbers.parser import find_numbers

_LEAST = 32
"""Smaller numbers are days and hours, which are read in words."""
_CENTURIES = {"nineteen ": 1900, "twenty ": 2000}
"""As years are told in English."""


def with_figures(text: str, language: Language) -> Folded:
    """The folded text with figures for the larger numbers in words; ``source`` and spans are those of ``text``."""
    folded = fold(text)
    pieces: list[str] = []
    origin: list[int] = []
    at = 0
    for number in find_numbers(folded, language, expected=True):
        said = folded.text[number.start : number.end]
        if said[:1].isdigit() or isinstance(number.value, Decimal) or number.value < _LEAST or number.start < at:
            continue
        start, value = _with_century(folded.text[at : number.start], int(number.value))
        start = number.start - start
        figures = str(value)
        pieces += [folded.text[at:start], figures]
        origin += folded.origin[at:start]
        origin += [folded.origin[start]] * (len(figures) - 1) + [folded.origin[number.end - 1]]
        at = number.end
    pieces.append(folded.text[at:])
    origin += folded.origin[at:]
    return Folded(text, "".join(pieces), tuple(origin))


def _with_century(before: str, value: int) -> tuple[int, int]:
    """How much of the text before belongs to a year, and the year."""
    for words, years in _CENTURIES.items():
        if value < 100 and before.endswith(words):
            return len(words), years + value
    return 0, value
