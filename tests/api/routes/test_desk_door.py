"""The way in to the desk, and what its forms choose from."""

from dataclasses import replace

import httpx
import pytest

from api.app import create_app
from api.services.services import Services
from api.settings.settings import Settings
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.api.fakes import make_services


def client_of(services: Services) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(create_app(services)), base_url="http://isac")


async def test_a_name_and_a_role_open_a_demonstration() -> None:
    services = make_services()
    async with client_of(services) as client:
        answer = await client.post("/v1/desk/login", json={"name": "  Ane Etxeberria ", "role": "admin"})
    told = answer.json()
    assert (answer.status_code, told["who"], told["role"]) == (200, "Ane Etxeberria", "admin")
    assert services.tokens.staff(told["token"], "admin").who == "Ane Etxeberria"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_elsewhere_it_is_refused_and_says_who_acts(language: Language) -> None:
    services = replace(make_services(), settings=Settings(_env_file=None, demo=False))
    async with client_of(services) as client:
        answer = await client.post(
            "/v1/desk/login", json={"name": "Ane", "role": "admin"}, headers={"Accept-Language": language}
        )
    assert (answer.status_code, answer.json()["code"]) == (403, "demo_only")
    assert answer.json()["title"] == shipped.phrases().say(language, "problem-demo-only")


@pytest.mark.parametrize("wish", [{"name": " "}, {"name": "Ane", "role": "root"}, {"name": "a" * 61}, {}])
async def test_a_login_without_a_name_or_with_another_role_is_refused(wish: dict[str, str]) -> None:
    async with client_of(make_services()) as client:
        assert (await client.post("/v1/desk/login", json=wish)).status_code == 422


async def test_choices_have_names_and_are_for_staff() -> None:
    services = make_services()
    async with client_of(services) as client:
        assert (await client.get("/v1/desk/choices")).status_code == 401
        token = services.tokens.for_role("agent")
        told = (await client.get("/v1/desk/choices", headers={"Authorization": f"Bearer {token}"})).json()
    assert [one["id"] for one in told["languages"]] == list(services.administration.languages)
    assert {one["id"]: one["bookable"] for one in told["matters"]}["paro"] is False
    assert told["offices"] == [{"id": "inss-17", "name": "Oficina de demostración de Girona"}]
    assert told["units"] == list(services.administration.units)


@pytest.mark.parametrize(("demo", "door"), [(True, "demo"), (False, "key")])
async def test_the_page_shows_the_way_in_that_there_is(demo: bool, door: str) -> None:
    services = replace(make_services(), settings=Settings(_env_file=None, demo=demo))
    async with client_of(services) as client:
        page = (await client.get("/agente?language=eu")).text
    assert f'data-door="{door}"' in page
    assert '<html lang="eu">' in page
