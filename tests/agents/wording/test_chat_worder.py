"""What becomes of a text: reworded, or left to stand for a reason that is counted and, where sent, audited."""

import json
from datetime import date

import httpx
import pytest
from langchain_core.messages import HumanMessage, SystemMessage
from pydantic import SecretStr

from agents.wording.budget import TokenBudget
from agents.wording.endpoint import EndpointModel
from agents.wording.rewording import reword
from agents.wording.worder import Approved
from knowledge.passages import Citation, Validity
from tests.agents.wording.worders import Parts, worder_of
from tests.fakes.chat_model import ScriptedModel

LINE = "Puede pedir la pensión en 3 meses."
BETTER = "Puede solicitar la pensión en tres meses."
ASKED = Approved(LINE, "es", "answer", "c1")


def better(_: str) -> str:
    return BETTER


def broken(_: str) -> str:
    raise RuntimeError("gone")


async def test_better_words_are_said_and_audited_without_text() -> None:
    parts, model = Parts(), ScriptedModel(answer=better)
    worder = worder_of(model, parts)
    assert await worder.word(ASKED) == BETTER
    assert worder.outcomes == {"worded": 1}
    deed, actor, record = parts.trail.finished[0]
    assert (deed, actor.who, actor.reason, record.action) == ("d1", "isac", "answer", "send")
    after = dict(record.after or {})
    assert (after["host"], after["result"]) == ("model.example", "worded")
    assert not any(text in json.dumps(after) for text in (LINE, BETTER))


async def test_a_text_with_an_identifier_is_not_sent() -> None:
    parts, model = Parts(), ScriptedModel(answer=better)
    worder = worder_of(model, parts)
    assert await worder.word(Approved("Su documento 12345678Z vale.", "es", "summary")) is None
    assert (model.sent, parts.trail.begun, worder.outcomes) == ([], [], {"personal": 1})


async def test_a_late_model_leaves_the_text() -> None:
    worder = worder_of(ScriptedModel(answer=better, delay=1.0), Parts(max_seconds=0.01))
    assert await worder.word(ASKED) is None
    assert worder.outcomes == {"late": 1}


async def test_a_model_that_fails_is_left_alone_and_tried_again_later() -> None:
    parts = Parts()
    worder = worder_of(ScriptedModel(answer=broken), parts)
    for _ in range(5):
        assert await worder.word(ASKED) is None
    assert worder.outcomes == {"failed": 3, "open": 2}
    parts.watch.now = 61.0
    await worder.word(ASKED)
    await worder.word(ASKED)
    assert worder.outcomes == {"failed": 4, "open": 3}
    assert [dict(record.after or {})["result"] for _, _, record in parts.trail.finished] == ["failed"] * 4


async def test_nothing_is_sent_without_an_audit() -> None:
    parts, model = Parts(), ScriptedModel(answer=better)
    parts.trail.down = True
    assert await worder_of(model, parts).word(ASKED) is None
    assert model.sent == []


async def test_a_conversation_has_its_budget() -> None:
    worder = worder_of(ScriptedModel(answer=better), Parts(a_conversation=1_500))
    said = [await worder.word(ASKED) for _ in range(3)]
    other = await worder.word(Approved(LINE, "es", "answer", "c2"))
    assert said[0] == other == BETTER
    assert said[2] is None
    assert worder.outcomes["no_budget"] >= 1


def test_what_was_taken_and_not_spent_is_given_back() -> None:
    budget = TokenBudget(100, 60, lambda: date(2026, 12, 2))
    assert budget.take("a", 60)
    assert not budget.take("a", 1)
    budget.settle("a", 60, 10)
    assert budget.take("a", 50)
    assert not budget.take("", 41)
    assert budget.take("", 40)


def test_the_budget_of_a_day_begins_anew() -> None:
    days = [date(2026, 12, 2)]
    budget = TokenBudget(10, 10, lambda: days[-1])
    assert budget.take("a", 10)
    assert not budget.take("b", 1)
    days.append(date(2026, 12, 3))
    assert budget.take("a", 10)


async def test_sources_stand_behind_the_new_line() -> None:
    source = Citation("c", "p", "0" * 64, "es", "", 0, 0, "t", "u", Validity(), told=(LINE, "Otra."))
    said = await reword(ASKED, [source], worder_of(ScriptedModel(answer=better)))
    assert said is not None
    assert (said[0], said[1][0].told) == (BETTER, (BETTER, "Otra."))
    assert await reword(ASKED, [source], None) is None


def endpoint(answer: httpx.Response, seen: list[httpx.Request]) -> EndpointModel:
    def serve(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return answer

    http = httpx.AsyncClient(transport=httpx.MockTransport(serve))
    return EndpointModel(http=http, url="https://h/v1", model="m", key=SecretStr("k"))


async def test_the_endpoint_is_asked_as_openai_would_be() -> None:
    seen: list[httpx.Request] = []
    body = {"choices": [{"message": {"content": "Hola."}}], "usage": {"prompt_tokens": 3, "completion_tokens": 2}}
    answer = await endpoint(httpx.Response(200, json=body), seen).ainvoke([SystemMessage("s"), HumanMessage("u")])
    assert (answer.text, answer.usage_metadata and answer.usage_metadata["total_tokens"]) == ("Hola.", 5)
    assert str(seen[0].url) == "https://h/v1/chat/completions"
    assert seen[0].headers["authorization"] == "Bearer k"
    assert [one["role"] for one in json.loads(seen[0].content)["messages"]] == ["system", "user"]


@pytest.mark.parametrize("answer", [{}, {"choices": []}, {"choices": [{"message": {"content": None}}]}, [1]])
async def test_an_answer_without_a_message_is_an_error(answer: object) -> None:
    with pytest.raises(ValueError, match="message"):
        await endpoint(httpx.Response(200, json=answer), []).ainvoke([HumanMessage("u")])
