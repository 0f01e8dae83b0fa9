"""Parsed content kept on disk, so that a start loads it instead of parsing thousands of files again."""

import gc
import hashlib
import logging
import pickle
from collections.abc import Callable, Iterable, Iterator
from importlib.resources.abc import Traversable
from mmap import ACCESS_COPY, mmap
from pathlib import Path
from typing import TypeVar, cast

import numpy as np

from knowledge.disk import write_whole

Value = TypeVar("Value")
_log = logging.getLogger(__name__)
_SUFFIX = ".compiled"
_SIZE, _ALIGNED = np.dtype("<i8"), 64
_KEPT = 3
"""Files of one name: today's and tomorrow's corpus, and one before a change that may be taken back."""


def digest_files(roots: Iterable[Traversable], suffixes: tuple[str, ...]) -> str:
    """SHA-256 over paths and bytes of every file under the roots whose name ends so.

    Other files and folders do not count: Python adds ``__pycache__`` folders while a process runs.
    """
    total = hashlib.sha256()
    for number, root in enumerate(roots):
        for path, file in _files(root, suffixes, f"{number}/"):
            content = file.read_bytes()
            total.update(f"{path}\0{len(content)}\0".encode())
            total.update(content)
    return total.hexdigest()


def _files(folder: Traversable, suffixes: tuple[str, ...], prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(suffixes):
            yield f"{prefix}{entry.name}", entry
        elif entry.is_dir():
            yield from _files(entry, suffixes, f"{prefix}{entry.name}/")


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
            write_whole(path, _packed(value))
            kept = sorted(path.parent.glob(f"{name}-*{_SUFFIX}"), key=lambda file: file.stat().st_mtime, reverse=True)
            for outdated in kept[_KEPT:]:
                outdated.unlink(missing_ok=True)
        except OSError as error:
            _log.warning("%s cannot be kept, and is built again at the next start: %s", path.name, error)


def _packed(value: object) -> bytes:
    """Pack a pickle and, behind it, its arrays: sizes, their number, then each at a multiple of ``_ALIGNED`` bytes."""
    arrays: list[pickle.PickleBuffer] = []
    parts = [pickle.dumps(value, protocol=5, buffer_callback=arrays.append)]
    parts += [bytes(array.raw()) for array in arrays]
    header = np.array([len(parts), *map(len, parts)], _SIZE).tobytes()
    return b"".join(part + bytes(-len(part) % _ALIGNED) for part in (header, *parts))


def _load(path: Path) -> object:
    """Read what ``_packed`` packed. Arrays stay in the file until they are used; changes to them stay in memory.

    Collecting garbage while a million objects come in doubles the time, and there is none.
    """
    with path.open("rb") as file:
        content = memoryview(mmap(file.fileno(), 0, access=ACCESS_COPY))
    number = int(np.frombuffer(content, _SIZE, 1)[0])
    at, parts = 0, []
    for size in ((number + 1) * _SIZE.itemsize, *np.frombuffer(content, _SIZE, number, _SIZE.itemsize).tolist()):
        parts.append(content[at : at + size])
        at += size + -size % _ALIGNED
    if at != len(content):
        raise ValueError(f"it has {len(content)} bytes instead of {at}")
    collected = gc.isenabled()
    gc.disable()
    try:
        return pickle.loads(parts[1], buffers=parts[2:])
    finally:
        if collected:
            gc.enable()


NOTHING_COMPILED = CompiledContent(None, "")
