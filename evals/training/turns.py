"""``isac train dialogue``: fit the model that reads a question in its conversation.

The projection and the places of the units are fitted to the questions of all writers; the weights, to questions of a
writer by a projection and places of the others. Beside them, the weights that tell what is about no need at all
(`evals/training/outside.py`). Printed with them, by language: of questions that lean, how often the
need on the table is kept and its units come first and among three; of questions that name their need, how often that
need is read with another on the table, and with none.
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from agents.understanding.labels.acts import build_act_reader
from agents.understanding.labels.label_model import LabelModel
from agents.understanding.labels.trained_labels import LabelSources, trained_labels
from agents.understanding.needs.head import KEPT as KEPT_HEAD
from agents.understanding.needs.need_examples import NeedExample, all_examples
from agents.understanding.needs.need_model import NeedModel
from agents.understanding.needs.trained_model import trained_model
from agents.understanding.shared.ngrams import Floats
from agents.understanding.shared.tables import own_model
from agents.understanding.units.turn_model import (
    KEPT,
    LEAST,
    QuestionSpace,
    TurnFit,
    TurnWeights,
    assemble_turn_model,
    keep_turn_model,
    outside_clues,
    unit_texts,
)
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from evals.questions.question_files import LabelledQuestion
from evals.questions.question_files import questions as suite_questions
from evals.training.needs.lessons import is_left_out
from evals.training.needs.stored_vectors import StoredVectors
from evals.training.outside import Clues, Stray, fit_outside, load_strays, tell_outside
from evals.training.places import OUT, SEED, Asked, Centres, fit_space
from knowledge.administration import Administration, load_administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.questions import UnitQuestion, load_questions
from knowledge.content.utterances import Utterances, load_utterances
from knowledge.encoders.encoder import Encoder
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import UnitId
from knowledge.search.knowledge_base import unit_lines

_Q = TypeVar("_Q", UnitQuestion, LabelledQuestion, Stray)
_THREE = 3
_LEFT_OUT_IN_TURN = 2
_MEASURED = 6_000
"""Questions of a fold that the weights are fitted to."""
_WITH_NEED, _MOST_WORDS = 0.5, 12
"""The share of questions that lean that are also said after an utterance of their need, of so many words at most."""
_ANOTHER, _SAME = 0.4, 0.4
"""Shares of the questions naming their need that are asked with another need on the table, and with their own."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A question in a conversation, and its cosine with each of ``units``."""

    units: tuple[UnitId, ...]
    near: Floats
    question: Asked
    topic: str | None

    def answers(self) -> list[UnitId]:
        """The units that answer it; all of its need where no more is known."""
        known, need = self.question.others, self.question.unit.need
        return [unit for unit in self.units if (unit in known if known else unit.need == need)]


def fit_turns(*, write: bool) -> None:
    """Fit and print; with ``write``, keep the model beside the questions."""
    settings = load_settings()
    administration = load_administration(settings.administration)
    encoder = StoredVectors(build_encoder(settings, settings.needs_encoder_model), settings.data_dir / "tuning")
    lines = unit_lines(administration)
    questions = load_questions(administration, lines)
    catalogue = load_catalogue(administration)
    utterances = load_utterances(administration, catalogue)
    whole = [*questions, *_with_their_need(questions, utterances)]
    encoder.encode([one.text for one in whole])
    encoder.save()
    examples = all_examples(administration, catalogue, utterances)
    needs_model = trained_model(
        examples, encoder, settings.data_dir / "understanding", own_model(administration, KEPT_HEAD)
    )
    texts = unit_texts(questions, lines)
    needs = tuple(dict.fromkeys(unit.need for unit in lines))
    readers = _Readers.of(administration, examples, needs_model, encoder, needs)
    asked = [_asked(one, vector, readers) for one, vector in _encoded(whole, encoder)]
    posed = [one for writer in _most_writing(asked) for one in _left_out(asked, writer, needs)]
    space, centres = fit_space(asked)
    posed += list(_alone(readers, encoder, (space, centres)))
    weights = fit_weights(posed, needs)
    sys.stdout.write(f"{weights}\n")
    _tell(posed, weights, needs)
    clues = [*_clues(posed), *_stray_clues(administration, readers, encoder, (space, centres))]
    outside = fit_outside(clues)
    sys.stdout.write(f"{outside}\n")
    tell_outside(clues, outside)
    of_unit = {one.unit: one for one in texts}
    kept = [of_unit[unit] for unit in centres.units]
    sys.stdout.write(f"{len(texts)} units, {len(texts) - len(kept)} without questions\n")
    if write:
        model = assemble_turn_model(TurnFit(space, weights, outside), centres.units, centres.rows)
        keep_turn_model(model, kept, encoder.identity, own_model(administration, KEPT))


