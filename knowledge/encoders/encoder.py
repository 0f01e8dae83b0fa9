"""The port to the sentence encoder."""

from collections.abc import Sequence
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Role = Literal["query", "passage"]


class Encoder(Protocol):
    """Sentences to unit vectors. ``identity`` names model and weights: caches are keyed by it."""

    @property
    def identity(self) -> str:
        """Stable name of the model and its weights."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        ...

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        """Shape (len(texts), dimensions), float32, unit length. Thread-safe."""
        ...
