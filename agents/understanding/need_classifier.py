"""The need of some words: probabilities of the model, corrected by the names of needs and by the figure asked for."""

from dataclasses import dataclass, field

from agents.understanding.needs.need_decision import NeedDecision, Thresholds, select_need
from agents.understanding.needs.need_model import NeedModel
from agents.understanding.needs.need_names import NeedNames
from agents.understanding.needs.particular_needs import ParticularNeeds
from agents.understanding.question.aspects import AspectReader
from agents.understanding.question.expected_answer import ExpectedAnswerModel
from knowledge.encoders.encoder import Vectors
from knowledge.languages import Language
from tools.reading.folding import Folded


@dataclass(frozen=True, slots=True)
class NeedClassifier:
    """Thread-safe: it only reads."""

    model: NeedModel
    names: NeedNames
    particular: ParticularNeeds
    aspects: AspectReader
    expected_answers: ExpectedAnswerModel
    thresholds: Thresholds = field(default_factory=Thresholds)

    def classify(
        self, request: str, folded: Folded, vector: Vectors, language: Language, *, answering: bool
    ) -> NeedDecision:
        """``vector`` is that of ``request``; ``folded`` is the request with its surroundings."""
        probabilities = self.model.probabilities(request, language, vector)
        if self.aspects.find_measure(folded) is not None or self.expected_answers.predict(folded).figure is not None:
            probabilities = self.particular.settle(probabilities, folded, language)
        decision = select_need(probabilities, self.thresholds, answering=answering)
        return self.names.settle(decision, folded.source, language)
