"""Dictations: valid identities drawn by a seed, and the ways in which people cut and say them."""

import random
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from stdnum.es import ccc
from stdnum.es import dni as dni_letter
from stdnum.es import nie as nie_letter
from stdnum.iso7064 import mod_97_10

from evals.dictated.saying import Saying, saying
from knowledge.languages import LANGUAGES, Language
from tools.errors import BadIdentifier
from tools.reading.identities.parsing import parse_phone

Kind = Literal["dni", "nie", "nuss", "iban", "phone", "postcode"]

_IN_MILLIONS, _EXPLAINED, _IN_PAIRS, _DOUBLED, _IN_HUNDREDS = 0.12, 0.25, 0.55, 0.3, 0.4
"""Share of each way of saying."""
_TURNS: tuple[Kind, ...] = (
    "dni", "phone", "nie", "phone", "dni", "nuss", "dni", "phone", "postcode", "nie",
    "dni", "phone", "dni", "nuss", "phone", "dni", "nie", "phone", "postcode", "iban",
)  # fmt: skip


Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class DictatedCase:
    """``value``: as the identity is written without separators.

    ``groups``: what is said, a pause between groups; a group is made of what is said in one breath.
    """

    name: str
    language: Language
    kind: Kind
    value: str
    groups: Groups

    @property
    def sentence(self) -> str:
        """The dictation as a sentence."""
        return ", ".join(" ".join(group) for group in self.groups) + "."


def cases(each: int, languages: Sequence[Language] = LANGUAGES, seed: int = 6) -> Iterator[DictatedCase]:
    """``each`` per language, a language after another in turn, so that any beginning is even."""
    draws = {language: random.Random(f"{seed} {language}") for language in languages}
    for index in range(each):
        for language in languages:
            yield _case(f"{language}_{index:03}", language, _TURNS[index % len(_TURNS)], draws[language])


def _case(name: str, language: Language, kind: Kind, draw: random.Random) -> DictatedCase:
    words = saying(language)
    value = _VALUES[kind](draw)
    before = draw.choice(words.before(kind))
    groups = _groups(kind, value, words, draw)
    return DictatedCase(name, language, kind, value, ((before,) + groups[0], *groups[1:]) if before else groups)


def dni(draw: random.Random) -> str:
    """Eight figures and their letter."""
    number = draw.randrange(1_000_000, 99_999_999) if draw.random() < 0.15 else draw.randrange(10_000_000, 80_000_000)
    return f"{number:08}{dni_letter.calc_check_digit(f'{number:08}')}"


def nie(draw: random.Random) -> str:
    """X, Y or Z, seven figures and their letter."""
    prefix, number = draw.randrange(3), draw.randrange(100_000, 9_999_999)
    head = f"{'XYZ'[prefix]}{number:07}"
    return head + nie_letter.calc_check_digit(head)


def nuss(draw: random.Random) -> str:
    """Province, number and two control figures."""
    province, number = draw.randrange(1, 53), draw.randrange(10_000_000, 99_999_999)
    head = f"{province:02}{number:08}"
    return f"{head}{int(head) % 97:02}"


def iban(draw: random.Random) -> str:
    """ES, control figures and an account with its own."""
    account = "".join(draw.choice("0123456789") for _ in range(20))
    account = account[:8] + ccc.calc_check_digits(account) + account[10:]
    return f"ES{mod_97_10.calc_check_digits(account + 'ES')}{account}"


def phone(draw: random.Random) -> str:
    """Nine figures that can be called, mostly of a mobile."""
    while True:
        number = draw.choice(("6", "6", "71", "91", "93"))
        number += "".join(draw.choice("0123456789") for _ in range(9 - len(number)))
        with suppress(BadIdentifier):
            return parse_phone(number).removeprefix("+34")


def postcode(draw: random.Random) -> str:
    """A postcode of one of the 52 provinces."""
    return f"{draw.randrange(1, 53):02}{draw.randrange(1000):03}"


_VALUES = {"dni": dni, "nie": nie, "nuss": nuss, "iban": iban, "phone": phone, "postcode": postcode}

_CUTS: dict[Kind, tuple[tuple[int, ...], ...]] = {
    "dni": ((2, 2, 2, 2), (2, 3, 3), (4, 4), (8,)),
    "nie": ((1, 3, 3), (3, 2, 2), (3, 4), (7,)),
    "nuss": ((2, 2, 2, 2, 2, 2), (2, 4, 4, 2), (2, 8, 2)),
    "iban": ((2, 4, 4, 4, 4, 4), (2, 4, 4, 2, 2, 2, 2, 2, 2)),
    "phone": ((3, 2, 2, 2), (3, 3, 3), (9,)),
    "postcode": ((2, 3), (5,)),
}


def _groups(kind: Kind, value: str, words: Saying, draw: random.Random) -> Groups:
    figures = "".join(sign for sign in value if sign.isdecimal())
    groups: list[tuple[str, ...]] = []
    if kind == "iban":
        groups.append((words.letter("E"), words.letter("S")))
    if kind == "nie":
        groups.append((words.letter(value[0]),))
    if kind == "dni" and draw.random() < _IN_MILLIONS and figures[0] != "0":
        groups.append((words.number(int(figures)),))
    else:
        groups += _cut(figures, draw.choice(_CUTS[kind]), words, draw)
    if kind in ("dni", "nie"):
        explained = draw.random() < _EXPLAINED
        groups.append((words.explained(value[-1]) if explained else words.letter(value[-1]),))
    return tuple(groups)


def _cut(figures: str, sizes: tuple[int, ...], words: Saying, draw: random.Random) -> Iterator[tuple[str, ...]]:
    in_pairs = draw.random() < _IN_PAIRS
    at = 0
    for size in sizes:
        group = figures[at : at + size]
        at += size
        if size == 2 and group[0] == group[1] and words.can_double and draw.random() < _DOUBLED:
            yield (words.doubled(group[0]),)
        elif in_pairs and (size == 2 or (size == 3 and draw.random() < _IN_HUNDREDS)):
            yield words.together(group)
        elif in_pairs and size % 4 == 0:
            yield from (words.together(group[start : start + 2]) for start in range(0, size, 2))
        else:
            yield words.figures(group)
