"""Vectors already computed, so that a corrected sentence or a new year's figures cost only the passages they touch."""

import hashlib
import io
import logging
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.disk import write_whole
from knowledge.encoder import Encoder, Vectors

_LOG = logging.getLogger(__name__)
_DIGEST_BYTES = 16


def encode_passages(texts: Sequence[str], encoder: Encoder, directory: Path | None) -> Vectors:
    """Like ``encoder.encode(texts, "passage")``, taking from the directory what it did before. Not locked."""
    if directory is None:
        return encoder.encode(texts, "passage")
    file = directory / f"vectors-{_digest(encoder.identity).hex()}.npz"
    known = _read(file, encoder.dimensions)
    digests = [_digest(text) for text in texts]
    missing = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known}
    fresh = encoder.encode(list(missing.values()), "passage")
    known |= dict(zip(missing, fresh, strict=True))
    vectors = np.zeros((len(texts), encoder.dimensions), np.float32)
    for row, digest in enumerate(digests):
        vectors[row] = known[digest]
    if missing:
        _write(file, digests, vectors)
    return vectors


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=_DIGEST_BYTES).digest()


def _read(file: Path, dimensions: int) -> dict[bytes, Vectors]:
    try:
        with np.load(file, allow_pickle=False) as stored:
            digests, vectors = stored["digests"], stored["vectors"]
        if digests.shape != (len(vectors), _DIGEST_BYTES) or vectors.shape != (len(digests), dimensions):
            raise ValueError(f"shapes {digests.shape} and {vectors.shape}")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        _LOG.warning("the vectors in %s cannot be used and are computed again: %s", file.name, error)
        return {}
    return {digest.tobytes(): vector for digest, vector in zip(digests, vectors, strict=True)}


def _write(file: Path, digests: Sequence[bytes], vectors: Vectors) -> None:
    rows = np.frombuffer(b"".join(digests), np.uint8).reshape(len(digests), _DIGEST_BYTES)
    buffer = io.BytesIO()
    np.savez(buffer, digests=rows, vectors=vectors)
    write_whole(file, buffer.getvalue())
