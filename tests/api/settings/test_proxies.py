"""Behind a proxy each citizen is a client, and nobody passes for another."""

import httpx
import pytest
from fastapi import FastAPI
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from api.server import http_config
from api.settings.settings import Settings
from tests.api.fakes import make_services


@pytest.mark.parametrize("proxy", ["10.1.2.3", "::ffff:10.1.2.3", "2001:db8::7"])
async def test_citizens_behind_a_proxy_that_is_named_are_limited_one_by_one(proxy: str) -> None:
    app = behind(trusted_proxies="10.0.0.0/8, 2001:db8::7")
    assert await statuses(app, proxy, "203.0.113.1", "203.0.113.1", "203.0.113.2") == [200, 429, 200]


async def test_who_is_no_proxy_says_nothing_of_the_address() -> None:
    assert await statuses(behind(), "203.0.113.9", "203.0.113.1", "203.0.113.2") == [200, 429]


def behind(**values: str) -> FastAPI:
    """What the server would serve with these settings."""
    config = http_config(make_services(Settings(_env_file=None, requests_per_minute=1, **values)))
    config.load()
    assert isinstance(config.loaded_app, ProxyHeadersMiddleware)
    return config.loaded_app


async def statuses(app: FastAPI, peer: str, *clients: str) -> list[int]:
    """Of a request of each, through ``peer``."""
    transport = httpx.ASGITransport(app, client=(peer, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://isac") as client:
        path = "/v1/phrases/page"
        return [(await client.get(path, headers={"X-Forwarded-For": one})).status_code for one in clients]
