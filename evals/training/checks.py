"""``isac train --check``: whether the fitted files in the repository match what is taught today."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

import numpy as np
from scipy.stats import binomtest

from agents.answers.aspect_model import KEPT as ASPECT_MODEL
from agents.answers.aspect_model import aspect_examples, load_aspect_model
from agents.answers.ranking_weights import Features, load_weights
from agents.understanding.labels.label_examples import label_examples
from agents.understanding.labels.trained_labels import KEPT as LABEL_MODEL
from agents.understanding.labels.trained_labels import LabelSources, labels_digests
from agents.understanding.labels.trained_labels import load as load_label_model
from agents.understanding.needs.head import KEPT as NEED_HEAD
from agents.understanding.needs.head import load_head
from agents.understanding.needs.need_examples import all_examples
from agents.understanding.shared.tables import own_model
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from api.wiring.models import build_models
from evals.training.needs import ADAPTER
from evals.training.ranking import first_is_right, fit_weights, halves
from knowledge.administration import load_administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.utterances import load_utterances
from knowledge.weights.specs import MODELS

_SIGNIFICANCE = 0.05


def check_needs() -> Iterator[str]:
    """The adapter has the declared checksum; head and label model were fitted to today's sentences and encoder."""
    files = [file for spec in MODELS for file in spec.files.values()]
    declared = {file.sha256 for file in files if file.path.endswith(ADAPTER.name)}
    if sha256(ADAPTER.read_bytes()).hexdigest() not in declared:
        yield f"{ADAPTER} does not have the checksum that knowledge/weights/specs.py declares"
    settings = load_settings()
    administration = load_administration(settings.administration)
    catalogue = load_catalogue(administration)
    examples = all_examples(administration, catalogue, load_utterances(administration, catalogue))
    identity = build_encoder(settings, settings.needs_encoder_model).identity
    stale = "was fitted to other sentences or another encoder: run isac train needs --head"
    if load_head(examples, identity, own_model(administration, NEED_HEAD)) is None:
        yield f"{NEED_HEAD} {stale}"
    about = LabelSources(administration, examples)
    if load_label_model(about.model_path, labels_digests(label_examples(administration), about, identity)[0]) is None:
        yield f"{LABEL_MODEL} {stale}"


def check_aspects() -> Iterator[str]:
    """The aspect model was fitted to today's examples and encoder."""
    settings = load_settings()
    administration = load_administration(settings.administration)
    identity = build_encoder(settings, settings.encoder_model).identity
    if load_aspect_model(aspect_examples(administration), identity, own_model(administration, ASPECT_MODEL)) is None:
        yield "the aspect model was fitted to other examples or another encoder: run isac train aspects --write"


def check_ranking() -> Iterator[str]:
    """The weights in use rank the measuring half no worse than weights fitted now, beyond chance. Takes minutes."""
    fitting, measuring = halves(build_models(load_settings()))
    kept = first_is_right(measuring, load_weights("naming"))
    if is_worse(kept, first_is_right(measuring, Features(*fit_weights(fitting).tolist()))):
        yield f"the ranking weights are worse than fitted ones ({np.mean(kept):.1%}): run isac train ranking --write"


def is_worse(kept: Sequence[bool], fitted: Sequence[bool]) -> bool:
    """Whether the questions that only one of both gets right favour the fitted weights beyond chance."""
    won = sum(new and not old for old, new in zip(kept, fitted, strict=True))
    lost = sum(old and not new for old, new in zip(kept, fitted, strict=True))
    return won > lost and float(binomtest(won, won + lost).pvalue) < _SIGNIFICANCE


CHECKS: Mapping[str, Callable[[], Iterator[str]]] = {
    "needs": check_needs,
    "aspects": check_aspects,
    "ranking": check_ranking,
}


def run_checks(names: Sequence[str], checks: Mapping[str, Callable[[], Iterator[str]]] = CHECKS) -> int:
    """Print what does not match; 1 when anything does not."""
    status = 0
    for name in names:
        faults = list(checks[name]())
        sys.stdout.write("".join(f"{name}: {fault}\n" for fault in faults or ["matches what is taught"]))
        status = 1 if faults else status
    return status
