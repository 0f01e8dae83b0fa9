"""The suites, each a task over Inspect AI."""

from collections.abc import Callable
from dataclasses import dataclass

from inspect_ai import Task

from evals.stage import Stage
from evals.tasks.answers import answers_task, facts_apart_task, facts_task, unanswerable_apart_task, unanswerable_task
from evals.tasks.booking import booking_task
from evals.tasks.follow_ups import follow_ups_apart_task, follow_ups_task
from evals.tasks.hand_off import hand_off_task
from evals.tasks.language import language_task
from evals.tasks.need import need_apart_task, need_hard_task, need_task


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
        Suite("need", "unseen questions plainly put, the need named right", need_task),
        Suite("need_hard", "unseen hard questions, the need named right", need_hard_task),
        Suite("need_apart", "how people ask, by somebody who has not seen what is taught", need_apart_task),
        Suite("answers", "cited answers with the right figures, referrals, refusals, no decisions", answers_task),
        Suite("facts", "a figure of every need, asked for in as many ways", facts_task),
        Suite("facts_apart", "figures asked for by somebody who has not seen what is taught", facts_apart_task),
        Suite("unanswerable", "what no article gives, not answered as if one did", unanswerable_task),
        Suite("unanswerable_apart", "the same, by somebody who does not know the kinds", unanswerable_apart_task),
        Suite(
            "follow_ups", "conversations that lean on what was said, each turn about the right need", follow_ups_task
        ),
        Suite("follow_ups_apart", "the same, by somebody who has not seen what is taught", follow_ups_apart_task),
        Suite("booking", "scripted citizens, graded by the final state of the database, pass^k", booking_task),
        Suite("hand_off", "a person from anywhere in one turn, danger, no ghost hand-offs", hand_off_task),
    )
}
