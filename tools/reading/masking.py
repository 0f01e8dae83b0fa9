"""Personal data out of a text: what goes to logs, histories and civil servants carries tokens instead."""

import re
from functools import partial

from stdnum.es import dni, nie

from knowledge.administration import Administration

_GAP = r"[\s.·_/-]{0,3}"
_IBAN = re.compile(rf"(?<![A-Za-z0-9])[A-Z]{{2}}{_GAP}\d{{2}}(?:{_GAP}\d){{12,28}}(?!\w)", re.IGNORECASE)
_AT = r"(?:\s?@\s?|\s?\(at\)\s?|\s(?:arroba|arrova|arrobe|a bildua)\s)"
_DOT = r"(?:\.|\s(?:punto|punt|puntu)\s)"
_EMAIL = re.compile(rf"[\w.+%-]{{1,64}}{_AT}(?:[\w-]{{1,63}}{_DOT}){{1,8}}[\w-]{{1,63}}", re.IGNORECASE)
"""A name at a host with a dot: "Cl@ve" is none."""
_DOCUMENT = re.compile(
    rf"(?<![A-Za-z0-9+])(?:[XYZ]\d(?:{_GAP}\d){{6,7}}|[XYZ]{_GAP}\d(?:{_GAP}\d){{6}}|\d(?:{_GAP}\d){{6,8}})({_GAP})([A-Z])(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_PASSPORT = re.compile(
    r"(\b(?:pasaporte|passaport|passport|passeport)\w*\W+(?:\w{1,9}\W+){0,4}?)(?=(?:[A-Z]*\d){4})[A-Z0-9]{6,12}(?!\w)",
    re.IGNORECASE,
)
_LETTERS_AND_DIGITS = re.compile(r"(?<![A-Za-z0-9-])[A-Z]{1,3}\d{6,9}(?![A-Za-z0-9])")
"""Most passports, and the identity cards of other countries."""
_PHONE = re.compile(r"(?<![\w+])(?:(?:\+|00)34[\s.-]?)?[6-9](?:[\s.·/-]{0,2}\d){8}(?![\w]|[\s.·/-]?\d)")
_FOREIGN_PHONE = re.compile(r"(?<![\w+])(?:\+|00)(?!34)[1-9](?:[\s.·()/-]{0,2}\d){7,14}(?!\w)")
_NUMBER = re.compile(r"(?<![\w+])(?<!\d:)\d(?:[\s.·_/-]{0,2}\d){7,23}(?!\w)")
_DATE = re.compile(
    r"(?<![\d./-])(?:(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d|\d\d)"
    r"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"|(?:19|20)\d\d\s?[-/ ]\s?(?:19|20)\d\d)(?!\d|[./-]\d)"
)


def mask(text: str, public: frozenset[str] = frozenset()) -> str:
    """The text with documents, Social Security numbers, accounts, cards, telephones and e-mails replaced by tokens.

    Errs on the side of hiding: a document with the wrong letter is hidden too. Dates, years and ``public`` numbers
    stay. Masking twice changes nothing.
    """
    while (masked := _mask_once(text, public)) != text:
        text = masked
    return text


def hint(document: str) -> str:
    """The part of a document that may be shown: ``***678Z``."""
    return "***" + document[-4:]


def _mask_once(text: str, public: frozenset[str]) -> str:
    text = _EMAIL.sub("[EMAIL]", text)
    parts, position = [], 0
    for date in _DATE.finditer(text):
        parts += [_mask_numbers(text[position : date.start()], public), date[0]]
        position = date.end()
    return "".join([*parts, _mask_numbers(text[position:], public)])


def _mask_numbers(text: str, public: frozenset[str]) -> str:
    text = _IBAN.sub("[ACCOUNT]", text)
    text = _DOCUMENT.sub(_document, text)
    text = _LETTERS_AND_DIGITS.sub("[DOCUMENT]", _PASSPORT.sub(r"\1[DOCUMENT]", text))
    text = _FOREIGN_PHONE.sub("[PHONE]", text)
    text = _PHONE.sub(partial(_phone, public=public), text)
    return _NUMBER.sub(partial(_number, public=public), text)


def _document(match: re.Match[str]) -> str:
    """In ``12345678 y vivo`` the letter is a word: the digits are left to the rule for bare numbers."""
    gap, letter = match[1], match[2]
    value = re.sub(r"[\W_]", "", match[0]).upper()
    fits = bool(nie.is_valid(value) if value[0] in "XYZ" else dni.is_valid(value))
    return match[0] if gap.isspace() and letter.islower() and not fits else "[DOCUMENT]"


def _phone(match: re.Match[str], public: frozenset[str]) -> str:
    return match[0] if _is_public(re.sub(r"\D", "", match[0])[-9:], public) else "[PHONE]"


def _number(match: re.Match[str], public: frozenset[str]) -> str:
    """Bare digits by their count. Nine or ten that begin like a telephone are one, perhaps mistyped."""
    digits = re.sub(r"\D", "", match[0])
    size = len(digits)
    if _is_public(digits.removeprefix("0034") if size == 13 else digits, public):
        return match[0]
    if size == 8:
        return "[DOCUMENT]"
    if size in (11, 12):
        return "[NUSS]"
    if size >= 13:
        return "[ACCOUNT]"
    return "[PHONE]" if digits[0] in "6789" else match[0]


def _is_public(digits: str, public: frozenset[str]) -> bool:
    """A whole telephone: a Social Security number or a card may end in the same nine digits."""
    return digits in public or (digits.startswith("90") and len(digits) == 9)


def load_public_numbers(administration: Administration) -> frozenset[str]:
    """Telephones of institutions, digits only. Raises ContentError."""
    lines = administration.text("public_numbers.txt").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
