"""Which field of a request is wrong, and how, without repeating its value."""

from collections.abc import Callable
from typing import TypedDict

from fastapi.exceptions import RequestValidationError


class FieldError(TypedDict):
    """``field`` is the path inside the body, query or headers."""

    field: str
    problem: str


_PHRASE = {
    "missing": "problem-field-missing",
    "string_too_long": "problem-field-too-long",
    "greater_than": "problem-field-range",
    "greater_than_equal": "problem-field-range",
    "less_than": "problem-field-range",
    "less_than_equal": "problem-field-range",
}


def is_malformed_json(error: RequestValidationError) -> bool:
    """Whether the body could not even be read."""
    return any(item["type"] == "json_invalid" for item in error.errors())


def field_errors(error: RequestValidationError, say: Callable[[str], str]) -> list[FieldError]:
    """List the wrong fields; ``say`` gives the phrase of a key."""
    return [
        {
            "field": ".".join(str(part) for part in item["loc"][1:])[:80] or str(item["loc"][0]),
            "problem": say(_PHRASE.get(item["type"], "problem-field-type")),
        }
        for item in error.errors()[:20]
    ]
