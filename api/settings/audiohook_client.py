"""The Genesys AudioHook client, as the setting writes it."""

import base64
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Client:
    """One who may call over AudioHook: its API key, and its client secret, decoded."""

    key: str
    secret: bytes


def client_of(setting: str) -> Client:
    """Of ``key:secret``, the secret in base64 as Genesys shows it. Raises ValueError."""
    key, _, secret = setting.rpartition(":")
    try:
        decoded = base64.b64decode(secret, validate=True)
    except ValueError:
        decoded = b""
    if not (key and decoded):
        raise ValueError("must be the API key, a colon, and the client secret in base64")
    return Client(key, decoded)
