"""The pictures of the README: ``python scripts/screenshots.py ADDRESS`` against a running service.

With ``TOKEN SPEECH.wav`` those of a call too: a token of ``isac desk token`` and what the microphone hears.
"""

import sys
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

OUT = Path("docs/images")
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def say(page: Page, text: str) -> None:
    """Send a message and wait for the answer."""
    page.fill("#message", text)
    page.press("#message", "Enter")
    answered(page)


def answered(page: Page) -> None:
    """Wait for the answer: the first after a start takes longer."""
    expect(page.locator("isac-asked.waiting")).to_have_count(0, timeout=30_000)
    page.wait_for_timeout(700)


def shoot(page: Page, name: str) -> None:
    """A picture of what is on screen."""
    page.wait_for_timeout(700)
    page.screenshot(path=OUT / f"{name}.png")


def desk(page: Page) -> None:
    """A question, its source, and offers."""
    say(page, "¿A qué edad me puedo jubilar?")
    shoot(page, "desk-answer")
    page.locator(".said button", has_text="1").first.click()
    shoot(page, "desk-source")
    page.keyboard.press("Escape")
    say(page, "Quiero pedir cita en Sevilla")
    shoot(page, "desk-offers")


def phone(page: Page) -> None:
    """A booking in Basque, and a person."""
    page.select_option("#language", "eu")
    page.wait_for_timeout(700)
    shoot(page, "phone-greeting")
    say(page, "Jubilaziorako hitzordua nahi dut Donostian")
    shoot(page, "phone-offers")
    page.locator(".offer").first.click()
    answered(page)
    say(page, "12345678Z")
    shoot(page, "phone-read-back")
    page.locator(".card.proposed").get_by_role("button").first.click()
    answered(page)
    shoot(page, "phone-booked")


def call(page: Page, address: str, token: str) -> None:
    """A call while it is spoken, and its record."""
    page.goto(f"{address}/llamada?language=es")
    page.fill("#token", token)
    page.press("#token", "Enter")
    expect(page.locator("#enter")).to_be_hidden()
    page.check("#begin [value=citizen]")
    page.set_checked("#begin [name=keep_audio]", True)
    page.locator("#begin button").click()
    page.get_by_role("button", name="y está de acuerdo").click()
    expect(page.locator(".utterance.citizen").nth(2)).to_be_visible(timeout=60_000)
    page.wait_for_timeout(6000)
    shoot(page, "call-live")
    page.get_by_role("button", name="Colgar").click()
    page.wait_for_url("**/llamada/*")
    expect(page.locator("#state")).to_have_text("Terminada", timeout=30_000)
    shoot(page, "call-record")


def microphone(file: str) -> list[str]:
    """Flags of a browser that hears a file."""
    fake = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    return [*FLAGS, *fake, f"--use-file-for-fake-audio-capture={file}"]


def main(address: str, token: str = "", speech: str = "") -> None:
    """All pictures."""
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for size, story in (({"width": 1280, "height": 860}, desk), ({"width": 390, "height": 844}, phone)):
            page = browser.new_context(viewport=size).new_page()  # type: ignore[arg-type]  # a plain dict is a ViewportSize
            page.goto(address)
            expect(page.get_by_role("log")).not_to_be_empty()
            story(page)
        browser.close()
        if token:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=microphone(speech))
            context = browser.new_context(viewport={"width": 1280, "height": 860})
            context.grant_permissions(["microphone"])
            call(context.new_page(), address, token)
            browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
