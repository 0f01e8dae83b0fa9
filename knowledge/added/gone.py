"""Documents that were taken in from a folder and whose file is no longer there."""

import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path


def gone_from(folders: Collection[Path], directory: Path, present: Collection[str]) -> tuple[Path, ...]:
    """Records of ``directory`` whose file stood under one of the folders; ``present``: ids of files that are there."""
    roots = [folder.resolve() for folder in folders]
    # a name begins with the id of the path it was taken from
    others = (file for file in directory.glob("*.json") if file.name.partition("-")[0] not in present)
    return tuple(_gone(roots, others)) if roots else ()


def _gone(roots: Collection[Path], records: Iterable[Path]) -> Iterator[Path]:
    for record in records:
        file = _source(record)
        if file and any(file.is_relative_to(root) for root in roots) and _is_absent(file):
            yield record


def _source(record: Path) -> Path | None:
    """Where it was taken from; None when the record does not say. Whoever loads it tells when it is damaged."""
    try:
        return Path(json.loads(record.read_text(encoding="utf-8"))["file"])
    except (ValueError, KeyError, TypeError):
        return None


def _is_absent(file: Path) -> bool:
    """A file in a folder that cannot be opened is not known to be gone."""
    try:
        return not file.exists()
    except OSError:
        return False
