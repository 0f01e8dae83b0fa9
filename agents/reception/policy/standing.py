"""Rules for who asks whether an appointment still stands: it is found as elsewhere, read back, and nothing changes."""

from dataclasses import replace

from agents.reception.policy.finding import without_locator
from agents.reception.policy.needs import known_appointment
from agents.reception.policy.policy_input import Decision, PolicyInput
from agents.reception.tasks.task import AppointmentTask, Attendee, Booking, Change, Task

STANDS = "appointment-stands"
"""The key of what is told of an appointment that was found."""


def still_stands(s: PolicyInput) -> Decision | None:
    """Asked where nothing is under way."""
    if s.task is not None or not _asks(s):
        return None
    if s.done == "cancelled" and "locator" not in s.reading.slots:
        return Decision("notice", key="appointment-gone-no")
    return _looks(s, Attendee())


def stands_within(s: PolicyInput, task: Task) -> Decision | None:
    """Asked while something is under way; or said, of one that was only to be read back, that it shall change."""
    if isinstance(task, Change) and task.looks and (s.says("change") or s.pressed == "reply-change-appointment"):
        return Decision("collect", task=replace(task, looks=False))
    if not _asks(s):
        return None
    if isinstance(task, AppointmentTask):
        if task.current is not None:
            return Decision("collect", key=STANDS, task=task)
        return Decision("collect", task=Change(task.person, task.target, looks=True))
    if not isinstance(task, Booking):
        return None
    if task.question == "confirm":
        return Decision("collect", key="not-done-yet", task=task)
    early = task.question in ("need", "place") or s.says("has_appointment")
    return _looks(s, task.person) if early or s.booked is not None else None


def _asks(s: PolicyInput) -> bool:
    """Whether an appointment is meant: named, or spoken of before: "is it still on?"."""
    spoken_of = s.booked is not None or isinstance(s.task, AppointmentTask) or s.says("has_appointment")
    asks = s.says("stands") or (s.says("still") and spoken_of and s.sure_matter is None)
    return asks and s.says("question") and not (s.says("change") or s.reading.words.supposes)


def _looks(s: PolicyInput, person: Attendee) -> Decision:
    task = known_appointment(s, Change(person, looks=True))
    return without_locator(s, task) if s.says("locator_lost") and task.code is None else Decision("collect", task=task)
