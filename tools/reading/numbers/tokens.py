"""A folded text as words and numbers in digits, with thousands and decimals as the language writes them."""

import re
from decimal import Decimal
from typing import NamedTuple

from tools.reading.numbers.vocabulary import NumberWords

_GROUPED = r"\d{1,3}(?:(?P<mark>[.,' ])\d{3})(?:(?P=mark)\d{3}){0,3}(?:[.,]\d{1,6})?(?!\d)"
_TOKEN = re.compile(
    rf"(?<![^\W_])(?P<digits>{_GROUPED}|\d{{1,15}}(?:[.,]\d{{1,12}})?(?!\d))(?P<tail>[^\W\d_]*)|(?P<word>[^\W\d_]+)"
)
_THOUSANDS = "k"


class NumberToken(NamedTuple):
    """A word, or a number in digits with its value."""

    text: str
    start: int
    end: int
    digits: int | Decimal | None = None


def tokenize(text: str, words: NumberWords) -> list[NumberToken]:
    """Words and digits of a folded text; digits glued to letters are no number, but for case endings and "k"."""
    return [_token(match, words) for match in _TOKEN.finditer(text)]


def _token(match: re.Match[str], words: NumberWords) -> NumberToken:
    start, end = match.span()
    if match["word"]:
        return NumberToken(match[0], start, end)
    tail = match["tail"]
    if tail and tail != _THOUSANDS and tail not in words.endings:
        return NumberToken(match[0], start, end)
    value = _value(match["digits"], words.decimal_sign)
    return NumberToken(match[0], start, end, value * 1000 if tail == _THOUSANDS else value)


def _value(digits: str, decimal_sign: str) -> int | Decimal:
    """Groups of three are thousands, unless the sign is the language's decimal one and stands alone ("3,125")."""
    marks = re.findall(r"\D", digits)
    grouped = bool(re.fullmatch(r"\d{1,3}(?:\D\d{3})+", digits)) and not digits.startswith("0")
    if grouped and len(set(marks)) == 1 and (len(marks) > 1 or marks[0] != "," or decimal_sign != ","):
        return int(re.sub(r"\D", "", digits))
    if not marks:
        return int(digits)
    *whole, decimals = re.split(r"\D", digits)
    if len(set(marks)) == 1 and len(marks) > 1:
        return int(re.sub(r"\D", "", digits))
    number = Decimal("".join(whole) + "." + decimals)
    return int(number) if number == int(number) and not int(decimals) else number
