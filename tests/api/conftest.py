"""The application over stand-ins, spoken to without a socket."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx
import pytest

from api.app import create_app
from api.services.services import Services
from tests.api.fakes import make_services
from tools.store.database import Database


@dataclass(frozen=True)
class Opened:
    """A conversation and the header that opens it."""

    id: str
    headers: dict[str, str]

    @property
    def path(self) -> str:
        return f"/v1/conversations/{self.id}"


@pytest.fixture
def services(database: Database) -> Services:
    return make_services(database=database)


@pytest.fixture
async def client(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(create_app(services), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://isac") as client:
        yield client


@pytest.fixture
async def opened(client: httpx.AsyncClient) -> Opened:
    body = (await client.post("/v1/conversations", json={"language": "es"})).json()
    return Opened(body["id"], {"Authorization": f"Bearer {body['token']}"})
