"""A question in its conversation: the units it asks for, and the need that it is about."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from agents.understanding.units.kept_turns import build_turn_model, keep_turn_model, stale_units
from agents.understanding.units.known_units import KnownUnits
from agents.understanding.units.places import Prototypes, QuestionSpace, UnitPlaces
from agents.understanding.units.spoken import NOTHING_SAID, PosedTurn, SaidBefore, SpokenQuestion, speak
from agents.understanding.units.turn_model import OutsideWeights, TurnModel
from agents.understanding.units.unit_scorer import ClueWeights, UnitScorer, plain_scorer
from agents.understanding.units.unit_texts import UnitTexts, unit_texts
from knowledge.content.questions import UnitQuestion
from knowledge.encoders.encoder import Role, Vectors
from knowledge.passages import Aspect, UnitId

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


def model(
    scorer: UnitScorer | None = None, outside: OutsideWeights | None = None, asked: Sequence[float] = (0, 0, 0)
) -> TurnModel:
    """Fitted, with a place for each unit on the axis of its first question, and a prototype for each question."""
    space = QuestionSpace(np.zeros((6, 4), np.float32), np.eye(4, dtype=np.float32), np.eye(4, dtype=np.float32))
    rows = np.stack([Axes().encode([one.texts[0][1]])[0] for one in TEXTS])
    prototypes = Prototypes.of([Axes().encode([text for _, text in one.texts]) for one in TEXTS])
    known = KnownUnits.of(TEXTS, space, UnitPlaces(rows, prototypes, np.array(asked, np.float32)))
    return TurnModel(known, scorer or plain_scorer(), outside or OutsideWeights(), fitted=True)


def spoken(text: str, before: SaidBefore = NOTHING_SAID) -> SpokenQuestion:
    return speak(text, "en", before, Axes().encode)


def on_the_table(belief: float, topic: str = "widow", told: frozenset[UnitId] = frozenset()) -> SaidBefore:
    return SaidBefore(beliefs={topic: belief}, topic=topic, told=told)


def ranked(
    text: str,
    needs: Mapping[str, float],
    before: SaidBefore = NOTHING_SAID,
    sides: Mapping[Aspect, float] | None = None,
) -> list[UnitId]:
    return [unit for unit, _ in model().rank(PosedTurn(spoken(text), needs, before, sides or {}))]


def test_a_unit_is_found_by_its_questions_within_the_needs_given() -> None:
    found = model().rank(PosedTurn(spoken("what papers"), {"widow": 1.0}))
    assert [unit for unit, _ in found] == [PAPERS, AMOUNT]
    assert sum(chance for _, chance in found) == pytest.approx(1.0)


def test_a_unit_is_found_by_the_words_of_its_questions_and_of_its_line() -> None:
    """The encoder knows none of these."""
    assert ranked("which papers do they want", {"widow": 1.0})[0] == PAPERS
    assert ranked("is there any certificate", {"widow": 1.0})[0] == PAPERS
    assert ranked("is half of it mine", {"widow": 1.0})[0] == AMOUNT


def test_a_part_of_a_long_message_may_ask_by_itself() -> None:
    assert ranked("my husband died in May. what papers", {"widow": 1.0})[0] == PAPERS


def test_the_side_that_is_asked_for_is_likelier_and_what_was_told_less() -> None:
    assert ranked("anything", {"widow": 1.0}, sides={"documents": 0.9})[0] == PAPERS
    assert ranked("anything", {"widow": 1.0}, on_the_table(0.9, told=frozenset({AMOUNT})))[0] == PAPERS
    assert ranked("anything", {"widow": 1.0}, on_the_table(0.9, told=frozenset({PAPERS})))[0] == AMOUNT


def test_a_need_that_is_likelier_brings_its_units_first() -> None:
    assert ranked("anything", {"widow": 0.1, "orphan": 0.9})[0] == CHILD
    assert ranked("anything", {"widow": 0.9, "orphan": 0.01})[0].need == "widow"


def needs_read(text: str, alone: Mapping[str, float], before: SaidBefore) -> Mapping[str, float]:
    return model().read(PosedTurn(spoken(text, before), alone, before)).needs


def test_what_was_spoken_of_is_spoken_of_still_as_far_as_it_was_believed() -> None:
    alone = {"widow": 0.3, "orphan": 0.5}
    surely, hardly = (needs_read("and then?", alone, on_the_table(belief)) for belief in (0.9, 0.1))
    assert surely["widow"] > hardly["widow"]
    assert surely["widow"] > surely["orphan"]


def test_a_question_of_another_need_leaves_the_table() -> None:
    read = needs_read("does my son get something", {"widow": 0.3, "orphan": 0.5}, on_the_table(0.5))
    assert max(read, key=read.__getitem__) == "orphan"


def test_a_message_is_read_with_the_one_before_it() -> None:
    """ "what papers" alone is as near to papers as before; after words about a child, its need is nearer."""
    alone, after = {"widow": 0.4, "orphan": 0.4}, SaidBefore(text="does my son get something")
    assert needs_read("and that?", alone, after)["orphan"] > needs_read("and that?", alone, NOTHING_SAID)["orphan"]


def test_what_no_article_is_about_keeps_what_the_message_alone_says() -> None:
    read = model().read(PosedTurn(spoken("how much"), {"widow": 0.5, "no_article": 0.4}))
    assert read.needs["no_article"] == 0.4
    assert read.outside == pytest.approx(0.1)
    assert sum(read.needs.values()) == pytest.approx(0.9)


def test_beliefs_fade_as_others_come() -> None:
    first = NOTHING_SAID.believed_after({"widow": 0.9, "orphan": 0.1})
    once = SaidBefore(beliefs=first).believed_after({"orphan": 1.0})
    twice = SaidBefore(beliefs=once).believed_after({"orphan": 1.0})
    assert (first["widow"], once["widow"] > once["orphan"]) == (0.9, True)
    assert twice["orphan"] > twice["widow"] > 0


def test_without_a_fitted_model_the_message_alone_names_the_need_and_what_leans_keeps_it() -> None:
    plain, alone = build_turn_model(TEXTS, Axes(), Path("none")), {"widow": 0.1, "orphan": 0.6}
    kept = plain.read(PosedTurn(spoken("how much"), alone, on_the_table(0.9), leans=0.9))
    assert kept.needs["widow"] > 0.9
    assert kept.outside == pytest.approx(0.03)


def test_a_need_that_only_points_at_others_has_no_line_to_rank() -> None:
    pointing = unit_texts((), {AMOUNT: LINES[AMOUNT], UnitId("other", "related", 1): [("en", "See widows.")]})
    found = build_turn_model(pointing, Axes(), Path("none"))
    ranked = found.rank(PosedTurn(spoken("how much"), {"widow": 0.5, "other": 0.5}))
    assert [unit for unit, _ in ranked] == [AMOUNT]


def test_without_units_none_is_ranked() -> None:
    assert build_turn_model((), Axes(), Path("none")).rank(PosedTurn(spoken("how much"), {"widow": 1.0})) == []


def test_a_unit_without_questions_is_found_by_its_own_words() -> None:
    assert unit_texts((), LINES)[0] == UnitTexts(AMOUNT, (("en", "It is half."),), (("en", "It is half."),))


def test_a_unit_is_near_where_one_of_its_questions_is() -> None:
    """The middle of two questions that have nothing in common is near to neither; a prototype lies on each."""
    vectors = Axes().encode(["how much", "what papers", "and my son"])
    prototypes = Prototypes.of([vectors[:1], vectors[1:]])
    assert prototypes.nearest(Axes().encode(["and my son"])).tolist() == [0.0, 1.0]
    assert prototypes.nearest(Axes().encode(["how much", "what papers"])).tolist() == [1.0, 1.0]
    assert Prototypes.of([]).nearest(vectors).tolist() == []


def test_what_people_ask_for_more_often_is_likelier() -> None:
    often = plain_scorer(ClueWeights(asked=1.0))
    for asked, first in (((0, 9, 0), PAPERS), ((9, 0, 0), AMOUNT)):
        found = model(often, asked=asked).rank(PosedTurn(spoken("anything"), {"widow": 1.0}))
        assert found[0][0] == first
    of_needs = plain_scorer(ClueWeights(need_asked=1.0))
    for asked, need in (((0, 9, 0), "widow"), ((0, 0, 9), "orphan")):
        read = model(of_needs, asked=asked).read(PosedTurn(spoken("anything"), {"widow": 0.5, "orphan": 0.5}))
        assert max(read.needs, key=read.needs.__getitem__) == need


def test_two_clues_together_may_say_what_neither_says_alone() -> None:
    """Told already, and near: asked for again."""
    clues = np.zeros((3, len(ClueWeights())), np.float32)
    near, told = ClueWeights._fields.index("part"), ClueWeights._fields.index("told")
    clues[0, near] = clues[1, told] = 1.0
    clues[2, [near, told]] = 1.0
    inward = np.zeros((len(ClueWeights()), 1), np.float32)
    inward[[near, told], 0] = 1.0
    scorer = UnitScorer(
        np.zeros(len(ClueWeights()), np.float32), inward, np.array([-1.0], np.float32), np.array([2.0], np.float32)
    )
    assert scorer.score(clues).tolist() == [0.0, 0.0, 2.0]


def test_what_is_kept_is_the_same_and_only_what_changed_is_encoded(tmp_path: Path) -> None:
    order = np.random.default_rng(0)
    scorer = UnitScorer(*(order.normal(size=shape).astype(np.float32) for shape in ((14,), (14, 3), (3,), (3,))))
    outside = OutsideWeights(1.5, 0.5, -3.0, -6.0, -2.0)
    kept, fitted = tmp_path / "turn_model.npz", model(scorer, outside, asked=(5, 0, 2))
    keep_turn_model(fitted, TEXTS, "axes", kept)
    again = build_turn_model(TEXTS, Axes(), kept)
    assert again.outside == fitted.outside
    said = PosedTurn(spoken("what papers"), {"widow": 0.5}, leans=0.4)
    clues = again.known.clues(said)
    assert np.allclose(clues, fitted.known.clues(said), atol=0.01)
    assert np.array_equal(again.scores(clues), fitted.scores(clues))
    assert stale_units(TEXTS, "axes", kept) == []
    more = unit_texts((*QUESTIONS, question(PAPERS, "which form")), LINES)
    assert stale_units(more, "axes", kept) == [PAPERS]
    changed = build_turn_model(more, Axes(), kept)
    assert changed.known.places.asked.tolist() == [5, 0, 2]
    assert changed.known.places.prototypes.counts.tolist() == [1, 1, 2]  # its mean alone; the others' as they were kept
    assert np.allclose(changed.known.places.rows[0], fitted.known.places.rows[0], atol=0.01)


def test_units_that_are_asked_for_in_the_same_words_stay_apart(tmp_path: Path) -> None:
    same = unit_texts((question(AMOUNT, "how much"), question(CHILD, "how much")), {AMOUNT: [], CHILD: []})
    rows = np.eye(4, dtype=np.float32)[:2]
    space = QuestionSpace(np.zeros((6, 4), np.float32), np.eye(4, dtype=np.float32), np.eye(4, dtype=np.float32))
    places = UnitPlaces(rows, Prototypes.of([rows[:1], rows[1:]]), np.array([7, 1], np.float32))
    fitted = TurnModel(KnownUnits.of(same, space, places), plain_scorer(), OutsideWeights(), fitted=True)
    keep_turn_model(fitted, same, "axes", tmp_path / "turn_model.npz")
    again = build_turn_model(same, Axes(), tmp_path / "turn_model.npz").known.places
    assert (again.asked.tolist(), again.rows.tolist()) == ([7, 1], rows.tolist())


@pytest.mark.parametrize(("field", "value"), [("encoder", "another"), ("clues", ("part", "whole"))])
def test_what_was_kept_of_another_encoder_or_of_other_clues_is_not_used(
    tmp_path: Path, field: str, value: object
) -> None:
    kept = tmp_path / "turn_model.npz"
    keep_turn_model(model(), TEXTS, "axes", kept)
    with np.load(kept) as arrays:
        changed = {**arrays, field: np.array(value)}
    np.savez(kept, **changed)
    assert not build_turn_model(TEXTS, Axes(), kept).fitted


def test_what_is_near_the_units_of_the_table_lies_outside_less_than_it_seems_to_alone() -> None:
    weights = OutsideWeights(alone=0.5, near_topic=-4.0)
    near, far = spoken("how much"), spoken("does my son get something")
    alone = {"widow": 0.05, "orphan": 0.05}
    heard = model(outside=weights).read(PosedTurn(near, alone, on_the_table(0.9)))
    assert heard.outside < 0.2
    assert sum(heard.needs.values()) == pytest.approx(1 - heard.outside)
    assert model(outside=weights).read(PosedTurn(far, alone, on_the_table(0.9))).outside > 0.5
