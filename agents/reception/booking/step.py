"""What one step of a task comes to."""

from dataclasses import dataclass

from agents.phrases.message import Message
from agents.reception.task import Task


@dataclass(frozen=True, slots=True)
class Step:
    """The task after a step, and what must be said before its question; ``ended`` when there is nothing left to ask.

    ``replies``: quick replies of what is said, before those of the question.
    """

    task: Task
    notices: tuple[Message, ...] = ()
    ended: bool = False
    replies: tuple[str, ...] = ()
