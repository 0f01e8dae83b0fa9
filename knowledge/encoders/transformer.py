"""Any other sentence-transformers model, by setting: a folder, or a hub id already on this machine."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from knowledge.encoders.encoder import Role, Vectors
from knowledge.errors import WeightsMissing

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


class TransformerEncoder:
    """Loads torch on construction. Prefixes are those the model declares, or E5's when its name says E5."""

    def __init__(self, path_or_id: str, *, local_files_only: bool = True) -> None:
        self._name = path_or_id
        self._model = _load(path_or_id, local_files_only)
        declared = {role: self._model.prompts.get(role) for role in ("query", "passage")}
        fallback = {role: f"{role}: " if "e5" in path_or_id.lower() else "" for role in declared}
        self._prefixes = {role: declared[role] or fallback[role] for role in declared}

    @property
    def identity(self) -> str:
        """Hub id or path, and the model's size as a guard against a folder that was replaced."""
        parameters = sum(parameter.numel() for parameter in self._model.parameters())
        return f"{self._name}/sentence-transformers/{parameters}"

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._model.encode(["x"]).shape[-1])

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        """Shape (len(texts), dimensions), float32, unit length."""
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        prefixed = [self._prefixes[role] + text for text in texts]
        vectors = self._model.encode(prefixed, normalize_embeddings=True, convert_to_numpy=True)
        return np.asarray(vectors, np.float32)


def _load(path_or_id: str, local_files_only: bool) -> "SentenceTransformer":
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        command = "python -m pip install -e '.[other-encoders]'"
        raise WeightsMissing(f"the encoder {path_or_id} needs sentence-transformers; run: {command}") from error
    try:
        return SentenceTransformer(path_or_id, device="cpu", local_files_only=local_files_only)
    except (OSError, ValueError) as error:
        where = "a folder" if Path(path_or_id).is_absolute() else "a folder or a hub id already downloaded"
        raise WeightsMissing(f"the encoder {path_or_id} is not {where}: {error}") from error
