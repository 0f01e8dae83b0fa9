"""Rules for who wants nothing changed: of what was read back, or of the appointment there is already."""

from dataclasses import replace

from agents.reception.policy.policy_input import Decision, PolicyInput
from agents.reception.tasks.task import Booking, SlotTask, Task
from tools.offices.slots import Slot


def keeps_all(s: PolicyInput, task: Task) -> bool:
    """Whether a new appointment shall be as it was read back, whatever no is in that: "I change nothing"."""
    return isinstance(task, Booking) and not task.queues and s.reading.words.keeps


def holds_only(task: SlotTask, only: Slot) -> Decision:
    """The only slot on offer is held again."""
    return Decision("collect", task=replace(task, search=replace(task.search, time=f"{only.starts_at:%H:%M}")))


def goes_ahead(s: PolicyInput, task: Task) -> Decision | None:
    """Nothing is to be changed of what was read back, after it was asked what is: "I change nothing, confirm it"."""
    if not isinstance(task, Booking) or task.question != "what_change" or len(task.seat.offers) != 1:
        return None
    ahead = keeps_all(s, task) or s.reading.words.ahead
    return holds_only(task, task.seat.offers[0]) if ahead else None


def keeps_booked(s: PolicyInput, task: Task) -> Decision | None:
    """No other appointment is wanted than the one there is: "I want no other, I keep the one I have"."""
    keeps = isinstance(task, SlotTask) and s.reading.words.keeps_booked and not s.gives_values
    return Decision("abandon", task=task) if keeps else None
