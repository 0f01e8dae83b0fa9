"""What was encoded once is not encoded again, in this process or the next."""

from pathlib import Path

import numpy as np

from evals.training.needs.stored_vectors import StoredVectors
from knowledge.encoders.hashing import HashingEncoder
from tests.fakes.counting_encoder import CountingEncoder


def test_only_new_sentences_are_encoded(tmp_path: Path) -> None:
    plain, first = HashingEncoder(), CountingEncoder()
    remembered = StoredVectors(first, tmp_path)
    remembered.encode(["jubilación", "viudedad", "jubilación"])
    remembered.save()
    assert first.asked == ["jubilación", "viudedad"]
    second = CountingEncoder()
    vectors = StoredVectors(second, tmp_path).encode(["viudedad", "orfandad"])
    assert second.asked == ["orfandad"]
    assert np.array_equal(vectors, plain.encode(["viudedad", "orfandad"]))


def test_a_sentence_has_another_vector_as_a_passage(tmp_path: Path) -> None:
    counting = CountingEncoder()
    remembered = StoredVectors(counting, tmp_path)
    remembered.encode(["viudedad"])
    remembered.encode(["viudedad"], "passage")
    assert counting.asked == ["viudedad", "viudedad"]


def test_a_damaged_file_is_encoded_anew(tmp_path: Path) -> None:
    remembered = StoredVectors(CountingEncoder(), tmp_path)
    remembered.encode(["viudedad"])
    remembered.save()
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"no vectors")
    counting = CountingEncoder()
    StoredVectors(counting, tmp_path).encode(["viudedad"])
    assert counting.asked == ["viudedad"]
