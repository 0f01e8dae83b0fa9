"""Spanish numbers in words, as laws write them: "treinta y ocho", "cuadragésima cuarta"."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple


def _numbered(words: str, start: int, step: int) -> dict[str, int]:
    """The words and their numbers; several words for one number are joined by a bar."""
    numbers = range(start, start + step * len(words.split()), step)
    return {word: number for number, ways in zip(numbers, words.split(), strict=True) for word in ways.split("|")}


_CARDINALS = {
    **_numbered(
        "cero un|una|uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
        "diecisiete dieciocho diecinueve veinte veintiun|veintiuna|veintiuno veintidos veintitres veinticuatro "
        "veinticinco veintiseis veintisiete veintiocho veintinueve treinta",
        0, 1,
    ),
    **_numbered("cuarenta cincuenta sesenta setenta ochenta noventa cien|ciento", 40, 10),
    **_numbered(
        "doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas "
        "seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas",
        200, 100,
    ),
}  # fmt: skip
_THOUSAND = "mil"
_MASCULINE = {
    **_numbered(
        "unico primer|primero segundo tercer|tercero cuarto quinto sexto septimo octavo noveno|nono decimo "
        "undecimo|decimoprimero duodecimo|decimosegundo decimotercero decimocuarto decimoquinto decimosexto "
        "decimoseptimo decimoctavo|decimooctavo decimonoveno|decimonono vigesimo",
        0, 1,
    ),
    **_numbered(
        "trigesimo cuadragesimo quincuagesimo sexagesimo septuagesimo octogesimo nonagesimo centesimo", 30, 10
    ),
}  # fmt: skip
_ORDINALS = _MASCULINE | {f"{word[:-1]}a": value for word, value in _MASCULINE.items() if word.endswith("o")}
_JOINED = re.compile(r"(vi|tri|cuadra|quincua)gesim(?:[oa](?!ctav))?(\w+)")
_WORD = re.compile(r"[^\W\d_]+")


class SaidNumber(NamedTuple):
    """A number in words, with its place in the text."""

    value: int
    start: int
    end: int


def folded(text: str) -> str:
    """In lower case and without accents, letter by letter: places stay what they are."""
    return "".join(unicodedata.normalize("NFD", letter.lower())[0] for letter in text)


def read_ordinal(words: str) -> int | None:
    """The number that an ordinal says; 0 for "única". None when some word of it is no ordinal."""
    total, plain = 0, folded(words).split()
    for word in plain:
        joined = _JOINED.fullmatch(word)
        parts = (word,) if word in _ORDINALS or joined is None else (f"{joined[1]}gesimo", joined[2])
        for part in parts:
            if part not in _ORDINALS:
                return None
            total += _ORDINALS[part]
    return total if plain else None


def read_cardinal(words: str) -> int | None:
    """The number that the words say; None when some word of them says none."""
    found = list(find_cardinals(words))
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(words))
    return found[0].value if whole else None


def find_cardinals(text: str) -> Iterator[SaidNumber]:
    """The numbers said in the text, in order. "Un" and "una" alone count as one."""
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(folded(text))]
    at = 0
    while at < len(words):
        length, value = _longest([word for word, _, _ in words[at : at + 9]])
        if length and _adjacent(text, words[at : at + length]):
            yield SaidNumber(value, words[at][1], words[at + length - 1][2])
            at += length
        else:
            at += 1


def find_ordinals(text: str) -> Iterator[SaidNumber]:
    """The ordinals said in the text, in order: "a partir del cuarto día"."""
    said: list[re.Match[str]] = []
    for match in [*_WORD.finditer(folded(text)), None]:
        if match is not None and read_ordinal(match[0]) and (not said or match.start() == said[-1].end() + 1):
            said.append(match)
            continue
        if said:
            value = read_ordinal(" ".join(word[0] for word in said))
            yield SaidNumber(value or 0, said[0].start(), said[-1].end())
        said = [match] if match is not None and read_ordinal(match[0]) else []


def _adjacent(text: str, words: Sequence[tuple[str, int, int]]) -> bool:
    return not text[words[0][1] : words[-1][2]].strip().count(",")


def _longest(words: Sequence[str]) -> tuple[int, int]:
    """How many of the words, from the first on, say one number, and which; 0 words when none does."""
    length, value = _below_thousand(words)
    thousands = value if length else 1
    if length < len(words) and words[length] == _THOUSAND and thousands:
        more, rest = _below_thousand(words[length + 1 :])
        return length + 1 + more, thousands * 1000 + rest
    return length, value


def _below_thousand(words: Sequence[str]) -> tuple[int, int]:
    total, last, at = 0, 1000, 0
    while at < len(words):
        word = words[at]
        joins = word == "y" and 30 <= last < 100 and at + 1 < len(words) and 0 < _CARDINALS.get(words[at + 1], 0) < 10
        if joins:
            total, last, at = total + _CARDINALS[words[at + 1]], 1, at + 2
            continue
        value = _CARDINALS.get(word)
        if value is None or not _fits(value, last):
            break
        total, last, at = total + value, value, at + 1
    return at, total


def _fits(value: int, last: int) -> bool:
    """Whether a number may follow another in one: anything first, after hundreds what is below a hundred."""
    return last == 1000 or (last >= 100 and value < 100)
