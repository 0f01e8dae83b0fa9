"""``isac train --check``: whether the fitted files in the repository match what is taught today."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

from agents.understanding.commitments.trained_commitments import KEPT as COMMITMENT_MODEL
from agents.understanding.commitments.trained_commitments import (
    commitment_examples,
    commitments_digest,
    load_commitments,
)
from agents.understanding.labels.label_examples import label_examples
from agents.understanding.labels.trained_labels import KEPT as LABEL_MODEL
from agents.understanding.labels.trained_labels import LabelSources, labels_digests
from agents.understanding.labels.trained_labels import load as load_label_model
from agents.understanding.needs.head import KEPT as NEED_HEAD
from agents.understanding.needs.head import load_head
from agents.understanding.needs.need_examples import all_examples
from agents.understanding.roles.role_examples import dialogue_examples
from agents.understanding.roles.trained_roles import KEPT as ROLE_MODEL
from agents.understanding.roles.trained_roles import load_roles, roles_digest
from agents.understanding.shared.tables import label_owner, own_model
from agents.understanding.units.kept_turns import KEPT as TURN_MODEL
from agents.understanding.units.kept_turns import stale_units
from agents.understanding.units.unit_texts import unit_texts
from api.settings.settings import load_settings
from api.wiring.early import build_encoder
from evals.training.needs import ADAPTER
from knowledge.administration import load_administration
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.questions import load_questions
from knowledge.content.utterances import load_utterances
from knowledge.search.knowledge_base import unit_lines
from knowledge.weights.specs import MODELS


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


def check_dialogue() -> Iterator[str]:
    """The turn model is of today's questions and encoder."""
    settings = load_settings()
    administration = load_administration(settings.administration)
    lines = unit_lines(administration)
    texts = unit_texts(load_questions(administration, lines), lines)
    identity = build_encoder(settings, settings.needs_encoder_model).identity
    if stale := stale_units(texts, identity, own_model(administration, TURN_MODEL)):
        yield f"{len(stale)} units changed since {TURN_MODEL} was fitted: run isac train dialogue --write"


def check_roles() -> Iterator[str]:
    """The model of roles is of today's dialogues and encoder."""
    settings = load_settings()
    owner = label_owner(load_administration(settings.administration))
    identity = build_encoder(settings, settings.needs_encoder_model).identity
    if load_roles(own_model(owner, ROLE_MODEL), roles_digest(dialogue_examples(), identity)) is None:
        yield f"{ROLE_MODEL} was fitted to other dialogues or another encoder: run isac train roles"
    kept = own_model(owner, COMMITMENT_MODEL)
    if load_commitments(kept, commitments_digest(commitment_examples(), identity)) is None:
        yield f"{COMMITMENT_MODEL} was fitted to other lines or another encoder: run isac train roles"


CHECKS: Mapping[str, Callable[[], Iterator[str]]] = {
    "needs": check_needs,
    "dialogue": check_dialogue,
    "roles": check_roles,
}


def run_checks(names: Sequence[str], checks: Mapping[str, Callable[[], Iterator[str]]] = CHECKS) -> int:
    """Print what does not match; 1 when anything does not."""
    status = 0
    for name in names:
        faults = list(checks[name]())
        sys.stdout.write("".join(f"{name}: {fault}\n" for fault in faults or ["matches what is taught"]))
        status = 1 if faults else status
    return status
