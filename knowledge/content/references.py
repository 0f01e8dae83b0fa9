"""References: which span of which norm says what a line or a fact of ours says.

``references/needs/<need>.yaml`` for lines (``requirements.3``) and ``references/facts/<topic>.yaml`` for facts
(``retirement.min_years``), each a list. ``since`` names the period of a fact by the day it begins. An author writes
norm, article, paragraph and span; ``isac law check --seal`` writes version, sha256 and read. What no norm says of a
line, and an official page does, is named by its ``source``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, TypeAdapter

from knowledge.administration import Administration
from knowledge.cited import Doubt, LawReference, Norm
from knowledge.content.articles import Article, ArticleLine, read_articles
from knowledge.content.fact_text import long_date
from knowledge.content.law_places import anchor_of, name_of, read_address, read_key
from knowledge.content.norms import Norms, parse_norms
from knowledge.content.yaml_entries import ONLY_KNOWN_KEYS, Day, Problems, Text, YamlEntry, read_files
from knowledge.passages import UnitId, parse_unit

T = TypeVar("T")
OF_NEEDS, OF_FACTS = "references/needs", "references/facts"
UnitLines = Mapping[UnitId, ArticleLine]
"""The line of each answer unit in the administration's first language."""


@dataclass(frozen=True, slots=True)
class FactReference:
    """A reference of a fact. ``since``: the day that its period begins; None: of every period."""

    since: date | None
    reference: LawReference


@dataclass(frozen=True, slots=True)
class References:
    """The references of lines and of facts. ``pages``: ids of official sources that say a line, or a part of it."""

    units: Mapping[UnitId, tuple[LawReference, ...]] = field(default_factory=dict)
    facts: Mapping[str, tuple[FactReference, ...]] = field(default_factory=dict)
    pages: Mapping[UnitId, tuple["PageReference", ...]] = field(default_factory=dict)

    def of_unit(self, unit: UnitId) -> tuple[LawReference, ...]:
        """Those of a line."""
        return self.units.get(unit, ())

    def of_fact(self, fact_id: str, begins: date | None) -> tuple[LawReference, ...]:
        """Those of the period of a fact that begins that day."""
        listed = self.facts.get(fact_id, ())
        return tuple(one.reference for one in listed if one.since in (None, begins))

    def read_again(self, lines: UnitLines) -> "References":
        """Without those of lines that have changed since they were read against the law."""
        kept = {
            unit: tuple(one for one in listed if unit in lines and not is_stale(one, lines[unit]))
            for unit, listed in self.units.items()
        }
        return replace(self, units={unit: listed for unit, listed in kept.items() if listed})


@dataclass(frozen=True, slots=True)
class PageReference:
    """An official source, by its id in the register of sources, and where it is named."""

    source: str
    file: str
    line: int


NO_REFERENCES = References()


def load_references(administration: Administration) -> References:
    """Those that may be cited: of lines that read as they did then. Raises ContentError on the first mistake."""
    norms, problems = parse_norms(administration)
    problems.raise_first()
    references, problems = parse_references(administration, norms)
    problems.raise_first()
    return references.read_again(first_lines(read_articles(administration)[0], administration))


def first_lines(articles: tuple[Article, ...], administration: Administration) -> dict[UnitId, ArticleLine]:
    """The lines of the articles in the first language."""
    return {
        UnitId(article.need, section.aspect, place): line
        for article in articles
        if article.language == administration.languages[0]
        for section in article.sections
        for place, line in enumerate(section.lines, start=1)
    }


def digest_of_line(line: ArticleLine) -> str:
    """What a reference keeps of the line that was read against it."""
    return sha256(line.text.encode()).hexdigest()[:8]


def is_stale(reference: LawReference, line: ArticleLine) -> bool:
    """Whether the line has changed since it was read against the words of the law."""
    return bool(reference.read) and reference.read != digest_of_line(line)


