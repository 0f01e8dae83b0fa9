"""The head fitted to every sentence taught, kept with the administration (``isac train needs --head``).

It is used only for the sentences and the encoder it was made of; for others a head is fitted where the service starts.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from agents.understanding.needs.need_examples import NeedExample
from agents.understanding.needs.need_model import Head, Linear
from agents.understanding.shared.model_files import Arrays, load_model, save_model

KEPT = "need_head.npz"
"""In the folder of the administration whose sentences it was fitted to."""


def load_head(examples: Sequence[NeedExample], encoder_identity: str, path: Path) -> Head | None:
    """None when it was made of other sentences or another encoder, or there is none."""
    digest = head_digest(examples, encoder_identity)

    def restore(arrays: Arrays) -> Head:
        if str(arrays["digest"]) != digest:
            raise ValueError("a head of other sentences")
        pairs = zip(arrays["weights"].astype(np.float32), arrays["intercepts"], strict=True)
        linears = tuple(Linear(weights, intercept) for weights, intercept in pairs)
        return Head(tuple(str(label) for label in arrays["labels"]), arrays["means"], linears)

    return load_model(path, restore)


def save_head(head: Head, examples: Sequence[NeedExample], encoder_identity: str, path: Path) -> None:
    """Half precision, under the digest of what it was made of."""
    save_model(
        path,
        {
            "digest": np.array(head_digest(examples, encoder_identity)),
            "labels": np.array(head.labels),
            "means": head.means,
            "weights": np.stack([one.weights for one in head.linears]).astype(np.float16),
            "intercepts": np.stack([one.intercept for one in head.linears]),
        },
        kept=True,
    )


def head_digest(examples: Sequence[NeedExample], encoder_identity: str) -> str:
    """SHA-256 over the sentences, their languages and labels, and the encoder."""
    rows = [[example.text, example.language, example.label] for example in examples]
    return hashlib.sha256(json.dumps([encoder_identity, rows], ensure_ascii=False).encode()).hexdigest()


def weights_digest(head: Head) -> str:
    """SHA-256 over what it has learnt."""
    arrays = [head.means, *(array for one in head.linears for array in (one.weights, one.intercept))]
    digest = hashlib.sha256("\n".join(head.labels).encode())
    for array in arrays:
        digest.update(np.ascontiguousarray(array, np.float32).tobytes())
    return digest.hexdigest()
