"""``isac train ranking``: fit the ranking weights on half of the questions, measure on the other half.

Maximum likelihood of the sections that hold the facts asked for, among all sections of the likely needs.
"""

import random
import sys
from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass, fields
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from agents.answers.ranking_weights import Features, save_weights
from agents.answers.section_ranking import SectionQuery, section_features
from api.settings.settings import load_settings
from api.wiring.models import Models, build_models
from evals.suite_files import in_six, listed, load_suite_file
from knowledge.languages import LANGUAGES

_SUITE = "facts.yaml"
_RIDGE = 1e-3
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class RankingExample:
    """A question: its sections' features, shape (sections, features), and which of them answer it."""

    case: str
    features: Floats
    answers: NDArray[np.bool_]


def fit_ranking(*, write: bool) -> None:
    """Fit on one half, print what the weights are worth on both; with ``write``, keep them."""
    fitting, measuring = halves(build_models(load_settings()))
    fitted = Features(*fit_weights(fitting).tolist())
    sys.stdout.write(f"{fitted}\n")
    for name, some in (("fitted on", fitting), ("measured on", measuring)):
        right = float(np.mean(first_is_right(some, fitted)))
        sys.stdout.write(f"{name} {len(some)} questions: the first section holds the facts in {right:.1%}\n")
    if write:
        save_weights("naming", fitted)


def halves(models: Models) -> tuple[list[RankingExample], list[RankingExample]]:
    """The questions that fit, and those that measure; by hash of the case, so that its languages stay together."""
    asked = [one for one in questions(models) if len(one.features)]
    random.Random(0).shuffle(asked)
    return [one for one in asked if _fits(one.case)], [one for one in asked if not _fits(one.case)]


def first_is_right(asked: Sequence[RankingExample], weights: Features) -> list[bool]:
    """For each question, whether the section ranked first answers it."""
    values = np.array(astuple(weights))
    return [bool(one.answers[int(np.argmax(one.features @ values))]) for one in asked]


def questions(models: Models) -> list[RankingExample]:
    """Every question of the suite, as the reception would look for its answer."""
    daily_index, found = models.knowledge_base.on(models.today()), []
    for case, entry in load_suite_file(_SUITE)["answered"].items():
        needs = listed(entry["need"])
        texts = in_six(entry["ask"], f"{_SUITE}: {case}")
        for language in LANGUAGES:
            reading = models.understander.read_message(texts[language], prior=language, now=models.clock())
            query = SectionQuery(
                texts[language], language, reading.alternatives, reading.aspect, reading.measure, reading.wanted
            )
            looked = section_features(
                query, daily_index, models.knowledge_base.facts, models.knowledge_base.vector(query.text)[0]
            )
            answers = [
                passage.need in needs
                and set(entry["facts"]) <= {fact for sentence in passage.sentences for fact in sentence.facts}
                for passage, _ in looked
            ]
            rows = [[getattr(features, one.name) for one in fields(Features)] for _, features in looked]
            found.append(RankingExample(case, np.array(rows, np.float64), np.array(answers, np.bool_)))
    return found


def fit_weights(asked: Sequence[RankingExample], ridge: float = _RIDGE, without: Collection[str] = ()) -> Floats:
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


def _fits(case: str) -> bool:
    return sha256(case.encode()).digest()[0] % 2 == 0
