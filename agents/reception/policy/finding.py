"""Rules for an appointment that exists and is not found yet: what there is to find it by, and what there is not."""

from dataclasses import replace

from agents.reception.policy.policy_input import COURTESIES, TASK_SLOTS, Decision, PolicyInput
from agents.reception.tasks.task import AppointmentTask, LineTask, Reference, Task
from agents.understanding.label_groups import FEELINGS

_MOST_WORDS_OF_NO = 3
"""A longer no tells something: "no, they never gave me one"."""


def without_locator(s: PolicyInput, task: Task) -> Decision:
    """Identify by document and phone where that is possible; else offer a person."""
    if isinstance(task, LineTask):
        return Decision("notice", key="ticket-code-lost")
    if not isinstance(task, AppointmentTask) or not s.finds_people:
        return Decision("notice", key="locator-lost")
    if isinstance(task.target, Reference):
        task = replace(task, target=replace(task.target, by_person=True))
    return Decision("collect", task=task)


def without_phone(s: PolicyInput, task: AppointmentTask, target: Reference) -> Decision:
    """Identify by document, day and office where that is possible; else offer a person."""
    if not s.finds_people:
        return Decision("notice", key="locator-lost")
    return Decision("collect", task=replace(task, target=replace(target, by_visit=True), question="visit"))


def accepts_person(s: PolicyInput, task: Task) -> Decision | None:
    """A yes where a person was offered because the appointment was not found."""
    target = task.target if isinstance(task, AppointmentTask) else None
    tried = len(target.tried) if isinstance(target, Reference) else 0
    offered = task.question == "visit" and tried > (task.person.phone is not None)
    return Decision("hand_off", reason="asked") if offered and s.says("affirm") and not s.gives_values else None


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
    if not isinstance(task, AppointmentTask):
        return None
    return next((need for need in s.catalogue if s.action(need) == "change_appointment"), None)
