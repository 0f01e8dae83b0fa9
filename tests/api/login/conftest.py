"""The application and a provider of accounts, each behind its own address, and a browser that goes between them."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html import unescape

import httpx
import pytest

from api.app import create_app
from api.login.login import AccountLogin
from api.login.provider import OpenIdProvider
from api.services.services import Services
from api.services.tokens import Tokens
from api.settings.settings import Settings
from api.wiring.login import registration_of, rules_of
from tests.api.fakes import NOW, ListTrail, make_services
from tests.api.openid import CLIENT_ID, SECRET, OpenIdServer
from tools.clock import LocalClock
from tools.ids import RandomIds

ISAC, PROVIDER = "https://isac.example", "https://login.example"


class Hour:
    """A clock that tests set; that of the provider and ours may differ."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: int) -> None:
        self.now += timedelta(**time)


@dataclass
class World:
    """Both ends, and the browser between them."""

    services: Services
    provider: OpenIdServer
    hour: Hour
    trail: ListTrail
    browser: httpx.AsyncClient

    async def log_in(self, back: str = "/agente", **wish: str) -> httpx.Response:
        """As a person does: press, log in over there, come back."""
        return await self.come_back(await self.leave(back, **wish))

    async def leave(self, back: str = "/agente", **wish: str) -> str:
        """Out to the provider; the address that it sends the browser back to."""
        out = await self.browser.get(f"{ISAC}/v1/desk/login/start", params={"back": back, "language": "es", **wish})
        assert out.status_code == 303, out.text
        there = await self.browser.get(out.headers["location"])
        return str(there.headers["location"])

    async def come_back(self, address: str) -> httpx.Response:
        return await self.browser.get(address)

    def results(self) -> list[tuple[str, str]]:
        """Of the audit: who came in, then who was refused."""
        lines = [*self.trail.noted, *self.trail.refused]
        return [(actor.who, str((record.after or {})["result"])) for actor, record in lines]


def given(page: httpx.Response) -> dict[str, str]:
    """What the page holds for its script."""
    return {name: unescape(value) for name, value in re.findall(r'data-([a-z-]+)="([^"]*)"', page.text)}


@pytest.fixture
async def world() -> AsyncIterator[World]:
    hour, trail = Hour(), ListTrail()
    provider = OpenIdServer(lambda: NOW)
    provider.issuer = PROVIDER
    settings = Settings(
        _env_file=None, public_url=ISAC, oidc_issuer=PROVIDER, oidc_client_id=CLIENT_ID, oidc_client_secret=SECRET,
        requests_per_minute=0,
    )  # fmt: skip
    async with AsyncExitStack() as opened:
        over = {PROVIDER: httpx.ASGITransport(provider.app())}
        http = await opened.enter_async_context(httpx.AsyncClient(mounts=over))
        clock = LocalClock(hour, NOW.tzinfo or UTC)
        tokens = Tokens(key=b"k" * 32, clock=clock)
        door = OpenIdProvider(http, registration_of(settings, ISAC))
        login = AccountLogin(door, rules_of(settings), tokens, trail, RandomIds())
        services = replace(make_services(), settings=settings, tokens=tokens, login=login)
        both = {**over, ISAC: httpx.ASGITransport(create_app(services), raise_app_exceptions=False)}
        browser = await opened.enter_async_context(httpx.AsyncClient(mounts=both))
        yield World(services, provider, hour, trail, browser)
