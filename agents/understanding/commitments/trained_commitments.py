"""The model of commitments: the one kept for what is taught today, or one fitted in a start.

A file of ``data/commitments`` is one writer's: "+" before what commits who says it, "-" before what does not, in the
words of calls and chats.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np

from agents.understanding.commitments.commitment_model import CommitmentModel, fit_commitments, windows
from agents.understanding.roles.role_examples import dialogue_examples
from agents.understanding.shared.model_files import Arrays, load_model, save_model
from knowledge.encoders.encoder import Encoder

KEPT = "commitments.npz"
"""Beside the other models of who owns the labels."""
_FORMAT = "commitments-1"
_OF_DIALOGUES = 0.15
"""What words of a dialogue that do something else count, beside a line written for this."""
_MAY_COMMIT = ("promises", "tells", "none", "does")


@dataclass(frozen=True, slots=True)
class CommitmentExample:
    """``writer``: the file it stands in; empty for words of a dialogue."""

    text: str
    commits: bool
    writer: str = ""


def commitment_examples() -> list[CommitmentExample]:
    """Every line, in a stable order; ValueError names one that cannot be read."""
    folder = files("agents.understanding") / "data" / "commitments"
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [one for entry in entries if entry.name.endswith(".txt") for one in _read(entry)]


def _read(file: Traversable) -> Iterator[CommitmentExample]:
    for place, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        sign, _, text = line.partition(" ")
        if sign not in ("+", "-") or not text.strip():
            raise ValueError(f"commitments/{file.name}:{place}: + or - and the words are needed")
        yield CommitmentExample(text.strip(), sign == "+", file.name.removesuffix(".txt"))


def trained_commitments(path: Path, encoder: Encoder, cache_dir: Path) -> CommitmentModel:
    """The model kept at ``path`` or in the cache; fitted to the lines, in some seconds, where there is none."""
    taught = commitment_examples()
    digest = commitments_digest(taught, encoder.identity)
    cached = cache_dir / f"{_FORMAT}-{digest[:24]}.npz"
    model = load_commitments(path, digest) or load_commitments(cached, digest)
    if model is None:
        model = fit_commitment_examples(taught, encoder)
        save_commitments(model, cached, digest)
    return model


def fit_commitment_examples(examples: Sequence[CommitmentExample], encoder: Encoder) -> CommitmentModel:
    """With what the dialogues of roles say while they do something else."""
    others = [
        CommitmentExample(one.text[start:end], commits=False)
        for one in dialogue_examples()
        if one.role not in _MAY_COMMIT
        for start, end in windows(one.text)
    ]
    whole = [*examples, *others]
    vectors = encoder.encode([one.text for one in whole])
    weights = [1.0 if one.writer else _OF_DIALOGUES for one in whole]
    return fit_commitments(vectors, [one.commits for one in whole], weights)


def commitments_digest(examples: Sequence[CommitmentExample], encoder_identity: str) -> str:
    """SHA-256 over the lines and the encoder; the dialogues only help."""
    rows = [[one.text, one.commits] for one in examples]
    whole = json.dumps([_FORMAT, encoder_identity, rows], ensure_ascii=False)
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()


def load_commitments(path: Path, digest: str) -> CommitmentModel | None:
    """None when there is no such file, it is damaged, or it was made of something else."""

    def restore(arrays: Arrays) -> CommitmentModel:
        if str(arrays["digest"]) != digest:
            raise ValueError("a model of other lines")
        return CommitmentModel(arrays["mean"].astype(np.float32), arrays["weights"].astype(np.float32))

    return load_model(path, restore)


def save_commitments(model: CommitmentModel, path: Path, digest: str, *, kept: bool = False) -> None:
    """The arrays as they are: two thousand bytes."""
    save_model(path, {"digest": np.array(digest), "mean": model.mean, "weights": model.weights}, kept=kept)
