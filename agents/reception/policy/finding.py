"""Rules for an appointment that exists and is not found yet: what there is to find it by, and what there is not."""

from dataclasses import replace
from datetime import date

from agents.reception.booking.chosen_offer import PLACE_SLOTS
from agents.reception.policy.policy_input import COURTESIES, TASK_SLOTS, Decision, PolicyInput
from agents.reception.tasks.task import (
    EXPECTED,
    AppointmentTask,
    Booking,
    Cancellation,
    CancellationQuestion,
    Change,
    LineTask,
    Reference,
    Task,
)
from agents.understanding.labels.label_groups import FEELINGS
from tools.appointments.book import Appointment

_MOST_WORDS_OF_NO = 3
"""A longer no tells something: "no, they never gave me one"."""


def without_locator(s: PolicyInput, task: Task) -> Decision:
    """Identify by document and phone where that is possible; else offer a person."""
    if isinstance(task, LineTask):
        return Decision("notice", key="ticket-code-lost")
    if isinstance(task, Booking) and s.here.finds_people:  # who has lost one has an appointment, and wants no new one
        return Decision("collect", task=Change(task.person, Reference(by_person=True)))
    if not isinstance(task, AppointmentTask) or not s.here.finds_people:
        return Decision("notice", key="locator-lost")
    if isinstance(task.target, Reference):
        if task.question == "visit" and not s.gives_values and not task.target.tried:
            return Decision("collect", key="help-visit", task=task)
        task = replace(task, target=replace(task.target, by_person=True))
    return Decision("collect", task=task)


def without_phone(s: PolicyInput, task: AppointmentTask, target: Reference) -> Decision:
    """Identify by document, day and office where that is possible; else offer a person."""
    if not s.here.finds_people:
        return Decision("notice", key="locator-lost")
    return Decision("collect", task=replace(task, target=replace(target, by_visit=True), question="visit"))


def accepts_person(s: PolicyInput, task: Task) -> Decision | None:
    """A yes where a person was offered because the appointment was not found."""
    target = task.target if isinstance(task, AppointmentTask) else None
    tried = len(target.tried) if isinstance(target, Reference) else 0
    offered = task.question == "visit" and tried > (task.person.phone is not None)
    return Decision("hand_off", reason="asked") if offered and s.says("affirm") and not s.gives_values else None


def undoes(s: PolicyInput, task: Task) -> Decision | None:
    """ "Too complicated, cancel it all", said of an appointment that was to be changed."""
    if not isinstance(task, Change) or not s.reading.words.undoes or s.says("change", "book", "question"):
        return None
    question: CancellationQuestion = "confirm" if task.current else "locator"
    return Decision("collect", task=Cancellation(task.person, task.target, question=question))


def waits_for_value(s: PolicyInput, task: Task) -> Decision | None:
    """What was asked for is not at hand: it is waited for. Who has none of it says so in other words."""
    given = {"document", "document_invalid", "document_part", "phone"} & s.reading.slots.keys()
    if task.question not in ("document", "phone") or given or not s.reading.words.later or s.says("no_phone", "drop"):
        return None
    return Decision("collect", key="later", task=task)


def has_no_locator(s: PolicyInput, task: Task) -> Decision | None:
    """Who is asked for the locator and gives nothing is looked for by document and telephone; a bare no ends it. Who
    has no telephone to give is looked for by document, day and office.
    """
    gives = TASK_SLOTS & s.reading.slots.keys() - {"channel"}
    if task.question not in ("locator", "phone") or gives or s.says("passport") or s.says("third_person"):
        return None
    if not isinstance(task, AppointmentTask) or not isinstance(task.target, Reference):
        return None
    by_person = task.target.by_person
    says_no = not by_person and s.says("deny") and len(s.screened.text.split()) <= _MOST_WORDS_OF_NO
    polite = s.says(*set(COURTESIES) - {"complaint"}, *FEELINGS, "ack", "lets_go")
    wants_more = s.says("book", "change", "cancel") or s.asks_on is not None or s.sure_matter is not None
    if says_no or polite or wants_more:
        return None
    mistyped = any(letter.isdigit() for letter in s.screened.text)
    if by_person:
        return None if mistyped else without_phone(s, task, task.target)
    return without_locator(s, task)


def matter_of_question(s: PolicyInput, task: Task) -> str | None:
    """The matter of a question about an appointment that is not found yet: "and if I don't go?"."""
    return matter_of_change(s) if isinstance(task, AppointmentTask) else None


def matter_of_change(s: PolicyInput) -> str | None:
    """The need of an appointment that exists."""
    return next((need for need in s.catalogue if s.action(need) == "change_appointment"), None)


def wants_new_one(s: PolicyInput, task: AppointmentTask) -> bool:
    """Whether a new one is asked for in plain words, after the one meant was not found: that was offered."""
    return s.reading.words.anew and isinstance(task.target, Reference) and bool(task.target.tried)


def says_again(s: PolicyInput, target: Reference | Appointment) -> bool:
    """Whether it is the day and the place again by which an appointment was looked for: "look again, the 3rd, Vigo"."""
    if not isinstance(target, Reference) or not target.tried or "date" not in s.reading.slots:
        return False
    places = {s.reading.slots[name].value for name in PLACE_SLOTS if name in s.reading.slots}
    again = date.fromisoformat(s.reading.slots["date"].value) in target.days
    return again and target.near is not None and places == {target.near[1]}


def accepts_repair(s: PolicyInput, task: Task) -> Decision | None:
    """A yes to the one correction that was offered for a document, where only the document was asked for."""
    repaired = task.person.repaired
    asked = "document" in EXPECTED[task.question] and s.says("affirm") and not s.says("deny")
    if repaired is None or not asked or "document" in s.reading.slots:
        return None
    return Decision("collect", task=replace(task, person=replace(task.person, document=repaired, repaired=None)))
