"""Rules for a turn in the middle of a task: yes, no, a value, a correction, a question aside."""

from dataclasses import replace

from agents.reception.policy.needs import clarify_or, picked_need, start_booking
from agents.reception.policy.policy_input import COURTESIES, TASK_SLOTS, Decision, PolicyInput, not_understood
from agents.reception.policy.waiting import does_not_wait, queues, wants_list
from agents.reception.tasks.task import (
    EXPECTED,
    AppointmentTask,
    Booking,
    Leaving,
    LineTask,
    Reference,
    SlotTask,
    Task,
    hold_of,
    reopened,
)
from agents.reception.tasks.task import queues as is_queueing
from agents.routing.rules import choose_channel


def within_task(s: PolicyInput) -> Decision | None:
    """A turn in the middle of a task: yes, no, a value, a correction, a question aside."""
    if s.task is None:
        return None
    for rule in (_for_another_need, _leaves, _names_need, queues, _confirms, _asks_aside, _fills, _declines, _goes_on):
        decision = rule(s, s.task)
        if decision is not None:
            return decision
    return None if s.says(*COURTESIES) else not_understood(s)


def _leaves(s: PolicyInput, task: Task) -> Decision | None:
    if s.pressed == "reply-cancel-booking" or (s.says("cancel") and isinstance(task, Booking) and not s.reading.slots):
        return Decision("abandon", task=task)
    if s.says("goodbye") and not s.reading.slots:
        return Decision("close")
    if s.says("locator_lost"):
        return without_locator(s, task)
    return None


def without_locator(s: PolicyInput, task: Task) -> Decision:
    """Identify by document and phone where that is possible; else offer a person."""
    if isinstance(task, LineTask):
        return Decision("notice", key="ticket-code-lost")
    if not isinstance(task, AppointmentTask) or not s.finds_people:
        return Decision("notice", key="locator-lost")
    if isinstance(task.target, Reference):
        task = replace(task, target=replace(task.target, by_person=True))
    return Decision("collect", task=task)


def _confirms(s: PolicyInput, task: Task) -> Decision | None:
    if task.question != "confirm":
        return None
    corrects = (bool(TASK_SLOTS & s.reading.slots.keys()) and not _repeats(s, task)) or _for_another(s, task)
    if corrects:
        return None
    if s.says("affirm") and s.reading.reserved:
        changes = isinstance(task, SlotTask) and not is_queueing(task)
        return Decision("collect", key="what_change" if changes else "", task=task)
    if s.says("affirm") and not s.says("deny"):
        return Decision("queue" if isinstance(task, Leaving) or is_queueing(task) else "commit", task=task)
    return _not_confirmed(task) if s.says("deny") else None


def _not_confirmed(task: Task) -> Decision:
    """The meaning of a no to the read-back."""
    if isinstance(task, Booking) and task.queues:
        return does_not_wait(task)
    if isinstance(task, Booking) and not task.seat.holds_offer:
        return Decision("collect", key="what_change", task=task)
    return Decision("abandon", task=task)


def _repeats(s: PolicyInput, task: Task) -> bool:
    """Whether the slots only say again what was read back, as in "yes, on Tuesday at nine"."""
    same = {"document": task.person.document, "locator": task.code, "email": task.person.email}
    if (hold := hold_of(task)) is not None:
        start = hold.slot.starts_at
        same |= {"date": start.date().isoformat(), "time": f"{start:%H:%M}"}
    return all(
        name in same and value.value == same[name] for name, value in s.reading.slots.items() if name in TASK_SLOTS
    )


def _for_another_need(s: PolicyInput, task: Task) -> Decision | None:
    """The booking under way is for another need than was understood; what was said of place, day and person stays."""
    if not isinstance(task, Booking) or task.need is None:
        return None
    corrects = s.says("correct", "deny") and not s.says("question") and not _gives_values(s)
    other = s.sure_matter if s.says("book") else s.likely_matter if corrects else None
    if other is None or other == task.need:
        return None
    return _for_need(s, replace(reopened(task), seat=task.seat.emptied(), advised=()), other)


def _asks_aside(s: PolicyInput, task: Task) -> Decision | None:
    expected = (EXPECTED[task.question] | {"document"}) & s.reading.slots.keys()
    asks = s.says("question") or (s.reading.aspect is not None and not _gives_values(s))
    if task.question == "need" or expected or not asks or s.says("affirm", "deny", "correct"):
        return None
    known = task.need or s.need
    topic = s.sure_matter or known
    if topic is None or (s.sure_need is None and s.reading.aspect is None):
        return None
    return Decision("answer", need=topic, aspect=s.reading.aspect, task=task)


def _gives_values(s: PolicyInput) -> bool:
    """Whether the turn says a day, a place, a document…: values are taken before a question is guessed at."""
    return bool(TASK_SLOTS & s.reading.slots.keys())


def _fills(s: PolicyInput, task: Task) -> Decision | None:
    pressed = s.pressed in ("reply-other-dates", "reply-other-office", "reply-nearby")
    numbered = task.question in ("option", "what_change") and "number" in s.reading.slots
    fills = pressed or numbered or _gives_values(s) or _for_another(s, task)
    return Decision("collect", task=task) if fills else None


def _for_another(s: PolicyInput, task: Task) -> bool:
    """Whether the turn says that all this is for somebody else."""
    return s.says("third_person") and not task.person.for_other


def _names_need(s: PolicyInput, task: Task) -> Decision | None:
    """The need of the appointment, by name or as one of two; everything said of it before is kept."""
    if not isinstance(task, Booking) or task.question != "need":
        return None
    if wants_list(s) and s.has_waiting_list:
        task = task.queueing()
    booking, picked = task, picked_need(s) or _bookable(s)
    if picked is not None:
        return _for_need(s, booking, picked)
    return clarify_or(s, lambda need: _for_need(s, booking, need)) if s.candidates else None


def _bookable(s: PolicyInput) -> str | None:
    """The likeliest need that takes an appointment, when a likelier one takes none: an appointment is asked for."""
    takes = [one.need for one in s.candidates if s.catalogue[one.need].policy.bookable]
    unlikely = not takes or takes[0] == s.candidates[0].need or s.about_appointments(takes[0])
    return None if unlikely else takes[0]


def _for_need(s: PolicyInput, task: Booking, need: str) -> Decision:
    started = start_booking(s, need)
    if not isinstance(started.task, Booking) or started.task.need is None:
        return started
    channel = choose_channel(s.catalogue[started.task.need], task.search.channel) or started.task.search.channel
    search = replace(task.search, channel=channel)
    known = replace(task, need=started.task.need, service=started.task.service, search=search)
    return replace(started, task=known)


def _declines(s: PolicyInput, task: Task) -> Decision | None:
    if task.question == "confirm" or not s.says("deny"):
        return None
    if isinstance(task, Booking) and task.queues:
        return does_not_wait(task)
    return Decision("abandon", task=task)


def _goes_on(s: PolicyInput, task: Task) -> Decision | None:
    """The wish said again, another need asked about without a question mark, or the same one asked on about."""
    if s.says("change") and isinstance(task, Booking):
        return Decision("collect", key="what_change", task=task)
    if s.says("book", "change", "cancel"):
        return Decision("collect", task=task)
    if matter := s.asks_on or s.sure_matter:
        return Decision("answer", need=matter, aspect=s.reading.aspect, task=task)
    return None
