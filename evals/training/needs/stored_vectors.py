"""Vectors of sentences kept on disk between fits: only what was written since the last one is encoded."""

import json
from hashlib import blake2b
from pathlib import Path

import numpy as np

from agents.understanding.remembering import RememberingEncoder
from agents.understanding.shared.model_files import Arrays, load_model, save_model
from knowledge.encoders.encoder import Encoder, Role, Vectors


class StoredVectors(RememberingEncoder):
    """Encoder that starts with the vectors saved by an earlier process; ``save`` keeps all for the next."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        super().__init__(encoder)
        identity = blake2b(encoder.identity.encode(), digest_size=16).hexdigest()
        self._path = folder / f"vectors-{identity}.npz"
        self._known.update(load_model(self._path, _restored) or {})

    def save(self) -> None:
        """Write all vectors; a file that cannot be written is done without."""
        if self._known:
            texts = np.array(json.dumps(list(self._known)))
            save_model(self._path, {"texts": texts, "vectors": np.stack(list(self._known.values()))})


def _restored(arrays: Arrays) -> dict[tuple[str, Role], Vectors]:
    texts = json.loads(str(arrays["texts"]))
    return {(text, role): vector for (text, role), vector in zip(texts, arrays["vectors"], strict=True)}
