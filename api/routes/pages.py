"""The pages of the staff, and that of the HTTP contract."""

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from api.http.dependencies import LanguageDep, ServicesDep, served
from api.http.page_words import page_words
from api.http.static_files import page_template
from api.services.services import Services
from knowledge.languages import AUTONYMS, Language

router = APIRouter(tags=["page"])


@router.get("/docs", include_in_schema=False)
async def docs() -> HTMLResponse:
    """The HTTP contract, drawn from /openapi.json with nothing from elsewhere."""
    return HTMLResponse(_render("docs", "ISAC · HTTP", {}), headers=_NOT_KEPT)


@router.get("/admin/gaps", include_in_schema=False)
async def gaps(services: ServicesDep, preferred: LanguageDep, language: Language | None = None) -> HTMLResponse:
    """Questions without an answer, for the people who write the articles. The page is a shell: what it shows needs a
    member of staff's token."""
    chosen = served(services, language) or preferred
    words = {**_of_staff(services, chosen, "gaps-"), "content": services.administration.place}
    return _filled("gaps", words, chosen, "/admin/gaps", services.administration.languages)


@router.get("/agente", include_in_schema=False)
async def desk(services: ServicesDep, preferred: LanguageDep, language: Language | None = None) -> HTMLResponse:
    """The desk: whoever attends to citizens works here. A shell, as above."""
    chosen = served(services, language) or preferred
    reasons = {f"reason-{key}": text for key, text in page_words(services.phrases, chosen, "reason-").items()}
    words = {
        **_of_staff(services, chosen, "advice-", "desk-"),
        **reasons,
        "foreign": _how_understood(services, chosen),
        "door": "demo" if services.settings.demo else "key",
    }
    return _filled("desk", words, chosen, "/agente", services.administration.languages)


@router.get("/llamada", include_in_schema=False)
async def softphone(services: ServicesDep, preferred: LanguageDep, language: Language | None = None) -> HTMLResponse:
    """A telephone in the browser, for staff: it begins calls, joins them, and shows what is said. A shell, as above."""
    chosen = served(services, language) or preferred
    return _filled(
        "softphone",
        _of_staff(services, chosen, *_CALLS, "softphone-"),
        chosen,
        "/llamada",
        services.administration.languages,
    )


@router.get("/llamada/{call_id}", include_in_schema=False)
async def call_record(
    call_id: str, services: ServicesDep, preferred: LanguageDep, language: Language | None = None
) -> HTMLResponse:
    """The record of a call: what was said, its sound, the consent. A shell too: it does not tell which calls exist."""
    chosen = served(services, language) or preferred
    words = _of_staff(services, chosen, *_CALLS, "record-")
    return _filled("record", words, chosen, f"/llamada/{quote(call_id, safe='')}", services.administration.languages)


def _how_understood(services: Services, language: Language) -> str:
    """How an agent and a citizen of different languages understand each other here."""
    there = services.chat.translations.translator is not None
    return services.phrases.say(language, "desk-translator" if there else "desk-foreign")


_CALLS = ("advice-", "calls-", "call-side-")
_PARTS = ("head", "staff_header", "token_field")
_NOT_KEPT = {"Cache-Control": "no-cache"}


def _of_staff(services: Services, language: Language, *prefixes: str) -> Mapping[str, str]:
    """Words of a page of the staff: its own, over those that pages share."""
    words: dict[str, str] = {}
    for prefix in ("page-", "staff-", *prefixes):
        words |= page_words(services.phrases, language, prefix)
    return words


def _filled(
    page: str, words: Mapping[str, str], language: Language, path: str, languages: Sequence[Language]
) -> HTMLResponse:
    """A page in a language, with links to itself in the others and the languages as options of a choice."""
    values = {key.replace("-", "_"): escape(text) for key, text in words.items()}
    named = [(code, escape(AUTONYMS[code])) for code in languages]
    values["links"] = " ".join(
        f'<a href="{escape(path)}?language={code}" hreflang="{code}" lang="{code}">{name}</a>' for code, name in named
    )
    values["words"] = "".join(f'<span data-word="{key}">{escape(text)}</span>' for key, text in words.items())
    values["options"] = "".join(f'<option value="{code}" lang="{code}">{name}</option>' for code, name in named)
    values |= {"lang": language, "title": values.get("title", values["accessibility"])}
    html = _render(page, f"{values['title']} · {values['body']}", values)
    return HTMLResponse(html, headers={"Content-Language": language})


def _render(page: str, tab: str, values: Mapping[str, str]) -> str:
    """The page with its values, and with the parts that pages share; ``tab``: the title of the browser's tab."""
    parts = {part: page_template(f"parts/{part}").safe_substitute(values, tab=tab) for part in _PARTS}
    return page_template(page).substitute(values, **parts)
