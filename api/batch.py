"""JSON Lines in, JSON Lines out: one answer per line, in order, whatever the line holds."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from knowledge.errors import IsacError

Handler = Callable[[dict[str, Any]], dict[str, Any]]


def batch(lines: Iterable[str], handle: Handler) -> Iterator[str]:
    """Each line through ``handle``. A bad line gives ``{"id", "error"}`` and the rest goes on; blanks are skipped."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_one(line, number, handle), ensure_ascii=False)


def _one(line: str, number: int, handle: Handler) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        return _failed(None, f"line {number} is not JSON: {error.msg}")
    if not isinstance(record, dict):
        return _failed(None, f"line {number} must be an object")
    identity = record.get("id")
    try:
        return {"id": identity, **handle(record)}
    except (ValueError, IsacError) as error:
        return _failed(identity, f"line {number}: {error}")


def _failed(identity: Any, problem: str) -> dict[str, Any]:
    return {"id": identity, "error": problem}


def text_of(record: dict[str, Any], field: str) -> str:
    """A required text field. Raises ValueError naming it."""
    value = record.get(field)
    if not isinstance(value, str):
        raise ValueError(f'field "{field}" must be a text')
    return value
