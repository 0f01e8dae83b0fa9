"""A question in its conversation: the units it asks for, and the need that it is about."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from agents.understanding.units.turn_model import (
    QuestionSpace,
    TurnModel,
    TurnWeights,
    UnitTexts,
    build_turn_model,
    keep_turn_model,
    stale_units,
    unit_texts,
)
from knowledge.content.questions import UnitQuestion
from knowledge.encoders.encoder import Role, Vectors
from knowledge.passages import UnitId

AMOUNT, PAPERS, CHILD = UnitId("widow", "amount", 1), UnitId("widow", "documents", 1), UnitId("orphan", "who", 1)
AXES = {"how much": 0, "what papers": 1, "and my son": 2, "does my son get something": 2}
LINES = {AMOUNT: [("en", "It is half.")], PAPERS: [("en", "The certificate.")], CHILD: [("en", "Children.")]}


class Axes:
    """Every text it knows on an axis of its own; others between all of them."""

    identity, dimensions = "axes", 4

    def encode(self, texts: Sequence[str], role: Role = "query") -> Vectors:
        vectors = np.full((len(texts), 4), 0.5, np.float32)
        for row, text in enumerate(texts):
            if text in AXES:
                vectors[row] = np.eye(4, dtype=np.float32)[AXES[text]]
        return vectors


def question(unit: UnitId, text: str, *, leans: bool = True) -> UnitQuestion:
    return UnitQuestion((unit,), "en", text, leans, "ana")


QUESTIONS = (
    question(AMOUNT, "how much"),
    question(PAPERS, "what papers"),
    question(CHILD, "and my son"),
    question(CHILD, "does my son get something", leans=False),
)
TEXTS = unit_texts(QUESTIONS, LINES)


def model(weights: TurnWeights | None = None, leaning: float = 0.0) -> TurnModel:
    """``leaning``: the odds, in logarithms, that any message leans."""
    built = build_turn_model(TEXTS, Axes(), Path("none"))
    intercept = np.array([0, 0, 0, 0, leaning], np.float32)
    space = QuestionSpace(np.zeros((6, 4), np.float32), np.eye(4, dtype=np.float32), intercept)
    rows = np.stack([Axes().encode([one.texts[0][1]])[0] for one in TEXTS])
    return TurnModel(space, weights or TurnWeights(), built.units, rows, built.needs, built.need_of)


def vector(text: str) -> Vectors:
    return Axes().encode([text])[0]


def test_a_unit_is_found_by_its_questions_within_the_needs_given() -> None:
    ranked = model().rank(vector("what papers"), "en", {"widow": 1.0})
    assert [unit for unit, _ in ranked] == [PAPERS, AMOUNT]
    assert sum(chance for _, chance in ranked) == pytest.approx(1.0)


def test_a_need_that_is_likelier_brings_its_units_first() -> None:
    unsure = vector("anything")
    assert model().rank(unsure, "en", {"widow": 0.1, "orphan": 0.9})[0][0] == CHILD
    assert model().rank(unsure, "en", {"widow": 0.9, "orphan": 0.01})[0][0].need == "widow"


def test_what_leans_stays_with_the_need_on_the_table() -> None:
    alone = {"widow": 0.2, "orphan": 0.6}
    unsure = vector("and then?")
    kept = model(leaning=9.0).read(unsure, "en", alone, "widow")
    assert kept.needs["widow"] > 0.9
    assert kept.leans > 0.9
    left = model(TurnWeights(topic=0.0), leaning=-9.0).read(unsure, "en", alone, "widow")
    assert left.needs["orphan"] > left.needs["widow"] * 0.5


def test_a_question_of_another_need_leaves_the_table() -> None:
    read = model(TurnWeights(topic=1.0), leaning=-9.0).read(
        vector("does my son get something"), "en", {"widow": 0.3, "orphan": 0.5}, "widow"
    )
    assert max(read.needs, key=read.needs.__getitem__) == "orphan"


def test_a_topic_that_no_unit_is_about_changes_nothing() -> None:
    alone = {"widow": 0.7, "orphan": 0.2}
    assert model().read(vector("how much"), "en", alone, "no_such_need") == model().read(
        vector("how much"), "en", alone, None
    )


def test_without_units_the_message_alone_decides() -> None:
    empty = build_turn_model((), Axes(), Path("none"))
    assert empty.read(vector("how much"), "en", {"widow": 0.7}, "widow").needs == {"widow": 0.7}
    assert empty.rank(vector("how much"), "en", {"widow": 1.0}) == []


def test_a_unit_without_questions_is_found_by_its_own_words() -> None:
    assert unit_texts((), LINES)[0] == UnitTexts(AMOUNT, (("en", "It is half."),))


def test_what_is_kept_is_the_same_and_only_what_changed_is_encoded(tmp_path: Path) -> None:
    kept, fitted = tmp_path / "turn_model.npz", model(TurnWeights(21.0, 0.4, 2.0, 6.0, -0.1), leaning=1.5)
    keep_turn_model(fitted, TEXTS, "axes", kept)
    again = build_turn_model(TEXTS, Axes(), kept)
    assert again.weights == fitted.weights
    assert again.leans(vector("how much"), "en") == pytest.approx(fitted.leans(vector("how much"), "en"))
    assert np.allclose(again.rows, fitted.rows, atol=0.01)
    assert stale_units(TEXTS, "axes", kept) == []
    more = unit_texts((*QUESTIONS, question(PAPERS, "which form")), LINES)
    assert stale_units(more, "axes", kept) == [PAPERS]
    assert np.allclose(build_turn_model(more, Axes(), kept).rows[0], fitted.rows[0], atol=0.01)


def test_what_was_kept_of_another_encoder_is_not_used(tmp_path: Path) -> None:
    keep_turn_model(model(TurnWeights(99.0)), TEXTS, "another", tmp_path / "turn_model.npz")
    assert build_turn_model(TEXTS, Axes(), tmp_path / "turn_model.npz").weights == TurnWeights()
