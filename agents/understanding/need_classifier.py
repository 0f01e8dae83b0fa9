"""The need of some words in their conversation, corrected by the names of needs and by the figure asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from agents.understanding.message import Context
from agents.understanding.needs.need_decision import NeedDecision, Thresholds, select_need
from agents.understanding.needs.need_examples import OTHER_MATTER, UNRELATED
from agents.understanding.needs.need_model import NeedModel
from agents.understanding.needs.need_names import NeedNames
from agents.understanding.needs.particular_needs import ParticularNeeds
from agents.understanding.question.aspects import AspectReader
from agents.understanding.question.expected_answer import ExpectedAnswer, ExpectedAnswerModel
from agents.understanding.units.spoken import PosedTurn, SpokenQuestion
from agents.understanding.units.turn_model import TurnModel
from knowledge.encoders.encoder import Vectors
from tools.reading.folding import Folded

_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class NeedClassifier:
    """Thread-safe: it only reads."""

    model: NeedModel
    turns: TurnModel
    names: NeedNames
    particular: ParticularNeeds
    aspects: AspectReader
    expected_answers: ExpectedAnswerModel
    thresholds: Thresholds = field(default_factory=Thresholds)

    def classify(self, question: SpokenQuestion, folded: Folded, vector: Vectors, context: Context) -> NeedDecision:
        """``vector`` is that of the whole question; ``folded`` is the question with its surroundings."""
        language, expected = question.language, self.expected_answers.predict(folded)
        probabilities = self.model.probabilities(question.text, language, vector)
        if self.aspects.find_measure(folded) is not None or expected.figure is not None:
            probabilities = self.particular.settle(probabilities, folded, language)
        shares = self._in_conversation(probabilities, question, expected, context)
        decision = select_need(
            shares, self.thresholds, answering=context.answering, on_the_table=context.topic is not None
        )
        return self.names.settle(decision, folded.source, language)

    def _in_conversation(
        self, alone: Mapping[str, float], question: SpokenQuestion, expected: ExpectedAnswer, context: Context
    ) -> Mapping[str, float]:
        """At the beginning, alone: units tell no more then. What lies outside keeps its shares of being another matter
        or none.
        """
        if context.topic is None and not context.before.beliefs:
            return alone
        scopes = {scope: alone.get(scope, 0.0) for scope in (UNRELATED, OTHER_MATTER)}
        needs = {need: share for need, share in alone.items() if need not in scopes}
        read = self.turns.read(PosedTurn(question, needs, context.before, expected.aspects, context.leans))
        share = read.outside / max(_LEAST, sum(scopes.values()))
        return {**read.needs, **{scope: one * share for scope, one in scopes.items()}}
