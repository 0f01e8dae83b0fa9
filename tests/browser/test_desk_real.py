"""A citizen and two agents in browsers of their own over the real service: from the question to the rating."""

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests import shipped
from tests.api.service import Service
from tests.browser.citizen import SMALL_PHONE
from tests.browser.conftest import new_context, say

pytestmark = [pytest.mark.browser, pytest.mark.process]

ANE, JON = "Ane Etxeberria", "Jon Aldai"
NOTE = "Cita en Donostia."
DESK = {"width": 1440, "height": 900}
EU = shipped.phrases()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("desk")).start()
    yield running
    running.stop()


@pytest.fixture
def citizen(browser: Browser, service: Service) -> Iterator[Page]:
    context = new_context(browser, SMALL_PHONE, locale="eu-ES")
    page = context.new_page()
    page.goto(service.address)
    expect(page.get_by_role("log")).not_to_be_empty()
    yield page
    context.close()


@pytest.fixture
def agents(browser: Browser, service: Service) -> Iterator[tuple[Page, Page]]:
    contexts = [new_context(browser, DESK) for _ in (ANE, JON)]
    ane, jon = (come_in(context.new_page(), service, name) for context, name in zip(contexts, (ANE, JON), strict=True))
    yield ane, jon
    for context in contexts:
        context.close()


def come_in(page: Page, service: Service, name: str) -> Page:
    """At the desk, for who speaks Basque, and busy: nobody is offered yet."""
    page.goto(f"{service.address}agente?language=es")
    page.fill("#demo-name", name)
    page.locator("#demo-door button").click()
    page.get_by_text("Qué atiende").click()
    page.get_by_label("Euskara").check()
    page.get_by_role("button", name="Guardar").click()
    page.select_option("#state", "busy")
    return page


def take(agent: Page, language: str) -> None:
    """Who is offered, once they are."""
    expect(agent.locator("isac-offer.here")).to_contain_text(language)
    agent.keyboard.press("Alt+a")
    expect(agent.locator(".line.citizen").first).to_be_visible()


def send(agent: Page, citizen: Page) -> None:
    """What stands where one writes, until the citizen's page shows it."""
    before = citizen.locator("isac-agent").count()
    agent.press("#write", "Enter")
    expect(citizen.locator("isac-agent")).to_have_count(before + 1)


def shows_card(citizen: Page, more: str) -> None:
    """What the card says is not said beside it; a line that says more is."""
    expect(citizen.locator("isac-agent isac-appointment").last).to_contain_text(EU.say("eu", "page-locator"))
    expect(citizen.locator("isac-agent .said").last).to_have_text(more)


def kept(citizen: Page) -> dict[str, str]:
    session: dict[str, str] = json.loads(citizen.evaluate("sessionStorage.getItem('isac.conversation')"))
    return session


def read(service: Service, path: str, token: str) -> Any:
    answer = httpx.get(f"{service.address}v1/{path}", headers={"Authorization": f"Bearer {token}"}, timeout=60)
    return answer.raise_for_status().json()


def test_a_basque_speaker_is_attended_by_two_agents(citizen: Page, agents: tuple[Page, Page], service: Service) -> None:
    ane, jon = agents
    say(citizen, "Zein adinetan erretira naiteke?")
    say(citizen, EU.say("eu", "page-person-message"))
    expect(citizen.locator("isac-waiting")).to_contain_text(EU.say("eu", "page-your-turn"))

    ane.select_option("#state", "available")
    take(ane, "Euskara")
    expect(ane.locator(".foreign")).to_contain_text("No hay traductor")
    expect(citizen.locator("#who")).to_have_text(ANE)
    ane.fill("#write", "Kaixo, Ane naiz.")
    send(ane, citizen)

    say(citizen, "Zein agiri behar ditut erretiratzeko?")
    expect(ane.locator(".told-in").first).to_contain_text("DNI")
    ane.keyboard.press("Alt+1")
    expect(ane.locator("#write")).not_to_have_value("")
    send(ane, citizen)

    ane.keyboard.press("Alt+t")
    ane.select_option("#to", str(ane.locator("#to option", has_text=JON).get_attribute("value")))
    ane.fill("#note", NOTE)
    ane.locator("isac-side [type=submit]").click()
    expect(citizen.locator("#who")).to_have_text(EU.say("eu", "page-person-waiting"))

    jon.select_option("#state", "available")
    take(jon, "Euskara")
    expect(jon.locator(".packet")).to_contain_text(NOTE)
    expect(citizen.locator("#who")).to_have_text(JON)
    say(citizen, "Necesito también una cita para la semana que viene en Donostia")
    say(citizen, "¿Me puede dar usted la cita ahora mismo por favor?")
    expect(citizen.locator("html")).to_have_attribute("lang", "eu")
    jon.get_by_role("button", name="Buscar cita:").first.click()  # what the copilot proposes
    jon.fill("#postcode", "20001")
    jon.get_by_role("button", name="Buscar horas").click()
    jon.locator(".hour input").first.check()
    jon.fill("#document", "12345678Z")
    jon.get_by_role("button", name="Confirmar la cita").click()
    locator = EU.say("eu", "page-locator")
    expect(jon.locator("#write")).to_have_value(re.compile(rf"{locator}: \w{{8}}"))
    written = jon.input_value("#write")
    more = "Ez ahaztu: " + next(line for line in written.splitlines() if line.startswith(locator))
    jon.fill("#write", f"{written}\n{more}")
    send(jon, citizen)
    shows_card(citizen, more)
    citizen.reload()
    shows_card(citizen, more)

    jon.keyboard.press("Alt+f")
    jon.get_by_label("Con cita").check()
    jon.locator(".form .primary").click()
    expect(jon.get_by_text("Conversación terminada.")).to_be_visible()
    expect(jon.locator(".case")).to_have_count(0)
    citizen.locator("isac-rating input").last.check()
    citizen.locator("isac-rating button").click()
    expect(citizen.get_by_text(EU.say("eu", "page-rate-thanks"))).to_be_visible()
    is_whole(service, kept(citizen), service.staff("admin"))


def is_whole(service: Service, session: dict[str, str], staff: str) -> None:
    """The log of the contact, its summary and the audit."""
    said = read(service, f"conversations/{session['id']}", session["token"])
    assert said["language"] == "eu"
    assert said["person"]["state"] == "closed"
    assert [line["name"] for line in said["transcript"] if line["speaker"] == "agent"] == [ANE, ANE, JON]
    summary = read(service, f"contacts/{session['id']}/summary?language=es", staff)
    announced = {place for place, line in enumerate(said["transcript"]) if line["speaker"] == "assistant"}
    told = [turn for one in summary["sentences"] if one["kind"] == "pending" for turn in one["turns"]]
    assert announced.isdisjoint(told)
    deeds = read(service, "desk/audit", staff)["entries"]
    assert (JON, "book", "done") in {(deed["who"], deed["action"], deed["outcome"]) for deed in deeds}
