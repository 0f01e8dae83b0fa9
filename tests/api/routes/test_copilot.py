"""Suggestions on a conversation that is sent, their feedback, and what supervisors see of it."""

from typing import Any

import httpx
import pytest

from api.services.services import Services
from api.services.tokens import Role
from knowledge.languages import LANGUAGES

QUESTION = [{"speaker": "agent", "text": "Dígame."}, {"speaker": "citizen", "text": "¿A qué edad me jubilo?"}]
PATH = "/v1/copilot/suggestions"


def staff(services: Services, role: Role = "agent", language: str = "es") -> dict[str, str]:
    return {"Authorization": f"Bearer {services.tokens.for_role(role)}", "Accept-Language": language}


@pytest.fixture
def agent(client: httpx.AsyncClient, services: Services) -> httpx.AsyncClient:
    client.headers.update(staff(services))
    return client


async def test_a_question_gets_a_suggestion_with_its_source(agent: httpx.AsyncClient) -> None:
    body = (await agent.post(PATH, json={"turns": QUESTION})).json()
    assert set(body) == {"id", "suggestions", "abstained", "alerts", "ask", "actions"}
    (said,) = body["suggestions"]
    assert set(said) == {"text", "need", "aspect", "confidence", "citations"}
    assert said["citations"][0]["quote"]
    assert (body["abstained"], body["ask"]) == (None, ["¿Cuántos años ha cotizado?"])


async def test_for_an_agent_of_another_language_it_is_told_in_that_too(agent: httpx.AsyncClient) -> None:
    body = (await agent.post(PATH, json={"turns": QUESTION, "language": "eu", "agent_language": "es"})).json()
    assert body["suggestions"][0]["told_in"]


@pytest.mark.parametrize(("language", "words"), [("es", "No se ha preguntado nada."), ("en", "Nothing was asked.")])
async def test_silence_has_a_reason_for_programs_and_one_for_the_agent(
    agent: httpx.AsyncClient, language: str, words: str
) -> None:
    turns = [*QUESTION, {"speaker": "agent", "text": "A los 67."}]
    body = (await agent.post(PATH, json={"turns": turns, "agent_language": language})).json()
    assert (body["suggestions"], body["abstained"], body["abstained_text"]) == ([], "nothing_asked", words)


async def test_alerts_are_those_of_all_turns(agent: httpx.AsyncClient) -> None:
    turns = [{"speaker": "agent", "text": "Hacen falta 40 años."}, *QUESTION]
    (alert,) = (await agent.post(PATH, json={"turns": turns})).json()["alerts"]
    assert (alert["turn"], alert["said"], alert["right"]) == (0, "40 años", "Son 15 años.")
    assert alert["citation"]["source_title"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"turns": []},
        {"turns": [{"speaker": "robot", "text": "x"}]},
        {"turns": [{"speaker": "citizen", "text": 7}]},
        {"turns": QUESTION, "language": "de"},
        {"turns": [QUESTION[0]] * 5001},
    ],
)
async def test_what_cannot_be_advised_on_is_a_problem(agent: httpx.AsyncClient, body: dict[str, Any]) -> None:
    answer = await agent.post(PATH, json=body)
    assert answer.status_code in (413, 422)
    assert answer.headers["content-type"] == "application/problem+json"


async def test_feedback_is_counted_once_and_masked(agent: httpx.AsyncClient, services: Services) -> None:
    named = (await agent.post(PATH, json={"turns": QUESTION})).json()["id"]
    edited = {"verdict": "edited", "text": "A los 67, don Luis, 12345678Z", "why": "soy el 600123123"}
    for verdict in ({"verdict": "shown"}, {"verdict": "used"}, edited, edited):
        assert (await agent.post(f"{PATH}/{named}/feedback", json=verdict)).status_code == 204
    seen = (await agent.get("/v1/insights/copilot", headers=staff(services, "admin"))).json()
    (counted,), (review,) = seen["accuracy"], seen["reviews"]
    assert (counted["need"], counted["name"], counted["language"]) == (
        "jubilacion_ordinaria", "jubilacion ordinaria", "es",
    )  # fmt: skip
    assert [counted[name] for name in ("shown", "used", "edited", "rejected", "accuracy")] == [1, 0, 1, 0, 0.0]
    assert (review["text"], review["why"]) == ("A los 67, don Luis, [DOCUMENT]", "soy el [PHONE]")


@pytest.mark.parametrize("body", [{"verdict": "used", "suggestion": 1}, {"verdict": "shown", "suggestion": 2}])
async def test_there_is_no_feedback_on_what_was_not_suggested(agent: httpx.AsyncClient, body: dict[str, Any]) -> None:
    named = (await agent.post(PATH, json={"turns": QUESTION})).json()["id"]
    assert (await agent.post(f"{PATH}/{named}/feedback", json=body)).status_code == 404
    answer = await agent.post(f"{PATH}/nobody/feedback", json={"verdict": "used"})
    assert (answer.status_code, answer.json()["code"]) == (404, "suggestion_not_found")


@pytest.mark.parametrize("body", [{}, {"verdict": "liked"}, {"verdict": "used", "suggestion": 3}])
async def test_feedback_that_says_nothing_is_a_problem(agent: httpx.AsyncClient, body: dict[str, Any]) -> None:
    assert (await agent.post(f"{PATH}/s-1/feedback", json=body)).status_code == 422


async def test_days_and_language_narrow(agent: httpx.AsyncClient, services: Services) -> None:
    named = (await agent.post(PATH, json={"turns": QUESTION})).json()["id"]
    await agent.post(f"{PATH}/{named}/feedback", json={"verdict": "used"})
    for narrowed, found in (("language=eu", 0), ("from=2030-01-01", 0), ("to=2030-01-01&language=es", 1)):
        answer = await agent.get(f"/v1/insights/copilot?{narrowed}", headers=staff(services, "admin"))
        assert len(answer.json()["accuracy"]) == found


async def test_agents_ask_supervisors_look_and_citizens_do_neither(
    client: httpx.AsyncClient, services: Services
) -> None:
    citizen = {"Authorization": f"Bearer {services.tokens.for_conversation('c-1')}"}
    for headers, status in (({}, 401), (citizen, 403)):
        assert (await client.post(PATH, json={"turns": QUESTION}, headers=headers)).status_code == status
        feedback = await client.post(f"{PATH}/s-1/feedback", json={"verdict": "used"}, headers=headers)
        assert feedback.status_code == status
    assert (await client.get("/v1/insights/copilot", headers=staff(services))).status_code == 403


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", ["nothing_asked", "own_file", "unclear", "unknown", "unsure", "danger"])
def test_every_silence_has_words(services: Services, language: Any, why: str) -> None:
    assert services.phrases.say(language, f"copilot-{why.replace('_', '-')}")
