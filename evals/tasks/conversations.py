"""Suite ``conversations``: whole conversations of people who had seen nothing, turn by turn."""

from collections.abc import Iterator, Mapping
from typing import Any

from inspect_ai import Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Scorer, Target, accuracy, grouped, scorer
from inspect_ai.solver import TaskState

from evals.graders.citations import cited
from evals.graders.words import ExpectedWords, worded
from evals.stage import Stage
from evals.suite_files import SuiteError, load_suite_file
from evals.tasks.follow_ups import talked
from evals.tasks.scoring import SEEN, as_score, last_words, metrics
from knowledge.languages import LANGUAGES

FILE = "conversations.yaml"
FIELDS = {"said", "kind", "must", "any", "never", "hand_off"}


def conversations_task(stage: Stage, repeats: int) -> Task:
    """Build a sample for each turn of ``suites/conversations.yaml``, said after those before it."""
    return Task(name="conversations", dataset=MemoryDataset(samples()), solver=talked(stage), scorer=right_words())


def samples() -> list[Sample]:
    """From the file of the suite. Raises SuiteError."""
    content = load_suite_file(FILE)
    return [
        sample
        for name, conversation in content["conversations"].items()
        for sample in _of(name, conversation, content["patterns"])
    ]


def _of(name: str, conversation: Mapping[str, Any], patterns: Mapping[str, str]) -> Iterator[Sample]:
    if conversation["language"] not in LANGUAGES:
        raise SuiteError(f"{FILE}: {name}: {conversation['language']} is no language of the service")
    said: list[str] = []
    for number, turn in enumerate(conversation["turns"]):
        if unknown := set(turn) - FIELDS:
            raise SuiteError(f"{FILE}: {name}/{number}: a turn has no {', '.join(sorted(unknown))}")
        metadata = {
            "language": conversation["language"],
            "before": list(said),
            "kind": turn["kind"],
            "must": turn.get("must", []),
            "any": turn.get("any", []),
            "never": [patterns.get(one, one) for one in turn["never"]],
            "hand_off": turn.get("hand_off"),
        }
        said.append(turn["said"])
        yield Sample(id=f"{name}/{number}", input=turn["said"], metadata=metadata)


@scorer(metrics=[*metrics(), grouped(accuracy(), "kind")])
def right_words() -> Scorer:
    """The last turn says what it must, nothing that it must not, and quotes what it cites."""

    async def score(state: TaskState, target: Target) -> Score:
        seen, wanted = state.store.get(SEEN), state.metadata
        turn = seen["turns"][-1]
        expected = ExpectedWords(wanted["must"], wanted["any"], wanted["never"], wanted["hand_off"])
        return as_score(worded(turn, expected).and_(cited([turn], seen["archive"])), last_words(turn))

    return score
