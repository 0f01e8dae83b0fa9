"""Rules for what is wanted of appointments when it is not what was understood: a new one, or one there is."""

from dataclasses import replace

from agents.reception.policy.beside import WHEN
from agents.reception.policy.finding import says_again, wants_new_one
from agents.reception.policy.needs import known_appointment, start_booking
from agents.reception.policy.policy_input import MOST_ANSWERING_WORDS, Decision, PolicyInput
from agents.reception.tasks.task import (
    AppointmentTask,
    Booking,
    Cancellation,
    CancellationQuestion,
    Change,
    Reference,
    SlotSearch,
    Task,
)
from tools.reading.slots import SlotName

_HOW: frozenset[SlotName] = frozenset({"channel", "channel_not"})
_WHEN: frozenset[SlotName] = WHEN | {"date_not", "time_not", "move", "same_time"}


def another_task(s: PolicyInput, task: Task) -> Decision | None:
    """Something else is wanted of appointments than was understood: what was said stays, as far as it fits."""
    if isinstance(task, Booking):
        return _about_existing(s, task)
    if not isinstance(task, AppointmentTask):
        return None
    lost = s.says("locator_lost", "no_phone", "passport") and not s.says("book")
    given = "document" in s.reading.slots and len(s.screened.text.split()) <= MOST_ANSWERING_WORDS  # "12…Z once more"
    answers = lost or given or "locator" in s.reading.slots or says_again(s, task.target)
    wants_new = s.wants_new or (s.says("no_appointment") and s.sure_matter is not None)  # "I have none, it is for…"
    answers = answers or _moves(s, task)
    if wants_new_one(s, task) or (wants_new and not answers and task.question != "confirm"):
        return _anew(s, task)
    answers = answers or bool({"document", "phone"} & s.reading.slots.keys())
    has_none = s.says("no_appointment") and not s.reading.words.supposes  # "and if I don't go?" has one
    if has_none and task.current is None and task.question != "confirm" and not answers:
        leaves = s.says("goodbye") and not (s.wants_new or s.says("question"))
        return Decision("close") if leaves else _without_appointment(s)
    if isinstance(task, Change) and s.cancels:
        return Decision("collect", task=Cancellation(task.person, task.target, question=_of_cancellation(task)))
    if isinstance(task, Cancellation) and s.changes and (s.says("change") or s.pressed):  # its need says both
        slot = task.current.slot if task.current else None
        search = SlotSearch(channel=slot.channel, office_id=slot.office_id) if slot else SlotSearch()
        return Decision("collect", task=Change(task.person, task.target, search=search))
    return None


def _moves(s: PolicyInput, task: AppointmentTask) -> bool:
    """Whether it is said how the appointment that is being changed shall be: "is there anything on Friday 11?", "rather
    by phone". Before it is found, a day may be that of another one, and only a way of being attended is surely a wish.
    """
    if not isinstance(task, Change) or s.reading.words.anew or s.sure_matter not in (None, task.need):
        return False
    found = task.current is not None
    wishes = _HOW | _WHEN if found else _HOW
    return (found or not s.says("book")) and not wishes.isdisjoint(s.reading.slots)


def _anew(s: PolicyInput, task: AppointmentTask) -> Decision:
    """A new appointment instead: the day was that of the other; the place is kept, and so is the person's document."""
    likely = s.likely_matter if s.says("matter") else None
    started = start_booking(s, s.sure_matter or likely or s.need)
    if not isinstance(started.task, Booking):
        return _left_for(started)
    near = task.search.near if isinstance(task, Change) else None
    document = None if task.person.for_other else task.person.document
    person = replace(started.task.person, for_other=task.person.for_other, document=document)
    instead = task.target if isinstance(task.target, Reference) else None
    search = replace(started.task.search, near=near)
    return replace(started, task=replace(started.task, search=search, person=person, instead=instead))


def _without_appointment(s: PolicyInput) -> Decision:
    """There is none to change: what is asked beside is answered; else a new one is looked for."""
    topic = s.sure_matter or s.need
    if topic is not None and s.says("question"):
        return Decision("answer", need=topic, aspect=s.reading.aspect, ends_task=True)
    return _left_for(start_booking(s, topic))


def _left_for(started: Decision) -> Decision:
    """Where the new one needs no appointment, nothing is asked any more of the one there is not."""
    return replace(started, ends_task=started.route == "answer")


def _of_cancellation(task: Change) -> CancellationQuestion:
    return "confirm" if task.current else "locator"


def _about_existing(s: PolicyInput, task: Booking) -> Decision | None:
    """An appointment there is already, named by its locator or spoken of before anything was found for a new one."""
    locator = s.reading.slots.get("locator")
    if locator is not None and (s.cancels or s.changes):
        target = Reference(locator.value)
        return Decision("collect", task=(Cancellation if s.cancels else Change)(task.person, target))
    early = task.question == "need" and "date" in s.reading.slots  # nothing is found yet: "cancel the 10th"
    if s.cancels and s.booked is not None and task.seat.hold is None:  # the one that was made just now
        return Decision("collect", task=known_appointment(s, Cancellation(task.person)))
    other = task.instead or Reference()  # the one that was not found, for which this one is looked for
    if s.cancels and (early or task.instead or s.says("has_appointment")):
        return Decision("collect", task=Cancellation(task.person, other))
    early = task.question in ("need", "place") and not s.gives_values
    chooses = bool(task.seat.offers) and s.gives_values  # "rather Friday, late in the morning"
    has_one = s.says("has_appointment")
    if (s.changes and early and not chooses) or (has_one and s.says("change", "locator_lost")):
        reference = replace(other, by_person=other.by_person or s.says("locator_lost"))
        return Decision("collect", task=known_appointment(s, Change(task.person, reference)))
    return None
