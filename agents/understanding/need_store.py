"""The trained need model on disk: arrays only, named by a hash of everything it was trained from."""

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from agents.understanding.examples import Example
from agents.understanding.needs import SPAN, NeedModel, train
from agents.understanding.ngrams import Ngrams
from knowledge.encoder import Encoder, Vectors

_FORMAT = "need-model-3"


def trained_model(examples: Sequence[Example], encoder: Encoder, cache_dir: Path) -> NeedModel:
    """From the cache when it was made of these examples and this encoder; trained and kept otherwise."""
    digest = manifest_hash(examples, encoder.identity)
    path = cache_dir / f"{_FORMAT}-{digest[:24]}.npz"
    model = load(path, digest)
    if model is None:
        model = train(examples, encode_all(examples, encoder))
        save(model, path, digest)
    return model


def encode_all(examples: Sequence[Example], encoder: Encoder) -> Vectors:
    """One row per example; zeros for those of little weight, which are not worth the encoder's time."""
    vectors = np.zeros((len(examples), encoder.dimensions), dtype=np.float32)
    rows = [row for row, example in enumerate(examples) if example.weight >= 1]
    vectors[rows] = encoder.encode([examples[row].text for row in rows])
    return vectors


def manifest_hash(examples: Sequence[Example], encoder_identity: str) -> str:
    """SHA-256 over the examples, the encoder and the version of the recipe."""
    rows = [[example.text, example.language, example.label, example.weight] for example in examples]
    content = json.dumps([_FORMAT, SPAN, encoder_identity, rows], ensure_ascii=False)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def load(path: Path, digest: str) -> NeedModel | None:
    """None when there is no such file, it is damaged, or it was made of something else. Pickles are refused."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            if str(arrays["digest"]) != digest:
                return None
            return NeedModel(
                labels=tuple(str(label) for label in arrays["labels"]),
                means=arrays["means"],
                vector_weights=arrays["vector_weights"],
                letter_weights=arrays["letter_weights"].astype(np.float32),
                intercept=arrays["intercept"],
                ngrams=Ngrams.restore([str(term) for term in arrays["terms"]], arrays["idf"], SPAN),
            )
    except (OSError, ValueError, KeyError, BadZipFile, EOFError):
        return None


def save(model: NeedModel, path: Path, digest: str) -> None:
    """Written beside and renamed: no reader sees half a file. A cache that cannot be written is done without."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    except OSError:
        return
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            np.savez(
                stream,
                digest=np.array(digest),
                labels=np.array(model.labels),
                means=model.means,
                vector_weights=model.vector_weights,
                letter_weights=model.letter_weights.astype(np.float16),
                intercept=model.intercept,
                terms=np.array(model.ngrams.terms),
                idf=model.ngrams.idf,
            )
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
