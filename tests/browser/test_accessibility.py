"""WCAG on a phone and on a desk, light and dark, at every stage of a conversation."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Site, new_context, say

pytestmark = pytest.mark.browser

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours: all that a scheme changes on a page."""

TOO_SMALL = """() => [...document.querySelectorAll('button, select, textarea, .links a')]
  .filter((element) => element.offsetParent !== null)
  .filter((element) => { const box = element.getBoundingClientRect(); return box.height < 44 || box.width < 44; })
  .map((element) => element.outerHTML.slice(0, 80))"""


def violations(page: Page) -> list[str]:
    """In light, and those of colours in dark too."""
    told = _violations(page, LEVELS)
    page.emulate_media(color_scheme="dark")
    told += [f"in dark, {one}" for one in _violations(page, OF_COLOURS)]
    page.emulate_media(color_scheme="light")
    return told


def _violations(page: Page, rules: list[str]) -> list[str]:
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    return [f"{item['id']}: {node['html'][:120]}" for item in found for node in item["nodes"]]


def test_axe_finds_nothing_at_any_stage(browser: Browser, site: Site, size: dict[str, int]) -> None:
    context = new_context(browser, size)
    page = context.new_page()
    page.goto(site.url)
    page.locator(".said").first.wait_for()
    assert violations(page) == []
    for text in ("jubilación", "cita", "1", "sí", "Quiero hablar con una persona"):
        say(page, text)
        assert violations(page) == []
        assert page.evaluate(TOO_SMALL) == []
    page.locator(".cite").first.click()
    page.locator("dialog mark").wait_for()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator("#menu").click()
    assert violations(page) == []
    for path in ("/accesibilidad", "/privacidad", "/aviso-legal"):
        page.goto(f"{site.url}{path}")
        assert violations(page) == []
    page.goto(f"{site.url}/docs")
    page.locator("#operations tr").first.wait_for()
    assert violations(page) == []
    context.close()


def test_nothing_overflows_at_320_pixels(browser: Browser, site: Site) -> None:
    context = new_context(browser, {"width": 320, "height": 640})
    page = context.new_page()
    page.goto(site.url)
    for text in ("jubilación", "cita", "1", "sí", "Quiero hablar con una persona", "a" * 300):
        say(page, text)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_the_first_stop_of_the_keyboard_skips_to_writing(browser: Browser, site: Site) -> None:
    context = new_context(browser, PHONE)
    page = context.new_page()
    page.goto(site.url)
    page.locator(".said").first.wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "message"
    context.close()


def test_what_comes_is_announced_politely_and_each_speaker_is_named(page: Page) -> None:
    log = page.get_by_role("log")
    assert log.get_attribute("aria-live") == "polite"
    say(page, "hola")
    assert log.locator(".asked").inner_text().startswith("Usted, ")
    expect(log.get_by_role("heading", name="Asistente automático")).to_have_count(2)
