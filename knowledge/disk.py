"""Folders that appear whole or not at all, and one builder at a time."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


@contextmanager
def exclusive(lock: Path) -> Iterator[None]:
    """Hold the lock file; other processes wait. A process that dies lets go."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def replaced_folder(target: Path) -> Iterator[Path]:
    """A temporary folder beside ``target`` that takes its place at the end, and is removed on any error."""
    target.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(target)
    part = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
    try:
        yield part
        part.chmod(0o755)
        _swap(part, target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def remove_leftovers(target: Path) -> None:
    """Drop what a killed builder of ``target`` left. Call it holding the target's lock."""
    for leftover in target.parent.glob(f".{target.name}.*.part"):
        shutil.rmtree(leftover, ignore_errors=True)


def _swap(part: Path, target: Path) -> None:
    if target.exists():
        # rename cannot replace a folder that has files
        old = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
        os.replace(target, old)
        os.replace(part, target)
        shutil.rmtree(old, ignore_errors=True)
    else:
        os.replace(part, target)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that other processes see complete or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    finally:
        Path(name).unlink(missing_ok=True)


def remove_parts(folder: Path) -> None:
    """Drop what killed calls of ``write_whole`` left in the folder. Call it holding the folder's lock."""
    for leftover in folder.glob(".*.part"):
        leftover.unlink(missing_ok=True)


def mapped(file: Path) -> NDArray[Any]:
    """Map the array of a ``.npy`` file: only the parts that are used are read. Raises OSError or ValueError.

    It stays readable when the file is replaced or gone.
    """
    # a plain array over the same memory: every slice of a numpy.memmap costs microseconds
    return np.asarray(np.load(file, mmap_mode="r", allow_pickle=False))
