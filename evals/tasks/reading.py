"""Shared by the suites of language and need: read one text."""

from inspect_ai.solver import Generate, Solver, TaskState, solver

from evals.stage import Stage
from evals.tasks.scoring import SEEN
from knowledge.languages import LANGUAGES


@solver
def read(stage: Stage, *, told_language: bool) -> Solver:
    """Understand the sample's text; ``told_language`` as in a conversation that is already in that language."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        prior = next((code for code in LANGUAGES if code == state.metadata["language"] and told_language), None)
        reading = stage.models.understander.read_message(state.input_text, prior=prior, now=stage.models.clock())
        state.store.set(
            SEEN,
            {
                "language": reading.language,
                "need": reading.need,
                "confidence": reading.confidence,
                "alternatives": [other.need for other in reading.alternatives],
                "out_of_scope": reading.out_of_scope,
                "labels": sorted(reading.labels),
            },
        )
        state.completed = True
        return state

    return solve
