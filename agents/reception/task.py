"""The task a conversation is in the middle of: booking, changing or cancelling an appointment."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from pydantic import TypeAdapter

from agents.understanding.question.conditions import ConditionKind
from knowledge.content.measures import Measure
from knowledge.content.needs import Channel
from knowledge.passages import Aspect
from tools.appointments.book import Appointment, Hold, PartOfDay, Slot, SlotQuery
from tools.queues.hand_offs import Reason
from tools.reading.slots import SlotName

Kind = Literal["book", "change", "cancel", "accept", "leave"]
Waiting = Literal["need", "place", "option", "document", "phone", "confirm", "what_change", "locator", "which", "email"]
Told = Literal["online", "urgent", "papers"]

EXPECTED: dict[Waiting, frozenset[SlotName]] = {
    "need": frozenset(),
    "place": frozenset({"postcode", "municipality", "province"}),
    "option": frozenset({"option", "date", "time", "part_of_day", "move"}),
    "document": frozenset({"document"}),
    "phone": frozenset({"phone"}),
    "confirm": frozenset(),
    "what_change": frozenset({"date", "time", "part_of_day", "municipality", "postcode", "move"}),
    "locator": frozenset({"locator", "document", "phone"}),
    "which": frozenset({"option"}),
    "email": frozenset({"email"}),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """The days, both included, and the part of the day that were asked for, wherever the search has gone since."""

    not_before: date | None = None
    not_after: date | None = None
    part_of_day: PartOfDay | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What is known so far. ``current``: the appointment to change or cancel; ``hold``: the slot kept meanwhile.

    ``listed``: the offers it was taken from. ``time`` is the hour wished, ``earliest`` and ``latest`` the hours between
    which it may be, all HH:MM. ``for_other``: whoever writes asks for somebody else, whose document it takes.
    ``unsure``: its write was sent, at ``sent``, and nobody knows yet whether it was done. ``soonest``: any hour does,
    the sooner the better. ``told``: what is said only once, and has been. ``by_person``: without a locator, by document
    and phone; ``choices``: the appointments found so. ``queues``: it goes to the waiting list; ``awaited`` is what it
    waits for there, and ``place`` names the attempt. ``offered``: the hold that was offered to somebody on the list. In
    the tasks ``accept`` and ``leave``, ``locator`` is the code of the place in the line. ``near``: the place that was
    said; ``nearby``: an office not far from it that was told to have something sooner. ``held_for``: the document that
    the hold counts for. ``kept``: the seat let go to look for another, which is still the conversation's until it holds
    that one.
    """

    kind: Kind
    waiting: Waiting = "need"
    need: str | None = None
    service: str | None = None
    channel: Channel = "in_person"
    office_id: str | None = None
    not_before: date | None = None
    not_after: date | None = None
    part_of_day: PartOfDay | None = None
    time: str | None = None
    earliest: str | None = None
    latest: str | None = None
    not_on: tuple[date, ...] = ()
    offers: tuple[Slot, ...] = ()
    listed: tuple[Slot, ...] = ()
    hold: Hold | None = None
    document: str | None = None
    phone: str | None = None
    locator: str | None = None
    current: Appointment | None = None
    for_other: bool = False
    unsure: bool = False
    sent: datetime | None = None
    soonest: bool = False
    told: tuple[Told, ...] = ()
    by_person: bool = False
    choices: tuple[Appointment, ...] = ()
    queues: bool = False
    email: str | None = None
    held_for: str | None = None
    wish: Wish = Wish()
    awaited: SlotQuery | None = None
    place: str | None = None
    offered: str | None = None
    near: tuple[SlotName, str] | None = None
    nearby: str | None = None
    kept: str | None = None

    @property
    def own_seat(self) -> str | None:
        """The hold to give back when the task is given up."""
        return self.hold.id if self.hold is not None and not self.holds_offer else self.kept

    @property
    def holds_offer(self) -> bool:
        """Whether the seat it keeps was offered on the waiting list: it is not the conversation's to give back."""
        return self.hold is not None and self.hold.id == self.offered


@dataclass(frozen=True, slots=True)
class Asked:
    """A question put outside a task, so that the next yes, no or choice has a meaning.

    ``reason``: why a person was offered. ``text``, ``aspect``, ``measure`` and ``books`` are the wish that was not
    clear, gone on with after the choice. ``further``: the matter asked for beside the first. ``condition``: what of the
    person's situation an answer depends on.
    """

    about: Literal["clarify", "book", "person", "further", "condition"]
    needs: tuple[str, ...] = ()
    reason: Reason = "asked"
    text: str = ""
    aspect: Aspect | None = None
    measure: Measure | None = None
    books: bool = False
    condition: ConditionKind | None = None


@dataclass(frozen=True, slots=True)
class LastQuestion:
    """What was last asked about a need: its words, masked, and what they wanted to be told."""

    text: str
    measure: Measure | None = None


_TASK = TypeAdapter(Task | None)
_ASKED = TypeAdapter(Asked | None)
_QUESTION = TypeAdapter(LastQuestion | None)


def dump_task(task: Task | None) -> Any:
    """Plain values for the checkpoint: what was saved by one release is read by the next."""
    return _TASK.dump_python(task, mode="json")


def load_task(plain: Any) -> Task | None:
    """The task of a checkpoint."""
    return _TASK.validate_python(plain)


def dump_asked(asked: Asked | None) -> Any:
    """Plain values for the checkpoint."""
    return _ASKED.dump_python(asked, mode="json")


def load_asked(plain: Any) -> Asked | None:
    """The open question of a checkpoint."""
    return _ASKED.validate_python(plain)


def dump_question(question: LastQuestion | None) -> Any:
    """Plain values for the checkpoint."""
    return _QUESTION.dump_python(question, mode="json")


def load_question(plain: Any) -> LastQuestion | None:
    """The last question of a checkpoint."""
    return _QUESTION.validate_python(plain)
