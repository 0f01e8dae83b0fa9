"""Wire models of conversations."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from agents.phrases.message import Completeness, Message, MessageKind
from agents.phrases.wording import date_words, time_words
from agents.reception.turns.turn import AppointmentCard, CardAction, Offer, Turn
from knowledge.channels import Channel
from knowledge.languages import Language
from knowledge.passages import Citation
from tools.queues.hand_offs import HandOff, Reason, Waiting


def storable(text: str) -> str:
    """Remove characters that PostgreSQL cannot store: NUL and lone surrogates."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


Text = Annotated[str, AfterValidator(storable)]


class Incoming(BaseModel):
    """A request body that ignores unknown fields: clients send fields of their own along."""

    model_config = ConfigDict(extra="ignore")


class OpenIn(Incoming):
    """Start a conversation."""

    language: Language | None = Field(default=None, description="Without it, the browser's.")


class MessageIn(Incoming):
    """A message of the person. Empty text is answered too."""

    text: Annotated[Text, Field(max_length=20_000)]


class LanguageOut(BaseModel):
    """Language of the turn."""

    code: Language
    confidence: float
    variety: str | None = Field(
        default=None,
        exclude_if=lambda variety: variety is None,
        description="BCP 47, such as `ca-valencia`, when it is spoken in one; else left out.",
    )


class CitationOut(BaseModel):
    """A source of an answer; ``GET /v1/citations/{id}`` shows its words where they stand."""

    id: str
    quote: str = Field(description="The exact words of the source; empty where they are not held here.")
    held: bool = Field(description="Whether the words of the source are held here.")
    lines: list[int] = Field(description="Lines of the message that it stands behind, counted from 0.")
    source_title: str
    source_url: str = Field(description="Of a law, the article itself where its anchor is known.")
    article: str | None = Field(description="Article and paragraph of a law as they are cited; null of a page.")
    version: date | None = Field(description="The last change in the text of the law that is quoted.")
    valid_from: date | None
    valid_to: date | None

    @classmethod
    def of(cls, citation: Citation, text: str) -> "CitationOut":
        """On the wire, for the message with that text."""
        place = citation.place
        return cls(
            id=citation.id,
            quote=citation.quote,
            held=bool(citation.quote),
            lines=[number for number, line in enumerate(text.split("\n")) if line in citation.lines],
            source_title=citation.source_title,
            source_url=citation.source_url,
            article=place.article if place else None,
            version=place.version if place else None,
            valid_from=citation.validity.valid_from,
            valid_to=citation.validity.valid_to,
        )


class MessageOut(BaseModel):
    """A message of the service, shown as one bubble."""

    kind: MessageKind
    text: str
    citations: list[CitationOut]

    @classmethod
    def of(cls, message: Message) -> "MessageOut":
        """On the wire."""
        citations = [CitationOut.of(citation, message.text) for citation in message.citations]
        return cls(kind=message.kind, text=message.text, citations=citations)


def _moment(moment: datetime, language: Language) -> dict[str, str]:
    return {"date_text": date_words(moment, language), "time_text": time_words(moment, language)}


class OfferOut(BaseModel):
    """A slot on offer; sending ``reply`` chooses it."""

    slot_id: str
    starts_at: datetime
    minutes: int
    office_id: str
    office_name: str
    channel: Channel
    label: str
    reply: str
    date_text: str
    time_text: str

    @classmethod
    def of(cls, offer: Offer, language: Language) -> "OfferOut":
        """On the wire, with the moment in words: browsers do not know every language's dates."""
        return cls.model_validate({**asdict(offer), **_moment(offer.starts_at, language)})


class AppointmentCardOut(BaseModel):
    """An appointment inside a conversation."""

    locator: str | None
    status: Literal["proposed", "booked", "cancelled"]
    starts_at: datetime
    minutes: int
    office_id: str
    office_name: str
    office_address: str
    channel: Channel
    service: str
    need: str
    document_hint: str | None
    room_url: str | None = Field(description="Where one enters a video appointment.")
    action: CardAction = Field(description="What a yes does, or what was done.")
    matter: str = Field(description="The need in the citizen's words.")
    bring: str | None = Field(description="The papers to bring, or to have at hand.")
    phone: str | None = Field(description="The telephone that will be called.")
    date_text: str
    time_text: str
    before_text: str | None = Field(description="Day and hour it had, of one that is moved.")

    @classmethod
    def of(cls, card: AppointmentCard, language: Language) -> "AppointmentCardOut":
        """On the wire, with the moment in words."""
        before = card.before and f"{date_words(card.before, language)}, {time_words(card.before, language)}"
        return cls.model_validate({**asdict(card), **_moment(card.starts_at, language), "before_text": before})


class HandOffOut(BaseModel):
    """A hand-off, as the agent who takes it receives it."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    conversation_id: str
    reason: Reason
    language: Language
    need: str | None
    unit: str
    summary: list[str]
    slots: dict[str, str]
    urgent: bool
    created_at: datetime

    @classmethod
    def of(cls, hand_off: HandOff) -> "HandOffOut":
        """On the wire."""
        return cls.model_validate(hand_off)


class WaitingOut(HandOffOut):
    """A hand-off in the queue. ``same_origin``: how many of its address wait; null when the address is not known."""

    apart: bool
    same_origin: int | None

    @classmethod
    def of_waiting(cls, waiting: Waiting) -> "WaitingOut":
        """On the wire."""
        shown = HandOffOut.of(waiting.hand_off).model_dump()
        return cls(**shown, apart=waiting.apart, same_origin=waiting.same_origin)


class CallBackCardOut(BaseModel):
    """A call promised in this turn, or promised no more. ``reference`` is its locator."""

    model_config = ConfigDict(from_attributes=True)

    reference: str
    begins: datetime
    ends: datetime
    phone_hint: str
    status: Literal["kept", "cancelled"]


class TurnOut(BaseModel):
    """The whole reply to one message."""

    turn_id: str
    language: LanguageOut
    need: str | None
    step: str
    messages: list[MessageOut]
    quick_replies: list[str]
    slots: dict[str, str]
    offers: list[OfferOut]
    appointment: AppointmentCardOut | None
    hand_off: HandOffOut | None
    call_back: CallBackCardOut | None = Field(default=None, exclude_if=lambda call_back: call_back is None)
    completeness: Completeness

    @classmethod
    def of(cls, turn: Turn) -> "TurnOut":
        """On the wire."""
        return cls(
            turn_id=turn.turn_id,
            language=LanguageOut(
                code=turn.language, confidence=round(turn.language_confidence, 4), variety=turn.variety
            ),
            need=turn.need,
            step=turn.step,
            messages=[MessageOut.of(message) for message in turn.messages],
            quick_replies=list(turn.quick_replies),
            slots=dict(turn.slots),
            offers=[OfferOut.of(offer, turn.language) for offer in turn.offers],
            appointment=AppointmentCardOut.of(turn.appointment, turn.language) if turn.appointment else None,
            hand_off=HandOffOut.of(turn.hand_off) if turn.hand_off else None,
            call_back=CallBackCardOut.model_validate(turn.call_back) if turn.call_back else None,
            completeness=turn.completeness,
        )


class TokenOut(BaseModel):
    """A new token of a conversation."""

    token: str
    expires_at: datetime


class OpenedOut(BaseModel):
    """A new conversation. ``token`` opens it, and only it, until ``expires_at``."""

    id: str
    token: str
    expires_at: datetime
    language: Language
    greeting: TurnOut
