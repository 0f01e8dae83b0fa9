"""The record, kept inside a model's folder, of what was put there."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from knowledge.errors import WeightsCorrupt
from knowledge.weights.digests import sha256_of

MANIFEST_FILE = "isac-manifest.json"


@dataclass(frozen=True, slots=True)
class RecordedFile:
    """Size and digest of one file."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """``build`` says what it was assembled of, and how; ``files`` by path relative to the folder."""

    name: str
    build: int | str
    files: Mapping[str, RecordedFile]


def record(folder: Path, name: str, build: int | str) -> None:
    """Write the manifest of the files now in the folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {
        path.relative_to(folder).as_posix(): asdict(RecordedFile(path.stat().st_size, sha256_of(path)))
        for path in paths
    }
    content = {"name": name, "build": build, "files": files}
    (folder / MANIFEST_FILE).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def read_manifest(folder: Path) -> Manifest | None:
    """The folder's manifest; None when there is none. Raises WeightsCorrupt when it cannot be read."""
    try:
        content = json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8"))
        files = {path: RecordedFile(**recorded) for path, recorded in content["files"].items()}
        return Manifest(content["name"], content["build"], files)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WeightsCorrupt(f"{folder.name}/{MANIFEST_FILE} cannot be read: {error}") from error


def sizes_match(folder: Path, manifest: Manifest) -> bool:
    """Quick look: every file is there with its size."""
    return all(
        (folder / path).is_file() and (folder / path).stat().st_size == recorded.bytes
        for path, recorded in manifest.files.items()
    )


def digests_that_differ(folder: Path, manifest: Manifest) -> tuple[str, ...]:
    """Files that are missing or whose content is not the recorded one."""
    return tuple(
        path
        for path, recorded in manifest.files.items()
        if not (folder / path).is_file() or sha256_of(folder / path) != recorded.sha256
    )
