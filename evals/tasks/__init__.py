"""The suites, each a task over Inspect AI."""

from collections.abc import Callable
from dataclasses import dataclass

from inspect_ai import Task

from evals.stage import Stage
from evals.subjects import SUBJECTS
from evals.tasks.answers import answers_task, facts_apart_task, facts_task, unanswerable_apart_task, unanswerable_task
from evals.tasks.booking import booking_task
from evals.tasks.conversations import conversations_task
from evals.tasks.copilot import copilot_task
from evals.tasks.follow_ups import follow_ups_apart_task, follow_ups_task
from evals.tasks.hand_off import hand_off_task
from evals.tasks.language import language_task
from evals.tasks.need import need_apart_task, need_hard_task, need_task
from evals.tasks.summary import summary_task


@dataclass(frozen=True, slots=True)
class Suite:
    """``build`` makes the task on a stage; ``repeats`` matters only where conversations are played."""

    name: str
    about: str
    build: Callable[[Stage, int], Task]


_TASKS: dict[str, Callable[[Stage, int], Task]] = {
    "language": language_task,
    "need": need_task,
    "need_hard": need_hard_task,
    "need_apart": need_apart_task,
    "answers": answers_task,
    "facts": facts_task,
    "facts_apart": facts_apart_task,
    "unanswerable": unanswerable_task,
    "unanswerable_apart": unanswerable_apart_task,
    "follow_ups": follow_ups_task,
    "follow_ups_apart": follow_ups_apart_task,
    "conversations": conversations_task,
    "booking": booking_task,
    "copilot": copilot_task,
    "summary": summary_task,
    "hand_off": hand_off_task,
}

SUITES = {name: Suite(name, about, _TASKS[name]) for name, about in SUBJECTS.items()}
