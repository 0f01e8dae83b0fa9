"""Suite ``need``: unseen sentences, the need named right."""

from inspect_ai import Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Scorer, Target, scorer
from inspect_ai.solver import TaskState

from evals.graders.verdict import verdict
from evals.stage import Stage
from evals.suite_files import read
from evals.tasks.reading import read as reading
from evals.tasks.scoring import SEEN, as_score, metrics
from knowledge.languages import LANGUAGES


def need_task(stage: Stage, repeats: int) -> Task:
    """One sample a sentence."""
    return Task(
        name="need",
        dataset=MemoryDataset(samples()),
        solver=reading(stage, told_language=True),
        scorer=right_need(),
    )


def samples() -> list[Sample]:
    """From ``suites/need``: one file a language."""
    return [
        Sample(id=f"{language}/{need}/{number}", input=text, target=need, metadata={"language": language, "case": need})
        for language in LANGUAGES
        for need, texts in read(f"need/{language}.yaml").items()
        for number, text in enumerate(texts)
    ]


@scorer(metrics=metrics())
def right_need() -> Scorer:
    """The best need is the right one; whether it was sure of it is another matter."""

    async def score(state: TaskState, target: Target) -> Score:
        seen = state.store.get(SEEN)
        named = str(seen["need"])
        how = "outside" if seen["out_of_scope"] else f"{seen['confidence']:.2f}"
        return as_score(verdict(None if named == target.text else f"read as {named} ({how})"), named)

    return score
