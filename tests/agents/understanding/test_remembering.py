"""An encoder that does no text twice, and forgets."""

from collections.abc import Sequence

import numpy as np

from agents.understanding.remembering import RememberingEncoder
from knowledge.encoders.encoder import Role, Vectors
from knowledge.encoders.hashing import HashingEncoder


class Counted(HashingEncoder):
    """Notes what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        self.asked += texts
        return super().encode(texts, role)


def test_a_text_is_encoded_once_and_the_vectors_are_those_of_the_encoder() -> None:
    counted = Counted()
    encoder = RememberingEncoder(counted)
    first = encoder.encode(["one", "two", "one"])
    assert np.array_equal(first, HashingEncoder().encode(["one", "two", "one"]))
    assert np.array_equal(encoder.encode(["two", "three"]), HashingEncoder().encode(["two", "three"]))
    assert counted.asked == ["one", "two", "three"]
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_only_the_last_texts_are_remembered() -> None:
    counted = Counted()
    encoder = RememberingEncoder(counted, most=2)
    encoder.encode(["one", "two", "three"])
    encoder.encode(["three", "two"])
    encoder.encode(["one"])
    assert counted.asked == ["one", "two", "three", "one"]
