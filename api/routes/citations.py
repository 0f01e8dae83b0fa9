"""Citations: the words of the source where they stand."""

from datetime import date

from fastapi import APIRouter

from api.http.dependencies import KnowledgeDep
from api.schemas.knowledge import CitationPageOut, ContextOut
from knowledge.citations import quotes_exactly
from knowledge.content.fact_text import long_date
from knowledge.errors import CitationNotFound

router = APIRouter(prefix="/v1/citations", tags=["citations"])

_WINDOW = 600
_SAME = (
    "id", "quote", "start", "end", "document_sha256", "passage_id", "language", "quote_language", "source_title",
    "source_url",
)  # fmt: skip


@router.get("/{citation_id}")
async def read(citation_id: str, knowledge: KnowledgeDep) -> CitationPageOut:
    """The exact words of the source, their span, the hash of their document and the text around them.

    Of a law: article and version. Where the words are not held: article, link, and that they are not.
    """
    citation = await knowledge.citations.find(citation_id)
    text = await knowledge.citations.document_text(citation.document_sha256)
    if not quotes_exactly(citation, text):
        # A quote that its document does not hold is no quote: better none than a wrong one.
        raise CitationNotFound(f"{citation_id}: the stored document does not hold the quote")
    place, validity = citation.place, citation.validity
    days: dict[str, date | None] = {
        "valid_from": validity.valid_from,
        "valid_to": validity.valid_to,
        "version": place.version if place else None,
        "since": place.since if place else None,
        "retrieved": citation.retrieved,
    }
    return CitationPageOut.model_validate(
        {
            **{field: getattr(citation, field) for field in _SAME},
            **days,
            **{f"{name}_text": long_date(day, citation.language) if day else None for name, day in days.items()},
            "held": bool(citation.quote),
            "article": place.article if place else None,
            "context": around(text, citation.start, citation.end),
        }
    )


def around(text: str, start: int, end: int) -> ContextOut:
    """At most a window on each side, cut at the edges of lines."""
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    if start > _WINDOW:
        before = before.partition("\n")[2]
    if len(text) - end > _WINDOW:
        after = after.rpartition("\n")[0]
    return ContextOut(before=before, after=after)
