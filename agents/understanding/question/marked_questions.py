"""Messages in which somebody marked each thing asked (``data/asked_apart``): ⟦how much is it⟧ and ⟦since when⟧.

A file is one reader's, in one language, a message a line. They teach ``question_splitter.py``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import cast

from knowledge.languages import Language

_MARK = re.compile("[⟦⟧]")


@dataclass(frozen=True, slots=True)
class MarkedMessage:
    """``asked``: the span of each thing asked, in order."""

    text: str
    language: Language
    asked: tuple[tuple[int, int], ...]


def marked_messages(folder: Traversable | None = None) -> list[MarkedMessage]:
    """Every line, in a stable order, of that folder or ours; ValueError names a line whose marks are not in pairs."""
    folder = folder or files("agents.understanding") / "data" / "asked_apart"
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [one for entry in entries if entry.name.endswith(".txt") for one in _read(entry)]


def _read(file: Traversable) -> Iterator[MarkedMessage]:
    language = cast(Language, file.name[:2])
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        marks = list(_MARK.finditer(line))
        if [mark[0] for mark in marks] != ["⟦", "⟧"] * (len(marks) // 2):
            raise ValueError(f"asked_apart/{file.name}:{number}: ⟦ and ⟧ stand in pairs, one after the other")
        places = [mark.start() - earlier for earlier, mark in enumerate(marks)]
        yield MarkedMessage(_MARK.sub("", line), language, tuple(zip(places[::2], places[1::2], strict=True)))
