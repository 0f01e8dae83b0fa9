"""Turns the packed multilingual-e5-small into the folders that are run: the model as it is, and tuned for needs."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from knowledge.errors import WeightsMissing
from knowledge.weights.adapter import corrected, load_adapter
from knowledge.weights.packed_e5 import PackedModel, read_packed
from knowledge.weights.progress import Progress

ONNX_FILE = "onnx/model.onnx"
"""The graph, relative to the model's folder."""


def assemble_e5(files: Mapping[str, Path], folder: Path, progress: Progress) -> None:
    """A sentence-transformers folder and the ONNX graph.

    Raises WeightsCorrupt, or WeightsMissing when a build package is not installed.
    """
    try:
        from knowledge.weights.hugging_face import write_folder
    except ImportError as error:
        raise _unbuildable(error) from error
    progress("unpacking the weights", 0.05)
    model = read_packed(files["weights"])
    shutil.copyfile(files["tokenizer"], folder / "tokenizer.json")
    progress("writing the Hugging Face folder", 0.2)
    write_folder(model, folder)
    progress("writing the ONNX graph", 0.6)
    _write_graph(model, folder)


def assemble_tuned_e5(files: Mapping[str, Path], folder: Path, progress: Progress) -> None:
    """The ONNX graph of the model with the adapter's corrections. Raises as ``assemble_e5``."""
    progress("unpacking the weights", 0.05)
    model = corrected(read_packed(files["weights"]), load_adapter(files["adapter"]))
    shutil.copyfile(files["tokenizer"], folder / "tokenizer.json")
    progress("writing the ONNX graph", 0.4)
    _write_graph(model, folder)


def _write_graph(model: PackedModel, folder: Path) -> None:
    try:
        from knowledge.weights.bert_graph import write_graph
    except ImportError as error:
        raise _unbuildable(error) from error
    write_graph(model, folder / ONNX_FILE)


def _unbuildable(error: ImportError) -> WeightsMissing:
    command = "python -m pip install -e '.[bundled-models]'"
    return WeightsMissing(f"building the encoder needs {error.name}; run: {command}")
