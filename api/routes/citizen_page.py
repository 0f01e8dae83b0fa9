"""The citizen's page, its words, the pages of information that it leads to, and what puts it into other sites."""

import json
from html import escape
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.responses import HTMLResponse, Response

from api.http.dependencies import LanguageDep, ServicesDep, served
from api.http.info_pages import InfoPage, sections
from api.http.page_data import digits, logo, telephones, topics
from api.http.page_words import page_words
from api.http.shell import EARLY, SHELL
from api.http.static_files import STATIC, page_template
from api.services.services import Services
from knowledge.languages import AUTONYMS, Language

router = APIRouter(tags=["page"])

_KEPT = {"Cache-Control": "no-cache"}
_PRESSED = {
    "reply-person": "reply-person",
    "change-message": "reply-change-appointment",
    "cancel-message": "reply-cancel-appointment",
}
"""What buttons of the page say, by the quick reply whose words they take: the service knows those by heart."""


class PageLanguageOut(BaseModel):
    """A language to choose, by the name its speakers give it, and the sentence that asks for it."""

    code: Language
    name: str
    ask: str


class TopicOut(BaseModel):
    """A topic to begin with, and what it asks."""

    name: str
    ask: str


class PageWordsOut(BaseModel):
    """Everything the page says by itself."""

    language: Language
    languages: list[PageLanguageOut]
    topics: list[TopicOut]
    demo: bool
    phone: str | None
    numbers: list[str]
    """Digits that the page makes telephone links of."""
    map: str | None
    """Where a place is shown on a map, with ``{place}`` for its address."""
    phrases: dict[str, str]


@router.get("/v1/phrases/page")
async def words(services: ServicesDep, preferred: LanguageDep, language: Language | None = None) -> PageWordsOut:
    """The page's words in a language; without one, in the browser's."""
    return _words(services, served(services, language) or preferred)


@router.get("/", include_in_schema=False)
async def page(services: ServicesDep, preferred: LanguageDep, language: Language | None = None) -> HTMLResponse:
    """The conversation: whole but for what is said in it, in the person's language."""
    told = _words(services, served(services, language) or preferred)
    values: dict[str, Any] = {key.replace("-", "_"): escape(text) for key, text in told.phrases.items()}
    values |= {
        "lang": told.language,
        "tab": f"{values['name']} · {values['body']}",
        "shell": SHELL,
        "early": EARLY,
        "words": told.model_dump_json().replace("<", "\\u003c"),
        "options": _options(services, told.language),
        "demo_hidden": "" if told.demo else "hidden",
        "phone_hidden": "" if told.phone else "hidden",
        "phone_number": escape(told.phone or ""),
        "phone_digits": digits(told.phone or ""),
    }
    headers = {**_KEPT, "Content-Language": told.language, "Vary": "Accept-Language"}
    return HTMLResponse(page_template("index").substitute(values), headers=headers)


@router.get("/logo", include_in_schema=False)
async def logo_file(services: ServicesDep) -> Response:
    """The drawing at the head of the pages: the administration's, or ISAC's own."""
    own = (STATIC / "mark.svg").read_text(encoding="utf-8")
    return Response(logo(services.administration, own), media_type="image/svg+xml", headers=_KEPT)


@router.get("/privacidad", include_in_schema=False)
async def privacy(services: ServicesDep, preferred: LanguageDep, language: Language | None = None) -> HTMLResponse:
    """Who handles the data, what for, for how long, and the rights over them."""
    return _info(services, "privacy", served(services, language) or preferred)


@router.get("/aviso-legal", include_in_schema=False)
async def legal(services: ServicesDep, preferred: LanguageDep, language: Language | None = None) -> HTMLResponse:
    """Whose service it is and what its answers are worth."""
    return _info(services, "legal", served(services, language) or preferred)


@router.get("/accesibilidad", include_in_schema=False)
async def accessibility(
    services: ServicesDep, preferred: LanguageDep, language: Language | None = None
) -> HTMLResponse:
    """The accessibility statement: tests, limits, and the way to complain."""
    return _info(services, "access", served(services, language) or preferred)


@router.get("/widget.js", include_in_schema=False)
async def widget(services: ServicesDep, preferred: LanguageDep) -> Response:
    """A button in the corner of another site that opens the conversation there. Its one script tag."""
    say = services.phrases.say
    told = {key: say(preferred, f"page-widget-{key}") for key in ("open", "close")} | {
        "name": say(preferred, "page-name")
    }
    script = (STATIC / "citizen" / "widget.js").read_text(encoding="utf-8")
    content = script.replace("/* words */ {}", json.dumps(told, ensure_ascii=False))
    return Response(content, media_type="text/javascript", headers={**_KEPT, "Vary": "Accept-Language"})


def _words(services: Services, language: Language) -> PageWordsOut:
    say, phone = services.phrases.say, services.knowledge.fact(services.administration.phone_fact, language)
    return PageWordsOut(
        language=language,
        languages=[
            PageLanguageOut(code=code, name=name, ask=say(code, "page-switch-message"))
            for code, name in AUTONYMS.items()
            if code in services.administration.languages
        ],
        topics=[TopicOut(name=one.name, ask=one.ask) for one in topics(services.phrases, language)],
        demo=services.settings.demo,
        phone=phone,
        numbers=sorted(telephones(services.phrases, phone)),
        map=services.administration.map_url,
        phrases={
            **page_words(services.phrases, language),
            **{key: say(language, phrase) for key, phrase in _PRESSED.items()},
        },
    )


def _info(services: Services, page: InfoPage, language: Language) -> HTMLResponse:
    words = page_words(services.phrases, language)
    values: dict[str, Any] = {key.replace("-", "_"): escape(text) for key, text in words.items()}
    title, content = sections(page, language, services.phrases, services.settings)
    links = [
        f'<a href="?language={code}" hreflang="{code}" lang="{code}">{escape(AUTONYMS[code])}</a>'
        for code in services.administration.languages
    ]
    values |= {"lang": language, "title": escape(title), "tab": f"{escape(title)} · {values['body']}", "shell": SHELL}
    values |= {"sections": content, "links": " ".join(links)}
    return HTMLResponse(page_template("info").substitute(values), headers={**_KEPT, "Content-Language": language})


def _options(services: Services, chosen: Language) -> str:
    return "".join(
        f'<option value="{code}" lang="{code}"{" selected" if code == chosen else ""}>{escape(AUTONYMS[code])}</option>'
        for code in services.administration.languages
    )
