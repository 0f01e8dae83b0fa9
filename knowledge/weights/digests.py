"""SHA-256 of files of any size."""

import hashlib
from pathlib import Path

_CHUNK = 1 << 20


def sha256_of(*paths: Path) -> str:
    """Hexadecimal digest of the files' bytes, one after another."""
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    return digest.hexdigest()
