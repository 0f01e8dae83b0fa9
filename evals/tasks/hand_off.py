"""Suite ``hand_off``: a person is one turn away from anywhere, is never only announced, and danger gets its numbers."""

from collections.abc import Iterator
from typing import Any

from inspect_ai import Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Scorer, Target, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver

from evals.graders.announcements import announced_is_done
from evals.graders.hand_off import danger, handed_off, stayed
from evals.graders.verdict import Verdict
from evals.phrases import announcements
from evals.scenario import Phrasebook
from evals.stage import Stage
from evals.suite_files import in_six, load_suite_file
from evals.tasks.scoring import SEEN, as_score, last_words, metrics
from evals.tasks.transcript import leave
from evals.walking import Walk, walk_and_say
from knowledge.languages import LANGUAGES, Language

WAYS_PER_STATE = 3
"""In a fresh conversation every way of asking is tried; in the other states these many, in turn."""


def hand_off_task(stage: Stage, repeats: int) -> Task:
    """Build a sample for each sentence and state."""
    return Task(
        name="hand_off", dataset=MemoryDataset(samples(stage)), solver=led_up(stage), scorer=right_hand_off(),
    )  # fmt: skip


def samples(stage: Stage) -> list[Sample]:
    """From ``suites/hand_off.yaml``."""
    content, phrases = load_suite_file("hand_off.yaml"), Phrasebook()
    return [
        sample
        for language in LANGUAGES
        for sample in (
            *_asks(content, language, phrases),
            *_others(content, language),
        )
        if _announce(sample, stage, language)
    ]


def _announce(sample: Sample, stage: Stage, language: Language) -> bool:
    assert sample.metadata is not None
    sample.metadata["announcements"] = list(announcements(stage.models.phrases, language))
    return True


def _asks(content: Any, language: Language, phrases: Phrasebook) -> Iterator[Sample]:
    ways = in_six(content["asks"], "hand_off.yaml: asks")[language]
    for number, (step, opening) in enumerate(content["states"].items()):
        first = number * WAYS_PER_STATE
        chosen = ways if step == "open" else [ways[(first + i) % len(ways)] for i in range(WAYS_PER_STATE)]
        words = content[opening] if opening in content else opening and phrases.say(opening, language, 0, {})
        for way, text in enumerate(chosen):
            case = f"asks/{step}"
            yield _sample(f"{case}/{way}", language, text, opening=words, step=step, kind="asks", case=case)


def _others(content: Any, language: Language) -> Iterator[Sample]:
    for number, text in enumerate(in_six(content["stays"], "hand_off.yaml: stays")[language]):
        yield _sample(f"stays/{number}", language, text, kind="stays", case="stays")
    for reason, sentences in content["danger"].items():
        for number, text in enumerate(in_six(sentences, f"hand_off.yaml: {reason}")[language]):
            case = f"danger/{reason}"
            numbers = content["numbers"][reason]
            yield _sample(f"{case}/{number}", language, text, kind="danger", case=case, reason=reason, numbers=numbers)


def _sample(identity: str, language: Language, text: str, **metadata: Any) -> Sample:
    return Sample(id=f"{language}/{identity}", input=text, metadata={"language": language, "opening": None} | metadata)


@solver
def led_up(stage: Stage) -> Solver:
    """Walk to the state, then say the sentence."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        wanted = state.metadata
        walk = Walk(wanted["language"], wanted["opening"], wanted.get("step", "open"))
        return leave(state, await stage.run(lambda: walk_and_say(stage, walk, state.input_text)))

    return solve


@scorer(metrics=metrics())
def right_hand_off() -> Scorer:
    """Grade each kind of sentence by its own rule."""

    async def score(state: TaskState, target: Target) -> Score:
        seen, wanted = state.store.get(SEEN), state.metadata
        turn = seen["turns"][-1]
        result = _verdict(turn, wanted, seen["waiting"])
        result = result.and_(announced_is_done(seen["turns"], wanted["announcements"]))
        return as_score(result, last_words(turn), simulator_error=seen["simulator_error"])

    return score


def _verdict(turn: Any, wanted: Any, waiting: list[str]) -> Verdict:
    if wanted["kind"] == "stays":
        return stayed(turn)
    there = handed_off(turn, wanted["language"], waiting)
    return there if wanted["kind"] == "asks" else there.and_(danger(turn, wanted["reason"], wanted["numbers"]))
