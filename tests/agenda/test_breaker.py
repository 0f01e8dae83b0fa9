import pytest

from tools.breaker import CircuitBreaker
from tools.errors import ToolUnavailable


class Time:
    now = 100.0


@pytest.fixture
def breaker() -> CircuitBreaker:
    Time.now = 100.0
    return CircuitBreaker(lambda: Time.now, threshold=3, rest=10.0)


def admits(breaker: CircuitBreaker) -> bool:
    try:
        breaker.admit()
    except ToolUnavailable:
        return False
    return True


def broken(breaker: CircuitBreaker) -> CircuitBreaker:
    for _ in range(3):
        breaker.failed()
    return breaker


def test_only_failures_in_a_row_open_it(breaker: CircuitBreaker) -> None:
    for _ in range(5):
        breaker.failed()
        breaker.failed()
        breaker.succeeded()
    assert admits(breaker)
    assert not admits(broken(breaker))


def test_after_the_rest_one_call_is_let_through_and_the_others_wait_for_it(breaker: CircuitBreaker) -> None:
    broken(breaker)
    Time.now += 9.9
    assert not admits(breaker)
    Time.now += 0.1
    assert [admits(breaker) for _ in range(3)] == [True, False, False]


def test_that_call_decides(breaker: CircuitBreaker) -> None:
    broken(breaker)
    Time.now += 10
    assert admits(breaker)
    breaker.failed()
    assert not admits(breaker)
    Time.now += 10
    assert admits(breaker)
    breaker.succeeded()
    assert [admits(breaker) for _ in range(3)] == [True, True, True]


def test_a_call_that_never_tells_does_not_keep_it_open_for_ever(breaker: CircuitBreaker) -> None:
    broken(breaker)
    Time.now += 10
    assert admits(breaker)
    Time.now += 10
    assert admits(breaker)
