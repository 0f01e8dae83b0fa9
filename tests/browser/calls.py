"""Calls in a browser: an application that hears what a script says, and a browser whose microphone plays a file."""

import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from api.services.services import Services
from api.settings.settings import Settings
from speech.calls.record import Call, Consent, Said, Track
from speech.segments import RATE, Segment, Word
from tests.api.fakes import ListTrail, make_calls, make_services, with_parts
from tests.browser.conftest import DESK, PATIENCE_MS, Site, launch, new_context, serving
from tests.fakes.contact_log import MemoryContactLog
from tests.fakes.transcriber import ScriptedTranscriber
from tools.clock import system_clock

SCRIPT = ("buenos días quiero jubilarme", "tengo sesenta y tres años", "y vivo en Girona", *["sigo aquí"] * 60)
TONE = 440


@contextmanager
def calling(folder: Path) -> Iterator[Site]:
    """A served application that takes calls."""
    settings, contacts = Settings(_env_file=None, data_dir=folder), MemoryContactLog()
    made = make_services(settings)
    hears = ScriptedTranscriber(SCRIPT)
    calls, desk = make_calls(settings, contacts, hears), replace(made.desk, trail=ListTrail())
    with serving(with_parts(made, clock=system_clock, contacts=contacts, calls=calls, desk=desk)) as site:
        yield site
        site.run(site.services.calls.close())


def tone_file(folder: Path) -> Path:
    """Ten seconds that the microphone plays again and again without a seam."""
    sound = (np.sin(2 * np.pi * TONE * np.arange(10 * 48_000) / 48_000) * 12_000).astype("<i2")
    path = folder / "microphone.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(sound.tobytes())
    return path


def launch_with_microphone(playwright: Playwright, file: Path) -> Browser:
    return launch(
        playwright,
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={file}",
    )


def desk_of(browser: Browser, size: dict[str, int] = DESK, **options: str) -> BrowserContext:
    context = new_context(browser, size, **options)
    context.grant_permissions(["microphone", "clipboard-read", "clipboard-write"])
    return context


def sign_in(page: Page, site: Site, path: str = "/llamada", language: str = "es") -> Page:
    page.goto(f"{site.url}{path}{'&' if '?' in path else '?'}language={language}")
    page.fill("#token", site.services.tokens.for_role("agent", "ane"))
    page.press("#token", "Enter")
    expect(page.locator("#enter")).to_be_hidden()
    return page


def too_small(page: Page) -> list[str]:
    """Controls that are seen and not high enough for a finger."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll('button, select, #token, nav a, .choice label')]
            .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
            .map((element) => element.outerHTML.slice(0, 80))"""
        )
    )


def begin(page: Page, *, side: str = "citizen", keep: bool = False) -> str:
    """A new call of this page, once its line is open; its id."""
    page.check(f"#begin [value={side}]")
    page.set_checked("#begin [name=keep_audio]", keep)
    page.locator("#begin button").click()
    expect(page.locator("#line")).to_have_attribute("data-state", "connected")
    return page.url.split("call=")[1].split("&")[0]


def cut(site: Site, page: Page) -> None:
    """The lines, until the page's is open again: it comes back too soon for everybody to see that it was cut."""
    page.evaluate(
        """() => {
            const line = document.querySelector("#line");
            window.states = [];
            const note = () => states.push(line.dataset.state);
            new MutationObserver(note).observe(line, { attributeFilter: ["data-state"] });
        }"""
    )
    site.cut()
    page.wait_for_function("() => states.includes('cut') && states.at(-1) === 'connected'", timeout=PATIENCE_MS)


def heard(page: Page, *texts: str) -> None:
    for text in texts:
        expect(page.get_by_role("log")).to_contain_text(text)


def kept_sound(site: Site, call_id: str, track: Track = "citizen") -> np.ndarray:
    return np.concatenate(list(site.services.calls.shelf.sound(call_id, track).pieces()))


def tone_share(sound: np.ndarray) -> float:
    """How much of the energy is the tone of the file."""
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)))) ** 2
    at = round(TONE * len(sound) / RATE)
    return float(spectrum[at - 4 : at + 5].sum() / spectrum.sum())


def words(start: float, *texts: str, doubtful: str = "") -> tuple[Word, ...]:
    """Half a second each."""
    return tuple(
        Word(text, start + n / 2, start + (n + 1) / 2, 0.2 if text == doubtful else 0.9) for n, text in enumerate(texts)
    )


def recorded(site: Site, *, live: bool = False, audio: bool = True) -> str:
    """A call with three segments and, when it is over, four seconds of sound on both sides."""
    return site.run(_record(site.services, live=live, audio=audio))


def talked(site: Site, call_id: str, times: int = 40) -> None:
    """More than a page of it, after what `recorded` says."""

    async def talk() -> None:
        for n in range(times):
            said = Said("citizen" if n % 2 else "agent", Segment(n + 2, "es", words(4.0 + n, "sigo", "aquí")))
            await site.services.calls.record.add(call_id, said)

    site.run(talk())


async def _record(services: Services, *, live: bool, audio: bool) -> str:
    now, calls = services.clock(), services.calls
    notice = Consent("es-1", "es", "Esta llamada se graba.", now, "Ane, agente", "ane", audio=True)
    call_id, record = "c" * 32, calls.record
    await record.open(
        Call(
            call_id, now - timedelta(minutes=5), "ane", "es", "es", keep_audio=audio, consent=notice if audio else None
        )
    )
    await record.add(call_id, Said("agent", Segment(0, "es", words(0.0, "dígame"))))
    await record.add(call_id, Said("citizen", Segment(0, "eu", words(0.5, "kaixo", "egun", "on", doubtful="egun"))))
    await record.add(call_id, Said("citizen", Segment(1, "es", words(2.0, "quiero", "la", "jubilación"))))
    need = {"need": "jubilacion_ordinaria", "name": "Jubilación", "confidence": 0.9, "unit": "INSS · Pensiones",
            "reason": "Consulta sobre: jubilación.", "urgent": True,
            "route": {"to": "answer", "todo": "Respóndale.", "link": "https://sede.example/pensiones"}}  # fmt: skip
    await record.tell(call_id, "need", need)
    if not live:
        for track in ("citizen", "agent") if audio else ():
            spool = calls.shelf.begin(call_id, track, 0)
            spool.append(np.full(4 * RATE, 0.1 if track == "citizen" else 0.2, dtype=np.float32))
            spool.close()
        await record.end(call_id, now)
    return call_id
