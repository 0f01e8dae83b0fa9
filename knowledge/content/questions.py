"""Questions that people ask the answer units, in ``questions/<need>/<writer>.txt``.

A heading names one unit of the need (``# amount.1``), or units of any need that say the same
(``# viudedad/how.4 orfandad/how.4``). Each line under it is a language and a question; ``es>`` instead of ``es`` marks
one that leans on the need being on the table already. Who wrote what is kept apart: quality is measured on writers who
taught nothing. ``short.txt`` has one question for each unit and language, spelt well and short: it stands on a button.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import cast, get_args

from knowledge.administration import Administration
from knowledge.errors import ContentError
from knowledge.languages import Language
from knowledge.passages import ASPECTS, Aspect, UnitId

FOLDER = "questions"
SHORT = "short"
"""The writer of what stands on buttons."""
_LINE = re.compile(rf"(?P<language>{'|'.join(get_args(Language))})(?P<leans>>?) (?P<text>\S.*)")
_UNIT = re.compile(r"\A(?:(?P<need>\w+)/)?(?P<aspect>\w+)\.(?P<place>[1-9]\d*)")


@dataclass(frozen=True, slots=True)
class UnitQuestion:
    """``leans``: it names no need, and is asked once one is on the table. ``writer``: the name of the file."""

    units: tuple[UnitId, ...]
    language: Language
    text: str
    leans: bool
    writer: str


def load_questions(administration: Administration, units: Collection[UnitId]) -> tuple[UnitQuestion, ...]:
    """The questions of every unit. ``units``: those that there are. Raises ContentError."""
    questions, problems = parse_questions(administration, units)
    if problems:
        raise problems[0]
    return questions


def parse_questions(
    administration: Administration, units: Collection[UnitId]
) -> tuple[tuple[UnitQuestion, ...], list[ContentError]]:
    """The questions that could be read, and every mistake with its file and line."""
    problems: list[ContentError] = []
    read: list[UnitQuestion] = []
    root = administration.folder / FOLDER
    folders = sorted(root.iterdir(), key=lambda entry: entry.name) if root.is_dir() else []
    for folder in folders:
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(".txt"):
                read.extend(_read_file(file, folder.name, frozenset(units), problems))
    return tuple(read), problems


def short_questions(questions: Iterable[UnitQuestion]) -> dict[Language, dict[UnitId, str]]:
    """The question that stands on the button of each unit, of those that have one."""
    found: dict[Language, dict[UnitId, str]] = defaultdict(dict)
    for one in questions:
        if one.writer == SHORT:
            found[one.language].update(dict.fromkeys(one.units, one.text))
    return dict(found)


def _read_file(
    file: Traversable, need: str, units: Collection[UnitId], problems: list[ContentError]
) -> Iterator[UnitQuestion]:
    name, writer = f"{FOLDER}/{need}/{file.name}", file.name.removesuffix(".txt")
    heading: tuple[UnitId, ...] = ()
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        text = line.strip()
        if text.startswith("#"):
            heading = tuple(_read_units(text.removeprefix("#"), need))
            for unknown in [text] if not heading else [str(unit) for unit in heading if unit not in units]:
                problems.append(ContentError(name, number, f"there is no answer unit {unknown!r}"))
        elif text and (found := _LINE.fullmatch(text)) and heading:
            yield UnitQuestion(heading, cast(Language, found["language"]), found["text"], bool(found["leans"]), writer)
        elif text:
            problems.append(ContentError(name, number, "neither '# unit' nor a language and a question under one"))


def _read_units(heading: str, need: str) -> Iterator[UnitId]:
    for word in heading.split():
        found = _UNIT.fullmatch(word)
        if found and found["aspect"] in ASPECTS:
            yield UnitId(found["need"] or need, cast(Aspect, found["aspect"]), int(found["place"]))
