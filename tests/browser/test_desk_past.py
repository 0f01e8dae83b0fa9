"""Beside a conversation: what the person had before, and how what was read of them is put right."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PHONE, new_context
from tests.browser.test_accessibility import violations
from tests.browser.test_desk import TALL, Floor, come_in, floor, take

pytestmark = pytest.mark.browser
__all__ = ["floor"]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = new_context(browser, TALL)
    yield context
    context.close()


@pytest.fixture
def front(context: BrowserContext, floor: Floor) -> Page:
    return take(come_in(context.new_page(), floor), floor)


def test_little_is_told_of_a_document_and_all_once_it_is_checked(front: Page, floor: Floor) -> None:
    front.keyboard.press("Alt+r")
    past = front.locator("isac-history")
    expect(past.locator(".who-is")).to_contain_text("Nadie ha comprobado que sea suyo")
    expect(past).not_to_contain_text("Mandar el informe.")
    assert floor.desk.past.found == []
    past.get_by_role("button", name="con preguntas").click()
    expect(past.locator(".who-is")).to_contain_text("Identidad comprobada con preguntas")
    promises = past.locator("section").filter(has_text="Compromisos").locator("li")
    expect(promises.first).to_contain_text("Vencido Mandar el informe.")
    expect(past).to_contain_text("K7MQ2XHD")
    expect(past).not_to_contain_text("OTRA")
    front.get_by_label("Mandar el informe.").check()
    expect(past.locator(".done")).to_contain_text("Mandar el informe.")
    expect(front.get_by_label("Mandar el informe.")).to_be_focused()
    contacts = past.locator("section").filter(has_text="Últimos contactos").locator("li")
    expect(contacts).to_have_count(10)
    past.get_by_role("button", name="Ver más").click()
    expect(contacts).to_have_count(12)
    contacts.first.locator("summary").click()
    expect(contacts.first).to_contain_text("Se le explicó (0).")
    past.get_by_role("button", name="Dar por resuelto").click()
    past.get_by_text("Casos resueltos (1)").click()
    expect(past.get_by_role("button", name="Reabrir")).to_be_visible()
    assert violations(front) == []


def test_whom_nobody_stated_is_looked_up_with_a_reason(front: Page, floor: Floor) -> None:
    floor.desk.past.who = {"citizen": None, "level": "none"}
    front.keyboard.press("Alt+r")
    expect(front.locator(".who-is")).to_contain_text("No se sabe quién es")
    front.get_by_role("button", name="con preguntas").click()
    expect(front.locator("#who-document")).to_be_focused()
    front.keyboard.type("12345678Z")
    front.get_by_role("button", name="con preguntas").click()
    expect(front.locator(".who-is")).to_contain_text("Identidad comprobada con preguntas")
    assert {one["document"] for one in floor.desk.past.found} == {"12345678Z"}
    assert all("ISAC-0001" in one["reason"] for one in floor.desk.past.found)


def test_what_was_read_is_put_right_by_keys_and_undone(front: Page, floor: Floor) -> None:
    expect(front.locator(".suggestion")).to_have_count(3)
    front.keyboard.press("Alt+m")
    front.keyboard.type("vida lab")
    expect(front.locator("#need-found label")).to_have_count(2)
    front.keyboard.press("Enter")
    need = front.locator(".reading [data-deed=need]")
    expect(need).to_have_text("Asunto: vida laboral")
    expect(need).to_be_focused()
    expect(front.locator("#talk-title")).to_have_text("Vida laboral")
    front.keyboard.press("Alt+p")
    front.keyboard.press("Enter")
    expect(front.locator("#talk-title .alarm")).to_have_text("Urgente")
    front.keyboard.press("Alt+z")
    expect(front.locator("#talk-title .alarm")).to_have_count(0)
    front.keyboard.press("Alt+i")
    front.get_by_role("radio", name="Euskara").check()
    front.keyboard.press("Enter")
    expect(front.locator(".foreign")).to_contain_text("Habla Euskara")
    turns = floor.asked("/suggestions")[-1]["turns"]
    assert [turn.get("need") for turn in turns] == [None, None, "vida_laboral"]
    assert [turn.get("safe") for turn in turns] == [True, None, True]
    assert floor.asked("/reading") == [
        {"need": "vida_laboral"}, {"danger": "crisis"}, {"danger": None}, {"language": "eu"},
    ]  # fmt: skip
    assert violations(front) == []


def test_a_danger_is_told_beside_the_history_and_dismissed(front: Page, floor: Floor) -> None:
    front.keyboard.press("Alt+r")
    floor.says("No puedo más con estos papeles.")
    expect(front.get_by_role("tab", name="Ayuda Atención")).to_be_visible()
    front.get_by_role("tab", name="Ayuda").click()
    front.get_by_role("button", name="No hay peligro").click()
    expect(front.locator(".alert-card")).to_have_count(0)
    assert floor.asked("/suggestions")[-1]["turns"][-1]["safe"] is True
    assert floor.asked("/reading") == []  # nobody had taken the conversation to be urgent


def test_on_a_phone_both_are_there(browser: Browser, floor: Floor) -> None:
    context = new_context(browser, PHONE)
    page = take(come_in(context.new_page(), floor), floor)
    page.locator(".reading [data-deed=need]").click()
    expect(page.locator("#need-search")).to_be_focused()
    page.get_by_role("button", name="Volver a la ayuda").click()
    page.get_by_role("button", name="Ayuda", exact=True).click()
    page.get_by_role("tab", name="Historia").click()
    expect(page.locator(".who-is")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    context.close()


def test_supervisors_sort_the_matters_and_take_them_along(context: BrowserContext, floor: Floor) -> None:
    page = come_in(context.new_page(), floor, role="admin")
    page.get_by_role("link", name="Equipo").click()
    page.locator("isac-quality").get_by_role("button", name="Ver").click()
    rows = page.locator(".by-matter tbody tr")
    expect(rows.first).to_contain_text("Jubilacion ordinaria")
    expect(rows.first).to_contain_text("01:15")
    expect(rows.first).to_contain_text("Resuelto: 26")
    expect(rows.nth(1)).to_contain_text("< 5")
    page.get_by_role("button", name="Idioma").click()
    expect(page.get_by_role("columnheader", name="Idioma", exact=True)).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Idioma").press("Enter")
    expect(rows.first).to_contain_text("Paro")
    expect(page.locator("isac-quality .past")).to_contain_text("¿Y la ayuda?")
    assert violations(page) == []
    with page.expect_download() as saved:
        page.get_by_role("button", name="Descargar en CSV").click()
    lines = Path(saved.value.path()).read_text("utf-8-sig").splitlines()
    assert lines[0].startswith('"Asunto";"Idioma";"Contactos"')
    assert lines[1].startswith('"paro";"eu";"< 5";"0"')
    assert '"26"' in lines[2]
