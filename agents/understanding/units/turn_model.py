"""Reads a question in its conversation: the answer units that it asks for, and the need that it is about.

Every unit has a place among the vectors of the questions that it answers. A question is near the units that answer it;
how near, what need it names by itself, how much it leans on what was said, and which need is on the table are weighed
together by weights that ``isac train dialogue`` fits on writers who taught nothing of what they measure.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from agents.understanding.needs.need_model import language_means
from agents.understanding.needs.need_model import unit as of_unit_length
from agents.understanding.shared.model_files import Arrays, load_model, save_model
from agents.understanding.shared.ngrams import Floats, softmax
from knowledge.content.questions import UnitQuestion
from knowledge.encoders.encoder import Encoder, Vectors
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import UnitId

KEPT = "turn_model.npz"
"""In the folder of the administration whose questions it was fitted to."""
_DIGEST = 16
LEAST = 1e-4
"""Added to a probability before its logarithm is taken."""
_BYTE = 127


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
class QuestionSpace:
    """How vectors of questions are compared. ``means``: of each language; ``projection``: (dimensions, dimensions);
    ``leaning``: weights and, last, the intercept of a logistic regression.
    """

    means: Floats
    projection: Floats
    leaning: Floats

    def place(self, vectors: Vectors, languages: Sequence[Language]) -> Floats:
        """Unit vectors without what is only their language, projected: shape (questions, dimensions)."""
        return of_unit_length(self.own(vectors, languages) @ self.projection)

    def own(self, vectors: Vectors, languages: Sequence[Language]) -> Floats:
        """Unit vectors without what is only their language."""
        return of_unit_length(vectors - self.means[[LANGUAGES.index(language) for language in languages]])

    def leans(self, own: Floats) -> Floats:
        """How probably each question leans on what was said before."""
        odds: Floats = 1 / (1 + np.exp(-(own @ self.leaning[:-1] + self.leaning[-1])))
        return odds


def plain_space(vectors: Vectors, languages: Sequence[Language]) -> QuestionSpace:
    """Nothing fitted but the means: for an encoder or an administration that has no fitted model."""
    dimensions = vectors.shape[1]
    means = language_means(languages, vectors) if languages else np.zeros((len(LANGUAGES), dimensions), np.float32)
    return QuestionSpace(means, np.eye(dimensions, dtype=np.float32), np.zeros(dimensions + 1, np.float32))


@dataclass(frozen=True, slots=True)
class UnitTexts:
    """The texts that a unit is found by: its questions; for a unit that has none, its own words."""

    unit: UnitId
    texts: tuple[tuple[Language, str], ...]

    def digest(self) -> str:
        """Hexadecimal; changes with a text."""
        said = "\n".join(f"{language} {text}" for language, text in self.texts)
        return hashlib.blake2b(said.encode(), digest_size=_DIGEST).hexdigest()


def unit_texts(
    questions: Iterable[UnitQuestion], lines: Mapping[UnitId, Sequence[tuple[Language, str]]]
) -> tuple[UnitTexts, ...]:
    """Of every unit in ``lines``, in their order; ``lines`` holds its words in each language."""
    asked: dict[UnitId, dict[tuple[Language, str], None]] = defaultdict(dict)
    for question in questions:
        for unit in question.units:
            asked[unit][question.language, question.text] = None
    return tuple(UnitTexts(unit, tuple(asked[unit]) or tuple(words)) for unit, words in lines.items())


@dataclass(frozen=True, slots=True)
class TurnReading:
    """``needs``: the probability of each need in the conversation; ``leans``: that the message names none."""

    needs: Mapping[str, float]
    leans: float


@dataclass(frozen=True, slots=True)
class TurnModel:
    """``rows``: the place of each unit, shape (units, dimensions). Thread-safe: it is only read."""

    space: QuestionSpace
    weights: TurnWeights
    units: tuple[UnitId, ...]
    rows: Floats
    needs: tuple[str, ...]
    need_of: NDArray[np.intp]
    """For each unit the index of its need."""

    @property
    def pointing(self) -> NDArray[np.bool_]:
        """The units that only point at other needs."""
        return np.array([unit.aspect == "related" for unit in self.units])

    def rank(self, vector: Vectors, language: Language, needs: Mapping[str, float]) -> list[tuple[UnitId, float]]:
        """The units of ``needs``, whose probabilities are given, best first, with their own probability."""
        within = [
            row for row, unit in enumerate(self.units) if needs.get(unit.need, 0.0) > 0 and unit.aspect != "related"
        ]
        near = self.rows[within] @ self.space.place(vector.reshape(1, -1), [language])[0]
        beliefs = np.log([needs[self.units[row].need] for row in within]) if within else np.zeros(0)
        chances = softmax(self.weights.similarity * near + beliefs) if within else near
        ranked = sorted(zip(within, chances.tolist(), strict=True), key=lambda one: -one[1])
        return [(self.units[row], chance) for row, chance in ranked]

    def leans(self, vector: Vectors, language: Language) -> float:
        """How probably a message leans on what was said before."""
        return float(self.space.leans(self.space.own(vector.reshape(1, -1), [language]))[0])

    def read(self, vector: Vectors, language: Language, alone: Mapping[str, float], topic: str | None) -> TurnReading:
        """``alone``: the probability of each need by the message alone. ``topic``: the need on the table."""
        own = self.space.own(vector.reshape(1, -1), [language])
        leans = float(self.space.leans(own)[0])
        if not self.units:
            return TurnReading(alone, leans)
        near = self.rows @ of_unit_length(own @ self.space.projection)[0]
        scores = self.score(near, leans, np.array([alone.get(need, 0.0) for need in self.needs]), topic)
        shares = np.bincount(self.need_of, weights=softmax(scores), minlength=len(self.needs))
        return TurnReading(dict(zip(self.needs, shares.tolist(), strict=True)), leans)

    def score(self, near: Floats, leans: float, alone: Floats, topic: str | None) -> Floats:
        """The score of each unit, from the cosines ``near``; ``alone`` in the order of ``needs``."""
        weights, believed = self.weights, np.log(alone + LEAST)[self.need_of]
        on_topic = (self.need_of == self.needs.index(topic)) if topic in self.needs else np.zeros(len(near))
        scores: Floats = (
            weights.similarity * near
            + (weights.need + weights.leaning_need * leans) * believed
            + (weights.topic + weights.leaning_topic * leans) * on_topic
        )
        scores[self.pointing] = -np.inf
        return scores


def build_turn_model(texts: Sequence[UnitTexts], encoder: Encoder, kept: Path) -> TurnModel:
    """Around what is kept, if it is of this encoder: units whose texts changed are placed now, by their mean."""
    fitted = load_model(kept, lambda arrays: _restore(arrays, encoder.identity))
    space, weights, known = fitted or (None, TurnWeights(), {})
    new = [one for one in texts if one.digest() not in known]
    different = sorted({said for one in new for said in one.texts})
    vectors = encoder.encode([text for _, text in different]) if different else np.zeros((0, encoder.dimensions))
    languages = [language for language, _ in different]
    space = space or plain_space(vectors.astype(np.float32), languages)
    places = dict(zip(different, space.place(vectors.astype(np.float32), languages), strict=True))
    rows = [
        known[one.digest()] if one.digest() in known else np.mean([places[said] for said in one.texts], axis=0)
        for one in texts
    ]
    stacked = of_unit_length(np.stack(rows)) if rows else np.zeros((0, encoder.dimensions), np.float32)
    return assemble_turn_model(space, weights, tuple(one.unit for one in texts), stacked)


def stale_units(texts: Sequence[UnitTexts], encoder_identity: str, kept: Path) -> list[UnitId]:
    """The units that have questions and that what is kept does not know."""
    fitted = load_model(kept, lambda arrays: _restore(arrays, encoder_identity))
    known = fitted[2] if fitted else {}
    return [one.unit for one in texts if one.digest() not in known]


def assemble_turn_model(
    space: QuestionSpace, weights: TurnWeights, units: tuple[UnitId, ...], rows: Floats
) -> TurnModel:
    """With the needs of the units."""
    needs = tuple(dict.fromkeys(unit.need for unit in units))
    place = {need: number for number, need in enumerate(needs)}
    return TurnModel(space, weights, units, rows, needs, np.array([place[unit.need] for unit in units], np.intp))


def keep_turn_model(model: TurnModel, texts: Sequence[UnitTexts], encoder_identity: str, path: Path) -> None:
    """Write it for the repository: a value of a row in a byte, which changes cosines in the third decimal."""
    digests = [one.digest() for one in texts]
    first = [digests.index(digest) for digest in dict.fromkeys(digests)]
    rows = model.rows[first]
    largest = np.abs(rows).max(axis=1, keepdims=True)
    weights = model.weights
    arrays = {
        "encoder": np.array(encoder_identity),
        "digests": np.array([digests[row] for row in first]),
        "rows": np.round(rows / largest * _BYTE).astype(np.int8),
        "means": model.space.means,
        "projection": model.space.projection.astype(np.float16),
        "leaning": model.space.leaning,
        "weights": np.array(
            [weights.similarity, weights.need, weights.topic, weights.leaning_topic, weights.leaning_need]
        ),
    }
    save_model(path, arrays, kept=True)


def _restore(arrays: Arrays, encoder_identity: str) -> tuple[QuestionSpace, TurnWeights, dict[str, Floats]]:
    if str(arrays["encoder"]) != encoder_identity:
        raise ValueError("a model of another encoder")
    rows = of_unit_length(arrays["rows"].astype(np.float32))
    space = QuestionSpace(arrays["means"], arrays["projection"].astype(np.float32), arrays["leaning"])
    return space, TurnWeights(*arrays["weights"].tolist()), dict(zip(map(str, arrays["digests"]), rows, strict=True))
