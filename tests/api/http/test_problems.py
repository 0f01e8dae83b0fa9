"""Every error is a problem in the person's language, and tells nothing of the inside."""

import httpx
import pytest

import agents.phrases.errors
import agents.reception.errors
import api.problems.errors
import knowledge.errors
import speech.errors
import tools.errors
from api.http.problems import describe, problem_body
from api.problems.table import STATUS, code_of
from api.services.services import Services
from api.services.turn_locks import ProcessTurnLocks
from knowledge.errors import IsacError
from knowledge.languages import LANGUAGES, Language
from tests.api.conftest import Opened
from tests.api.fakes import DOCUMENT

MODULES = (
    knowledge.errors,
    tools.errors,
    speech.errors,
    agents.phrases.errors,
    agents.reception.errors,
    api.problems.errors,
)


def error_classes() -> list[type[IsacError]]:
    found = [kind for module in MODULES for kind in vars(module).values()]
    return [kind for kind in found if isinstance(kind, type) and issubclass(kind, IsacError)]


@pytest.mark.parametrize("kind", error_classes(), ids=lambda kind: kind.__name__)
def test_every_error_class_has_a_status_and_words(kind: type[IsacError], services: Services) -> None:
    code = code_of(kind.__new__(kind))
    assert code in STATUS
    for language in LANGUAGES:
        body = problem_body(services, language, code)
        assert body["title"]
        assert body["detail"]


def test_a_new_error_class_counts_as_its_parent() -> None:
    class Newest(tools.errors.SlotTaken):
        code = "newest"

    assert code_of(Newest()) == "slot_taken"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_failure_of_ours_gives_the_phone_and_no_inside(services: Services, language: Language) -> None:
    body = describe(services, language, RuntimeError("SELECT secret FROM inside"))
    assert body["status"] == 500
    assert "91 542 11 76" in body["detail"]
    assert "SELECT" not in str(body)


async def test_an_unexpected_error_in_a_route_is_a_500_problem_with_all_headers(
    client: httpx.AsyncClient, opened: Opened
) -> None:
    response = await client.post(f"{opened.path}/messages", json={"text": "explota"}, headers=opened.headers)
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.json()["instance"] == f"urn:request:{response.headers['x-request-id']}"
    assert "broke" not in response.text


async def test_problems_speak_the_language_of_the_conversation(client: httpx.AsyncClient) -> None:
    body = (await client.post("/v1/conversations", json={"language": "gl"})).json()
    headers = {"Authorization": f"Bearer {body['token']}", "Accept-Language": "en"}
    response = await client.post(f"/v1/conversations/{body['id']}/messages", json={"txt": "ola"}, headers=headers)
    assert response.headers["content-language"] == "gl"
    assert response.json()["title"] == "Falta algún dato ou non é correcto"


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"{not json", 400, "malformed_json"),
        (b"\xff\xfe", 400, "malformed_json"),
        (b"[]", 422, "invalid_request"),
        (b'{"text": 7}', 422, "invalid_request"),
        (b"", 422, "invalid_request"),
    ],
)
async def test_a_bad_body_is_named(
    client: httpx.AsyncClient, opened: Opened, content: bytes, status: int, code: str
) -> None:
    headers = {**opened.headers, "Content-Type": "application/json"}
    response = await client.post(f"{opened.path}/messages", content=content, headers=headers)
    assert (response.status_code, response.json()["code"]) == (status, code)


async def test_wrong_fields_are_named_without_their_values(client: httpx.AsyncClient) -> None:
    body = {"document": DOCUMENT, "dni": DOCUMENT}
    response = await client.post(
        "/v1/appointments", json=body, headers={"Idempotency-Key": "k", "Accept-Language": "en"}
    )
    assert {item["field"]: item["problem"] for item in response.json()["errors"]} == {
        "hold_id": "this is missing",
    }
    assert DOCUMENT not in response.text


async def test_unknown_routes_and_methods_are_problems(client: httpx.AsyncClient) -> None:
    missing = await client.get("/v2/nothing", headers={"Accept-Language": "ca"})
    assert (missing.status_code, missing.json()["title"]) == (404, "Aquesta adreça no existeix")
    wrong = await client.put("/v1/holds")
    assert (wrong.status_code, wrong.json()["code"]) == (405, "method_not_allowed")
    assert wrong.headers["allow"] == "POST"


async def test_a_conversation_that_is_busy_says_when_to_come_again(
    client: httpx.AsyncClient, services: Services, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient = ProcessTurnLocks(0.01)
    monkeypatch.setattr(services.chat.turn_locks, "turn", impatient.turn)
    async with impatient.turn(opened.id):
        refused = await client.post(f"{opened.path}/messages", json={"text": "hola"}, headers=opened.headers)
    assert (refused.status_code, refused.json()["code"], refused.headers["Retry-After"]) == (409, "busy", "1")


def test_what_another_has_is_told_with_their_name(services: Services) -> None:
    taken, over = tools.errors.HandOffTaken("h1", "Ana"), tools.errors.HandOffTaken("h1")
    for language in LANGUAGES:
        assert "Ana" in describe(services, language, taken)["title"]
        assert describe(services, language, over)["title"] != describe(services, language, taken)["title"]
