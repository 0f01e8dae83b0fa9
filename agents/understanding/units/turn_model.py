"""Reads a question in its conversation: the answer units that it asks for, the need that it is about, or none.

Every unit has a place among the vectors of the questions that it answers. A question is near the units that answer it;
how near, what need it names by itself, how much it leans on what was said, and which need is on the table are weighed
together by weights that ``isac train dialogue`` fits on writers who taught nothing of what they measure.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import NamedTuple

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
_SLIGHT = 1e-3
"""Of odds: no probability is nearer to 0 or to 1."""
_BYTE = 127
_BETWEEN = re.compile(r"[.?!¿¡;,:]+|\s[-–]\s")


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
class OutsideWeights:
    """Of the log-odds that a message lies outside all needs, with one on the table.

    ``alone``: of the log-odds by the message alone; ``near_topic``, ``near``: of its cosine with the nearest unit of
    the need on the table, and of any; ``leans``: of how probably it leans.
    """

    start: float = 0.0
    alone: float = 1.0
    near_topic: float = 0.0
    near: float = 0.0
    leans: float = 0.0


class InConversation(NamedTuple):
    """Probabilities: of each need, and of lying outside all of them."""

    needs: Mapping[str, float]
    outside: float


@dataclass(frozen=True, slots=True)
class QuestionSpace:
    """How vectors of questions are compared. ``means``: of each language; ``projection``: (dimensions, dimensions);"""

    means: Floats
    projection: Floats

    def place(self, vectors: Vectors, languages: Sequence[Language]) -> Floats:
        """Unit vectors without what is only their language, projected: shape (questions, dimensions)."""
        return of_unit_length(self.own(vectors, languages) @ self.projection)

    def own(self, vectors: Vectors, languages: Sequence[Language]) -> Floats:
        """Unit vectors without what is only their language."""
        return of_unit_length(vectors - self.means[[LANGUAGES.index(language) for language in languages]])


def plain_space(vectors: Vectors, languages: Sequence[Language]) -> QuestionSpace:
    """Nothing fitted but the means: for an encoder or an administration that has no fitted model."""
    dimensions = vectors.shape[1]
    means = language_means(languages, vectors) if languages else np.zeros((len(LANGUAGES), dimensions), np.float32)
    return QuestionSpace(means, np.eye(dimensions, dtype=np.float32))


@dataclass(frozen=True, slots=True)
class TurnFit:
    """Everything that is fitted but the places of the units."""

    space: QuestionSpace
    weights: TurnWeights = TurnWeights()
    outside: OutsideWeights = OutsideWeights()


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
class TurnModel:
    """``rows``: the place of each unit, shape (units, dimensions). Thread-safe: it is only read."""

    space: QuestionSpace
    weights: TurnWeights
    outside: OutsideWeights
    fitted: bool
    """Whether questions set space and weights; otherwise units are ranked, but the message alone names the need."""
    units: tuple[UnitId, ...]
    rows: Floats
    needs: tuple[str, ...]
    need_of: NDArray[np.intp]
    """For each unit the index of its need."""

    @property
    def pointing(self) -> NDArray[np.bool_]:
        """The units that only point at other needs."""
        return np.array([unit.aspect == "related" for unit in self.units])

    def rank(self, vectors: Vectors, language: Language, needs: Mapping[str, float]) -> list[tuple[UnitId, float]]:
        """The units of ``needs``, whose probabilities are given, best first, with their own probability.

        ``vectors``: of the question and of its parts, shape (texts, dimensions). It stands in the middle of them.
        """
        within = [
            row for row, unit in enumerate(self.units) if needs.get(unit.need, 0.0) > 0 and unit.aspect != "related"
        ]
        near = self.rows[within] @ self.space.place(vectors, [language] * len(vectors)).mean(axis=0)
        beliefs = np.log([needs[self.units[row].need] for row in within]) if within else np.zeros(0)
        chances = softmax(self.weights.similarity * near + beliefs) if within else near
        ranked = sorted(zip(within, chances.tolist(), strict=True), key=lambda one: -one[1])
        return [(self.units[row], chance) for row, chance in ranked]

    def read(
        self, vector: Vectors, language: Language, alone: Mapping[str, float], topic: str, leans: float
    ) -> InConversation:
        """What the message is about with ``topic`` on the table, on which it probably ``leans``.

        ``alone``: the probability of each need by the message alone; together less than 1 where it may lie outside.
        """
        outside = max(0.0, 1 - sum(alone.values()))
        if not (self.fitted and topic in self.needs):
            kept = leans if topic in alone else 0.0
            within = {need: share * (1 - kept) + kept * (need == topic) for need, share in alone.items()}
            return InConversation(within, outside * (1 - kept))
        near = self.rows @ self.space.place(vector.reshape(1, -1), [language])[0]
        of_topic = self.need_of == self.needs.index(topic)
        outside = self._outside(near, of_topic, outside, leans)
        believed = np.array([alone.get(need, 0.0) for need in self.needs])
        shares = softmax(self._score(near, leans, believed, of_topic)) * (1 - outside)
        by_need = np.bincount(self.need_of, weights=shares, minlength=len(self.needs))
        return InConversation(dict(zip(self.needs, by_need.tolist(), strict=True)), outside)

    def _outside(self, near: Floats, of_topic: NDArray[np.bool_], alone: float, leans: float) -> float:
        clues = outside_clues(near, of_topic & ~self.pointing, alone, leans)
        return float(1 / (1 + np.exp(-np.dot(astuple(self.outside), clues))))

    def _score(self, near: Floats, leans: float, alone: Floats, on_topic: NDArray[np.bool_]) -> Floats:
        weights, believed = self.weights, np.log(alone + LEAST)[self.need_of]
        scores: Floats = (
            weights.similarity * near
            + (weights.need + weights.leaning_need * leans) * believed
            + (weights.topic + weights.leaning_topic * leans) * on_topic
        )
        scores[self.pointing] = -np.inf
        return scores


def with_parts(text: str, least_words: int = 3) -> list[str]:
    """The text, and each of its sentences and clauses of so many words: "I have a baby, how much is it?" asks only in
    the second. Of 1,080 such questions (``suites/facts.yaml``) 82 in 100 have the figure asked for in the first unit
    with its parts, 77 without.
    """
    parts = (part.strip() for part in _BETWEEN.split(text))
    return list(dict.fromkeys([text, *(part for part in parts if len(part.split()) >= least_words)]))


def outside_clues(near: Floats, of_topic: NDArray[np.bool_], alone: float, leans: float) -> Floats:
    """What ``OutsideWeights`` weigh, in their order; ``near``: the cosine with each unit."""
    odds = np.log((alone + _SLIGHT) / (1 - alone + _SLIGHT))
    return np.array([1.0, odds, near[of_topic].max(initial=-1.0), near.max(initial=-1.0), leans])


def build_turn_model(texts: Sequence[UnitTexts], encoder: Encoder, kept: Path) -> TurnModel:
    """Around what is kept, if it is of this encoder: units whose texts changed are placed now, by their mean."""
    fitted = load_model(kept, lambda arrays: _restore(arrays, encoder.identity))
    fit, known = fitted or (None, {})
    new = [one for one in texts if one.digest() not in known]
    different = sorted({said for one in new for said in one.texts})
    vectors = encoder.encode([text for _, text in different]) if different else np.zeros((0, encoder.dimensions))
    languages = [language for language, _ in different]
    fit = fit or TurnFit(plain_space(vectors.astype(np.float32), languages))
    places = dict(zip(different, fit.space.place(vectors.astype(np.float32), languages), strict=True))
    rows = [
        known[one.digest()] if one.digest() in known else np.mean([places[said] for said in one.texts], axis=0)
        for one in texts
    ]
    stacked = of_unit_length(np.stack(rows)) if rows else np.zeros((0, encoder.dimensions), np.float32)
    units = tuple(one.unit for one in texts)
    return assemble_turn_model(fit, units, stacked, fitted=fitted is not None)


def stale_units(texts: Sequence[UnitTexts], encoder_identity: str, kept: Path) -> list[UnitId]:
    """The units that have questions and that what is kept does not know."""
    fitted = load_model(kept, lambda arrays: _restore(arrays, encoder_identity))
    known = fitted[-1] if fitted else {}
    return [one.unit for one in texts if one.digest() not in known]


def assemble_turn_model(fit: TurnFit, units: tuple[UnitId, ...], rows: Floats, *, fitted: bool = True) -> TurnModel:
    """With the needs of the units."""
    needs = tuple(dict.fromkeys(unit.need for unit in units))
    place = {need: number for number, need in enumerate(needs)}
    need_of = np.array([place[unit.need] for unit in units], np.intp)
    return TurnModel(fit.space, fit.weights, fit.outside, fitted, units, rows, needs, need_of)


def keep_turn_model(model: TurnModel, texts: Sequence[UnitTexts], encoder_identity: str, path: Path) -> None:
    """Write it for the repository: a value of a row in a byte, which changes cosines in the third decimal."""
    digests = [one.digest() for one in texts]
    first = [digests.index(digest) for digest in dict.fromkeys(digests)]
    rows = model.rows[first]
    largest = np.abs(rows).max(axis=1, keepdims=True)
    arrays = {
        "encoder": np.array(encoder_identity),
        "digests": np.array([digests[row] for row in first]),
        "rows": np.round(rows / largest * _BYTE).astype(np.int8),
        "means": model.space.means,
        "projection": model.space.projection.astype(np.float16),
        "weights": np.array(astuple(model.weights)),
        "outside": np.array(astuple(model.outside)),
    }
    save_model(path, arrays, kept=True)


def _restore(arrays: Arrays, encoder_identity: str) -> tuple[TurnFit, dict[str, Floats]]:
    if str(arrays["encoder"]) != encoder_identity:
        raise ValueError("a model of another encoder")
    rows = of_unit_length(arrays["rows"].astype(np.float32))
    space = QuestionSpace(arrays["means"], arrays["projection"].astype(np.float32))
    weights, outside = TurnWeights(*arrays["weights"].tolist()), OutsideWeights(*arrays["outside"].tolist())
    return TurnFit(space, weights, outside), dict(zip(map(str, arrays["digests"]), rows, strict=True))
