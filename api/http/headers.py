"""Headers that several routes ask for."""

from typing import Annotated

from fastapi import Header

from api.problems.errors import MissingDocument, MissingKey

Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=200)]
Document = Annotated[str | None, Header(alias="X-Document", max_length=60)]


def required_key(key: str | None) -> str:
    """Return the idempotency key of a write. Raises MissingKey."""
    if not key or not key.strip():
        raise MissingKey("Idempotency-Key")
    return key


def required_document(document: str | None) -> str:
    """Return the document that gives access to an appointment, from header or body. Raises MissingDocument."""
    if not document or not document.strip():
        raise MissingDocument("X-Document")
    return document
