"""What somebody says that they will do: the lines can be read, a model learns from them, and the kept one is there."""

from pathlib import Path

import numpy as np
import pytest

from agents.understanding.commitments.commitment_model import CommitmentReader, windows
from agents.understanding.commitments.trained_commitments import (
    KEPT,
    CommitmentExample,
    commitment_examples,
    commitments_digest,
    fit_commitment_examples,
    load_commitments,
    save_commitments,
)
from agents.understanding.shared.tables import own_model
from knowledge.encoders.hashing import HashingEncoder
from knowledge.languages import LANGUAGES
from tests.administrations import SEGURIDAD_SOCIAL


def test_every_language_has_lines_of_both_kinds() -> None:
    """A file is named after its language."""
    found = {(one.writer[:2], one.commits) for one in commitment_examples()}
    assert found == {(language, commits) for language in LANGUAGES for commits in (True, False)}


@pytest.fixture(scope="module")
def reader() -> CommitmentReader:
    """Taught two sentences."""
    taught = [
        CommitmentExample(text, commits, "es-01")
        for text, commits in (("mañana llevaré los papeles", True), ("muchas gracias por todo", False))
        for _ in range(40)
    ]
    encoder = HashingEncoder()
    return CommitmentReader(fit_commitment_examples(taught, encoder), encoder)


def test_the_words_that_commit_are_found_in_what_is_said(reader: CommitmentReader) -> None:
    """In a sentence, with their place; a question commits nobody, nor does nothing."""
    text = "Muchas gracias por todo. Mañana llevaré los papeles."
    found, asked, nothing = reader.read([text, "¿mañana llevaré los papeles?", ""])
    assert found is not None
    assert text[found.start : found.end] == "Mañana llevaré los papeles"
    assert asked is None
    assert nothing is None


def test_what_is_said_without_stops_is_read_in_windows() -> None:
    """To its last word; a clause of few words says nothing."""
    text = " ".join(f"palabra{number}" for number in range(30))
    read = [text[start:end].split() for start, end in windows(text)]
    assert {len(words) for words in read} == {12}
    assert (read[0][0], read[-1][-1]) == ("palabra0", "palabra29")
    assert list(windows("Sí. No.")) == []


def test_a_model_is_kept_for_what_it_was_made_of(reader: CommitmentReader, tmp_path: Path) -> None:
    """And for nothing else."""
    path = tmp_path / KEPT
    save_commitments(reader.model, path, "digest")
    kept = load_commitments(path, "digest")
    assert kept is not None
    assert np.allclose(kept.weights, reader.model.weights)
    assert load_commitments(path, "another") is None


def test_the_model_in_the_repository_is_there() -> None:
    """Its digest is compared by ``isac train roles --check``, with the encoder."""
    assert own_model(SEGURIDAD_SOCIAL, KEPT).is_file()
    assert commitments_digest(commitment_examples(), "one") != commitments_digest(commitment_examples(), "other")
