from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from agents.understanding.labels.label_examples import label_examples
from agents.understanding.labels.trained_labels import LabelSources
from agents.understanding.needs.need_examples import OTHER_MATTER, UNRELATED, NeedExample, scope_of
from agents.understanding.understander import Understander
from api.settings.settings import Settings
from api.wiring.models import build_models
from tests.administrations import SEGURIDAD_SOCIAL

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def real() -> Understander:
    """The whole catalogue with the real encoder: what the service of this repository has trained, or will use."""
    return build_models(Settings(_env_file=None, data_dir=ROOT / "var")).understander


@contextmanager
def few_lessons() -> Iterator[None]:
    """Of what teaches labels one sentence in twenty, and no lists of words: it is learnt in seconds."""
    few, every = label_examples(SEGURIDAD_SOCIAL)[::20], LabelSources.ordinary

    def some(self: LabelSources, most: int, *, fair: bool = True) -> list[str]:
        return every(self, most // 10, fair=fair)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LabelSources, "ordinary", some)
        patch.setattr("agents.understanding.labels.trained_labels.label_examples", lambda _: few)
        for lists in ("COUNTED", "LISTED"):
            patch.setattr(f"agents.understanding.language.lexicon.{lists}", ())
        yield


def few_outside(examples: Sequence[NeedExample]) -> list[NeedExample]:
    """All that is about a need, and of what lies outside one in ten."""
    far = (UNRELATED, OTHER_MATTER)
    outside = [example for example in examples if scope_of(example.label) in far]
    return [*(example for example in examples if scope_of(example.label) not in far), *outside[::10]]
