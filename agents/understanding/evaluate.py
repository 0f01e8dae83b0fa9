"""How well needs are named: cross-validation on sentences held out with their translations."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from agents.understanding.examples import OTHER_MATTER, UNRELATED, Example, Prose, all_examples, scope_of
from agents.understanding.need_store import encode_all
from agents.understanding.needs import train
from agents.understanding.scope import Thresholds, decide
from knowledge.encoder import Encoder
from knowledge.languages import Language
from knowledge.needs import Catalogue


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sentence held out: what it was and what it was taken for (``None``: out of scope)."""

    example: Example
    ranked: tuple[str, ...]
    need: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class CrossValidation:
    """Everything held out once. Accuracies are shares in [0, 1]; NaN where there is nothing to count."""

    outcomes: tuple[Outcome, ...]

    def accuracy(self, language: Language, *, first: int = 1) -> float:
        """Sentences of the language whose need is among the ``first`` ranked, whatever was decided about scope."""
        return _share([o.example.label in o.ranked[:first] for o in self._in_scope(language)])

    def decided(self, language: Language) -> float:
        """Sentences of the language whose need was named and not taken for out of scope."""
        return _share([o.need == o.example.label for o in self._in_scope(language)])

    def caught(self, scope: str) -> float:
        """Sentences of ``unrelated`` or ``other_matter`` for which no need was named."""
        return _share([o.need is None for o in self.outcomes if scope_of(o.example.label) == scope])

    def confusions(self, most: int = 20) -> list[tuple[str, str, int]]:
        """(need, taken for, times), commonest first."""
        pairs = Counter((o.example.label, o.ranked[0]) for o in self._in_scope() if o.ranked[:1] != (o.example.label,))
        return [(need, taken, times) for (need, taken), times in pairs.most_common(most)]

    def only(self, texts: frozenset[str]) -> "CrossValidation":
        """Restricted to sentences with those texts (the dossier's own, say)."""
        return CrossValidation(tuple(o for o in self.outcomes if o.example.text in texts))

    def _in_scope(self, language: Language | None = None) -> list[Outcome]:
        return [
            o
            for o in self.outcomes
            if scope_of(o.example.label) not in (UNRELATED, OTHER_MATTER) and language in (None, o.example.language)
        ]


def cross_validate(
    catalogue: Catalogue,
    encoder: Encoder,
    *,
    folds: int = 5,
    prose: Prose | None = None,
    thresholds: Thresholds | None = None,
) -> CrossValidation:
    """Translations of one sentence are always in the same fold, and so is every language's n-th sentence of a need."""
    from sklearn.model_selection import StratifiedGroupKFold

    examples = all_examples(catalogue, prose)
    vectors = encode_all(examples, encoder)
    splitter = StratifiedGroupKFold(folds, shuffle=True, random_state=0)
    groups = [example.group for example in examples]
    outcomes: list[Outcome] = []
    for seen, unseen in splitter.split(vectors, [scope_of(example.label) for example in examples], groups):
        names = [row for row in unseen if not examples[row].own]
        taught = np.concatenate([seen, np.array(names, dtype=seen.dtype)])
        model = train([examples[row] for row in taught], vectors[taught])
        for row in (row for row in unseen if examples[row].own):
            example = examples[row]
            probabilities = model.probabilities(example.text, example.language, vectors[row])
            outcomes.append(_outcome(example, probabilities, thresholds or Thresholds()))
    return CrossValidation(tuple(outcomes))


def _outcome(example: Example, probabilities: Mapping[str, float], thresholds: Thresholds) -> Outcome:
    decision = decide(probabilities, thresholds)
    needs = (name for name in probabilities if name not in (UNRELATED, OTHER_MATTER))
    ranked = tuple(sorted(needs, key=lambda name: -probabilities[name]))
    return Outcome(example, ranked[:5], decision.need, decision.confidence)


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else float("nan")
