"""The register of official sources that facts and articles name by id."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.administration import Administration
from knowledge.content.entries import Entry, Problems, read_table

_KEYS = ("title", "url", "retrieved")


@dataclass(frozen=True, slots=True)
class Source:
    """A page or law on an official site, as it was read on a day; ``file`` and ``line`` say where it is written."""

    id: str
    title: str
    url: str
    retrieved: date
    file: str = ""
    line: int = 1


Sources = Mapping[str, Source]


def load_sources(administration: Administration) -> Sources:
    """``sources.yaml`` and ``sources``. Raises ContentError on the first mistake."""
    sources, problems = parse_sources(administration)
    problems.raise_first()
    return sources


def parse_sources(administration: Administration) -> tuple[Sources, Problems]:
    """The sources, and every mistake; an id that two files define differently is one."""
    table = read_table(administration.folder, "sources")
    return {key: _source(entry, administration) for key, entry in table.entries.items()}, table.problems


def _source(entry: Entry, administration: Administration) -> Source:
    entry = entry.at((), entry.content, _KEYS)
    url = entry.text("url")
    if url and not administration.is_official(url):
        entry.wrong(f"{url} is not on an official site", "url")
    place = entry.file.name, entry.file.line(entry.where)
    return Source(entry.key, entry.text("title"), url, entry.day("retrieved") or date.min, *place)
