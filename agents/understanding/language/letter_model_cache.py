"""The spelling model on disk: made once of our own sentences and the packages' word lists, named by a hash of them."""

import hashlib
import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np

from agents.understanding.language.letters import LetterModel, train_letters
from agents.understanding.language.lexicon import word_shares
from agents.understanding.shared.model_files import load_model, save_model
from agents.understanding.shared.tables import load_table, table_names

_FORMAT = "language-1"
_PACKAGES = ("pyspellchecker", "simplemma")

Taught = Sequence[tuple[str, str]]
"""Sentences as (language, text)."""


def trained_letters(taught: Taught, cache_dir: Path | None) -> LetterModel:
    """From the cache when it was made of these sentences and lists; trained (some ten seconds) and kept otherwise."""
    if cache_dir is None:
        return train_letters(word_shares(taught))
    digest = _digest(taught)
    path = cache_dir / f"{_FORMAT}-{digest[:24]}.npz"
    model = _load(path)
    if model is None:
        model = train_letters(word_shares(taught))
        _save(model, path)
        model = _load(path) or model
    return model


def _digest(taught: Taught) -> str:
    words = {code: load_table(f"languages/{code}")["words"] for code in table_names("languages")}
    made_of = [_FORMAT, [version(package) for package in _PACKAGES], words, list(taught)]
    return hashlib.sha256(json.dumps(made_of, ensure_ascii=False).encode()).hexdigest()


def _load(path: Path) -> LetterModel | None:
    """None when there is no such file or it is damaged."""
    return load_model(
        path,
        lambda arrays: LetterModel(tuple(str(code) for code in arrays["codes"]), arrays["table"].astype(np.float32)),
    )


def _save(model: LetterModel, path: Path) -> None:
    save_model(path, {"codes": np.array(model.codes), "table": model.table.astype(np.float16)})
