"""The record of a call in a real browser: words that follow the sound, downloads, and deleting."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from knowledge.languages import LANGUAGES, Language
from speech.calls.record import Said
from speech.segments import Segment
from tests.browser.calls import ListTrail, calling, recorded, sign_in, talked, too_small, words
from tests.browser.conftest import DESK, PHONE, Site, new_context
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with calling(tmp_path) as site:
        yield site


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Page:
    page = sign_in(context.new_page(), site, f"/llamada/{recorded(site)}")
    expect(page.locator(".utterance")).to_have_count(3)  # what a test changes, what comes late would change back
    return page


def load(page: Page) -> None:
    page.get_by_role("button", name="Escuchar la grabación").click()
    expect(page.locator("#sound")).to_be_visible()


def now(page: Page) -> float:
    return float(page.evaluate("document.querySelector('#sound').currentTime"))


def test_it_shows_what_was_said_in_order_with_its_language_and_its_doubts(page: Page) -> None:
    lines = page.locator(".utterance")
    expect(lines).to_have_count(3)
    expect(lines.nth(0)).to_contain_text("Agente")
    expect(lines.nth(1)).to_contain_text("egun? (dudoso) on")
    assert lines.nth(1).locator(".words").get_attribute("lang") == "eu"
    expect(lines.nth(2).locator(".hour")).to_have_text("00:02")
    expect(page.locator("#need")).to_contain_text("Urgente")
    expect(page.locator("#need")).to_contain_text("INSS · Pensiones")
    expect(page.locator("#need")).to_contain_text("Respóndale.")
    expect(page.locator("#need a")).to_have_attribute("href", "https://sede.example/pensiones")
    expect(page.locator("#consent-text")).to_have_text("Esta llamada se graba.")
    expect(page.locator("#by")).to_have_text("Ane, agente")


def test_of_a_need_kept_before_there_was_a_line_of_what_to_do_there_is_no_empty_line(page: Page) -> None:
    page.evaluate("document.querySelector('#need').show({ name: 'Jubilación', unit: 'INSS', reason: '', route: {} })")
    expect(page.locator("#need")).to_contain_text("Unidad")
    expect(page.locator("#need")).not_to_contain_text("Qué hacer")


def test_the_words_follow_the_sound_and_a_word_plays_from_there(page: Page) -> None:
    load(page)
    page.locator(".word", has_text="jubilación").click()
    expect(page.locator(".word.heard")).to_have_text("jubilación")
    assert now(page) >= 3.0
    page.evaluate("document.querySelector('#sound').pause()")
    page.evaluate("document.querySelector('#sound').currentTime = 0.6")
    expect(page.locator(".word.heard")).to_have_text("kaixo")


def test_a_word_is_chosen_and_played_with_the_keyboard(page: Page) -> None:
    load(page)
    hour = page.get_by_role("button", name="Escuchar desde 00:02")
    hour.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator(".word.chosen")).to_have_text("jubilación")
    expect(page.locator("#chosen")).to_have_text("jubilación")
    page.keyboard.press("Enter")
    expect(page.locator(".word.heard")).to_have_text("jubilación")
    assert now(page) >= 3.0
    page.keyboard.press("Tab")
    expect(page.locator(".word.chosen")).to_have_count(0)


def test_both_sides_are_heard_or_each_from_the_same_moment(page: Page) -> None:
    load(page)
    page.evaluate("document.querySelector('#sound').currentTime = 1.5")
    heard = {}
    for side, name in (("both", "Las dos partes"), ("citizen", "Persona"), ("agent", "Agente")):
        page.get_by_role("radio", name=name).check()
        expect(page.locator("#sound")).to_have_js_property("currentTime", 1.5)
        with page.expect_download() as download:
            page.get_by_role("button", name="Lo que se oye").click()
        assert download.value.suggested_filename.endswith(".wav")
        data = np.frombuffer(download.value.path().read_bytes()[44:], dtype="<i2")
        assert len(data) == 4 * 16_000
        heard[side] = round(float(data.mean()) / 32768, 2)
    assert heard == {"both": 0.3, "citizen": 0.1, "agent": 0.2}


def test_whoever_reads_elsewhere_while_it_sounds_stays_there(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 400})
    load(page)
    there = page.evaluate(
        """async () => {
            const sound = document.querySelector("#sound");
            const until = async (yes) => {
                for (let n = 0; n < 1000 && !yes(); n++) await new Promise(requestAnimationFrame);
                return yes();
            };
            sound.currentTime = 1.95;
            sound.playbackRate = 0.0625;
            await sound.play();
            const followed = await until(() => scrollY > 0);
            scrollTo(0, 0);
            const heard = await until(() => document.querySelector(".word.heard")?.textContent === "quiero");
            const sought = new Promise((go) => sound.addEventListener("seeked", go, { once: true }));
            document.querySelector("#player [value=agent]").click();
            await sought;
            sound.pause();
            return [followed, heard, scrollY];
        }"""
    )
    assert there == [True, True, 0]


def test_who_listens_is_noted_once_and_not_before(page: Page, site: Site) -> None:
    trail = cast("ListTrail", site.services.desk.trail)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    expect(page.locator(".utterance")).to_have_count(3)
    assert not [url for url in asked if "/audio/" in url]
    assert trail.noted == []
    load(page)
    page.locator(".word").first.click()
    assert len([url for url in asked if "/audio/" in url]) == 2
    noted = {(actor.who, record.action, record.after["track"]) for actor, record in trail.noted}
    assert (noted, len(trail.noted)) == ({("ane", "hear_call", side) for side in ("citizen", "agent")}, 2)


def test_a_double_press_fetches_the_recording_once(page: Page, site: Site) -> None:
    page.evaluate("for (let n = 0; n < 2; n++) document.querySelector('#load').click()")
    expect(page.locator("#sound")).to_be_visible()
    page.get_by_role("radio", name="Agente").check()
    with page.expect_download():
        page.get_by_role("button", name="Lo que se oye").click()
    with page.expect_download():
        page.get_by_role("button", name="Texto").click()
    assert len(cast("ListTrail", site.services.desk.trail).noted) == 2  # one for each side


def test_the_transcript_is_taken_away_as_text_subtitles_and_data(page: Page) -> None:
    taken = {}
    for name in ("Texto", "Subtítulos (WebVTT)", "Datos (JSON)"):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        taken[name] = download.value.path().read_text()
    assert "[00:02] Persona: quiero la jubilación" in taken["Texto"]
    assert taken["Subtítulos (WebVTT)"].startswith("WEBVTT")
    assert len(json.loads(taken["Datos (JSON)"])["segments"]) == 3


def test_the_recording_is_deleted_only_after_a_yes(page: Page, site: Site) -> None:
    load(page)
    for answer in ("No borrar", "Sí, borrar"):
        page.get_by_role("button", name="Borrar la grabación").click()
        page.get_by_role("dialog").get_by_role("button", name=answer).click()
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(page.locator("#audio")).to_be_visible(visible=answer == "No borrar")
    expect(page.locator("#no-audio")).to_have_text("La grabación está borrada.")
    expect(page.locator(".utterance")).to_have_count(3)
    expect(page.locator(".hour")).to_have_count(0)
    assert site.services.calls.shelf.tracks("c" * 32) == []


def test_a_yes_of_before_deletes_nothing_when_the_question_is_left_with_escape(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method))
    page.route("**/audio", lambda route: route.abort())
    page.get_by_role("button", name="Borrar la grabación").click()
    page.get_by_role("button", name="Sí, borrar").click()
    expect(page.get_by_role("alert")).to_contain_text("No hay conexión")
    page.get_by_role("button", name="Borrar la grabación").click()
    page.evaluate("document.querySelector('#sure').close()")  # as Escape in browsers that keep the last answer
    with page.expect_download():
        page.get_by_role("button", name="Texto").click()
    assert asked.count("DELETE") == 1


def test_a_call_without_recording_says_so(context: BrowserContext, site: Site) -> None:
    page = sign_in(context.new_page(), site, f"/llamada/{recorded(site, audio=False)}")
    expect(page.locator("#no-audio")).to_have_text("De esta llamada no hay grabación guardada.")
    expect(page.locator("#no-consent")).to_be_visible()
    expect(page.locator("#audio")).to_be_hidden()


def test_a_call_that_goes_on_grows_until_it_ends(context: BrowserContext, site: Site) -> None:
    call_id, calls = recorded(site, live=True, audio=False), site.services.calls
    page = sign_in(context.new_page(), site, f"/llamada/{call_id}")
    expect(page.locator("#still")).to_contain_text("sigue en curso")
    expect(page.locator("#recording")).to_be_hidden()
    expect(page.get_by_role("link", name="Ir a la llamada")).to_have_attribute(
        "href", re.compile(rf"/llamada\?call={call_id}&language=es$")
    )
    site.run(calls.record.add(call_id, Said("agent", Segment(1, "es", words(4.0, "muy", "bien")))))
    expect(page.locator(".utterance").last).to_contain_text("muy bien")
    site.run(calls.end(call_id))
    expect(page.locator("#state")).to_have_text("Terminada")
    expect(page.locator("#still")).to_be_hidden()
    expect(page.locator("#no-audio")).to_be_visible()


def test_whoever_reads_back_stays_there_when_the_call_ends(context: BrowserContext, site: Site) -> None:
    call_id = recorded(site, live=True, audio=False)
    talked(site, call_id)
    page = sign_in(context.new_page(), site, f"/llamada/{call_id}")
    expect(page.locator(".utterance")).to_have_count(43)
    line = page.locator(".utterance").nth(20)
    line.evaluate("element => element.scrollIntoView({ block: 'center' })")
    site.run(site.services.calls.end(call_id))
    expect(page.locator("#state")).to_have_text("Terminada")
    expect(line).to_be_in_viewport()


def test_whoever_signs_out_while_it_comes_sees_nothing_of_it(page: Page) -> None:
    def leave(route: Route) -> None:
        page.evaluate("document.querySelector('#leave').click()")
        route.continue_()

    page.route("**/v1/calls/*", leave)
    with page.expect_response("**/v1/calls/*") as answer:
        page.reload()
    answer.value.finished()
    page.evaluate("new Promise(requestAnimationFrame)")
    expect(page.locator("#enter")).to_be_visible()
    expect(page.locator("#record")).to_be_hidden()
    expect(page.locator(".utterance")).to_have_count(0)


@pytest.mark.parametrize("width", [PHONE["width"], DESK["width"] // 2], ids=["phone", "zoomed"])
def test_on_a_narrow_page_the_keyboard_goes_down_as_the_eye_does(browser: Browser, site: Site, width: int) -> None:
    context = new_context(browser, {"width": width, "height": 844})
    call_id = recorded(site)
    talked(site, call_id)
    page = sign_in(context.new_page(), site, f"/llamada/{call_id}")
    expect(page.locator(".utterance")).to_have_count(43)
    tops = page.evaluate(
        """() => [...document.querySelectorAll("#record :is(button, a, h2)")].filter((one) => one.checkVisibility())
            .map((one) => Math.round(one.getBoundingClientRect().top))"""
    )
    assert tops == sorted(tops)
    context.close()


def test_an_unknown_call_and_a_key_without_rights_are_told(context: BrowserContext, site: Site) -> None:
    page = sign_in(context.new_page(), site, "/llamada/nothing")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#record")).to_be_hidden()
    page.get_by_role("button", name="Salir").click()
    page.fill("#token", site.services.tokens.for_call("another"))
    page.press("#token", "Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#token")).to_be_focused()


def test_a_recording_that_cannot_be_fetched_can_be_asked_for_again(page: Page) -> None:
    page.route("**/audio/agent", lambda route: route.abort())
    page.get_by_role("button", name="Escuchar la grabación").click()
    expect(page.get_by_role("alert")).to_contain_text("No hay conexión")
    page.unroute("**/audio/agent")
    page.get_by_role("button", name="Reintentar").click()
    expect(page.locator("#sound")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language(page: Page, site: Site, language: Language) -> None:
    page.goto(f"{site.url}/llamada/{'c' * 32}?language={language}")
    say = site.services.phrases.say
    expect(page.get_by_role("heading", level=1)).to_have_text(say(language, "record-title"))
    expect(page.get_by_role("button", name=say(language, "record-load"))).to_be_visible()


def test_axe_finds_nothing(browser: Browser, site: Site, size: dict[str, int]) -> None:
    context = new_context(browser, size)
    page = sign_in(context.new_page(), site, f"/llamada/{recorded(site)}")
    expect(page.locator(".utterance")).to_have_count(3)
    assert (violations(page), too_small(page)) == ([], [])
    load(page)
    page.evaluate("document.querySelector('#sound').currentTime = 0.6")
    expect(page.locator(".word.heard")).to_have_count(1)
    assert (violations(page), too_small(page)) == ([], [])
    page.get_by_role("button", name="Borrar la grabación").click()
    assert (violations(page), too_small(page)) == ([], [])
    context.close()


def test_nothing_overflows_at_320_pixels_and_the_console_is_clean(browser: Browser, site: Site) -> None:
    context = new_context(browser, {"width": 320, "height": 640})
    page, faults = context.new_page(), list[str]()
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    sign_in(page, site, f"/llamada/{recorded(site)}")
    load(page)
    page.locator(".word").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert faults == []
    context.close()
