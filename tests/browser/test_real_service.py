"""The page in a real browser over the real service: the buttons say sentences that the service understands."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.api.service import Service
from tests.browser.conftest import PHONE, new_context, say

pytestmark = [pytest.mark.browser, pytest.mark.process]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    running = Service(tmp_path_factory.mktemp("page")).start()
    yield running
    running.stop()


@pytest.fixture
def page(browser: Browser, service: Service) -> Iterator[Page]:
    context = new_context(browser, PHONE)
    page = context.new_page()
    page.goto(service.address)
    expect(page.get_by_role("log")).not_to_be_empty()
    yield page
    context.close()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "es"])
def test_the_language_switch_is_understood_in_the_middle_of_a_conversation(page: Page, language: Language) -> None:
    say(page, "¿A qué edad me puedo jubilar?")
    page.select_option("#language", language)
    expect(page.get_by_role("log")).to_contain_text(shipped.phrases().say(language, "language-switched"))
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_for_a_person_brings_one_in_every_language(page: Page, language: Language) -> None:
    page.select_option("#language", language)
    page.get_by_role("button", name=shipped.phrases().say(language, "page-person")).first.click()
    expect(page.get_by_role("log")).to_contain_text(shipped.phrases().say(language, "handoff-asked"))


def test_a_booking_on_a_phone_from_the_question_to_the_locator(page: Page) -> None:
    say(page, "Quiero cita para la jubilación en Sevilla")
    page.locator(".offer").first.click()
    expect(page.get_by_role("log")).to_contain_text("DNI o NIE")
    say(page, "12345678Z")
    card = page.locator(".card.proposed")
    card.get_by_role("button").first.click()
    expect(page.locator(".card.booked")).to_be_visible()
    page.reload()
    expect(page.locator(".card.booked")).to_be_visible()


def test_a_citation_of_a_law_that_is_not_held_names_the_article_and_leads_to_it(page: Page) -> None:
    say(page, "¿A qué edad me puedo jubilar?")
    page.locator(".said button", has_text="1").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("no podemos mostrarle el texto de esta fuente")
    expect(dialog).to_contain_text("Ley General de la Seguridad Social, artículo 205.1.a)")
    expect(dialog).not_to_contain_text("la edad de jubilación es de 66 años")
    href = dialog.get_by_role("link").get_attribute("href")
    assert href == "https://www.boe.es/buscar/act.php?id=BOE-A-2015-11724#a205"
