"""The trained need model on disk: arrays only, named by a hash of everything it was trained from."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from agents.understanding.needs.head import load_head, weights_digest
from agents.understanding.needs.need_examples import SHARE, NeedExample
from agents.understanding.needs.need_model import SPAN, Head, Linear, NeedModel, train
from agents.understanding.shared.model_files import Arrays, load_model, save_model
from agents.understanding.shared.ngrams import Ngrams
from knowledge.encoders.encoder import Encoder

_FORMAT = "need-model-10"


def trained_model(examples: Sequence[NeedExample], encoder: Encoder, cache_dir: Path, kept: Path) -> NeedModel:
    """From the cache when it was made of these examples and this encoder; trained and kept otherwise.

    Around the head in ``kept`` when it is one of these examples and this encoder.
    """
    head = load_head(examples, encoder.identity, kept)
    digest = manifest_hash(examples, encoder.identity, head)
    path = cache_dir / f"{_FORMAT}-{digest[:24]}.npz"
    model = load(path, digest)
    if model is None:
        model = train(examples, encoder.encode, head)
        save(model, path, digest)
    return model


def manifest_hash(examples: Sequence[NeedExample], encoder_identity: str, head: Head | None = None) -> str:
    """SHA-256 over the examples, the encoder, the head it was made around and the version of the recipe.

    Of the head, its weights: one fitted anew to the same sentences is another.
    """
    rows = [[example.text, example.language, example.label] for example in examples]
    fitted = weights_digest(head) if head else SHARE
    content = json.dumps([_FORMAT, SPAN, fitted, encoder_identity, rows], ensure_ascii=False)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def load(path: Path, digest: str) -> NeedModel | None:
    """None when there is no such file, it is damaged, or it was made of something else."""

    def restore(arrays: Arrays) -> NeedModel:
        if str(arrays["digest"]) != digest:
            raise ValueError("a model of other examples")
        return NeedModel(
            labels=tuple(str(label) for label in arrays["labels"]),
            means=arrays["means"],
            vectors=tuple(map(Linear, arrays["vector_weights"], arrays["vector_intercepts"])),
            letters=Linear(arrays["letter_weights"].astype(np.float32), arrays["letter_intercept"]),
            ngrams=Ngrams.restore([str(term) for term in arrays["terms"]], arrays["idf"], SPAN),
        )

    return load_model(path, restore)


def save(model: NeedModel, path: Path, digest: str) -> None:
    """Under the digest of what it was made of."""
    save_model(
        path,
        {
            "digest": np.array(digest),
            "labels": np.array(model.labels),
            "means": model.means,
            "vector_weights": np.stack([one.weights for one in model.vectors]),
            "vector_intercepts": np.stack([one.intercept for one in model.vectors]),
            "letter_weights": model.letters.weights.astype(np.float16),
            "letter_intercept": model.letters.intercept,
            "terms": np.array(model.ngrams.terms),
            "idf": model.ngrams.idf,
        },
    )
