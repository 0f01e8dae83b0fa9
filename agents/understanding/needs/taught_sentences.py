"""A few of the sentences that taught each need, by which a doubtful reading can be explained."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from agents.understanding.needs.need_examples import EXPLAINING, NeedExample, fair_share
from agents.understanding.needs.need_model import NeedModel
from agents.understanding.shared.labels import Likeness
from knowledge.encoders.encoder import Encoder, Vectors
from knowledge.languages import Language

Taught = Mapping[str, Sequence[tuple[Language, str]]]
"""Sentences by need."""


def taught_sentences(examples: Sequence[NeedExample]) -> Taught:
    """A fair share of those of each need."""
    by_need: dict[str, list[tuple[Language, str]]] = defaultdict(list)
    for example in fair_share(examples, EXPLAINING):
        by_need[example.label].append((example.language, example.text))
    return dict(by_need)


@dataclass(frozen=True, slots=True)
class SentenceFinder:
    """``encoder`` remembers what it did: the sentences of a need are encoded when one is first looked for."""

    taught: Taught
    model: NeedModel
    encoder: Encoder

    def likenesses(self, needs: Sequence[str], language: Language, vector: Vectors) -> tuple[Likeness, ...]:
        """Of each need, if it has any, the sentence nearest to this vector."""
        near = {need: self._nearest(self.taught[need], language, vector) for need in needs if need in self.taught}
        return tuple(Likeness(need, sentence) for need, sentence in near.items())

    def _nearest(self, sentences: Sequence[tuple[Language, str]], language: Language, vector: Vectors) -> str:
        texts = [text for _, text in sentences]
        rows = self.model.own(self.encoder.encode(texts), [language for language, _ in sentences])
        return texts[int(np.argmax(rows @ self.model.own(vector[None, :], [language])[0]))]
