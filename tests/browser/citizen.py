"""What tests of the citizen's page look at and do, and the member of staff who is on the other side."""

import json
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, expect

from tests.api.scripted import hand_off_id
from tests.browser.conftest import Site, new_context, say

SMALL_PHONE = {"width": 360, "height": 740}


def open_page(browser: Browser, site: Site, size: dict[str, int], **options: str) -> tuple[BrowserContext, Page]:
    """The page, greeted."""
    context = new_context(browser, size, **options)
    page = context.new_page()
    page.goto(site.url)
    page.locator(".said").first.wait_for()
    return context, page


def booked(page: Page) -> None:
    """An appointment, made."""
    for text in ("cita", "1", "sí"):
        say(page, text)
    expect(page.locator(".card.booked")).to_be_visible()


def is_seen(page: Page, selector: str) -> bool:
    """Whether all that match come to stand whole between the head and the place where one writes."""
    try:
        page.wait_for_function(
            """selector => {
              const top = document.querySelector(".head").getBoundingClientRect().bottom;
              const bottom = document.querySelector(".bottom").getBoundingClientRect().top;
              const all = [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
              return all.length > 0 && all.every((box) => box.top >= top - 1 && box.bottom <= bottom + 1);
            }""",
            arg=selector,
            timeout=5_000,
        )
    except TimeoutError:
        return False
    return True


def session(page: Page) -> dict[str, str]:
    """The conversation of the page and its key."""
    kept: dict[str, str] = json.loads(page.evaluate("sessionStorage.getItem('isac.conversation')"))
    return kept


class Agent:
    """A member of staff, over HTTP."""

    def __init__(self, page: Page, site: Site) -> None:
        self._page, self._site = page, site
        self._token = site.services.tokens.for_role("agent", "ana")
        self.conversation = session(page)["id"]
        self._hand_off = hand_off_id(self.conversation)

    def send(self, path: str, body: dict[str, Any] | None = None, method: str = "POST") -> Any:
        headers = {"Authorization": f"Bearer {self._token}"}
        # Once more where the line that was kept open had been cut: nothing had been sent on it.
        url = f"{self._site.url}/v1/{path}"
        answer = self._page.request.fetch(url, method=method, headers=headers, data=body, max_retries=1)
        assert answer.ok, answer.text()
        return answer.json() if answer.body() else None

    def accept(self) -> None:
        here = {"state": "available", "name": "Ana", "languages": ["es"], "most": 5}
        self.send("desk/presence", here, method="PUT")
        self.send(f"queue/{self._hand_off}/accept")

    def says(self, text: str) -> Any:
        return self.send(f"conversations/{self.conversation}/agent-messages", {"text": text})

    def has_read(self, number: int) -> None:
        self.send(f"conversations/{self.conversation}/seen", {"what": "read", "number": number})

    def ends(self) -> None:
        self.send(f"queue/{self._hand_off}/close", {"disposition": "resolved"})
