"""What an id token has to hold before anybody believes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import jwt

from api.problems.errors import LoginClock, LoginNotVerified

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Those with a public key: what the service itself knows can sign nothing."""
LEEWAY = timedelta(seconds=60)

Claims = Mapping[str, Any]
Jwk = Mapping[str, Any]

_REQUIRED = ["iss", "sub", "aud", "exp", "iat"]


@dataclass(frozen=True, slots=True)
class TokenFor:
    """Of whom, for whom, and in answer to what."""

    issuer: str
    client_id: str
    nonce: str


def verified_claims(id_token: str, keys: Sequence[Jwk], expected: TokenFor, now: datetime) -> Claims:
    """Return the claims of a token that the provider made for this attempt, now.

    Raises LoginNotVerified, and LoginClock for one that is right but for its hours: it was made a moment ago.
    """
    claims = _signed_claims(id_token, keys, expected)
    if claims.get("nonce") != expected.nonce:
        raise LoginNotVerified("the nonce is that of another attempt")
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if several else expected.client_id) != expected.client_id:
        raise LoginNotVerified("the token is for another client (azp)")
    _check_hours(claims, now)
    return claims


def _signed_claims(id_token: str, keys: Sequence[Jwk], expected: TokenFor) -> Claims:
    try:
        header = jwt.get_unverified_header(id_token)
        algorithm = header.get("alg")
        if algorithm not in ALGORITHMS:
            raise LoginNotVerified("the algorithm of the signature is not one with a public key")
        for key in (one for one in keys if _may_have_signed(one, header)):
            try:
                return _decode(id_token, jwt.PyJWK(dict(key), algorithm), expected)
            except (jwt.InvalidSignatureError, jwt.InvalidKeyError):
                continue
    except jwt.PyJWTError as error:
        raise LoginNotVerified(f"{type(error).__name__}: {error}"[:200]) from None
    raise LoginNotVerified("no key of the provider has signed it")


def _may_have_signed(key: Jwk, header: Mapping[str, Any]) -> bool:
    named = header.get("kid") in (None, key.get("kid"))
    return named and key.get("use", "sig") == "sig" and key.get("alg", header["alg"]) == header["alg"]


def _decode(id_token: str, key: jwt.PyJWK, expected: TokenFor) -> Claims:
    # The hours are checked by the clock of the service, not by that of PyJWT.
    claims: Claims = jwt.decode(
        id_token,
        key,
        algorithms=[key.algorithm_name],
        audience=expected.client_id,
        issuer=expected.issuer,
        options={"require": _REQUIRED, "verify_exp": False, "verify_iat": False, "verify_nbf": False},
    )
    return claims


def _check_hours(claims: Claims, now: datetime) -> None:
    moment = now.timestamp()
    expires, made, begins = (_seconds(claims, name) for name in ("exp", "iat", "nbf"))
    if expires is not None and expires + LEEWAY.total_seconds() <= moment:
        raise LoginClock(f"by the clock here it ended {moment - expires:.0f} s ago")
    if (ahead := max(made or 0.0, begins or 0.0) - moment) > LEEWAY.total_seconds():
        raise LoginClock(f"by the clock here it begins in {ahead:.0f} s")


def _seconds(claims: Claims, name: str) -> float | None:
    value = claims.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise LoginNotVerified(f"{name} is not a number")
    return float(value)
