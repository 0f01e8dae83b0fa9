"""A low-rank correction of an encoder's weights (LoRA, Hu et al. 2021): small enough to be kept in the repository."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import WeightsCorrupt
from knowledge.weights.packed_e5 import PackedModel

Halves = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction added to a weight matrix of shape (out, in): ``up`` (out, rank) times ``down`` (rank, in)."""

    down: Halves
    up: Halves

    def matrix(self) -> NDArray[np.float32]:
        """Shape (out, in)."""
        up, down = self.up.astype(np.float32), self.down.astype(np.float32)
        product = np.zeros((up.shape[0], down.shape[1]), np.float32)
        # Added in this order and not by the BLAS, whose sums differ in the last bit from processor to processor: the
        # same weights, and so the same digest, everywhere.
        for column, row in zip(up.T, down, strict=True):
            product += np.outer(column, row)
        return product


Adapter = Mapping[str, Correction]
"""Corrections by the short name of the tensor (``l6.q.w``)."""


def corrected(model: PackedModel, adapter: Adapter) -> PackedModel:
    """The model with the corrections added. Raises WeightsCorrupt when they are of another model."""
    tensors = dict(model.tensors)
    for name, correction in adapter.items():
        matrix = correction.matrix()
        if name not in tensors or model.plain(name).size != matrix.size:
            raise WeightsCorrupt(f"the adapter corrects {name}, which this encoder does not have in that size")
        tensors[name] = model.plain(name) + matrix.reshape(-1)
    return replace(model, tensors=tensors)


def save_adapter(adapter: Adapter, path: Path) -> None:
    """Arrays only, two per tensor."""
    arrays = {f"{name}.down": correction.down for name, correction in adapter.items()}
    arrays |= {f"{name}.up": correction.up for name, correction in adapter.items()}
    with path.open("wb") as stream:
        np.savez(stream, **{name: arrays[name] for name in sorted(arrays)})  # type: ignore[arg-type]


def load_adapter(path: Path) -> Adapter:
    """Raises WeightsCorrupt when it is not an adapter. Pickles are refused."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            names = sorted({name.rpartition(".")[0] for name in arrays.files})
            return {name: Correction(arrays[f"{name}.down"], arrays[f"{name}.up"]) for name in names}
    except (OSError, ValueError, KeyError, BadZipFile, EOFError) as error:
        raise WeightsCorrupt(f"{path.name} is not an adapter: {error}") from error
