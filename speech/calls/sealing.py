"""Sound at rest is encrypted: one key of the installation, and from it one of each file."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from speech.errors import SoundUnreadable

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
OVERHEAD = NONCE_BYTES + 16
"""Bytes that sealing adds to a piece."""


class WrongKey(Exception):
    """The piece was sealed with another key, for another place, or was altered."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Seals and opens the pieces of one file. ``place`` binds a piece to where it stands: moved, it does not open."""

    cipher: AESGCM

    def close(self, piece: bytes, place: bytes) -> bytes:
        """Nonce, ciphertext and tag."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self.cipher.encrypt(nonce, piece, place)

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """The piece. Raises WrongKey."""
        try:
            return self.cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)
        except InvalidTag:
            raise WrongKey from None


def seal_of(key: bytes, salt: bytes) -> Seal:
    """The seal of the file that begins with ``salt``: few pieces under each key, so that random nonces never meet."""
    derived = HKDF(SHA256(), KEY_BYTES, salt, b"isac call audio").derive(key)
    return Seal(AESGCM(derived))


def key_of_folder(folder: Path) -> bytes:
    """The key in ``audio.key`` of the folder, readable by its owner only; made when there is none.

    Raises SoundUnreadable when the file holds anything else: from fewer bytes, or none, anybody could derive the keys.
    """
    file = folder / "audio.key"
    folder.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        _make(file)
    key = file.read_bytes()
    if len(key) != KEY_BYTES:
        raise SoundUnreadable(
            f"{file} has {len(key)} bytes and a key has {KEY_BYTES}: bring the key back, or set 64 hexadecimal digits"
            " as ISAC_AUDIO_KEY"
        )
    return key


def _make(file: Path) -> None:
    """Make the key whole or not at all; the first of several processes wins."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(secrets.token_bytes(KEY_BYTES))
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
