"""The result of one step of a task."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from agents.phrases.message import Message
from agents.reception.tasks.task import Booking, Change, Task

TaskT_co = TypeVar("TaskT_co", bound=Task, covariant=True)
SlotTaskT = TypeVar("SlotTaskT", bound=Booking | Change)


@dataclass(frozen=True, slots=True)
class Step(Generic[TaskT_co]):
    """The task after a step, and the messages before its question; ``ended`` when nothing is left to ask.

    ``replies``: quick replies of these messages, before those of the question. ``unmet``: nothing is ever free at the
    hours wished, and others are on offer instead.
    """

    task: TaskT_co
    notices: tuple[Message, ...] = ()
    ended: bool = False
    replies: tuple[str, ...] = ()
    unmet: bool = False
