"""The Genesys AudioHook client, as the setting writes it."""

import base64
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AudioHookClient:
    """Credentials of the AudioHook client: API key and decoded client secret."""

    key: str
    secret: bytes


def parse_client(setting: str) -> AudioHookClient:
    """Parse ``key:secret``, the secret in base64 as Genesys shows it. Raises ValueError."""
    key, _, secret = setting.rpartition(":")
    try:
        decoded = base64.b64decode(secret, validate=True)
    except ValueError:
        decoded = b""
    if not (key and decoded):
        raise ValueError("must be the API key, a colon, and the client secret in base64")
    return AudioHookClient(key, decoded)
