"""The second look at a message, whole and sentence by sentence: a cry for help may stand at the end of a long story."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agents.understanding.label_hints import ALONE
from agents.understanding.label_model import LabelModel
from agents.understanding.reading import Label
from knowledge.encoder import Vectors

_END = re.compile(r"(?<=[.!?…;])\s+")
_WORDS, _ENOUGH, _MOST = 3, 6, 8
_IN_FEW_WORDS: frozenset[Label] = ALONE - {"person"} | {"insult", "injection"}
"""An answer ("yes, that one please") is no request, and looks like any to a model that was taught requests."""
_SURE = 0.6
_LONG = 20
"""Words of a text whose vector no longer shows what one of its sentences says."""


@dataclass(frozen=True, slots=True)
class LabelReader:
    """Thread-safe: it only reads."""

    model: LabelModel

    def read(self, texts: Sequence[str], vectors: Vectors) -> frozenset[Label]:
        """``texts`` are those of ``looks``; ``vectors`` has one row for each. Of a few words only phrases are sure."""
        words = len(texts[0].split())
        if words < _WORDS:
            return frozenset()
        whole, *parts = (self.model.read(text, vector) for text, vector in zip(texts, vectors, strict=True))
        if words < _ENOUGH:
            whole &= _IN_FEW_WORDS | self.model.read(texts[0], vectors[0], _SURE) & ALONE
        return whole.union(*(labels & ALONE for labels in parts))

    def looks(self, text: str) -> list[str]:
        """The text and, of a long one, its sentences that may say more than it; the last ones if many."""
        if len(text.split()) < _LONG:
            return [text]
        sentences = sentences_of(text)
        return [text, *[one for one in sentences if self.model.hints.open(one)][-_MOST:]] if sentences else [text]


def sentences_of(text: str) -> list[str]:
    """Those long enough to say something, when there are several."""
    sentences = [sentence for sentence in _END.split(text) if len(sentence.split()) >= _WORDS]
    return sentences if len(sentences) > 1 else []
