import numpy as np
import pytest

from agents.understanding.labels.acts import build_act_reader
from agents.understanding.labels.danger import ORDER, DangerBounds, confirmed, no_net, train_net
from agents.understanding.shared.labels import Label
from tests.administrations import SEGURIDAD_SOCIAL
from tools.reading.folding import fold

BOUNDS = DangerBounds(sure=4.0, doubtful=-2.0)
ACTS = build_act_reader(SEGURIDAD_SOCIAL)


def scores(crisis: float, emergency: float = -9.0, violence: float = -9.0) -> np.ndarray:
    return np.array([crisis, emergency, violence], np.float32)


def test_the_likeliest_danger_is_said_once_it_is_sure() -> None:
    assert ORDER == ("crisis", "emergency", "violence")
    assert BOUNDS.judge([scores(5, 6, 1)]) == ({"emergency"}, True)
    assert BOUNDS.judge([scores(3.9)]) == (frozenset(), True)
    assert BOUNDS.judge([scores(-2.1)]) == (frozenset(), False)


def test_a_sentence_says_danger_only_where_the_whole_does_not_deny_it() -> None:
    assert BOUNDS.judge([scores(-1), scores(-8), scores(5)]) == ({"crisis"}, True)
    assert BOUNDS.judge([scores(-7), scores(5)]) == (frozenset(), True)


def test_where_alarms_were_not_counted_words_are_believed() -> None:
    assert not DangerBounds().tried
    assert DangerBounds().judge([scores(-50)]) == (frozenset(), True)


def test_a_danger_in_words_that_the_model_rules_out_is_doubtful() -> None:
    read = ACTS.find_acts(fold("el sistema no responde"))
    assert "emergency" in confirmed(read, heard=True).labels
    doubted = confirmed(read, heard=False)
    assert doubted.labels & {"emergency", "unsafe"} == {"unsafe"}
    assert not doubted.spans(frozenset({"emergency"}))


def test_a_network_learns_which_danger_it_is() -> None:
    rng = np.random.default_rng(0)
    places = np.eye(4, 12, dtype=np.float32) * 3
    vectors = np.concatenate([place + rng.normal(0, 0.3, (60, 12)).astype(np.float32) for place in places])
    dangers: list[Label | None] = [*[None] * 60, *["crisis"] * 60, *["emergency"] * 60, *["violence"] * 60]
    net = train_net(vectors, dangers, [False] * 240)
    for row, danger in enumerate(ORDER, start=1):
        odds = net.log_odds(places[row])
        assert (ORDER[int(odds.argmax())], odds.max() > 0) == (danger, True)
    assert net.log_odds(places[0]).max() < 0
    assert not no_net(12).log_odds(places[1]).any()


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