def _most_writing(asked: Sequence[Asked]) -> list[str]:
    """The writers of most questions, left out in turn: who wrote for new lines alone leaves those without a place."""
    return [writer for writer, _ in Counter(one.writer for one in asked).most_common(_LEFT_OUT_IN_TURN)]


def _with_their_need(questions: Sequence[UnitQuestion], utterances: Utterances) -> Iterator[UnitQuestion]:
    """One question in two of those that lean, said after words that name its need: "My husband died. How much is it?".

    Without them whoever names a need is told first what it is, whatever they ask: the figure asked for came first in 44
    of 100 questions of ``suites/facts.yaml``.
    """
    said: dict[tuple[str, Language], list[str]] = defaultdict(list)
    for sample in utterances:
        if len(sample.text.split()) <= _MOST_WORDS:
            said[sample.need, sample.language].append(sample.text)
    for one in questions:
        draw = random.Random(one.text)
        if one.leans and draw.random() < _WITH_NEED and (before := said[one.units[0].need, one.language]):
            yield replace(one, text=f"{draw.choice(before).rstrip(' .')}. {one.text}", leans=False)


@dataclass(frozen=True, slots=True)
class _Readers:
    """What reads a message alone. ``leans``: the column of its label."""

    needs_model: NeedModel
    labels: LabelModel
    leans: int
    needs: tuple[str, ...]

    @classmethod
    def of(
        cls, administration: Administration, examples: Sequence[NeedExample], model: NeedModel, encoder: Encoder,
        needs: tuple[str, ...],
    ) -> "_Readers":  # fmt: skip
        folder, acts = load_settings().data_dir / "understanding", build_act_reader(administration)
        labels = trained_labels(LabelSources(administration, examples), acts, encoder, folder)
        return cls(model, labels, labels.labels.index("leans"), needs)

    def alone(self, text: str, language: Language, vector: Floats) -> Floats:
        shares = self.needs_model.probabilities(text, language, vector)
        return np.array([shares.get(need, 0.0) for need in self.needs], np.float32)

    def leaning(self, text: str, vector: Floats) -> float:
        return float(self.labels.probabilities(text, vector)[self.leans])


def _encoded(questions: Sequence[_Q], encoder: Encoder) -> Iterator[tuple[_Q, Floats]]:
    yield from zip(questions, encoder.encode([one.text for one in questions]), strict=True)


def _asked(one: UnitQuestion, vector: Floats, readers: _Readers) -> Asked:
    unit, alone = random.Random(one.text).choice(one.units), readers.alone(one.text, one.language, vector)
    leaning, seen = readers.leaning(one.text, vector), not is_left_out(one)
    return Asked(unit, frozenset(one.units), one.language, one.leans, one.writer, vector, alone, leaning, seen)


def _left_out(asked: Sequence[Asked], writer: str, needs: Sequence[str]) -> Iterator[Posed]:
    """Questions of a writer, posed in conversations, as the other writers' questions place them."""
    space, centres = fit_space([one for one in asked if one.writer != writer])
    order = random.Random(SEED)
    placed = frozenset(centres.units)
    own = [one for one in asked if one.writer == writer and not one.seen and one.others & placed]
    for one in order.sample(own, min(_MEASURED, len(own))):
        drawn, topic = order.random(), None
        if one.leans or drawn > 1 - _SAME:
            topic = one.unit.need
        elif drawn < _ANOTHER:
            topic = order.choice(needs)
        yield _posed(one, topic, space, centres)


