"""The page of questions without an answer, in a real browser."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from knowledge.languages import LANGUAGES
from tests.browser.conftest import Site, new_context
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

TOO_SMALL = """() => [...document.querySelectorAll('button, select, input, nav a')]
  .filter((element) => element.offsetParent !== null && element.getBoundingClientRect().height < 44)
  .map((element) => element.outerHTML.slice(0, 80))"""


def come_in(page: Page, site: Site, language: str = "es") -> Page:
    page.goto(f"{site.url}/admin/gaps?language={language}")
    page.fill("#token", site.services.tokens.for_role("agent"))
    page.press("#token", "Enter")
    expect(page.locator(".theme")).to_have_count(2)
    return page


@pytest.fixture
def inside(context: BrowserContext, site: Site) -> Page:
    return come_in(context.new_page(), site)


def test_a_theme_shows_its_questions_its_figures_and_the_file_to_write(inside: Page) -> None:
    first, second = inside.locator(".theme").all()
    expect(first.locator(".times")).to_have_text("3")
    expect(first).to_contain_text("¿Y si trabajé en dos países? × 2")
    expect(first).to_contain_text("Castellano: 2")
    expect(first).to_contain_text("El artículo no tiene ese apartado: 2")
    expect(first).to_contain_text("knowledge/administrations/seguridad_social/articles/jubilacion_ordinaria/eu.md")
    assert first.locator("q", has_text="Zein agiri").get_attribute("lang") == "eu"
    expect(second).to_contain_text("[DOCUMENT]")
    expect(second).to_contain_text("knowledge/administrations/seguridad_social/utterances/")
    expect(inside.locator("#count")).to_have_text("(2)")


def test_language_and_days_narrow(inside: Page) -> None:
    inside.select_option("#language", "eu")
    inside.get_by_role("button", name="Filtrar").click()
    expect(inside.locator(".theme")).to_have_count(1)
    expect(inside.locator(".times")).to_have_text("1")
    inside.fill("#from", "2026-11-22")
    inside.press("#from", "Enter")
    expect(inside.get_by_role("status")).to_have_text("No hay preguntas sin respuesta con este filtro.")


def test_the_key_is_kept_in_this_tab_and_given_back(inside: Page) -> None:
    assert "token" not in inside.url
    expect(inside.locator("#themes")).to_be_focused()
    inside.reload()
    expect(inside.locator(".theme")).to_have_count(2)
    inside.get_by_role("button", name="Salir").click()
    expect(inside.locator(".theme")).to_have_count(0)
    expect(inside.locator("#token")).to_be_focused()
    inside.reload()
    expect(inside.locator("#token")).to_be_visible()


def test_a_wrong_key_is_told_and_another_can_be_given(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.goto(f"{site.url}/admin/gaps")
    page.fill("#token", "nonsense")
    page.press("#token", "Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#token")).to_be_focused()
    come_in(page, site)


def test_a_lost_connection_is_told_and_tried_again(inside: Page) -> None:
    inside.route("**/insights/**", lambda route: route.abort())
    inside.get_by_role("button", name="Filtrar").click()
    expect(inside.get_by_role("alert")).to_contain_text("No hay conexión")
    inside.unroute("**/insights/**")
    inside.get_by_role("button", name="Reintentar").click()
    expect(inside.locator(".theme")).to_have_count(2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language(context: BrowserContext, site: Site, language: str) -> None:
    page = come_in(context.new_page(), site, language)
    phrases = site.services.phrases
    expect(page.get_by_role("heading", level=1)).to_have_text(phrases.say(language, "gaps-title"))
    expect(page.locator(".theme").first).to_contain_text(phrases.say(language, "gaps-why-no-section"))
    expect(page.locator(".aspect").first).to_have_text(phrases.say(language, "aspect-documents"))


def test_axe_finds_nothing(browser: Browser, site: Site, size: dict[str, int]) -> None:
    context = new_context(browser, size)
    page = context.new_page()
    page.goto(f"{site.url}/admin/gaps")
    page.locator("#token").wait_for()
    assert violations(page) == []
    come_in(page, site)
    assert violations(page) == []
    assert page.evaluate(TOO_SMALL) == []
    context.close()


def test_nothing_overflows_at_320_pixels_nor_comes_from_elsewhere(browser: Browser, site: Site) -> None:
    context = new_context(browser, {"width": 320, "height": 640})
    page, hosts, faults = context.new_page(), set[str](), list[str]()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.on("console", lambda message: faults.append(message.text))
    come_in(page, site)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert hosts == {site.url.removeprefix("http://")}
    assert faults == []
    context.close()
