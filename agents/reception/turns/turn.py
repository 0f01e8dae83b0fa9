"""A turn of the service, in the shape that pages, terminals and other programs read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from pydantic import TypeAdapter

from agents.phrases.message import Completeness, Message
from knowledge.channels import Channel
from knowledge.languages import Language, Variant
from tools.contacts.contact import Transcript, Utterance
from tools.queues.hand_offs import HandOff

CardAction = Literal["book", "change", "cancel"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A slot on offer. ``label`` is readable; sending ``reply`` chooses it."""

    slot_id: str
    starts_at: datetime
    minutes: int
    office_id: str
    office_name: str
    channel: Channel
    label: str
    reply: str


@dataclass(frozen=True, slots=True)
class AppointmentCard:
    """An appointment as shown: booked, moved or cancelled in this turn, or being read back (``proposed``).

    It says everything that the sentences beside it say of the appointment, so that a page shows it in their place.
    """

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
    room_url: str | None = None
    action: CardAction = "book"
    """What a yes does, or what was done."""
    matter: str = ""
    """The need in the citizen's words."""
    before: datetime | None = None
    """When it was, of one that is moved."""
    bring: str | None = None
    """The papers to bring, or to have at hand, in words."""
    phone: str | None = None
    """The telephone that will be called."""


@dataclass(frozen=True, slots=True)
class CallBackCard:
    """A call that was promised in this turn, or is promised no more. ``reference`` is its locator."""

    reference: str
    begins: datetime
    ends: datetime
    phone_hint: str
    status: Literal["kept", "cancelled"]


@dataclass(frozen=True, slots=True)
class Turn:
    """The whole reply to one message. ``step`` says what the service waits for."""

    turn_id: str
    language: Language
    language_confidence: float
    need: str | None
    step: str
    messages: tuple[Message, ...]
    quick_replies: tuple[str, ...]
    slots: Mapping[str, str]
    offers: tuple[Offer, ...]
    appointment: AppointmentCard | None
    hand_off: HandOff | None
    completeness: Completeness
    variety: Variant | None = None
    """Of ``language``: the one the sentences are said in."""
    as_of: tuple[str, date] | None = None
    """A need and the day, not today, whose rules it tells."""
    repeats: bool = False
    """It says another turn again: what it announces happened in that one."""
    call_back: CallBackCard | None = None


@dataclass(frozen=True, slots=True)
class ToldAppointment:
    """An appointment that an agent made for the citizen, with the language that its card is told in."""

    card: AppointmentCard
    language: Language


@dataclass(frozen=True, slots=True)
class TalkLine:
    """Something said in a conversation: the number of its event, the turn it is of, and what its client called it."""

    number: int
    said: Utterance
    turn_id: str | None = None
    key: str | None = None
    citations: tuple[str, ...] = ()
    """Ids of the sources of an answer."""
    appointment: ToldAppointment | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A conversation at one moment: ``latest`` is the newest turn in it, ``number`` that of its last event.

    ``given``: what the citizen has told so far, by name, for the agent who has the conversation; ``booked``: for them
    too, the locator of the appointment that it made last.
    ``turns``: those still held whole, with their cards and sources, by their id.
    """

    language: Language
    lines: tuple[TalkLine, ...]
    latest: Turn | None
    number: int
    given: Mapping[str, str] = field(default_factory=dict)
    turns: Mapping[str, Turn] = field(default_factory=dict)
    booked: str | None = None

    @property
    def transcript(self) -> Transcript:
        """What was said, in order."""
        return tuple(line.said for line in self.lines)


_TURN = TypeAdapter(Turn | None)
_TOLD = TypeAdapter(ToldAppointment)


def dump_turn(turn: Turn) -> Any:
    """Plain values, for the checkpoint."""
    return _TURN.dump_python(turn, mode="json")


def load_turn(plain: Any) -> Turn | None:
    """The turn of a checkpoint."""
    return _TURN.validate_python(plain)


def dump_told(told: ToldAppointment) -> str:
    """As JSON, for the checkpoint and the log."""
    return _TOLD.dump_json(told).decode()


def load_told(dumped: str | None) -> ToldAppointment | None:
    """The appointment of a line of the log."""
    return None if dumped is None else _TOLD.validate_json(dumped)
