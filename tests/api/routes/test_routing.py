"""Where a person goes, over HTTP; chat and hand-offs say the same."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import httpx
import pytest

from agents.reception.call_needs import PolicyNeedReader
from agents.reception.policy.rules import decide
from agents.reception.tasks.task import Booking
from agents.routing.route import Directory
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Label
from api.app import create_app
from api.services.services import Services
from knowledge.content.catalogue_files import load_catalogue
from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL
from tests.agents.builders import NOW
from tests.agents.builders import situation as said
from tests.agents.conftest import Queue, Talk, book, knowledge_base, phrases, places, reading, talk  # noqa: F401 (fixtures)
from tests.api.fakes import make_services, with_parts

NEEDS = load_catalogue(SEGURIDAD_SOCIAL)
OFFICES = shipped.offices()


@dataclass(frozen=True)
class Says:
    """Reads every text as the same need and labels."""

    need: str | None
    labels: tuple[Label, ...] = ()

    def read_message(self, text: str, *, prior: Language | None, now: datetime) -> Reading:
        return reading(*self.labels, need=self.need)


def whole(services: Services, reader: Any = None) -> Services:
    """Over the whole catalogue and the demonstration offices."""
    directory = Directory(SEGURIDAD_SOCIAL, OFFICES, frozenset({"in_person", "phone"}), shipped.calendar())
    reader = reader or services.knowledge.reader
    return with_parts(services, catalogue=NEEDS, offices=OFFICES, directory=directory, reader=reader)


def client_of(services: Services) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(create_app(services)), base_url="http://isac")


async def asked(services: Services, **body: Any) -> dict[str, Any]:
    async with client_of(services) as client:
        response = await client.post("/v1/route", json=body)
    assert response.status_code == 200, response.text
    return dict(response.json())


@pytest.fixture(scope="module")
def everything() -> Services:
    return whole(make_services())


async def test_a_need_and_a_place_give_unit_channel_office_and_reasons(everything: Services) -> None:
    body = await asked(everything, id=7, need="jubilacion_ordinaria", postcode="17001", at="2026-11-29T10:00:00Z")
    assert (body["id"], body["kind"], body["channel"], body["office"]["id"]) == (7, "book", "in_person", "inss-17")
    assert (body["unit"], body["body"]) == (NEEDS["jubilacion_ordinaria"].policy.unit, "INSS")
    assert (body["confidence"], body["urgent"], body["language"]) == (None, False, "es")
    assert [reason["code"] for reason in body["reasons"]] == ["bookable", "channels", "office_in_town", "closed"]
    assert body["reasons"][-1]["text"].endswith("cerrada el domingo, 29 de noviembre.")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_reasons_come_in_the_language_asked_for(everything: Services, language: Language) -> None:
    body = await asked(everything, need="paro", language=language)
    name = everything.phrases.say(language, "body-sepe")
    assert (body["kind"], body["body_name"], body["language"]) == ("other_body", name, language)
    assert name in body["reasons"][0]["text"]


async def test_the_words_of_a_person_are_read(everything: Services) -> None:
    read = whole(everything, Says("viudedad", ("book",)))
    body = await asked(read, text="quiero cita por la viudedad", province="28", channel="phone")
    assert (body["need"], body["kind"], body["channel"], body["confidence"]) == ("viudedad", "book", "phone", 0.95)
    assert (await asked(whole(everything, Says("viudedad")), text="viudedad"))["kind"] == "answer"
    person = await asked(whole(everything, Says("viudedad", ("person",))), text="con una persona")
    assert (person["kind"], person["unit"]) == ("person", NEEDS["viudedad"].policy.unit)
    danger = await asked(whole(everything, Says(None, ("violence",))), text="me pega")
    assert (danger["kind"], danger["urgent"], danger["unit"]) == ("emergency", True, SEGURIDAD_SOCIAL.default_unit)


async def test_a_text_that_is_not_understood_goes_to_a_person_of_the_general_unit(everything: Services) -> None:
    body = await asked(whole(everything, Says(None)), text="")
    assert (body["need"], body["kind"], body["unit"]) == (None, "person", SEGURIDAD_SOCIAL.default_unit)
    assert [reason["code"] for reason in body["reasons"]] == ["need_unknown"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "invalid_request"),
        ({"need": "volar"}, "unknown_need"),
        ({"need": "viudedad", "postcode": "99999"}, "unknown_place"),
        ({"need": "viudedad", "province": "77"}, "unknown_place"),
        ({"need": "viudedad", "office_id": "nowhere"}, "unknown_place"),
        ({"need": "viudedad", "channel": "owl"}, "invalid_request"),
        ({"need": "viudedad", "at": "2026-11-29T10:00:00"}, "invalid_request"),
        ({"need": "viudedad", "seeks": "luck"}, "invalid_request"),
    ],
)
async def test_bad_requests_are_problems(everything: Services, body: dict[str, Any], code: str) -> None:
    async with client_of(everything) as client:
        response = await client.post("/v1/route", json=body)
    assert (response.status_code, response.json()["code"]) == (422, code)
    assert response.headers["content-type"] == "application/problem+json"


async def test_the_documentation_of_the_api_has_it(everything: Services) -> None:
    async with client_of(everything) as client:
        paths = (await client.get("/openapi.json")).json()["paths"]
    assert "post" in paths["/v1/route"]


ONE_OF_A_KIND = sorted({(need.policy.action, need.policy.appointment): name for name, need in NEEDS.items()}.values())


@pytest.mark.parametrize("need", ONE_OF_A_KIND)
async def test_chat_and_hand_off_say_the_same_unit_and_channel(
    everything: Services,
    talk: Callable[..., Talk],  # noqa: F811
    need: str,
) -> None:
    found = await asked(everything, need=need, province="28")
    queue = Queue()
    script = {"cita": reading("book", need=need), "persona": reading("person", need=need)}
    conversation = talk(script, hand_offs=queue)
    await conversation.say("cita")
    task = (await conversation.state()).get("task")
    if found["kind"] == "book" and need != SEGURIDAD_SOCIAL.appointment_need:
        assert isinstance(task, Booking)
        assert (task.search.channel, task.need) == (found["channel"], need)
    elif found["kind"] != "book":
        assert task is None or not isinstance(task, Booking) or task.need is None
    await conversation.say("persona")
    assert [hand_off.unit for hand_off in queue.waits] == [found["unit"]]


async def test_of_every_need_the_reception_decides_the_same_channel_and_an_agent_is_told_the_same_unit(
    everything: Services,
) -> None:
    for need in sorted(NEEDS):
        found = await asked(everything, need=need, province="28")
        situation = replace(said("cita", "book", need=need), catalogue=NEEDS)
        task = decide(situation).task
        booked = task.search.channel if isinstance(task, Booking) and task.need == need else None
        if need != SEGURIDAD_SOCIAL.appointment_need:  # the reception first asks what that appointment is for
            assert found["channel"] == booked, need
        called = PolicyNeedReader(SEGURIDAD_SOCIAL, Says(need, ("book",)), NEEDS, everything.phrases)
        told = called.read_need("cita", "es", "es", None, NOW)
        if found["kind"] == "emergency":  # in a call danger has words of its own: the matter alone tells nothing
            assert told is None
            continue
        assert told is not None
        assert (told.route.body, told.route.link) == (found["body"], found["link"])
        if found["kind"] not in ("person", "emergency"):
            assert told.unit == found["unit"]
        assert set(found["channels"]) == set(told.route.channels) - {"video"}
