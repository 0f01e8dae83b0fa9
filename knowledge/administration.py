"""The administration that is served: a folder with everything about it, and ``administration.yaml`` at its top."""

import re
from collections.abc import Mapping
from datetime import time
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SkipValidation,
    ValidationError,
    model_validator,
)

from knowledge.errors import ContentError
from knowledge.languages import Language
from knowledge.links import is_on_site
from knowledge.yaml_files import Where, YamlFile, read_yaml

FILE = "administration.yaml"


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError(f"there is no time zone {name!r}") from None
    return name


def _once(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(values)) != len(values):
        raise ValueError("the same value is given twice")
    return values


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


def _hours(text: str) -> tuple[time, time]:
    """From such as 09:00-14:00."""
    if not isinstance(text, str) or not re.fullmatch(r"\d\d:\d\d-\d\d:\d\d", text):
        raise ValueError(f"hours such as 09:00-14:00 are needed, not {text!r}")
    opens, closes = (time.fromisoformat(part) for part in text.split("-"))
    if opens >= closes:
        raise ValueError(f"{text} ends before it begins")
    return opens, closes


Hours = Annotated[tuple[time, time], BeforeValidator(_hours)]


class CallBackRules(BaseModel):
    """How people are called back. ``minutes``: how long a window is, within the hours of attention; ``days``: how far
    ahead they are given; ``tries``: how often who does not answer is called.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    room: Mapping[Language, Annotated[int, Field(ge=1)]] = Field(min_length=1)
    """How many calls in a language each unit makes in a window; a language that is not named is not called in."""
    minutes: int = Field(default=120, ge=30, le=480)
    days: int = Field(default=7, ge=1, le=31)
    tries: int = Field(default=3, ge=1, le=10)


class PublicBody(BaseModel):
    """A body that handles needs. ``ours``: nobody is told that it is somebody else. ``reported``: figures are apart."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ours: bool = False
    reported: bool = False


class Administration(BaseModel):
    """The content of ``administration.yaml``, and the folder of the rest. Other languages follow the first."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: Mapping[Language, str]
    languages: Annotated[tuple[Language, ...], AfterValidator(_once), Field(min_length=1)]
    time_zone: Annotated[str, AfterValidator(_zone)]
    country: str = Field(pattern=r"^[A-Z]{2}$")
    """ISO 3166 code: whose public holidays close the offices."""
    province: str
    """INE code of the province whose calendar holds for a citizen who has named no place."""
    bodies: Mapping[str, PublicBody] = Field(min_length=1)
    """By code; the phrases ``body-<code>`` name them."""
    units: Annotated[tuple[str, ...], AfterValidator(_once), Field(min_length=1)]
    """Those that a hand-off may go to."""
    default_unit: str
    services: Annotated[tuple[str, ...], AfterValidator(_once), Field(min_length=1)]
    """Motives an appointment can be booked for; ``general`` is that of no need in particular."""
    official_sites: tuple[str, ...] = Field(min_length=1)
    """Hosts a citizen may be sent to and an article may cite, subdomains included."""
    gazette: str | None = Field(default=None, pattern=r"^https://")
    """Address of the open data that ``isac law fetch`` asks for norms, in the form of the BOE's; None: none."""
    appointment_need: str
    """The need of an appointment that is for none in particular."""
    own_case_need: str | None = None
    """The need that tells how to consult one's own file."""
    phone_fact: str | None = None
    """The fact with the telephone where a person answers."""
    attention: Mapping[Weekday, Hours] | None = None
    """When people attend to conversations, by day of the week; not on public holidays. None: at any time."""
    call_backs: CallBackRules | None = None
    """Within the hours of ``attention``. None: nobody is called back; an appointment by telephone may be booked."""
    walk_in_hours_fact: str | None = None
    """The fact with the hours of the offices one goes to without an appointment."""
    help_lines: tuple[str, ...] = ()
    """Telephones of help that a citizen may be told, such as 112: the page makes them links."""
    logo: str | None = Field(default=None, pattern=r"^[\w-]+\.svg$")
    """A drawing in its folder, shown at the head of its pages; None: ISAC's own."""
    map_url: str | None = Field(default=None, pattern=r"^https://.*\{place\}")
    """Where a place is shown on a map, with ``{place}`` for its address; None: no map is offered."""
    labels_of: str | None = Field(default=None, pattern=r"^[a-z][a-z0-9_]*$")
    """The administration of ISAC's own whose labelled sentences and label model serve here too; None: this one."""
    exceptional_needs: tuple[str, ...] = ()
    """Needs that people ask for in words of alarm, complaint or company: they teach no label what is ordinary."""
    folder: SkipValidation[Traversable]
    written: SkipValidation[YamlFile]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if missing := [language for language in self.languages if language not in self.name]:
            raise ValueError(f"name: missing in {', '.join(missing)}")
        if self.default_unit not in self.units:
            raise ValueError(f"default_unit: {self.default_unit!r} is not among the units")
        if "general" not in self.services:
            raise ValueError("services: 'general' is missing")
        if self.call_backs is not None and not self.attention:
            raise ValueError("call_backs: they need the hours of attention")
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The time zone as an object."""
        return ZoneInfo(self.time_zone)

    @property
    def place(self) -> str:
        """Its folder, as an author is told of it."""
        built_in = _built_in() / self.id
        return f"knowledge/administrations/{self.id}" if str(self.folder) == str(built_in) else str(self.folder)

    def is_official(self, url: str) -> bool:
        """Tell whether the link is on an official site."""
        return is_on_site(url, self.official_sites)

    def text(self, name: str) -> str:
        """The text of a file of its folder. Raises ContentError when there is none."""
        file = self.folder / name
        if not file.is_file():
            raise ContentError(name, None, f"the file is missing in the administration {self.id}")
        return file.read_text(encoding="utf-8")

    def error(self, where: Where, problem: str) -> ContentError:
        """A mistake at a place of ``administration.yaml``."""
        return self.written.error(where, problem)


def load_administration(named: str | Path | Traversable) -> Administration:
    """The built-in administration of that name, or the one in a folder. Raises ContentError with file and line."""
    folder = _folder(named) if isinstance(named, str) else named
    if not (folder / FILE).is_file():
        known = sorted(place.name for place in _built_in().iterdir() if (place / FILE).is_file())
        raise ContentError(f"{named}/{FILE}", None, f"no such file; name a folder that has it or {', '.join(known)}")
    written = read_yaml(folder / FILE, FILE)
    if written.problems:
        raise written.problems[0]
    if not isinstance(written.value, dict):
        raise written.error((), "a mapping is needed")
    try:
        return Administration.model_validate({**written.value, "folder": folder, "written": written})
    except ValidationError as error:
        raise _first_of(error, written) from error


def _folder(name: str) -> Traversable:
    built_in = _built_in() / name
    return built_in if name.isidentifier() and built_in.is_dir() else Path(name)


def _built_in() -> Traversable:
    return files("knowledge") / "administrations"


def _first_of(error: ValidationError, written: YamlFile) -> ContentError:
    first: Any = error.errors(include_url=False)[0]
    problem = first["msg"].removeprefix("Value error, ")
    where = tuple(first["loc"])
    if not where:  # a rule of the whole names its key first
        where = (problem.partition(":")[0],)
        return written.error(where, problem)
    return written.error(where, f"{'.'.join(map(str, where))}: {problem}")
