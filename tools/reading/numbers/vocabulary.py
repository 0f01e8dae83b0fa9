"""The words of a language for numbers, compiled from ``data/<language>.yaml``, and a text cut into them."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from knowledge.languages import Language
from tools.reading.folding import fold
from tools.reading.tables import load_table

_GROUPED = r"\d{1,3}(?:(?P<mark>[.,' ])\d{3})(?:(?P=mark)\d{3}){0,3}(?:[.,]\d{1,6})?(?!\d)"
_TOKEN = re.compile(
    rf"(?<![^\W_])(?P<digits>{_GROUPED}|\d{{1,15}}(?:[.,]\d{{1,12}})?(?!\d))(?P<tail>[^\W\d_]*)|(?P<word>[^\W\d_]+)"
)
_THOUSANDS = "k"


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Folded words by what they mean. ``joined_tens`` carry their "and" ("hogeita"); ``simple`` are below a hundred."""

    simple: Mapping[str, int]
    tens: Mapping[str, int]
    joined_tens: Mapping[str, int]
    reach: Mapping[int, tuple[int, int]]
    hundreds: Mapping[str, int]
    hundred: frozenset[str]
    multiplied_hundred: frozenset[str]
    thousand: frozenset[str]
    million: frozenset[str]
    dozen: frozenset[str]
    articles: frozenset[str]
    joiners: Mapping[str, frozenset[str]]
    loose_tens: bool
    decimal_sign: str
    decimal_words: frozenset[str]
    half: tuple[tuple[str, ...], ...]
    doubtful: frozenset[str]
    before: frozenset[str]
    endings: tuple[str, ...]
    things: re.Pattern[str]
    ordinals: re.Pattern[str]
    postposed_one: frozenset[str]
    begins: frozenset[str]
    stems: Mapping[str, str]

    def may_begin(self, word: str) -> bool:
        """Whether a number can begin with this word."""
        return word in self.begins or word in self.stems

    def stem(self, word: str) -> str:
        """The word without a case ending when what stays is a number; the word itself otherwise."""
        return self.stems.get(word, word)

    def is_thing(self, text: str, at: int) -> bool:
        """Whether the text goes on at a position with something that is counted."""
        return self.things.match(text, at) is not None


@cache
def load_number_words(language: Language) -> NumberWords:
    """The words of a language; read once."""
    table = load_table("tools.reading.numbers", language)
    units, tens = _valued(table["units"]), _valued(table["tens"])
    joiners = {level: _folded(words) for level, words in table["joiners"].items()}
    reach = {int(ten): (low, high) for ten, (low, high) in table["reach"].items()}
    simple = _fused(units, tens, joiners["tens"], reach, table) | _with_prefixes(table, units, reach) | tens | units
    joined_tens = {ten + joiner: value for ten, value in tens.items() for joiner in joiners["tens"]}
    hundreds, hundred = _valued(table["hundreds"]), _folded(table["hundred"])
    large = _folded(table["thousand"]) | _folded(table["million"])
    known = large | hundred | simple.keys() | tens.keys() | hundreds.keys()
    articles = _folded(table.get("articles", []))
    endings = tuple(sorted(table.get("endings", []), key=len, reverse=True))
    return NumberWords(
        simple=simple,
        tens=tens,
        joined_tens=joined_tens,
        reach=reach,
        hundreds=hundreds,
        hundred=hundred,
        multiplied_hundred=_folded(table.get("multiplied_hundred", table["hundred"])),
        thousand=_folded(table["thousand"]),
        million=_folded(table["million"]),
        dozen=_folded(table["dozen"]),
        articles=articles,
        joiners=joiners,
        loose_tens=table["loose_tens"],
        decimal_sign=table["decimal_sign"],
        decimal_words=_folded(table["decimal_words"]),
        half=tuple(tuple(fold(phrase).text.split()) for phrase in table["half"]),
        doubtful=_folded(table["doubtful"]),
        before=_folded(table["before"]),
        endings=endings,
        things=_things(table["things"]),
        ordinals=_ordinals(table.get("ordinals", [])),
        postposed_one=_folded(table.get("postposed_one", [])),
        begins=known | joined_tens.keys() | articles | {ten.split()[0] for ten in tens},
        stems=_stems(known, endings),
    )


def _stems(known: Set[str], endings: Sequence[str]) -> dict[str, str]:
    """The number in each of its inflected forms, by its longest ending; an "r" may go before one."""
    forms = {number + link + ending: number for ending in reversed(endings) for link in ("r", "") for number in known}
    return {form: number for form, number in forms.items() if form not in known}


def _valued(forms: Mapping[Any, list[str]]) -> dict[str, int]:
    return {fold(str(word)).text: int(value) for value, words in forms.items() for word in words}


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(str(word)).text for word in words)


def _fused(
    units: Mapping[str, int],
    tens: Mapping[str, int],
    joiners: Iterable[str],
    reach: Mapping[int, tuple[int, int]],
    table: Mapping[str, Any],
) -> dict[str, int]:
    """Tens and units written as one word: "treintaytres", "sixtythree", "hogeitabat"."""
    elided = table.get("elided", [])
    found: dict[str, int] = {}
    for ten, value in tens.items():
        low, high = reach.get(value, (1, 9))
        links = joiners if elided else ("", *joiners)
        for unit, one in units.items():
            if low <= one <= high:
                tails = (unit, *(unit.removeprefix(start) for start in elided))
                found |= {ten + link + tail: value + one for link in links for tail in tails}
    return found


def _with_prefixes(
    table: Mapping[str, Any], units: Mapping[str, int], reach: Mapping[int, tuple[int, int]]
) -> dict[str, int]:
    """ "veinti" + "dos"."""
    prefixes = _valued(table["prefixes"])
    return {
        prefix + unit: value + one
        for prefix, value in prefixes.items()
        for unit, one in units.items()
        if reach.get(value, (1, 9))[0] <= one <= 9
    }


def _ordinals(words: Iterable[str]) -> re.Pattern[str]:
    forms = (re.escape(fold(word).text).replace(r"\*", r"\w+") for word in words)
    return re.compile(rf"(?:{'|'.join(forms) or '(?!)'})\Z")


def _things(words: Iterable[str]) -> re.Pattern[str]:
    forms = (re.escape(fold(word).text.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"[\s-]{{0,2}}(?:{'|'.join(forms) or '(?!)'})(?!\w)|\s?[€%]")


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
