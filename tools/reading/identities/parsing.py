"""Identities given by themselves, to the form in which they are kept: documents, telephones, e-mails, locators."""

import re

import phonenumbers
from stdnum.es import cif, dni, nie

from tools.errors import BadIdentifier
from tools.ids import LOCATOR_ALPHABET, LOCATOR_LENGTH

NIE_PREFIXES = frozenset("XYZ")
PASSPORT = "PASSPORT"
"""Leads the number of a passport where a document is kept: no number of another kind begins so."""
_PASSPORT_NUMBER = re.compile(r"(?=(?:[A-Z]*[0-9]){4})[A-Z0-9]{5,12}")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![\w-])")


def parse_document(text: str) -> str:
    """A DNI or NIE without separators, ``12345678Z``, or a passport, ``PASSPORT533401234``.

    Raises BadIdentifier when the letter of a DNI or NIE does not fit.
    """
    value = re.sub(r"[\W_]", "", text).upper()
    if not (is_document(value) or is_passport(value)):
        raise BadIdentifier("document", "the letter does not belong to the number, or it is not a DNI or NIE")
    return value


def is_passport(value: str) -> bool:
    """Whether a text is the number of a passport as it is kept. Its form is that of its country: it has no check."""
    led, number = value[: len(PASSPORT)], value[len(PASSPORT) :]
    return led == PASSPORT and _PASSPORT_NUMBER.fullmatch(number) is not None


def is_document(value: str) -> bool:
    """Whether a text is a DNI or NIE as it is kept, and its letter fits."""
    return value.isascii() and bool(
        nie.is_valid(value) if value[:1] in NIE_PREFIXES else dni.is_valid(value) and len(value) == 9
    )


def is_company(text: str) -> bool:
    """Whether a text is the tax number of a company (CIF), and its control fits."""
    return bool(cif.is_valid(re.sub(r"[\W_]", "", text)))


def nuss_is_valid(text: str) -> bool:
    """Whether the two control digits fit: a hint of a typing mistake, never a reason to refuse anybody.

    python-stdnum has no such number; the rule is the remainder by 97 of province and number.
    """
    digits = re.sub(r"\D", "", text)
    if len(digits) != 12:
        return False
    province, number, control = int(digits[:2]), int(digits[2:10]), int(digits[10:])
    whole = number + province * 10_000_000 if number < 10_000_000 else int(digits[:10])
    return whole % 97 == control


def parse_phone(text: str, region: str = "ES") -> str:
    """A telephone as E.164. Raises BadIdentifier when nobody could be called at it."""
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        raise BadIdentifier("phone", "not a telephone number") from None
    if not phonenumbers.is_valid_number(number):
        raise BadIdentifier("phone", "no such telephone number")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def called_number(digits: str, *, plus: bool = False) -> str | None:
    """Digits as E.164: a Spanish number, or one of another country with its prefix; ``plus``: "+" comes before them."""
    abroad = plus or digits.startswith("00") or re.fullmatch("34[6-9][0-9]{8}", digits) is not None
    if not abroad and not re.fullmatch("[6-9][0-9]{8}", digits):
        return None
    try:
        return parse_phone("+" + digits.removeprefix("00") if abroad else digits)
    except BadIdentifier:
        return None


def parse_email(text: str) -> str:
    """An e-mail address in lower case. Raises BadIdentifier."""
    value = text.strip()
    if EMAIL.fullmatch(value) is None:
        raise BadIdentifier("email", "not an e-mail address")
    return value.lower()


def parse_locator(text: str) -> str:
    """A locator in capitals without separators. Raises BadIdentifier when it has another shape."""
    value = re.sub(r"[\s-]", "", text).upper()
    if len(value) != LOCATOR_LENGTH or any(sign not in LOCATOR_ALPHABET for sign in value):
        raise BadIdentifier("locator", "eight letters and digits are needed")
    return value
