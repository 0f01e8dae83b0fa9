"""Tasks as the checkpoint keeps them: plain values, and the flat form that releases up to 0.5 wrote."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, get_args

from langgraph.channels import LastValue
from pydantic import TypeAdapter

from agents.reception.tasks.task import (
    AcceptanceQuestion,
    BookingQuestion,
    CancellationQuestion,
    ChangeQuestion,
    LeavingQuestion,
    Task,
)

Plain = Mapping[str, Any]

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC).isoformat()
"""Stands for a write that was sent nobody knows when."""
_SEARCH = (
    "channel", "office_id", "near", "nearby", "not_before", "not_after", "part_of_day", "time", "earliest", "latest",
    "not_on", "soonest", "wish",
)  # fmt: skip
_SEAT = ("offers", "listed", "hold", "held_for", "offered", "kept")
_PERSON = ("document", "phone", "email", "for_other")

_TASK: TypeAdapter[Task | None] = TypeAdapter(Task | None)
_adapter = cache(TypeAdapter)
"""Of a channel's type: made once, for that takes longer than the rest of a checkpoint."""


class PlainChannel(LastValue[Any]):
    """A typed value of the state that the checkpoint keeps as plain values, so that it outlives its class."""

    __slots__ = ()

    def checkpoint(self) -> Any:
        """The value as the checkpoint keeps it."""
        return _adapter(self.typ).dump_python(self.value, mode="json") if self.is_available() else self.value

    def from_checkpoint(self, checkpoint: Any) -> "PlainChannel":
        """The channel with the value of a checkpoint. Raises pydantic.ValidationError."""
        channel = super().from_checkpoint(checkpoint)
        if channel.is_available():
            channel.value = self.load_value(checkpoint)
        return channel

    def load_value(self, plain: Any) -> Any:
        """The value. Raises pydantic.ValidationError."""
        return _adapter(self.typ).validate_python(plain)


class AskedChannel(PlainChannel):
    """The question put outside a task."""

    __slots__ = ()

    def load_value(self, plain: Any) -> Any:
        """The question; "you also asked about…", which releases up to 0.6 put, asks whether it is about that need."""
        if plain and plain["about"] == "further":
            plain = {**plain, "about": "clarify"}
        return super().load_value(plain)


class TaskChannel(PlainChannel):
    """The open task of a conversation."""

    __slots__ = ()

    def load_value(self, plain: Any) -> Any:
        """The task, also from the form of an earlier release. Raises pydantic.ValidationError."""
        return load_task(plain)


def dump_task(task: Task | None) -> Any:
    """Plain values for the checkpoint."""
    return _TASK.dump_python(task, mode="json")


def load_task(plain: Plain | None) -> Task | None:
    """The task of a checkpoint, of this release or an earlier one. Raises pydantic.ValidationError."""
    if plain and "waiting" in plain:
        plain = _from_flat(plain)
    elif plain and "by_visit" in (plain.get("target") or {}):
        plain = {**plain, "target": _with_days(plain["target"])}
    return _TASK.validate_python(plain)


def _with_days(target: Plain) -> Plain:
    """A reference with one day, and the document and telephone that found nothing, as releases up to 0.6 wrote it."""
    if "days" in target:
        return target
    return {**target, "days": [target["day"]] if target.get("day") else [], "tried": []}


def _from_flat(flat: Plain) -> Plain:
    """Load the single form of 37 fields, for every kind of task, that releases up to 0.5 wrote."""
    return {**_FLAT[flat["kind"]](flat), "kind": flat["kind"], "person": _some(flat, _PERSON)}


def _some(flat: Plain, names: Sequence[str]) -> Plain:
    return {name: flat[name] for name in names if flat.get(name) is not None}


def _booking(flat: Plain) -> Plain:
    awaited, attempt = flat.get("awaited"), flat.get("place")
    line = {"query": awaited, "attempt": attempt} if awaited and attempt else None
    ready = flat.get("document") and ((line and flat.get("email")) if flat.get("queues") else flat.get("hold"))
    lacks = "option" if flat.get("office_id") else "place" if flat.get("service") else "need"
    return {
        "question": _question(flat, get_args(BookingQuestion), ready, lacks),
        **_some(flat, ("need", "service", "queues")),
        "search": _some(flat, _SEARCH),
        "seat": _some(flat, _SEAT),
        "code": flat.get("locator"),
        "line": line,
        "advised": flat.get("told") or (),
        "sent": _sent(flat),
    }


def _change(flat: Plain) -> Plain:
    lacks = "locator" if not flat.get("current") else "option" if flat.get("office_id") else "place"
    return {
        "question": _question(flat, get_args(ChangeQuestion), flat.get("current") and flat.get("hold"), lacks),
        "target": _target(flat),
        "search": _some(flat, _SEARCH),
        "seat": _some(flat, _SEAT),
        "sent": _sent(flat),
    }


def _cancellation(flat: Plain) -> Plain:
    question = _question(flat, get_args(CancellationQuestion), flat.get("current"), "locator")
    return {"question": question, "target": _target(flat), "sent": _sent(flat)}


def _acceptance(flat: Plain) -> Plain:
    question = _question(flat, get_args(AcceptanceQuestion), False, "locator")
    return {"question": question, "code": flat.get("locator"), "kept": flat.get("kept")}


def _leaving(flat: Plain) -> Plain:
    ready = flat.get("locator") and flat.get("document") and flat.get("office_id")
    question = _question(flat, get_args(LeavingQuestion), ready, "locator")
    return {"question": question, "code": flat.get("locator"), "office_id": flat.get("office_id")}


_FLAT = {
    "book": _booking,
    "change": _change,
    "cancel": _cancellation,
    "accept": _acceptance,
    "leave": _leaving,
}


def _question(flat: Plain, questions: Sequence[str], ready: object, lacks: str) -> str:
    """The question waited for; where the task cannot wait for it, the question of what it ``lacks``."""
    waiting: str = flat["waiting"]
    return waiting if waiting in questions and (waiting != "confirm" or ready) else lacks


def _target(flat: Plain) -> Plain:
    reference = {
        "locator": flat.get("locator"),
        "by_person": flat.get("by_person") or False,
        "choices": flat.get("choices") or (),
    }
    return flat.get("current") or reference


def _sent(flat: Plain) -> Any:
    return (flat.get("sent") or LONG_AGO) if flat.get("unsure") else None
