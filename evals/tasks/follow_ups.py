"""Suites ``follow_ups`` and ``follow_ups_apart``: turns lean on what was spoken of, each is about the right need."""

from collections.abc import Iterator, Sequence
from typing import Any

from inspect_ai import Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Scorer, Target, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver

from evals.asking import ask
from evals.graders.answer import answered
from evals.graders.citations import cited
from evals.stage import Stage
from evals.suite_files import SuiteError, listed, load_suite_file
from evals.tasks.scoring import SEEN, as_score, last_words, metrics
from evals.tasks.transcript import leave
from knowledge.languages import LANGUAGES
from knowledge.passages import ASPECTS

FIELDS = {"need", "aspect", "leans"}


def follow_ups_task(stage: Stage, repeats: int) -> Task:
    """Build a sample for each turn of ``suites/follow_ups.yaml``, said after those before it."""
    return _task("follow_ups", stage)


def follow_ups_apart_task(stage: Stage, repeats: int) -> Task:
    """The same of ``suites/follow_ups_apart.yaml``, which sets nothing."""
    return _task("follow_ups_apart", stage)


def _task(name: str, stage: Stage) -> Task:
    dataset = MemoryDataset(samples(f"{name}.yaml"))
    return Task(name=name, dataset=dataset, solver=talked(stage), scorer=right_matter())


def samples(file: str) -> list[Sample]:
    """From a file of ``suites``. Raises SuiteError."""
    conversations = load_suite_file(file)
    return [
        sample
        for language in LANGUAGES
        for name, turns in conversations.items()
        for sample in _of(f"{file}: {name}", name, turns, language)
    ]


def _of(where: str, name: str, turns: Sequence[Any], language: str) -> Iterator[Sample]:
    said: list[str] = []
    for number, turn in enumerate(turns):
        if set(turn) - FIELDS != set(LANGUAGES):
            raise SuiteError(f"{where}/{number}: needs exactly the languages {', '.join(LANGUAGES)}")
        metadata = {
            "language": language,
            "before": list(said),
            "needs": listed(turn["need"]),
            "aspects": listed(turn.get("aspect", list(ASPECTS))),
            "case": "leans" if turn.get("leans") else "opens" if not said else "changes",
        }
        said.append(turn[language])
        yield Sample(id=f"{language}/{name}/{number}", input=turn[language], metadata=metadata)


@solver
def talked(stage: Stage) -> Solver:
    """A new conversation, up to this turn."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        language, words = state.metadata["language"], [*state.metadata["before"], state.input_text]
        return leave(state, await stage.run(lambda: ask(stage, language, words)))

    return solve


@scorer(metrics=metrics())
def right_matter() -> Scorer:
    """The last turn is answered from the article of its need, a section that answers among those quoted."""

    async def score(state: TaskState, target: Target) -> Score:
        seen, wanted = state.store.get(SEEN), state.metadata
        turn = seen["turns"][-1]
        result = answered(turn, wanted["needs"], wanted["aspects"], (), seen["passages"])
        return as_score(result.and_(cited([turn], seen["archive"])), last_words(turn))

    return score
