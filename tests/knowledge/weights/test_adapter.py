"""Corrections of an encoder: added where they belong, refused where they do not."""

from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from knowledge.errors import WeightsCorrupt
from knowledge.weights.adapter import Correction, corrected, load_adapter, save_adapter
from knowledge.weights.packed_e5 import PackedModel, Shape
from knowledge.weights.specs import MODELS

SHAPE = Shape(hidden=4, layers=1, heads=1, inner=8, vocabulary=3, positions=2, types=1)
ADAPTER = Path(__file__).parents[3] / "knowledge" / "weights" / "needs_adapter.npz"


def model() -> PackedModel:
    return PackedModel(SHAPE, 1e-12, {"l0.q.w": np.ones(16, np.float32), "l0.k.w": np.ones(16, np.float32)})


def correction(rank: int = 2, width: int = 4) -> Correction:
    random = np.random.default_rng(0)
    return Correction(
        random.normal(size=(rank, width)).astype(np.float16), random.normal(size=(4, rank)).astype(np.float16)
    )


def test_a_correction_is_added_to_its_tensor_only() -> None:
    one = correction()
    result = corrected(model(), {"l0.q.w": one})
    assert np.allclose(result.plain("l0.q.w").reshape(4, 4), 1 + one.matrix())
    assert np.array_equal(result.plain("l0.k.w"), model().plain("l0.k.w"))


@pytest.mark.parametrize("adapter", [{"l7.q.w": correction()}, {"l0.q.w": correction(width=8)}])
def test_corrections_of_another_model_are_refused(adapter: dict[str, Correction]) -> None:
    with pytest.raises(WeightsCorrupt, match="does not have in that size"):
        corrected(model(), adapter)


def test_an_adapter_is_read_back(tmp_path: Path) -> None:
    save_adapter({"l0.q.w": correction()}, tmp_path / "adapter.npz")
    (name, read) = next(iter(load_adapter(tmp_path / "adapter.npz").items()))
    assert name == "l0.q.w"
    assert np.array_equal(read.matrix(), correction().matrix())


@pytest.mark.parametrize("content", [b"", b"PK no archive", b"\x93NUMPY"])
def test_what_is_no_adapter_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "adapter.npz").write_bytes(content)
    with pytest.raises(WeightsCorrupt):
        load_adapter(tmp_path / "adapter.npz")


def test_the_adapter_of_the_repository_is_the_one_expected() -> None:
    (spec,) = [spec for spec in MODELS if "adapter" in spec.files]
    assert sha256(ADAPTER.read_bytes()).hexdigest() == spec.files["adapter"].sha256
    assert ADAPTER.stat().st_size < 2_000_000
    assert all(np.isfinite(one.matrix()).all() for one in load_adapter(ADAPTER).values())


def test_the_corrections_are_the_same_on_every_processor() -> None:
    """Kept models are bound to the encoder's bytes: a sum that differs in its last bit would leave them unused."""
    total = sha256()
    for _, one in sorted(load_adapter(ADAPTER).items()):
        total.update(one.matrix().tobytes())
    assert total.hexdigest() == "6c7f0afd95382a3689a2449abf4c7cae6b2f874b0ce73aab8d976467b6f2c515"
