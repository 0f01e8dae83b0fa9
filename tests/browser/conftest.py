"""A real browser against the real application, served by uvicorn on a free port."""

import asyncio
import os
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from socket import socket
from typing import Any, TypeVar

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, expect, sync_playwright
from starlette.types import ASGIApp

from api.app import create_app
from api.services.services import Services
from tests.api.fakes import make_services

SYSTEM_CHROMIUM = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
"""The shell has no windows: a context takes a third of the time there."""
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
T = TypeVar("T")
PATIENCE_MS = 20_000  # of a machine that does other things at the same time: a page is right, not quick
POLL_MS = 20
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


def say(page: Page, text: str) -> None:
    """Write it and send it, once the conversation is open, until it is answered or said that it is not."""
    expect(page.locator(".said").first).to_be_visible()
    page.fill("#message", text)
    page.press("#message", "Enter")
    expect(page.locator("isac-asked.waiting")).to_have_count(0)


def until(page: Page, is_so: Callable[[], object]) -> None:
    """Wait for what no page shows: what the service was told, and what it kept of it."""
    for _ in range(PATIENCE_MS // POLL_MS):
        if is_so():
            return
        page.wait_for_timeout(POLL_MS)  # what the page does is told meanwhile
    assert is_so()


@dataclass(frozen=True)
class Site:
    """Where the application is, and what it works with."""

    url: str
    services: Services
    server: "BackgroundServer"
    loop: asyncio.AbstractEventLoop

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do it where the application runs."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(20)

    def cut(self) -> None:
        """All connections, without a word; they are gone when this returns."""

        async def abort() -> None:
            self.server.cut()

        self.run(abort())


class BackgroundServer(uvicorn.Server):
    """Uvicorn in a thread: signals belong to the test run."""

    def install_signal_handlers(self) -> None:
        return None

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """Without the second that it would wait for pages to let go of their events: nobody looks at them any more."""
        self.cut()
        await super().shutdown(sockets)

    def cut(self) -> None:
        for connection in tuple(self.server_state.connections):
            connection.transport.abort()


@contextmanager
def serving(services: Services, app: ASGIApp | None = None) -> Iterator[Site]:
    """The application on a free port; ``app``: one that stands before it."""
    config = uvicorn.Config(
        app or create_app(services), port=0, log_config=None, access_log=False, timeout_graceful_shutdown=1
    )
    server, runner = BackgroundServer(config), asyncio.Runner(loop_factory=asyncio.new_event_loop)
    loop, ready = runner.get_loop(), threading.Event()

    async def serve() -> None:
        task = asyncio.create_task(server.serve())
        while not server.started and not task.done():
            await asyncio.sleep(0.01)
        ready.set()
        await task

    def run() -> None:
        with runner:  # which ends what libraries left running
            runner.run(serve())

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait()
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Site(f"http://127.0.0.1:{port}", services, server, loop)
    server.should_exit = True
    thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(make_services()) as site:
        yield site


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """For one module: while it is open its event loop runs here, and other modules' async tests need theirs."""
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE_MS)
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = launch(playwright)
    yield browser
    browser.close()


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Debian's Chromium when it is there, else Playwright's own."""
    path = next(filter(os.path.exists, SYSTEM_CHROMIUM), None)
    try:
        return playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])
    except Error as error:
        pytest.fail(
            "No browser could be started. Install Debian's (apt-get install chromium) or Playwright's "
            f"(python -m playwright install chromium). {str(error).splitlines()[0]}"
        )


@pytest.fixture(params=["phone", "desk"])
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    return PHONE if request.param == "phone" else DESK


def new_context(browser: Browser, size: dict[str, int], **options: str) -> BrowserContext:
    return browser.new_context(viewport=size, locale=options.pop("locale", "es-ES"), reduced_motion="reduce", **options)  # type: ignore[arg-type]  # options are Playwright's own literals


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = new_context(browser, DESK)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Page:
    page = context.new_page()
    page.goto(site.url)
    page.locator(".said").first.wait_for()
    return page
