"""Suite ``language``: short messages, the language named right."""

from inspect_ai import Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Scorer, Target, scorer
from inspect_ai.solver import TaskState

from evals.graders.verdict import verdict
from evals.stage import Stage
from evals.suite_files import in_six, load_suite_file
from evals.tasks.reading import read as reading
from evals.tasks.scoring import SEEN, as_score, metrics


def language_task(stage: Stage, repeats: int) -> Task:
    """Build a sample for each message."""
    return Task(
        name="language",
        dataset=MemoryDataset(samples()),
        solver=reading(stage, told_language=False),
        scorer=right_language(),
    )


def samples() -> list[Sample]:
    """From ``suites/language.yaml``."""
    content = in_six(load_suite_file("language.yaml"), "language.yaml")
    return [
        Sample(id=f"{language}/{number}", input=text, target=language, metadata={"language": language, "case": text})
        for language, texts in content.items()
        for number, text in enumerate(texts)
    ]


@scorer(metrics=metrics())
def right_language() -> Scorer:
    """The language named is the one written."""

    async def score(state: TaskState, target: Target) -> Score:
        named = state.store.get(SEEN)["language"]
        return as_score(verdict(None if named == target.text else f"read as {named}"), named)

    return score
