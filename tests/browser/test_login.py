"""Coming in by an account in a real browser, and a session that ends in the middle of a sentence."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import httpx
import pytest
from playwright.sync_api import Browser, expect

from api.http.problems import on_error
from api.login.login import AccountLogin
from api.login.provider import OpenIdProvider
from api.problems.errors import ExpiredToken
from api.settings.settings import Settings
from api.wiring.login import registration_of, rules_of
from tests.api.fakes import NOW, ListTrail, make_services
from tests.api.openid import CLIENT_ID, SECRET, OpenIdServer
from tests.browser.conftest import DESK, Site, new_context, serving
from tests.browser.desk_service import ScriptedDesk, hand_off
from tests.browser.test_accessibility import violations
from tools.clock import LocalClock, fixed
from tools.ids import RandomIds

pytestmark = pytest.mark.browser


@dataclass
class Offices:
    """The desk, and the provider of accounts; ``shift_h``: hours that have passed."""

    provider: OpenIdServer
    shift_h: int = 0
    site: Site | None = None
    desk: ScriptedDesk | None = None

    def now(self) -> datetime:
        return NOW + timedelta(hours=self.shift_h)


@pytest.fixture
def offices() -> Iterator[Offices]:
    with ExitStack() as opened:
        provider = OpenIdServer(lambda: NOW)
        offices = Offices(provider)
        provider.clock = offices.now
        services = make_services()
        provider.issuer = opened.enter_context(serving(services, provider.app())).url
        tokens = replace(services.tokens, clock=LocalClock(offices.now, fixed(NOW).zone))
        services = replace(services, tokens=tokens)
        desk = offices.desk = ScriptedDesk(services)
        app = desk.app()
        app.state.services = services
        app.add_exception_handler(ExpiredToken, on_error)
        site = offices.site = opened.enter_context(serving(services, app))
        settings = Settings(
            _env_file=None, public_url=site.url, oidc_issuer=provider.issuer, oidc_client_id=CLIENT_ID,
            oidc_client_secret=SECRET, demo=False,
        )  # fmt: skip
        door = OpenIdProvider(httpx.AsyncClient(), registration_of(settings, site.url))
        login = AccountLogin(door, rules_of(settings), tokens, ListTrail(), RandomIds())
        app.routes[-1].app.state.services = replace(services, settings=settings, login=login)  # type: ignore[attr-defined]
        yield offices
        site.run(door.close())


def test_a_session_that_ends_in_the_middle_of_a_sentence_loses_nothing(browser: Browser, offices: Offices) -> None:
    assert offices.site is not None
    assert offices.desk is not None
    context = new_context(browser, DESK)
    page = context.new_page()
    offices.provider.person["roles"] = []
    page.goto(f"{offices.site.url}/agente?language=es")
    account = page.get_by_role("link", name="Entrar con la cuenta de la organización")
    expect(account).to_be_visible()
    expect(page.locator("#token")).to_be_hidden()
    assert violations(page) == []
    account.click()
    expect(page.get_by_role("alert")).to_contain_text("Su cuenta no tiene ninguna función aquí")
    expect(page.get_by_text("ane", exact=True)).to_be_visible()
    assert violations(page) == []

    offices.provider.person["roles"] = ["isac-agent"]
    page.get_by_role("link", name="Intentarlo de nuevo").click()
    expect(page.locator("#mine-title")).to_be_visible()
    assert "token" not in page.url
    entry = hand_off(1)
    offices.site.run(offices.desk.wait(entry))
    page.locator("#waiting .waits button").click()
    page.fill("#write", "Puede pedirla desde")

    offices.shift_h = 9
    page.locator("#write").press_sequentially(" tres meses antes.")
    page.select_option("#state", "busy")
    notice = page.locator("isac-notice")
    expect(notice).to_contain_text("Su sesión ha terminado. Lo que tenía escrito sigue aquí.")
    with context.expect_page():
        notice.get_by_role("button").click()
    expect(notice.locator("p")).to_have_count(0)
    expect(page.locator("#write")).to_have_value("Puede pedirla desde tres meses antes.")
    page.press("#write", "Enter")
    expect(page.locator(".line").last).to_contain_text("tres meses antes.")
    expect(page.locator(".line").last).not_to_contain_text("No se ha enviado")

    with page.expect_request(lambda request: request.url.startswith(f"{offices.provider.issuer}/logout")):
        page.get_by_role("button", name="Salir").click()
    expect(account).to_be_visible()
    context.close()
