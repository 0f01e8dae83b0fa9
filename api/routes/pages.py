"""The pages of the staff, and that of the HTTP contract."""

from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from api.http.dependencies import LanguageDep, ServicesDep, served
from api.http.page_words import page_words
from api.http.staff_pages import filled, rendered, words_of_staff
from api.services.services import Services
from knowledge.languages import Language

router = APIRouter(tags=["page"])


@router.get("/docs", include_in_schema=False)
async def docs() -> HTMLResponse:
    """The HTTP contract, drawn from /openapi.json with nothing from elsewhere."""
    return HTMLResponse(rendered("docs", "ISAC · HTTP", {}), headers=_NOT_KEPT)


@router.get("/admin/gaps", include_in_schema=False)
async def gaps(services: ServicesDep, preferred: LanguageDep, language: Language | None = None) -> HTMLResponse:
    """Questions without an answer, for the people who write the articles. The page is a shell: what it shows needs a
    member of staff's token."""
    chosen = served(services, language) or preferred
    words = {**words_of_staff(services, chosen, "gaps-"), "content": services.administration.place}
    return filled("gaps", words, chosen, "/admin/gaps", services.administration.languages)


@router.get("/agente", include_in_schema=False)
async def desk(services: ServicesDep, preferred: LanguageDep, language: Language | None = None) -> HTMLResponse:
    """The desk: whoever attends to citizens works here. A shell, as above."""
    chosen = served(services, language) or preferred
    reasons = {f"reason-{key}": text for key, text in page_words(services.phrases, chosen, "reason-").items()}
    words = {
        **words_of_staff(services, chosen, "advice-", "desk-"),
        **reasons,
        "foreign": _how_understood(services, chosen),
        "demo-door": "demo" if services.open_to_all else "key",
    }
    return filled("desk", words, chosen, "/agente", services.administration.languages)


@router.get("/llamada", include_in_schema=False)
async def softphone(services: ServicesDep, preferred: LanguageDep, language: Language | None = None) -> HTMLResponse:
    """A telephone in the browser, for staff: it begins calls, joins them, and shows what is said. A shell, as above."""
    chosen = served(services, language) or preferred
    own = words_of_staff(services, chosen, *_CALLS, "softphone-")
    words = {**page_words(services.phrases, chosen, "desk-"), **own}  # of what the person had before
    return filled("softphone", words, chosen, "/llamada", services.administration.languages)


@router.get("/llamada/{call_id}", include_in_schema=False)
async def call_record(
    call_id: str, services: ServicesDep, preferred: LanguageDep, language: Language | None = None
) -> HTMLResponse:
    """The record of a call: what was said, its sound, the consent. A shell too: it does not tell which calls exist."""
    chosen = served(services, language) or preferred
    words = words_of_staff(services, chosen, *_CALLS, "record-")
    return filled("record", words, chosen, f"/llamada/{quote(call_id, safe='')}", services.administration.languages)


def _how_understood(services: Services, language: Language) -> str:
    """How an agent and a citizen of different languages understand each other here."""
    there = services.chat.translations.translator is not None
    return services.phrases.say(language, "desk-translator" if there else "desk-foreign")


_CALLS = ("advice-", "calls-", "call-side-")
_NOT_KEPT = {"Cache-Control": "no-cache"}
