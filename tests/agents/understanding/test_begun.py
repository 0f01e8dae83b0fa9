"""What plain words for a new appointment do, where the model of acts hears one that exists."""

import pytest

from agents.understanding.appointments.act_model import begun
from agents.understanding.shared.labels import Label


def likely(book: float, change: float, has_appointment: float) -> dict[Label, float]:
    return {"book": book, "change": change, "has_appointment": has_appointment}


@pytest.mark.parametrize(
    ("heard", "done"),
    [
        (likely(0.99, 0.71, 0.75), {"book"}),  # "an appointment; next week I can't"
        (likely(0.8, 0.28, 0.8), {"book"}),
        (likely(0.05, 0.78, 0.74), {"change", "has_appointment"}),  # "I have one, could it be moved?"
        (likely(0.27, 0.39, 0.89), {"has_appointment"}),
        (likely(0.1, 0.2, 0.3), {"book"}),
    ],
)
def test_one_that_exists_is_heard_unless_a_new_one_is_as_likely(heard: dict[Label, float], done: set[str]) -> None:
    assert begun(frozenset(), heard) == done


def test_what_is_to_be_cancelled_is_not_moved() -> None:
    assert begun(frozenset({"cancel"}), likely(0.1, 0.6, 0.9)) == {"cancel", "has_appointment"}
