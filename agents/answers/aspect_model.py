"""A model of the aspect that a leaning question asks about, learnt from examples.

"What if I get some work?" names no aspect: it tells a circumstance, and words are no help. Of 588 such questions by
three people who had not seen the examples, the first section answers 78 in 100 with this and 65 without (2026-11-26).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import cast

import numpy as np

from agents.understanding.shared.model_files import Arrays, load_model, save_model
from agents.understanding.shared.ngrams import Floats, softmax
from agents.understanding.shared.tables import load_own_table, own_table_names
from knowledge.administration import Administration
from knowledge.encoders.encoder import Vectors
from knowledge.languages import Language
from knowledge.passages import ASPECTS, Aspect

KEPT = "side_model.npz"
"""In the folder of the administration whose examples it was fitted to."""
_PENALTY = 10.0


@dataclass(frozen=True, slots=True)
class AspectExample:
    """A question that leans on the need, and the sections that answer it, the best one first."""

    need: str
    language: Language
    text: str
    sections: tuple[Aspect, ...]


@dataclass(frozen=True, slots=True)
class AspectModel:
    """A multinomial logistic regression over the vectors of one encoder; ``weights``: shape (dimensions, aspects)."""

    aspects: tuple[Aspect, ...]
    weights: Floats
    bias: Floats

    def predict_aspects(self, vector: Vectors) -> Mapping[Aspect, float]:
        """The probability of each aspect; ``vector`` is the question's, shape (dimensions,)."""
        return dict(zip(self.aspects, softmax(vector @ self.weights + self.bias).tolist(), strict=True))


def load_aspect_model(examples: Sequence[AspectExample], encoder_identity: str, path: Path) -> AspectModel | None:
    """None when it was made of other examples or another encoder, or there is none: then words alone tell."""
    digest = _digest(examples, encoder_identity)

    def restore(arrays: Arrays) -> AspectModel:
        if str(arrays["digest"]) != digest:
            raise ValueError("a model of other examples")
        return AspectModel(tuple(arrays["aspects"].tolist()), arrays["weights"], arrays["bias"])

    return load_model(path, restore)


def save_aspect_model(model: AspectModel, examples: Sequence[AspectExample], encoder_identity: str, path: Path) -> None:
    """Under the digest of what it was made of."""
    arrays = {
        "digest": np.array(_digest(examples, encoder_identity)),
        "aspects": np.array(model.aspects),
        "weights": model.weights.astype(np.float32),
        "bias": model.bias.astype(np.float32),
    }
    save_model(path, arrays, kept=True)


def fit_aspect_model(vectors: Vectors, sections: Sequence[Sequence[Aspect]]) -> AspectModel:
    """``vectors``: shape (examples, dimensions). An example counts once, however many sections answer it."""
    from sklearn.linear_model import LogisticRegression

    pairs = [(row, aspect) for row, answering in enumerate(sections) for aspect in answering]
    rows = [row for row, _ in pairs]
    shares = [1 / len(sections[row]) for row in rows]
    mean = vectors.mean(axis=0)
    fitted = LogisticRegression(C=_PENALTY, max_iter=500).fit(
        vectors[rows] - mean, [aspect for _, aspect in pairs], shares
    )
    weights = fitted.coef_.T
    return AspectModel(tuple(fitted.classes_.tolist()), weights, fitted.intercept_ - mean @ weights)


def aspect_examples(administration: Administration) -> tuple[AspectExample, ...]:
    """The examples of ``understanding/sides``, by language. ValueError on a section that no article has."""
    return tuple(
        AspectExample(need, cast(Language, language), row["text"], _sections(row, f"sides/{language}.yaml: {need}"))
        for language in own_table_names(administration, "sides")
        for need, rows in load_own_table(administration, f"sides/{language}").items()
        for row in rows
    )


def _sections(row: Mapping[str, Sequence[str]], where: str) -> tuple[Aspect, ...]:
    if unknown := set(row["sections"]) - set(ASPECTS):
        raise ValueError(f"{where}: no section is called {', '.join(sorted(unknown))}")
    return cast(tuple[Aspect, ...], tuple(row["sections"]))


def _digest(examples: Sequence[AspectExample], encoder_identity: str) -> str:
    rows = [astuple(one) for one in examples]
    return hashlib.sha256(json.dumps([encoder_identity, rows], ensure_ascii=False).encode()).hexdigest()
