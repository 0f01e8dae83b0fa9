"""What was encoded once is not encoded again, in this process or the next."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from evals.training.needs.stored_vectors import StoredVectors
from knowledge.encoders.encoder import Role, Vectors
from knowledge.encoders.hashing import HashingEncoder


class Counting(HashingEncoder):
    """Notes what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        self.asked += texts
        return super().encode(texts, role)


def test_only_new_sentences_are_encoded(tmp_path: Path) -> None:
    plain, first = HashingEncoder(), Counting()
    remembered = StoredVectors(first, tmp_path)
    remembered.encode(["jubilación", "viudedad", "jubilación"])
    remembered.save()
    assert first.asked == ["jubilación", "viudedad"]
    second = Counting()
    vectors = StoredVectors(second, tmp_path).encode(["viudedad", "orfandad"])
    assert second.asked == ["orfandad"]
    assert np.array_equal(vectors, plain.encode(["viudedad", "orfandad"]))


def test_a_sentence_has_another_vector_as_a_passage(tmp_path: Path) -> None:
    counting = Counting()
    remembered = StoredVectors(counting, tmp_path)
    remembered.encode(["viudedad"])
    remembered.encode(["viudedad"], "passage")
    assert counting.asked == ["viudedad", "viudedad"]


def test_a_damaged_file_is_encoded_anew(tmp_path: Path) -> None:
    remembered = StoredVectors(Counting(), tmp_path)
    remembered.encode(["viudedad"])
    remembered.save()
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"no vectors")
    counting = Counting()
    StoredVectors(counting, tmp_path).encode(["viudedad"])
    assert counting.asked == ["viudedad"]
