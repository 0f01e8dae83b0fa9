"""The OpenID provider, over HTTP. It is asked anew at each login: what it changes, such as its keys, holds at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

import httpx

from api.login.attempts import Attempt
from api.login.id_token import Jwk
from api.problems.errors import LoginLost, LoginNotVerified, LoginProviderAway


@dataclass(frozen=True, slots=True)
class Registration:
    """This service, as the provider knows it. ``after_logout``: where it sends people who have logged out."""

    issuer: str
    client_id: str
    secret: str | None
    scopes: str
    callback: str
    after_logout: str


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where the provider does what. ``basic``: the secret goes in a header; else in the body."""

    authorization: str
    token: str
    keys: str
    end_session: str | None
    basic: bool


class OpenIdProvider:
    """Every method that asks it raises LoginProviderAway, and LoginNotVerified on an answer that cannot be right."""

    def __init__(self, http: httpx.AsyncClient, registration: Registration) -> None:
        self._http, self.registration = http, registration

    async def close(self) -> None:
        """Let its connections go."""
        await self._http.aclose()

    async def endpoints(self) -> Endpoints:
        """Discover them."""
        issuer = self.registration.issuer
        told = _object(await self._ask("GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration"))
        if told.get("issuer") != issuer:
            raise LoginNotVerified("the provider calls itself something else than ISAC_OIDC_ISSUER")
        names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        authorization, token, keys = (self._address(told, name) for name in names)
        end_session = self._address(told, "end_session_endpoint") if told.get("end_session_endpoint") else None
        methods = told.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        return Endpoints(authorization, token, keys, end_session, "client_secret_basic" in methods)

    def login_address(self, endpoints: Endpoints, attempt: Attempt, *, other_account: bool) -> str:
        """Where a person logs in; ``other_account``: even if they are in already."""
        wish = {
            "response_type": "code",
            "client_id": self.registration.client_id,
            "redirect_uri": self.registration.callback,
            "scope": self.registration.scopes,
            "state": attempt.state,
            "nonce": attempt.nonce,
            "code_challenge": attempt.challenge,
            "code_challenge_method": "S256",
            "ui_locales": attempt.language,
        }
        return with_query(endpoints.authorization, {**wish, **({"prompt": "login"} if other_account else {})})

    def logout_address(self, endpoints: Endpoints, id_token: str) -> str | None:
        """Where a person logs out of it; None when it has no such place."""
        if endpoints.end_session is None:
            return None
        client_id, back = self.registration.client_id, self.registration.after_logout
        wish = {"id_token_hint": id_token, "client_id": client_id, "post_logout_redirect_uri": back}
        return with_query(endpoints.end_session, wish)

    async def id_token(self, endpoints: Endpoints, code: str, verifier: str) -> str:
        """Exchange the code. Raises LoginLost when it is no longer good."""
        client_id, secret = self.registration.client_id, self.registration.secret
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.registration.callback,
            "code_verifier": verifier,
        }
        basic = secret is not None and endpoints.basic
        if not basic:
            form |= {"client_id": client_id, **({"client_secret": secret} if secret else {})}
        auth = httpx.BasicAuth(quote(client_id, safe=""), quote(secret or "", safe="")) if basic else None
        answer = await self._ask("POST", endpoints.token, data=form, auth=auth)
        told = _object(answer)
        if answer.is_error:
            reason = str(told.get("error"))[:60]
            raise (LoginLost if reason == "invalid_grant" else LoginNotVerified)(f"no token for the code: {reason}")
        if not isinstance(told.get("id_token"), str):
            raise LoginNotVerified("there is no id token in the answer")
        return str(told["id_token"])

    async def keys(self, endpoints: Endpoints) -> Sequence[Jwk]:
        """Its public keys of this moment."""
        told = _object(await self._ask("GET", endpoints.keys)).get("keys")
        if not isinstance(told, list):
            raise LoginNotVerified("there are no keys in the answer")
        return [key for key in told if isinstance(key, Mapping)]

    async def _ask(self, method: str, address: str, **more: Any) -> httpx.Response:
        try:
            answer = await self._http.request(method, address, headers={"Accept": "application/json"}, **more)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise LoginProviderAway(f"{type(error).__name__} at {urlsplit(address).hostname}") from None
        refused = answer.status_code in (400, 401) and method == "POST"
        if not (answer.is_success or refused):
            raise LoginProviderAway(f"{answer.status_code} from {urlsplit(address).hostname}")
        return answer

    def _address(self, told: Mapping[str, Any], name: str) -> str:
        """Of an endpoint, no less protected than the issuer."""
        value = told.get(name)
        schemes = {"https", urlsplit(self.registration.issuer).scheme}
        if not isinstance(value, str) or urlsplit(value).scheme not in schemes:
            raise LoginNotVerified(f"{name} is no address that can be trusted")
        return value


def with_query(address: str, more: Mapping[str, str]) -> str:
    """The address with these parameters after those that it has."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, urlencode(more)))), fragment=""))


def _object(answer: httpx.Response) -> Mapping[str, Any]:
    try:
        told = answer.json()
    except ValueError:
        raise LoginProviderAway("the answer is no JSON") from None
    if not isinstance(told, Mapping):
        raise LoginProviderAway("the answer is no object")
    return told
