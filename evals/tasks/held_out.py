"""Suites ``held_out`` and ``founding``: catalogue sentences, each read by a classifier that never saw its like."""

from inspect_ai import Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.solver import Generate, Solver, TaskState, solver

from agents.understanding.evaluate import Outcome, cross_validate
from agents.understanding.examples import OTHER_MATTER, UNRELATED, prose_of, scope_of
from evals.stage import Stage
from evals.suite_files import read
from evals.tasks.need import right_need
from evals.tasks.scoring import SEEN


def held_out_task(stage: Stage, repeats: int) -> Task:
    """All of them."""
    return _task("held_out", _outcomes(stage))


def founding_task(stage: Stage, repeats: int) -> Task:
    """Those collected in the field before the project wrote its own (``suites/founding.yaml``)."""
    counts = read("founding.yaml")
    return _task("founding", [o for o in _outcomes(stage) if _number(o) < counts.get(o.example.label, 0)])


def _outcomes(stage: Stage) -> list[Outcome]:
    """The folds are trained while the task is built."""
    prose = prose_of(stage.library.all_passages())
    validated = cross_validate(stage.mind.bookcase.catalogue, stage.mind.encoder, prose=prose)
    return [o for o in validated.outcomes if scope_of(o.example.label) not in (UNRELATED, OTHER_MATTER)]


def _number(outcome: Outcome) -> int:
    """Position in its list: a group is ``need:position``."""
    return int(outcome.example.group.rsplit(":", 1)[1])


def _task(name: str, chosen: list[Outcome]) -> Task:
    outcomes = {f"{o.example.language}/{o.example.label}/{number}": o for number, o in enumerate(chosen)}
    return Task(
        name=name,
        dataset=MemoryDataset([_sample(identity, outcome) for identity, outcome in outcomes.items()]),
        solver=recall(outcomes),
        scorer=right_need(),
    )


def _sample(identity: str, outcome: Outcome) -> Sample:
    example = outcome.example
    metadata = {"language": example.language, "case": example.label}
    return Sample(id=identity, input=example.text, target=example.label, metadata=metadata)


@solver
def recall(outcomes: dict[str, Outcome]) -> Solver:
    """What the fold that held the sentence out took it for."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        outcome = outcomes[str(state.sample_id)]
        state.store.set(
            SEEN,
            {
                "need": outcome.need,
                "confidence": outcome.confidence,
                "alternatives": list(outcome.ranked),
                "out_of_scope": outcome.need is None,
            },
        )
        state.completed = True
        return state

    return solve
