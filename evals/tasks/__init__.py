"""The suites, each a task over Inspect AI."""

from collections.abc import Callable
from dataclasses import dataclass

from inspect_ai import Task

from evals.stage import Stage
from evals.tasks.answers import answers_task
from evals.tasks.booking import booking_task
from evals.tasks.hand_off import hand_off_task
from evals.tasks.held_out import founding_task, held_out_task
from evals.tasks.language import language_task
from evals.tasks.need import need_task


@dataclass(frozen=True, slots=True)
class Suite:
    """``build`` makes the task on a stage; ``repeats`` matters only where conversations are played."""

    name: str
    about: str
    build: Callable[[Stage, int], Task]


SUITES = {
    suite.name: suite
    for suite in (
        Suite("language", "short messages, the language named right", language_task),
        Suite("held_out", "the catalogue's sentences by cross-validation, the need named right", held_out_task),
        Suite("founding", "the sentences collected in the field, by cross-validation", founding_task),
        Suite("need", "unseen sentences, the need named right", need_task),
        Suite("answers", "cited answers with the right figures, referrals, refusals, no decisions", answers_task),
        Suite("booking", "scripted citizens, graded by the final state of the database, pass^k", booking_task),
        Suite("hand_off", "a person from anywhere in one turn, danger, no ghost hand-offs", hand_off_task),
    )
}
