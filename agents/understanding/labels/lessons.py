"""Turns sentences into lessons: a sentence of one label, or an ordinary one, also teaches the other labels."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from agents.understanding.labels.label_examples import LabelExample, taught_labels
from agents.understanding.labels.label_model import Lessons
from agents.understanding.labels.pleas import ORDER, PLEAS, PleaLessons
from agents.understanding.shared.labels import DANGERS, Label
from agents.understanding.shared.ngrams import Floats
from knowledge.encoders.encoder import Vectors

COMMON: frozenset[Label] = frozenset(
    {"complaint", "correct", "decision_bait", "leans", "personal_data", "repeat", "third_person", "urgent"}
)
"""Labels that sentences of another label carry too without anybody having noted it."""
UNNOTED = COMMON - {"leans"}
"""Those that ordinary sentences carry too: they name their matter, and hardly ever lean."""
_COURTESIES: frozenset[Label] = frozenset({"ack", "thanks", "greeting", "goodbye", "joy"})
_FEELINGS: frozenset[Label] = DANGERS | {"grief", "worry", "hardship", "complaint", "insult", "person", "urgent"}
_MAY_CARRY: Mapping[Label, frozenset[Label]] = {
    **dict.fromkeys(_COURTESIES, _COURTESIES),
    **dict.fromkeys(("grief", "worry", "hardship"), _FEELINGS | {"after_hand_off"}),
    "easier": frozenset({"repeat", "complaint", "correct", "leans", "person"}),
    "after_hand_off": frozenset({"person", "complaint", "worry", "urgent", "leans", "repeat"}),
}
"""By label, the other labels in sentences of which it may be said too without anybody having noted it."""
_MAY_PLEAD: frozenset[Label] = frozenset({"after_hand_off", "complaint", "insult"})
"""Labels in sentences of which a person may be asked for too without anybody having noted it."""
SOFT: frozenset[Label] = frozenset({"grief", "worry", "hardship"})
"""Feelings that an ordinary question may have too: it teaches little of them."""
_SAID, _NEAR, _ORDINARY, _COMMON_ORDINARY = 2.0, 2.0, 1.0, 0.2
_LEANING = 0.2
"""There are thousands, all short, and they say little of the others. At equal alarms less or none measured the same."""

Phrases = Callable[[str], frozenset[Label]]
"""The labels the phrases read in a text."""


def lessons_of(
    examples: Sequence[LabelExample],
    ordinary: Sequence[str],
    calm: Sequence[str],
    vectors: Vectors,
    phrases: Phrases,
) -> Lessons:
    """``vectors`` has a row for each of the examples, then of the ordinary texts, then of the ``calm`` ones.

    Those teach pleas alone: they are none, in however few words.
    """
    labels = tuple(label for label in taught_labels(examples) if label not in PLEAS)
    texts = [*(example.text for example in examples), *ordinary, *calm]
    carries = np.zeros((len(texts), len(labels)), dtype=np.bool_)
    weights = np.zeros(carries.shape, dtype=np.float32)
    read = [phrases(text) for text in texts]
    said, asked = _said(examples), slice(len(examples), len(examples) + len(ordinary))
    for column, label in enumerate(labels):
        for row, example in enumerate(examples):
            carries[row, column] = label in said.get(example.text, ())
            weights[row, column] = _weight(example, label, carries[row, column], label in read[row])
        unnoted = np.array([label in found for found in read[asked]], dtype=np.bool_)
        little = label in UNNOTED | SOFT
        weights[asked, column] = np.where(unnoted, 0, _COMMON_ORDINARY if little else _ORDINARY)
    pleas = _plea_lessons(examples, said, read)
    return Lessons(texts, vectors, labels, carries, _balanced(carries, weights), pleas)


def _plea_lessons(
    examples: Sequence[LabelExample], said: Mapping[str, set[Label]], read: Sequence[frozenset[Label]]
) -> PleaLessons:
    """Of every text but those that may plead without anybody having noted it."""
    rows: list[int] = []
    pleas: list[Label | None] = []
    near: list[bool] = []
    for row, found in enumerate(read):
        one = examples[row] if row < len(examples) else None
        labels = said.get(one.text, set()) if one else set()
        plea = next((plea for plea in ORDER if plea in labels), None)
        if plea is None and (labels & _MAY_PLEAD if one else found & PLEAS):
            continue
        rows.append(row)
        pleas.append(plea)
        near.append(plea is None and one is not None and not one.carries and bool(one.labels & PLEAS))
    return PleaLessons(np.array(rows, np.intp), pleas, near)


def _said(examples: Sequence[LabelExample]) -> dict[str, set[Label]]:
    said: dict[str, set[Label]] = {}
    for example in examples:
        if example.carries:
            said.setdefault(example.text, set()).update(example.labels)
    return said


def _weight(example: LabelExample, label: Label, carries: bool, read: bool) -> float:
    """A sentence of another label may carry a common one, or one the phrases read: then it teaches nothing of it."""
    if carries:
        return _SAID
    if label in example.labels:
        return _NEAR
    if label in COMMON or read or _MAY_CARRY.get(label, frozenset()) & example.labels:
        return 0.0
    if "leans" in example.labels:
        return _LEANING
    return _ORDINARY


def _balanced(carries: NDArray[np.bool_], weights: Floats) -> Floats:
    """The sentences that carry a label weigh together a fifth of those that do not, at least."""
    for column in range(weights.shape[1]):
        with_it = weights[carries[:, column], column].sum()
        without = weights[~carries[:, column], column].sum()
        if with_it > 0:
            weights[carries[:, column], column] *= max(1.0, without / 5 / with_it)
    return weights
