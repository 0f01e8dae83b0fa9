"""The desk in a real browser, over a service by script."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from knowledge.languages import LANGUAGES, Language
from tests import shipped
from tests.api.fakes import make_services
from tests.browser.conftest import DESK, PHONE, Site, new_context, serving, until
from tests.browser.desk_service import ADVICE, Json, ScriptedDesk, Talk, hand_off
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

ANE = "Ane Etxeberria"
TALL = {"width": 1440, "height": 900}
HARD_TO_PRESS = """() => [...document.querySelectorAll('button, select, summary, .tabs a')]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([element, box]) => box.width > 1 && (box.height < 24 || box.width < 24))
  .map(([element]) => element.outerHTML.slice(0, 80))"""


@dataclass(frozen=True)
class Floor:
    """What goes on behind the page."""

    site: Site
    desk: ScriptedDesk

    def waits(self, number: int, language: str = "es", *, urgent: bool = False) -> Json:
        entry = hand_off(number, language, urgent=urgent)
        self.site.run(self.desk.wait(entry))
        return entry

    def offer(self, entry: Json, seconds: int = 25) -> None:
        self.site.run(self.desk.offer(entry, seconds))

    def talk(self, number: int = 1) -> Talk:
        return self.desk.talks[f"conversation-{number}"]

    def says(self, text: str, number: int = 1) -> None:
        async def add() -> None:
            self.talk(number).add("citizen", text, language=self.talk(number).of["language"])

        self.site.run(add())

    def tells(self, kind: str, body: Json, number: int = 1) -> None:
        async def tell() -> None:
            self.talk(number).tell(kind, body)

        self.site.run(tell())

    def asked(self, end: str) -> list[Json]:
        """Bodies of the requests to addresses with that end."""
        return [body for _, path, body in self.desk.asked if path.endswith(end)]

    def is_told(self, page: Page, end: str, *bodies: Json) -> None:
        """Until the page has told these: it shows what is done before it has told it."""
        until(page, lambda: all(body in self.asked(end) for body in bodies))


@pytest.fixture
def floor() -> Iterator[Floor]:
    services = make_services()
    desk = ScriptedDesk(services)
    with serving(services, desk.app()) as site:
        yield Floor(site, desk)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = new_context(browser, TALL)
    yield context
    context.close()


def come_in(page: Page, floor: Floor, *, language: str = "es", role: str = "agent") -> Page:
    """At the desk, and available."""
    page.goto(f"{floor.site.url}/agente?language={language}")
    page.fill("#demo-name", ANE)
    page.check(f"#demo-door [value={role}]")
    page.locator("#demo-door button").click()
    expect(page.locator("#demo-door")).to_be_hidden()
    page.select_option("#state", "available")
    until(page, lambda: floor.desk.listeners)  # told before it listens, an offer would be told to nobody
    return page


def take(page: Page, floor: Floor, language: str = "es") -> Page:
    """A conversation, from its offer, by keyboard."""
    floor.offer(floor.waits(1, language))
    expect(page.locator("isac-offer.here")).to_be_visible()
    page.keyboard.press("Alt+a")
    expect(page.locator(".line")).to_have_count(3)
    until(page, lambda: floor.talk().listeners)
    return page


@pytest.fixture
def inside(context: BrowserContext, floor: Floor) -> Page:
    return come_in(context.new_page(), floor)


def test_a_name_is_enough_in_a_demonstration_and_it_is_told_to_the_floor(inside: Page, floor: Floor) -> None:
    expect(inside.locator("#state")).to_have_value("available")
    until(inside, lambda: floor.desk.present[ANE]["state"] == "available")
    inside.get_by_text("Qué atiende").click()
    inside.get_by_label("Euskara").check()
    inside.get_by_label("Conversaciones a la vez").fill("3")
    inside.get_by_role("button", name="Guardar").click()
    expect(inside.locator(".serving")).to_be_hidden()
    until(inside, lambda: floor.desk.present[ANE]["most"] == 3)
    told = floor.desk.present[ANE]
    assert (told["languages"], told["units"]) == (["es", "eu"], [])
    inside.reload()
    expect(inside.locator("#state")).to_have_value("away")
    inside.get_by_text("Qué atiende").click()
    expect(inside.get_by_label("Euskara")).to_be_checked()


def test_a_key_opens_it_too_and_leaving_goes_home(context: BrowserContext, floor: Floor) -> None:
    page = context.new_page()
    page.goto(f"{floor.site.url}/agente")
    page.fill("#token", floor.site.services.tokens.for_role("agent", "ane"))
    page.press("#token", "Enter")
    expect(page.locator("#mine-title")).to_be_focused()
    assert "ane" in floor.desk.present
    page.get_by_role("button", name="Salir").click()
    expect(page.locator("#demo-door")).to_be_visible()
    expect(page.locator("#token")).to_be_focused()
    until(page, lambda: "ane" not in floor.desk.present)


def test_an_offer_comes_where_its_place_is_and_moves_nothing(inside: Page, floor: Floor) -> None:
    floor.waits(2)
    expect(inside.locator("#waiting .waits")).to_have_count(1)
    place = inside.locator("#mine-title").bounding_box()
    floor.offer(floor.waits(1, "eu", urgent=True), 20)
    offer = inside.get_by_role("region", name="Aviso")
    expect(offer).to_contain_text("Urgente")
    expect(offer).to_contain_text("Euskara")
    assert inside.locator("#mine-title").bounding_box() == place
    assert 0 < int(offer.locator(".left").inner_text()) <= 20
    assert inside.title().startswith("(1) ")
    inside.keyboard.press("Alt+x")
    expect(offer).to_contain_text("Sin avisos")
    until(inside, lambda: floor.asked("/v1/queue/ISAC-0001/decline"))


def test_an_offer_that_went_to_another_is_gone(inside: Page, floor: Floor) -> None:
    entry = floor.waits(1)
    floor.offer(entry)
    expect(inside.locator("isac-offer.here")).to_be_visible()
    floor.site.run(floor.desk.withdraw(entry))
    expect(inside.locator("isac-offer.here")).to_have_count(0)


def test_it_sounds_once_for_an_offer_and_not_when_switched_off(inside: Page, floor: Floor) -> None:
    inside.evaluate(
        """() => {
            window.notes = 0;
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (at) { window.notes += 1; return start.call(this, at); };
        }"""
    )
    entry = floor.waits(1)
    floor.offer(entry)
    expect(inside.locator("isac-offer.here")).to_be_visible()
    floor.offer(entry)
    floor.site.run(floor.desk.withdraw(entry))
    expect(inside.locator("isac-offer.here")).to_have_count(0)  # what was told before is done
    assert inside.evaluate("window.notes") == 2
    inside.get_by_role("button", name="Aviso con sonido").click()
    floor.offer(entry)
    expect(inside.locator("isac-offer.here")).to_be_visible()
    assert inside.evaluate("window.notes") == 2


def test_the_list_under_the_pointer_does_not_move(inside: Page, floor: Floor) -> None:
    floor.waits(1)
    expect(inside.locator("#waiting .waits")).to_have_count(1)
    inside.locator("#waiting .waits button").hover()
    floor.waits(2, urgent=True)
    expect(inside.locator(".late")).to_have_text("Hay cambios en la cola")
    expect(inside.locator("#waiting .waits")).to_have_count(1)
    inside.locator("#log, #talk-pane").first.hover(force=True)
    expect(inside.locator("#waiting .waits")).to_have_count(2)
    expect(inside.locator("#waiting .waits").first).to_contain_text("Urgente")


def test_what_is_known_is_there_before_a_word_is_said(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    expect(inside.locator("#talk-title")).to_be_focused()
    packet = inside.locator(".packet")
    expect(packet).to_contain_text("12345678Z")
    expect(packet).to_contain_text("Oficina de demostración de Girona")
    expect(packet).to_contain_text("Buenos días, quiero jubilarme este año.")
    lines = inside.locator(".line")
    assert [line.get_attribute("class") for line in lines.all()] == ["line citizen", "line assistant", "line citizen"]
    lines.nth(1).get_by_text("Fuentes (1)").click()
    expect(lines.nth(1).get_by_role("link")).to_have_attribute(
        "href", "https://www.boe.es/buscar/act.php?id=BOE-A-2099-1#a3"
    )
    expect(inside.locator(".foreign")).to_be_hidden()


def test_a_basque_speaker_is_told_plainly_and_answered_in_basque(inside: Page, floor: Floor) -> None:
    take(inside, floor, "eu")
    expect(inside.locator(".foreign")).to_contain_text("Habla Euskara")
    expect(inside.locator(".told-here")).to_contain_text("Consulta sobre jubilación.")
    first = inside.locator(".suggestion").first
    expect(first).to_contain_text(ADVICE["eu"][0])
    expect(first.locator(".told-in")).to_have_text(ADVICE["es"][0])
    assert inside.locator(".line .words").first.get_attribute("lang") == "eu"
    assert {asked["agent_language"] for asked in floor.asked("/suggestions")} == {"es"}


def test_a_talk_by_keyboard_from_the_suggestion_to_what_was_read(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    expect(inside.locator(".suggestion")).to_have_count(3)
    inside.keyboard.press("Alt+2")
    expect(inside.locator("#write")).to_be_focused()
    expect(inside.locator("#write")).to_have_value(ADVICE["es"][1])
    inside.keyboard.press("Enter")
    mine = inside.locator(".line.agent")
    expect(mine).to_contain_text(ADVICE["es"][1])
    expect(inside.locator("#write")).to_have_value("")
    floor.tells("seen", {"by": "citizen", "what": "delivered", "number": 4})
    expect(mine.locator(".fate")).to_have_text("Entregado")
    floor.tells("seen", {"by": "citizen", "what": "read", "number": 4})
    expect(mine.locator(".fate")).to_have_text("Leído")
    floor.tells("typing", {"by": "citizen"})
    expect(inside.get_by_text("La persona está escribiendo…")).to_be_visible()
    floor.says("¿Y cuánto tarda?")
    expect(inside.locator(".line.citizen")).to_have_count(3)
    expect(inside.get_by_text("La persona está escribiendo…")).to_be_hidden()
    floor.is_told(inside, "/seen", {"what": "read", "number": 5})
    until(inside, lambda: floor.asked("/typing"))
    floor.is_told(inside, "/feedback", {"verdict": "used", "suggestion": 1})


def test_a_suggestion_that_was_changed_or_refused_is_told_as_such(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    inside.locator(".suggestion").nth(2).get_by_role("button", name="No sirve").click()
    expect(inside.locator(".suggestion")).to_have_count(2)
    inside.keyboard.press("Alt+1")
    inside.keyboard.type(" Y la cartilla.")
    inside.keyboard.press("Enter")
    said = f"{ADVICE['es'][0]} Y la cartilla."
    expect(inside.locator(".line.agent")).to_contain_text(said)
    shown = [{"verdict": "shown", "suggestion": number} for number in range(3)]
    floor.is_told(
        inside,
        "/feedback",
        *shown,
        {"verdict": "rejected", "suggestion": 2},
        {"verdict": "edited", "suggestion": 0, "text": said},
    )


def test_when_nothing_is_to_be_suggested_it_says_why(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    expect(inside.locator(".suggestion")).to_have_count(3)
    floor.says("Gracias.")
    expect(inside.locator(".suggestion")).to_have_count(3)  # what was asked before still waits
    inside.fill("#write", "De nada")
    inside.press("#write", "Enter")
    expect(inside.locator(".line.agent")).not_to_have_count(0)
    floor.says("Gracias.")
    expect(inside.locator(".suggestion")).to_have_count(0)
    expect(inside.locator("isac-suggestions")).to_have_text("SugerenciasNo se ha preguntado nada.")


def test_one_sees_what_one_wrote(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    for number in range(30):
        floor.says(f"Línea {number}")
    expect(inside.locator(".line")).to_have_count(33)
    inside.locator(".lines").evaluate("(element) => { element.scrollTop = 0; }")
    inside.fill("#write", "Ya la veo")
    inside.press("#write", "Enter")
    expect(inside.get_by_text("Ya la veo")).to_be_in_viewport()


def test_what_was_said_wrong_is_told(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    floor.says("Me dijeron que hacen falta 40 años.")
    expect(inside.locator(".alert-card")).to_contain_text("Son 15 años.")


def test_what_could_not_be_sent_stays_and_goes_once(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    floor.talk().refuse = 1
    inside.fill("#write", "Un momento, por favor.")
    inside.press("#write", "Enter")
    failed = inside.locator(".line.failed")
    expect(failed).to_contain_text("No se ha enviado")
    failed.get_by_role("button", name="Reintentar").click()
    expect(inside.locator(".line.agent:not(.sending, .failed)")).to_have_count(1)
    assert [line["text"] for line in floor.talk().lines if line["speaker"] == "agent"] == ["Un momento, por favor."]
    expect(inside.locator(".line.agent")).to_have_count(1)


def test_two_conversations_keep_their_drafts_and_count_what_is_unread(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    inside.fill("#write", "Le miro los papeles")
    floor.waits(2, "eu")
    inside.locator("#waiting .waits button").click()
    expect(inside.locator(".case[aria-current]")).to_contain_text("Euskara")
    expect(inside.locator("#write")).to_have_value("")
    floor.says("¿Sigue ahí?")
    expect(inside.locator(".unread")).to_contain_text("1 sin leer")
    floor.is_told(inside, "/seen", {"what": "delivered", "number": 4})
    inside.keyboard.press("Alt+s")
    expect(inside.locator("#write")).to_have_value("Le miro los papeles")
    expect(inside.locator(".unread")).to_have_count(0)
    expect(inside.locator(".line").last).to_contain_text("¿Sigue ahí?")


def test_one_who_reads_further_up_is_not_pulled_down(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    for number in range(30):
        floor.says(f"Línea {number}")
    expect(inside.locator(".line")).to_have_count(33)
    lines = inside.locator(".lines")
    lines.evaluate("(element) => { element.scrollTop = 0; }")
    floor.says("La última")
    down = inside.get_by_role("button", name="Mensajes nuevos")
    expect(down).to_be_visible()
    assert lines.evaluate("(element) => element.scrollTop") == 0
    down.click()
    expect(inside.get_by_text("La última")).to_be_in_viewport()


def test_an_appointment_is_made_and_its_words_wait_to_be_sent(inside: Page, floor: Floor) -> None:
    made: list[Any] = []

    def book(route: Any) -> None:
        made.append((route.request.post_data_json, route.request.headers["idempotency-key"]))
        office = {"name": "Oficina de demostración de Girona", "address": "Dirección de demostración, Girona"}
        moment = {"date_text": "martes, 1 de diciembre de 2026", "time_text": "10:30"}
        booked = {"locator": "K7MQ2XHD", "channel": "in_person", "office": office, "room_url": None, **moment}
        route.fulfill(status=201, json=booked)

    inside.route("**/v1/desk/appointments", book)
    take(inside, floor)
    inside.get_by_role("button", name="Dar cita de jubilación").click()
    expect(inside.locator("#need")).to_have_value("jubilacion_ordinaria")
    expect(inside.locator("#office")).to_have_value("inss-17")
    inside.get_by_role("button", name="Buscar horas").click()
    expect(inside.locator(".hour")).to_have_count(3)
    expect(inside.locator(".hour").first).to_contain_text("01/12/2026 · 10:30")
    expect(inside.locator("#document")).to_have_count(0)  # no hour is chosen for anybody
    inside.locator(".hour input").first.check()
    expect(inside.locator("#document")).to_have_value("12345678Z")
    inside.get_by_role("button", name="Confirmar la cita").click()
    expect(inside.locator("#write")).to_have_value(
        "Cita confirmada\nFecha y hora: martes, 1 de diciembre de 2026, 10:30\n"
        "Lugar: Oficina de demostración de Girona, Dirección de demostración, Girona\nLocalizador: K7MQ2XHD\n"
        "Guarde el localizador: con él y su documento puede cambiar o anular la cita."
    )
    ((wish, key),) = made
    assert (wish["slot_id"], wish["document"], wish["language"]) == ("S1", "12345678Z", "es")
    assert wish["reason"].endswith("(ISAC-0001)")
    assert key


def test_it_is_given_on_with_a_note(inside: Page, floor: Floor) -> None:
    jon = {"who": "jon", "name": "Jon", "state": "available", "languages": ["eu"], "units": [], "most": 1, "holds": 0}
    floor.site.run(floor.desk.enter({**jon, "supervisor": False}))
    take(inside, floor)
    inside.keyboard.press("Alt+t")
    inside.locator("#to").select_option("jon")
    inside.fill("#note", "Falta el libro de familia")
    inside.locator(".form .primary").click()
    expect(inside.get_by_text("Conversación transferida.")).to_be_visible()
    expect(inside.locator(".case")).to_have_count(0)
    expect(inside.locator("#mine-title")).to_be_focused()
    assert floor.asked("/transfer") == [{"to": "jon", "note": "Falta el libro de familia"}]


def test_a_supervisor_is_called_and_it_goes_back_to_the_assistant(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    inside.keyboard.press("Alt+u")
    expect(inside.get_by_text("Supervisión está avisada.")).to_be_visible()
    inside.keyboard.press("Alt+v")
    inside.locator(".form .primary").click()
    expect(inside.locator(".nobody")).to_be_visible()
    assert len(floor.asked("/return")) == 1


def test_the_end_takes_the_summary_as_it_was_corrected(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    inside.keyboard.press("Alt+f")
    expect(inside.locator("#summary")).to_have_value("Consulta sobre jubilación.\nQuiere jubilarse este año.")
    expect(inside.get_by_label("Resuelto")).to_be_checked()
    inside.fill("#summary", "Quiere jubilarse en marzo.")
    inside.get_by_label("Con cita").check()
    inside.locator(".form .primary").click()
    expect(inside.get_by_text("Conversación terminada.")).to_be_visible()
    assert floor.asked("/close") == [{"disposition": "appointment", "summary": "Quiere jubilarse en marzo."}]


def test_the_sheet_of_keys_opens_by_one_and_switches_them_off(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    inside.locator("#talk-title").focus()
    inside.keyboard.press("?")
    sheet = inside.get_by_role("dialog")
    expect(sheet).to_contain_text("Aceptar el aviso")
    sheet.get_by_label("Usar atajos de teclado").uncheck()
    inside.keyboard.press("Escape")
    expect(inside.locator("#talk-title")).to_be_focused()
    inside.keyboard.press("Alt+t")
    expect(inside.locator("#to")).to_have_count(0)
    inside.fill("#write", "¿")
    inside.press("#write", "?")
    expect(sheet).to_be_hidden()


def test_a_cut_is_told_and_what_was_missed_comes(inside: Page, floor: Floor) -> None:
    take(inside, floor)
    inside.route("**/events", lambda route: route.abort())  # or it would be back before one sees it
    floor.site.cut()
    expect(inside.get_by_text("Sin conexión")).to_be_visible()
    floor.says("Mientras tanto")
    inside.unroute("**/events")
    expect(inside.locator(".line").last).to_contain_text("Mientras tanto")
    expect(inside.get_by_text("Sin conexión")).to_be_hidden()
    expect(inside.locator(".line")).to_have_count(4)


def test_the_day_of_an_office_and_who_came(inside: Page, floor: Floor) -> None:
    one = {"locator": "K7MQ2XHD", "status": "booked", "starts_at": "2026-12-01T10:30:00+01:00", "channel": "in_person",
           "need": "jubilacion_ordinaria", "document_hint": "***678Z", "name": "Miren", "attendance": None}  # fmt: skip
    inside.route("**/v1/desk/appointments?*", lambda route: route.fulfill(json=[one, {**one, "status": "cancelled"}]))
    marked: list[Any] = []

    def mark(route: Any) -> None:
        marked.append(route.request.post_data_json)
        route.fulfill(json={**one, "attendance": "attended"})

    inside.route("**/attendance", mark)
    inside.get_by_role("link", name="Agenda").click()
    inside.get_by_role("button", name="Ver", exact=True).click()
    first = inside.locator("tbody tr").first
    expect(first).to_contain_text("10:30")
    came = first.get_by_role("button", name="Ha venido: 10:30 Miren", exact=True)
    came.click()
    expect(came).to_have_attribute("aria-pressed", "true")
    assert marked == [{"mark": "attended"}]
    expect(inside.locator("tbody tr").nth(1)).to_contain_text("Anulada")
    assert violations(inside) == []


def test_supervisors_see_who_is_there_and_who_waits(context: BrowserContext, floor: Floor) -> None:
    page = come_in(context.new_page(), floor, role="admin")
    floor.waits(1)
    floor.waits(2, urgent=True)
    page.get_by_role("link", name="Equipo").click()
    expect(page.locator(".figures")).to_contain_text("Esperan2")
    expect(page.locator("tbody")).to_contain_text(ANE)
    expect(page.locator("#team .waits").first).to_contain_text("Urgente")
    assert violations(page) == []


def test_agents_have_no_part_for_supervisors(inside: Page) -> None:
    expect(inside.get_by_role("link", name="Equipo")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language(context: BrowserContext, floor: Floor, language: Language) -> None:
    page = come_in(context.new_page(), floor, language=language)
    floor.offer(floor.waits(1, "es"))
    expect(page.locator("isac-offer.here")).to_contain_text(shipped.phrases().say(language, "desk-accept"))
    assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("size", [TALL, {"width": 1024, "height": 768}, PHONE], ids=["desk", "small", "phone"])
def test_axe_finds_nothing_in_any_state(browser: Browser, floor: Floor, size: dict[str, int]) -> None:
    context = new_context(browser, size)
    page, is_phone = context.new_page(), size == PHONE

    def sound() -> None:
        assert violations(page) == []
        assert page.evaluate(HARD_TO_PRESS) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]

    def look(view: str) -> None:
        if is_phone:
            page.locator(f"#views [data-view={view}]").click()

    page.goto(f"{floor.site.url}/agente")
    page.locator("#demo-door").wait_for()
    sound()
    come_in(page, floor)
    sound()
    page.get_by_text("Qué atiende").click()
    sound()
    page.keyboard.press("Escape")
    floor.waits(2, "es", urgent=True)
    take(page, floor, "eu")
    sound()
    look("side")
    page.locator(".suggestion").first.wait_for()
    sound()
    page.locator(".sources summary").last.click()
    sound()
    for key, field in (("c", "#need"), ("t", "#to"), ("v", ".form"), ("f", "#summary")):
        page.keyboard.press(f"Alt+{key}")
        page.locator(field).wait_for()
        sound()
        page.keyboard.press("Escape")
    page.keyboard.press("Alt+h")
    sound()
    context.close()


def test_nothing_comes_from_elsewhere_and_nothing_fails(browser: Browser, floor: Floor) -> None:
    context = new_context(browser, DESK)
    page, hosts, faults = context.new_page(), set[str](), list[str]()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    take(come_in(page, floor), floor)
    expect(page.locator(".suggestion")).to_have_count(3)
    assert hosts == {floor.site.url.removeprefix("http://")}
    assert faults == []
    context.close()
