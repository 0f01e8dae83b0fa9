"""Identifiers people write: documents, Social Security numbers, telephones, e-mails, accounts, locators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from stdnum.es import dni, nie

from tools.errors import BadIdentifier

LOCATOR_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LOCATOR_LENGTH = 8

_SEPARATOR = r"[\s.·_/-]{0,2}"
_DOCUMENT = re.compile(
    rf"(?<![A-Za-z0-9])(?:[XYZ]{_SEPARATOR}\d(?:{_SEPARATOR}\d){{6}}|\d(?:[\s.·-]?\d){{7}}){_SEPARATOR}[A-Z](?![A-Za-z0-9])",
    re.IGNORECASE,
)
_NUSS = re.compile(r"(?<![\w+])\d{2}[\s./-]?\d{2}[\s.]?\d{2}[\s.]?\d{2}[\s.]?\d{2}[\s./-]?\d{2}(?!\w)")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![\w-])")
_LOCATOR = re.compile(rf"(?<![A-Za-z0-9])[{LOCATOR_ALPHABET}]{{{LOCATOR_LENGTH}}}(?![A-Za-z0-9])", re.IGNORECASE)
_CUT_LOCATOR = re.compile(
    rf"(?<![^\W_])(?=([{LOCATOR_ALPHABET}](?:[\s.-]{{0,2}}[{LOCATOR_ALPHABET}]){{{LOCATOR_LENGTH - 1}}})(?![^\W_]))",
    re.IGNORECASE,
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])ES[\s-]?\d{2}(?:[\s-]?\d){20}(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """An identifier in a text. ``value`` is normalised; ``valid`` says whether its own check passes."""

    value: str
    start: int
    end: int
    valid: bool


def parse_document(text: str) -> str:
    """A DNI or NIE without separators, ``12345678Z``. Raises BadIdentifier when the letter does not fit."""
    value = re.sub(r"[\W_]", "", text).upper()
    if not _document_is_valid(value):
        raise BadIdentifier("document", "the letter does not belong to the number, or it is not a DNI or NIE")
    return value


def _document_is_valid(value: str) -> bool:
    return value.isascii() and bool(
        nie.is_valid(value) if value[:1] in "XYZ" else dni.is_valid(value) and len(value) == 9
    )


def find_documents(text: str) -> list[Found]:
    """DNI and NIE in a text, right or wrong: an invalid one has the shape and not the letter."""
    found = []
    for match in _DOCUMENT.finditer(text):
        value = re.sub(r"[\W_]", "", match[0]).upper()
        found.append(Found(value, match.start(), match.end(), _document_is_valid(value)))
    return [one for one in found if one.valid or _letter_belongs(text, one)]


def _letter_belongs(text: str, found: Found) -> bool:
    """In ``12345678 y`` the letter is the next word; a capital, or one without space, is a mistake in the document."""
    letter = text[found.end - 1]
    return letter.isupper() or text[found.end - 2].isalnum()


def nuss_is_valid(text: str) -> bool:
    """Whether the two control digits fit: a hint of a typing mistake, never a reason to refuse anybody."""
    digits = re.sub(r"\D", "", text)
    if len(digits) != 12:
        return False
    province, number, control = int(digits[:2]), int(digits[2:10]), int(digits[10:])
    whole = number + province * 10_000_000 if number < 10_000_000 else int(digits[:10])
    return whole % 97 == control


def find_nuss(text: str) -> list[Found]:
    """Twelve-digit Social Security numbers, however they are cut."""
    return [
        Found(re.sub(r"\D", "", match[0]), match.start(), match.end(), nuss_is_valid(match[0]))
        for match in _NUSS.finditer(text)
    ]


def parse_phone(text: str, region: str = "ES") -> str:
    """A telephone as E.164. Raises BadIdentifier when nobody could be called at it."""
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        raise BadIdentifier("phone", "not a telephone number") from None
    if not phonenumbers.is_valid_number(number):
        raise BadIdentifier("phone", "no such telephone number")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def find_phones(text: str, region: str = "ES") -> list[Found]:
    """Valid telephones in a text, as E.164."""
    return [
        Found(
            phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164), match.start, match.end, True
        )
        for match in phonenumbers.PhoneNumberMatcher(text, region)
    ]


def find_emails(text: str) -> list[Found]:
    """E-mail addresses, lower case."""
    return [Found(match[0].lower(), match.start(), match.end(), True) for match in _EMAIL.finditer(text)]


def parse_email(text: str) -> str:
    """An e-mail address in lower case. Raises BadIdentifier."""
    value = text.strip()
    if _EMAIL.fullmatch(value) is None:
        raise BadIdentifier("email", "not an e-mail address")
    return value.lower()


def find_ibans(text: str) -> list[Found]:
    """Spanish IBANs; ``valid`` checks the two control digits."""
    return list(_ibans(text))


def _ibans(text: str) -> Iterator[Found]:
    for match in _IBAN.finditer(text):
        value = re.sub(r"[\s-]", "", match[0]).upper()
        digits = "".join(str(int(letter, 36)) for letter in value[4:] + value[:4])
        yield Found(value, match.start(), match.end(), int(digits) % 97 == 1)


def find_locators(text: str) -> list[Found]:
    """Words with the shape of a locator. One of letters only has to be in capitals, or half the dictionary would do."""
    return [
        Found(match[0].upper(), match.start(), match.end(), True)
        for match in _LOCATOR.finditer(text)
        if (any(sign.isdigit() for sign in match[0]) and not match[0].isdigit()) or match[0].isupper()
    ]


def find_cut_locators(text: str) -> list[Found]:
    """Locators written in pieces ("K7M9 PQ2X"): pieces in capitals or with figures, one of each at least."""
    found: list[Found] = []
    for match in _CUT_LOCATOR.finditer(text):
        start, end = match.span(1)
        pieces = re.split(r"[\s.-]+", match[1])
        value = "".join(pieces).upper()
        marked = all(one.isupper() or any(sign.isdigit() for sign in one) for one in (pieces[0], pieces[-1]))
        if marked and not value.isdigit() and (not found or found[-1].end <= start):
            found.append(Found(value, start, end, True))
    return found


def parse_locator(text: str) -> str:
    """A locator in capitals without separators. Raises BadIdentifier when it has another shape."""
    value = re.sub(r"[\s-]", "", text).upper()
    if len(value) != LOCATOR_LENGTH or any(sign not in LOCATOR_ALPHABET for sign in value):
        raise BadIdentifier("locator", "eight letters and digits are needed")
    return value
