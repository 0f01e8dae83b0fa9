"""A small OpenID provider: its own keys, discovery, authorization, tokens and logout, over HTTP like any other."""

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tools.clock import Clock

CLIENT_ID, SECRET = "isac", "a secret / with signs"
ANE = {"sub": "0f1e", "preferred_username": "ane", "name": "Ane Etxeberria", "roles": ["isac-agent"]}


@dataclass
class Key:
    """One of its own; ``kid`` names it."""

    kid: str
    private: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    def public(self) -> dict[str, Any]:
        told: dict[str, Any] = jwt.algorithms.RSAAlgorithm.to_jwk(self.private.public_key(), as_dict=True)
        return {**told, "kid": self.kid, "use": "sig"}


class OpenIdServer:
    """Whoever comes is ``person``, at once. What tests make wrong, they set."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.issuer = clock, ""
        self.key = Key("one")
        self.known: list[Key] = [self.key]
        self.person: dict[str, Any] = dict(ANE)
        self.claims: dict[str, Any] = {}
        self.metadata: dict[str, Any] = {}
        self.forged: str | None = None
        self.denied: str | None = None
        self.away = False
        self.asked: list[str] = []
        self._codes: dict[str, dict[str, str]] = {}

    def app(self) -> Starlette:
        routes = [
            Route("/.well-known/openid-configuration", self._discovery),
            Route("/authorize", self._authorize),
            Route("/token", self._token, methods=["POST"]),
            Route("/jwks", self._jwks),
            Route("/logout", self._logout),
        ]
        return Starlette(routes=routes)

    def id_token(self, nonce: str) -> str:
        now = self.clock()
        claims = {
            "iss": self.issuer, "aud": CLIENT_ID, "nonce": nonce, "iat": int(now.timestamp()),
            "exp": int((now + timedelta(minutes=5)).timestamp()), **self.person, **self.claims,
        }  # fmt: skip
        return jwt.encode(claims, self.key.private, algorithm="RS256", headers={"kid": self.key.kid})

    async def _discovery(self, request: Request) -> Response:
        self.asked.append("discovery")
        if self.away:
            return Response("busy", 503)
        endpoints = {
            "authorization_endpoint": f"{self.issuer}/authorize", "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks", "end_session_endpoint": f"{self.issuer}/logout",
        }  # fmt: skip
        return JSONResponse({"issuer": self.issuer, **endpoints, **self.metadata})

    async def _authorize(self, request: Request) -> Response:
        wish = dict(request.query_params)
        assert (wish["client_id"], wish["response_type"], wish["code_challenge_method"]) == (CLIENT_ID, "code", "S256")
        assert "openid" in wish["scope"].split()
        told = {"error": self.denied} if self.denied else {"code": f"code-{len(self._codes)}"}
        self._codes[told.get("code", "")] = wish
        return RedirectResponse(f"{wish['redirect_uri']}?{urlencode({**told, 'state': wish['state']})}", 302)

    async def _token(self, request: Request) -> Response:
        form = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        if not self._knows(request.headers.get("authorization"), form):
            return JSONResponse({"error": "invalid_client"}, 401)
        wish = self._codes.pop(form["code"], None)  # a code is good once
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if wish is None or (proof, form["redirect_uri"]) != (wish["code_challenge"], wish["redirect_uri"]):
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse({"id_token": self.forged or self.id_token(wish["nonce"]), "token_type": "Bearer"})

    def _knows(self, header: str | None, form: dict[str, str]) -> bool:
        if header is None:
            return form.get("client_secret") == SECRET
        name, _, secret = base64.b64decode(header.removeprefix("Basic ")).decode().partition(":")
        return (name, secret) == (CLIENT_ID, "a%20secret%20%2F%20with%20signs")

    async def _jwks(self, request: Request) -> Response:
        self.asked.append("keys")
        return JSONResponse({"keys": [key.public() for key in self.known]})

    async def _logout(self, request: Request) -> Response:
        self.asked.append("logout")
        return RedirectResponse(request.query_params["post_logout_redirect_uri"], 302)
