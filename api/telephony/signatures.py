"""Checks the signatures that Twilio and Genesys put on the request that opens a WebSocket."""

import base64
import hmac
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from api.settings.audiohook_client import AudioHookClient

_INPUT = re.compile(
    r"\A(?P<label>[a-z*][a-z0-9_.*-]*)="
    r'(?P<params>\((?P<names>"[^"]*"(?: "[^"]*")*)\)(?P<rest>(?:;[a-z]+=(?:"[^"]*"|[0-9]{1,12}))+))'
)
_SIGNATURE = re.compile(r"\A(?P<label>[a-z*][a-z0-9_.*-]*)=:(?P<value>[A-Za-z0-9+/]+=*):")
_PARAMETER = re.compile(r';([a-z]+)=(?:"([^"]*)"|([0-9]+))')

_SIGNED = {
    "@request-target",
    "@authority",
    "audiohook-organization-id",
    "audiohook-session-id",
    "audiohook-correlation-id",
    "x-api-key",
}
_AGE_S, _SKEW_S, _NONCE = 10, 3, 22


def signed_by_genesys(client: AudioHookClient, target: str, headers: Mapping[str, str], now: datetime) -> bool:
    """Whether the request is the client's, made in the last seconds (HTTP Message Signatures, HMAC-SHA256).

    ``target``: path and query as they came. ``headers``: names in lower case, with ``host``.
    """
    given = _INPUT.fullmatch(headers.get("signature-input", ""))
    signature = _SIGNATURE.fullmatch(headers.get("signature", ""))
    if given is None or signature is None or given["label"] != signature["label"]:
        return False
    names = [name.strip('"') for name in given["names"].split(" ")]
    parameters = {name: text or number for name, text, number in _PARAMETER.findall(given["rest"])}
    values = {**headers, "@request-target": target, "@authority": headers.get("host", "").lower()}
    if not (_covers(names, values) and _fresh(parameters, now) and _names(parameters, client, headers)):
        return False
    lines = [f'"{name}": {values[name].strip()}' for name in names]
    base = "\n".join([*lines, f'"@signature-params": {given["params"]}'])
    expected = base64.b64encode(hmac.digest(client.secret, base.encode(), "sha256")).decode()
    return hmac.compare_digest(expected, signature["value"])


def _covers(names: Sequence[str], values: Mapping[str, str]) -> bool:
    return len(set(names)) == len(names) and set(names) >= _SIGNED and all(name in values for name in names)


def _fresh(parameters: Mapping[str, str], now: datetime) -> bool:
    try:
        created, expires = int(parameters.get("created") or 0), int(parameters.get("expires") or 1 << 62)
    except ValueError:  # quotation marks may contain any character
        return False
    age = now.timestamp() - created
    return -_SKEW_S <= age <= _AGE_S + _SKEW_S and now.timestamp() <= expires + _SKEW_S


def _names(parameters: Mapping[str, str], client: AudioHookClient, headers: Mapping[str, str]) -> bool:
    return (
        parameters.get("keyid") == headers["x-api-key"]
        and hmac.compare_digest(headers["x-api-key"].encode(), client.key.encode())
        and parameters.get("alg", "hmac-sha256") == "hmac-sha256"
        and len(parameters.get("nonce", "")) >= _NONCE
    )


def signed_by_twilio(token: str, url: str, signature: str) -> bool:
    """Whether ``X-Twilio-Signature`` is that of the account's auth token for the address, as Twilio was given it."""
    if not token:
        return False
    # Twilio may or may not sign the trailing slash of an address.
    candidates = (url.rstrip("/"), url.rstrip("/") + "/")
    made = [base64.b64encode(hmac.digest(token.encode(), one.encode(), "sha1")).decode() for one in candidates]
    return any(hmac.compare_digest(one.encode(), signature.encode()) for one in made)
