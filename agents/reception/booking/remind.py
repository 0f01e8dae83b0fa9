"""After a digression the task asks its question again."""

from agents.phrases.message import Message
from agents.reception.booking.ask import ask
from agents.reception.deps import Deps
from agents.reception.draft import Draft
from agents.reception.task import Task
from knowledge.languages import Language


def remind(draft: Draft, task: Task, language: Language, deps: Deps) -> Draft:
    """The draft, then "back to your appointment" and what the task waits for."""
    pending = ask(task, language, deps)
    back: tuple[Message, ...] = (deps.phrases.message(language, "notice", "back-to-booking"),)
    return Draft(
        draft.messages + back + pending.messages,
        pending.quick_replies,
        pending.offers,
        pending.appointment,
        draft.hand_off,
        draft.completeness,
    )
