"""What a citizen sees on a small phone without scrolling, zoomed in, and on a slow or broken line."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.citizen import SMALL_PHONE, booked, is_brought_into_view, open_page
from tests.browser.conftest import PATIENCE_MS, Site, new_context, say

pytestmark = pytest.mark.browser


def test_what_is_to_be_decided_is_in_view_when_it_comes(browser: Browser, site: Site) -> None:
    context, page = open_page(browser, site, SMALL_PHONE)
    is_brought_into_view(page, "#replies button")
    say(page, "jubilación")
    is_brought_into_view(page, "#replies button")
    say(page, "cita")
    is_brought_into_view(page, ".offer, #replies button")
    page.locator(".offer").first.click()
    expect(page.locator(".proposed .primary")).to_be_visible()
    is_brought_into_view(page, ".proposed .actions button")
    page.locator(".proposed .primary").click()
    expect(page.locator(".locator")).to_be_visible()
    is_brought_into_view(page, ".locator")
    context.close()


def test_the_head_is_one_row_and_leaves_the_screen_to_the_conversation(browser: Browser, site: Site) -> None:
    context, page = open_page(browser, site, SMALL_PHONE)
    taken = page.evaluate(
        "document.querySelector('.head').offsetHeight + document.querySelector('.bottom').offsetHeight"
    )
    assert taken <= 130
    context.close()


def test_a_booking_is_not_longer_than_two_screens(browser: Browser, site: Site) -> None:
    context, page = open_page(browser, site, SMALL_PHONE)
    booked(page)
    assert page.evaluate("document.documentElement.scrollHeight") <= 1500
    context.close()


@pytest.mark.parametrize("zoom", [2, 4])
def test_zoomed_in_the_answer_is_brought_into_view(browser: Browser, site: Site, zoom: int) -> None:
    context, page = open_page(browser, site, {"width": 1280 // zoom, "height": 900 // zoom})
    say(page, "jubilación")
    page.wait_for_function(
        """() => {
          const { top } = [...document.querySelectorAll("isac-turn")].at(-1).getBoundingClientRect();
          return top >= -1 && top < innerHeight;
        }""",
        timeout=PATIENCE_MS,
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280 // zoom
    context.close()


def test_the_first_view_has_words_before_any_script_and_any_other_file(browser: Browser, site: Site) -> None:
    context, page = open_page(browser, site, SMALL_PHONE)
    for held in ("**/static/**", "**/v1/**"):
        page.route(held, lambda route: None)  # nothing else ever comes
    page.goto(site.url, wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_have_text("Recepción virtual")
    expect(page.locator("#skeleton")).to_be_visible()
    page.unroute_all(behavior="ignoreErrors")
    context.close()


def test_what_is_asked_before_the_scripts_are_here_is_said_when_they_are(browser: Browser, site: Site) -> None:
    context = new_context(browser, SMALL_PHONE)
    page, held = context.new_page(), list[Route]()
    page.route("**/static/**", lambda route: held.append(route))
    with page.expect_response("**/v1/conversations"):  # it waits for no script
        page.goto(site.url, wait_until="commit")
    page.fill("#message", "jubilación")
    page.press("#message", "Enter")
    expect(page.locator("#status")).to_have_text("Preparando la respuesta…")
    for route in held:
        route.continue_()
    expect(page.locator("isac-asked")).to_contain_text("jubilación")
    expect(page.get_by_role("button", name="Fuente 1").first).to_be_visible()
    assert page.url == f"{site.url}/"
    context.close()


def test_a_script_that_did_not_come_is_told_and_fetched_again(browser: Browser, site: Site) -> None:
    context = new_context(browser, SMALL_PHONE)
    page = context.new_page()
    page.clock.install()
    page.route("**/main.js", lambda route: route.abort(), times=1)
    page.goto(site.url)
    expect(page.locator("#status")).to_contain_text("En cuanto vuelva la conexión, seguimos")
    page.clock.run_for(5_000)
    expect(page.locator(".said").first).to_be_visible()
    expect(page.locator("#status")).to_be_empty()
    context.close()


def test_a_line_that_comes_back_goes_on_by_itself(page: Page) -> None:
    page.context.set_offline(True)
    say(page, "jubilación")
    expect(page.get_by_role("alert")).to_contain_text("En cuanto vuelva la conexión, seguimos")
    page.context.set_offline(False)
    expect(page.get_by_role("button", name="Fuente 1").first).to_be_visible()
    expect(page.locator("isac-asked")).to_have_count(1)


def test_another_answer_than_that_of_the_service_is_not_called_a_lost_connection(page: Page) -> None:
    page.route("**/messages", lambda route: route.fulfill(status=503, body="<h1>proxy</h1>"))
    say(page, "jubilación")
    expect(page.get_by_role("alert")).to_contain_text("El servicio tiene un problema ahora mismo")
    expect(page.locator("#message")).to_have_value("jubilación")


def test_a_slow_answer_is_told_and_need_not_be_waited_for(page: Page) -> None:
    held: list[Route] = []
    page.clock.install()
    page.route("**/messages", lambda route: held.append(route))
    page.fill("#message", "jubilación")
    page.press("#message", "Enter")
    page.clock.run_for(9_000)
    expect(page.get_by_role("status").first).to_contain_text("Está tardando más de lo normal")
    page.get_by_role("button", name="No esperar más").click()
    expect(page.get_by_role("alert")).to_contain_text("no ha contestado a tiempo")
    expect(page.locator("#message")).to_have_value("jubilación")


def test_without_scripts_nothing_pretends_to_load_and_the_telephone_is_there(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=SMALL_PHONE, java_script_enabled=False)  # type: ignore[arg-type]  # a size
    page = context.new_page()
    page.goto(site.url)
    expect(page.locator("#skeleton")).to_be_hidden()
    expect(page.locator("#composer")).to_be_hidden()
    expect(page.locator(".noscript a")).to_have_attribute("href", re.compile(r"^tel:\d+$"))
    context.close()


@pytest.mark.parametrize("path", ["privacidad", "aviso-legal", "accesibilidad"])
def test_the_head_of_a_page_of_information_breaks_no_word(browser: Browser, site: Site, path: str) -> None:
    context = new_context(browser, SMALL_PHONE)
    page = context.new_page()
    page.goto(f"{site.url}/{path}")
    assert page.locator(".head").evaluate("head => head.offsetHeight") <= 70
    expect(page.get_by_role("link", name="Volver a la conversación")).to_be_visible()
    context.close()


def test_a_sheet_is_as_wide_as_the_phone(browser: Browser, site: Site) -> None:
    context, page = open_page(browser, site, SMALL_PHONE)
    page.locator("#menu").click()
    box = page.locator("dialog").bounding_box()
    assert box is not None
    assert box["x"] == 0
    assert box["width"] == page.evaluate("document.documentElement.clientWidth")
    context.close()


def test_a_lost_line_leaves_a_telephone_that_can_be_pressed(page: Page) -> None:
    page.route("**/messages", lambda route: route.abort())
    page.fill("#message", "jubilación")
    page.press("#message", "Enter")
    expect(page.locator(".notice a[href^='tel:']")).to_be_visible()


def test_what_is_asked_before_erasing_is_a_question(page: Page) -> None:
    say(page, "jubilación")
    page.locator("#menu").click()
    page.get_by_role("button", name="Empezar de nuevo").click()
    expect(page.get_by_role("heading", name="¿Empezar de nuevo?")).to_be_visible()


def test_the_body_that_speaks_is_named_on_a_phone(browser: Browser, site: Site) -> None:
    context, page = open_page(browser, site, SMALL_PHONE)
    expect(page.locator(".head [data-t='body']")).to_be_visible()
    context.close()