def parse_references(administration: Administration, norms: Norms) -> tuple[References, Problems]:
    """The references that could be read, and every mistake."""
    problems = Problems()
    units: dict[UnitId, tuple[LawReference, ...]] = {}
    pages: dict[UnitId, tuple[PageReference, ...]] = {}
    for need, entry in _entries(administration, OF_NEEDS, problems):
        try:
            unit = parse_unit(f"{need}/{entry.key}")
        except ValueError:
            problems.found.append(entry.error("no line is named so; use section and place, such as requirements.3"))
            continue
        written = _written(entry, problems)
        units[unit] = tuple(one.reference for one in _references(entry, written, norms, problems))
        pages[unit] = tuple(
            PageReference(one.source, entry.file.name, entry.file.line((*entry.where, place)))
            for place, one in enumerate(written)
            if one.source
        )
    facts: dict[str, tuple[FactReference, ...]] = {}
    for _, entry in _entries(administration, OF_FACTS, problems):
        if entry.key in facts:
            problems.found.append(entry.error("its references stand in another file already"))
        facts[entry.key] = tuple(_references(entry, _written(entry, problems), norms, problems))
    return References(_filled(units), facts, _filled(pages)), problems


def _filled(listed: Mapping[UnitId, tuple[T, ...]]) -> dict[UnitId, tuple[T, ...]]:
    return {unit: some for unit, some in listed.items() if some}


def _entries(administration: Administration, folder: str, problems: Problems) -> Iterator[tuple[str, YamlEntry]]:
    """(name of the file, entry) of every entry of the folder."""
    for file in read_files(administration.folder, folder, problems=problems):
        name = file.name.rpartition("/")[2].removesuffix(".yaml")
        for key, content in file.value.items() if isinstance(file.value, dict) else ():
            yield name, YamlEntry(file, key, (key,), content)


def _plain(written: object) -> object:
    """A number as it is written. A decimal loses its last zero, so it must be in quotes."""
    return str(written) if isinstance(written, int) and not isinstance(written, bool) else written


def _span(written: str) -> tuple[int, int]:
    first, _, last = written.partition("-")
    try:
        found = int(first), int(last or first)
    except ValueError:
        raise ValueError(f"no sentences are written {written!r}; use 2, or 2-3") from None
    if not 1 <= found[0] <= found[1]:
        raise ValueError(f"{written!r} has no sentences; they are counted from 1")
    return found


_Number = BeforeValidator(_plain)


@dataclass(frozen=True, slots=True)
class _WrittenReference:
    __pydantic_config__: ClassVar[ConfigDict] = ONLY_KNOWN_KEYS

    norm: str = ""
    article: Annotated[str, _Number, AfterValidator(lambda written: read_key(written) if written else "")] = ""
    paragraph: Annotated[Text, _Number, AfterValidator(read_address)] = ""
    span: Annotated[Any, AfterValidator(_span), BeforeValidator(str)] = None
    version: Day | None = None
    sha256: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    read: Annotated[str, _Number, Field(pattern=r"^([0-9a-f]{8})?$")] = ""
    accepts: Mapping[Doubt, Text] = field(default_factory=dict)
    since: Day | None = None
    source: str = ""


_REFERENCES: TypeAdapter[tuple[_WrittenReference, ...]] = TypeAdapter(tuple[_WrittenReference, ...])


def _written(entry: YamlEntry, problems: Problems) -> tuple[_WrittenReference, ...]:
    written = entry.parse(_REFERENCES, problems)
    if written == ():
        problems.found.append(entry.error("it names no reference"))
    return written or ()


def _references(
    entry: YamlEntry, written: tuple[_WrittenReference, ...], norms: Norms, problems: Problems
) -> Iterator[FactReference]:
    for place, one in enumerate(written):
        judged = one.norm in norms and norms[one.norm].dated is not None
        if bool(one.source) == bool(one.norm) or bool(one.article) != (bool(one.norm) and not judged):
            problems.found.append(
                entry.error("a reference has norm and article, or a judgment without one, or a source", place)
            )
            continue
        if one.source:
            continue
        if one.norm not in norms:
            known = ", ".join(norms) or "none is registered"
            problems.found.append(entry.error(f"unknown norm {one.norm!r}; use {known}", place, "norm"))
            continue
        if bool(one.sha256) != (one.version is not None):
            problems.found.append(entry.error("version and sha256 go together: seal it again", place))
        yield FactReference(
            one.since,
            LawReference(
                norms[one.norm], one.article, _place(norms[one.norm], one), anchor_of(one.article),
                one.paragraph, one.span, one.version, one.sha256, one.read, one.accepts,
                entry.file.name, entry.file.line((*entry.where, place)),
            ),
        )  # fmt: skip


def _place(norm: Norm, written: _WrittenReference) -> str:
    if norm.dated:
        return f"de {long_date(norm.dated, norm.language)}: {norm.effect}"
    return name_of(written.article, written.paragraph)
