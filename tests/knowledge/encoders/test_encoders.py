"""One suite for every encoder, and what is particular to the one the service runs."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.normalizers import Lowercase

from knowledge.encoders.encoder import Encoder
from knowledge.encoders.hashing import HashingEncoder
from knowledge.encoders.onnx import OnnxEncoder, _batches
from knowledge.encoders.transformer import TransformerEncoder
from knowledge.errors import WeightsMissing
from knowledge.weights.model_store import ModelStore
from tests.shipped import with_models

TEXTS = [
    "¿A qué edad me puedo jubilar?",
    "Zein adinetan erretira naiteke?",
    "I lost my health card",
    "J'ai perdu ma carte de santé",
    "",
    "palabra " * 900,
]


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ModelStore(with_models(tmp_path_factory.mktemp("encoders")) / "models").path("multilingual-e5-small")


@pytest.fixture(scope="session")
def onnx(model: Path) -> OnnxEncoder:
    return OnnxEncoder(model, threads=1)


@pytest.fixture(params=["hashing", "onnx"])
def any_encoder(request: pytest.FixtureRequest) -> Encoder:
    return HashingEncoder() if request.param == "hashing" else request.getfixturevalue("onnx")


def test_vectors_are_unit_float32_one_per_text(any_encoder: Encoder) -> None:
    vectors = any_encoder.encode(TEXTS, "passage")
    assert vectors.shape == (len(TEXTS), any_encoder.dimensions)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


def test_no_text_gives_no_vector(any_encoder: Encoder) -> None:
    assert any_encoder.encode([]).shape == (0, any_encoder.dimensions)


def test_the_same_text_has_the_same_vector(any_encoder: Encoder) -> None:
    assert np.array_equal(any_encoder.encode(TEXTS), any_encoder.encode(TEXTS))


def test_order_is_kept_whatever_the_lengths(any_encoder: Encoder) -> None:
    together = any_encoder.encode(TEXTS)
    alone = np.concatenate([any_encoder.encode([text]) for text in TEXTS])
    assert np.all((together * alone).sum(axis=1) > 0.99)


def test_threads_may_share_an_encoder(any_encoder: Encoder) -> None:
    with ThreadPoolExecutor(4) as pool:
        vectors = list(pool.map(lambda _: any_encoder.encode(TEXTS[:1]), range(16)))
    assert all(np.array_equal(vector, vectors[0]) for vector in vectors)


def test_the_same_meaning_is_near_across_languages(onnx: OnnxEncoder) -> None:
    spanish, basque, english, french = onnx.encode(TEXTS[:4])
    assert spanish @ basque > spanish @ english
    assert english @ french > english @ basque


def test_roles_are_told_apart(onnx: OnnxEncoder) -> None:
    assert not np.allclose(onnx.encode(TEXTS[:1], "query"), onnx.encode(TEXTS[:1], "passage"))


def test_the_graph_agrees_with_the_model_in_torch(onnx: OnnxEncoder, model: Path) -> None:
    reference = TransformerEncoder(str(model))
    assert reference.dimensions == onnx.dimensions
    alone = np.concatenate([onnx.encode([text]) for text in TEXTS])
    assert np.all((alone * reference.encode(TEXTS)).sum(axis=1) > 0.99)


def test_identity_names_the_weights(onnx: OnnxEncoder) -> None:
    assert onnx.identity.startswith("multilingual-e5-small/onnx/")
    assert HashingEncoder(64).identity != HashingEncoder(256).identity


def test_a_tokenizer_is_loaded_once_for_all_that_read_with_it(onnx: OnnxEncoder, model: Path, tmp_path: Path) -> None:
    assert OnnxEncoder(model, beside=onnx)._tokenizer is onnx._tokenizer
    copied = tmp_path / "other"
    shutil.copytree(model, copied, symlinks=True, ignore=shutil.ignore_patterns("*.safetensors"))
    other = Tokenizer.from_file(str(copied / "tokenizer.json"))
    other.normalizer = Lowercase()
    other.save(str(copied / "tokenizer.json"))
    upper, lower = OnnxEncoder(copied, beside=onnx).encode(["VIDA LABORAL", "vida laboral"])
    assert np.array_equal(upper, lower)  # read by its own


def test_absent_models_say_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(WeightsMissing, match="isac models fetch"):
        OnnxEncoder(tmp_path)
    with pytest.raises(WeightsMissing, match="is not a folder"):
        TransformerEncoder(str(tmp_path / "nothing"))


def test_the_service_loads_no_torch() -> None:
    ours = "checks.check, encoders.onnx, encoders.transformer, search.corpus_search, search.knowledge_base"
    imports = "import sys; import " + ", ".join(
        f"knowledge.{name}" for name in (*ours.split(", "), "weights.model_store")
    )
    code = f"{imports}; assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])


def test_batches_hold_every_text_once_and_little_of_long_ones() -> None:
    lengths = sorted([3, 4, 5] * 30 + [20] * 17 + [28, 29] + [150, 170, 512])
    order = list(range(len(lengths)))
    batches = _batches(order, lengths)
    assert [at for batch in batches for at in batch] == order
    shapes = [(len(batch), lengths[batch[0]], lengths[batch[-1]]) for batch in batches]
    assert all(size == 1 or (size * longest <= 160 and longest <= 1.4 * least) for size, least, longest in shapes)
    assert [size for size, least, _ in shapes if least >= 150] == [1, 1, 1]
    assert (8, 20, 20) in shapes
