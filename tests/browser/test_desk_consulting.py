"""Consulting a colleague at the desk, in a real browser, over a service by script."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import new_context
from tests.browser.test_accessibility import violations
from tests.browser.test_desk import ANE, Floor, come_in, context, floor, inside, take

__all__ = ["context", "floor", "inside"]
pytestmark = pytest.mark.browser

JON = {"who": "jon", "name": "jon", "state": "busy", "languages": ["eu"], "units": [], "most": 1, "holds": 0}
NARROW = {"width": 360, "height": 740}


def test_an_agent_asks_a_colleague_by_keyboard_and_passes_the_conversation_on(inside: Page, floor: Floor) -> None:
    floor.site.run(floor.desk.enter({**JON, "supervisor": False}))
    take(inside, floor)
    inside.fill("#write", "Un momento, por favor")
    inside.keyboard.press("Alt+q")
    inside.locator("#to").select_option("jon")
    inside.fill("#question", "¿Cuenta el servicio militar?")
    inside.keyboard.press("Tab")
    inside.keyboard.press("Enter")
    thread = inside.locator("isac-consultation")
    expect(thread).to_contain_text("Se espera respuesta de: jon")
    assert floor.asked("/consultations") == [{"to": "jon", "text": "¿Cuenta el servicio militar?"}]
    floor.site.run(floor.desk.take_consultation("consultation-1", "jon"))
    expect(thread).to_contain_text("En consulta con jon")
    inside.locator("#consult-write").focus()
    inside.keyboard.type("¿Está")
    floor.site.run(written(floor, "Sí, un año como mucho."))
    expect(thread.locator(".line")).to_have_count(2)
    expect(inside.locator("#told")).to_have_text("jon le ha escrito en la consulta.")
    expect(inside.locator("#consult-write")).to_have_value("¿Está")
    assert violations(inside) == []
    inside.keyboard.type(" seguro?")
    inside.keyboard.press("Enter")
    expect(thread.locator(".line")).to_have_count(3)
    expect(inside.locator("#consult-write")).to_have_value("")
    expect(inside.locator("#write")).to_have_value("Un momento, por favor")
    assert [line["text"] for line in floor.talk().lines if line["speaker"] == "agent"] == []
    thread.get_by_role("button", name="Pasar la conversación a jon").click()
    expect(inside.get_by_text("Conversación transferida.")).to_be_visible()
    assert floor.asked("/transfer") == [{"to": "jon", "note": ""}]


def test_who_is_asked_reads_it_and_answers_who_asked_alone(browser: Browser, floor: Floor) -> None:
    narrow = new_context(browser, NARROW)
    page = come_in(narrow.new_page(), floor)
    entry = floor.waits(1)
    floor.site.run(floor.desk.consult(entry, "jon", ANE, "¿Cuenta el servicio militar?"))
    offer = page.locator("isac-offer.here")
    expect(offer).to_contain_text("Pregunta de jon")
    assert page.title().startswith("(1) ")
    page.keyboard.press("Alt+a")
    expect(page.locator("#consult-write")).to_be_focused()
    page.keyboard.type("Sí, un año como mucho.")
    page.keyboard.press("Enter")
    expect(page.locator("isac-consultation .line")).to_have_count(2)
    assert violations(page) == []
    page.locator("#views [data-view=talk]").click()
    expect(page.locator("#log .line")).to_have_count(3)
    expect(page.locator("#composer")).to_be_hidden()
    expect(page.locator(".deeds button:visible")).to_have_text(["Consultar"])
    floor.says("¿Sigue ahí?")
    expect(page.locator("#log .line")).to_have_count(4)
    for told in ("/seen", "/typing", "/agent-messages", "/suggestions"):
        assert floor.asked(told) == []
    floor.site.run(floor.desk.end_consultation("consultation-1"))
    expect(page.locator("#told")).to_have_text("La consulta ha terminado.")
    expect(page.locator(".case")).to_have_count(0)
    narrow.close()


async def written(floor: Floor, text: str) -> None:
    floor.desk.write("consultation-1", "jon", text, "open")
