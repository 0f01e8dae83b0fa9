"""Identities typed in a text, in figures and letters. Spans are of the text."""

import re
from collections.abc import Iterator

import phonenumbers

from tools.ids import LOCATOR_ALPHABET, LOCATOR_LENGTH
from tools.reading.identities.kinds import Identity, document_kind, fits
from tools.reading.identities.parsing import EMAIL, PASSPORT, is_document, is_passport, nuss_is_valid

_SEPARATOR = r"[\s.·_/-]{0,2}"
_DOCUMENT = re.compile(
    rf"(?<![A-Za-z0-9])(?:[XYZ]{_SEPARATOR}\d(?:{_SEPARATOR}\d){{6}}|\d(?:[\s.·-]?\d){{7}}){_SEPARATOR}[A-Z](?![A-Za-z0-9])",
    re.IGNORECASE,
)
_LED_DOCUMENT = re.compile(r"(?<![A-Za-z0-9])([A-Z])[\s-]?(\d{8})(?![A-Za-z0-9])", re.IGNORECASE)
_NUSS = re.compile(r"(?<![\w+])\d{2}[\s./-]?\d{2}[\s.]?\d{2}[\s.]?\d{2}[\s.]?\d{2}[\s./-]?\d{2}(?!\w)")
_LOCATOR = re.compile(rf"(?<![A-Za-z0-9])[{LOCATOR_ALPHABET}]{{{LOCATOR_LENGTH}}}(?![A-Za-z0-9])", re.IGNORECASE)
_CUT_LOCATOR = re.compile(
    rf"(?<![^\W_])(?=([{LOCATOR_ALPHABET}](?:[\s.-]{{0,2}}[{LOCATOR_ALPHABET}]){{{LOCATOR_LENGTH - 1}}})(?![^\W_]))",
    re.IGNORECASE,
)
_PASSPORT = re.compile(
    r"(?<![\w+])(?:[A-Z]{1,3}[\s-]?)?\d(?:[\s-]?\d){4,8}[A-Z]{0,2}(?!\w)|(?<![\w+])(?=(?:[A-Z]*\d){4})[A-Z0-9]{6,12}(?!\w)",
    re.IGNORECASE,
)
_FOREIGN_IBAN = re.compile(r"(?<![A-Za-z0-9])(?!ES)[A-Z]{2}\d{2}(?:[\s-]?[A-Z0-9]){11,30}(?![A-Za-z0-9])")
_IBAN = re.compile(r"(?<![A-Za-z0-9])ES[\s-]?\d{2}(?:[\s-]?\d){20}(?!\d)", re.IGNORECASE)


def find_documents(text: str) -> list[Identity]:
    """DNI and NIE, right or wrong: an invalid one has the shape and not the letter."""
    found = []
    for match in _DOCUMENT.finditer(text):
        value = re.sub(r"[\W_]", "", match[0]).upper()
        valid = is_document(value)
        if valid or _letter_belongs(text, match.end()):
            found.append(Identity(document_kind(value), value, *match.span(), "sure" if valid else "invalid"))
    return found


def find_led_documents(text: str) -> Iterator[Identity]:
    """DNI with their letter first, where a document was asked for: only those whose letter fits."""
    for match in _LED_DOCUMENT.finditer(text):
        value = match[2] + match[1].upper()
        if is_document(value):
            yield Identity("dni", value, *match.span())


def find_passports(text: str) -> list[Identity]:
    """Numbers that may be a passport's, where one was named or asked for; a DNI or NIE that checks is none."""
    found = []
    for match in _PASSPORT.finditer(text):
        value = re.sub(r"[\W_]", "", match[0]).upper()
        if not is_document(value) and is_passport(PASSPORT + value):
            found.append(Identity("passport", PASSPORT + value, *match.span()))
    return found


def _letter_belongs(text: str, end: int) -> bool:
    """In ``12345678 y`` the letter is the next word; a capital, or one without space, is a mistake in the document."""
    return text[end - 1].isupper() or text[end - 2].isalnum()


def find_nuss(text: str) -> list[Identity]:
    """Twelve-digit Social Security numbers, however they are cut."""
    found = []
    for match in _NUSS.finditer(text):
        value = re.sub(r"\D", "", match[0])
        found.append(Identity("nuss", value, *match.span(), "sure" if nuss_is_valid(value) else "invalid"))
    return found


def find_phones(text: str, region: str = "ES") -> Iterator[Identity]:
    """Valid telephones, as E.164."""
    for match in phonenumbers.PhoneNumberMatcher(text, region):
        value = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        yield Identity("phone", value, match.start, match.end)


def find_emails(text: str) -> Iterator[Identity]:
    """E-mail addresses, lower case."""
    return (Identity("email", match[0].lower(), *match.span()) for match in EMAIL.finditer(text))


def find_ibans(text: str) -> Iterator[Identity]:
    """Spanish IBANs, right or wrong, and right ones of other countries in capitals."""
    for match in _IBAN.finditer(text):
        value = re.sub(r"[\s-]", "", match[0]).upper()
        yield Identity("iban", value, *match.span(), "sure" if fits("iban", value) else "invalid")
    for match in _FOREIGN_IBAN.finditer(text):
        yield from _longest_iban(match[0], match.start())


def _longest_iban(text: str, at: int) -> Iterator[Identity]:
    """The longest beginning that is one: words in capitals may follow it."""
    ends = [match.end() for match in re.finditer(r"[A-Z0-9](?![A-Z0-9])", text)]
    for end in reversed(ends):
        value = re.sub(r"[\s-]", "", text[:end])
        if fits("iban", value):
            yield Identity("iban", value, at, at + end, "sure")
            return


def find_locators(text: str) -> list[Identity]:
    """Words with the shape of a locator. One of letters only has to be in capitals, or half the dictionary would do."""
    return [
        Identity("locator", match[0].upper(), *match.span())
        for match in _LOCATOR.finditer(text)
        if (any(sign.isdigit() for sign in match[0]) and not match[0].isdigit()) or match[0].isupper()
    ]


def find_cut_locators(text: str) -> list[Identity]:
    """Locators typed in pieces ("K7M9 PQ2X"): pieces in capitals or with figures, one of each at least."""
    found: list[Identity] = []
    for match in _CUT_LOCATOR.finditer(text):
        start, end = match.span(1)
        pieces = re.split(r"[\s.-]+", match[1])
        value = "".join(pieces).upper()
        marked = all(piece.isupper() or any(sign.isdigit() for sign in piece) for piece in (pieces[0], pieces[-1]))
        if marked and not value.isdigit() and (not found or found[-1].end <= start):
            found.append(Identity("locator", value, start, end))
    return found
