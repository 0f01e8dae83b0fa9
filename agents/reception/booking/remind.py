"""The question of a task, asked again after a digression."""

from agents.phrases.message import Message
from agents.reception.booking.ask import ask
from agents.reception.tasks.task import Task
from agents.reception.turns.deps import Deps
from agents.reception.turns.state import Draft
from knowledge.languages import Language


def remind(draft: Draft, task: Task, language: Language, deps: Deps) -> Draft:
    """Add "back to your appointment" and the question of the task to the draft."""
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
