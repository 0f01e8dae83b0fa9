"""Turns the packed multilingual-e5-small into a sentence-transformers folder and the ONNX graph used at run time."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from knowledge.errors import WeightsMissing
from knowledge.weights.packed_e5 import read_packed
from knowledge.weights.progress import Progress

ONNX_FILE = "onnx/model.onnx"
"""The graph, relative to the model's folder."""


def assemble_e5(files: Mapping[str, Path], folder: Path, progress: Progress) -> None:
    """Fill the folder. Raises WeightsCorrupt, or WeightsMissing when a build package is not installed."""
    try:
        from knowledge.weights.bert_graph import write_graph
        from knowledge.weights.hugging_face import write_folder
    except ImportError as error:
        command = "python -m pip install 'isac[bundled-models]'"
        raise WeightsMissing(f"building the encoder needs {error.name}; run: {command}") from error
    progress("unpacking the weights", 0.05)
    model = read_packed(files["weights"])
    shutil.copyfile(files["tokenizer"], folder / "tokenizer.json")
    progress("writing the Hugging Face folder", 0.2)
    write_folder(model, folder)
    progress("writing the ONNX graph", 0.6)
    write_graph(model, folder / ONNX_FILE)
