"""Identifiers enter as a function, so that tests own them."""

import secrets
from dataclasses import dataclass
from typing import Protocol

LOCATOR_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Signs that are not mistaken for one another."""
LOCATOR_LENGTH = 8


class IdSource(Protocol):
    """The source of new identifiers."""

    def locator(self) -> str:
        """Eight signs that are not mistaken for one another; at least one is a digit, so that it is never a word."""
        ...

    def token(self) -> str:
        """An identifier nobody can guess."""
        ...


@dataclass(frozen=True, slots=True)
class RandomIds:
    """The system's randomness."""

    def locator(self) -> str:
        """Forty random bits, less those that would spell letters or digits only."""
        while True:
            signs = "".join(secrets.choice(LOCATOR_ALPHABET) for _ in range(LOCATOR_LENGTH))
            if not signs.isalpha() and not signs.isdigit():
                return signs

    def token(self) -> str:
        """128 random bits in hexadecimal."""
        return secrets.token_hex(16)
