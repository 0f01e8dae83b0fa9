"""An encoder that notes what it is asked for."""

from collections.abc import Sequence

from knowledge.encoders.encoder import Role, Vectors
from knowledge.encoders.hashing import HashingEncoder


class CountingEncoder(HashingEncoder):
    """Notes what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        self.asked += texts
        return super().encode(texts, role)
