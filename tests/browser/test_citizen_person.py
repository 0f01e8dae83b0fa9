"""Waiting for a person and talking with one, in the page."""

import json
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.citizen import SMALL_PHONE, Agent, is_brought_into_view, is_kept, open_page, session
from tests.browser.conftest import Site, say, until
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser


def ask_for_person(page: Page, site: Site) -> Agent:
    page.get_by_role("button", name="Hablar con una persona").click()
    expect(page.locator("isac-waiting")).to_contain_text("Esperando a una persona")
    return Agent(page, site)


def test_from_waiting_to_the_rating(browser: Browser, site: Site) -> None:
    context, page = open_page(browser, site, SMALL_PHONE)
    agent = ask_for_person(page, site)
    expect(page.locator("#who")).to_have_text("Esperando a una persona")
    assert violations(page) == []
    agent.accept()
    expect(page.locator("#who")).to_have_text("Ana")
    expect(page.locator("isac-waiting")).to_contain_text("Ana")
    agent.says("Buenos días, ¿en qué puedo ayudarle?")
    expect(page.locator("isac-agent")).to_contain_text("Buenos días")
    say(page, "Quiero saber mi edad")
    say(page, "de jubilación")
    expect(page.locator("isac-asked .state").last).to_have_text("Enviado")
    assert violations(page) == []
    agent.has_read(100)
    expect(page.locator("isac-asked .state")).to_have_text(["Leído", "Leído"])
    expect(page.locator("isac-turn")).to_have_count(2)  # the assistant is silent
    agent.ends()
    expect(page.locator("isac-rating")).to_be_visible()
    assert violations(page) == []
    page.get_by_label("Muy bien").check()
    page.get_by_role("button", name="Enviar valoración").click()
    expect(page.get_by_text("Gracias por su valoración.")).to_be_visible()
    is_kept(page, site, "rating", "score", 5)
    context.close()


def test_the_waiting_stands_in_view_on_a_phone(browser: Browser, site: Site) -> None:
    context, page = open_page(browser, site, SMALL_PHONE)
    ask_for_person(page, site)
    is_brought_into_view(page, "isac-waiting dl")
    context.close()


def test_what_the_agent_wrote_is_there_after_a_reload_and_no_word_comes_twice(page: Page, site: Site) -> None:
    agent = ask_for_person(page, site)
    agent.accept()
    agent.says("Uno")
    agent.says("Dos")
    expect(page.locator("isac-agent")).to_have_count(2)
    page.reload()
    expect(page.locator("isac-agent .said")).to_have_text(["Uno", "Dos"])
    expect(page.locator("#who")).to_have_text("Ana")
    agent.says("Tres")
    expect(page.locator("isac-agent .said")).to_have_text(["Uno", "Dos", "Tres"])


def test_a_cut_line_loses_nothing_of_what_the_agent_wrote(page: Page, site: Site) -> None:
    agent = ask_for_person(page, site)
    agent.accept()
    expect(page.locator("#who")).to_have_text("Ana")
    site.cut()
    agent.says("Sigo aquí")
    expect(page.locator("isac-agent .said")).to_have_text(["Sigo aquí"])


def test_the_agent_sees_that_the_citizen_has_read(page: Page, site: Site) -> None:
    agent = ask_for_person(page, site)
    agent.accept()
    expect(page.locator("#who")).to_have_text("Ana")
    said = agent.says("¿Está ahí?")
    expect(page.locator("isac-agent")).to_be_visible()

    def seen() -> dict[str, int]:
        events = site.run(site.services.chat.contacts.events(agent.conversation))
        return {event.data["what"]: event.data["number"] for event in events if event.kind == "seen"}

    until(page, lambda: seen() == {"delivered": said["number"], "read": said["number"]})


def test_two_tabs_have_the_same_talk(page: Page, site: Site) -> None:
    agent = ask_for_person(page, site)
    agent.accept()
    kept = session(page)
    other = page.context.new_page()
    other.goto(f"{site.url}/#volver={kept['id']}.{kept['token']}")
    expect(other.locator("#who")).to_have_text("Ana")
    say(page, "desde la primera")
    expect(other.locator("isac-asked").last).to_contain_text("desde la primera")
    agent.says("Le leo en las dos")
    for tab in (page, other):
        expect(tab.locator("isac-agent .said")).to_have_text(["Le leo en las dos"])


def test_what_is_written_once_the_key_ran_out_is_sent_with_a_new_one(browser: Browser, site: Site) -> None:
    context, page = open_page(browser, site, SMALL_PHONE)
    agent = ask_for_person(page, site)
    agent.accept()
    expect(page.locator("#who")).to_have_text("Ana")
    tokens = site.services.tokens
    before = replace(tokens, clock=lambda: tokens.clock() - tokens.conversation_life)
    old = before.for_conversation(agent.conversation)
    kept = json.dumps({"id": agent.conversation, "token": old})
    page.evaluate("(kept) => sessionStorage.setItem('isac.conversation', kept)", kept)
    page.reload()
    expect(page.locator("#who")).to_have_text("Ana")
    assert session(page)["token"] != old
    # The next message finds the key run out again, as after a night with the lid down.
    refusal = {"code": "expired_token", "title": "", "detail": "", "status": 401}
    page.route("**/messages", lambda route: route.fulfill(status=401, json=refusal), times=1)
    with page.expect_request("**/token"):
        say(page, "Sigo aquí")
    expect(page.locator("isac-asked .state").last).to_have_text("Enviado")
    expect(page.locator("isac-asked").filter(has_text="Sigo aquí")).to_have_count(1)
    expect(page.locator("isac-notice")).to_be_hidden()
    context.close()