def _alone(readers: _Readers, encoder: Encoder, fitted: tuple[QuestionSpace, Centres]) -> Iterator[Posed]:
    """Whole questions of others, that may set thresholds, with nothing and with any need on the table.

    Their need is known, and no more.
    """
    questions = [one for one in suite_questions() if one.for_tuning and one.need in readers.needs]
    order = random.Random(SEED)
    for one, vector in _encoded(questions, encoder):
        assert one.need is not None
        alone, leaning = readers.alone(one.text, one.language, vector), readers.leaning(one.text, vector)
        known = Asked(UnitId(one.need, "what", 0), frozenset(), one.language, False, "", vector, alone, leaning)
        yield _posed(known, None, *fitted)
        yield _posed(known, order.choice(readers.needs), *fitted)


def _clues(posed: Sequence[Posed]) -> Iterator[Clues]:
    """Of questions that a unit answers, said with a need on the table."""
    for one in posed:
        if one.topic is not None and one.question.others:
            kind = (
                "leans" if one.question.leans else "the same need" if one.topic == one.question.unit.need else "another"
            )
            yield Clues(_values(one.units, one.near, one.topic, one.question), False, kind, one.question.language)


def _stray_clues(
    administration: Administration, readers: _Readers, encoder: Encoder, fitted: tuple[QuestionSpace, Centres]
) -> Iterator[Clues]:
    """Every other one is fitted."""
    for number, (one, vector) in enumerate(_encoded(load_strays(administration, readers.needs), encoder)):
        alone, leaning = readers.alone(one.text, one.language, vector), readers.leaning(one.text, vector)
        asked = Asked(UnitId(one.topic, "what", 0), frozenset(), one.language, False, "", vector, alone, leaning)
        posed = _posed(asked, one.topic, *fitted)
        values, is_fitted = _values(posed.units, posed.near, one.topic, asked), number % 2 == 0
        yield Clues(values, True, "strays, fitted" if is_fitted else "strays", one.language, is_fitted)


def _values(units: Sequence[UnitId], near: Floats, topic: str, question: Asked) -> Floats:
    of_topic = np.array([unit.need == topic and unit.aspect != "related" for unit in units])
    return outside_clues(near, of_topic, max(0.0, 1 - float(question.alone.sum())), question.leaning)


def _posed(one: Asked, topic: str | None, space: QuestionSpace, centres: Centres) -> Posed:
    placed = space.place(one.vector.reshape(1, -1), [one.language])[0]
    return Posed(centres.units, centres.rows @ placed, one, topic)


def fit_weights(posed: Sequence[Posed], needs: Sequence[str]) -> TurnWeights:
    """Those that make the units asked for likeliest; of a question whose need alone is known, all units of the need.

    Most turns of a conversation lean, and whole questions must not be read worse than alone: ``_KINDS_FITTED``.
    """
    drawn, order = [], random.Random(SEED)
    for poses, most, weight in _KINDS_FITTED:
        own = [one for one in posed if poses(one)]
        drawn += [(one, weight) for one in order.sample(own, min(most, len(own)))]
    table = _Table.of([one for one, _ in drawn], needs)
    shares = torch.tensor([weight for _, weight in drawn])
    weights = torch.tensor(astuple(TurnWeights()), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=25)

    def loss() -> Tensor:
        optimizer.zero_grad()
        found = -(table.believed(weights) * shares).sum() / shares.sum()
        found.backward()  # type: ignore[no-untyped-call]
        return found

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    return TurnWeights(*(round(weight, 3) for weight in weights.tolist()))


