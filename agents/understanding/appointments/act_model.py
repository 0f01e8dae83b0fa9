"""What a message does at a step of an appointment, by its meaning, its phrases, its values and the step, together.

A logistic regression for each act. Of what 12 writers said in conversations (2,966 messages, 2026-12-01) phrases alone
read 24 % of the wishes to change an appointment, 16 % of "I have no reference" and 50 % of the yeses. Taught by half of
these writers, it read 88, 71 and 77 % of those of the others (1,495 messages), with an encoder that knew none of them.
"""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np

from agents.understanding.appointments.steps import ACTS, ALIKE, CONFIRMED, NO_TASK, WISHES, Step, StepExample
from agents.understanding.shared.labels import UNTAUGHT, Label
from agents.understanding.shared.logistic import fit_logistic, sigmoid
from agents.understanding.shared.model_files import Arrays, load_model, save_model
from agents.understanding.shared.ngrams import Floats
from knowledge.encoders.encoder import Vectors
from tools.reading.slots import SlotName

KEPT = "appointment_acts.npz"
"""Beside the other models of who owns the labels."""
_FORMAT = "appointment-acts-3"
_STEPS: tuple[Step, ...] = get_args(Step)
_LABELS: tuple[Label, ...] = tuple(label for label in get_args(Label) if label not in UNTAUGHT)
_SLOTS: tuple[SlotName, ...] = (
    "date", "date_to", "time", "part_of_day", "postcode", "municipality", "province", "document", "document_invalid",
    "postcode_invalid", "date_past", "phone", "email", "name", "channel", "locator", "option",
    "date_or", "date_not", "time_from", "time_to", "same_time", "when_unread",
    "passport", "number", "nuss", "nuss_invalid", "document_part", "document_repair", "move",
)  # fmt: skip
"""The values it was taught with."""
_IN_NO_TASK: frozenset[Label] = frozenset(
    {"book", "change", "cancel", "drop", "no_appointment", "has_appointment", "locator_lost"}
)
"""Acts read where no appointment is under way."""
_RIVALS: tuple[frozenset[Label], ...] = (
    frozenset({"affirm", "deny"}), WISHES, frozenset({"change", "cancel", "drop"}),
)  # fmt: skip
"""Acts of which a message does one: the likeliest."""
_YES_OR_NO: tuple[Label, ...] = ("affirm", "deny")
_OF_ONE_THERE_IS: frozenset[Label] = frozenset({"change", "cancel", "has_appointment"})
"""What is not done by who asks for an appointment in plain words, and has spoken of none."""
_MOVES: frozenset[Label] = frozenset({"change"})
_LEFT: frozenset[Label] = frozenset({"cancel", "lets_go"})
"""Phrases of who leaves it."""
_RULED_OUT: frozenset[SlotName] = frozenset({"date_not", "time_not"})
_CHANNELS: frozenset[SlotName] = frozenset({"channel", "channel_not"})
_FEW_WORDS = 8
_HALF = 0.5
_PENALTY, _ITERATIONS, _VECTOR_SCALE, _MANY_WORDS = 1.0, 150, 2.0, 40


@dataclass(frozen=True, slots=True)
class StepMessage:
    """A message as the model sees it. ``vector``: of the request, (dimensions,); ``phrased``: the labels of phrases.

    ``prefers``: whether its words say that something else would be better, which the model was not taught with.
    """

    vector: Vectors
    step: Step
    phrased: frozenset[Label]
    slots: Collection[SlotName]
    words: int
    prefers: bool = False


@dataclass(frozen=True, slots=True)
class ActModel:
    """``weights``: (features, acts); ``thresholds``: the probability from which each of ``ACTS`` is done; ``sure``:
    that of a yes to what was read back, for a write follows it; ``begins``: those where no task is under way.
    """

    mean: Floats
    weights: Floats
    intercept: Floats
    thresholds: Floats
    sure: float
    begins: Floats

    def settled(self, said: StepMessage) -> frozenset[Label]:
        """The labels of the message, with those of ``ACTS`` as this model reads them, where it reads them."""
        read = _IN_NO_TASK if said.step in NO_TASK else frozenset(ACTS)
        done = self._done(said) & read
        if said.step in NO_TASK and said.phrased & WISHES == {"book"}:
            done = begun(done, dict(zip(ACTS, self.probabilities([said])[0].tolist(), strict=True)))
        if said.words > _MANY_WORDS:
            done |= said.phrased & _IN_NO_TASK  # of long stories it has seen few
        if _wants_another(said):
            done -= {"drop"}
        return (said.phrased - read) | done

    def torn(self, said: StepMessage) -> bool:
        """Whether it sounds like a yes and like a no, where nothing is written upon a yes."""
        likely = dict(zip(ACTS, self.probabilities([said])[0].tolist(), strict=True))
        least = dict(zip(ACTS, self.thresholds.tolist(), strict=True))
        return said.step not in CONFIRMED | NO_TASK and all(likely[act] >= least[act] for act in _YES_OR_NO)

    def _done(self, said: StepMessage) -> frozenset[Label]:
        thresholds = (self.begins if said.step in NO_TASK else self.thresholds).copy()
        if said.step in CONFIRMED:
            thresholds[ACTS.index("affirm")] = self.sure
        likely = dict(zip(ACTS, self.probabilities([said])[0].tolist(), strict=True))
        done = {act for act, least in zip(ACTS, thresholds, strict=True) if likely[act] >= least}
        for rivals in _RIVALS:
            if len(both := done & rivals) > 1:
                done -= both - {max(both, key=likely.__getitem__)}
        return frozenset(done)

    def probabilities(self, said: Sequence[StepMessage]) -> Floats:
        """Of shape (messages, acts), independent of each other."""
        return sigmoid(_features(said, self.mean) @ self.weights + self.intercept)


