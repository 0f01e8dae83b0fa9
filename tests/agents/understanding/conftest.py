from pathlib import Path

import pytest

from agents.understanding.needs.examples import all_examples
from agents.understanding.understander import Understander, build_understander
from knowledge.catalogue_files import load_catalogue
from knowledge.encoder_onnx import OnnxEncoder
from knowledge.utterances import load_utterances
from knowledge.weights.store import ModelStore
from tools.places import build_places

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def real() -> Understander:
    """The whole catalogue with the real encoder: what the service of this repository has trained, or will use."""
    encoder = OnnxEncoder(ModelStore(ROOT / "var" / "models").path("multilingual-e5-small-needs"))
    content = ROOT / "knowledge"
    catalogue = load_catalogue(content)
    examples = all_examples(catalogue, load_utterances(content, catalogue))
    return build_understander(catalogue, examples, encoder, build_places(), ROOT / "var" / "understanding")
