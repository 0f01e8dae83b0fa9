"""A question in its conversation: the units it asks for, and the need that it is about."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from agents.understanding.units.turn_model import (
    OutsideWeights,
    QuestionSpace,
    TurnFit,
    TurnModel,
    TurnWeights,
    UnitTexts,
    assemble_turn_model,
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


def model(weights: TurnWeights | None = None, outside: OutsideWeights | None = None) -> TurnModel:
    """Fitted, with a place for each unit on the axis of its first question."""
    built = build_turn_model(TEXTS, Axes(), Path("none"))
    space = QuestionSpace(np.zeros((6, 4), np.float32), np.eye(4, dtype=np.float32))
    rows = np.stack([Axes().encode([one.texts[0][1]])[0] for one in TEXTS])
    fit = TurnFit(space, weights or TurnWeights(), outside or OutsideWeights())
    return assemble_turn_model(fit, built.units, rows)


def vector(text: str) -> Vectors:
    return Axes().encode([text])[0]


def test_a_unit_is_found_by_its_questions_within_the_needs_given() -> None:
    ranked = model().rank(vector("what papers")[None], "en", {"widow": 1.0})
    assert [unit for unit, _ in ranked] == [PAPERS, AMOUNT]
    assert sum(chance for _, chance in ranked) == pytest.approx(1.0)


def test_a_need_that_is_likelier_brings_its_units_first() -> None:
    unsure = vector("anything")
    assert model().rank(unsure[None], "en", {"widow": 0.1, "orphan": 0.9})[0][0] == CHILD
    assert model().rank(unsure[None], "en", {"widow": 0.9, "orphan": 0.01})[0][0].need == "widow"


def test_what_leans_stays_with_the_need_on_the_table() -> None:
    alone, unsure = {"widow": 0.2, "orphan": 0.6}, vector("and then?")
    assert model().read(unsure, "en", alone, "widow", 0.99).needs["widow"] > 0.75
    left = model(TurnWeights(topic=0.0)).read(unsure, "en", alone, "widow", 0.01).needs
    assert left["orphan"] > left["widow"] * 0.5


def test_a_question_of_another_need_leaves_the_table() -> None:
    said = vector("does my son get something")
    read = model(TurnWeights(topic=1.0)).read(said, "en", {"widow": 0.3, "orphan": 0.5}, "widow", 0.01).needs
    assert max(read, key=read.__getitem__) == "orphan"


def test_a_topic_that_no_unit_is_about_changes_nothing() -> None:
    alone, said = {"widow": 0.7, "orphan": 0.2}, vector("how much")
    assert model().read(said, "en", alone, "no_such_need", 0.9).needs == alone


def test_without_a_fitted_model_the_message_alone_names_the_need_and_what_leans_keeps_it() -> None:
    plain, alone = build_turn_model(TEXTS, Axes(), Path("none")), {"widow": 0.1, "orphan": 0.6}
    kept = plain.read(vector("how much"), "en", alone, "widow", 0.9)
    assert kept.needs["widow"] > 0.9
    assert kept.outside == pytest.approx(0.03)


def test_without_units_none_is_ranked() -> None:
    assert build_turn_model((), Axes(), Path("none")).rank(vector("how much")[None], "en", {"widow": 1.0}) == []


def test_a_unit_without_questions_is_found_by_its_own_words() -> None:
    assert unit_texts((), LINES)[0] == UnitTexts(AMOUNT, (("en", "It is half."),))


def test_what_is_kept_is_the_same_and_only_what_changed_is_encoded(tmp_path: Path) -> None:
    weights, outside = TurnWeights(21.0, 0.4, 2.0, 6.0, -0.1), OutsideWeights(1.5, 0.5, -3.0, -6.0, -2.0)
    kept, fitted = tmp_path / "turn_model.npz", model(weights, outside)
    keep_turn_model(fitted, TEXTS, "axes", kept)
    again = build_turn_model(TEXTS, Axes(), kept)
    assert (again.weights, again.outside) == (fitted.weights, fitted.outside)
    assert np.allclose(again.rows, fitted.rows, atol=0.01)
    assert stale_units(TEXTS, "axes", kept) == []
    more = unit_texts((*QUESTIONS, question(PAPERS, "which form")), LINES)
    assert stale_units(more, "axes", kept) == [PAPERS]
    assert np.allclose(build_turn_model(more, Axes(), kept).rows[0], fitted.rows[0], atol=0.01)


def test_what_was_kept_of_another_encoder_is_not_used(tmp_path: Path) -> None:
    keep_turn_model(model(TurnWeights(99.0)), TEXTS, "another", tmp_path / "turn_model.npz")
    assert build_turn_model(TEXTS, Axes(), tmp_path / "turn_model.npz").weights == TurnWeights()


def test_a_need_that_the_message_names_beyond_doubt_is_not_taken_for_the_one_on_the_table() -> None:
    named = {"widow": 0.0, "orphan": 1.0}
    reading = model().read(vector("does my son get something"), "en", named, "widow", 0.5).needs
    assert max(reading, key=reading.__getitem__) == "orphan"


def test_what_is_near_the_units_of_the_table_lies_outside_less_than_it_seems_to_alone() -> None:
    weights = OutsideWeights(alone=0.5, near_topic=-4.0)
    near, far = vector("how much"), vector("does my son get something")
    alone = {"widow": 0.05, "orphan": 0.05}
    heard = model(outside=weights).read(near, "en", alone, "widow", 0.0)
    assert heard.outside < 0.2
    assert sum(heard.needs.values()) == pytest.approx(1 - heard.outside)
    assert model(outside=weights).read(far, "en", alone, "widow", 0.0).outside > 0.5
