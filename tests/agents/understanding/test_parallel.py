"""Two parts of a reading at once, or one after the other."""

from threading import Barrier, Event, Thread, current_thread

import pytest

from agents.understanding.parallel import ParallelRunner


def test_the_second_part_runs_while_the_first_does() -> None:
    met = Barrier(2, timeout=10)
    assert ParallelRunner(cores=2).run_both(met.wait, met.wait)[0] in (0, 1)  # each waits for the other


def test_on_one_core_both_run_where_they_are_asked_for() -> None:
    names = ParallelRunner(cores=1).run_both(lambda: current_thread().name, lambda: current_thread().name)
    assert set(names) == {current_thread().name}


def test_a_second_reader_does_not_wait_for_the_first() -> None:
    beside, begun, done = ParallelRunner(cores=2), Event(), Event()
    first = Thread(target=lambda: beside.run_both(begun.set, lambda: done.wait(10)))
    first.start()
    begun.wait(10)
    assert beside.run_both(lambda: "here", lambda: "there") == ("here", "there")
    done.set()
    first.join()


@pytest.mark.parametrize("cores", [1, 2])
def test_an_error_of_either_is_raised_and_the_next_reading_works(cores: int) -> None:
    beside = ParallelRunner(cores)
    with pytest.raises(ZeroDivisionError):
        beside.run_both(lambda: 1, lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        beside.run_both(lambda: 1 // 0, lambda: 1)
    assert beside.run_both(lambda: 1, lambda: 2) == (1, 2)
