"""An encoder that does no text twice: while the models are built, several learn from the same sentences."""

from collections.abc import Sequence

import numpy as np

from knowledge.encoders.encoder import Encoder, Role, Vectors


class RememberingEncoder:
    """The encoder it is given, with everything it did for as long as this object lives. Not for serving."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[tuple[str, Role], Vectors] = {}

    @property
    def identity(self) -> str:
        """The identity of the encoder."""
        return self._encoder.identity

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._encoder.dimensions

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        """Shape (len(texts), dimensions), float32, unit length."""
        missing = [text for text in dict.fromkeys(texts) if (text, role) not in self._known]
        for text, vector in zip(missing, self._encoder.encode(missing, role), strict=True):
            self._known[text, role] = vector
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        return np.stack([self._known[text, role] for text in texts])
