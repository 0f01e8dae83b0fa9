"""An encoder that does no text twice: models learn from the same sentences; a message is read, then answered."""

from collections.abc import Sequence

import numpy as np

from knowledge.encoders.encoder import Encoder, Role, Vectors


class RememberingEncoder:
    """The encoder it is given, with what it did. Thread-safe.

    ``most``: how many texts are remembered, the last ones; None: all, for as long as this object lives.
    """

    def __init__(self, encoder: Encoder, most: int | None = None) -> None:
        self._encoder, self._most = encoder, most
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
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        found = {text: vector for text in texts if (vector := self._known.get((text, role))) is not None}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        for text, vector in zip(missing, self._encoder.encode(missing, role) if missing else (), strict=True):
            found[text] = self._known[text, role] = vector
        if self._most is not None:
            for oldest in list(self._known)[: -self._most]:
                self._known.pop(oldest, None)
        return np.stack([found[text] for text in texts])
