"""Trained models on disk: arrays only, whole or not at all. A cache that fails costs a training, never the service."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar
from zipfile import BadZipFile

import numpy as np

from knowledge.disk import write_whole

Arrays = Mapping[str, Any]
Model = TypeVar("Model")


def load_model(path: Path, restore: Callable[[Arrays], Model]) -> Model | None:
    """None when there is no such file, it is damaged, or ``restore`` raises ValueError or KeyError. No pickles."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return restore(arrays)
    except (OSError, ValueError, KeyError, BadZipFile, EOFError):
        return None


def save_model(path: Path, arrays: Arrays, *, kept: bool = False) -> None:
    """Write the arrays; a failure is ignored. ``kept``: for the repository, half the size and slower to write."""
    buffer = io.BytesIO()
    (np.savez_compressed if kept else np.savez)(buffer, **arrays)
    try:
        write_whole(path, buffer.getvalue())
    except OSError:
        return
