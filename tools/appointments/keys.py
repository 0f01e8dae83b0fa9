"""Pseudonyms of people and requests in the store: keyed hashes, never the document."""

import hashlib
import hmac
import json
from dataclasses import asdict

from tools.appointments.book import BookingRequest
from tools.errors import BadIdentifier
from tools.reading.identities.parsing import parse_document, parse_email, parse_locator, parse_phone


class Pseudonym(str):
    """A ``person_key`` in the place of the document: staff act for people whose document is nowhere kept.

    Only code that has read it from the store makes one; what arrives from outside is ``str`` and is hashed.
    """


def person_key(document: str, secret: bytes) -> str:
    """A person's pseudonym: HMAC-SHA256 of the normalised document. Raises BadIdentifier for a wrong document."""
    if isinstance(document, Pseudonym):
        return str(document)
    return _digest(parse_document(document), secret)


def pseudonym_of(document: str, secret: bytes) -> Pseudonym:
    """The same, known to be one. Raises BadIdentifier for a wrong document."""
    return Pseudonym(person_key(document, secret))


def request_fingerprint(request: BookingRequest, secret: bytes) -> str:
    """Equal for two attempts at the same booking, different when a key is used for another one."""
    fields = asdict(request) | {"document": parse_document(request.document)}
    del fields["key"], fields["language"]  # of the letters: the same booking in whatever language it is asked for
    return _digest(json.dumps(fields, sort_keys=True), secret)


def appointment_keys(locator: str, document: str, secret: bytes) -> tuple[str, str] | None:
    """Normalised locator and person; ``None`` when either has the wrong shape and so names no appointment."""
    try:
        return parse_locator(locator), person_key(document, secret)
    except BadIdentifier:
        return None


def same_contact(given: str, *kept: str | None) -> bool:
    """Whether a telephone or e-mail, however it is written, is one of those kept with the booking."""
    wanted = _contact(given)
    return wanted is not None and any(
        hmac.compare_digest(wanted.encode(), (_contact(one) or "").encode()) for one in kept if one
    )


def _contact(text: str) -> str | None:
    for parse in (parse_phone, parse_email):
        try:
            return parse(text)
        except BadIdentifier:
            continue
    return None


def _digest(text: str, secret: bytes) -> str:
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()
