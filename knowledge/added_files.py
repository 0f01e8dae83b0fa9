"""Which files ``isac kb add`` reads: those named, and those under the folders named."""

from collections.abc import Iterable
from pathlib import Path

from knowledge.errors import ContentError

KINDS = frozenset({".html", ".htm", ".pdf", ".md", ".markdown", ".txt"})


def gather(paths: Iterable[Path]) -> list[Path]:
    """The files in order, each once; of a folder, such as a site saved on disk, those of a kind that is read.

    Hidden files and folders are passed over. Raises ContentError for a folder with nothing to read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found |= dict.fromkeys(_under(path) if path.is_dir() else [path])
    return list(found)


def _under(folder: Path) -> list[Path]:
    files = sorted(
        file
        for file in folder.rglob("*")
        if file.suffix.lower() in KINDS
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )
    if not files:
        raise ContentError(folder.name, None, f"the folder has no {', '.join(sorted(KINDS))} file")
    return files
