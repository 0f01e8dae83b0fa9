"""``isac train dialogue``: how well a question is read in its conversation by a model of other writers' questions.

The projection and the places of the units are fitted to the questions of all writers; the weights, to questions of a
writer by a projection and places of the others. Printed with them, by language: of questions that lean, how often the
need on the table is kept and its units come first and among three; of questions that name their need, how often that
need is read with another on the table, and with none.
"""

import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from agents.understanding.needs.head import KEPT as KEPT_HEAD
from agents.understanding.needs.need_examples import all_examples
from agents.understanding.needs.need_model import NeedModel
from agents.understanding.needs.need_model import unit as of_unit_length
from agents.understanding.needs.trained_model import trained_model
from agents.understanding.shared.ngrams import Floats
from agents.understanding.shared.tables import own_model
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from evals.questions.question_files import questions as suite_questions
from evals.training.needs.stored_vectors import StoredVectors
from evals.training.question_space import Centres, QuestionSpace, plain_space
from knowledge.administration import load_administration
from knowledge.content.articles import read_articles, units_of
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.questions import UnitQuestion, load_questions
from knowledge.content.utterances import load_utterances
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import UnitId

_SEED = 0
_EPOCHS, _BATCH, _RATE, _SHARPNESS, _SMOOTHING = 2, 512, 1e-3, 20.0, 0.05
"""More passes measured worse on other writers: 65.2 % of first units after two, 63.4 after six (34,199 questions)."""
_OUT = -1e4
_LEAST = 1e-4
"""Added to a probability before its logarithm is taken."""
_THREE = 3
_MEASURED = 6_000
"""Questions of a fold that the weights are fitted to."""
_ANOTHER, _SAME = 0.3, 0.45
"""Shares of the questions naming their need that are asked with another need on the table, and with their own."""


@dataclass(frozen=True, slots=True)
class TurnWeights:
    """Of a unit's score: one more makes it e times likelier.

    ``need``: of the logarithm of its need's probability by the message alone; ``topic``: of its need being on the
    table; ``leaning_topic`` and ``leaning_need``: what how probably the message leans adds to them.
    """

    similarity: float = 18.0
    need: float = 0.5
    topic: float = 3.0
    leaning_topic: float = 5.0
    leaning_need: float = -0.2


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with a unit that answers it. ``alone``: the probability of each need by the message alone."""

    unit: UnitId
    others: frozenset[UnitId]
    language: Language
    leans: bool
    writer: str
    vector: Floats
    alone: Floats


@dataclass(frozen=True, slots=True)
class Posed:
    """A question in a conversation, its cosine with each of ``units``, and how probably it leans."""

    units: tuple[UnitId, ...]
    near: Floats
    leans: float
    question: Asked
    topic: str | None

    def answers(self) -> list[UnitId]:
        """The units that answer it; all of its need where no more is known."""
        known, need = self.question.others, self.question.unit.need
        return [unit for unit in self.units if (unit in known if known else unit.need == need)]


def measure_turns() -> None:
    """Fit, and print the figures and the weights. The next run encodes only questions that are new."""
    settings = load_settings()
    administration = load_administration(settings.administration)
    encoder = StoredVectors(build_encoder(settings, settings.needs_encoder_model), settings.data_dir / "tuning")
    lines = units_of(read_articles(administration)[0])
    questions = load_questions(administration, lines)
    catalogue = load_catalogue(administration)
    examples = all_examples(administration, catalogue, load_utterances(administration, catalogue))
    needs_model = trained_model(
        examples, encoder, settings.data_dir / "understanding", own_model(administration, KEPT_HEAD)
    )
    needs = tuple(dict.fromkeys(unit.need for unit in lines))
    asked = list(_asked(questions, needs_model, encoder, needs))
    encoder.save()
    posed = [one for writer in sorted({one.writer for one in asked}) for one in _left_out(asked, writer, needs)]
    space, centres = fit_space(asked)
    posed += list(_alone(needs_model, encoder, (space, centres), needs))
    weights = fit_weights(posed, needs)
    sys.stdout.write(f"{weights}\n{len(lines)} units, {len(lines) - len(centres.units)} without questions\n")
    _tell(posed, weights, needs)


def _asked(
    questions: Sequence[UnitQuestion], model: NeedModel, encoder: StoredVectors, needs: Sequence[str]
) -> Iterator[Asked]:
    for one, vector in zip(questions, encoder.encode([one.text for one in questions]), strict=True):
        shares = model.probabilities(one.text, one.language, vector)
        alone = np.array([shares.get(need, 0.0) for need in needs], np.float32)
        unit = random.Random(one.text).choice(one.units)
        yield Asked(unit, frozenset(one.units), one.language, one.leans, one.writer, vector, alone)


def fit_space(asked: Sequence[Asked]) -> tuple[QuestionSpace, Centres]:
    """A linear projection, and the place of each unit in it: first its mean, then by cross-entropy over all units and
    over those of its need.
    """
    languages = [one.language for one in asked]
    space = plain_space(np.stack([one.vector for one in asked]), languages)
    own = space.own(np.stack([one.vector for one in asked]), languages)
    leaning = _fit_leaning(own, [one.leans for one in asked])
    units = sorted({unit for one in asked for unit in one.others})
    place = {unit: row for row, unit in enumerate(units)}
    pairs = [(row, place[unit]) for row, one in enumerate(asked) for unit in one.others]
    rows, targets = torch.tensor([row for row, _ in pairs]), torch.tensor([unit for _, unit in pairs])
    vectors = torch.from_numpy(own)
    needs = {need: number for number, need in enumerate(dict.fromkeys(unit.need for unit in units))}
    need_of = torch.tensor([needs[unit.need] for unit in units])
    start = functional.normalize(torch.zeros(len(units), own.shape[1]).index_add_(0, targets, vectors[rows]), dim=1)
    torch.manual_seed(_SEED)
    projection = nn.Parameter(torch.eye(own.shape[1]))
    places = nn.Parameter(start.clone())
    optimizer = torch.optim.AdamW([projection, places], lr=_RATE, weight_decay=0.0)
    for epoch in range(_EPOCHS):
        order = torch.randperm(len(pairs), generator=torch.Generator().manual_seed(epoch))
        for first in range(0, len(pairs), _BATCH):
            batch = order[first : first + _BATCH]
            answers = targets[batch]
            scores = _SHARPNESS * _cosines(vectors[rows[batch]] @ projection, places @ projection)
            within = torch.where(need_of[None, :] == need_of[answers][:, None], scores, torch.tensor(_OUT))
            loss = functional.cross_entropy(scores, answers, label_smoothing=_SMOOTHING)
            loss = loss + functional.cross_entropy(within, answers)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    with torch.no_grad():
        found = functional.normalize(places @ projection, dim=1).numpy()
    fitted = replace(space, projection=projection.detach().numpy(), leaning=leaning)
    return fitted, Centres(tuple(units), found)


def _cosines(one: Tensor, other: Tensor) -> Tensor:
    return functional.normalize(one, dim=1) @ functional.normalize(other, dim=1).T


def _fit_leaning(own: Floats, leans: Sequence[bool]) -> Floats:
    from sklearn.linear_model import LogisticRegression

    fitted = LogisticRegression(C=12.0, max_iter=300).fit(own, leans)
    return np.concatenate([fitted.coef_[0], fitted.intercept_]).astype(np.float32)


def _left_out(asked: Sequence[Asked], writer: str, needs: Sequence[str]) -> Iterator[Posed]:
    """Questions of a writer, posed in conversations, as the other writers' questions place them."""
    space, centres = fit_space([one for one in asked if one.writer != writer])
    order = random.Random(_SEED)
    placed = frozenset(centres.units)
    own = [one for one in asked if one.writer == writer and one.others & placed]
    for one in order.sample(own, min(_MEASURED, len(own))):
        drawn, topic = order.random(), None
        if one.leans or drawn > 1 - _SAME:
            topic = one.unit.need
        elif drawn < _ANOTHER:
            topic = order.choice(needs)
        yield _posed(one, topic, space, centres)


