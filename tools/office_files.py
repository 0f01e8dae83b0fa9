"""Offices read from ``tools/data/offices.yaml``: groups with defaults, one line an office."""

from collections.abc import Mapping
from datetime import time
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.errors import ContentError
from knowledge.languages import LANGUAGES, Language
from knowledge.needs import Body, Channel
from tools.offices import Office
from tools.place_table import load_place_table
from tools.yaml_files import LINE, load_yaml

_FILE = "tools/data/offices.yaml"


class _Entry(BaseModel):
    """An office as written, its group's defaults filled in."""

    model_config = ConfigDict(extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    body: Body
    name: dict[Language, str]
    of: dict[Language, str]
    address: str
    municipality: str
    opens: time
    closes: time
    slot_minutes: int = Field(ge=5, le=120)
    desks: int = Field(ge=1)
    services: tuple[str, ...] = Field(min_length=1)
    channels: tuple[Channel, ...] = Field(min_length=1)
    demonstration: bool


def load_offices() -> Mapping[str, Office]:
    """The offices of this installation by id. Raises ContentError with the line of the mistake."""
    return parse_offices((files("tools") / "data" / "offices.yaml").read_text(encoding="utf-8"))


def parse_offices(text: str, file: str = _FILE) -> Mapping[str, Office]:
    """Offices from the text of a data file; the file itself explains its format. Raises ContentError."""
    table = load_yaml(text, file)
    if not isinstance(table, dict) or not isinstance(table.get("groups"), list):
        raise ContentError(file, 1, "a list called groups is needed")
    offices: dict[str, Office] = {}
    for group in table["groups"]:
        for written in group.get("offices") or ():
            office = _office(written, group.get("defaults") or {}, file)
            if office.id in offices:
                raise ContentError(file, written[LINE], f"there is already an office {office.id}")
            offices[office.id] = office
    return offices


def _office(written: dict[str, Any], defaults: dict[str, Any], file: str) -> Office:
    line = written[LINE]
    try:
        entry = _Entry.model_validate(_without_lines({**defaults, **written}))
    except ValidationError as error:
        first = error.errors()[0]
        raise ContentError(file, line, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    municipality = load_place_table().municipalities.get(entry.municipality)
    if municipality is None:
        raise ContentError(file, line, f"no municipality has the code {entry.municipality}")
    if missing := [language for language in LANGUAGES if language not in entry.name or language not in entry.of]:
        raise ContentError(file, line, f"the name is missing in {', '.join(missing)}")
    if entry.opens >= entry.closes:
        raise ContentError(file, line, "it closes before it opens")
    province = load_place_table().provinces[municipality.province]
    return Office(
        name={language: entry.name[language].format(of=entry.of[language]) for language in LANGUAGES},
        address=entry.address.format(municipality=municipality.name),
        municipality=municipality.name,
        province=province.code,
        region=province.region,
        timezone=province.timezone,
        **entry.model_dump(include=_COPIED),
    )


_COPIED = {"id", "body", "opens", "closes", "slot_minutes", "desks", "services", "channels", "demonstration"}


def _without_lines(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_lines(item) for key, item in value.items() if key != LINE}
    return value
