"""The softphone in a real browser with a microphone that plays a file."""

import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, Playwright, Route, expect

from knowledge.languages import LANGUAGES, Language
from speech.calls.announcing import passing
from speech.calls.record import Call, Said, Track
from speech.segments import RATE, Behind, Segment
from tests.browser.calls import (
    SCRIPT,
    TONE,
    begin,
    calling,
    cut,
    desk_of,
    heard,
    kept_sound,
    launch_with_microphone,
    recorded,
    sign_in,
    talked,
    tone_file,
    tone_share,
    too_small,
    words,
)
from tests.browser.conftest import DESK, PHONE, Site, new_context
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser


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
def page(browser: Browser, site: Site) -> Iterator[Page]:
    context = desk_of(browser)
    yield sign_in(context.new_page(), site)
    context.close()


def said(site: Site, call_id: str, track: str = "citizen") -> list[str]:
    return [
        one.segment.text for one in site.run(site.services.calls.record.find_segments(call_id)) if one.track == track
    ]


def more(page: Page, times: int = 1) -> None:
    """Until so many utterances more are written down, of a second each."""
    said = page.locator(".utterance.citizen")
    expect(said.nth(said.count() + times - 1)).to_be_visible()


def test_a_call_from_the_notice_to_the_record(page: Page, site: Site) -> None:
    call_id = begin(page, keep=True)
    expect(page.locator("#consent-text")).to_contain_text("esta llamada se graba")
    page.get_by_role("button", name="y está de acuerdo").click()
    expect(page.locator("#told-done")).to_contain_text("consta en el registro")
    heard(page, *SCRIPT[:2])
    expect(page.locator(".utterance.citizen").first).to_contain_text("Persona")
    expect(page.locator("#need")).to_contain_text("Unidad")
    page.get_by_role("button", name="Colgar").click()
    page.wait_for_url(f"**/llamada/{call_id}?language=es")
    expect(page.locator("#state")).to_have_text("Terminada")
    expect(page.locator("#consent-text")).to_contain_text("se graba")
    expect(page.locator("#noted-by")).to_have_text("ane")
    heard(page, *SCRIPT[:2])
    sound = kept_sound(site, call_id)
    assert tone_share(sound[RATE // 2 : RATE // 2 + RATE]) > 0.95
    assert np.abs(sound).max() < 1


def test_a_line_that_is_cut_goes_on_and_nothing_said_is_lost(page: Page, site: Site) -> None:
    # A busy machine makes the browser's own microphone skip. A tone of the page's own audio clock never does: what is
    # missing or doubled in it, the page or the service lost.
    page.evaluate(
        """(frequency) => {
            AudioContext.prototype.createMediaStreamSource = function () {
                const tone = new OscillatorNode(this, { frequency });
                tone.start();
                return tone.connect(new GainNode(this, { gain: 0.4 }));
            };
        }""",
        TONE,
    )
    call_id = begin(page, keep=True)
    page.get_by_role("button", name="y está de acuerdo").click()
    for done in (SCRIPT[0], SCRIPT[2]):
        heard(page, done)
        cut(site, page)
        expect(page.locator("#line")).to_have_text("Conectado")
    more(page)
    page.get_by_role("button", name="Colgar").click()
    page.wait_for_url(f"**/llamada/{call_id}?**")
    expect(page.locator("#state")).to_have_text("Terminada")
    kinds = [event.body.get("state") for event in site.run(site.services.calls.record.events(call_id))]
    assert kinds.count("joined") == 3
    sound = kept_sound(site, call_id)[RATE // 2 : -RATE // 4]
    tenths = sound[: len(sound) // 1600 * 1600].reshape(-1, 1600)
    assert np.abs(tenths).max(axis=1).min() > 0.01  # no hole
    assert tone_share(sound) > 0.99  # nor doubled or missing samples, which would break the tone
    assert said(site, call_id)[:3] == list(SCRIPT[:3])


def test_a_double_press_begins_one_call_and_opens_one_microphone(page: Page, site: Site) -> None:
    page.evaluate(
        """() => {
            const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            window.asked = 0;
            navigator.mediaDevices.getUserMedia = (wish) => { window.asked++; return ask(wish); };
            for (let n = 0; n < 2; n++) document.querySelector("#begin button").click();
        }"""
    )
    expect(page.locator("#line")).to_have_attribute("data-state", "connected")
    assert (page.evaluate("asked"), len(site.run(site.services.calls.record.latest(5)))) == (1, 1)


def test_whoever_signs_out_while_a_call_begins_does_not_speak_in_it(page: Page) -> None:
    def leave(route: Route) -> None:
        page.evaluate("document.querySelector('#leave').click()")
        route.continue_()

    page.route("**/v1/calls", leave)
    with page.expect_response(re.compile(r"/v1/calls/\w+$")) as answer:
        page.locator("#begin button").click()
    answer.value.finished()
    page.evaluate("new Promise(requestAnimationFrame)")
    expect(page.locator("#enter")).to_be_visible()
    expect(page.locator("#controls")).to_be_hidden()


def test_trying_again_goes_on_with_the_call_that_was_begun(page: Page, site: Site) -> None:
    lost = {"POST", "GET"}

    def lose(route: Route) -> None:
        """The service did it; its answer never came."""
        if route.request.method in lost:
            lost.remove(route.request.method)
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route(re.compile(r"/v1/calls(/\w+)?$"), lose)
    page.locator("#begin button").click()
    page.get_by_role("button", name="Reintentar").click()  # then it is begun, and not yet read
    expect(page).to_have_url(re.compile("call="))
    page.get_by_role("button", name="Reintentar").click()
    page.get_by_role("button", name="Conectar el micrófono").click()
    expect(page.locator("#line")).to_have_attribute("data-state", "connected")
    assert (lost, len(site.run(site.services.calls.record.latest(5)))) == (set(), 1)


def test_a_call_that_could_not_be_hung_up_goes_on_and_its_end_is_told(page: Page, site: Site) -> None:
    call_id = begin(page)
    page.route("**/end", lambda route: route.abort())
    page.get_by_role("button", name="Colgar").click()
    expect(page.get_by_role("alert")).to_contain_text("No hay conexión")
    expect(page.locator("#line")).to_have_text("Sin micrófono: solo lee")
    site.run(site.services.calls.end(call_id))
    expect(page.get_by_role("alert")).to_contain_text("La llamada ha terminado")


def test_while_the_text_is_cut_it_is_told(page: Page, site: Site) -> None:
    begin(page)
    heard(page, SCRIPT[0])
    page.route("**/events?*", lambda route: route.abort())
    site.cut()
    expect(page.locator("#text-cut")).to_contain_text("El texto no llega")
    page.unroute("**/events?*")
    expect(page.locator("#text-cut")).to_be_empty()
    heard(page, SCRIPT[3])


def test_that_the_text_is_late_is_told_for_as_long_as_it_is(page: Page, site: Site) -> None:
    def late(track: Track, seconds: float) -> None:
        site.run(site.services.chat.contacts.pass_on(call_id, passing(track, Behind(seconds))))

    call_id = recorded(site, live=True)
    page.clock.install()
    page.goto(f"{site.url}/llamada?call={call_id}")
    heard(page, "jubilación")
    late("citizen", 30.0)
    expect(page.locator("#behind")).to_have_text(re.compile("con retraso.* 30"))
    late("agent", 12.0)
    page.clock.fast_forward(20_000)
    expect(page.locator("#behind")).to_have_text(re.compile("con retraso.* 30"))
    late("citizen", 0.0)
    expect(page.locator("#behind")).to_have_text(re.compile("con retraso.* 12"))
    late("agent", 0.0)
    expect(page.locator("#behind")).to_be_empty()


def test_that_a_side_sounds_wrong_is_told_once_on_both_pages(page: Page, site: Site) -> None:
    def tell(track: Track, state: str) -> None:
        site.run(site.services.calls.tell(call_id, "track", {"track": track, "state": state}))

    call_id, wrong = recorded(site, live=True), page.locator("#sound-wrong")
    sentences = [site.services.phrases.say("es", f"calls-{name}") for name in ("clipped-citizen", "ahead-agent")]
    tell("citizen", "clipped")
    page.goto(f"{site.url}/llamada?call={call_id}")
    expect(wrong.locator("p")).to_have_text(sentences[:1])
    assert (wrong.get_attribute("role"), wrong.get_attribute("aria-atomic")) == ("status", "false")
    tell("agent", "joined")
    tell("citizen", "clipped")  # as by a process that does not know it was told
    tell("agent", "ahead")
    expect(wrong.locator("p")).to_have_text(sentences)
    page.goto(f"{site.url}/llamada/{call_id}")
    expect(wrong.locator("p")).to_have_text(sentences)
    site.run(site.services.calls.end(call_id))
    expect(page.locator("#state")).to_have_text("Terminada")
    expect(wrong).to_be_empty()


def test_muted_it_is_silent_and_time_goes_on(page: Page, site: Site) -> None:
    call_id = begin(page, keep=True)
    page.get_by_role("button", name="y está de acuerdo").click()
    page.get_by_role("button", name="Silenciar").click()
    expect(page.get_by_role("button", name="Activar el micrófono")).to_be_visible()
    more(page, 3)
    page.get_by_role("button", name="Colgar").click()
    page.wait_for_url(f"**/llamada/{call_id}?**")
    expect(page.locator("#state")).to_have_text("Terminada")
    sound = np.abs(kept_sound(site, call_id))
    assert sound[: RATE // 4].max() > 0.01
    assert sound[-RATE:].max() < 0.001  # three utterances came since, of a second each


def test_another_browser_joins_the_other_side_by_the_link(page: Page, browser: Browser, site: Site) -> None:
    begin(page, side="agent")
    page.get_by_role("button", name="Copiar el enlace").click()
    expect(page.get_by_role("status").filter(has_text="Enlace copiado.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert "token" not in link
    context = desk_of(browser)
    other = sign_in(context.new_page(), site, link.removeprefix(site.url))
    heard(other, SCRIPT[0])
    expect(other.locator("#join [value=citizen]")).to_be_checked()
    other.get_by_role("button", name="Conectar el micrófono").click()
    expect(other.locator("#line")).to_have_attribute("data-state", "connected")
    for one in (page, other):
        expect(one.locator(".utterance.citizen").first).to_be_visible()
        expect(one.locator(".utterance.agent").first).to_be_visible()
    other.get_by_role("button", name="Colgar").click()
    expect(page.get_by_role("alert")).to_contain_text("La llamada ha terminado")
    expect(page.locator("#controls")).to_be_hidden()
    page.get_by_role("button", name="Ver el registro").click()
    page.wait_for_url("**/llamada/*?**")
    context.close()


def test_a_side_that_another_browser_takes_is_told(page: Page, browser: Browser, site: Site) -> None:
    call_id = begin(page)
    context = desk_of(browser)
    other = sign_in(context.new_page(), site, f"/llamada?call={call_id}")
    other.check("#join [value=citizen]")
    other.get_by_role("button", name="Conectar el micrófono").click()
    expect(other.get_by_role("alert")).to_contain_text("ya se oye por otra línea")
    expect(page.locator("#line")).to_have_attribute("data-state", "connected")
    other.get_by_role("button", name="Conectar de todos modos").click()
    expect(page.get_by_role("alert")).to_contain_text("Otro dispositivo")
    page.get_by_role("button", name="Volver a conectar").click()
    expect(other.get_by_role("alert")).to_contain_text("Otro dispositivo")
    context.close()


def test_what_is_asked_or_told_is_seen_from_the_end_of_a_long_call(
    browser: Browser, site: Site, size: dict[str, int]
) -> None:
    context = desk_of(browser, size)
    call_id = recorded(site, live=True, audio=False)
    talked(site, call_id)
    for track in ("citizen", "agent"):
        site.run(site.services.calls.join(call_id, track))
    page = sign_in(context.new_page(), site, f"/llamada?call={call_id}")
    page.locator(".utterance").nth(42).scroll_into_view_if_needed()
    expect(page.locator("#call-title")).not_to_be_in_viewport()
    page.get_by_role("button", name="Conectar el micrófono").click()
    expect(page.get_by_role("alert")).to_be_in_viewport(ratio=1)
    site.run(site.services.calls.end(call_id))
    expect(page.get_by_role("alert")).to_contain_text("La llamada ha terminado")
    expect(page.get_by_role("alert")).to_be_in_viewport(ratio=1)
    expect(page.locator("#call-title")).to_have_text("La llamada ha terminado.")
    context.close()


def test_on_a_phone_the_need_is_at_most_one_press_away(browser: Browser, site: Site) -> None:
    context = desk_of(browser, PHONE)
    call_id = recorded(site, live=True)
    talked(site, call_id)
    page = sign_in(context.new_page(), site, f"/llamada?call={call_id}")
    page.locator(".utterance").nth(42).scroll_into_view_if_needed()
    expect(page.locator("#to-need .alarm")).to_be_visible()  # it is urgent
    page.get_by_role("link", name="Qué necesita la persona").click()
    expect(page.locator("#need .what")).to_be_in_viewport()
    page.set_viewport_size(DESK)  # where it is always beside
    expect(page.locator("#to-need")).to_be_hidden()
    context.close()


def test_in_a_call_of_the_exchange_the_agent_speaks_as_the_agent(page: Page, site: Site) -> None:
    call_id = recorded(site, live=True)
    for track in ("citizen", "agent"):
        site.run(site.services.calls.join(call_id, track))
    page.goto(f"{site.url}/llamada?call={call_id}")
    expect(page.locator("#join [value=agent]")).to_be_checked()
    page.get_by_role("button", name="Conectar el micrófono").click()
    expect(page.get_by_role("alert")).to_contain_text("ya se oye por otra línea")
    page.check("#join [value=citizen]")  # another choice is asked about again
    page.get_by_role("button", name="Conectar el micrófono").click()
    expect(page.get_by_role("button", name="Conectar de todos modos")).to_be_visible()


def test_in_a_call_of_the_exchange_the_notice_is_read_out_and_the_answer_noted(page: Page, site: Site) -> None:
    call_id = recorded(site, live=True, audio=False)
    page.goto(f"{site.url}/llamada?call={call_id}")
    expect(page.locator("#consent-text")).to_contain_text("se transcribe")
    expect(page.locator("#consent-text")).to_have_attribute("lang", "es")
    page.get_by_role("button", name="y no está de acuerdo").click()
    expect(page.locator("#told-done")).to_contain_text("no está de acuerdo")
    expect(page.locator("#consent")).to_be_hidden()
    page.goto(f"{site.url}/llamada/{call_id}")
    expect(page.locator("#answer")).to_have_text("No está de acuerdo")


def test_the_notice_is_in_the_language_of_the_person_once_they_are_heard(page: Page, site: Site) -> None:
    calls = site.services.calls
    site.run(calls.open(Call("x1", site.services.clock(), "twilio", "fr")))
    page.goto(f"{site.url}/llamada?call=x1")
    expect(page.locator("#consent-text")).to_have_attribute("lang", "fr")
    for number, language in enumerate(("eu", "ca")):
        said = Said("citizen", Segment(number, language, words(float(number), "bai")))
        site.run(calls.record.add("x1", said))
        site.run(calls.tell("x1", "track", {"track": "citizen", "state": "joined"}))
        expect(page.locator(".utterance")).to_have_count(number + 1)
        expect(page.locator("#consent-text")).to_have_attribute("lang", "eu")  # it does not change while it is read


def test_a_page_that_is_loaded_again_goes_on_with_its_notice_and_its_words(page: Page) -> None:
    begin(page)
    heard(page, SCRIPT[0])
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    heard(page, SCRIPT[0])
    expect(page.locator("#consent-text")).to_contain_text("se transcribe")
    page.check("#join [value=citizen]")
    page.get_by_role("button", name="Conectar el micrófono").click()
    heard(page, SCRIPT[2])


@pytest.mark.parametrize("key", ["nonsense", "eyJhbGci…"])
def test_a_key_that_opens_nothing_is_told_as_what_it_is(page: Page, key: str) -> None:
    page.get_by_role("button", name="Salir").click()
    page.fill("#token", key)
    page.press("#token", "Enter")
    expect(page.get_by_role("alert")).to_have_text(
        "La clave del personal no es válida o ha caducado. Escriba otra, por favor."
    )
    expect(page.locator("#token")).to_be_focused()


RUN_OUT = "sessionStorage.setItem('isac.staff', 'run out')"


def test_a_call_that_was_begun_here_outlasts_the_key_of_staff(page: Page, site: Site) -> None:
    call_id = begin(page)
    heard(page, SCRIPT[0])
    page.evaluate(RUN_OUT)
    site.cut()
    heard(page, SCRIPT[2])
    expect(page.locator("#line")).to_have_text("Conectado")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.get_by_role("button", name="Conectar el micrófono").click()
    expect(page.locator("#line")).to_have_text("Conectado")
    page.get_by_role("button", name="Colgar").click()
    page.wait_for_url(f"**/llamada/{call_id}?**")
    assert site.run(site.services.calls.record.find(call_id)).ended


def test_while_another_key_is_asked_for_the_line_goes_on(page: Page, site: Site) -> None:
    call_id = begin(page)
    page.evaluate(RUN_OUT)
    page.get_by_role("button", name="y está de acuerdo").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#token")).to_be_focused()
    heard(page, *SCRIPT[:3])
    page.fill("#token", site.services.tokens.for_role("agent", "ane"))
    page.press("#token", "Enter")
    expect(page.locator("#enter")).to_be_hidden()
    page.get_by_role("button", name="y está de acuerdo").click()
    expect(page.locator("#told-done")).to_contain_text("consta en el registro")
    heard(page, SCRIPT[3])
    kinds = [event.body.get("state") for event in site.run(site.services.calls.record.events(call_id))]
    assert kinds.count("joined") == 1


def test_a_line_without_a_token_of_its_own_goes_on_with_the_next_key(page: Page, site: Site) -> None:
    call_id = begin(page)
    page.evaluate(  # as who joins by the link
        """(key) => {
            const { token, ...others } = JSON.parse(sessionStorage.getItem(key));
            sessionStorage.setItem(key, JSON.stringify(others));
        }""",
        f"isac.call.{call_id}",
    )
    page.evaluate(RUN_OUT)
    page.get_by_role("button", name="y está de acuerdo").click()
    page.fill("#token", site.services.tokens.for_role("agent", "ane"))
    page.press("#token", "Enter")
    expect(page.locator("#enter")).to_be_hidden()
    cut(site, page)
    expect(page.locator("#line")).to_have_text("Conectado")
    heard(page, SCRIPT[3])


def test_what_is_not_stable_is_grey_and_is_not_announced(page: Page) -> None:
    page.evaluate(
        """async () => {
            const transcript = document.createElement("isac-transcript");
            document.querySelector("#content").append(transcript);
            transcript.partial({track: "agent", number: 0, language: "eu", stable: "egun on", tentative: "zer"});
            window.transcript = transcript;
        }"""
    )
    partial = page.locator(".partial")
    expect(partial.locator(".stable")).to_have_text("egun on")
    assert partial.locator(".words").get_attribute("lang") == "eu"
    colours = [partial.locator(name).evaluate("e => getComputedStyle(e).color") for name in (".stable", ".tentative")]
    assert colours[0] != colours[1]
    assert page.evaluate("document.querySelector('.partial').closest('[aria-live]').ariaLive") == "off"
    page.evaluate(
        """() => transcript.add({track: "agent", number: 0, start: 0, end: 1, language: "eu",
            words: [{text: "egun", start: 0, end: 1, suspect: true}]})"""
    )
    expect(page.locator(".partial")).to_have_count(0)
    assert page.locator("isac-transcript [role=log]").last.get_attribute("aria-live") == "polite"
    doubtful = page.locator(".suspect")
    expect(doubtful).to_contain_text("(dudoso)")
    assert "underline" in doubtful.evaluate("e => getComputedStyle(e).textDecorationLine")


def test_when_both_speak_at_once_each_keeps_its_place(page: Page) -> None:
    page.evaluate(
        """() => {
            const transcript = document.createElement("isac-transcript");
            document.querySelector("#content").append(transcript);
            for (const [track, tentative] of [["agent", "sí"], ["citizen", "pero"], ["agent", "sí claro"]])
                transcript.partial({track, number: 0, language: "es", stable: "", tentative});
        }"""
    )
    expect(page.locator(".partial .words")).to_have_text(["sí claro", "pero"])


def test_a_dictated_number_is_shown_or_what_to_ask_is(page: Page) -> None:
    page.evaluate(
        """() => {
            const transcript = document.createElement("isac-transcript");
            document.querySelector("#content").append(transcript);
            const words = ["doce", "trece"].map((text) => ({text, start: 0, end: 1}));
            const dictated = [{status: "sure", value: "1213", offer: null, again: [], words: [0, 1]},
                {status: "repair", value: "1214", offer: "1213", again: [], words: [0, 1]},
                {status: "ask_again", value: "12", offer: null, again: [1], words: [0, 1]},
                {status: "ask_again", value: "12", offer: null, again: [], words: [0, 1]}];
            transcript.add({track: "citizen", number: 0, start: 0, end: 1, language: "es", words, dictated});
        }"""
    )
    expect(page.locator(".dictated")).to_have_text(
        [
            "Número dictado: 1213",
            "Léaselo y pida que lo confirme: 1213",
            "Pida que repita: trece",
            "Pida que repita: doce trece",
        ]
    )


def test_a_number_that_is_completed_is_asked_for_no_more(page: Page) -> None:
    page.evaluate(
        """() => {
            const transcript = document.createElement("isac-transcript");
            document.querySelector("#content").append(transcript);
            const words = ["doce", "trece"].map((text) => ({text, start: 0, end: 1}));
            const line = {track: "citizen", start: 0, end: 1, language: "es", words};
            const said = (number, ...dictated) => transcript.add({...line, number, dictated});
            const asked = (...words) => ({status: "ask_again", value: "12", again: [], words, begun: null});
            said(0, asked(0), asked(1));
            said(1, asked(0, 1));
            said(2, {status: "sure", value: "121213", again: [], words: [0], begun: {number: 0, word: 1}});
        }"""
    )
    expect(page.locator(".dictated")).to_have_text(["Pida que repita: doce", "Número dictado: 121213"])


def test_a_call_with_the_keyboard_alone(browser: Browser, site: Site) -> None:
    context = desk_of(browser)
    page = context.new_page()
    page.goto(f"{site.url}/llamada?language=es")
    press = page.keyboard.press

    def go_to(selector: str) -> None:
        for _ in range(40):
            if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
            press("Tab")
        raise AssertionError(f"the keyboard does not reach {selector}")

    go_to("#token")
    page.keyboard.type(site.services.tokens.for_role("agent"))
    press("Enter")
    expect(page.locator("#begin-title")).to_be_focused()
    go_to("#begin [name=track]")
    press("ArrowDown")
    go_to("#begin button")
    press("Enter")
    expect(page.locator("#call-title")).to_be_focused()
    expect(page.locator("#who")).to_have_text("Persona")
    expect(page.locator("#told")).to_be_visible()
    go_to("#told")
    press("Enter")
    expect(page.locator("#consent")).to_be_hidden()
    expect(page.locator("#call-title")).to_be_focused()
    heard(page, SCRIPT[0])
    go_to("#mute")
    press("Space")
    expect(page.locator("#mute")).to_have_attribute("data-on", "true")
    go_to("#hang-up")
    press("Enter")
    page.wait_for_url(re.compile(r"/llamada/\w+"))
    context.close()


def test_without_permission_no_call_begins_and_it_is_told(browser: Browser, site: Site) -> None:
    context = new_context(browser, {"width": 390, "height": 844})
    page = context.new_page()
    page.add_init_script(
        "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotAllowedError'); }"
    )
    sign_in(page, site)
    page.locator("#begin button").click()
    expect(page.get_by_role("alert")).to_contain_text("no permite usar el micrófono")
    assert site.run(site.services.calls.record.latest(5)) == []
    context.close()


def test_a_call_that_is_over_leads_to_its_record_and_an_unknown_one_is_told(page: Page, site: Site) -> None:
    call_id = recorded(site)
    page.reload()
    page.locator("#calls a").click()
    page.wait_for_url(f"**/llamada/{call_id}?**")
    page.goto(f"{site.url}/llamada?call={call_id}")
    page.wait_for_url(f"**/llamada/{call_id}?**")
    page.goto(f"{site.url}/llamada?call=nothing")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#controls")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language(page: Page, site: Site, language: Language) -> None:
    page.goto(f"{site.url}/llamada?language={language}")
    say = site.services.phrases.say
    expect(page.get_by_role("button", name=say(language, "softphone-begin"))).to_be_visible()
    expect(page.locator("#no-calls")).to_have_text(say(language, "softphone-no-calls"))


def test_axe_finds_nothing_at_any_stage(browser: Browser, site: Site, size: dict[str, int]) -> None:
    context = desk_of(browser, size)
    page = context.new_page()
    page.goto(f"{site.url}/llamada")
    page.locator("#token").wait_for()
    assert violations(page) == []
    sign_in(page, site)
    call_id = recorded(site, live=True)
    site.run(site.services.calls.tell(call_id, "track", {"track": "citizen", "state": "clipped"}))
    page.reload()
    page.locator("#calls li").wait_for()
    assert (violations(page), too_small(page)) == ([], [])
    page.goto(f"{site.url}/llamada?call={call_id}")
    heard(page, "jubilación")
    expect(page.locator("#sound-wrong")).to_contain_text("saturado")
    expect(page.locator("#need")).to_contain_text("Urgente")
    assert (violations(page), too_small(page)) == ([], [])
    page.check("#join [value=agent]")
    page.get_by_role("button", name="Conectar el micrófono").click()
    expect(page.locator("#line")).to_have_attribute("data-state", "connected")
    page.locator("#mute").click()
    assert (violations(page), too_small(page)) == ([], [])
    context.close()


def test_nothing_overflows_at_320_pixels_nor_comes_from_elsewhere(browser: Browser, site: Site) -> None:
    context = desk_of(browser, {"width": 320, "height": 640})
    page, hosts, faults = context.new_page(), set[str](), list[str]()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    sign_in(page, site)
    begin(page)
    heard(page, SCRIPT[0])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert hosts == {site.url.removeprefix("http://")}
    assert faults == []
    context.close()


FAKE_LINE = """async (since) => {
    const sockets = [], frames = [], lost = [];
    window.WebSocket = class {
        bufferedAmount = 0;
        constructor(address, protocols) {
            sockets.push(this);
            Object.assign(this, {address: String(address), protocols});
        }
        send(data) { frames.push(Number(new DataView(data).getBigUint64(0, true))); }
        close() {}
    };
    const { CallLine } = await import("/static/js/call-line.js");
    const line = new CallLine({token: "key", id: "c1", track: "citizen"}, since && Date.now() - since);
    line.addEventListener("lost", ({detail}) => lost.push(detail));
    const tell = (message) => sockets.at(-1).onmessage({data: JSON.stringify(message)});
    const speak = (seconds) => { for (let n = 0; n < seconds * 10; n++) line.speak(new Int16Array(1600)); };
    const again = async (times) => { while (sockets.length < times) await new Promise((go) => setTimeout(go)); };
    Object.assign(window, {sockets, frames, lost, line, tell, speak, again});
}"""


def test_of_a_long_cut_the_last_thirty_seconds_are_kept_and_the_rest_is_told(page: Page) -> None:
    page.evaluate(FAKE_LINE, None)
    got = page.evaluate(
        """async () => {
            tell({type: "ready", received_s: 2});
            speak(1);
            tell({type: "ack", received_s: 2.5});
            sockets.at(-1).onclose({code: 1006});
            speak(40);
            await again(2);
            const before = frames.length;
            tell({type: "ready", received_s: 2.7});
            const {address, protocols} = sockets[0];
            return {before, frames, lost: lost.reduce((a, b) => a + b, 0), address, protocols};
        }"""
    )
    base, whole, again = 2.0, 41.0, got["frames"][got["before"] :]
    assert (got["frames"][0], got["before"]) == (base * RATE, 10)
    assert (again[0], again[-1], len(again)) == ((base + whole - 30) * RATE, (base + whole - 0.1) * RATE, 300)
    assert got["lost"] == pytest.approx(whole - 30 - 0.5)  # the half second that was confirmed is not lost
    assert "key" not in got["address"]
    assert got["protocols"] == ["isac.audio", "isac.bearer.key"]


def test_what_the_service_has_is_not_sent_again_and_what_it_has_not_is(page: Page) -> None:
    page.evaluate(FAKE_LINE, None)
    again = page.evaluate(
        """async () => {
            tell({type: "ready", received_s: 0});
            speak(3);
            sockets.at(-1).onclose({code: 1012});
            await again(2);
            frames.length = 0;
            tell({type: "ready", received_s: 1.25});
            return frames;
        }"""
    )
    assert (again[0], again[-1]) == (1.2 * RATE, 2.9 * RATE)


def test_a_track_keeps_its_time_when_the_page_is_loaded_again(page: Page) -> None:
    page.evaluate(FAKE_LINE, 20_000)
    first = page.evaluate("() => { tell({type: 'ready', received_s: 2}); speak(1); return frames[0]; }")
    assert first >= 20 * RATE


def test_after_more_than_an_hour_its_silence_is_an_hour(page: Page) -> None:
    page.evaluate(FAKE_LINE, 7_200_000)
    first = page.evaluate("() => { tell({type: 'ready', received_s: 2}); speak(1); return frames[0]; }")
    assert first == 3602 * RATE


@pytest.mark.parametrize("rate", [8_000, 44_100, 48_000])
def test_sound_of_any_card_becomes_16_khz(page: Page, rate: int) -> None:
    made = page.evaluate(
        """async (rate) => {
            const { Resampler } = await import("/static/js/resampler.js");
            const resampler = new Resampler(rate, 16000), all = [];
            for (let at = 0; at < rate; at += 128) {
                const sample = (_, n) => Math.sin(2 * Math.PI * 440 * (at + n) / rate) / 2;
                all.push(...resampler.take(Float32Array.from({length: 128}, sample)));
            }
            return all;
        }""",
        rate,
    )
    sound = np.array(made)
    assert abs(len(sound) - RATE) < 100
    assert tone_share(sound[500:-500]) > 0.999
    assert abs(np.abs(sound[500:-500]).max() - 0.5) < 0.01
