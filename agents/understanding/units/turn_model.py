"""Reads a question in its conversation: the answer units that it asks for, the need that it is about, or none.

Every unit has a place among the vectors of the questions that it answers, and shares words with them. How near a
message is to it, alone and after the one before, what need it names by itself and what was probably spoken of so far
are weighed together by weights that ``isac train dialogue`` fits to conversations of strangers, and to writers who
taught nothing of what they measure.
"""

import hashlib
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
from agents.understanding.units.spoken import SaidBefore, SpokenQuestion
from knowledge.content.questions import UnitQuestion
from knowledge.encoders.encoder import Encoder, Vectors
from knowledge.index.lexical import LexicalIndex
from knowledge.index.postings import Postings
from knowledge.languages import LANGUAGES, Language
from knowledge.passages import Aspect, UnitId

KEPT = "turn_model.npz"
"""In the folder of the administration whose questions it was fitted to."""
_DIGEST = 16
_LEAST, _LEAST_BELIEF, _LEAST_SIDE = 1e-4, 1e-3, 0.05
"""Added to a probability before its logarithm is taken: of a need by the message and by what was said before, of a
side."""
_SLIGHT = 1e-3
"""Of odds: no probability is nearer to 0 or to 1."""
_BYTE = 127
_CLUES_OF_LINES = 7
"""The weights, from the first, that tell one line of a need from another."""


class TurnWeights(NamedTuple):
    """Of a unit's score: one more makes it e times likelier.

    ``part``: of the cosine of the nearest part of the message with its place; ``after``: of the message said after the
    one before; ``words``, ``line``: of the words shared with its questions and with its line; ``words_after``: with its
    questions, of both messages; ``side``: of the logarithm of how probably its side is asked for; ``told``: of having
    been told; ``need``, ``sure``: of the logarithm of its need's probability by the message alone, and of that
    probability itself; ``belief``: of the logarithm of its probability by what was said before; ``leaning``: what how
    probably the message leans adds to that.
    """

    part: float = 10.0
    after: float = 7.0
    words: float = 1.5
    line: float = 2.8
    words_after: float = 9.0
    side: float = 0.75
    told: float = -1.4
    need: float = 0.3
    sure: float = 1.7
    belief: float = 0.8
    leaning: float = 0.2


DEFAULT_WEIGHTS = TurnWeights()


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
    weights: TurnWeights = DEFAULT_WEIGHTS
    outside: OutsideWeights = OutsideWeights()


