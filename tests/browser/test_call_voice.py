"""Two browsers of a call hear each other: the sound is measured where it is played."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from knowledge.languages import LANGUAGES, Language
from tests.browser.calls import (
    begin,
    calling,
    desk_of,
    heard,
    launch_with_microphone,
    recorded,
    sign_in,
    tone_file,
    too_small,
)
from tests.browser.conftest import PHONE, Site
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

LOUDNESS = """() => {
    const { srcObject, muted, volume } = document.querySelector("#other-side");
    if (!srcObject || muted) return 0;
    const context = new AudioContext(), analyser = new AnalyserNode(context, { fftSize: 2048 });
    context.createMediaStreamSource(srcObject).connect(analyser);
    return new Promise((told) => setTimeout(() => {
        const samples = new Float32Array(2048);
        analyser.getFloatTimeDomainData(samples);
        context.close();
        told(volume * Math.max(...samples.map(Math.abs)));
    }, 300));
}"""


@pytest.fixture(scope="module")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    browser = launch_with_microphone(playwright, tone_file(tmp_path_factory.mktemp("sound")))
    yield browser
    browser.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with calling(tmp_path) as site:
        yield site


@pytest.fixture
def pages(browser: Browser, site: Site) -> Iterator[tuple[Page, Page]]:
    """That of the agent, which began the call, and that of the citizen, once they hear each other."""
    contexts = [desk_of(browser), desk_of(browser)]
    agent = sign_in(contexts[0].new_page(), site)
    call_id = begin(agent, side="agent")
    expect(agent.locator("#voice-state")).to_have_text("La otra persona aún no está conectada.")
    citizen = joined(contexts[1].new_page(), site, call_id, "citizen")
    for page in (agent, citizen):
        expect(page.locator("#voice-state")).to_have_text("Se oyen bien.")
    yield agent, citizen
    for context in contexts:
        context.close()


def joined(page: Page, site: Site, call_id: str, side: str) -> Page:
    sign_in(page, site, f"/llamada?call={call_id}")
    page.check(f"#join [value={side}]")
    page.get_by_role("button", name="Conectar el micrófono").click()
    return page


def hears(page: Page, *, something: bool) -> None:
    """Until the other side is heard there, or is not."""
    for _ in range(40):
        if (page.evaluate(LOUDNESS) > 0.01) is something:
            return
    raise AssertionError(f"heard: {not something}")


def test_both_hear_each_other_and_both_are_written_down(pages: tuple[Page, Page]) -> None:
    for page in pages:
        hears(page, something=True)
        heard(page, "buenos días")
        assert page.evaluate("document.querySelector('#other-side').paused") is False


def test_on_hold_nobody_hears_anything_and_both_are_told(pages: tuple[Page, Page]) -> None:
    agent, citizen = pages
    agent.get_by_role("button", name="Poner en espera").click()
    expect(agent.locator("#voice-state")).to_contain_text("En espera")
    expect(citizen.locator("#voice-state")).to_contain_text("le ha puesto en espera")
    for page in pages:
        hears(page, something=False)
        expect(page.locator("#level")).to_have_js_property("value", 0)  # nor is anything sent to be written down
    agent.get_by_role("button", name="Retomar la llamada").click()
    for page in pages:
        expect(page.locator("#voice-state")).to_have_text("Se oyen bien.")
        hears(page, something=True)


def test_muted_one_side_is_silent_and_hears_the_other(pages: tuple[Page, Page]) -> None:
    agent, citizen = pages
    agent.get_by_role("button", name="Silenciar").click()
    hears(citizen, something=False)
    hears(agent, something=True)
    agent.get_by_role("button", name="Poner en espera").click()
    agent.get_by_role("button", name="Retomar la llamada").click()
    expect(citizen.locator("#voice-state")).to_have_text("Se oyen bien.")
    hears(citizen, something=False)  # a hold that is over does not open a microphone that was muted
    agent.get_by_role("button", name="Activar el micrófono").click()
    hears(citizen, something=True)


def test_the_voice_is_taken_up_again_and_the_hold_holds(pages: tuple[Page, Page]) -> None:
    agent, citizen = pages
    agent.get_by_role("button", name="Poner en espera").click()
    expect(citizen.locator("#voice-state")).to_contain_text("le ha puesto en espera")
    citizen.on("dialog", lambda dialog: dialog.accept())
    citizen.reload()
    citizen.check("#join [value=citizen]")
    citizen.get_by_role("button", name="Conectar el micrófono").click()
    expect(citizen.locator("#voice-state")).to_contain_text("le ha puesto en espera")
    hears(citizen, something=False)
    agent.get_by_role("button", name="Retomar la llamada").click()
    hears(citizen, something=True)


def test_another_agent_takes_the_call_with_its_voice(pages: tuple[Page, Page], browser: Browser, site: Site) -> None:
    agent, citizen = pages
    context = desk_of(browser)
    other = joined(context.new_page(), site, agent.url.split("call=")[1].split("&")[0], "agent")
    other.get_by_role("button", name="Conectar de todos modos").click()
    expect(agent.get_by_role("alert")).to_contain_text("Otro dispositivo")
    expect(agent.locator("#voice")).to_be_hidden()
    expect(other.locator("#voice-state")).to_have_text("Se oyen bien.")
    for page in (other, citizen):
        hears(page, something=True)
    context.close()


def test_who_leaves_is_told_at_once_and_volume_is_obeyed(pages: tuple[Page, Page]) -> None:
    agent, citizen = pages
    agent.get_by_label("Volumen de la otra persona").fill("0")
    hears(agent, something=False)
    citizen.on("dialog", lambda dialog: dialog.accept())
    citizen.get_by_role("button", name="Salir").click()
    expect(agent.locator("#voice-state")).to_have_text("La otra persona aún no está conectada.")


def test_a_call_of_the_exchange_has_no_voice_here(browser: Browser, site: Site) -> None:
    context = desk_of(browser)
    page = joined(context.new_page(), site, recorded(site, live=True), "agent")
    expect(page.locator("#line")).to_have_attribute("data-state", "connected")
    expect(page.locator("#voice")).to_be_hidden()
    expect(page.locator("#hold")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language_and_axe_finds_nothing(browser: Browser, site: Site, language: Language) -> None:
    context = desk_of(browser, PHONE)
    page = sign_in(context.new_page(), site, language=language)
    begin(page, side="agent")
    say = site.services.phrases.say
    expect(page.locator("#voice-state")).to_have_text(say(language, "softphone-voice-waiting"))
    assert (violations(page), too_small(page)) == ([], [])
    page.locator("#hold").click()
    expect(page.locator("#voice-state")).to_have_text(say(language, "softphone-voice-held"))
    page.locator("#mute").click()
    expect(page.locator("#mute")).to_have_text(say(language, "softphone-unmute"))
    assert (violations(page), too_small(page)) == ([], [])
    context.close()
