"""Which files ``isac kb add`` reads: those named, and those of a crawl on disk under the folders named."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from knowledge.added_text import KINDS


def files_under(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Files as named, folders replaced by what is read in them, sorted; none twice.

    A folder without a readable file, or that cannot be opened, stays in the list: reading it says why.
    """
    once: dict[Path, Path] = {}
    for path in paths:
        for file in _in_folder(path) if path.is_dir() else [path]:
            once.setdefault(file.resolve(), file)
    return tuple(once.values())


def holds_files(folder: Path) -> bool:
    """Whether there is anything to read in it; never of a disk that is not mounted."""
    return folder.is_dir() and next(_walk(folder, []), None) is not None


def _in_folder(folder: Path) -> list[Path]:
    closed: list[Path] = []
    files = list(_walk(folder, closed))
    return sorted([*files, *closed]) or [folder]


def _walk(folder: Path, closed: list[Path]) -> Iterator[Path]:
    """Every file of a kind that is read; hidden ones are not, nor is anything in a hidden folder."""
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(parent, name)
            if not name.startswith(".") and file.suffix.lower() in KINDS and file.is_file():
                yield file
