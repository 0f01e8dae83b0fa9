"""The copilot beside a call, in a real browser: what it suggests, what it warns of, and the summary at the end."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from knowledge.languages import LANGUAGES, Language
from tests.browser.calls import calling, desk_of, recorded, sign_in, too_small
from tests.browser.conftest import Site, until
from tests.browser.desk_past import CITIZEN, Json
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

SIZES = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1440, "height": 900}}
SOURCE = {"id": "c-1", "quote": "Haber cumplido sesenta y siete años de edad", "held": True, "lines": [0],
          "source_title": "Ley General de la Seguridad Social, artículo 205",
          "source_url": "https://www.boe.es/buscar/act.php?id=BOE-A-2015-11724#a205", "article": "205.1.a)",
          "version": None, "valid_from": None, "valid_to": None}  # fmt: skip


def suggestion(text: str, confidence: float = 0.92, told_in: str | None = None) -> dict[str, Any]:
    beside = {} if told_in is None else {"told_in": told_in}
    return {"text": text, "need": "jubilacion_ordinaria", "aspect": "who", "confidence": confidence,
            "citations": [SOURCE], **beside}  # fmt: skip


def advice(name: str, *suggestions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": name, "suggestions": list(suggestions), "abstained": None, "ask": [], "actions": [],
            "turn": 2, "track": "citizen", "number": 1, **more}  # fmt: skip


def alert(kind: str, said: str, right: str) -> dict[str, Any]:
    return {"turn": 0, "kind": kind, "said": said, "right": right, "citation": None if kind == "danger" else SOURCE,
            "confidence": 1.0, "track": "agent", "number": 0}  # fmt: skip


THREE = advice("s-1", suggestion("67 urterekin.", told_in="Con 67 años."), suggestion("Bigarrena.", 0.7),
               suggestion("Hirugarrena.", 0.6), ask=["Zenbat urte kotizatu ditu?"],
               actions=[{"kind": "book", "label": "Dar cita", "need": None, "values": {}}])  # fmt: skip
SILENT = advice("s-2", abstained="own_file", abstained_text="Depende de su expediente.")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with calling(tmp_path) as site:
        yield site


@pytest.fixture(params=SIZES)
def page(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = desk_of(browser, SIZES[request.param])
    yield live(context.new_page(), site)
    context.close()


def live(page: Page, site: Site, language: Language = "es") -> Page:
    return sign_in(page, site, f"/llamada?call={recorded(site, live=True, audio=False)}", language)


def tell(site: Site, kind: Any, body: dict[str, Any]) -> None:
    site.run(site.services.calls.tell("c" * 32, kind, body))


def test_the_best_answer_is_read_aloud_with_its_source(page: Page, site: Site) -> None:
    expect(page.locator("#suggestions")).to_contain_text("aquí aparecerá qué responder")
    page.locator("#told").click()  # which is read out first
    expect(page.locator("#consent")).to_be_hidden()
    tell(site, "suggestion", THREE)
    first = page.locator(".suggestion").first
    expect(page.locator(".suggestion")).to_have_count(3)
    expect(first.locator(".words")).to_have_text("67 urterekin.")
    expect(first.locator(".told-in")).to_have_text("Con 67 años.")
    expect(first).to_contain_text("Confianza: 92")
    expect(first.locator(".words")).to_be_in_viewport(ratio=1)
    first.get_by_text("Fuentes").click()
    expect(first.locator("q")).to_have_text("Haber cumplido sesenta y siete años de edad")
    expect(page.locator("#suggestions")).to_contain_text("Zenbat urte kotizatu ditu?")
    expect(page.locator("#suggestions")).to_contain_text("Siguiente paso: Dar cita")


def test_what_became_of_each_is_told_and_may_be_corrected(page: Page, site: Site) -> None:
    told: list[Any] = []
    page.on("request", lambda asked: told.append(asked.post_data_json) if "/s-1/feedback" in asked.url else None)
    tell(site, "suggestion", THREE)
    used, edited = (page.get_by_role("button", name=name).first for name in ("Lo he dicho", "Con otras palabras"))
    used.click()
    edited.click()
    expect(edited).to_have_attribute("aria-pressed", "true")
    expect(used).to_have_attribute("aria-pressed", "false")
    page.get_by_role("button", name="No sirve").nth(1).click()
    until(page, lambda: len(told) == 6)  # with the three that were shown
    expect(page.locator(".suggestion")).to_have_count(3)  # nothing moves
    judged = [(one["suggestion"], one["verdict"]) for one in told if one["verdict"] != "shown"]
    assert judged == [(0, "used"), (0, "edited"), (1, "rejected")]


def test_why_it_is_silent_is_told_and_what_was_suggested_dies(page: Page, site: Site) -> None:
    tell(site, "suggestion", THREE)
    expect(page.locator(".suggestion")).to_have_count(3)
    tell(site, "suggestion", SILENT)
    expect(page.locator("#suggestions")).to_contain_text("Depende de su expediente.")
    expect(page.locator(".suggestion")).to_have_count(0)


def test_nothing_moves_under_a_focus_until_it_leaves_or_asks(page: Page, site: Site) -> None:
    tell(site, "suggestion", THREE)
    page.get_by_role("button", name="Lo he dicho").nth(1).focus()
    tell(site, "suggestion", SILENT)
    expect(page.locator("#suggestions")).to_contain_text("La conversación ha seguido.")
    expect(page.get_by_role("button", name="Lo he dicho").nth(1)).to_be_focused()
    expect(page.locator(".suggestion")).to_have_count(3)
    page.get_by_role("button", name="Ver lo nuevo").press("Enter")
    expect(page.locator(".suggestion")).to_have_count(0)
    expect(page.locator("#suggestions h3").first).to_be_focused()


def test_danger_stands_first_and_in_sight_until_it_was_seen(page: Page, site: Site) -> None:
    tell(site, "suggestion", THREE)
    expect(page.locator(".suggestion")).to_have_count(3)
    place = page.locator(".suggestion").first.bounding_box()
    tell(site, "alert", alert("figure", "65 años", "Son 66 años y 10 meses."))
    tell(site, "alert", alert("danger", "no quiero seguir", "Siga al habla y avise a emergencias."))
    cards = page.locator("#alerts .alert-card")
    expect(cards).to_have_count(2)
    assert page.locator(".suggestion").first.bounding_box() == place
    expect(cards.first).to_contain_text("Peligro: no quiero seguir")
    expect(cards.first).to_be_in_viewport(ratio=1)
    expect(cards.nth(1)).to_contain_text("Son 66 años y 10 meses.")
    assert violations(page) == []
    cards.first.get_by_role("button", name="Visto").click()
    expect(cards).to_have_count(1)
    expect(cards.get_by_role("button", name="Visto")).to_be_focused()
    page.reload()
    expect(cards).to_have_count(1)  # what was seen does not come again
    expect(cards).to_contain_text("65 años")


def test_at_the_end_the_summary_takes_the_place_of_suggestions(page: Page, site: Site) -> None:
    tell(site, "suggestion", THREE)
    expect(page.locator(".suggestion")).to_have_count(3)
    sentence = {"kind": "commitment", "text": "Llamarle.", "turns": [2], "citations": [], "who": "agent",
                "by": "2026-12-03"}  # fmt: skip
    tell(site, "summary", {"language": "es", "needs": [], "reason": "Consulta sobre la jubilación.",
                           "sentences": [sentence], "entities": [], "disposition": "callback"})  # fmt: skip
    expect(page.locator("#summary")).to_contain_text("Consulta sobre la jubilación.")
    expect(page.locator("#summary")).to_contain_text("Quién: Agente · Cuándo: 03/12/2026")
    expect(page.locator("#summary")).to_contain_text("Se le llamará")
    expect(page.locator("#suggestions")).to_be_hidden()
    page.get_by_role("button", name="Ver dónde se dice: 00:02").click()
    expect(page.locator(".utterance.pointed")).to_contain_text("quiero la jubilación")
    assert violations(page) == []


def test_the_record_shows_the_summary_and_where_each_sentence_was_said(browser: Browser, site: Site) -> None:
    context = desk_of(browser, SIZES["phone"])
    page = sign_in(context.new_page(), site, f"/llamada/{recorded(site)}")
    summary = page.locator("#summary")
    expect(summary).to_contain_text("Lo que se le ha dicho")
    expect(summary).to_contain_text("Quién: Agente · Cuándo: 03/12/2026")
    expect(summary).to_contain_text("Resuelto")
    expect(summary.locator(".what")).to_be_in_viewport()
    summary.get_by_role("button", name="Ver dónde se dice: 00:02").press("Enter")
    expect(page.locator(".utterance.pointed")).to_be_focused()
    expect(page.locator(".utterance.pointed")).to_contain_text("quiero la jubilación")
    context.close()


def test_a_summary_that_does_not_come_leaves_the_record(browser: Browser, site: Site) -> None:
    context = desk_of(browser)
    page = context.new_page()
    page.route("**/summary", lambda route: route.fulfill(status=503, json={"code": "busy", "status": 503}))
    sign_in(page, site, f"/llamada/{recorded(site)}")
    expect(page.locator("#summary")).to_have_text("Ahora no se puede mostrar el resumen.")
    expect(page.get_by_role("log")).to_contain_text("quiero la jubilación")
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_in_every_language_it_fits_and_axe_finds_nothing(
    browser: Browser, site: Site, size: str, language: Language
) -> None:
    context = desk_of(browser, SIZES[size])
    page = live(context.new_page(), site, language)
    tell(site, "suggestion", THREE)
    tell(site, "alert", alert("figure", "65 años", "Son 66 años y 10 meses."))
    expect(page.locator(".suggestion")).to_have_count(3)
    expect(page.locator("#alerts .alert-card")).to_have_count(1)
    assert (violations(page), too_small(page)) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_what_the_person_had_before_is_there_for_who_opens_it(browser: Browser, site: Site) -> None:
    context = desk_of(browser, SIZES["desk"])
    told: Json = {"who": {"citizen": CITIZEN, "level": "stated"}}
    looks: list[str] = []

    def answer(route: Route) -> None:
        asked = route.request
        looks.append(asked.url)
        if asked.url.endswith("/identity"):
            told["who"] = {"citizen": CITIZEN, "level": "verified", "how": asked.post_data_json["how"]}
        past = {"cases": {"cases": []}, "timeline": {"interactions": [], "next_after": None}}
        kind = asked.url.partition("?")[0].rpartition("/")[2]
        route.fulfill(json=past.get(kind, told["who"]))

    page = context.new_page()
    for path in ("**/v1/calls/*/citizen", "**/v1/calls/*/identity", f"**/v1/citizens/{CITIZEN}/*"):
        page.route(path, answer)
    live(page, site)
    expect(page.locator("#past")).to_be_visible()
    assert looks == []  # nobody looked at it yet
    page.locator("#past > summary").click()
    expect(page.locator("#past")).to_contain_text("Nadie ha comprobado que sea suyo")
    page.get_by_role("button", name="con preguntas").click()
    expect(page.locator("#past")).to_contain_text("Identidad comprobada con preguntas")
    expect(page.locator("#past")).to_contain_text("Ninguno todavía.")
    assert violations(page) == []
    context.close()
