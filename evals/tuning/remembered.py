"""Vectors of sentences kept on disk between fits: only what was written since the last one is encoded."""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np

from agents.understanding.model_files import load_model, save_model
from knowledge.encoder import Encoder, Role, Vectors


class Remembered:
    """An encoder that asks another one for the sentences it has not met. ``save`` keeps them for the next process."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        self._encoder = encoder
        self._path = folder / f"vectors-{_digest(encoder.identity)}.npz"
        self._known: dict[str, Vectors] = (
            load_model(self._path, lambda arrays: dict(zip(arrays["keys"].tolist(), arrays["vectors"], strict=True)))
            or {}
        )

    @property
    def identity(self) -> str:
        """That of the encoder asked."""
        return self._encoder.identity

    @property
    def dimensions(self) -> int:
        """That of the encoder asked."""
        return self._encoder.dimensions

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        """See the port."""
        keys = [_digest(f"{role} {text}") for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if new:
            self._known.update(zip(new, self._encoder.encode(list(new.values()), role), strict=True))
        return np.stack([self._known[key] for key in keys]) if keys else self._encoder.encode(texts, role)

    def save(self) -> None:
        """All of them, for the next time."""
        if not self._known:
            return
        keys = list(self._known)
        save_model(self._path, {"keys": np.array(keys), "vectors": np.stack([self._known[key] for key in keys])})


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()
