"""The head kept in the repository: used for what it was made of, and made of what is taught today."""

from pathlib import Path

import numpy as np

from agents.understanding.labels.label_examples import label_examples
from agents.understanding.labels.trained_labels import LabelSources, labels_digests
from agents.understanding.labels.trained_labels import load as load_labels
from agents.understanding.needs.head import KEPT, head_digest, load_head, save_head
from agents.understanding.needs.need_examples import NeedExample, all_examples
from agents.understanding.needs.need_model import fit_head, fit_whole_head
from agents.understanding.needs.trained_model import manifest_hash, trained_model
from agents.understanding.shared.tables import own_model
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.utterances import load_utterances
from knowledge.encoders.hashing import HashingEncoder
from tests.administrations import SEGURIDAD_SOCIAL

TAUGHT = [
    NeedExample(f"{words} número {number}", "es", need, f"{need}:{number}")
    for need, words in (("viudedad", "pensión de viudedad"), ("paro", "cobrar el paro"))
    for number in range(20)
]


def test_a_head_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    encoder = HashingEncoder()
    head = fit_head(TAUGHT, encoder.encode([one.text for one in TAUGHT]))
    save_head(head, TAUGHT, encoder.identity, tmp_path / "head.npz")
    loaded = load_head(TAUGHT, encoder.identity, tmp_path / "head.npz")
    assert loaded is not None
    assert loaded.labels == head.labels
    assert np.allclose(loaded.linears[0].weights, head.linears[0].weights, atol=1e-2)


def test_a_head_of_other_sentences_or_another_encoder_is_not_used(tmp_path: Path) -> None:
    encoder = HashingEncoder()
    head = fit_head(TAUGHT, encoder.encode([one.text for one in TAUGHT]))
    save_head(head, TAUGHT, encoder.identity, tmp_path / "head.npz")
    assert load_head(TAUGHT[1:], encoder.identity, tmp_path / "head.npz") is None
    assert load_head(TAUGHT, "another", tmp_path / "head.npz") is None
    assert load_head(TAUGHT, encoder.identity, tmp_path / "none.npz") is None


def test_a_model_made_around_another_head_of_the_same_sentences_is_not_used() -> None:
    encoder = HashingEncoder()
    vectors = encoder.encode([one.text for one in TAUGHT])
    first, again, refitted = fit_head(TAUGHT, vectors), fit_head(TAUGHT, vectors), fit_whole_head(TAUGHT, vectors)
    made = [manifest_hash(TAUGHT, encoder.identity, head) for head in (first, again, refitted, None)]
    assert made[0] == made[1]
    assert len(set(made)) == 3


def test_without_a_head_one_is_fitted(tmp_path: Path) -> None:
    encoder = HashingEncoder()
    model = trained_model(TAUGHT, encoder, tmp_path, tmp_path / "none.npz")
    shares = model.probabilities("pensión de viudedad", "es", encoder.encode(["pensión de viudedad"])[0])
    assert max(shares, key=lambda need: shares[need]) == "viudedad"


def test_what_is_kept_was_made_of_what_is_taught_today() -> None:
    """When this fails, sentences changed: ``isac train needs --head`` makes head and label model anew."""
    settings = load_settings()
    identity = build_encoder(settings, settings.needs_encoder_model).identity
    catalogue = load_catalogue(SEGURIDAD_SOCIAL)
    examples = all_examples(SEGURIDAD_SOCIAL, catalogue, load_utterances(SEGURIDAD_SOCIAL, catalogue))
    with np.load(own_model(SEGURIDAD_SOCIAL, KEPT)) as kept:
        assert str(kept["digest"]) == head_digest(examples, identity)
    about, taught = LabelSources(SEGURIDAD_SOCIAL, examples), label_examples(SEGURIDAD_SOCIAL)
    assert load_labels(about.model_path, labels_digests(taught, about, identity)[0]) is not None
