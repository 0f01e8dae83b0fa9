"""The citizen page in a real browser: what people do, with mouse, keyboard and a bad connection."""

import json
import re

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.api.fakes import QUOTES, TOLD
from tests.api.scripted import LAW_URL
from tests.browser.conftest import DESK, PHONE, Site, new_context, say

pytestmark = pytest.mark.browser


def test_it_greets_as_an_automatic_assistant_and_offers_a_person(page: Page) -> None:
    expect(page.locator("#who")).to_contain_text("Asistente automático")
    expect(page.locator("#demo")).to_contain_text("no son reales")
    expect(page.get_by_role("button", name="Hablar con una persona")).to_be_visible()
    expect(page.get_by_role("log")).to_contain_text("asistente automático")


def test_an_answer_opens_its_source_and_gives_the_focus_back(page: Page) -> None:
    say(page, "jubilación")
    source = page.get_by_role("button", name="Fuente 1").first
    source.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("mark")).to_have_text(QUOTES[0])
    expect(dialog).to_contain_text("b) Haber servido al menos quince años.")
    expect(dialog).to_contain_text("artículo 3.1.a)")
    expect(dialog).to_contain_text("última modificación: 31 de julio de 2026")
    expect(dialog).to_contain_text("1 de enero de 2026")
    link = dialog.get_by_role("link")
    assert link.get_attribute("href") == f"{LAW_URL}#a3"
    assert "noopener" in (link.get_attribute("rel") or "")
    page.keyboard.press("Escape")
    expect(source).to_be_focused()


def test_each_line_has_the_buttons_of_its_sources(page: Page) -> None:
    say(page, "jubilación")
    lines = page.locator(".said").last.locator("p, li")
    expect(lines).to_have_count(len(TOLD))
    assert [lines.nth(number).locator(".cite").all_inner_texts() for number in range(3)] == [["1"], ["1"], ["2", "3"]]


def test_the_words_of_the_law_are_marked_as_spanish_on_a_page_in_another_language(page: Page) -> None:
    page.select_option("#language", "en")
    expect(page.get_by_role("button", name="Speak to a person")).to_be_visible()
    say(page, "jubilación")
    page.get_by_role("button", name="Source 1").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("blockquote")).to_have_attribute("lang", "es")
    expect(dialog).to_contain_text("Language of the official text: Castellano")


def test_a_source_that_is_not_held_says_so_and_links(page: Page) -> None:
    say(page, "jubilación")
    page.get_by_role("button", name="Fuente 3").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("no podemos mostrarle el texto de esta fuente")
    expect(dialog).to_contain_text("Fecha de consulta: 30 de marzo de 2026")
    expect(dialog.locator("mark")).to_have_count(0)
    assert dialog.get_by_role("link").get_attribute("href") == "https://www.seg-social.es/edad"


def test_a_whole_booking_with_the_keyboard_alone(page: Page) -> None:
    say(page, "quiero cita")
    page.locator(".offer").first.focus()
    page.keyboard.press("Enter")
    card = page.locator(".card.proposed")
    expect(card).to_contain_text("martes, 1 de diciembre, 10:30", ignore_case=True)
    expect(page.locator(".offer").first).to_be_disabled()
    card.get_by_role("button", name="Confirmar la cita").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card.booked")).to_contain_text("K7MQ2XHD")
    assert page.evaluate("document.activeElement.closest('isac-turn') !== null")


def test_the_appointment_goes_to_the_calendar(page: Page) -> None:
    for text in ("cita", "1", "sí"):
        say(page, text)
    with page.expect_download() as download:
        page.get_by_role("button", name="Añadir al calendario").click()
    text = download.value.path().read_bytes().decode()
    assert "DTSTART:20261201T093000Z" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_person_in_one_press(page: Page) -> None:
    page.get_by_role("button", name="Hablar con una persona").click()
    expect(page.locator("isac-waiting")).to_contain_text(re.compile(r"H-\d{4}"))


@pytest.mark.parametrize(
    ("code", "person"),
    [
        ("ca", "Parlar amb una persona"), ("gl", "Falar cunha persoa"), ("eu", "Pertsona batekin hitz egin"),
        ("en", "Speak to a person"), ("fr", "Parler à une personne"),
    ],
)  # fmt: skip
def test_the_language_changes_before_and_after_speaking(page: Page, code: str, person: str) -> None:
    page.select_option("#language", code)
    expect(page.get_by_role("button", name=person)).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == code
    expect(page.locator(".said")).to_have_count(1)
    page.select_option("#language", "es")
    expect(page.get_by_role("button", name="Hablar con una persona")).to_be_visible()
    say(page, "hola")
    page.select_option("#language", code)
    expect(page.get_by_role("button", name=person)).to_be_visible()
    expect(page.locator(".asked")).to_have_count(2)