def _alone(
    model: NeedModel, encoder: StoredVectors, fitted: tuple[QuestionSpace, Centres], needs: Sequence[str]
) -> Iterator[Posed]:
    """Whole questions of others, that may set thresholds, with nothing on the table: their need is known."""
    questions = [one for one in suite_questions() if one.for_tuning and one.need in needs]
    for one, vector in zip(questions, encoder.encode([one.text for one in questions]), strict=True):
        shares = model.probabilities(one.text, one.language, vector)
        alone = np.array([shares.get(need, 0.0) for need in needs], np.float32)
        assert one.need is not None
        known = Asked(UnitId(one.need, "what", 0), frozenset(), one.language, False, "", vector, alone)
        yield _posed(known, None, *fitted)


def _posed(one: Asked, topic: str | None, space: QuestionSpace, centres: Centres) -> Posed:
    own = space.own(one.vector.reshape(1, -1), [one.language])
    placed = of_unit_length(own @ space.projection)[0]
    return Posed(centres.units, centres.rows @ placed, float(space.leans(own)[0]), one, topic)


def fit_weights(posed: Sequence[Posed], needs: Sequence[str]) -> TurnWeights:
    """Those that make the units asked for likeliest; of a question whose need alone is known, all units of the need.

    Most turns of a conversation lean, and whole questions must not be read worse than alone: ``_KINDS_FITTED``.
    """
    drawn, order = [], random.Random(_SEED)
    for poses, most, weight in _KINDS_FITTED:
        own = [one for one in posed if poses(one.question)]
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
        alone = np.log(np.stack([one.question.alone for one in posed]) + _LEAST)[:, need_of].astype(np.float32)
        topics = np.array([needs.index(one.topic) if one.topic else -1 for one in posed])
        leans = np.array([[one.leans] for one in posed], np.float32)
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
        return scores.masked_fill(~self.asked, _OUT).logsumexp(1) - scores.logsumexp(1)


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


_KINDS_FITTED: Sequence[tuple[Callable[[Asked], bool], int, float]] = (
    (lambda one: bool(one.writer) and one.leans, 2_200, 1.0),
    (lambda one: bool(one.writer) and not one.leans, 900, 0.7),
    (lambda one: not one.writer, 1_100, 2.5),
)
"""The most of each kind of question that the weights are fitted to, and how much one counts."""
_KINDS: Mapping[str, Callable[[Posed], bool]] = {
    "leans, on the table": lambda one: one.question.leans,
    "names its need, another on the table": lambda one: one.topic not in (None, one.question.unit.need),
    "names its need, nothing on the table": lambda one: one.topic is None and bool(one.question.writer),
    "names its need, the same on the table": lambda one: not one.question.leans and one.topic == one.question.unit.need,
    "suite, alone": lambda one: not one.question.writer,
}
