"""``isac train aspects``: fit the aspect model for follow-ups, and the weights of its ranking.

Both on the examples of ``agents/answers/aspect_model.py``. Printed with the weights: how often the first section is one
that answers, for examples left out of the model (ten folds) and for the leaning turns of the two suites of follow-ups.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import cast

import numpy as np

from agents.answers.aspect_model import (
    KEPT,
    AspectExample,
    AspectModel,
    aspect_examples,
    fit_aspect_model,
    save_aspect_model,
)
from agents.answers.ranking_weights import Features, load_weights, save_weights
from agents.answers.section_ranking import SectionQuery, rank_sections, section_features
from agents.understanding.question.expected_answer import ExpectedAnswer
from agents.understanding.shared.labels import Candidate
from agents.understanding.shared.tables import own_model
from api.settings.settings import load_settings
from api.wiring.models import Models, build_models
from evals.suite_files import listed, load_suite_file
from evals.training.ranking import RankingExample, fit_weights
from knowledge.encoders.encoder import Vectors
from knowledge.languages import LANGUAGES
from knowledge.passages import Aspect

_FOLDS = 10
_RIDGE = 1e-2
_SUITES = ("follow_ups.yaml", "follow_ups_apart.yaml")
_WITHOUT = ("measure", "near", "figure")
"""Hardly any example asks for a figure."""


@dataclass(frozen=True, slots=True)
class _Leaning:
    """An example and its ranking query; the aspects in its ``wanted`` are filled in later."""

    example: AspectExample
    query: SectionQuery
    vector: Vectors


def fit_aspects(*, write: bool) -> None:
    """Fit and print; with ``write``, keep the model beside the examples, and the weights."""
    models = build_models(load_settings())
    examples = aspect_examples(models.administration)
    leaning = [_seen(one, models) for one in examples]
    model = _fitted(leaning)
    weights = fit_weights([_asked(one, sides, models) for one, sides in _left_out(leaning)], _RIDGE, _WITHOUT)
    fitted = Features(*weights.tolist())
    fitted = replace(fitted, belief=load_weights("leaning").belief)  # its examples name the need: they cannot tell
    sys.stdout.write(f"{fitted}\n")
    _tell("examples left out", list(_left_out(leaning)), models)
    for suite in _SUITES:
        _tell(suite, [(_seen(one, models), model) for one in _turns(suite)], models)
    if write:
        save_weights("leaning", fitted)
        save_aspect_model(model, examples, models.encoder.identity, own_model(models.administration, KEPT))


def _turns(suite: str) -> Iterator[AspectExample]:
    """Turns that lean and name the sections that answer them."""
    for turns in load_suite_file(suite).values():
        for turn in turns:
            if turn.get("leans") and "aspect" in turn:
                need = listed(turn["need"])[0]
                for language in LANGUAGES:
                    sections = cast(tuple[Aspect, ...], tuple(listed(turn["aspect"])))
                    yield AspectExample(need, language, turn[language], sections)


def _seen(example: AspectExample, models: Models) -> _Leaning:
    reading = models.understander.read_message(example.text, prior=example.language, now=models.clock())
    candidates = (Candidate(example.need, 1.0),)
    query = SectionQuery(
        example.text, example.language, candidates, reading.aspect, reading.measure, reading.wanted, True
    )
    return _Leaning(example, query, models.knowledge_base.vector(example.text)[0])


def _fitted(leaning: Sequence[_Leaning]) -> AspectModel:
    return fit_aspect_model(np.stack([one.vector for one in leaning]), [one.example.sections for one in leaning])


def _left_out(leaning: Sequence[_Leaning]) -> Iterator[tuple[_Leaning, AspectModel]]:
    """Each with a model of the others; the questions of one need are left out together."""
    needs = sorted({one.example.need for one in leaning})
    random.Random(0).shuffle(needs)
    for fold in range(_FOLDS):
        out = set(needs[fold::_FOLDS])
        model = _fitted([one for one in leaning if one.example.need not in out])
        yield from ((one, model) for one in leaning if one.example.need in out)


def _told(one: _Leaning, sides: AspectModel) -> SectionQuery:
    return replace(one.query, wanted=ExpectedAnswer(sides.predict_aspects(one.vector), one.query.wanted.figures))


def _asked(one: _Leaning, sides: AspectModel, models: Models) -> RankingExample:
    daily_index = models.knowledge_base.on(models.today())
    looked = section_features(_told(one, sides), daily_index, models.knowledge_base.facts, one.vector)
    rows = [[getattr(features, name.name) for name in fields(Features)] for _, features in looked]
    answers = [passage.aspect in one.example.sections for passage, _ in looked]
    return RankingExample(one.example.text, np.array(rows, np.float64), np.array(answers, np.bool_))


def _tell(name: str, several: Sequence[tuple[_Leaning, AspectModel]], models: Models) -> None:
    """With the weights in use."""
    daily_index, right = models.knowledge_base.on(models.today()), 0
    for one, sides in several:
        first = rank_sections(_told(one, sides), daily_index, models.knowledge_base.facts, one.vector)[0]
        right += first.passage.aspect in one.example.sections
    sys.stdout.write(f"{name}: the first section answers {right} of {len(several)}, {right / len(several):.1%}\n")
