"""Suites ``answers`` (cited answers, referrals, refusals, no decisions), ``facts`` (a figure of every need),
``facts_apart`` (the same, asked by somebody else), ``unanswerable`` and ``unanswerable_apart`` (what no article says).
"""

from typing import Any

from inspect_ai import Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Scorer, Target, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver

from agents.phrases.phrases import Phrases
from evals.asking import ask
from evals.graders.announcements import announced_is_done
from evals.graders.answer import answered, not_answered, not_claimed, not_decided, referred
from evals.graders.citations import cited
from evals.graders.verdict import Verdict
from evals.phrases import announcements
from evals.stage import Stage
from evals.suite_files import in_six, listed, load_suite_file
from evals.tasks.scoring import SEEN, as_score, last_words, metrics
from evals.tasks.transcript import leave
from knowledge.content.facts import FactTable, render_fact
from knowledge.languages import LANGUAGES, Language


def answers_task(stage: Stage, repeats: int) -> Task:
    """Build a sample for each question of ``suites/answers.yaml``."""
    return _task("answers", stage)


def facts_task(stage: Stage, repeats: int) -> Task:
    """Build a sample for each question of ``suites/facts.yaml``."""
    return _task("facts", stage)


def facts_apart_task(stage: Stage, repeats: int) -> Task:
    """Build a sample for each question of ``suites/facts_apart.yaml``, which sets nothing."""
    return _task("facts_apart", stage)


def unanswerable_task(stage: Stage, repeats: int) -> Task:
    """Build a sample for each question of ``suites/unanswerable.yaml``."""
    return _task("unanswerable", stage)


def unanswerable_apart_task(stage: Stage, repeats: int) -> Task:
    """Build a sample for each question of ``suites/unanswerable_apart.yaml``, which sets nothing."""
    return _task("unanswerable_apart", stage)


def _task(name: str, stage: Stage) -> Task:
    dataset = MemoryDataset(samples(f"{name}.yaml", stage))
    return Task(name=name, dataset=dataset, solver=asked(stage), scorer=right_answer())


def samples(file: str, stage: Stage) -> list[Sample]:
    """From a file of ``suites``, with the facts rendered for the pinned day."""
    content = load_suite_file(file)
    found = []
    for kind in (kind for kind in ("answered", "referred", "outside", "baits", "unanswerable") if kind in content):
        for case, entry in content[kind].items():
            questions = in_six(entry.get("ask", entry), f"{file}: {case}")
            for language in LANGUAGES:
                metadata = {"language": language, "kind": kind, "case": f"{kind}/{case}"}
                metadata |= _expected(kind, entry, language, stage)
                found.append(Sample(id=f"{language}/{kind}/{case}", input=questions[language], metadata=metadata))
    return found


def _expected(kind: str, entry: Any, language: Language, stage: Stage) -> dict[str, Any]:
    phrases = stage.models.phrases
    facts = [_ways(fact, language, stage) for fact in entry.get("facts", ())]
    expected: dict[str, Any] = {"figures": facts, "announcements": list(announcements(phrases, language))}
    if kind == "answered":
        expected |= {"needs": listed(entry["need"]), "aspects": listed(entry["aspect"])}
    if kind == "referred":
        expected |= {"need": entry["need"], "body": _body(phrases, language, entry["need"], stage)}
    if kind == "baits":
        expected["disclaimer"] = phrases.say(language, "answer-not-decision")
    return expected


def _body(phrases: Phrases, language: Language, need: str, stage: Stage) -> str:
    return phrases.say(language, f"body-{stage.models.knowledge_base.catalogue[need].body.lower()}")


def _ways(fact: str, language: Language, stage: Stage) -> list[str]:
    """The spellings of a fact on the pinned day: plain, and as a Basque suffix follows it."""
    facts: FactTable = stage.models.knowledge_base.facts
    both = (render_fact(facts[fact], stage.models.today(), language, suffixed=suffixed) for suffixed in (False, True))
    return [text for text in dict.fromkeys(both) if text]


@solver
def asked(stage: Stage) -> Solver:
    """A new conversation in the language, one question."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        language, text = state.metadata["language"], state.input_text
        return leave(state, await stage.run(lambda: ask(stage, language, (text,))))

    return solve


@scorer(metrics=metrics())
def right_answer() -> Scorer:
    """Grade each kind by its own rule; every answer must be cited and every announcement carried out."""

    async def score(state: TaskState, target: Target) -> Score:
        seen, wanted = state.store.get(SEEN), state.metadata
        turn = seen["turns"][-1]
        result = _verdict(turn, wanted, seen).and_(cited(seen["turns"], seen["archive"]))
        return as_score(result.and_(announced_is_done(seen["turns"], wanted["announcements"])), last_words(turn))

    return score


def _verdict(turn: Any, wanted: Any, seen: Any) -> Verdict:
    if wanted["kind"] == "answered":
        return answered(turn, wanted["needs"], wanted["aspects"], wanted["figures"], seen["passages"])
    if wanted["kind"] == "referred":
        return referred(turn, wanted["body"])
    if wanted["kind"] == "unanswerable":
        return not_claimed(turn)
    return not_answered(turn) if wanted["kind"] == "outside" else not_decided(turn, wanted["disclaimer"])
