import numpy as np
import pytest
from scipy.sparse import csr_matrix

from agents.understanding.labels.acts import build_act_reader
from agents.understanding.labels.pleas import (
    NO_BOUNDS,
    ORDER,
    AlarmBounds,
    HeardPleas,
    PleaBounds,
    PleaLessons,
    confirmed,
    train_pleas,
)  # fmt: skip
from agents.understanding.shared.labels import Label
from tests.administrations import SEGURIDAD_SOCIAL
from tools.reading.folding import fold

BOUNDS = PleaBounds(AlarmBounds(sure=4.0, doubtful=-2.0), AlarmBounds(sure=1.0, doubtful=-5.0))
ACTS = build_act_reader(SEGURIDAD_SOCIAL)


def scores(crisis: float, emergency: float = -9.0, violence: float = -9.0, person: float = -9.0) -> np.ndarray:
    return np.array([crisis, emergency, violence, person], np.float32)


def heard(*said: Label, danger: bool = False, person: bool = False) -> HeardPleas:
    return HeardPleas(frozenset(said), danger, person)


def test_the_likeliest_danger_is_said_once_it_is_sure() -> None:
    assert ORDER == ("crisis", "emergency", "violence", "person")
    assert BOUNDS.judge([scores(5, 6, 1)]) == heard("emergency", danger=True)
    assert BOUNDS.judge([scores(3.9)]) == heard(danger=True)
    assert BOUNDS.judge([scores(-2.1)]) == heard()


def test_a_wish_for_a_person_has_bounds_of_its_own_and_stands_beside_a_danger() -> None:
    assert BOUNDS.judge([scores(-9, person=1.5)]) == heard("person", person=True)
    assert BOUNDS.judge([scores(-9, person=-4)]) == heard(person=True)
    assert BOUNDS.judge([scores(5, person=2)]) == heard("crisis", "person", danger=True, person=True)


def test_a_sentence_says_danger_only_where_the_whole_does_not_deny_it() -> None:
    assert BOUNDS.judge([scores(-1), scores(-8), scores(5)]) == heard("crisis", danger=True)
    assert BOUNDS.judge([scores(-7), scores(5)]) == heard(danger=True)


def test_where_alarms_were_not_counted_words_are_believed() -> None:
    assert not NO_BOUNDS.danger.tried
    assert NO_BOUNDS.judge([scores(-50, person=-50)]) == heard(danger=True, person=True)


def test_a_danger_in_words_that_the_model_rules_out_is_doubtful() -> None:
    read = ACTS.find_acts(fold("el sistema no responde"))
    assert "emergency" in confirmed(read, heard=True).labels
    doubted = confirmed(read, heard=False)
    assert doubted.labels & {"emergency", "unsafe"} == {"unsafe"}
    assert not doubted.spans(frozenset({"emergency"}))


def test_it_learns_which_plea_it_is() -> None:
    rng = np.random.default_rng(0)
    places = np.eye(5, 12, dtype=np.float32) * 3
    vectors = np.concatenate([place + rng.normal(0, 0.3, (60, 12)).astype(np.float32) for place in places])
    pleas: list[Label | None] = [*[None] * 60, *(plea for plea in ORDER for _ in range(60))]
    letters = csr_matrix(np.ones((300, 1), np.float32))
    model = train_pleas(vectors, letters, PleaLessons(np.arange(300), pleas, [False] * 300))

    def odds(place: int) -> np.ndarray:
        return model.log_odds(places[place], np.array([0]), np.ones(1, np.float32))

    for row, plea in enumerate(ORDER, start=1):
        assert (ORDER[int(odds(row).argmax())], odds(row).max() > 0) == (plea, True)
    assert odds(0).max() < 0


def test_too_few_sentences_teach_nothing() -> None:
    lessons = PleaLessons(np.arange(2), [None, "person"], [False, False])
    model = train_pleas(np.ones((2, 12), np.float32), csr_matrix(np.ones((2, 1))), lessons)
    assert not model.log_odds(np.ones(12, np.float32), np.array([0]), np.ones(1, np.float32)).any()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("ok", "ack"), ("vale gracias", "ack"), ("ah vale perfecto", "ack"), ("👍", "ack"), ("d'acord", "ack"),
        ("de acordo", "ack"), ("ados", "ack"), ("got it, thanks", "ack"), ("d'accord merci", "ack"), ("🙏", "thanks"),
        ("😭", "worry"), ("💔", "grief"), ("🎉🎉", "joy"), ("😡", "complaint"),
    ],
)  # fmt: skip
def test_few_words_and_pictures_that_are_unmistakable(text: str, label: Label) -> None:
    assert label in ACTS.find_acts(fold(text), text).labels


@pytest.mark.parametrize("text", ["vale, ¿y cuándo?", "sí", "ok, el martes", "perfecto, quiero cita", "yes please"])
def test_an_answer_or_a_question_takes_no_note_of_anything(text: str) -> None:
    assert "ack" not in ACTS.find_acts(fold(text), text).labels
