"""Turns the errors of pydantic into messages for the author of a YAML file, each with its line."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from knowledge.errors import ContentError
from knowledge.yaml_files import Where, YamlFile

_KEY = "[key]"  # ends the place of a key that is wrong
_TEXT = {"string_type", "string_too_short"}
_LIST = {"tuple_type", "list_type"}
_MAPPING = {"dict_type", "mapping_type", "dataclass_type", "model_type", "model_attributes_type"}
_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}


def content_errors(
    error: ValidationError, adapter: TypeAdapter[Any], file: YamlFile, where: Where = (), subject: str = ""
) -> Iterator[ContentError]:
    """Every mistake in the value at ``where``, which the adapter refused; ``subject`` begins each message."""
    for details in _ordered(error):
        place = _place(details)
        yield file.error((*where, *place), f"{subject}{_problem(details, place, adapter)}")


def first_place(error: ValidationError) -> Where:
    """The place, inside the value, of the mistake that ``content_errors`` gives first."""
    return _place(_ordered(error)[0])


def _ordered(error: ValidationError) -> list[ErrorDetails]:
    """A key that is misspelt explains the one that is missing, so it comes before."""
    return sorted(error.errors(include_url=False), key=lambda details: details["type"] == "missing")


def _place(details: ErrorDetails) -> Where:
    return tuple(step for step in details["loc"] if step != _KEY)


def _problem(details: ErrorDetails, place: Where, adapter: TypeAdapter[Any]) -> str:
    kind, given, path = details["type"], details["input"], ".".join(map(str, place))
    name = next((step for step in reversed(place) if isinstance(step, str)), "the entry")
    in_list = bool(place) and isinstance(place[-1], int)
    if kind in _UNKNOWN:
        return _unknown_key(place, ", ".join(_allowed_keys(adapter.json_schema(), place[:-1])))
    if kind == "literal_error":
        options = ", ".join(re.findall(r"'([^']*)'", details["ctx"]["expected"]))
        if details["loc"][-1] == _KEY:
            return _unknown_key(place, options)
        return f"{name!r} {'has' if in_list else 'is'} {given!r}; use {'' if in_list else 'one of '}{options}"
    if need := _need(kind, in_list):
        return f"{name!r} {need}"
    return f"{path}: {details['msg']}".removeprefix(": ").replace("Value error, ", "", 1)


def _unknown_key(place: Where, allowed: str) -> str:
    inside = f" in {place[-2]!r}" if len(place) > 1 and isinstance(place[-2], str) else ""
    return f"unknown key {place[-1]!r}{inside}; use {allowed}"


def _need(kind: str, in_list: bool) -> str:
    """The rule a value of that name breaks; empty where the message of pydantic is clear enough."""
    if kind in _TEXT:
        return "must be a list of texts" if in_list else "must be text"
    if kind in _LIST:
        return "must be a list"
    if kind in _MAPPING:
        return "must be a list of mappings" if in_list else "must be a mapping"
    return {
        "missing": "is missing",
        "too_short": "must not be empty",
        "date_type": "must be a date such as 2026-01-31",
    }.get(kind, "")


def _allowed_keys(schema: Mapping[str, Any], where: Where) -> list[str]:
    """The keys that the JSON schema allows in the mapping at that place."""
    node = _resolved(schema, schema)
    for step in where:
        inner = node.get("properties", {}).get(step) or node.get("items") or node["additionalProperties"]
        node = _resolved(inner, schema)
    return list(node["properties"])


def _resolved(node: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The definition that a node of the schema refers to, alone or beside null."""
    for option in node.get("anyOf", (node,)):
        if "$ref" in option:
            definition: Mapping[str, Any] = schema["$defs"][option["$ref"].rpartition("/")[2]]
            return definition
    return node
