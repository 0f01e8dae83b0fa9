"""A citizen and an agent in two browsers over the real service: from the question to the appointment and the end."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import shipped
from tests.api.service import Service
from tests.browser.conftest import PHONE, new_context, say

pytestmark = [pytest.mark.browser, pytest.mark.process]

ANE = "Ane Etxeberria"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("desk")).start()
    yield running
    running.stop()


@pytest.fixture
def citizen(browser: Browser, service: Service) -> Iterator[Page]:
    context = new_context(browser, PHONE, locale="eu-ES")
    page = context.new_page()
    page.goto(f"{service.address}?language=eu")
    expect(page.get_by_role("log")).not_to_be_empty()
    yield page
    context.close()


@pytest.fixture
def agent(browser: Browser, service: Service) -> Iterator[Page]:
    context = new_context(browser, {"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{service.address}agente?language=es")
    page.fill("#demo-name", ANE)
    page.locator("#demo-door button").click()
    page.get_by_text("Qué atiende").click()
    page.get_by_label("Euskara").check()
    page.get_by_role("button", name="Guardar").click()
    page.select_option("#state", "available")
    yield page
    context.close()


def told(citizen: Page, service: Service) -> list[Any]:
    """The transcript, as the citizen may read it."""
    kept = json.loads(citizen.evaluate("sessionStorage.getItem('isac.conversation')"))
    headers = {"Authorization": f"Bearer {kept['token']}"}
    answer = citizen.request.get(f"{service.address}v1/conversations/{kept['id']}", headers=headers)
    return list(answer.json()["transcript"])


def sent(agent: Page, lines: int) -> None:
    expect(agent.locator(".line.agent:not(.sending):not(.failed)")).to_have_count(lines)


def test_a_basque_speaker_reaches_a_spanish_desk(citizen: Page, agent: Page, service: Service) -> None:
    say(citizen, "Zein adinetan erretira naiteke?")
    say(citizen, shipped.phrases().say("eu", "page-person-message"))
    expect(agent.locator("isac-offer.here")).to_contain_text("Euskara")
    agent.keyboard.press("Alt+a")
    expect(agent.locator(".line.citizen").first).to_contain_text("Zein adinetan")
    expect(agent.locator(".foreign")).to_contain_text("Aquí no hay traductor")
    agent.fill("#write", "Kaixo, Ane naiz.")
    agent.press("#write", "Enter")
    sent(agent, 1)
    assert [(line["speaker"], line["text"]) for line in told(citizen, service)][-1] == ("agent", "Kaixo, Ane naiz.")

    say(citizen, "Zein agiri behar ditut erretiratzeko?")
    expect(agent.locator(".line.citizen").last).to_contain_text("Zein agiri")
    expect(agent.locator(".told-in").first).to_contain_text("DNI")
    agent.keyboard.press("Alt+1")
    expect(agent.locator("#write")).not_to_have_value("")
    agent.press("#write", "Enter")
    sent(agent, 2)

    agent.keyboard.press("Alt+c")
    agent.fill("#postcode", "20001")
    agent.get_by_role("button", name="Buscar horas").click()
    agent.fill("#document", "12345678Z")
    agent.get_by_role("button", name="Confirmar la cita").click()
    locator = shipped.phrases().say("eu", "page-locator")
    expect(agent.locator("#write")).to_have_value(re.compile(rf"{locator}: \w{{8}}"))
    agent.press("#write", "Enter")
    sent(agent, 3)
    assert locator in told(citizen, service)[-1]["text"]

    agent.keyboard.press("Alt+f")
    agent.get_by_label("Con cita").check()
    agent.locator(".form .primary").click()
    expect(agent.get_by_text("Conversación terminada.")).to_be_visible()
    expect(agent.locator(".case")).to_have_count(0)
