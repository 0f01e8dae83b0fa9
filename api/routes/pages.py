"""The citizen page and its words."""

from html import escape
from importlib.resources import files
from string import Template

from fastapi import APIRouter
from pydantic import BaseModel
from starlette.responses import FileResponse, HTMLResponse

from api.deps import LanguageDep, ServicesDep
from api.page_words import page_words
from api.static_files import STATIC
from knowledge.languages import AUTONYMS, Language

router = APIRouter(tags=["page"])


class LanguageOut(BaseModel):
    """A language to choose, by the name its speakers give it, and the sentence that asks for it."""

    code: Language
    name: str
    ask: str


class PageWordsOut(BaseModel):
    """Everything the page says by itself."""

    language: Language
    languages: list[LanguageOut]
    demo: bool
    phone: str | None
    phrases: dict[str, str]


@router.get("/v1/phrases/page")
async def words(services: ServicesDep, preferred: LanguageDep, language: Language | None = None) -> PageWordsOut:
    """The page's words in a language; without one, in the browser's."""
    chosen = language or preferred
    return PageWordsOut(
        language=chosen,
        languages=[
            LanguageOut(code=code, name=name, ask=services.phrases.say(code, "page-switch-message"))
            for code, name in AUTONYMS.items()
        ],
        demo=services.settings.demo,
        phone=services.fact("contact.inss_phone", chosen),
        phrases=dict(page_words(services.phrases, chosen)),
    )


@router.get("/", include_in_schema=False)
async def page() -> FileResponse:
    """The conversation."""
    return FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-cache"})


@router.get("/docs", include_in_schema=False)
async def docs() -> FileResponse:
    """The HTTP contract, drawn from /openapi.json with nothing from elsewhere."""
    return FileResponse(STATIC / "docs.html", headers={"Cache-Control": "no-cache"})


@router.get("/accesibilidad", include_in_schema=False)
async def accessibility(
    services: ServicesDep, preferred: LanguageDep, language: Language | None = None
) -> HTMLResponse:
    """What is tested, what is not, and how to complain."""
    chosen = language or preferred
    template = Template(files("api").joinpath("static", "accessibility.html").read_text(encoding="utf-8"))
    words = page_words(services.phrases, chosen)
    values = {key.replace("-", "_"): escape(text) for key, text in words.items()}
    links = " ".join(
        f'<a href="/accesibilidad?language={code}" hreflang="{code}" lang="{code}">{escape(name)}</a>'
        for code, name in AUTONYMS.items()
    )
    return HTMLResponse(template.substitute(values, lang=chosen, links=links), headers={"Content-Language": chosen})
