"""The second look at a message, whole and sentence by sentence: a cry for help may stand at the end of a long story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from agents.understanding.labels.label_model import LabelModel
from agents.understanding.labels.pleas import NO_PLEAS, HeardPleas
from agents.understanding.shared.labels import DANGERS, Label
from agents.understanding.shared.ngrams import Floats
from knowledge.encoders.encoder import Vectors
from knowledge.words.sentences import SENTENCE_MARKS, sentence_gaps, split_at

_MARKS = f"{SENTENCE_MARKS};"
_WORDS, _ENOUGH, _MOST = 3, 6, 8
_LIKELY, _SURE, _SURER, _NEVER = 0.1, 0.3, 0.5, 2.0
SOCIAL: frozenset[Label] = frozenset(
    {"ack", "thanks", "greeting", "goodbye", "grief", "worry", "hardship", "joy", "easier", "after_hand_off"}
)
"""Said beside asking, and often in few words."""
_IN_FEW_WORDS: Mapping[Label, float] = {
    **dict.fromkeys(SOCIAL, _LIKELY),
    "complaint": _SURE,
    "insult": 0.0,
    "injection": 0.0,
    "leans": 0.0,
}
"""An answer ("yes, that one please") is no request, and looks like any to a model that was taught requests."""
_IN_TWO_WORDS: frozenset[Label] = frozenset({"leans"})
"""What two words say, when they are a question."""
_LONG = 20
"""Words of a text whose vector no longer shows what one of its sentences says."""


@dataclass(frozen=True, slots=True)
class GuessedLabels:
    """``leans``: how probably the message names no matter of its own, whether or not it is labelled so.

    ``chances``: the probability of each label, in the whole or the sentence that says it most.
    """

    labels: frozenset[Label] = frozenset()
    leans: float = 0.0
    pleas: HeardPleas = NO_PLEAS
    chances: Mapping[Label, float] = field(default_factory=dict)

    def chance(self, label: Label) -> float:
        """The probability of the label; 0 of one that nothing was taught of."""
        return self.chances.get(label, 0.0)

    def without(self, labels: frozenset[Label]) -> "GuessedLabels":
        """The same without labels that surer evidence contradicts."""
        return replace(self, labels=self.labels - labels, leans=0.0 if "leans" in labels else self.leans)


@dataclass(frozen=True, slots=True)
class LabelReader:
    """Thread-safe: it only reads."""

    model: LabelModel

    def guess_labels(self, texts: Sequence[str], vectors: Vectors) -> GuessedLabels:
        """``texts`` are those of ``texts_to_encode``; ``vectors`` has one row for each.

        A message of one or two words carries the labels of its phrases, and what is unmistakable.
        """
        words = len(texts[0].split())
        whole = self.model.probabilities(texts[0], vectors[0])
        rows = list(zip(texts, vectors, strict=True))
        chances = self._chances([whole, *(self.model.probabilities(text, vector) for text, vector in rows[1:])])
        pleas = self.model.bounds.judge([self.model.plea_scores(text, vector) for text, vector in rows])
        said = pleas.said | self._doubtful(pleas)
        if words < _WORDS:
            surely = self.model.reached(whole, _SURER) & SOCIAL
            asks = words > 1 and "?" in texts[0]
            leaning = self.model.reached(whole) & _IN_TWO_WORDS if asks else frozenset[Label]()
            own, leans = surely | leaning, self._leans(whole) if asks else 0.0
        else:
            own, leans = self.model.reached(whole, self._least(words)), self._leans(whole)
        if "joy" in own:  # exclamation marks are not all of anger
            own -= {"complaint", "insult"}
        return GuessedLabels(own | said, leans, pleas, chances)

    def _doubtful(self, pleas: HeardPleas) -> frozenset[Label]:
        bounds = self.model.bounds
        unsafe = bounds.danger.tried and pleas.may_be_danger and not pleas.said & DANGERS
        perhaps = bounds.person.tried and pleas.may_be_person and "person" not in pleas.said
        return frozenset[Label]({"unsafe"} if unsafe else ()) | frozenset[Label]({"maybe_person"} if perhaps else ())

    def _chances(self, probabilities: Sequence[Floats]) -> Mapping[Label, float]:
        best = np.max(np.stack(probabilities), axis=0).tolist()
        return dict(zip(self.model.labels, best, strict=True))

    def _leans(self, whole: Floats) -> float:
        return float(whole[self.model.labels.index("leans")])

    def _least(self, words: int) -> Floats:
        """The least probability of each label, beside its threshold."""
        few = words < _ENOUGH
        return np.array([_IN_FEW_WORDS.get(label, _NEVER) if few else 0 for label in self.model.labels], np.float32)

    def texts_to_encode(self, text: str) -> list[str]:
        """The text and, of a long one, its sentences that may say more than it; the last ones if many."""
        if len(text.split()) < _LONG:
            return [text]
        sentences = sentences_of(text)
        return [text, *[one for one in sentences if self.model.hints.open(one)][-_MOST:]] if sentences else [text]


def sentences_of(text: str) -> list[str]:
    """The sentences of three words or more, when there are several."""
    sentences = [
        sentence for sentence in split_at(text, sentence_gaps(text, _MARKS)) if len(sentence.split()) >= _WORDS
    ]
    return sentences if len(sentences) > 1 else []
