"""A value made once, whichever threads ask for it."""

from threading import Event, Thread

import pytest

from knowledge.once import Once


def test_it_is_made_when_it_is_first_asked_for_and_then_kept() -> None:
    made: list[int] = []
    once = Once(lambda: made.append(1) or len(made))
    assert made == []
    assert [once(), once()] == [1, 1]


def test_who_asks_meanwhile_waits_for_it_or_loses_patience() -> None:
    begun, may_end = Event(), Event()

    def make() -> str:
        begun.set()
        may_end.wait(10)
        return "made"

    once, others = Once(make), []
    maker = Thread(target=once)
    maker.start()
    begun.wait(10)
    with pytest.raises(TimeoutError):
        once(patience=0.01)
    waiting = Thread(target=lambda: others.append(once()))
    waiting.start()
    may_end.set()
    maker.join()
    waiting.join()
    assert others == ["made"]


def test_what_failed_is_made_again() -> None:
    values = iter([0, 5])
    once = Once(lambda: 10 // next(values))
    with pytest.raises(ZeroDivisionError):
        once()
    assert once() == 2