@dataclass(frozen=True, slots=True)
class _Table:
    """Questions as tensors: a row each, a column a unit. ``asked``: the units that answer."""

    near: Tensor
    leans: Tensor
    alone: Tensor
    on_topic: Tensor
    asked: Tensor
    need_of: NDArray[np.intp]
    units: tuple[UnitId, ...]

    @classmethod
    def of(cls, posed: Sequence[Posed], needs: Sequence[str]) -> "_Table":
        units = tuple(sorted({unit for one in posed for unit in one.units}))
        column = {unit: place for place, unit in enumerate(units)}
        need_of = np.array([needs.index(unit.need) for unit in units], np.intp)
        near = np.full((len(posed), len(units)), -1, np.float32)
        answers = np.zeros((len(posed), len(units)), np.bool_)
        for row, one in enumerate(posed):
            near[row, [column[unit] for unit in one.units]] = one.near
            answers[row, [column[unit] for unit in one.answers()]] = True
        alone = np.log(np.stack([one.question.alone for one in posed]) + LEAST)[:, need_of].astype(np.float32)
        topics = np.array([needs.index(one.topic) if one.topic else -1 for one in posed])
        leans = np.array([[one.question.leaning] for one in posed], np.float32)
        on_topic = (need_of[None, :] == topics[:, None]).astype(np.float32)
        near_, leans_, alone_, on_topic_, answers_ = map(torch.from_numpy, (near, leans, alone, on_topic, answers))
        return cls(near_, leans_, alone_, on_topic_, answers_, need_of, units)

    def scores(self, weights: Tensor) -> Tensor:
        similarity, need, topic, leaning_topic, leaning_need = weights
        found: Tensor = (
            similarity * self.near
            + (need + leaning_need * self.leans) * self.alone
            + (topic + leaning_topic * self.leans) * self.on_topic
        )
        return found

    def believed(self, weights: Tensor) -> Tensor:
        """The logarithm of the probability of the units that answer, shape (questions,)."""
        scores = self.scores(weights)
        return scores.masked_fill(~self.asked, OUT).logsumexp(1) - scores.logsumexp(1)


def _tell(posed: Sequence[Posed], weights: TurnWeights, needs: Sequence[str]) -> None:
    table = _Table.of(posed, needs)
    shares = torch.softmax(table.scores(torch.tensor(astuple(weights))), 1)
    by_need = torch.zeros(len(posed), len(needs)).index_add_(1, torch.from_numpy(table.need_of), shares)
    need = [needs[row] for row in by_need.argmax(1).tolist()]
    best = shares.topk(_THREE, 1).indices.tolist()
    for name, poses in _KINDS.items():
        for language in ("all", *LANGUAGES):
            rows = [
                row for row, one in enumerate(posed)
                if poses(one) and language in ("all", one.question.language)
            ]  # fmt: skip
            if rows:
                right = np.mean([need[row] == posed[row].question.unit.need for row in rows])
                first = np.mean([bool(table.asked[row, best[row][0]]) for row in rows])
                three = np.mean([any(bool(table.asked[row, unit]) for unit in best[row]) for row in rows])
                told = f"{name}, {language}: need {right:.1%}, first unit {first:.1%}, among three {three:.1%}"
                sys.stdout.write(f"{told} ({len(rows)})\n")


def _named(one: Posed) -> bool:
    return bool(one.question.writer) and not one.question.leans


_KINDS_FITTED: Sequence[tuple[Callable[[Posed], bool], int, float]] = (
    (lambda one: one.question.leans, 2_200, 1.0),
    (_named, 1_400, 0.8),
    (lambda one: not one.question.writer and one.topic is None, 1_600, 1.5),
    (lambda one: not one.question.writer and one.topic is not None, 1_600, 1.0),
)
"""The most of each kind of question that the weights are fitted to, and how much one counts."""
_KINDS: Mapping[str, Callable[[Posed], bool]] = {
    "leans, on the table": lambda one: one.question.leans,
    "names its need, another on the table": lambda one: _named(one) and one.topic not in (None, one.question.unit.need),
    "names its need, nothing on the table": lambda one: _named(one) and one.topic is None,
    "names its need, the same on the table": lambda one: _named(one) and one.topic == one.question.unit.need,
    "suite, alone": lambda one: not one.question.writer and one.topic is None,
    "suite, any need on the table": lambda one: not one.question.writer and one.topic is not None,
}
