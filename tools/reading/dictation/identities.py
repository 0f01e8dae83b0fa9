"""Documents, Social Security numbers, telephones, postcodes and locators in a dictation."""

import re
from typing import Literal, NamedTuple

from tools.errors import BadIdentifier
from tools.reading.dictation.digit_groups import DigitGroup, digit_groups, readings
from tools.reading.dictation.taken_down import Run
from tools.reading.identifiers import nuss_is_valid, parse_document, parse_locator, parse_phone

Name = Literal["document", "document_invalid", "document_part", "nuss", "nuss_invalid", "phone", "postcode", "locator"]

Wanted = frozenset[str]
"""Names of what was asked for or is named; others than these are no matter."""

NIE_PREFIXES = frozenset("XYZ")
_PLUS = re.compile(r"(?:\+|(?<!\w)(?:mas|mes|mais|plus|gehi))\s{0,2}\Z")
LONGEST_DICTATED = 40
"""Figures of the longest identity said with all its corrections."""
_MILLIONS = 7
_YEARS = range(1900, 2100)


class Dictated(NamedTuple):
    """An identity and its span in the folded text. A ``document_invalid`` is nine characters, or eight with no zero."""

    name: Name
    value: str
    start: int
    end: int


def find_dictated(text: str, runs: list[Run], wanted: Wanted, units: re.Pattern[str]) -> list[Dictated]:
    """Identities of a folded text. ``wanted``: what was asked or is named; ``units``: what makes a number an amount."""
    found: list[Dictated] = []
    for run in runs:
        if "locator" in wanted and (locator := _locator(run)):
            found.append(locator)
            continue
        for group in digit_groups(run):
            if group.length > LONGEST_DICTATED or units.match(text, group.end) or is_date(group, wanted):
                continue
            plus = _PLUS.search(text, max(0, group.start - 6), group.start) is not None
            if one := _identity(group, wanted, plus):
                found.append(one)
    return found


def _identity(group: DigitGroup, wanted: Wanted, plus: bool) -> Dictated | None:
    """What the digits are as they were most likely said; else another reading of them that fits."""
    for likeliest in (True, False):
        found = (
            (_phone(group, likeliest, plus) if plus else None)
            or _document(group, likeliest)
            or _nuss(group, likeliest, wanted)
            or _phone(group, likeliest, plus)
            or _part(group, likeliest, wanted)
            or _postcode(group, likeliest, wanted)
        )
        if found:
            return found
    return _short_document(group, wanted)


def _document(group: DigitGroup, likeliest: bool) -> Dictated | None:
    after = group.after
    if after is None:
        return None
    shapes = [("", text, group.start) for text in group.digits(8, likeliest=likeliest)]
    if group.before and group.before.readings[0] in NIE_PREFIXES:
        prefix = group.before
        shapes += [(prefix.readings[0], text, prefix.start) for text in group.digits(7, likeliest=likeliest)]
    values = [(prefix + text + after.readings[0], start) for prefix, text, start in shapes]
    valid = [(value, start) for value, start in values if is_document(value)]
    if len(valid) == 1:
        return Dictated("document", valid[0][0], valid[0][1], after.end)
    if values and not valid and not after.weak:
        return Dictated("document_invalid", values[0][0], values[0][1], after.end)
    return None


def _short_document(group: DigitGroup, wanted: Wanted) -> Dictated | None:
    """Seven figures and a letter where a document is wanted: the leading nought was left out."""
    texts = group.digits(7, likeliest=True)
    if not texts or group.after is None or group.after.weak or "document" not in wanted:
        return None
    return Dictated("document_invalid", texts[0] + group.after.readings[0], group.start, group.after.end)


def _nuss(group: DigitGroup, likeliest: bool, wanted: Wanted) -> Dictated | None:
    texts = group.digits(12, likeliest=likeliest)
    if are_years(group):
        return None
    valid = [text for text in texts if nuss_is_valid(text)]
    if len(valid) == 1:
        return Dictated("nuss", valid[0], group.start, group.end)
    if texts and not valid and "nuss" in wanted:
        return Dictated("nuss_invalid", texts[0], group.start, group.end)
    return None


def _phone(group: DigitGroup, likeliest: bool, plus: bool) -> Dictated | None:
    if any(len(piece.readings[0]) >= _MILLIONS and piece.is_in_words for piece in group.pieces):
        return None  # "66 millones" is an amount
    for size in range(9, 16):
        for text in group.digits(size, likeliest=likeliest):
            if number := called_number(text, plus):
                return Dictated("phone", number, group.start, group.end)
    return None


def called_number(text: str, plus: bool) -> str | None:
    """As E.164: a Spanish number, or one of another country with its prefix said."""
    abroad = plus or text.startswith("00") or re.fullmatch("34[6-9][0-9]{8}", text) is not None
    if not abroad and not re.fullmatch("[6-9][0-9]{8}", text):
        return None
    try:
        return parse_phone("+" + text.removeprefix("00") if abroad else text)
    except BadIdentifier:
        return None


def _part(group: DigitGroup, likeliest: bool, wanted: Wanted) -> Dictated | None:
    """A document without its letter."""
    if "document" not in wanted:
        return None
    if group.before and group.before.readings[0] in NIE_PREFIXES:
        for text in group.digits(7, likeliest=likeliest):
            return Dictated("document_part", group.before.readings[0] + text, group.before.start, group.end)
    for text in group.digits(8, likeliest=likeliest):
        return Dictated("document_part", text, group.start, group.end)
    return None


def _postcode(group: DigitGroup, likeliest: bool, wanted: Wanted) -> Dictated | None:
    if "postcode" not in wanted:
        return None
    for text in group.digits(5, likeliest=likeliest):
        return Dictated("postcode", text, group.start, group.end)
    return None


def _locator(run: Run) -> Dictated | None:
    """The whole run, or what is left without the words at its ends or inside that are no letters here."""
    pieces = [piece for piece in run if piece.kind != "restart"]
    strong = [piece for piece in pieces if not piece.weak]
    first = next((index for index, piece in enumerate(pieces) if not piece.weak), 0)
    last = next((index for index in range(len(pieces) - 1, -1, -1) if not pieces[index].weak), len(pieces) - 1)
    for kept in (pieces, pieces[first:], pieces[first : last + 1], pieces[: last + 1], strong):
        for text in readings(tuple(kept), False):
            if kept and not text.isdecimal() and _is_locator(text):
                return Dictated("locator", text, kept[0].start, kept[-1].end)
    return None


def is_document(value: str) -> bool:
    """Whether it is a DNI or NIE as it is kept, and its letter fits."""
    try:
        return parse_document(value) == value
    except BadIdentifier:
        return False


def _is_locator(value: str) -> bool:
    try:
        return parse_locator(value) == value
    except BadIdentifier:
        return False


def is_date(group: DigitGroup, wanted: Wanted) -> bool:
    """Day, month and year; with a letter of its own only as machines write it ("2026-12-16T…")."""
    if len(group.pieces) != 3 or group.length > 8:
        return False
    values = [int(piece.readings[0] or 0) for piece in group.pieces]
    day, month, year = values if values[2] in _YEARS else reversed(values)
    if group.after and not group.after.weak and (values[2] in _YEARS or "document" in wanted):
        return False
    return 1 <= day <= 31 and 1 <= month <= 12 and year in _YEARS


def are_years(group: DigitGroup) -> bool:
    """Whether the digits are years one after another."""
    return all(len(piece.readings[0]) == 4 and int(piece.readings[0]) in _YEARS for piece in group.pieces)
