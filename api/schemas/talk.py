"""Wire models of a conversation with a person."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from agents.reception.turns.turn import TalkLine, Turn
from api.schemas.consultations import StaffLineOut
from api.schemas.conversations import AppointmentCardOut, HandOffOut, Incoming, Text, TurnOut
from api.schemas.readings import ReadingChangeOut
from api.services.translating import TRANSLATION
from knowledge.languages import Language
from tools.contacts.contact import READING, ContactEvent, Speaker
from tools.queues.consultations import Consultation
from tools.queues.floor import Standing
from tools.queues.hand_offs import Prospect

Seen = Literal["delivered", "read"]


class TranslationOut(BaseModel):
    """What was said in another language, by a machine; no text where it could not be shown safely."""

    language: Language
    text: str | None


def translations_of(events: Sequence[ContactEvent]) -> dict[int, TranslationOut]:
    """By the number of what was said."""
    found = (event.data for event in events if event.kind == TRANSLATION)
    return {data["of"]: TranslationOut(language=data["language"], text=data["text"]) for data in found}


class UtteranceOut(BaseModel):
    """Something said: a line of the transcript, and the event ``utterance``."""

    number: int = Field(description="Of its event: what follows is asked for after it.")
    speaker: Speaker
    text: str
    at: datetime
    language: Language | None
    name: str | None = Field(
        default=None, exclude_if=lambda name: name is None, description="Of an agent, as citizens are told it."
    )
    key: str | None = Field(
        default=None, exclude_if=lambda key: key is None, description="The Idempotency-Key that it was sent with."
    )
    turn_id: str | None = Field(
        default=None, exclude_if=lambda turn_id: turn_id is None, description="The turn that it is part of."
    )

    manners: bool = Field(
        default=False,
        exclude_if=lambda manners: not manners,
        description="It says nothing of the matter: a greeting, who has the conversation now.",
    )
    translation: TranslationOut | None = Field(
        default=None,
        exclude_if=lambda translation: translation is None,
        description="By a machine, for the other of the two. Told afterwards as the event `translation`, with `of`.",
    )

    citations: list[str] = Field(
        default_factory=list,
        exclude_if=lambda citations: not citations,
        description="Sources of an answer: see `GET /v1/citations/{id}`.",
    )

    turn: TurnOut | None = Field(
        default=None,
        exclude_if=lambda turn: turn is None,
        description="Of the assistant, in a conversation that is read: the whole turn, while it is held.",
    )

    appointment: AppointmentCardOut | None = Field(
        default=None,
        exclude_if=lambda appointment: appointment is None,
        description="Of an agent: made for the citizen, as it was when it was told.",
    )

    @classmethod
    def of(cls, line: TalkLine, turn: Turn | None = None, translation: TranslationOut | None = None) -> "UtteranceOut":
        """On the wire. What an agent says is no turn."""
        said, made = line.said, line.appointment
        return cls(
            number=line.number,
            speaker=said.speaker,
            manners=said.manners,
            text=said.text,
            at=said.at,
            language=said.language,
            name=said.name,
            key=line.key,
            turn_id=None if said.speaker == "agent" else line.turn_id,
            citations=list(line.citations),
            translation=translation,
            appointment=AppointmentCardOut.of(made.card, made.language) if made else None,
            turn=TurnOut.of(turn) if turn is not None and said.speaker == "assistant" else None,
        )


class PersonOut(BaseModel):
    """Whether a person has the conversation or is on the way, and what is known of the wait."""

    state: Literal["none", "waiting", "held", "returned", "closed"]
    name: str | None = Field(default=None, description="Of who has it, as their unit wants it told.")
    reference: str | None = None
    since: datetime | None = None
    ahead: int | None = Field(default=None, description="How many are served before.")
    wait_minutes: int | None = Field(default=None, description="As it was measured lately; null when it was not.")
    opens_at: datetime | None = Field(default=None, description="Out of hours: when somebody is there again.")

    @classmethod
    def of(cls, standing: Standing | None, prospect: Prospect | None = None) -> "PersonOut":
        """On the wire. To the citizen, being offered to an agent is waiting."""
        if standing is None:
            return cls(state="none")
        out = cls(
            state="waiting" if standing.state == "offered" else standing.state,
            reference=standing.hand_off.id,
            since=standing.since,
            name=standing.agent.name if standing.state == "held" and standing.agent else None,
        )
        if out.state != "waiting" or prospect is None:
            return out
        wait = None if prospect.wait is None else max(1, round(prospect.wait.total_seconds() / 60))
        return out.model_copy(update={"ahead": prospect.ahead, "wait_minutes": wait, "opens_at": prospect.opens_at})


class AgentMessageIn(Incoming):
    """What an agent says to the citizen; it is not changed."""

    text: Annotated[Text, Field(min_length=1, max_length=20_000)]
    locator: Annotated[Text, Field(min_length=1, max_length=64)] | None = Field(
        default=None, description="Of an appointment made for the citizen, which is shown with it."
    )


class SeenIn(Incoming):
    """Everything up to an event has reached a screen, or has been looked at."""

    what: Seen
    number: int = Field(ge=1)


class SeenOut(BaseModel):
    """The event ``seen``."""

    by: Literal["citizen", "agent"]
    what: Seen
    number: int


class RatingIn(Incoming):
    """How it was."""

    score: int = Field(ge=1, le=5)
    text: Annotated[Text, Field(max_length=2_000)] | None = None


class HelpedIn(Incoming):
    """Whether a turn helped."""

    turn_id: Annotated[Text, Field(max_length=64)]
    helped: bool


class PacketOut(BaseModel):
    """What members of staff get beside what was said, so that nothing is asked again."""

    hand_off: HandOffOut
    note: str | None = Field(description="What the agent before wrote to this one.")
    given: dict[str, str] = Field(
        description="What the citizen told the assistant, as it was given: only for the agent who has the conversation."
    )
    consulted: list[StaffLineOut] = Field(description="What its agents and their colleagues wrote about it.")
    readings: list[ReadingChangeOut] = Field(description="What agents put right in how it was read, oldest first.")

    @classmethod
    def of(
        cls,
        standing: Standing,
        given: Mapping[str, str],
        about: Iterable[Consultation],
        events: Iterable[ContactEvent],
    ) -> "PacketOut":
        """On the wire."""
        return cls(
            hand_off=HandOffOut.of(standing.hand_off),
            note=standing.note,
            given=dict(given),
            consulted=[StaffLineOut.of(line) for one in about for line in one.lines],
            readings=[ReadingChangeOut.of(event) for event in events if event.kind == READING],
        )


class ConversationOut(BaseModel):
    """The present state of a conversation. Events are asked for after ``number``, that of the last one."""

    id: str
    language: Language
    transcript: list[UtteranceOut]
    latest: TurnOut | None
    number: int
    person: PersonOut
    packet: PacketOut | None = Field(
        default=None, exclude_if=lambda packet: packet is None, description="For members of staff."
    )
