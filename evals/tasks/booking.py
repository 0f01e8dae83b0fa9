"""Suite ``booking``: scripted citizens, graded by what the database holds when they leave."""

from collections.abc import Mapping
from dataclasses import asdict

from inspect_ai import Epochs, Task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Scorer, Target, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver

from evals.asking import archived
from evals.citizens import Citizen, person
from evals.graders.announcements import announced_is_done
from evals.graders.citations import cited
from evals.graders.state import end_state, heard
from evals.phrases import announcements
from evals.scenario import Phrasebook, Scenario, load_scenarios
from evals.stage import Stage
from evals.tasks.scoring import SEEN, as_score, metrics
from evals.tasks.transcript import leave
from evals.visit import visit
from knowledge.languages import LANGUAGES
from tools.offices.offices import Office


def booking_task(stage: Stage, repeats: int) -> Task:
    """Build a sample for each scenario and language, played ``repeats`` times in other words; one at a time."""
    phrases = Phrasebook()
    scenarios = load_scenarios(phrases)
    return Task(
        name="booking",
        dataset=MemoryDataset(samples(scenarios, stage)),
        solver=visits(stage, phrases, {scenario.id: scenario for scenario in scenarios}),
        scorer=right_end_state(stage.services.booking.offices),
        epochs=Epochs(repeats, "mean"),
    )


def samples(scenarios: tuple[Scenario, ...], stage: Stage) -> list[Sample]:
    """Every scenario in every language."""
    found = []
    for number, scenario in enumerate(scenarios):
        for language in LANGUAGES:
            metadata = {
                "language": language,
                "case": scenario.id,
                "person": number * 10_000,
                "announcements": list(announcements(stage.models.phrases, language)),
            }
            found.append(Sample(id=f"{language}/{scenario.id}", input=scenario.id, metadata=metadata))
    return found


@solver
def visits(stage: Stage, phrases: Phrasebook, scenarios: dict[str, Scenario]) -> Solver:
    """Play the scenario."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        scenario, language = scenarios[state.metadata["case"]], state.metadata["language"]
        # Another person each time: what one has held today counts against the same one's next visit.
        who = person(state.metadata["person"] + state.epoch * 10 + LANGUAGES.index(language))
        citizen = Citizen(scenario, language, who, phrases, way=state.epoch)
        seen = asdict(await stage.run(lambda: visit(citizen, stage.services, stage.ledger)))
        seen |= await stage.run(lambda: archived(stage, seen["turns"]))
        return leave(state, seen)

    return solve


@scorer(metrics=metrics())
def right_end_state(offices: Mapping[str, Office]) -> Scorer:
    """Exactly the appointments expected; told what had to be told; nothing announced that was not done."""
    phrases = Phrasebook()
    scenarios = {scenario.id: scenario for scenario in load_scenarios(phrases)}

    async def score(state: TaskState, target: Target) -> Score:
        seen, scenario = state.store.get(SEEN), scenarios[state.metadata["case"]]
        home = phrases.homes[state.metadata["language"]]
        result = end_state(scenario, home, seen, offices).and_(heard(scenario, seen["turns"]))
        result = result.and_(cited(seen["turns"], seen["archive"]))
        result = result.and_(announced_is_done(seen["turns"], state.metadata["announcements"]))
        ended = seen["turns"][-1]["step"] if seen["turns"] else "nothing said"
        return as_score(result, f"ended at {ended}", simulator_error=seen["simulator_error"])

    return score