@dataclass(frozen=True, slots=True)
class UnitTexts:
    """The texts that a unit is found by: its questions; for a unit that has none, its own words."""

    unit: UnitId
    texts: tuple[tuple[Language, str], ...]
    words: tuple[tuple[Language, str], ...] = ()
    """Its line in each language."""

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
    return tuple(UnitTexts(unit, tuple(asked[unit]) or tuple(words), tuple(words)) for unit, words in lines.items())


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Finds units by words, in one language: those of their questions and those of their lines."""

    questions: LexicalIndex
    lines: LexicalIndex

    @classmethod
    def of(cls, texts: Sequence[UnitTexts], language: Language) -> "UnitWords":
        """In the order of ``texts``."""

        def index(said: Sequence[Sequence[tuple[Language, str]]]) -> LexicalIndex:
            joined = [" ".join(text for own, text in one if own == language) for one in said]
            return LexicalIndex(language, [Postings.build(joined, language)], [np.ones(len(joined), np.bool_)])

        return cls(index([one.texts for one in texts]), index([one.words for one in texts]))


def shared_words(index: LexicalIndex, text: str) -> Floats:
    """From 0 to 1: how much of the text each unit has the words of."""
    found = index.scores(text)
    return found.scores / max(found.most, _SLIGHT)


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
    words: Mapping[Language, UnitWords]
    needs: tuple[str, ...]
    need_of: NDArray[np.intp]
    """For each unit the index of its need."""
    pointing: NDArray[np.bool_]
    """The units that only point at other needs."""

    def rank(
        self, question: SpokenQuestion, needs: Mapping[str, float], before: SaidBefore, sides: Mapping[Aspect, float]
    ) -> list[tuple[UnitId, float]]:
        """The units of ``needs``, whose probabilities are given, best first, with their own probability."""
        clues = self.clues(question, before, sides) @ np.array(self.weights[:_CLUES_OF_LINES])
        ranked: list[tuple[UnitId, float]] = []
        for need, share in needs.items():
            if share > 0 and need in self.needs:
                own = np.flatnonzero((self.need_of == self.needs.index(need)) & ~self.pointing)
                if not own.size:
                    continue
                chances = softmax(clues[own]) * share
                ranked += [(self.units[row], chance) for row, chance in zip(own, chances.tolist(), strict=True)]
        whole = sum(chance for _, chance in ranked)
        return sorted(((unit, chance / whole) for unit, chance in ranked), key=lambda one: -one[1])

    def read(
        self,
        question: SpokenQuestion,
        alone: Mapping[str, float],
        before: SaidBefore,
        sides: Mapping[Aspect, float],
        leans: float,
    ) -> InConversation:
        """What the message is about, which ``leans`` with that probability.

        ``alone``: the probability of each need by the message alone; together less than 1 where it may lie outside.
        Needs without articles keep it.
        """
        outside = max(0.0, 1 - sum(alone.values()))
        topic = before.topic
        if not (self.fitted and topic in (None, *self.needs)):
            kept = leans if topic in alone else 0.0
            within = {need: share * (1 - kept) + kept * (need == topic) for need, share in alone.items()}
            return InConversation(within, outside * (1 - kept))
        clues = self.all_clues(question, alone, before, sides, leans)
        if topic in self.needs:
            outside = self._outside(clues[:, 0], self.need_of == self.needs.index(topic), outside, leans)
        whole = max(_SLIGHT, sum(alone.values()))
        others = {need: share / whole * (1 - outside) for need, share in alone.items() if need not in self.needs}
        rest = 1 - outside - sum(others.values())
        own = {need: share * rest for need, share in self.needs_of(clues).items()}
        return InConversation({**others, **own}, outside)

    def needs_of(self, clues: Floats) -> dict[str, float]:
        """The probability of each need: that of its units together. ``clues``: of ``all_clues``."""
        scores = np.where(self.pointing, -np.inf, clues @ np.array(self.weights))
        by_need = np.bincount(self.need_of, weights=softmax(scores), minlength=len(self.needs))
        return dict(zip(self.needs, by_need.tolist(), strict=True))

    def all_clues(
        self,
        question: SpokenQuestion,
        alone: Mapping[str, float],
        before: SaidBefore,
        sides: Mapping[Aspect, float],
        leans: float,
    ) -> Floats:
        """What the weights weigh, in their order, nearness first: shape (units, weights)."""
        sure = np.array([alone.get(need, 0.0) for need in self.needs])
        spoken_of = np.log(np.array([before.beliefs.get(need, 0.0) for need in self.needs]) + _LEAST_BELIEF)
        of_needs = np.stack([np.log(sure + _LEAST), sure, spoken_of, leans * spoken_of], axis=1)
        return np.hstack([self.clues(question, before, sides), of_needs[self.need_of]]).astype(np.float32)

    def clues(self, question: SpokenQuestion, before: SaidBefore, sides: Mapping[Aspect, float]) -> Floats:
        """What the weights of lines weigh, in their order: shape (units, ``_CLUES_OF_LINES``)."""
        words = self.words[question.language]
        near = self.rows @ self.space.place(question.parts, [question.language] * len(question.parts)).T
        after = self.rows @ self.space.place(question.after[None, :], [question.language])[0]
        side = np.log(np.array([sides.get(unit.aspect, 0.0) for unit in self.units]) + _LEAST_SIDE)
        clues = (
            near.max(axis=1),
            after,
            shared_words(words.questions, question.text),
            shared_words(words.lines, question.text),
            shared_words(words.questions, question.text_after),
            side if sides else np.zeros(len(self.units)),
            np.array([unit in before.told for unit in self.units]),
        )
        return np.stack(clues, axis=1).astype(np.float32)

    def _outside(self, near: Floats, of_topic: NDArray[np.bool_], alone: float, leans: float) -> float:
        clues = outside_clues(near, of_topic & ~self.pointing, alone, leans)
        return float(1 / (1 + np.exp(-np.dot(astuple(self.outside), clues))))


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
    return assemble_turn_model(fit, texts, stacked, fitted=fitted is not None)


def stale_units(texts: Sequence[UnitTexts], encoder_identity: str, kept: Path) -> list[UnitId]:
    """The units that have questions and that what is kept does not know."""
    fitted = load_model(kept, lambda arrays: _restore(arrays, encoder_identity))
    known = fitted[-1] if fitted else {}
    return [one.unit for one in texts if one.digest() not in known]


def assemble_turn_model(fit: TurnFit, texts: Sequence[UnitTexts], rows: Floats, *, fitted: bool = True) -> TurnModel:
    """With the needs and the words of the units; ``rows`` in the order of ``texts``."""
    units = tuple(one.unit for one in texts)
    needs = tuple(dict.fromkeys(unit.need for unit in units))
    place = {need: number for number, need in enumerate(needs)}
    need_of = np.array([place[unit.need] for unit in units], np.intp)
    words = {language: UnitWords.of(texts, language) for language in LANGUAGES}
    pointing = np.array([unit.aspect == "related" for unit in units], np.bool_)
    return TurnModel(fit.space, fit.weights, fit.outside, fitted, units, rows, words, needs, need_of, pointing)


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
        "weights": np.array(model.weights),
        "outside": np.array(astuple(model.outside)),
    }
    save_model(path, arrays, kept=True)


def _restore(arrays: Arrays, encoder_identity: str) -> tuple[TurnFit, dict[str, Floats]]:
    if str(arrays["encoder"]) != encoder_identity:
        raise ValueError("a model of another encoder")
    rows = of_unit_length(arrays["rows"].astype(np.float32))
    if len(arrays["weights"]) != len(DEFAULT_WEIGHTS):
        raise ValueError("a model with other weights")
    space = QuestionSpace(arrays["means"], arrays["projection"].astype(np.float32))
    weights, outside = TurnWeights(*arrays["weights"].tolist()), OutsideWeights(*arrays["outside"].tolist())
    return TurnFit(space, weights, outside), dict(zip(map(str, arrays["digests"]), rows, strict=True))
