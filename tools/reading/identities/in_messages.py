"""Identities dictated in a message: in words, digit by digit or spelled. Spans are of the folded text.

What is written in a message was meant so; what a speech recogniser wrote is read with more doubt, in ``in_calls``.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.languages import Language
from tools.errors import BadIdentifier
from tools.reading.dictation.digit_groups import DigitGroup, digit_groups, readings
from tools.reading.dictation.transcription import DictationRun
from tools.reading.dictation.words import amount_pattern
from tools.reading.folding import Folded
from tools.reading.identities.kinds import (
    DOCUMENTS,
    Identity,
    IdentityKind,
    Kind,
    begins_nie,
    fits,
    tokens_of,
    values_of,
)
from tools.reading.identities.parsing import called_number, parse_locator

_PLUS = re.compile(r"(?:\+|(?<!\w)(?:mas|mes|mais|plus|gehi))\s{0,2}\Z")
_LONGEST = 40
"""Figures of the longest identity said with all its corrections."""
_MILLIONS = 7
_YEARS = range(1900, 2100)
_APOSTROPHES = ("'", "’")
_FEW_WORDS = 6
_SPELLED = 2
"""Words after a letter that say which one it is: "Z de Zamora"."""


def find_dictated(
    folded: Folded, runs: Iterable[DictationRun], language: Language, wanted: frozenset[Kind]
) -> list[Identity]:
    """Identities in the ``runs`` of a text, in order; ``wanted``: kinds that were asked for or are named."""
    found: list[Identity] = []
    for run in runs:
        if "locator" in wanted and (locator := _locator(run)):
            found.append(locator)
            continue
        for group in identity_groups(run, folded, language, wanted):
            plus = _PLUS.search(folded.text, max(0, group.start - 6), group.start) is not None
            if identity := _GroupReader(group, wanted, plus).find_identity():
                found.append(identity)
    return found


def identity_groups(
    run: DictationRun, folded: Folded, language: Language, wanted: frozenset[Kind]
) -> Iterator[DigitGroup]:
    """The digits that may be an identity: no amount of money, metres or years, and no date."""
    for group in digit_groups(run):
        amount = amount_pattern(language).match(folded.text, group.end)
        if group.length <= _LONGEST and not (amount or is_date(group, wanted)):
            yield group


@dataclass(frozen=True, slots=True)
class _GroupReader:
    """Reads one group; ``plus``: the sign of another country's prefix was said before it."""

    group: DigitGroup
    wanted: frozenset[Kind]
    plus: bool

    def find_identity(self) -> Identity | None:
        """The digits as they were most likely said; else another reading of them that fits."""
        rules: tuple[Callable[[bool], Identity | None], ...] = (
            *((self._phone,) if self.plus else ()),
            self._document, self._nuss, self._phone, self._without_letter, self._postcode,
        )  # fmt: skip
        found = (rule(likeliest) for likeliest in (True, False) for rule in rules)
        return next(filter(None, found), None) or self._without_zero()

    def _document(self, likeliest: bool) -> Identity | None:
        after = self.group.after
        if after is None:
            return None
        kinds: tuple[IdentityKind, ...] = ("dni", "nie")
        values = [(kind, value) for kind in kinds for value in values_of(kind, self.group, likeliest=likeliest)]
        valid = [(kind, value) for kind, value in values if fits(kind, value)]
        if len(valid) == 1:
            return self._identity(*valid[0])
        if values and not valid and not after.weak:
            return replace(self._identity(*values[0]), verdict="invalid")
        return None

    def _without_zero(self) -> Identity | None:
        """Seven figures and a letter where a document is wanted: the leading zero was left out."""
        texts, after = self.group.digits(7, likeliest=True), self.group.after
        if not texts or after is None or after.weak or not self.wanted & DOCUMENTS:
            return None
        return Identity("dni", texts[0] + after.readings[0], self.group.start, after.end, "invalid")

    def _nuss(self, likeliest: bool) -> Identity | None:
        values = values_of("nuss", self.group, likeliest=likeliest)
        if are_years(self.group):
            return None
        valid = [value for value in values if fits("nuss", value)]
        if len(valid) == 1:
            return self._identity("nuss", valid[0])
        if values and not valid and "nuss" in self.wanted:
            return Identity("nuss", values[0], self.group.start, self.group.end, "invalid")
        return None

    def _phone(self, likeliest: bool) -> Identity | None:
        if any(len(token.readings[0]) >= _MILLIONS and token.is_in_words for token in self.group.tokens):
            return None  # "66 millones" is an amount
        values = values_of("phone", self.group, likeliest=likeliest)
        number = next(filter(None, (called_number(value, plus=self.plus) for value in values)), None)
        return self._identity("phone", number) if number else None

    def _without_letter(self, likeliest: bool) -> Identity | None:
        if not self.wanted & DOCUMENTS:
            return None
        group, before = self.group, self.group.before
        if before and begins_nie(before):
            for text in group.digits(7, likeliest=likeliest):
                return Identity("nie", before.readings[0] + text, before.start, group.end, "partial")
        for text in group.digits(8, likeliest=likeliest):
            return Identity("dni", text, group.start, group.end, "partial")
        return None

    def _postcode(self, likeliest: bool) -> Identity | None:
        if "postcode" not in self.wanted:
            return None
        values = values_of("postcode", self.group, likeliest=likeliest)
        return self._identity("postcode", values[0]) if values else None

    def _identity(self, kind: IdentityKind, value: str) -> Identity:
        tokens = tokens_of(kind, self.group)
        return Identity(kind, value, tokens[0].start, tokens[-1].end)


