"""The task a conversation is in the middle of: a booking, a change, a cancellation, an acceptance or a leaving."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, ClassVar, Literal, TypeVar

from pydantic import Field

from agents.understanding.question.conditions import ConditionKind
from knowledge.channels import Channel
from knowledge.passages import Aspect
from tools.appointments.book import Appointment
from tools.offices.slots import Hold, PartOfDay, Slot, SlotQuery
from tools.queues.hand_offs import Reason
from tools.reading.slots import SlotName

BookingQuestion = Literal["need", "place", "option", "document", "phone", "email", "confirm", "what_change"]
ReferenceQuestion = Literal["locator", "document", "phone", "visit", "which"]
"""OpenQuestion until it is known which appointment is meant."""
ChangeQuestion = Literal["locator", "document", "phone", "visit", "which", "place", "option", "confirm", "what_change"]
CancellationQuestion = Literal["locator", "document", "phone", "visit", "which", "confirm"]
AcceptanceQuestion = Literal["locator", "document"]
LeavingQuestion = Literal["locator", "document", "confirm"]
TaskQuestion = BookingQuestion | ChangeQuestion

EXPECTED: dict[TaskQuestion, frozenset[SlotName]] = {
    "need": frozenset(),
    "place": frozenset({"postcode", "municipality", "province"}),
    "option": frozenset({"option", "date", "time", "part_of_day", "move"}),
    "document": frozenset({"document"}),
    "phone": frozenset({"phone"}),
    "confirm": frozenset(),
    "what_change": frozenset({"date", "time", "part_of_day", "municipality", "postcode", "move"}),
    "locator": frozenset({"locator", "document", "phone", "date", "municipality", "province", "postcode"}),
    "visit": frozenset({"document", "date", "municipality", "province", "postcode"}),
    "which": frozenset({"option"}),
    "email": frozenset({"email"}),
}
"""Slots that answer each question."""

RelativeMove = Literal["next_week", "next_day", "weekday_after", "same_day", "days_later"]
"""Moves that count from the day that is spoken of."""
Advice = Literal["online", "urgent", "papers"]
"""Advice given before an appointment, once a booking."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """The person the task is for. ``for_other``: the citizen asks for somebody else, whose document it is.

    ``by_passport``: the document is a passport. ``repaired``: the only correction offered for one that was mistyped.
    ``number``: that of a document given without its letter, or with a wrong one: the letter alone completes it.
    """

    document: str | None = None
    phone: str | None = None
    email: str | None = None
    for_other: bool = False
    by_passport: bool = False
    repaired: str | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class WishedDays:
    """The days, both included, and the part of the day asked for, wherever the search has gone since."""

    not_before: date | None = None
    not_after: date | None = None
    part_of_day: PartOfDay | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """A wish that counts from an appointment which is not found yet.

    ``move``: from its day. ``weekdays``: days said by name alone, the first ones to come. ``same_time``: at its hour.
    """

    move: RelativeMove | None = None
    weekdays: tuple[date, ...] = ()
    same_time: bool = False


@dataclass(frozen=True, slots=True)
class SlotSearch:
    """The place, time and channel of a search for slots.

    ``near``: the place said; ``nearby``: an office not far from it, told to have a slot sooner. ``time``: the exact
    hour; ``earliest`` and ``latest``: the hours between which it may be; all HH:MM. ``soonest``: any hour will do.
    ``wished_time``: the exact hour wished, wherever the search has gone since. ``relative``: what counts from the
    appointment to be changed. ``last_hours``: the last ones of a day. ``not_on`` and ``not_at``: days, and hours
    (HH:MM), that will not do. ``any_week``: the day was named by its weekday alone.
    """

    channel: Channel = "in_person"
    office_id: str | None = None
    near: tuple[SlotName, str] | None = None
    nearby: str | None = None
    not_before: date | None = None
    not_after: date | None = None
    part_of_day: PartOfDay | None = None
    time: str | None = None
    earliest: str | None = None
    latest: str | None = None
    not_on: tuple[date, ...] = ()
    not_at: tuple[str, ...] = ()
    soonest: bool = False
    wished_time: str | None = None
    relative: Relative = Relative()
    last_hours: bool = False
    any_week: bool = False
    wish: WishedDays = WishedDays()


@dataclass(frozen=True, slots=True)
class Seat:
    """The slots on offer and the slot held.

    ``listed``: the offers that the hold was chosen from; ``held_for``: the document it counts for; ``offered``: the id
    of a hold that the waiting list made; ``kept``: that of an earlier hold, kept until there is another.
    """

    offers: tuple[Slot, ...] = ()
    listed: tuple[Slot, ...] = ()
    hold: Hold | None = None
    held_for: str | None = None
    offered: str | None = None
    kept: str | None = None

    @property
    def shown(self) -> tuple[Slot, ...]:
        """The slots the citizen was told last."""
        return self.offers or ((self.hold.slot,) if self.hold else ())

    @property
    def holds_offer(self) -> bool:
        """Whether the hold belongs to the waiting list: the conversation must not release it."""
        return self.hold is not None and self.hold.id == self.offered

    @property
    def own_hold(self) -> str | None:
        """The id of the hold to release when the task is given up."""
        return self.hold.id if self.hold is not None and not self.holds_offer else self.kept

    def emptied(self) -> "Seat":
        """Nothing on offer, nothing held: another search begins."""
        return replace(self, offers=(), hold=None)


@dataclass(frozen=True, slots=True)
class LinePlace:
    """The place asked for on the waiting list. ``attempt`` makes its key: the same attempt joins once."""

    query: SlotQuery
    attempt: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The values by which the citizen names an appointment that is not found yet.

    The locator finds it, or the phone, or one of the ``days`` said and the place ``near`` the office; always with
    the document. ``by_person``: there is no locator; ``by_visit``: nor a phone. ``choices``: the appointments found;
    ``tried``: digests of what found none.
    """

    locator: str | None = None
    by_person: bool = False
    choices: tuple[Appointment, ...] = ()
    tried: tuple[str, ...] = ()
    by_visit: bool = False
    days: tuple[date, ...] = ()
    near: tuple[SlotName, str] | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """A new appointment. ``queues``: it goes to the waiting list, for ``line``.

    ``code``: a code the citizen gave, as that of the place in line whose offer is booked. ``sent``: when a write was
    sent whose outcome is not known yet. ``instead``: of the appointment that was not found, where it is for that.
    """

    question: BookingQuestion = "need"
    need: str | None = None
    service: str | None = None
    person: Attendee = Attendee()
    search: SlotSearch = SlotSearch()
    seat: Seat = Seat()
    code: str | None = None
    queues: bool = False
    line: LinePlace | None = None
    advised: tuple[Advice, ...] = ()
    sent: datetime | None = None
    instead: Reference | None = None
    kind: Literal["book"] = "book"

    def __post_init__(self) -> None:
        """Refuse to read back a booking that lacks something."""
        if self.question == "confirm":
            known = self.line and self.person.email if self.queues else self.seat.hold
            _require(known is not None and self.person.document is not None, "a booking to confirm is complete")

    def queueing(self) -> "Booking":
        """The booking on its way to the waiting list."""
        return replace(reopened(self), queues=True)

    def searching(self) -> "Booking":
        """The booking back from the way to the waiting list."""
        return replace(reopened(self), queues=False) if self.queues else self

    @property
    def office_id(self) -> str | None:
        """The office searched in."""
        return self.search.office_id


