"""An encoder that does no text twice, and forgets."""

import numpy as np

from agents.understanding.remembering import RememberingEncoder
from knowledge.encoders.hashing import HashingEncoder
from tests.fakes.counting_encoder import CountingEncoder


def test_a_text_is_encoded_once_and_the_vectors_are_those_of_the_encoder() -> None:
    counted = CountingEncoder()
    encoder = RememberingEncoder(counted)
    first = encoder.encode(["one", "two", "one"])
    assert np.array_equal(first, HashingEncoder().encode(["one", "two", "one"]))
    assert np.array_equal(encoder.encode(["two", "three"]), HashingEncoder().encode(["two", "three"]))
    assert counted.asked == ["one", "two", "three"]
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_only_the_last_texts_are_remembered() -> None:
    counted = CountingEncoder()
    encoder = RememberingEncoder(counted, most=2)
    encoder.encode(["one", "two", "three"])
    encoder.encode(["three", "two"])
    encoder.encode(["one"])
    assert counted.asked == ["one", "two", "three", "one"]
