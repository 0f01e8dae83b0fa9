"""What an utterance does: the dialogues can be read, a model learns from them, and the kept one is of today's."""

from collections import Counter
from dataclasses import dataclass
from typing import get_args

import numpy as np
import pytest

from agents.understanding.roles.role_examples import RoleExample, dialogue_examples
from agents.understanding.roles.role_model import ROLES, Side
from agents.understanding.roles.role_reader import RoleReader
from agents.understanding.roles.trained_roles import KEPT, fit_examples, load_roles, roles_digest, save_roles
from agents.understanding.shared.tables import own_model
from knowledge.encoders.hashing import HashingEncoder
from knowledge.languages import LANGUAGES
from tests.administrations import SEGURIDAD_SOCIAL


@dataclass(frozen=True)
class Said:
    """Who said what."""

    speaker: str
    text: str


def test_every_language_has_dialogues_with_roles_of_each_side() -> None:
    """A role is one of the speaker's."""
    examples = dialogue_examples()
    assert {one.language for one in examples} == set(LANGUAGES)
    assert all(one.role in ROLES[one.side] for one in examples)
    assert {one.side for one in examples} == set(get_args(Side))


def test_an_utterance_knows_the_one_before_it_in_its_dialogue() -> None:
    """The first of a dialogue stands alone."""
    by_dialogue: Counter[str] = Counter()
    for one in dialogue_examples():
        assert bool(one.text_before) == (by_dialogue[one.dialogue] > 0)
        by_dialogue[one.dialogue] += 1


@pytest.fixture(scope="module")
def reader() -> RoleReader:
    """Taught a few sentences many times over."""
    taught: list[tuple[Side, str, str]] = [
        ("citizen", "asks", "¿cuánto se cobra de pensión?"), ("citizen", "none", "muchas gracias adiós"),
        ("agent", "answers", "se cobra el cincuenta por ciento"), ("agent", "asks", "¿me dice su documento?"),
        ("citizen", "gives", "12345678Z"), ("agent", "promises", "le llamaremos el lunes"),
    ]  # fmt: skip
    examples = [
        RoleExample(text, "es", side, role, dialogue=f"es-01#{number}")  # type: ignore[arg-type]
        for number in range(8)
        for side, role, text in taught
    ]
    encoder = HashingEncoder()
    return RoleReader(fit_examples(examples, encoder), encoder)


def test_a_batch_is_read_at_once(reader: RoleReader) -> None:
    """Each with its probability; an assistant speaks as an agent does."""
    read = reader.read(
        [Said("citizen", "¿cuánto se cobra de pensión?"), Said("assistant", "se cobra el cincuenta por ciento"),
         Said("citizen", "muchas gracias adiós")]
    )  # fmt: skip
    assert [role for role, _ in read] == ["asks", "answers", "none"]
    assert all(0 < share <= 1 for _, share in read)


def test_nothing_said_does_nothing(reader: RoleReader) -> None:
    """An empty conversation, and an empty utterance."""
    assert reader.read([]) == []
    assert len(reader.read([Said("citizen", "")])) == 1


def test_a_model_is_kept_for_what_it_was_made_of(reader: RoleReader, tmp_path: object) -> None:
    """And for nothing else."""
    from pathlib import Path

    path = Path(str(tmp_path)) / "roles.npz"
    save_roles(reader.model, path, "digest")
    kept = load_roles(path, "digest")
    assert kept is not None
    assert np.allclose(kept.mean, reader.model.mean)
    assert load_roles(path, "another") is None


def test_the_model_in_the_repository_is_there() -> None:
    """Its digest is compared by ``isac train roles --check``, with the encoder."""
    assert own_model(SEGURIDAD_SOCIAL, KEPT).is_file()
    assert roles_digest(dialogue_examples(), "one") != roles_digest(dialogue_examples(), "other")