def _wants_another(said: StepMessage) -> bool:
    """Whether few words rule a day or an hour out, or prefer another way: "tomorrow is no good", "better by phone".
    That leaves nothing; "I'd rather leave it" has words that do.
    """
    if said.step in NO_TASK or said.step == "need" or said.words > _FEW_WORDS or said.phrased & _LEFT:
        return False
    return not _RULED_OUT.isdisjoint(said.slots) or (said.prefers and not _CHANNELS.isdisjoint(said.slots))


def begun(done: frozenset[Label], likely: Mapping[Label, float]) -> frozenset[Label]:
    """What is done where plain words ask for a new one: "an appointment; next week I can't". They do not where it is
    more likely than not that there is one, and that none is asked for: "I have an appointment, could it be moved?".
    """
    if likely["has_appointment"] >= _HALF > likely["book"]:
        there: frozenset[Label] = frozenset({"has_appointment"})
        moves = likely["change"] >= _HALF and "cancel" not in done
        return (done - {"book"}) | there | (_MOVES if moves else frozenset())
    return done - _OF_ONE_THERE_IS | {"book"}


def _features(said: Sequence[StepMessage], mean: Floats) -> Floats:
    own = np.stack([one.vector for one in said]) - mean
    own = own / np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-9) * _VECTOR_SCALE
    alike = np.array([[one.step in steps for steps in ALIKE] for one in said], np.float32)
    flags = [
        [
            *(one.step == step for step in _STEPS),
            *(label in one.phrased for label in _LABELS),
            *(name in one.slots for name in _SLOTS),
            min(one.words, _MANY_WORDS) / _MANY_WORDS,
        ]
        for one in said
    ]
    by_step = (own[:, None, :] * alike[:, :, None]).reshape(len(said), -1)
    return np.hstack([own, np.array(flags, np.float32), by_step]).astype(np.float32)


def fit(said: Sequence[StepMessage], acts: Sequence[frozenset[Label] | None]) -> ActModel:
    """``acts``: those of each message; None for one that asks about another matter, and does nothing with one."""
    mean: Floats = np.mean([one.vector for one in said], axis=0, dtype=np.float32)
    carries = np.array([[act in (done or ()) for act in ACTS] for done in acts])
    known = np.array([[done is not None or act in _IN_NO_TASK for act in ACTS] for done in acts], np.float32)
    learnt = fit_logistic(_features(said, mean), carries, known, _PENALTY, _ITERATIONS)
    half = np.full(len(ACTS), 0.5, np.float32)
    return ActModel(mean, learnt[:-1], learnt[-1], half, 0.5, half)


def acts_digest(examples: Sequence[StepExample], encoder_identity: str) -> str:
    """SHA-256 over what teaches the model and what its features are."""
    rows = [[one.text, one.language, one.step, sorted(one.acts)] for one in examples]
    return hashlib.sha256(
        json.dumps([_FORMAT, encoder_identity, _LABELS, _SLOTS, rows], ensure_ascii=False).encode("utf-8")
    ).hexdigest()


def load_acts(path: Path, digest: str) -> ActModel | None:
    """None when there is none, or it was made of something else: phrases alone are read then."""

    def restore(arrays: Arrays) -> ActModel:
        if str(arrays["digest"]) != digest:
            raise ValueError("a model of other lines")
        weights, sure = arrays["weights"].astype(np.float32), float(arrays["sure"])
        return ActModel(arrays["mean"], weights, arrays["intercept"], arrays["thresholds"], sure, arrays["begins"])

    return load_model(path, restore)


def save_acts(model: ActModel, path: Path, digest: str) -> None:
    """Half precision."""
    arrays: Mapping[str, np.ndarray] = {
        "digest": np.array(digest),
        "mean": model.mean,
        "weights": model.weights.astype(np.float16),
        "intercept": model.intercept,
        "thresholds": model.thresholds,
        "sure": np.array(model.sure),
        "begins": model.begins,
    }
    save_model(path, dict(arrays), kept=True)
