"""Entries of YAML files, read into their types: a table is one file of keyed entries, or fragments in a folder."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources.abc import Traversable
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, ConfigDict, Strict, StringConstraints, TypeAdapter, ValidationError

from knowledge.errors import ContentError
from knowledge.languages import LANGUAGES, VARIANTS, Language, Names, Variant
from knowledge.yaml_errors import content_errors
from knowledge.yaml_files import Where, YamlFile, read_yaml, yaml_files

T = TypeVar("T")
ONLY_KNOWN_KEYS = ConfigDict(extra="forbid")
"""The ``__pydantic_config__`` of what is read from a file: a key that is misspelt is a mistake."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Day = Annotated[date, Strict()]
Mistake = tuple[Where, str]
"""The place inside an entry, and the problem."""


def _by_language(names: Names) -> Names:
    return {key: names[key] for key in (*LANGUAGES, *VARIANTS) if key in names}


WrittenNames = Annotated[Mapping[Literal[Language, Variant], Text], AfterValidator(_by_language)]


@dataclass(slots=True)
class Problems:
    """Mistakes, collected so that an author sees them all at once.

    ``unreadable``: keys of the entries that could not be read. What names one of them is not wrong for that.
    """

    found: list[ContentError] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    def raise_first(self) -> None:
        """Raise the first, for callers that need the content to be right."""
        if self.found:
            raise self.found[0]


@dataclass(frozen=True, slots=True)
class YamlEntry:
    """A value of a file under its key."""

    file: YamlFile
    key: str
    where: Where
    content: object

    def error(self, problem: str, *where: str | int) -> ContentError:
        """A mistake at a place inside the entry."""
        return self.file.error((*self.where, *where), f"{self.key}: {problem}")

    def errors(self, mistakes: Iterable[Mistake]) -> list[ContentError]:
        """Mistakes at their places inside the entry."""
        return [self.error(problem, *where) for where, problem in mistakes]

    def parse(self, adapter: TypeAdapter[T], problems: Problems) -> T | None:
        """The typed value; None when it is wrong, and every mistake in it is collected."""
        try:
            return adapter.validate_python(self.content)
        except ValidationError as error:
            problems.found += content_errors(error, adapter, self.file, self.where, f"{self.key}: ")
            problems.unreadable.add(self.key)
            return None


def read_files(root: Traversable, *folders: str, problems: Problems) -> Iterator[YamlFile]:
    """The files that are YAML; mistakes in them are collected."""
    for path, shown in yaml_files(root, *folders):
        try:
            file = read_yaml(path, shown)
        except ContentError as error:
            problems.found.append(error)
            continue
        problems.found.extend(file.problems)
        yield file


def read_table(root: Traversable, name: str, problems: Problems) -> list[YamlEntry]:
    """The entries of ``<name>.yaml`` and then of every ``<name>/*.yaml`` under the root.

    A key that two files define differently is a mistake, and the first one is kept.
    """
    entries: dict[str, YamlEntry] = {}
    for file in read_files(root, f"{name}.yaml", name, problems=problems):
        for key, content in file.value.items() if isinstance(file.value, dict) else ():
            entry = YamlEntry(file, key, (key,), content)
            kept = entries.setdefault(key, entry)
            if kept.content != content:
                place = f"{kept.file.name}:{kept.file.line(kept.where)}"
                problems.found.append(entry.error(f"defined differently in {place}"))
    return list(entries.values())


def names_mistakes(names: Names, languages: tuple[Language, ...]) -> Iterator[Mistake]:
    """Every language has a name, no other language has one, and a variety has one only where it differs."""
    for language in languages:
        if language not in names:
            yield (language,), f"{language!r} must be text"
    served = (*languages, *(variant for variant, language in VARIANTS.items() if language in languages))
    for key in names:
        if key not in served:
            yield (key,), f"unknown key {key!r}; use {', '.join(served)}"
    for variant, language in VARIANTS.items():
        if variant in names and names[variant] == names.get(language):
            yield (variant,), f"{variant!r} says the same as {language!r}: leave it out"