def find_last_letter(folded: Folded, runs: Iterable[DictationRun]) -> list[Identity]:
    """The letter that a document lacked, said by itself ("la Z")."""
    tokens = [token for run in runs for token in run if token.kind != "restart"]
    if not tokens or tokens[-1].kind != "letter" or len(folded.words()) > _FEW_WORDS:
        return []
    letter = tokens[-1]
    after = re.findall(r"\w+", folded.text[letter.end :])
    amid = re.search(r"\w", folded.text[: letter.start]) is not None or len(after) > 1
    named = letter.end - letter.start > 1  # "de" is a word before it is the name of a letter
    if after and (letter.weak or (named and amid) or len(after) > _SPELLED):
        return []  # "y por la tarde no hay?"
    if any(token.kind != "letter" or not token.weak for token in tokens[:-1]):
        return []
    start, end = folded.span(letter.start, letter.end)
    if folded.source[max(0, start - 1) : start] in _APOSTROPHES or folded.source[end : end + 1] in _APOSTROPHES:
        return []  # "I can't", "je n'ai": part of a word
    return [Identity("dni", letter.readings[0], letter.start, letter.end, "partial")]


def _locator(run: DictationRun) -> Identity | None:
    """The whole run, or what is left without the words at its ends or inside that are no letters here."""
    tokens = [token for token in run if token.kind != "restart"]
    strong = [token for token in tokens if not token.weak]
    first = next((index for index, token in enumerate(tokens) if not token.weak), 0)
    last = next((index for index in range(len(tokens) - 1, -1, -1) if not tokens[index].weak), len(tokens) - 1)
    for kept in (tokens, tokens[first:], tokens[first : last + 1], tokens[: last + 1], strong):
        for text in readings(tuple(kept), False):
            if kept and not text.isdecimal() and _is_locator(text):
                return Identity("locator", text, kept[0].start, kept[-1].end)
    return None


def _is_locator(value: str) -> bool:
    try:
        return parse_locator(value) == value
    except BadIdentifier:
        return False


def is_date(group: DigitGroup, wanted: frozenset[Kind]) -> bool:
    """Whether the digits are day, month and year; a letter after them only as machines write it ("2026-12-16T…")."""
    if len(group.tokens) != 3 or group.length > 8:
        return False
    values = [int(token.readings[0] or 0) for token in group.tokens]
    day, month, year = values if values[2] in _YEARS else reversed(values)
    if group.after and not group.after.weak and (values[2] in _YEARS or wanted & DOCUMENTS):
        return False
    return 1 <= day <= 31 and 1 <= month <= 12 and year in _YEARS


def are_years(group: DigitGroup) -> bool:
    """Whether the digits are years one after another."""
    return all(len(token.readings[0]) == 4 and int(token.readings[0]) in _YEARS for token in group.tokens)
