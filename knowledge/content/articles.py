"""Parses articles: front matter, then a section for each aspect with one sentence on each line."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from knowledge.administration import Administration
from knowledge.content.yaml_entries import Problems
from knowledge.errors import ContentError
from knowledge.languages import Language
from knowledge.passages import ASPECTS, Aspect, UnitId

FOLDER, EASY = "articles", "easy"
"""Folders of articles and of their easy-read versions, which have the same form."""
FACT = re.compile(r"\{fact:([a-z0-9_]+(?:\.[a-z0-9_]+)*)\}")
"""A reference to a fact inside a line."""

_KEYS = ("need", "language", "title")


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """A sentence or bullet as written, with its place."""

    number: int
    text: str

    @property
    def facts(self) -> tuple[str, ...]:
        """Fact ids in order of appearance."""
        return tuple(FACT.findall(self.text))

    @property
    def sentence(self) -> str:
        """The text without the mark of a bullet."""
        return self.text.removeprefix("- ")

    @property
    def prose(self) -> str:
        """The sentence with each fact as one short word."""
        return FACT.sub("x", self.sentence)


@dataclass(frozen=True, slots=True)
class Section:
    """The lines about one aspect; ``number`` is the line of its heading."""

    aspect: Aspect
    number: int
    lines: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A need explained in a language, with facts not yet filled in."""

    file: str
    need: str
    language: Language
    title: str
    sections: tuple[Section, ...]

    @property
    def is_easy(self) -> bool:
        """Whether it is an easy-read version."""
        return self.file.startswith(f"{EASY}/")

    @property
    def lines(self) -> tuple[ArticleLine, ...]:
        """The lines of every section."""
        return tuple(line for section in self.sections for line in section.lines)

    @property
    def prose(self) -> tuple[str, ...]:
        """Every line's, to be measured."""
        return tuple(line.prose for line in self.lines)


def read_articles(
    administration: Administration, folder: str = FOLDER, *, need: str | None = None
) -> tuple[tuple[Article, ...], Problems]:
    """Every article of a folder that could be read, by need and language, and every mistake.

    Only those of one ``need`` when it is named.
    """
    problems = Problems()
    articles: list[Article] = []
    for of, language, file in _files(administration, folder, need):
        name = f"{folder}/{of}/{file.name}"
        articles.append(parse_article(file.read_text(encoding="utf-8"), name, (of, language), problems))
    return tuple(articles), problems


def units_of(articles: Iterable[Article]) -> dict[UnitId, list[tuple[Language, str]]]:
    """Every line of the articles as an answer unit, with its words in each language, figures left out."""
    found: dict[UnitId, list[tuple[Language, str]]] = defaultdict(list)
    for article in articles:
        for section in article.sections:
            for place, line in enumerate(section.lines, start=1):
                found[UnitId(article.need, section.aspect, place)].append((article.language, line.prose))
    return dict(found)


def _files(administration: Administration, name: str, need: str | None) -> Iterator[tuple[str, Language, Traversable]]:
    folder = administration.folder / name
    places = folder.iterdir() if folder.is_dir() else iter(())
    for place in sorted((place for place in places if need in (None, place.name)), key=lambda place: place.name):
        for language in administration.languages:
            file = place.joinpath(f"{language}.md")
            if file.is_file():
                yield place.name, language, file


def parse_article(text: str, name: str, of: tuple[str, Language], problems: Problems) -> Article:
    """The article; what is wrong in it is collected. ``of`` is the need and language its path says."""
    lines = text.splitlines()
    front, body_from = _front_matter(lines, name, problems)
    for key, expected in zip(_KEYS, of, strict=False):
        if front.get(key) != expected:
            problems.found.append(ContentError(name, 1, f"{key} is {front.get(key)!r}; the path says {expected!r}"))
    if not front.get("title"):
        problems.found.append(ContentError(name, 1, "the article has no title"))
    sections = tuple(_sections(lines, body_from, name, problems))
    _check_order(sections, name, problems)
    return Article(name, of[0], of[1], front.get("title", ""), sections)


def _front_matter(lines: list[str], name: str, problems: Problems) -> tuple[dict[str, str], int]:
    if not lines or lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        problems.found.append(ContentError(name, 1, "the file must begin with front matter between two lines of ---"))
        return {}, 0
    end = next(index for index, line in enumerate(lines[1:], start=1) if line.strip() == "---")
    front: dict[str, str] = {}
    for number, line in enumerate(lines[1:end], start=2):
        key, _, value = line.partition(":")
        if key.strip() in _KEYS:
            front[key.strip()] = value.strip().strip("\"'")
        elif line.strip():
            problems.found.append(ContentError(name, number, f"unknown key {key.strip()!r}; use {', '.join(_KEYS)}"))
    return front, end + 1


def _sections(lines: list[str], start: int, name: str, problems: Problems) -> Iterator[Section]:
    heading: tuple[Aspect, int] | None = None
    collected: list[ArticleLine] = []
    for number, raw in enumerate(lines[start:], start=start + 1):
        text = raw.strip()
        if text.startswith("#"):
            if heading:
                yield Section(*heading, tuple(collected))
            heading, collected = _heading(text, number, name, problems), []
        elif text and heading:
            _check_line(text, number, name, problems)
            collected.append(ArticleLine(number, text))
        elif text:
            problems.found.append(ContentError(name, number, "text outside any known section"))
    if heading:
        yield Section(*heading, tuple(collected))


def _heading(text: str, number: int, name: str, problems: Problems) -> tuple[Aspect, int] | None:
    for aspect in ASPECTS:
        if text == f"## {aspect}":
            return aspect, number
    problems.found.append(ContentError(name, number, f"heading {text!r}; use '## ' and one of {', '.join(ASPECTS)}"))
    return None


def _check_line(text: str, number: int, name: str, problems: Problems) -> None:
    rest = FACT.sub("", text)
    if "{" in rest or "}" in rest:
        problems.found.append(ContentError(name, number, "braces are only for facts, written {fact:topic.name}"))


def _check_order(sections: tuple[Section, ...], name: str, problems: Problems) -> None:
    order = [ASPECTS.index(section.aspect) for section in sections]
    if order != sorted(set(order)):
        problems.found.append(ContentError(name, None, f"sections must come once each, in order: {', '.join(ASPECTS)}"))
    for section in sections:
        if not section.lines:
            problems.found.append(ContentError(name, section.number, f"section {section.aspect} is empty"))
