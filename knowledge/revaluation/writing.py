"""Writes changes into the files of facts: the old period ends, a new one follows it, and no other line changes."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from shutil import copy2, copytree
from tempfile import TemporaryDirectory

from knowledge.administration import Administration
from knowledge.content.facts import FactTable, parse_facts
from knowledge.disk import write_whole
from knowledge.errors import ContentError
from knowledge.revaluation.changes import FigureChange
from knowledge.yaml_files import parse_yaml

_PERIOD = re.compile(r"(?P<indent>\s*)- \{.*\}\s*")
_ENDS = re.compile(r"valid_to:\s*[^,}\s]+")


def written_files(changes: Iterable[FigureChange], facts: FactTable, folder: Path) -> dict[str, str]:
    """The new text of each file. Raises ContentError for a period that is not written on one line."""
    by_file: dict[str, list[FigureChange]] = defaultdict(list)
    for change in changes:
        by_file[facts[change.fact].file].append(change)
    return {file: _text(listed, facts, folder / file, file) for file, listed in by_file.items()}


def facts_after(files: dict[str, str], administration: Administration, folder: Path) -> FactTable:
    """The facts as the new files have them. Raises ContentError on the first mistake."""
    with TemporaryDirectory() as made:
        copy = Path(made)
        if (folder / "facts").is_dir():
            copytree(folder / "facts", copy / "facts")
        if (folder / "facts.yaml").is_file():
            copy2(folder / "facts.yaml", copy)
        for file, text in files.items():
            (copy / file).write_text(text, encoding="utf-8")
        facts, problems = parse_facts(administration.model_copy(update={"folder": copy}))
        problems.raise_first()
        return facts


def write_files(files: dict[str, str], folder: Path) -> None:
    """Put each file in its place, whole."""
    for file, text in files.items():
        write_whole(folder / file, text.encode())


def _text(changes: list[FigureChange], facts: FactTable, file: Path, name: str) -> str:
    text = file.read_text(encoding="utf-8")
    yaml, lines = parse_yaml(text, name), text.splitlines(keepends=True)
    for change in changes:
        begins = [period.validity.valid_from for period in facts[change.fact].periods]
        number = yaml.line((change.fact, "periods", begins.index(change.old_from)))
        line = lines[number - 1]
        period = _PERIOD.fullmatch(line)
        if period is None:
            raise ContentError(name, number, f"{change.fact}: the period must be written on one line, between braces")
        if not line.endswith("\n"):  # the last of the file
            line += "\n"
        lines[number - 1] = _ended(line, change.begins - timedelta(days=1)) + _line_of(change, period["indent"])
    return "".join(lines)


def _ended(line: str, day: date) -> str:
    if _ENDS.search(line):
        return _ENDS.sub(f"valid_to: {day}", line, count=1)
    return line.replace("}", f", valid_to: {day}}}", 1)


def _line_of(change: FigureChange, indent: str) -> str:
    ends = change.ends or "null"
    return (
        f"{indent}- {{value: {change.new}, valid_from: {change.begins}, valid_to: {ends}, "
        f"source: {change.norm}, checked: {change.checked}}}\n"
    )
