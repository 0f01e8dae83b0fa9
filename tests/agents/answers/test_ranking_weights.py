"""The weights of the ranking are a file that the fit writes."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from agents.answers.ranking_weights import WEIGHTS_FILE, Features, QuestionKind, load_weights, save_weights


@pytest.mark.parametrize("kind", ["naming", "leaning"])
def test_each_kind_of_question_has_a_weight_for_every_feature(kind: QuestionKind) -> None:
    weights = load_weights(kind)
    assert weights.meaning > weights.words > 0 > weights.aside


def test_writing_one_kind_leaves_the_other_and_the_comment(tmp_path: Path) -> None:
    path = tmp_path / "weights.yaml"
    path.write_text(WEIGHTS_FILE.read_text(encoding="utf-8"), encoding="utf-8")
    save_weights("naming", replace(load_weights("naming"), words=2.345678), path)
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert Features(**written["leaning"]) == load_weights("leaning")
    assert written["naming"]["words"] == 2.35
    assert path.read_text(encoding="utf-8").startswith("# ")
    save_weights("naming", load_weights("naming"), path)
    assert path.read_text(encoding="utf-8") == WEIGHTS_FILE.read_text(encoding="utf-8")
