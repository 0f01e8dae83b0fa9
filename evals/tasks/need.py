"""Suites ``need``, ``need_hard`` and ``need_apart``: unseen questions, the need named right."""

from collections.abc import Iterable

from inspect_ai import Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Scorer, Target, scorer
from inspect_ai.solver import TaskState

from evals.graders.verdict import verdict
from evals.questions.question_files import HARD, PLAIN, LabelledQuestion, apart, questions, unseen
from evals.stage import Stage
from evals.tasks.reading import read as reading
from evals.tasks.scoring import SEEN, as_score, metrics


def need_task(stage: Stage, repeats: int) -> Task:
    """Plainly put ones."""
    return _task("need", stage, questions(), (PLAIN,))


def need_hard_task(stage: Stage, repeats: int) -> Task:
    """A situation told, rambling, misspelt, spoken, the wrong name, two words."""
    return _task("need_hard", stage, questions(), HARD)


def need_apart_task(stage: Stage, repeats: int) -> Task:
    """Hard ones that set nothing, by somebody else."""
    return _task("need_apart", stage, apart(), HARD)


def _task(name: str, stage: Stage, asked: Iterable[LabelledQuestion], kinds: tuple[str, ...]) -> Task:
    new = unseen(asked, stage.models.knowledge_base.utterances)
    return Task(
        name=name,
        dataset=MemoryDataset([sample(one) for one in new if one.kind in kinds]),
        solver=reading(stage, told_language=False),
        scorer=right_need(),
    )


def sample(one: LabelledQuestion) -> Sample:
    """Build the sample of a question."""
    metadata = {"language": one.language, "case": one.need}
    return Sample(id=one.id, input=one.text, target=one.need or "", metadata=metadata)


@scorer(metrics=metrics())
def right_need() -> Scorer:
    """The best need is the right one; whether it was sure of it is another matter."""

    async def score(state: TaskState, target: Target) -> Score:
        seen = state.store.get(SEEN)
        named = str(seen["need"])
        how = "outside" if seen["out_of_scope"] else f"{seen['confidence']:.2f}"
        return as_score(verdict(None if named == target.text else f"read as {named} ({how})"), named)

    return score
