"""The waiting list: accepting what it offers, leaving it, joining it."""

from dataclasses import replace

from agents.reception.policy.needs import start_booking
from agents.reception.policy.policy_input import Decision, PolicyInput
from agents.reception.tasks.task import Acceptance, Booking, Leaving, LineTask, Task


def about_place_in_line(s: PolicyInput) -> Decision | None:
    """ "I was offered an appointment", "take me off the list": whatever was under way, and once."""
    task: LineTask | None = Leaving() if s.says("leaves_list") else Acceptance() if s.says("offered") else None
    if task is None or (s.task is not None and (s.task.kind == task.kind or s.task.question == "confirm")):
        return None
    if s.has_waiting_list:
        return Decision("collect", task=task)
    return _none_here() if s.says("waiting_list") else None


def wants_to_wait(s: PolicyInput) -> Decision | None:
    """The waiting list asked for before anything else: a booking that goes there."""
    if s.task is not None or not wants_list(s) or (s.says("question") and not s.says("book")):
        return None
    if not s.has_waiting_list:
        return _none_here()
    started = start_booking(s, s.sure_matter or s.need)
    return replace(started, task=started.task.queueing()) if isinstance(started.task, Booking) else started


def place_by_code(s: PolicyInput) -> Decision | None:
    """A code and nothing else said of it, as it is copied from the e-mail."""
    if s.task is not None or not s.has_waiting_list or "locator" not in s.reading.slots:
        return None
    said = s.sure_need is not None or s.says("book", "change", "cancel", "locator_lost")
    return None if said else Decision("collect", task=Acceptance())


def queues(s: PolicyInput, task: Task) -> Decision | None:
    """A booking under way goes to the waiting list; without an e-mail address for its offers nobody can wait."""
    if not isinstance(task, Booking):
        return None
    if task.queues and task.person.email is None and s.says("no_email") and "email" not in s.reading.slots:
        return does_not_wait(task, "waiting-list-email-only")
    if task.queues or task.seat.holds_offer or not wants_list(s):
        return None
    return Decision("collect", task=task.queueing()) if s.has_waiting_list else _none_here()


def does_not_wait(task: Booking, key: str = "waiting-list-declined") -> Decision:
    """The waiting list is declined, or cannot be joined: the booking it came from goes on."""
    return Decision("collect", key=key, task=task.searching())


def wants_list(s: PolicyInput) -> bool:
    """Whether the turn asks for the waiting list."""
    return s.pressed == "reply-waiting-list" or s.says("waiting_list")


def _none_here() -> Decision:
    return Decision("notice", key="waiting-list-none")
