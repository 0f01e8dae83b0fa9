"""Citations: the quote where it stands."""

from datetime import date

from fastapi import APIRouter

from api.http.dependencies import KnowledgeDep
from api.schemas.knowledge import CitationPageOut, ContextOut
from knowledge.citations import quotes_exactly
from knowledge.content.fact_text import long_date
from knowledge.errors import CitationNotFound
from knowledge.languages import Language

router = APIRouter(prefix="/v1/citations", tags=["citations"])

_WINDOW = 600


@router.get("/{citation_id}")
async def read(citation_id: str, knowledge: KnowledgeDep) -> CitationPageOut:
    """The exact quote, its span, the hash of its document and the text around it."""
    citation = await knowledge.citations.find(citation_id)
    text = await knowledge.citations.document_text(citation.document_sha256)
    if not quotes_exactly(citation, text):
        # A quote that its document does not hold is no quote: better none than a wrong one.
        raise CitationNotFound(f"{citation_id}: the stored document does not hold the quote")
    return CitationPageOut(
        id=citation.id,
        quote=citation.quote,
        start=citation.start,
        end=citation.end,
        document_sha256=citation.document_sha256,
        passage_id=citation.passage_id,
        language=citation.language,
        source_title=citation.source_title,
        source_url=citation.source_url,
        valid_from=citation.validity.valid_from,
        valid_to=citation.validity.valid_to,
        valid_from_text=_words(citation.validity.valid_from, citation.language),
        valid_to_text=_words(citation.validity.valid_to, citation.language),
        context=around(text, citation.start, citation.end),
    )


def _words(day: date | None, language: Language) -> str | None:
    return long_date(day, language) if day else None


def around(text: str, start: int, end: int) -> ContextOut:
    """At most a window on each side, cut at the edges of lines."""
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    if start > _WINDOW:
        before = before.partition("\n")[2]
    if len(text) - end > _WINDOW:
        after = after.rpartition("\n")[0]
    return ContextOut(before=before, after=after)
