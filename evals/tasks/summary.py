"""Suite ``summary``: the same dialogues, summed up; beside it what the simplest summaries would hold of them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from inspect_ai import Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Scorer, Target, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver

from agents.summary.summary import Summary
from evals.copilot.baselines import baselines
from evals.copilot.dialogues import Dialogue, load_dialogues
from evals.graders.counts import Counts
from evals.graders.summary import summary_counts, text_counts, text_of, usable
from evals.stage import Stage
from evals.tasks.scoring import COUNTS, SEEN, as_score, metrics


def summary_task(stage: Stage, repeats: int) -> Task:
    """Build a sample for each dialogue."""
    dialogues = load_dialogues(stage.models.today())
    dataset = MemoryDataset([_sample(one) for one in dialogues.values()])
    return Task(name="summary", dataset=dataset, solver=summed_up(stage, dialogues), scorer=right_summary())


def _sample(dialogue: Dialogue) -> Sample:
    metadata = {"language": dialogue.language, "dialogue": dialogue.id, "summary": dict(dialogue.summary)}
    words = "\n".join(f"{one.speaker}: {one.text}" for one in dialogue.transcript)
    return Sample(id=dialogue.id, input=words, metadata=metadata)


@solver
def summed_up(stage: Stage, dialogues: Mapping[str, Dialogue]) -> Solver:
    """The summary and the baselines of a dialogue."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        dialogue = dialogues[state.metadata["dialogue"]]
        summarizer = stage.services.summaries.summarizer
        made = summarizer.summarize(dialogue.transcript, dialogue.language, dialogue.agent_language)
        seen = {
            "said": [one.text for one in dialogue.transcript],
            "baselines": dict(baselines(dialogue.transcript, stage.models.encoder)),
            "summary": plain(made),
        }
        state.store.set(SEEN, seen)
        state.completed = True
        return state

    return solve


def plain(summary: Summary) -> dict[str, Any]:
    """What graders read."""
    sentences = [
        {"kind": one.kind, "text": one.text, "turns": list(one.turns), "who": one.who, "by": one.by}
        for one in summary.sentences
    ]
    return {
        "reason": summary.reason,
        "needs": list(summary.needs),
        "sentences": sentences,
        "entities": [asdict(one) for one in summary.entities],
        "disposition": summary.disposition,
    }


@scorer(metrics=metrics())
def right_summary() -> Scorer:
    """Pass when nothing of the summary has to be written anew."""

    async def score(state: TaskState, target: Target) -> Score:
        seen, wanted = state.store.get(SEEN), state.metadata["summary"]
        beside = _beside(wanted, seen["baselines"])
        counts = summary_counts(wanted, seen["summary"], seen["said"])
        return as_score(usable(counts), text_of(seen["summary"]), metadata={COUNTS: {**counts, **beside}})

    return score


def _beside(wanted: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Sequence[int]]:
    found: dict[str, Sequence[int]] = {}
    for name, text in texts.items():
        counts: Counts = text_counts(wanted, text)
        found |= {f"{name}: {measure}": count for measure, count in counts.items()}
    return found
