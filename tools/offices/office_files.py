"""Offices read from an administration's ``offices.yaml``: groups with defaults, one line an office."""

from collections.abc import Mapping
from datetime import time, timedelta
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from knowledge.administration import Administration
from knowledge.channels import Channel
from knowledge.languages import Language
from knowledge.yaml_errors import content_errors, first_place
from knowledge.yaml_files import Where, YamlFile, parse_yaml
from tools.offices.offices import WEEKDAYS, BookingWindow, Hours, Office
from tools.places.table import load_municipalities, load_provinces

_FILE = "offices.yaml"


def _stretch(text: Any) -> Hours:
    opens, dash, closes = str(text).partition("-")
    if not dash:
        raise ValueError(f"{text!r} is not like 09:00-14:00")
    return _in_order(Hours(time.fromisoformat(opens), time.fromisoformat(closes)))


def _in_order(hours: Hours) -> Hours:
    if hours.opens >= hours.closes:
        raise ValueError("it closes before it opens")
    return hours


def _apart(stretches: tuple[Hours, ...]) -> tuple[Hours, ...]:
    """In order and without overlaps, or one desk would have two people at once."""
    hours = tuple(sorted(stretches, key=lambda stretch: stretch.opens))
    if any(later.opens < earlier.closes for earlier, later in pairwise(hours)):
        raise ValueError("two stretches of a day overlap")
    return hours


class _Window(BaseModel):
    """How soon and how far ahead, as written."""

    model_config = ConfigDict(extra="forbid")

    lead_hours: int | None = Field(default=None, ge=0, le=720)
    window_days: int | None = Field(default=None, ge=1, le=365)

    def window(self) -> BookingWindow:
        """As the slots use it."""
        notice = None if self.lead_hours is None else timedelta(hours=self.lead_hours)
        return BookingWindow(notice, self.window_days)


_Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_Stretches = Annotated[tuple[Annotated[Hours, BeforeValidator(_stretch)], ...], AfterValidator(_apart)]


class _WrittenOffice(_Window):
    """An office as written, its group's defaults filled in."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    body: str
    name: dict[Language, str]
    of: dict[Language, str]
    address: str
    municipality: str
    opens: time
    closes: time
    slot_minutes: int = Field(ge=5, le=120)
    desks: int = Field(ge=1)
    desks_by_channel: dict[Channel, Annotated[int, Field(ge=1)]] = {}
    hours: dict[_Weekday, _Stretches] = {}
    languages: tuple[Language, ...] = ()
    units: dict[str, tuple[str, ...]] = {}
    services: tuple[str, ...] = ()
    service_windows: dict[str, _Window] = {}
    channels: tuple[Channel, ...] = Field(min_length=1)
    demonstration: bool

    @model_validator(mode="after")
    def _fits(self) -> Self:
        _in_order(Hours(self.opens, self.closes))
        if not self.all_services():
            raise ValueError("units or services are needed")
        if strange := set(self.service_windows) - set(self.all_services()):
            raise ValueError(f"service_windows: it does not attend to {', '.join(sorted(strange))}")
        if absent := set(self.desks_by_channel) - set(self.channels):
            raise ValueError(f"desks_by_channel: it has no channel {', '.join(sorted(absent))}")
        return self

    def all_services(self) -> tuple[str, ...]:
        """Those of its units, and those of no unit."""
        of_units = (service for services in self.units.values() for service in services)
        return tuple(dict.fromkeys([*of_units, *self.services]))


class _WrittenGroup(BaseModel):
    """Offices, and what holds for each unless it says otherwise."""

    model_config = ConfigDict(extra="forbid")

    defaults: dict[str, Any] = {}
    offices: tuple[dict[str, Any], ...] = ()


class _WrittenFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    groups: tuple[_WrittenGroup, ...]


_OFFICE, _OFFICES = TypeAdapter(_WrittenOffice), TypeAdapter(_WrittenFile)


def load_offices(administration: Administration) -> Mapping[str, Office]:
    """Its offices by id. Raises ContentError with the line of the mistake."""
    return parse_offices(administration.text(_FILE), administration)


def parse_offices(text: str, administration: Administration, file: str = _FILE) -> Mapping[str, Office]:
    """Offices from the text of a data file; the file itself explains its format. Raises ContentError."""
    content = parse_yaml(text, file)
    content.raise_first()
    try:
        groups = _OFFICES.validate_python(content.value).groups
    except ValidationError as error:
        raise next(content_errors(error, _OFFICES, content)) from error
    offices: dict[str, Office] = {}
    for at, group in enumerate(groups):
        for place in range(len(group.offices)):
            office = _office(group, content, ("groups", at), place, administration)
            if office.id in offices:
                raise content.error(("groups", at, "offices", place), f"there is already an office {office.id}")
            offices[office.id] = office
    return offices


def _office(
    group: _WrittenGroup, content: YamlFile, where: Where, place: int, administration: Administration
) -> Office:
    own, here, served = group.offices[place], (*where, "offices", place), administration.languages
    try:
        entry = _OFFICE.validate_python({**group.defaults, **own})
    except ValidationError as error:
        by_default = _comes_from_defaults(error, group, own)
        raise next(content_errors(error, _OFFICE, content, (*where, "defaults") if by_default else here)) from error
    if strange := _unknown(entry, administration):
        raise content.error(here, strange)
    municipality = load_municipalities().get(entry.municipality)
    if municipality is None:
        raise content.error(here, f"no municipality has the code {entry.municipality}")
    if missing := [language for language in served if language not in entry.name or language not in entry.of]:
        raise content.error(here, f"the name is missing in {', '.join(missing)}")
    province = load_provinces()[municipality.province]
    return Office(
        name={language: entry.name[language].format(of=entry.of[language]) for language in served},
        address=entry.address.format(municipality=municipality.name),
        municipality=municipality.name,
        province=province.code,
        region=province.region,
        timezone=province.timezone,
        hours={WEEKDAYS.index(day): stretches for day, stretches in entry.hours.items()},
        languages=entry.languages or tuple(language for language in served if language in province.languages),
        services=entry.all_services(),
        window=entry.window(),
        service_windows={service: written.window() for service, written in entry.service_windows.items()},
        **entry.model_dump(include=_COPIED),
    )


def _comes_from_defaults(error: ValidationError, group: _WrittenGroup, own: Mapping[str, Any]) -> bool:
    """Whether the first mistake stands in the defaults of the group, and the office does not override it."""
    keys = first_place(error)[:1]
    return bool(keys) and keys[0] in group.defaults and keys[0] not in own


def _unknown(entry: _WrittenOffice, administration: Administration) -> str:
    """The names in an office's entry that the administration does not have."""
    if entry.body not in administration.bodies:
        return f"body: there is no body {entry.body!r}; use one of {', '.join(administration.bodies)}"
    strange = sorted(set(entry.all_services()) - set(administration.services))
    return f"services: there is no service {strange[0]!r}" if strange else ""


_COPIED = {
    "id", "body", "opens", "closes", "slot_minutes", "desks", "desks_by_channel", "units", "channels", "demonstration",
}  # fmt: skip
