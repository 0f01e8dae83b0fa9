from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from agents.understanding.labels.label_examples import label_examples
from agents.understanding.labels.trained_labels import LabelSources
from agents.understanding.learning import LearningSources, build_understander
from agents.understanding.needs.need_examples import OTHER_MATTER, UNRELATED, NeedExample, all_examples, scope_of
from agents.understanding.understander import Understander
from agents.understanding.units.turn_model import unit_texts
from knowledge.content.catalogue_files import load_catalogue
from knowledge.content.questions import load_questions
from knowledge.content.utterances import load_utterances
from knowledge.encoders.onnx import OnnxEncoder
from knowledge.search.knowledge_base import unit_lines
from knowledge.weights.model_store import ModelStore
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def real() -> Understander:
    """The whole catalogue with the real encoder: what the service of this repository has trained, or will use."""
    encoder = OnnxEncoder(ModelStore(ROOT / "var" / "models").path("multilingual-e5-small-needs"))
    content = SEGURIDAD_SOCIAL
    catalogue = load_catalogue(content)
    examples = all_examples(SEGURIDAD_SOCIAL, catalogue, load_utterances(content, catalogue))
    lines = unit_lines(content)
    units = unit_texts(load_questions(content, lines), lines)
    return build_understander(
        LearningSources(content, catalogue, examples, shipped.place_finder(), shipped.calendar(), units),
        encoder,
        ROOT / "var" / "understanding",
    )


@contextmanager
def few_lessons(*, word_lists: bool = False) -> Iterator[None]:
    """Of what teaches labels one sentence in twenty, and lists of words only if asked for: it is learnt in seconds."""
    few, every = label_examples(SEGURIDAD_SOCIAL)[::20], LabelSources.ordinary

    def some(self: LabelSources, most: int, *, fair: bool = True) -> list[str]:
        return every(self, most // 10, fair=fair)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LabelSources, "ordinary", some)
        patch.setattr("agents.understanding.labels.trained_labels.label_examples", lambda _: few)
        for lists in () if word_lists else ("COUNTED", "LISTED"):
            patch.setattr(f"agents.understanding.language.lexicon.{lists}", ())
        yield


def few_outside(examples: Sequence[NeedExample]) -> list[NeedExample]:
    """All that is about a need, and of what lies outside one in ten."""
    far = (UNRELATED, OTHER_MATTER)
    outside = [example for example in examples if scope_of(example.label) in far]
    return [*(example for example in examples if scope_of(example.label) not in far), *outside[::10]]
