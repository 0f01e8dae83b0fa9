"""Content tables kept as one YAML file of keyed entries, or as fragments in a folder beside it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources.abc import Traversable

from knowledge.errors import ContentError
from knowledge.languages import VARIANTS, Language, Names, Variant
from knowledge.yaml_files import Where, YamlFile, read_yaml, yaml_files


def named(languages: Iterable[Language]) -> tuple[str, ...]:
    """The keys of what has a name in those languages, and in their varieties."""
    served = tuple(languages)
    return (*served, *(variant for variant, language in VARIANTS.items() if language in served))


@dataclass(slots=True)
class Problems:
    """Collects mistakes, so that an author sees them all at once."""

    found: list[ContentError] = field(default_factory=list)

    def raise_first(self) -> None:
        """Raise the first, for callers that need the content to be right."""
        if self.found:
            raise self.found[0]


@dataclass(frozen=True, slots=True)
class Entry:
    """One keyed mapping of a file, with typed reads that collect what is wrong."""

    file: YamlFile
    key: str
    where: Where
    content: Mapping[str, object]
    problems: Problems

    def wrong(self, problem: str, *where: str | int) -> None:
        """Collect a mistake at a place inside the entry."""
        self.problems.found.append(self.file.error((*self.where, *where), f"{self.key}: {problem}"))

    def inner(self, key: str, allowed: tuple[str, ...]) -> "Entry":
        """The mapping under a key; empty when it is not one."""
        content = _as_mapping(self.content.get(key))
        if content is None:
            self.wrong(f"{key!r} must be a mapping", key)
        return self.at((key,), content or {}, allowed)

    def at(self, where: Where, content: Mapping[str, object], allowed: tuple[str, ...]) -> "Entry":
        """A mapping somewhere inside; keys that are not allowed are mistakes."""
        entry = Entry(self.file, self.key, (*self.where, *where), content, self.problems)
        for unknown in content.keys() - set(allowed):
            entry.wrong(f"unknown key {unknown!r}; use {', '.join(allowed)}", unknown)
        return entry

    def text(self, key: str) -> str:
        """A string that is not empty."""
        value = self.content.get(key)
        if not isinstance(value, str) or not value.strip():
            self.wrong(f"{key!r} must be text", key)
            return ""
        return value.strip()

    def choice(self, key: str, options: tuple[str, ...]) -> str:
        """One of the options; the first of them when it is none."""
        value = self.content.get(key)
        if not isinstance(value, str) or value not in options:
            self.wrong(f"{key!r} is {value!r}; use one of {', '.join(options)}", key)
            return options[0]
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; one string is a mistake."""
        value = self.content.get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.wrong(f"{key!r} must be a list of texts", key)
            return ()
        return tuple(item.strip() for item in value)

    def day(self, key: str, *, optional: bool = False) -> date | None:
        """A date; null only where it is optional."""
        value = self.content.get(key)
        if type(value) is not date and not (optional and value is None):
            self.wrong(f"{key!r} must be a date such as 2026-01-31", key)
            return None
        return value if type(value) is date else None

    def names(self, languages: Iterable[Language]) -> Names:
        """This entry as text in each of the languages, and in a variety of one where it differs."""
        names: dict[Language | Variant, str] = {language: self.text(language) for language in languages}
        for variant, language in VARIANTS.items():
            if variant in self.content:
                names[variant] = self.text(variant)
                if names[variant] == names[language]:
                    self.wrong(f"{variant!r} says the same as {language!r}: leave it out", variant)
        return names


@dataclass(frozen=True, slots=True)
class Table:
    """Entries by key. A key that two files define differently is a mistake, and the first one is kept."""

    entries: Mapping[str, Entry]
    problems: Problems


def read_table(root: Traversable, name: str) -> Table:
    """``<name>.yaml`` and then every ``<name>/*.yaml`` under the root."""
    entries: dict[str, Entry] = {}
    problems = Problems()
    for entry in _entries(root, name, problems):
        kept = entries.setdefault(entry.key, entry)
        if kept is not entry and kept.content != entry.content:
            place = f"{kept.file.name}:{kept.file.line(kept.where)}"
            entry.wrong(f"defined differently in {place}")
    return Table(entries, problems)


def _entries(root: Traversable, name: str, problems: Problems) -> Iterator[Entry]:
    for path, shown in yaml_files(root, f"{name}.yaml", name):
        try:
            file = read_yaml(path, shown)
        except ContentError as error:
            problems.found.append(error)
            continue
        problems.found.extend(file.problems)
        for key, value in (_as_mapping(file.value) or {}).items():
            content = _as_mapping(value)
            if content is None:
                problems.found.append(file.error((key,), f"{key} must be a mapping"))
            else:
                yield Entry(file, key, (key,), content, problems)


def _as_mapping(value: object) -> Mapping[str, object] | None:
    return value if isinstance(value, dict) else None
