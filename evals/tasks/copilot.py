"""Suite ``copilot``: dialogues of strangers, turn by turn. What is suggested where, and what is alarmed at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from inspect_ai import Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Scorer, Target, accuracy, grouped, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver

from agents.copilot.advice import Advice
from agents.copilot.copilot import Copilot
from evals.copilot.at_the_time import at_the_time, served_copilot
from evals.copilot.dialogues import Dialogue, load_dialogues
from evals.graders.alerts import alert_counts, alerted
from evals.graders.suggestions import at_point, counts_of, judged
from evals.stage import Stage
from evals.tasks.scoring import COUNTS, SEEN, SPOKEN, as_score, metrics
from knowledge.content.needs import Catalogue


def copilot_task(stage: Stage, repeats: int) -> Task:
    """Build a sample for each point of the dialogues, and one for the alerts of each."""
    dialogues = load_dialogues(stage.models.today())
    made = [one for each in dialogues.values() for one in samples(each, stage.models.knowledge_base.catalogue)]
    return Task(name="copilot", dataset=MemoryDataset(made), solver=listened(stage, dialogues), scorer=right_advice())


def samples(dialogue: Dialogue, catalogue: Catalogue) -> Iterator[Sample]:
    """The words before a point are its input; the alerts of a dialogue come after its last turn."""
    shared = {"language": dialogue.language, "dialogue": dialogue.id}
    for point in dialogue.points:
        matter = next((catalogue[need].group for need in point.get("needs", ()) if need in catalogue), "")
        metadata = shared | {"kind": point["expect"], "after": point["after"], "point": dict(point), "matter": matter}
        words = dialogue.transcript[point["after"]].text or "…"
        yield Sample(id=f"{dialogue.id}/{point['after']}", input=words, metadata=metadata)
    turns = sum(one.speaker == "agent" for one in dialogue.transcript)
    metadata = shared | {"kind": "alerts", "planted": [dict(one) for one in dialogue.alerts], "agent_turns": turns}
    yield Sample(id=f"{dialogue.id}/alerts", input=dialogue.id, metadata=metadata)


@solver
def listened(stage: Stage, dialogues: Mapping[str, Dialogue]) -> Solver:
    """Each dialogue is listened to once: what is advised after a turn hangs on nothing that comes later."""
    known: dict[str, Sequence[Advice]] = {}

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        dialogue = dialogues[state.metadata["dialogue"]]
        if dialogue.id not in known:
            copilot = served_copilot(stage.services)
            known[dialogue.id] = await stage.run(lambda: listen(copilot, dialogue))
        heard = known[dialogue.id]
        seen = (
            _alerts(heard, dialogue) if state.metadata["kind"] == "alerts" else _advice(heard[state.metadata["after"]])
        )
        state.store.set(SEEN, seen)
        state.completed = True
        return state

    return solve


async def listen(copilot: Copilot, dialogue: Dialogue) -> Sequence[Advice]:
    """The advice after each turn."""
    found: list[Advice] = []
    memory = copilot.begin(dialogue.language, dialogue.agent_language)
    for utterance in dialogue.transcript:
        memory, advice = await at_the_time(copilot, utterance.at).listen(memory, utterance)
        found.append(advice)
    return found


def _advice(advice: Advice) -> dict[str, Any]:
    suggestions = [
        {"text": one.text, "need": one.need, "aspect": one.aspect, "confidence": one.confidence}
        for one in advice.suggestions
    ]
    return {"suggestions": suggestions, "abstained": advice.abstained}


def _alerts(heard: Sequence[Advice], dialogue: Dialogue) -> dict[str, Any]:
    return {
        "alerts": [
            {"kind": one.kind, "turn": one.turn, "said": one.said, "right": one.right}
            | {"speaker": dialogue.transcript[one.turn].speaker}
            for advice in heard
            for one in advice.alerts
        ]
    }


@scorer(metrics=[*metrics(), grouped(accuracy(), "kind")])
def right_advice() -> Scorer:
    """A right suggestion or silence at a point; of the alerts, all planted ones and no other."""

    async def score(state: TaskState, target: Target) -> Score:
        seen, wanted = state.store.get(SEEN), state.metadata
        if wanted["kind"] == "alerts":
            counts = alert_counts(wanted["planted"], seen["alerts"], wanted["agent_turns"])
            told = " / ".join(f"{one['turn']} {one['kind']}: {one['right']}" for one in seen["alerts"])
            return as_score(alerted(counts), told, metadata={COUNTS: dict(counts)})
        spoken = at_point(wanted["point"], seen["suggestions"], wanted["matter"])
        told = " / ".join(one["text"] for one in seen["suggestions"]) or f"({seen['abstained']})"
        metadata = {COUNTS: dict(counts_of(spoken)), SPOKEN: asdict(spoken)}
        return as_score(judged(spoken), told, metadata=metadata)

    return score
