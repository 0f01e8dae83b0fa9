"""The conversation within another site, by one script tag."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, expect

from api.settings.settings import Settings
from tests.api.fakes import make_services
from tests.browser.conftest import DESK, Site, new_context, serving, until
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser


class OtherSite(BaseHTTPRequestHandler):
    """A page of somebody else, with the script tag."""

    script = ""

    def do_GET(self) -> None:
        body = f'<!doctype html><html lang="es"><title>Otro</title><main><h1>Otro sitio</h1></main>{self.script}'
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:
        return None


@pytest.fixture
def other() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), OtherSite)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _site(embed_origins: str) -> Settings:
    return Settings(_env_file=None, embed_origins=embed_origins)


def test_a_button_opens_the_conversation_and_closes_it(browser: Browser, other: str) -> None:
    with serving(make_services(_site(other))) as site:
        OtherSite.script = f'<script src="{site.url}/widget.js" async></script>'
        context = new_context(browser, DESK)
        page = context.new_page()
        page.goto(other)
        assert len(page.frames) == 1 or page.frames[1].url == "about:blank"  # nothing is loaded before it is wanted
        page.get_by_role("button", name="Abrir el asistente").click()
        inside = page.frame_locator("iframe")
        expect(inside.locator(".said").first).to_be_visible()
        inside.locator("#message").fill("jubilación")
        inside.locator("#message").press("Enter")
        expect(inside.get_by_role("button", name="Fuente 1").first).to_be_visible()
        inside.locator("#message").press("Escape")
        expect(page.locator("iframe")).to_be_hidden()
        expect(page.get_by_role("button", name="Abrir el asistente")).to_be_focused()
        assert violations(page) == []
        context.close()


def test_a_site_that_is_not_named_gets_no_page(browser: Browser, site: Site, other: str) -> None:
    OtherSite.script = f'<script src="{site.url}/widget.js" async></script>'
    context = new_context(browser, DESK)
    page = context.new_page()
    page.goto(other)
    page.get_by_role("button", name="Abrir el asistente").click()
    until(page, lambda: page.frames[-1].url.startswith("chrome-error:"))  # the browser refuses to show it
    expect(page.frame_locator("iframe").locator("#message")).to_have_count(0)
    context.close()
