"""Trains the label model, sets its thresholds on held-out sentences, and keeps it on disk as arrays."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import cast, get_args

import numpy as np

from agents.understanding.appointments.steps import NO_TASK, step_examples
from agents.understanding.labels.acts import ActReader
from agents.understanding.labels.hints import SPAN as HINT_SPAN
from agents.understanding.labels.hints import Hints, train_hints
from agents.understanding.labels.label_examples import LabelExample, label_examples, taught_labels
from agents.understanding.labels.label_model import SPAN, LabelModel, train
from agents.understanding.labels.label_reader import SOCIAL, sentences_of
from agents.understanding.labels.lessons import COMMON, UNNOTED, lessons_of
from agents.understanding.labels.pleas import NO_BOUNDS, ORDER, PLEAS, AlarmBounds, PleaBounds, PleaModel
from agents.understanding.needs.need_examples import OTHER_MATTER, UNRELATED, NeedExample, fair_share, scope_of
from agents.understanding.shared.labels import Label
from agents.understanding.shared.logistic import sigmoid
from agents.understanding.shared.model_files import Arrays, load_model, save_model
from agents.understanding.shared.ngrams import Floats, Ngrams
from agents.understanding.shared.tables import join_tables, label_owner, own_model
from knowledge.administration import Administration
from knowledge.encoders.encoder import Encoder
from tools.reading.folding import fold

KEPT = "label_model.npz"
"""Made beside the head of the needs, by ``isac train needs --head``."""
_FORMAT = "label-model-9"
_READ, _READ_TO_KEEP, _KNOWN = 7_000, 40_000, 4 / 7
"""Ordinary sentences looked at, in a start and to fit the model that is kept, and the share of them that may teach; on
the others false alarms are counted."""
_HINTED = 8_000
"""Ordinary messages whose letters are looked at; no vector is needed for that."""
_FIRST_ITERATIONS, _ITERATIONS = 20, 120
_FEW = 500
_PLEA_PARTS = ("inner", "inner_bias", "outer", "outer_bias", "letters", "letters_bias")
_ALARMS = 0.005
"""The share of ordinary sentences that may carry a label by mistake of the model."""
_ALARMS_OF_DANGER, _DOUBTS_OF_DANGER = 1 / 1_000, 1 / 200
"""The same for danger, which shows telephone numbers, and for the question whether somebody is all right."""
_ALARMS_OF_PERSON, _DOUBTS_OF_PERSON = 1 / 300, 1 / 50
"""The same for the wish for a person, who is called, and for the offer of one."""
_LEAST, _LEAST_SOCIAL, _MOST, _UNTRIED = 0.3, 0.04, 0.85, 0.6
"""Bounds of a threshold, lower for what ordinary questions never sound like, and what it is where alarms are not
counted."""


@dataclass(frozen=True, slots=True)
class LabelSources:
    """An administration and examples of its needs; sentences of its exceptional needs carry labels nobody noted."""

    administration: Administration
    examples: Sequence[NeedExample]
    unheard: Sequence[str] = ()
    """Ordinary messages that the encoder was not taught, or that were said in conversations, where there are such: one
    half teaches what is no plea, and alarms are counted on the other, for an encoder tells what it knows further apart
    than what it will hear."""

    @property
    def model_path(self) -> Path:
        """The model that the owner of the labels keeps."""
        return own_model(label_owner(self.administration), KEPT)

    def ordinary(self, most: int, *, fair: bool = True) -> list[str]:
        """Sentences that ask for something, each once, in an arbitrary but stable order."""
        examples = fair_share(self.examples) if fair else self.examples
        texts = {one.text for one in examples if one.own and one.label not in self.administration.exceptional_needs}
        return _shuffled(texts)[:most]


def trained_labels(about: LabelSources, acts: ActReader, encoder: Encoder, cache_dir: Path) -> LabelModel:
    """The model kept or in the cache, if made of the same sentences, phrases and encoder; trained otherwise.

    An administration with few sentences gets the model of the one that it takes labels from: what people say in
    danger, in anger or to a machine is the same everywhere, and its own sentences are too few to set thresholds by.
    """
    taught = label_examples(about.administration)
    whole, base = labels_digests(taught, about, encoder.identity)
    path = cache_dir / f"{_FORMAT}-{whole[:24]}.npz"
    model = load(about.model_path, whole) or load(path, whole)
    if model is None and len(about.ordinary(_READ)) < _FEW:
        model = load(about.model_path, base, "base")
    if model is None:
        model = _train(taught, about, acts, encoder)
        save(model, path, (whole, base))
    return model


def keep_labels(about: LabelSources, acts: ActReader, encoder: Encoder) -> None:
    """Train on what is taught today and put the model in the repository."""
    taught = label_examples(about.administration)
    model = fit_labels(taught, about, acts, encoder)
    save(model, about.model_path, labels_digests(taught, about, encoder.identity), kept=True)


def fit_labels(taught: Sequence[LabelExample], about: LabelSources, acts: ActReader, encoder: Encoder) -> LabelModel:
    """The model of those sentences, with more ordinary ones looked at than a start has time for."""
    return _train(taught, about, acts, encoder, _READ_TO_KEEP)


def _hints(taught: Sequence[LabelExample], about: LabelSources) -> Hints:
    return train_hints(
        [example.text for example in taught if example.carries and example.labels & PLEAS],
        [look for text in about.ordinary(_HINTED, fair=False) for look in (text, *sentences_of(text))],
    )


def _train(
    taught: Sequence[LabelExample], about: LabelSources, acts: ActReader, encoder: Encoder, read: int = _READ
) -> LabelModel:
    """Twice: the ordinary sentences the first model is most wrong about teach the second.

    Alarms are counted on what people come for. The talk that lies outside teaches too, but a danger missed because
    somebody's cat cries all night would be too dear.
    """
    hints, ordinary = _hints(taught, about), about.ordinary(read, fair=read == _READ)
    about_needs = {one.text for one in about.examples if scope_of(one.label) not in (UNRELATED, OTHER_MATTER)}

    @cache
    def phrases(text: str) -> frozenset[Label]:
        return acts.find_acts(fold(text), text).labels

    pleading = {one.text for one in taught if one.carries and one.labels & PLEAS}
    unheard = [text for text in _shuffled(about.unheard) if text not in pleading]
    answers = [one.text for one in step_examples() if one.step not in NO_TASK and one.text not in pleading]
    calm, counted = [*unheard[::2], *answers[::2]], unheard[1::2]

    def taught_with(chosen: Sequence[str], iterations: int, *, networks: bool) -> LabelModel:
        vectors = encoder.encode([*(example.text for example in taught), *chosen, *calm])
        lessons = lessons_of(taught, chosen, calm, vectors, phrases)
        return train(lessons, hints, np.full(len(lessons.labels), _MOST, np.float32), iterations, networks=networks)

    split = int(len(ordinary) * _KNOWN)
    known, unseen = ordinary[:split], ordinary[split:]
    first, rest = list(known[: len(known) // 3]), known[len(known) // 3 :]
    worst = _worst(taught_with(first, _FIRST_ITERATIONS, networks=False), rest, encoder)
    model = taught_with(first + worst, _ITERATIONS, networks=True)
    whole = [text for text in unseen if text in about_needs]
    counted = counted or whole
    found = thresholds(model, counted, encoder, phrases)
    leans = model.labels.index("leans")
    found[leans] = thresholds(model, whole, encoder, phrases)[leans]  # the unheard may lean
    model = replace(model, thresholds=found)
    return replace(model, bounds=plea_bounds(model, [*counted, *answers[1::2]], encoder))


def _shuffled(texts: Iterable[str]) -> list[str]:
    """In an arbitrary but stable order."""
    return sorted(texts, key=lambda text: hashlib.blake2b(text.encode(), digest_size=8).digest())


def _worst(model: LabelModel, texts: Sequence[str], encoder: Encoder) -> list[str]:
    """The half of the texts with the likeliest wrong label among those an ordinary sentence never carries.

    And the half that seem most to lean, which are others: together three quarters or so.
    """
    scores, half = _scores(model, texts, encoder), len(texts) // 2
    columns = [column for column, label in enumerate(model.labels) if label not in COMMON]
    pleas = sigmoid(_plea_scores(model, texts, encoder))
    alarms = np.argsort(-np.concatenate([scores[:, columns], pleas], axis=1).max(axis=1, initial=0), kind="stable")
    leaning = np.argsort(-scores[:, model.labels.index("leans")], kind="stable")[:half]
    return [texts[row] for row in dict.fromkeys([*alarms[:half].tolist(), *leaning.tolist()])]


def _plea_scores(model: LabelModel, texts: Sequence[str], encoder: Encoder) -> Floats:
    scores = [model.plea_scores(text, vector) for text, vector in zip(texts, encoder.encode(texts), strict=True)]
    return np.stack(scores) if scores else np.zeros((0, len(ORDER)), np.float32)


def _scores(model: LabelModel, texts: Sequence[str], encoder: Encoder) -> Floats:
    rows = zip(texts, encoder.encode(texts), strict=True)
    scores = [model.probabilities(text, vector) for text, vector in rows]
    return np.stack(scores) if scores else np.zeros((0, len(model.labels)), np.float32)


def thresholds(
    model: LabelModel, unseen: Sequence[str], encoder: Encoder, phrases: Callable[[str], frozenset[Label]]
) -> Floats:
    """By label: as low as false alarms on those sentences allow, within bounds. What phrases say is no false alarm."""
    found = np.full(len(model.labels), _UNTRIED, np.float32)
    if len(unseen) < _FEW:
        return found
    scores, said = _scores(model, unseen, encoder), [phrases(text) for text in unseen]
    for column, label in enumerate(model.labels):
        if label not in UNNOTED:  # counting alarms of those says nothing
            easily = SOCIAL - {"grief", "joy"}  # nobody is mourned, or cheered, in error
            least = _LEAST_SOCIAL if label in easily else _LEAST
            unsaid = [row for row, labels in enumerate(said) if label not in labels]
            found[column] = np.clip(np.quantile(scores[unsaid, column], 1 - _ALARMS), least, _MOST)
    return found


def plea_bounds(model: LabelModel, unseen: Sequence[str], encoder: Encoder) -> PleaBounds:
    """As low as false alarms on those messages allow, each read with its sentences."""
    if len(unseen) < _FEW:
        return NO_BOUNDS
    looks = [[text, *sentences_of(text)] for text in unseen]
    vectors = iter(encoder.encode([look for several in looks for look in several]))
    best = np.stack([np.max([model.plea_scores(look, next(vectors)) for look in several], axis=0) for several in looks])

    def bounds(scores: Floats, *alarms: float) -> AlarmBounds:
        return AlarmBounds(*(float(np.quantile(scores, 1 - share)) for share in alarms))

    person = ORDER.index("person")
    return PleaBounds(
        bounds(best[:, :person].max(axis=1), _ALARMS_OF_DANGER, _DOUBTS_OF_DANGER),
        bounds(best[:, person], _ALARMS_OF_PERSON, _DOUBTS_OF_PERSON),
    )


def labels_digests(taught: Sequence[LabelExample], about: LabelSources, encoder_identity: str) -> tuple[str, str]:
    """SHA-256 over sentences, phrases and the encoder that a label model is made of; then without examples of needs."""
    learnt = set(taught_labels(taught))  # phrases of other labels teach nothing
    tables = join_tables(label_owner(about.administration), "acts")
    phrases = [table for label, table in tables.items() if label in learnt]
    rows = [[one.text, one.language, sorted(one.labels), one.carries] for one in taught]
    others = [[one.text, one.label, one.own] for one in about.examples]
    whole, base = (
        json.dumps([_FORMAT, SPAN, encoder_identity, rows, needs, phrases], ensure_ascii=False)
        for needs in (others, [])
    )
    return hashlib.sha256(whole.encode("utf-8")).hexdigest(), hashlib.sha256(base.encode("utf-8")).hexdigest()


def load(path: Path, digest: str, of: str = "digest") -> LabelModel | None:
    """None when there is no such file, it is damaged, or it was made of something else.

    ``of``: which of the two digests is compared, ``digest`` or ``base``.
    """

    def restore(arrays: Arrays) -> LabelModel:
        labels = tuple(cast(Label, str(label)) for label in arrays["labels"])
        if str(arrays[of]) != digest or not set(labels) <= set(get_args(Label)):
            raise ValueError("a model of other sentences")
        return LabelModel(
            labels=labels,
            mean=arrays["mean"],
            vector_weights=arrays["vector_weights"],
            letter_weights=arrays["letter_weights"].astype(np.float32),
            intercept=arrays["intercept"],
            thresholds=arrays["thresholds"],
            hints=Hints(
                Ngrams.restore([str(term) for term in arrays["hint_terms"]], arrays["hint_idf"], HINT_SPAN),
                arrays["hint_weights"],
                float(arrays["hint_floor"]),
            ),
            ngrams=Ngrams.restore([str(term) for term in arrays["terms"]], arrays["idf"], SPAN),
            pleas=PleaModel(*(arrays[f"plea_{part}"].astype(np.float32) for part in _PLEA_PARTS)),
            bounds=PleaBounds(*(AlarmBounds(*row) for row in arrays["plea_bounds"].tolist())),
        )

    return load_model(path, restore)


def save(model: LabelModel, path: Path, digests: tuple[str, str], *, kept: bool = False) -> None:
    """Under the digests of what it was made of: all of it, and what is no administration's."""
    save_model(
        path,
        {
            "digest": np.array(digests[0]),
            "base": np.array(digests[1]),
            "labels": np.array(model.labels),
            "mean": model.mean,
            "vector_weights": model.vector_weights,
            "letter_weights": model.letter_weights.astype(np.float16),
            "intercept": model.intercept,
            "thresholds": model.thresholds,
            "hint_terms": np.array(model.hints.ngrams.terms),
            "hint_idf": model.hints.ngrams.idf,
            "hint_weights": model.hints.weights,
            "hint_floor": np.array(model.hints.floor),
            "terms": np.array(model.ngrams.terms),
            "idf": model.ngrams.idf,
            **{f"plea_{part}": getattr(model.pleas, part).astype(np.float16) for part in _PLEA_PARTS},
            "plea_bounds": np.array([[one.sure, one.doubtful] for one in (model.bounds.danger, model.bounds.person)]),
        },
        kept=kept,
    )
