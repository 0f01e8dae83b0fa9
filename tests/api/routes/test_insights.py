"""Questions without an answer, over HTTP."""

import httpx
import pytest

from api.services.services import Services
from api.services.tokens import Role
from knowledge.languages import LANGUAGES


def staff(services: Services, role: Role = "agent", language: str = "es") -> dict[str, str]:
    return {"Authorization": f"Bearer {services.tokens.for_role(role)}", "Accept-Language": language}


async def test_the_themes_say_how_often_in_which_languages_and_where_to_write(
    client: httpx.AsyncClient, services: Services
) -> None:
    body = (await client.get("/v1/insights/gaps", headers=staff(services))).json()
    first, second = body["themes"]
    assert (first["need"], first["aspect"], first["times"]) == ("jubilacion_ordinaria", "documents", 3)
    assert (first["title"], first["aspect_title"]) == ("jubilacion ordinaria", "¿Qué documentos hacen falta?")
    assert (first["languages"], first["whys"]) == ({"es": 2, "eu": 1}, {"no_section": 2, "withheld": 1})
    assert (first["first"], first["last"]) == ("2026-11-03", "2026-11-21")
    assert first["last_text"] == "21 de noviembre de 2026"
    assert first["files"] == [
        f"knowledge/administrations/seguridad_social/articles/jubilacion_ordinaria/{code}.md" for code in ("es", "eu")
    ]
    assert first["examples"][0] == {"text": "¿Y si trabajé en dos países?", "language": "es", "times": 2}
    assert (second["need"], second["title"], second["files"]) == (None, second["examples"][0]["text"], [])
    assert (body["more"], body["left_out"]) == (0, 0)


@pytest.mark.parametrize(
    ("narrowed", "times"),
    [
        ({"language": "eu"}, [1]),
        ({"from": "2026-11-21"}, [1, 1]),
        ({"to": "2026-11-03"}, [1]),
        ({"to": "2020-01-01"}, []),
    ],
)
async def test_language_and_days_narrow(
    client: httpx.AsyncClient, services: Services, narrowed: dict[str, str], times: list[int]
) -> None:
    body = (await client.get("/v1/insights/gaps", params=narrowed, headers=staff(services))).json()
    assert [theme["times"] for theme in body["themes"]] == times


async def test_what_is_beyond_the_limit_is_counted(client: httpx.AsyncClient, services: Services) -> None:
    body = (await client.get("/v1/insights/gaps?limit=1", headers=staff(services, "admin"))).json()
    assert (len(body["themes"]), body["more"]) == (1, 1)


async def test_names_are_in_the_language_of_the_reader(client: httpx.AsyncClient, services: Services) -> None:
    body = (await client.get("/v1/insights/gaps", headers=staff(services, language="eu"))).json()
    assert body["themes"][0]["aspect_title"] == "Zer agiri behar dira?"


@pytest.mark.parametrize("narrowed", [{"language": "de"}, {"from": "ayer"}, {"limit": "0"}])
async def test_what_cannot_be_asked_is_a_problem(
    client: httpx.AsyncClient, services: Services, narrowed: dict[str, str]
) -> None:
    assert (await client.get("/v1/insights/gaps", params=narrowed, headers=staff(services))).status_code == 422


async def test_only_staff_read_them(client: httpx.AsyncClient, services: Services) -> None:
    citizen = {"Authorization": f"Bearer {services.tokens.for_conversation('c-1')}"}
    assert (await client.get("/v1/insights/gaps")).status_code == 401
    assert (await client.get("/v1/insights/gaps", headers=citizen)).status_code == 403


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_is_in_every_language_and_holds_no_question(
    client: httpx.AsyncClient, services: Services, language: str
) -> None:
    page = await client.get(f"/admin/gaps?language={language}")
    assert page.headers["content-language"] == language
    assert services.phrases.say(language, "gaps-title") in page.text
    assert "países" not in page.text


async def test_those_that_could_not_be_kept_are_in_the_metrics(client: httpx.AsyncClient) -> None:
    assert "isac_gaps_lost 2.0" in (await client.get("/metrics")).text
