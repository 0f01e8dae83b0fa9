"""Headers that several routes ask for."""

from typing import Annotated

from fastapi import Header

from api.problems.errors import MissingDocument, MissingKey

Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=200)]
Document = Annotated[str | None, Header(alias="X-Document", max_length=60)]


def required_key(key: str | None) -> str:
    """What a write is told apart by. Raises MissingKey."""
    if not key or not key.strip():
        raise MissingKey("Idempotency-Key")
    return key


def required_document(document: str | None) -> str:
    """What opens somebody's data, of the header or the body. Raises MissingDocument."""
    if not document or not document.strip():
        raise MissingDocument("X-Document")
    return document
