"""Wire models of understanding, search and citations."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from agents.understanding.reading import Reading
from agents.understanding.shared.labels import Likeness
from api.schemas.conversations import Incoming, Text
from knowledge.content.needs import Action, Catalogue
from knowledge.languages import Language


class UnderstandIn(Incoming):
    """A text to understand; ``id`` is returned unchanged."""

    text: Annotated[Text, Field(max_length=20_000)]
    language: Language | None = None
    id: str | int | None = None


class AlternativeOut(BaseModel):
    """A need and its calibrated probability."""

    need: str
    confidence: float


class LikenessOut(BaseModel):
    """A need that a doubtful text may be about, and the training sentence nearest to it."""

    need: str
    sentence: str


class UnderstoodOut(BaseModel):
    """The reading of a text."""

    id: str | int | None
    language: Language
    language_confidence: float
    need: str | None
    entity: str | None
    action: Action | None
    confidence: float
    alternatives: list[AlternativeOut]
    between: list[LikenessOut] = Field(
        exclude_if=lambda between: not between, description="Of a doubtful text only; else left out."
    )
    labels: list[str]
    slots: dict[str, str]
    out_of_scope: bool

    @classmethod
    def of(
        cls,
        reading: Reading,
        catalogue: Catalogue,
        request_id: str | int | None,
        between: Sequence[Likeness] = (),
    ) -> "UnderstoodOut":
        """On the wire; entity and action come from the catalogue."""
        need = catalogue.get(reading.need) if reading.need else None
        return cls(
            id=request_id,
            language=reading.language,
            language_confidence=round(reading.language_confidence, 4),
            need=reading.need,
            entity=need.body if need else None,
            action=need.policy.action if need else None,
            confidence=round(reading.confidence, 4),
            alternatives=[
                AlternativeOut(need=item.need, confidence=round(item.confidence, 4)) for item in reading.alternatives
            ],
            between=[LikenessOut(need=item.need, sentence=item.sentence) for item in between],
            labels=sorted(reading.labels),
            slots={name: value.value for name, value in reading.slots.items()},
            out_of_scope=reading.out_of_scope,
        )


class SearchIn(Incoming):
    """A question to the official knowledge."""

    query: Annotated[Text, Field(max_length=2_000)]
    language: Language | None = None
    k: int = Field(default=10, ge=1, le=50)
    id: str | int | None = None


class HitOut(BaseModel):
    """A passage found."""

    id: str
    score: float
    need: str | None
    language: Language
    text: str
    source_title: str
    source_url: str


class SearchOut(BaseModel):
    """Best first."""

    id: str | int | None
    hits: list[HitOut]


class ContextOut(BaseModel):
    """The text around a quote: ``before + quote + after`` is a stretch of the document."""

    before: str
    after: str


class CitationPageOut(BaseModel):
    """The words of a source where they stand: ``document[start:end] == quote`` for the document with that hash.

    Where they are not ``held``, the quote and its document are empty, and the link leads to the source.
    """

    id: str
    quote: str
    held: bool
    start: int
    end: int
    document_sha256: str
    passage_id: str
    language: Language = Field(description="Of the conversation.")
    quote_language: Language | None = Field(description="Of the quote.")
    source_title: str
    source_url: str
    article: str | None = Field(description="Article and paragraph of a law as they are cited; null of a page.")
    version: date | None = Field(description="The last change in the text of the law that is quoted.")
    since: date | None = Field(description="The day from which the article reads so, where the source says it.")
    retrieved: date | None = Field(description="The day an official page was read.")
    valid_from: date | None
    valid_to: date | None
    valid_from_text: str | None
    valid_to_text: str | None
    version_text: str | None
    since_text: str | None
    retrieved_text: str | None
    context: ContextOut
