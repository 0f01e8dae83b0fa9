"""Wire models of a route."""

from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, BaseModel, Field, model_validator

from agents.answers.route_reasons import reason_lines
from agents.phrases.phrases import Phrases
from agents.phrases.wording import body_name
from agents.routing.route import ReasonCode, Route
from agents.routing.rules import RouteKind
from api.schemas.appointments import OfficeOut, Short
from api.schemas.conversations import Incoming, Text
from knowledge.channels import Channel
from knowledge.languages import Language


class RouteIn(Incoming):
    """A need, or the words of a person; ``id`` is returned unchanged. The need decides when both are given."""

    id: str | int | None = None
    need: Short | None = None
    text: Annotated[Text, Field(max_length=20_000)] | None = None
    seeks: Literal["answer", "appointment", "person"] | None = Field(
        default=None, description="Without it: what the text asks for; of a need, an appointment."
    )
    language: Language | None = Field(default=None, description="Of the text and of the reasons; else the browser's.")
    postcode: Short | None = None
    province: Short | None = Field(default=None, description="INE code.")
    office_id: Short | None = None
    channel: Channel | None = None
    at: AwareDatetime | None = Field(default=None, description="When the person would come; else now.")

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if self.need is None and self.text is None:
            raise ValueError("need or text is required")
        return self


class RouteReasonOut(BaseModel):
    """A reason for the route, as a stable code and as a sentence."""

    code: ReasonCode
    text: str


class RouteOut(BaseModel):
    """The route of a person. ``confidence`` is null when the need was given; ``channel`` is the one to book."""

    id: str | int | None
    need: str | None
    confidence: float | None
    kind: RouteKind
    urgent: bool
    unit: str
    body: str | None
    body_name: str | None
    channel: Channel | None
    channels: list[Channel]
    office: OfficeOut | None
    link: str | None
    documents: list[str]
    reasons: list[RouteReasonOut]
    language: Language

    @classmethod
    def of(
        cls, found: Route, asked: RouteIn, need: tuple[str | None, float | None], phrases: Phrases, language: Language
    ) -> "RouteOut":
        """On the wire. ``need``: its id, and how surely it was read."""
        lines = zip(found.reasons, reason_lines(found, phrases, language), strict=True)
        return cls(
            id=asked.id,
            need=need[0],
            confidence=None if need[1] is None else round(need[1], 4),
            kind=found.kind,
            urgent=found.urgent,
            unit=found.unit,
            body=found.body,
            body_name=body_name(found.body, phrases, language) if found.body else None,
            channel=found.channel,
            channels=list(found.channels),
            office=OfficeOut.of(found.office, language) if found.office else None,
            link=found.link,
            documents=list(found.documents),
            reasons=[RouteReasonOut(code=reason.code, text=line) for reason, line in lines],
            language=language,
        )
