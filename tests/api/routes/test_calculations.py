"""Sums over HTTP."""

from typing import Any

import httpx
import pytest

from api.app import create_app
from api.services.services import Services
from tests.api.fakes import make_services


@pytest.fixture(scope="module")
def services() -> Services:
    return make_services()


async def post(services: Services, name: str, language: str = "es", **inputs: Any) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(create_app(services)), base_url="http://isac") as client:
        return await client.post(f"/v1/calculations/{name}", json={"inputs": inputs, "language": language})


async def test_a_sum_comes_with_its_steps_and_articles(services: Services) -> None:
    answer = await post(services, "sick_pay", base=1650, cause="common", days=29)
    body = answer.json()
    assert (answer.status_code, body["value"], body["unit"], body["missing"]) == (200, "932.25", "money", [])
    assert body["steps"][1]["article"] == "Ley General de la Seguridad Social, artículo 173.1"
    assert body["limits"][-1] == "Es orientativo: lo decide el INSS."
    assert body["assumed"] == ["He supuesto que trabaja por cuenta ajena."]


async def test_what_is_missing_comes_with_its_questions(services: Services) -> None:
    body = (await post(services, "sick_pay", "eu", base=1650)).json()
    assert (body["value"], body["missing"]) == (None, ["cause"])
    assert body["text"] == body["ask"][0]["question"]
    assert [option["value"] for option in body["ask"][0]["options"]] == ["common", "work"]


async def test_what_the_law_does_not_give_is_an_answer(services: Services) -> None:
    body = (await post(services, "retirement_amount", "en", contributed="10y", base=1000)).json()
    assert (body["possible"], body["value"]) == (False, None)
    assert body["text"].startswith("With 10 years")


@pytest.mark.parametrize(
    ("name", "inputs", "status", "code", "field"),
    [
        ("lottery", {}, 404, "unknown_sum", None),
        ("sick_pay", {"base": -3}, 422, "bad_sum_input", "base"),
        ("retirement_date", {"born": "2090-01-01"}, 422, "bad_sum_input", "born"),
        ("sick_pay", {"base": [3]}, 422, "invalid_request", None),
    ],
)
async def test_problems(
    services: Services, name: str, inputs: dict[str, Any], status: int, code: str, field: str | None
) -> None:
    answer = await post(services, name, **inputs)
    body = answer.json()
    assert (answer.status_code, body["code"], body.get("field")) == (status, code, field)
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_refused_input_says_why_without_repeating_it(services: Services) -> None:
    body = (await post(services, "retirement_date", born="2090-01-01", contributed="36y")).json()
    assert (body["reason"], body["detail"]) == ("future", "Esa fecha aún no ha llegado. ¿Puede comprobarla?")


async def test_the_names_of_the_sums_are_listed(services: Services) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(create_app(services)), base_url="http://isac") as client:
        assert "sick_pay" in (await client.get("/v1/calculations")).json()
