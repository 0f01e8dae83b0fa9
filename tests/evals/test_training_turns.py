"""The fit of the turn model on tiny data, and the conversations that it is fitted to."""

import numpy as np
import pytest

from agents.understanding.units.unit_scorer import ClueWeights
from evals.training.needs.conversations import (
    Kind,
    LabelledConversation,
    LabelledMessage,
    as_questions,
    load_conversations,
)
from evals.training.places import Asked, fit_space
from evals.training.weighing import CONVERSATION, Posed, fit_scorer
from knowledge.languages import LANGUAGES
from knowledge.passages import UnitId
from tests import shipped
from tests.administrations import SEGURIDAD_SOCIAL

UNITS = [UnitId(need, "what", place) for need in ("one", "two") for place in (1, 2, 3)]


def asked_about(unit: UnitId, chance: np.random.Generator, *, leans: bool) -> Asked:
    """Near the unit's own axis; what leans also lies far along the last one."""
    vector = chance.normal(0, 0.2, 16).astype(np.float32)
    vector[UNITS.index(unit)] += 1
    vector[-1] += 2.0 * leans
    language = LANGUAGES[int(chance.integers(len(LANGUAGES)))]
    return Asked((unit,), language, vector)


def test_units_are_found_by_their_questions() -> None:
    chance = np.random.default_rng(0)
    taught = [asked_about(unit, chance, leans=bool(number % 2)) for unit in UNITS for number in range(60)]
    space, centres = fit_space(taught)
    fresh = [asked_about(unit, chance, leans=bool(number % 2)) for unit in UNITS for number in range(10)]
    vectors, languages = np.stack([one.vector for one in fresh]), [one.language for one in fresh]
    nearest = (space.place(vectors, languages) @ centres.rows.T).argmax(axis=1)
    assert np.mean([centres.units[row] == one.units[0] for row, one in zip(nearest, fresh, strict=True)]) > 0.95


def test_a_unit_has_a_prototype_for_each_way_in_which_it_is_asked_for() -> None:
    chance = np.random.default_rng(0)
    axes = np.eye(24, dtype=np.float32)
    ways = {UNITS[0]: (0, 1), UNITS[1]: (2, 3)}
    taught = [
        Asked((unit,), "es", axes[way] + chance.normal(0, 0.1, 24).astype(np.float32))
        for unit, own in ways.items()
        for way in own
        for _ in range(20)
    ]
    space, centres = fit_space(taught)
    assert centres.prototypes.counts.tolist() == [16, 16]
    for row, own in enumerate(ways.values()):
        for way in own:
            near = centres.prototypes.nearest(space.narrow(space.place(axes[way][None, :], ["es"])))
            assert near.argmax() == row
            assert near[row] > (centres.rows[row] @ space.place(axes[way][None, :], ["es"])[0]) + 0.1


def test_two_clues_that_only_tell_together_are_learnt() -> None:
    """The unit that answers has one of two clues; others have both or none, which no sum of them tells."""
    chance = np.random.default_rng(0)
    fields = ClueWeights._fields
    posed = []
    for _ in range(6000):
        clues = np.zeros((8, len(fields)), np.float16)
        answer = int(chance.integers(8))
        clues[:, [fields.index("part"), fields.index("asked")]] = chance.integers(0, 2, 8)[:, None]
        clues[answer, [fields.index("part"), fields.index("asked")]] = chance.permutation([0, 1])
        posed.append(Posed(CONVERSATION, "es", "one", clues, np.arange(8) == answer))
    scorer = fit_scorer(posed, np.zeros(8, np.bool_))
    first = [scorer.score(one.clues.astype(np.float32)).argmax() for one in posed]
    assert np.mean([one.answers[row] for one, row in zip(posed, first, strict=True)]) > 0.95


@pytest.mark.parametrize("kind", ["played", "written"])
def test_every_language_has_conversations_with_questions_that_units_answer(kind: Kind) -> None:
    conversations = load_conversations(SEGURIDAD_SOCIAL, kind, shipped.knowledge_base().unit_lines())
    answered = [one.language for one in conversations for message in one.messages if message.answers]
    assert min(answered.count(language) for language in LANGUAGES) > 50


def test_a_unit_that_is_gone_is_named() -> None:
    with pytest.raises(ValueError, match=r"conversations/played/ca-05: there is no answer unit \w+/"):
        load_conversations(SEGURIDAD_SOCIAL, "played", ())


def test_a_message_is_asked_after_the_one_before_and_leaning_on_it_by_itself() -> None:
    first, second = LabelledMessage("soy viuda", (UNITS[0],), ()), LabelledMessage("¿y mi hijo?", (UNITS[1],), ())
    asked = as_questions([LabelledConversation("es", (first, second))])
    assert [(one.text, one.leans, one.units[0]) for one in asked] == [
        ("soy viuda", False, UNITS[0]),
        ("soy viuda. ¿y mi hijo?", False, UNITS[1]),
        ("¿y mi hijo?", True, UNITS[1]),
    ]
