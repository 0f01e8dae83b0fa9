"""The model of roles: the one kept for what is taught today, or one of the dialogues alone, fitted in a start."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import numpy as np

from agents.understanding.roles.role_examples import RoleExample, dialogue_examples
from agents.understanding.roles.role_model import ROLES, RoleModel, SaidAfter, Side, fit_roles
from agents.understanding.shared.model_files import Arrays, load_model, save_model
from knowledge.encoders.encoder import Encoder

KEPT = "roles.npz"
"""Beside the other models of who owns the labels."""
_FORMAT = "roles-1"
_OF_HOUSE = 0.1
"""What a sentence of the house counts, said outside a conversation, beside one of a dialogue."""


def trained_roles(path: Path, encoder: Encoder, cache_dir: Path) -> RoleModel:
    """The model kept at ``path`` or in the cache; fitted to the dialogues, in some seconds, where there is none."""
    taught = dialogue_examples()
    digest = roles_digest(taught, encoder.identity)
    cached = cache_dir / f"{_FORMAT}-{digest[:24]}.npz"
    model = load_roles(path, digest) or load_roles(cached, digest)
    if model is None:
        model = fit_examples(taught, encoder)
        save_roles(model, cached, digest)
    return model


def fit_examples(examples: Sequence[RoleExample], encoder: Encoder) -> RoleModel:
    """Those of the house count less than those of dialogues."""
    said = as_said(examples, encoder)
    weights = [1.0 if one.dialogue else _OF_HOUSE for one in examples]
    return fit_roles(said, [one.role for one in examples], weights)


def as_said(examples: Sequence[RoleExample], encoder: Encoder) -> list[SaidAfter]:
    """The examples with their vectors."""
    vectors = encoder.encode([one.text for one in examples])
    before = encoder.encode([one.text_before or one.text for one in examples])
    return [
        SaidAfter(
            one.side, one.text, vector, one.text_before, last, one.side_before is not None and one.side_before != one.side
        )
        for one, vector, last in zip(examples, vectors, before, strict=True)
    ]


def roles_digest(dialogues: Sequence[RoleExample], encoder_identity: str) -> str:
    """SHA-256 over the dialogues, the roles and the encoder; sentences of the house only help."""
    rows = [[one.text, one.side, one.role, one.text_before] for one in dialogues]
    whole = json.dumps([_FORMAT, encoder_identity, list(ROLES.items()), rows], ensure_ascii=False)
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()


def load_roles(path: Path, digest: str) -> RoleModel | None:
    """None when there is no such file, it is damaged, or it was made of something else."""

    def restore(arrays: Arrays) -> RoleModel:
        if str(arrays["digest"]) != digest:
            raise ValueError("a model of other dialogues")
        weights = {cast(Side, side): arrays[side].astype(np.float32) for side in ROLES}
        return RoleModel(arrays["mean"], weights)

    return load_model(path, restore)


def save_roles(model: RoleModel, path: Path, digest: str, *, kept: bool = False) -> None:
    """Half precision."""
    weights = {str(side): learnt.astype(np.float16) for side, learnt in model.weights.items()}
    save_model(path, {"digest": np.array(digest), "mean": model.mean, **weights}, kept=kept)
