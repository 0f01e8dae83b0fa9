"""Signatures of requests: the examples their publishers give, and every way to spoil one."""

import base64
import hmac
from datetime import UTC, datetime, timedelta

import pytest

from api.settings.audiohook_client import AudioHookClient
from api.telephony.signatures import signed_by_genesys, signed_by_twilio

# The example of Genesys' documentation.
CLIENT = AudioHookClient(
    "SGVsbG8sIEkgYW0gdGhlIEFQSSBrZXkh", base64.b64decode("TXlTdXBlclNlY3JldEtleVRlbGxOby0xITJAMyM0JDU=")
)
TARGET = "/api/v1/voicebiometrics/ws"
HEADERS = {
    "host": "audiohook.example.com",
    "audiohook-organization-id": "d7934305-0972-4844-938e-9060eef73d05",
    "audiohook-session-id": "30b0e395-84d3-4570-ac13-9a62d8f514c0",
    "audiohook-correlation-id": "e160e428-53e2-487c-977d-96989bf5c99d",
    "x-api-key": "SGVsbG8sIEkgYW0gdGhlIEFQSSBrZXkh",
    "signature": "sig1=:NZBwyBHRRyRoeLqy1IzOa9VYBuI8TgMFt2GRDkDuJh4=:",
    "signature-input": 'sig1=("@request-target" "@authority" "audiohook-organization-id" "audiohook-session-id" '
    '"audiohook-correlation-id" "x-api-key");keyid="SGVsbG8sIEkgYW0gdGhlIEFQSSBrZXkh";'
    'nonce="VGhpc0lzQVVuaXF1ZU5vbmNl";alg="hmac-sha256";created=1641013200;expires=3282026430',
}
SIGNED_AT = datetime.fromtimestamp(1641013200, UTC)


def test_the_published_example_is_signed_by_its_client() -> None:
    assert signed_by_genesys(CLIENT, TARGET, HEADERS, SIGNED_AT + timedelta(seconds=2))


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_a_request_without_one_of_the_headers_is_not(name: str) -> None:
    headers = {key: value for key, value in HEADERS.items() if key != name}
    assert not signed_by_genesys(CLIENT, TARGET, headers, SIGNED_AT)


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_a_request_with_one_header_changed_is_not(name: str) -> None:
    headers = {**HEADERS, name: HEADERS[name].replace("e", "f", 1).replace("S", "T", 1)}
    assert headers != HEADERS
    assert not signed_by_genesys(CLIENT, TARGET, headers, SIGNED_AT)


@pytest.mark.parametrize("seconds", [-60, -4, 14, 3600])
def test_a_request_of_another_time_is_not(seconds: int) -> None:
    assert not signed_by_genesys(CLIENT, TARGET, HEADERS, SIGNED_AT + timedelta(seconds=seconds))


def test_another_path_or_another_secret_is_not() -> None:
    assert not signed_by_genesys(CLIENT, "/other", HEADERS, SIGNED_AT)
    assert not signed_by_genesys(AudioHookClient(CLIENT.key, b"another"), TARGET, HEADERS, SIGNED_AT)


def resigned(parameters: str, names: str | None = None) -> dict[str, str]:
    """The example with other parameters, and a good signature over them."""
    names = names or HEADERS["signature-input"].split(")")[0] + ")"
    inputs = names.removeprefix("sig1=") + parameters
    values = {**HEADERS, "@request-target": TARGET, "@authority": HEADERS["host"]}
    lines = [f'"{name}": {values[name]}' for name in names.removeprefix("sig1=").strip('()"').split('" "')]
    base = "\n".join([*lines, f'"@signature-params": {inputs}'])
    signature = base64.b64encode(hmac.digest(CLIENT.secret, base.encode(), "sha256")).decode()
    return {**HEADERS, "signature-input": f"sig1={inputs}", "signature": f"sig1=:{signature}:"}


GOOD = f';keyid="{CLIENT.key}";nonce="VGhpc0lzQVVuaXF1ZU5vbmNl";created=1641013200'


def test_what_it_says_is_what_is_checked() -> None:
    assert signed_by_genesys(CLIENT, TARGET, resigned(GOOD), SIGNED_AT)


@pytest.mark.parametrize(
    "parameters",
    [
        GOOD.replace("VGhpc0lzQVVuaXF1ZU5vbmNl", "short"),
        GOOD.replace(";created=1641013200", ""),
        GOOD + ";expires=1641013100",
        GOOD.replace("created=1641013200", 'created="x"'),
        GOOD + ';alg="rsa-v1_5-sha256"',
        GOOD.replace(CLIENT.key, "another"),
    ],
)
def test_a_good_signature_over_bad_parameters_is_not(parameters: str) -> None:
    assert not signed_by_genesys(CLIENT, TARGET, resigned(parameters), SIGNED_AT)


def test_a_signature_that_covers_too_little_is_not() -> None:
    assert not signed_by_genesys(CLIENT, TARGET, resigned(GOOD, 'sig1=("@request-target" "x-api-key")'), SIGNED_AT)


def test_twilio_signs_the_address_with_the_token_of_the_account() -> None:
    url = "wss://isac.example/v1/telephony/twilio"
    for signed in (url, url + "/"):
        signature = base64.b64encode(hmac.digest(b"12345", signed.encode(), "sha1")).decode()
        assert signed_by_twilio("12345", url, signature)
        assert not signed_by_twilio("54321", url, signature)
        assert not signed_by_twilio("12345", "wss://elsewhere.example/", signature)
    assert not signed_by_twilio("12345", url, "")
    assert not signed_by_twilio("12345", url, "ñ")