@dataclass(frozen=True, slots=True)
class _OfAppointment:
    """A task about an appointment that exists: named by a reference until it is found."""

    person: Attendee = Attendee()
    target: Reference | Appointment = Reference()
    sent: datetime | None = None

    @property
    def current(self) -> Appointment | None:
        """The appointment, once it is found."""
        return self.target if isinstance(self.target, Appointment) else None

    @property
    def code(self) -> str | None:
        """The locator given."""
        return self.target.locator

    @property
    def need(self) -> str | None:
        """The need of the appointment found."""
        return self.current.need if self.current else None

    @property
    def service(self) -> str | None:
        """The service of the appointment found."""
        return self.current.service if self.current else None


@dataclass(frozen=True, slots=True)
class Change(_OfAppointment):
    """Another slot for an appointment. ``looks``: nothing of it is to be changed; it is only read back once found."""

    question: ChangeQuestion = "locator"
    looks: bool = False
    search: SlotSearch = SlotSearch()
    seat: Seat = Seat()
    kind: Literal["change"] = "change"

    def __post_init__(self) -> None:
        """Refuse to read back a change that lacks something."""
        if self.question == "confirm":
            _require(bool(self.current and self.seat.hold), "a change to confirm has an appointment and a hold")

    @property
    def office_id(self) -> str | None:
        """The office searched in."""
        return self.search.office_id


