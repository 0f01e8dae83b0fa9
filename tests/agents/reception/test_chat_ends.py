"""What became of a conversation that nobody goes on with."""

from typing import Any

import pytest

from agents.reception.turns.ended import ChatEnd, end_of
from agents.reception.turns.state import State
from tests.api.fakes import catalogue


def end(**kept: Any) -> ChatEnd | None:
    state: State = {"conversation_id": "c1", "language": "es", "language_locked": False, "turns": 1, **kept}  # type: ignore[typeddict-item]
    return end_of(state, catalogue())


@pytest.mark.parametrize(
    ("kept", "outcome"),
    [
        ({"booked": "K7MQ2XHD", "told_units": ["u"]}, "appointment"),
        ({"handed_off": "asked", "told_units": ["u"]}, "pending"),
        ({"told_units": ["u"]}, "resolved"),
        ({"sum_done": "retirement"}, "resolved"),
        ({}, "abandoned"),
    ],
)
def test_it_ends_in_what_was_done_in_it(kept: dict[str, Any], outcome: str) -> None:
    found = end(need="jubilacion_ordinaria", **kept)
    assert found is not None
    assert (found.need, found.outcome, found.locator) == ("jubilacion_ordinaria", outcome, kept.get("booked"))


def test_of_a_page_that_was_only_opened_nothing_is_left() -> None:
    assert end(turns=0) is None
