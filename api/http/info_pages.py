"""The privacy, legal and accessibility pages: sections of house words, of the administration's, and of the settings."""

import re
from collections.abc import Iterator
from html import escape
from typing import Literal

from agents.phrases.phrases import Phrases
from api.settings.settings import Settings
from knowledge.languages import Language

InfoPage = Literal["privacy", "legal", "access"]

_TITLES: dict[InfoPage, str] = {
    "privacy": "page-privacy-page",
    "legal": "page-legal-page",
    "access": "page-accessibility",
}
_SECTIONS: dict[InfoPage, dict[str, tuple[str, ...]]] = {
    "privacy": {
        "privacy-who": ("about-controller",),
        "privacy-purpose": ("privacy-purpose-text",),
        "privacy-basis": ("about-basis",),
        "privacy-time": ("privacy-time-text",),
        "privacy-people": ("privacy-people-text",),
        "privacy-browser": ("privacy-browser-text",),
        "privacy-rights": ("privacy-rights-text", "about-rights"),
    },
    "legal": {
        "legal-owner": ("about-owner",),
        "legal-value": ("legal-value-text",),
        "legal-robot": ("legal-robot-text",),
        "legal-appointments": ("legal-appointments-text",),
        "legal-software": ("legal-software-text",),
    },
    "access": {
        "access-aim": ("page-access-aim",),
        "access-tested": ("page-access-tested",),
        "access-limits": ("page-access-limits",),
        "access-complain": ("page-access-complain",),
    },
}
"""Of each page its headings, and under each the phrases that follow it."""
_LINK = re.compile(r"https://[\w./-]*[\w/]")


def sections(page: InfoPage, language: Language, phrases: Phrases, settings: Settings) -> tuple[str, str]:
    """The title of a page, and its sections as HTML."""
    return phrases.say(language, _TITLES[page]), "\n".join(_html(page, language, phrases, settings))


def _html(page: InfoPage, language: Language, phrases: Phrases, settings: Settings) -> Iterator[str]:
    terms = {
        "minutes": settings.token_minutes,
        "handoff": settings.hand_off_days,
        "contact": settings.contact_days,
        "timeline": settings.timeline_days,
        "gap": settings.gap_days,
    }
    if settings.demo and page == "privacy":
        yield f'<p class="demo">{escape(phrases.say(language, "privacy-demo"))}</p>'
    for heading, texts in _SECTIONS[page].items():
        yield f"<h2>{escape(phrases.say(language, heading))}</h2>"
        for key in texts:
            told = escape(phrases.say(language, key, **(terms if key == "privacy-time-text" else {})))
            yield "<p>" + _LINK.sub(lambda link: f'<a href="{link[0]}" rel="noopener">{link[0]}</a>', told) + "</p>"