@dataclass(frozen=True, slots=True)
class Cancellation(_OfAppointment):
    """The end of an appointment."""

    question: CancellationQuestion = "locator"
    kind: Literal["cancel"] = "cancel"

    def __post_init__(self) -> None:
        """Refuse to read back a cancellation without an appointment."""
        if self.question == "confirm":
            _require(self.current is not None, "a cancellation to confirm has an appointment")

    @property
    def office_id(self) -> str | None:
        """The office of the appointment found."""
        return self.current.slot.office_id if self.current else None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The slot that the waiting list offers. ``kept``: the id of a hold of the booking it interrupted."""

    question: AcceptanceQuestion = "locator"
    code: str | None = None
    person: Attendee = Attendee()
    kept: str | None = None
    kind: Literal["accept"] = "accept"
    need: ClassVar[str | None] = None
    office_id: ClassVar[str | None] = None


@dataclass(frozen=True, slots=True)
class Leaving:
    """The place on the waiting list, given up."""

    question: LeavingQuestion = "locator"
    code: str | None = None
    person: Attendee = Attendee()
    office_id: str | None = None
    kind: Literal["leave"] = "leave"
    need: ClassVar[str | None] = None

    def __post_init__(self) -> None:
        """Refuse to read back a place that is not found yet."""
        if self.question == "confirm":
            _require(bool(self.code and self.person.document and self.office_id), "a place to leave is found first")


def _require(holds: bool, rule: str) -> None:
    if not holds:
        raise ValueError(rule)


SlotTask = Booking | Change
"""Tasks that look for a slot."""
AppointmentTask = Change | Cancellation
"""Tasks about an appointment that exists."""
LineTask = Acceptance | Leaving
"""Tasks about a place on the waiting list."""
WrittenTask = Booking | Change | Cancellation
"""Tasks that end in a write to the appointment book."""
Task = Annotated[Booking | Change | Cancellation | Acceptance | Leaving, Field(discriminator="kind")]
TaskT = TypeVar("TaskT", bound=Booking | Change | Cancellation | Acceptance | Leaving)


def hold_of(task: Task) -> Hold | None:
    """The slot that a task holds."""
    return task.seat.hold if isinstance(task, SlotTask) else None


def own_hold(task: Task) -> str | None:
    """The id of the hold to release when the task is given up."""
    if isinstance(task, Acceptance):
        return task.kept
    return task.seat.own_hold if isinstance(task, SlotTask) else None


def with_kept(task: Task, kept: str | None) -> Task:
    """The task keeping an earlier hold."""
    if isinstance(task, Acceptance):
        return replace(task, kept=kept)
    return replace(task, seat=replace(task.seat, kept=kept)) if isinstance(task, SlotTask) else task


def queues(task: Task) -> bool:
    """Whether it is a booking that goes to the waiting list."""
    return isinstance(task, Booking) and task.queues


def reopened(task: TaskT) -> TaskT:
    """The task without its read-back, because something in it changes: its next question is found anew."""
    return replace(task, question="document") if task.question == "confirm" else task


def is_unsure(task: Task) -> bool:
    """Whether its write was sent and the outcome is not known."""
    return isinstance(task, WrittenTask) and task.sent is not None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question put outside a task, so that the next yes, no or choice has a meaning.

    ``reason``: why a person was offered. ``text``, ``aspect`` and ``books`` are the wish that was not clear, gone on
    with after the choice. ``condition``: that of the person, which an answer depends on. ``sum``: a sum, with the
    ``input`` that it lacks; without one it was made, and may go on.
    """

    about: Literal["clarify", "book", "person", "condition", "which", "sum", "call_back"]
    needs: tuple[str, ...] = ()
    reason: Reason = "asked"
    text: str = ""
    aspect: Aspect | None = None
    books: bool = False
    condition: ConditionKind | None = None
    sum: str = ""
    input: str = ""


@dataclass(frozen=True, slots=True)
class LastQuestion:
    """The last question asked about a need: its words, masked. ``before``: what was asked before it, where it says that
    this was not answered.
    """

    text: str
    before: str = ""

    @property
    def whole(self) -> str:
        """Its words after those before it."""
        return f"{self.before}. {self.text}" if self.before else self.text
