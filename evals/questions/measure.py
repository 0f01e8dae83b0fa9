"""Reads every question once and counts: by language and kind, with exact intervals."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from agents.reception.policy.policy_input import CLOSE
from agents.understanding.reading import Reading
from agents.understanding.shared.labels import SURE
from agents.understanding.understander import Understander
from evals.figures import Share
from evals.questions.question_files import HARD, PLAIN, LabelledQuestion
from knowledge.administration import Administration
from knowledge.content.needs import Catalogue
from knowledge.languages import Language
from knowledge.search.knowledge_base import KnowledgeBase
from tools.clock import Clock

_LONG = 4


@dataclass(frozen=True, slots=True)
class QuestionReading:
    """A question and its reading, made from the text alone."""

    asked: LabelledQuestion
    reading: Reading

    @property
    def ranked(self) -> tuple[str, ...]:
        """The need named and then the others thought of."""
        first = (self.reading.need,) if self.reading.need else ()
        return tuple(dict.fromkeys([*first, *(one.need for one in self.reading.alternatives)]))

    @property
    def right(self) -> bool:
        """The need is the right one."""
        return self.reading.need == self.asked.need


def read_all(understander: Understander, asked: Iterable[LabelledQuestion], clock: Clock) -> list[QuestionReading]:
    """Read each text alone, without prior or conversation."""
    return [QuestionReading(one, understander.read_message(one.text, prior=None, now=clock())) for one in asked]


def share(reads: Iterable[QuestionReading], passes: Callable[[QuestionReading], bool]) -> Share:
    """Share of the readings that pass."""
    seen = [passes(one) for one in reads]
    return Share(sum(seen), len(seen))


def plain(reads: Iterable[QuestionReading]) -> list[QuestionReading]:
    """Plainly put ones."""
    return [one for one in reads if one.asked.kind == PLAIN]


def hard(reads: Iterable[QuestionReading]) -> list[QuestionReading]:
    """All the others about needs."""
    return [one for one in reads if one.asked.kind in HARD]


def of(language: Language, reads: Iterable[QuestionReading]) -> list[QuestionReading]:
    """In one language."""
    return [one for one in reads if one.asked.language == language]


def among_first(count: int) -> Callable[[QuestionReading], bool]:
    """Test for the right need among the first ``count``."""
    return lambda one: one.asked.need in one.ranked[:count]


def right_body(knowledge_base: KnowledgeBase) -> Callable[[QuestionReading], bool]:
    """Test for the right body of the need named."""
    body = partial(body_of, knowledge_base.administration, knowledge_base.catalogue)
    return lambda one: body(one.reading.need) == body(one.asked.need)


def body_of(administration: Administration, catalogue: Catalogue, need: str | None) -> str:
    """Its body if figures are given for it apart, or else ``other``; ``none`` of no need."""
    if need is None:
        return "none"
    body = catalogue[need].body
    return body if administration.bodies[body].reported else "other"


def right_language(one: QuestionReading) -> bool:
    """True when the language is right."""
    return one.reading.language == one.asked.language


def long_enough(reads: Iterable[QuestionReading]) -> list[QuestionReading]:
    """Readings of texts with four words or more."""
    return [one for one in reads if len(one.asked.text.split()) >= _LONG]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Outcomes of first messages about a need: answered, asked back, or not understood."""

    answered_right: int
    answered_wrong: int
    asked_right: int
    """The right need is one of the two named."""
    asked_wrong: int
    not_understood: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.answered_right + self.answered_wrong + self.asked_right + self.asked_wrong + self.not_understood


def doubt(reads: Sequence[QuestionReading], floor: float) -> Doubt:
    """Count outcomes by the policy's own thresholds, as in a first turn."""
    counts = dict.fromkeys(("answered_right", "answered_wrong", "asked_right", "asked_wrong", "not_understood"), 0)
    for one in reads:
        reading = one.reading
        candidates = [other for other in reading.alternatives if other.confidence >= floor]
        if reading.need is None or reading.out_of_scope or reading.confidence < floor:
            counts["not_understood"] += 1
        elif reading.confidence >= SURE:
            counts["answered_right" if one.right else "answered_wrong"] += 1
        else:
            close = [other.need for other in candidates[1:] if reading.confidence - other.confidence < CLOSE]
            offered = {reading.need, *close[:1]}
            counts["asked_right" if one.asked.need in offered else "asked_wrong"] += 1
    return Doubt(**counts)
