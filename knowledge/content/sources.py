"""The register of official sources that facts and articles name by id."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter

from knowledge.administration import Administration
from knowledge.content.yaml_entries import ONLY_KNOWN_KEYS, Day, Problems, Text, read_table


@dataclass(frozen=True, slots=True)
class OfficialSource:
    """A page or law on an official site, as it was read on a day; ``file`` and ``line`` say where it is written."""

    id: str
    title: str
    url: str
    retrieved: date
    file: str = ""
    line: int = 1


Sources = Mapping[str, OfficialSource]


@dataclass(frozen=True, slots=True)
class _WrittenSource:
    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    title: Text
    url: Text
    retrieved: Day


_SOURCE = TypeAdapter(_WrittenSource)


def load_sources(administration: Administration) -> Sources:
    """``sources.yaml`` and ``sources``. Raises ContentError on the first mistake."""
    sources, problems = parse_sources(administration)
    problems.raise_first()
    return sources


def parse_sources(administration: Administration) -> tuple[Sources, Problems]:
    """The sources, and every mistake; an id that two files define differently is one."""
    problems = Problems()
    sources: dict[str, OfficialSource] = {}
    for entry in read_table(administration.folder, "sources", problems):
        if (written := entry.parse(_SOURCE, problems)) is not None:
            if not administration.is_official(written.url):
                problems.found.append(entry.error(f"{written.url} is not on an official site", "url"))
            line = entry.file.line(entry.where)
            sources[entry.key] = OfficialSource(
                entry.key, written.title, written.url, written.retrieved, entry.file.name, line
            )
    return sources, problems
