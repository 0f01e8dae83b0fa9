"""Digests that identify items and their text, so that a change costs only the items it touches."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.index.items import IndexItem
from knowledge.languages import LANGUAGES, Language

DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class DigestedItem:
    """An item and its place among those given. Need and validity are not in a digest: no index holds them.

    ``content`` is of what is encoded, and ``identity`` of that with the id and the language.
    """

    item: IndexItem
    place: int
    content: bytes
    identity: bytes


def digest_items(items: Iterable[IndexItem]) -> dict[Language, list[DigestedItem]]:
    """The items by language, in the order of LANGUAGES; of equal items, the last."""
    digested: dict[Language, dict[bytes, DigestedItem]] = defaultdict(dict)
    for place, item in enumerate(items):
        content = _digest(item.text, *item.parts)
        identity = _digest(item.id, item.language, content.hex())
        digested[item.language][identity] = DigestedItem(item, place, content, identity)
    return {language: list(digested[language].values()) for language in LANGUAGES if language in digested}


def digest_rows(digests: Iterable[bytes]) -> NDArray[np.uint8]:
    """Shape (digests, 16), as they are kept."""
    return np.frombuffer(b"".join(digests), np.uint8).reshape(-1, DIGEST_BYTES)


def row_digests(rows: NDArray[np.uint8]) -> list[bytes]:
    """The digests in an array made by ``digest_rows``."""
    whole = rows.tobytes()
    return [whole[start : start + DIGEST_BYTES] for start in range(0, len(whole), DIGEST_BYTES)]


def _digest(*texts: str) -> bytes:
    return hashlib.blake2b(repr(texts).encode(), digest_size=DIGEST_BYTES).digest()
