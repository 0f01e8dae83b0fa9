"""What is counted of turns."""

from dataclasses import replace
from datetime import UTC, datetime

from agents.reception.turns.turn import Turn
from api.http.metrics import Metrics
from tools.queues.hand_offs import HandOff

HAND_OFF = HandOff(
    id="P-1", conversation_id="c-1", reason="asked", language="es", need=None, unit="INSS", summary=(), slots={},
    urgent=False, created_at=datetime(2026, 11, 25, 9, tzinfo=UTC),
)  # fmt: skip
TURN = Turn(
    turn_id="t-1", language="es", language_confidence=1.0, need=None, step="handed_off", messages=(), quick_replies=(),
    slots={}, offers=(), appointment=None, hand_off=HAND_OFF, completeness="complete",
)  # fmt: skip


def test_a_hand_off_said_again_counts_once() -> None:
    metrics = Metrics()
    metrics.turn(TURN)
    metrics.turn(replace(TURN, repeats=True))
    assert 'isac_hand_offs_total{reason="asked"} 1.0' in metrics.text().decode()
