"""What the citizen keeps: cards and sources after a reload, the draft, the way back, the appointment in other forms."""

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.citizen import booked, is_kept, open_page, session
from tests.browser.conftest import DESK, Site, say

pytestmark = pytest.mark.browser


def test_cards_sources_and_labels_survive_a_reload_and_what_was_said_after(page: Page) -> None:
    say(page, "jubilación")
    booked(page)
    say(page, "gracias")
    page.reload()
    expect(page.locator(".card.booked .locator")).to_have_text("K7MQ2XHD")
    expect(page.get_by_role("button", name="Fuente 1").first).to_be_visible()
    expect(page.get_by_role("button", name="Añadir al calendario")).to_be_enabled()
    said = page.locator("isac-asked .asked").all_inner_texts()
    assert any("martes, 1 de diciembre, 10:30" in text for text in said)
    assert page.locator(".offer:enabled").count() == 0


def test_what_is_pressed_is_said_as_its_label(page: Page) -> None:
    say(page, "cita")
    page.locator(".offer").first.click()
    expect(page.locator("isac-asked").last).to_contain_text("martes, 1 de diciembre, 10:30")
    page.get_by_role("button", name="Confirmar la cita").click()
    expect(page.locator("isac-asked").last).to_contain_text("Confirmar la cita")
    expect(page.locator(".card.booked")).to_be_visible()  # until it is answered nothing else is sent
    page.select_option("#language", "eu")
    expect(page.locator("isac-asked").last).to_contain_text("Euskara")


def test_a_card_is_said_once(page: Page) -> None:
    booked(page)
    assert page.get_by_role("log").inner_text().count("K7MQ2XHD") == 1
    assert page.locator("isac-turn .said").last.inner_text().count("Cita confirmada") == 0


def test_the_draft_survives_a_reload(page: Page) -> None:
    page.fill("#message", "a medio escribir")
    page.reload()
    expect(page.locator("#message")).to_have_value("a medio escribir")
    say(page, "a medio escribir")
    page.reload()
    expect(page.locator("#message")).to_have_value("")


def test_nothing_is_erased_without_asking(page: Page) -> None:
    booked(page)
    for answer, left in (("Seguir aquí", 1), ("Empezar de nuevo", 0)):
        page.get_by_role("button", name="Opciones").click()
        page.get_by_role("button", name="Empezar de nuevo").click()
        dialog = page.get_by_role("dialog", name="Empezar de nuevo?")
        expect(dialog).to_contain_text("K7MQ2XHD")
        dialog.get_by_role("button", name=answer).click()
        expect(page.locator(".card.booked")).to_have_count(left)


def test_a_link_brings_one_back_and_leaves_no_key_in_the_address(browser: Browser, site: Site, page: Page) -> None:
    booked(page)
    kept = session(page)
    context, other = open_page(browser, site, DESK)
    other.goto(f"{site.url}/?x#volver={kept['id']}.{kept['token']}")
    expect(other.locator(".card.booked")).to_contain_text("K7MQ2XHD")
    assert kept["token"] not in other.url
    context.close()


def test_an_expired_conversation_is_told(page: Page) -> None:
    say(page, "jubilación")
    problem = {"code": "expired_token", "title": "La conversación ha caducado", "detail": "Empiece una nueva."}
    page.route("**/v1/conversations/*", lambda route: route.fulfill(status=401, body=json.dumps(problem)), times=1)
    page.route("**/token", lambda route: route.fulfill(status=401, body=json.dumps(problem)))  # nor renewed any more
    page.reload()
    expect(page.locator(".notice")).to_contain_text("La conversación ha caducado")
    expect(page.locator("isac-turn")).to_have_count(1)


def test_the_calendar_reminds_and_says_what_to_bring(page: Page) -> None:
    booked(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Añadir al calendario").click()
    text = download.value.path().read_bytes().decode().replace("\r\n ", "")
    assert text.count("BEGIN:VALARM") == 2
    assert "Qué llevar: DNI o NIE" in text


def test_the_appointment_has_a_map_an_e_mail_and_a_print_of_its_own(page: Page) -> None:
    booked(page)
    page.get_by_text("Más opciones").click()
    there = page.get_by_role("link", name="Mapa y cómo llegar").get_attribute("href") or ""
    assert there.startswith("https://www.openstreetmap.org/search?query=Direcci%C3%B3n")
    mail = page.get_by_role("link", name="Enviar por correo").get_attribute("href") or ""
    assert mail.startswith("mailto:?")
    assert "K7MQ2XHD" in mail
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Imprimir").click()
    page.emulate_media(media="print")
    expect(page.locator(".card.booked")).to_be_visible()
    expect(page.locator("isac-asked").first).to_be_hidden()


def test_the_text_can_be_larger_and_stays_so(page: Page) -> None:
    page.get_by_role("button", name="Opciones").click()
    page.get_by_label("Muy grande").check()
    page.reload()
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 22


def test_whether_an_answer_helped_is_kept_once(page: Page, site: Site) -> None:
    say(page, "jubilación")
    page.get_by_role("button", name="¿Le ha servido? Sí").click()
    expect(page.get_by_text("Gracias por decirlo.")).to_be_focused()
    is_kept(page, site, "helped", "helped", value=True)


def test_a_topic_asks_its_question(page: Page) -> None:
    page.locator("#topics").get_by_role("button", name="Jubilación").click()
    expect(page.locator("isac-asked")).to_contain_text("¿A qué edad me puedo jubilar?")


def test_telephones_are_links(page: Page) -> None:
    page.get_by_role("button", name="Hablar con una persona").click()
    expect(page.locator("isac-waiting a")).to_have_attribute("href", "tel:915421176")