def test_dates_are_in_words_in_basque(browser: Browser, site: Site) -> None:
    context = new_context(browser, PHONE, locale="eu-ES")
    page = context.new_page()
    page.goto(site.url)
    say(page, "cita")
    expect(page.locator(".offer").first).to_contain_text("asteartea, abenduaren 1a", ignore_case=True)
    context.close()


def test_what_is_said_while_the_conversation_opens_waits_for_it(browser: Browser, site: Site) -> None:
    context = new_context(browser, PHONE)
    page = context.new_page()
    opening: list[Route] = []
    page.route("**/v1/conversations", lambda route: opening.append(route))
    with page.expect_request("**/v1/conversations"):
        page.goto(site.url)
    expect(page.locator("#language option")).not_to_have_count(0)
    page.fill("#message", "jubilación")
    page.press("#message", "Enter")
    assert opening
    assert page.locator(".asked").count() == 0
    opening[0].continue_()
    expect(page.locator(".asked")).to_contain_text(["jubilación"])
    expect(page.get_by_role("button", name="Fuente 1").first).to_be_visible()
    context.close()


def test_a_reload_goes_on_where_it_was(page: Page) -> None:
    say(page, "jubilación")
    say(page, "cita")
    page.reload()
    expect(page.locator(".offer")).to_have_count(3)
    expect(page.locator(".asked")).to_have_count(2)
    say(page, "1")
    expect(page.locator(".card.proposed")).to_be_visible()


def test_a_lost_connection_loses_nothing(page: Page) -> None:
    page.route("**/messages", lambda route: route.abort())
    say(page, "jubilación")
    expect(page.get_by_role("alert")).to_contain_text("No hay conexión")
    expect(page.locator("#message")).to_have_value("jubilación")
    page.unroute("**/messages")
    page.get_by_role("button", name="Reintentar").click()
    expect(page.locator(".asked")).to_have_count(1)
    expect(page.get_by_role("button", name="Fuente 1").first).to_be_visible()
    expect(page.locator("#message")).to_have_value("")


def test_an_answer_lost_on_its_way_back_is_not_asked_twice(page: Page) -> None:
    sent: list[str] = []

    def answer_is_lost(route: Route, request: Request) -> None:
        sent.append(request.post_data or "")
        route.fetch()
        route.abort()

    page.route("**/messages", answer_is_lost)
    say(page, "jubilación")
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("button", name="Reintentar").click()
    expect(page.get_by_role("button", name="Fuente 1").first).to_be_visible()
    assert len(sent) == 1


def test_what_came_while_another_was_answered_is_said_again_by_itself(page: Page) -> None:
    busy = {"code": "busy", "title": "Ocupado", "detail": "", "status": 409}
    page.route("**/messages", lambda route: route.fulfill(status=409, body=json.dumps(busy)), times=1)
    say(page, "jubilación")
    expect(page.get_by_role("button", name="Fuente 1").first).to_be_visible()
    expect(page.locator("isac-notice .notice")).to_have_count(0)
    expect(page.locator(".asked")).to_have_count(1)


def test_an_expired_conversation_offers_a_new_one_and_keeps_the_text(page: Page) -> None:
    problem = {"code": "expired_token", "title": "La conversación ha caducado", "detail": "Empiece una nueva."}
    for refused in ("**/messages", "**/token"):  # nor renewed any more
        page.route(refused, lambda route: route.fulfill(status=401, body=json.dumps(problem)))
    say(page, "mi pregunta")
    page.get_by_role("alert").get_by_role("button", name="Empezar de nuevo").click()
    expect(page.locator("isac-notice .notice")).to_have_count(0)
    expect(page.locator("#message")).to_have_value("mi pregunta")


def test_what_a_person_writes_is_never_markup(page: Page) -> None:
    say(page, "<img src=x onerror=document.title='hacked'><b>hola</b>")
    expect(page.locator(".asked")).to_contain_text("<b>hola</b>")
    assert page.title() != "hacked"


