"""Parsed content kept on disk, so that a start loads it instead of parsing thousands of files again."""

import gc
import hashlib
import logging
import pickle
from collections.abc import Callable, Iterable
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar, cast

from knowledge.disk import write_whole

Value = TypeVar("Value")
_log = logging.getLogger(__name__)
_SUFFIX = ".compiled"
_KEPT = 3
"""Files of one name: today's and tomorrow's corpus, and one before a change that may be taken back."""


def digest_files(roots: Iterable[Traversable], suffixes: tuple[str, ...]) -> str:
    """SHA-256 over names and bytes of every file under the roots whose name ends so."""
    total = hashlib.sha256()
    for root in roots:
        _add(root, suffixes, total)
    return total.hexdigest()


def _add(place: Traversable, suffixes: tuple[str, ...], total: "hashlib._Hash") -> None:
    for entry in sorted(place.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            total.update(f"{entry.name}/\0".encode())
            _add(entry, suffixes, total)
        elif entry.name.endswith(suffixes):
            content = entry.read_bytes()
            total.update(f"{entry.name}\0{len(content)}\0".encode())
            total.update(content)


class CompiledContent:
    """Values by name under one digest, in a folder that only the service writes.

    The values are pickled: whoever may write to the data folder already owns the database beside it. A file that cannot
    be read is built again. ``folder``: None keeps nothing.
    """

    def __init__(self, folder: Path | None, digest: str) -> None:
        self._folder, self._digest = folder, digest[:20]

    def get(self, name: str, build: Callable[[], Value], variant: str = "") -> Value:
        """The value kept under name, variant and digest; else a new one, kept from now on."""
        if self._folder is None:
            return build()
        path = self._folder / f"{name}-{variant}-{self._digest}{_SUFFIX}"
        try:
            return cast(Value, _load(path))
        except FileNotFoundError:
            pass
        except Exception as error:  # a damaged pickle raises nearly anything
            _log.warning("%s cannot be read and is built anew: %r", path.name, error)
        value = build()
        self._keep(name, path, value)
        return value

    def _keep(self, name: str, path: Path, value: object) -> None:
        """A value that cannot be written is done without."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL))
            kept = sorted(path.parent.glob(f"{name}-*{_SUFFIX}"), key=lambda file: file.stat().st_mtime, reverse=True)
            for outdated in kept[_KEPT:]:
                outdated.unlink(missing_ok=True)
        except OSError as error:
            _log.warning("%s cannot be kept, and is built again at the next start: %s", path.name, error)


def _load(path: Path) -> object:
    """Collecting garbage while a million objects come in doubles the time, and there is none."""
    content = path.read_bytes()
    collected = gc.isenabled()
    gc.disable()
    try:
        return pickle.loads(content)
    finally:
        if collected:
            gc.enable()


NOTHING_COMPILED = CompiledContent(None, "")
