"""``python -m evals.training.ranking``: fit the ranking weights on half of the questions, measure on the other half.

Maximum likelihood of the sections that hold the facts asked for, among all sections of the likely needs.
"""

import random
import sys
from collections.abc import Collection
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from scipy.optimize import minimize

from agents.answers.ranking_weights import Features, save_weights
from agents.answers.section_ranking import SectionQuery, section_features
from api.settings.settings import load_settings
from api.wiring.services import Mind, build_mind
from evals.suite_files import in_six, listed, read
from knowledge.languages import LANGUAGES

_SUITE = "facts.yaml"
_RIDGE = 1e-3
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: its sections' features, shape (sections, features), and which of them answer it."""

    case: str
    features: Floats
    answers: NDArray[np.bool_]


def main(write: Annotated[bool, typer.Option(help="Keep the weights.")] = False) -> None:
    """Print both."""
    asked = [one for one in questions(build_mind(load_settings())) if len(one.features)]
    random.Random(0).shuffle(asked)
    fitting = [one for one in asked if _sets(one.case)]
    measuring = [one for one in asked if not _sets(one.case)]
    weights = fit(fitting)
    fitted = Features(*weights.tolist())
    sys.stdout.write(f"{fitted}\n")
    for name, some in (("fitted on", fitting), ("measured on", measuring)):
        right = float(np.mean([one.answers[int(np.argmax(one.features @ weights))] for one in some]))
        sys.stdout.write(f"{name} {len(some)} questions: the first section holds the facts in {right:.1%}\n")
    if write:
        save_weights("naming", fitted)


def questions(mind: Mind) -> list[Asked]:
    """Every question of the suite, as the reception would look for its answer."""
    daily, found = mind.knowledge_base.on(mind.today()), []
    for case, entry in read(_SUITE)["answered"].items():
        needs = listed(entry["need"])
        texts = in_six(entry["ask"], f"{_SUITE}: {case}")
        for language in LANGUAGES:
            reading = mind.understander.read(texts[language], prior=language, now=mind.clock())
            query = SectionQuery(
                texts[language], language, reading.alternatives, reading.aspect, reading.measure, reading.wanted
            )
            looked = section_features(
                query, daily, mind.knowledge_base.facts, mind.knowledge_base.vector(query.text)[0]
            )
            answers = [
                passage.need in needs
                and set(entry["facts"]) <= {fact for sentence in passage.sentences for fact in sentence.facts}
                for passage, _ in looked
            ]
            rows = [[getattr(features, one.name) for one in fields(Features)] for _, features in looked]
            found.append(Asked(case, np.array(rows, np.float64), np.array(answers, np.bool_)))
    return found


def fit(asked: list[Asked], ridge: float = _RIDGE, without: Collection[str] = ()) -> Floats:
    """The weights, one a feature; they are scaled while fitting, so that the ridge treats them alike.

    ``without``: names of features that are not to count.
    """
    answered = [one for one in asked if one.answers.any()]
    spread = np.concatenate([one.features for one in answered]).std(axis=0) + 1e-9
    counting = np.array([one.name not in without for one in fields(Features)]) / spread

    def loss(weights: Floats) -> float:
        total = 0.0
        for one in answered:
            scores = (one.features * counting) @ weights
            total += float(np.logaddexp.reduce(scores) - np.logaddexp.reduce(scores[one.answers]))
        return total / len(answered) + ridge * float(weights @ weights)

    result: Floats = minimize(loss, np.zeros(len(spread)), method="L-BFGS-B").x * counting
    return result


def _sets(case: str) -> bool:
    return sha256(case.encode()).digest()[0] % 2 == 0


if __name__ == "__main__":
    typer.run(main)