def test_nothing_is_asked_from_elsewhere_and_the_console_is_clean(browser: Browser, site: Site) -> None:
    context = new_context(browser, DESK)
    page = context.new_page()
    hosts: set[str] = set()
    faults: list[str] = []
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(site.url)
    for text in ("jubilación", "cita", "1", "sí"):
        say(page, text)
    assert hosts == {site.url.removeprefix("http://")}
    assert faults == []
    assert "token" not in page.url
    context.close()


def test_the_contract_page_lists_the_operations(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/docs")
    expect(page.locator("#operations")).to_contain_text("POST /v1/conversations/{conversation_id}/messages")


def test_a_message_said_again_carries_its_key_and_is_one(page: Page, site: Site) -> None:
    keys: list[str] = []

    def answer_is_cut(route: Route, request: Request) -> None:
        keys.append(request.headers["idempotency-key"])
        answer = route.fetch()
        if len(keys) < 3:
            route.abort()
        else:
            route.fulfill(response=answer)

    page.route("**/messages", answer_is_cut)
    page.route("**/v1/conversations/*", lambda route: route.abort())  # nor can it ask what happened
    say(page, "jubilación")
    page.get_by_role("button", name="Reintentar").click()
    expect(page.get_by_role("alert")).to_be_visible()
    for _ in range(2):
        page.press("#message", "Enter")
        expect(page.locator("isac-asked.waiting")).to_have_count(0)
    expect(page.get_by_role("button", name="Fuente 1").first).to_be_visible()
    say(page, "cita")
    assert (len(keys), len(set(keys[:3])), len(set(keys))) == (4, 1, 2)
    assert _asked(page, site) == ["jubilación", "cita"]


def test_two_clicks_say_it_once(page: Page, site: Site) -> None:
    say(page, "cita")
    page.locator(".offer").first.dblclick()
    expect(page.locator(".card.proposed")).to_be_visible()
    assert _asked(page, site) == ["cita", "1"]


def test_two_devices_in_one_conversation_show_the_same(page: Page, site: Site) -> None:
    for text in ("cita", "1"):
        say(page, text)
    other = page.context.new_page()
    session = page.evaluate("sessionStorage.getItem('isac.conversation')")
    other.add_init_script(f"sessionStorage.setItem('isac.conversation', {json.dumps(session)})")
    other.goto(site.url)
    expect(other.locator(".card.proposed")).to_be_visible()
    page.get_by_role("button", name="Confirmar la cita").click()
    for device in (page, other):
        expect(device.locator(".card.booked")).to_contain_text("K7MQ2XHD")
        expect(device.locator("isac-asked").last).to_contain_text("Confirmar la cita")
    assert _asked(page, site) == ["cita", "1", "Sí, confirmar"]


def _asked(page: Page, site: Site) -> list[str]:
    """What the service heard in the conversation of the page."""
    session = json.loads(page.evaluate("sessionStorage.getItem('isac.conversation')"))
    answer = page.request.get(
        f"{site.url}/v1/conversations/{session['id']}", headers={"Authorization": f"Bearer {session['token']}"}
    )
    return [line["text"] for line in answer.json()["transcript"] if line["speaker"] == "citizen"]


def test_the_address_that_ends_a_text_with_a_source_is_one_whole_link(page: Page) -> None:
    links = page.evaluate(
        """async () => {
          const { richText } = await import("/static/js/text.js");
          const [told] = richText("Aquí: https://tramites.example.es.", [{ lines: [], source_title: "Ley" }], () => {});
          const links = [...told.querySelectorAll("a")].map((link) => [link.href, link.textContent]);
          return [...links, told.querySelectorAll(".cite").length];
        }"""
    )
    assert links == [["https://tramites.example.es/", "https://tramites.example.es"], 1]


@pytest.mark.parametrize(("code", "hour"), [("es", "17:05"), ("eu", "17:05"), ("gl", "17:05"), ("fr", "17:05")])
def test_hours_are_those_of_the_language_and_not_of_the_browser(
    browser: Browser, site: Site, code: str, hour: str
) -> None:
    context = new_context(browser, DESK, locale="en-US")
    page = context.new_page()
    page.goto(f"{site.url}/?language={code}")
    told = page.evaluate("""async () => (await import("/static/js/words.js")).moment(new Date(2026, 4, 4, 17, 5))""")
    assert hour in told
    assert "May" not in told
    context.close()
