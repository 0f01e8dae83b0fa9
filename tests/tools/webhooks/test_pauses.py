from datetime import timedelta
from itertools import pairwise

import pytest

from tools.webhooks.pauses import FIRST, GIVE_UP, LONGEST, pause

NO_TIME = timedelta()


def test_pauses_double_up_to_an_hour() -> None:
    pauses = [pause(attempts, NO_TIME, 0.0) for attempts in range(1, 40)]
    assert pauses[:4] == [FIRST, 2 * FIRST, 4 * FIRST, 8 * FIRST]
    assert all(later >= earlier for earlier, later in pairwise(pauses) if later and earlier)
    assert pauses[-1] == LONGEST


@pytest.mark.parametrize(("draw", "share"), [(0.0, 1.0), (0.5, 0.75), (1.0, 0.5)])
def test_chance_takes_up_to_a_half(draw: float, share: float) -> None:
    assert pause(1, NO_TIME, draw) == FIRST * share
    assert pause(30, NO_TIME, draw) == LONGEST * share


def test_a_message_is_given_up_a_day_after_it_was_tried_first_however_often_that_was() -> None:
    assert pause(2, GIVE_UP - timedelta(seconds=1), 0.0) == 2 * FIRST
    assert pause(2, GIVE_UP, 0.0) is None
    assert pause(500, GIVE_UP - timedelta(seconds=1), 0.0) == LONGEST


def test_no_attempt_counts_as_the_first() -> None:
    assert pause(0, NO_TIME, 0.0) == FIRST
