"""How late words are."""

from speech.listening.lag import LagMeter, mean, p95
from speech.segments import Final, Partial, Segment, Word


def word(text: str, end: float) -> Word:
    return Word(text, end - 0.5, end, 0.9)


def test_a_word_counts_once_from_when_it_stays() -> None:
    a, b, c = word("a", 1), word("b", 2), word("c", 3)
    meter = LagMeter()
    meter.hear(Partial(0, "es", (), "a b", 2.5), 2.5)
    meter.hear(Partial(0, "es", (a,), "b c", 3.5), 3.5)
    meter.hear(Final(Segment(0, "es", (a, b)), 4), 4)
    meter.hear(Partial(1, "es", (), "c", 4), 4)
    meter.hear(Final(Segment(1, "es", (c,)), 6), 6)
    assert meter.lags == [2.5, 2, 3]
    assert meter.shown == [1.5, 0.5, 0.5]


def test_words_cut_off_into_a_segment_are_not_new() -> None:
    a, b = word("a", 1), word("b", 2)
    meter = LagMeter()
    meter.hear(Partial(0, "es", (a, b), "", 3), 3)
    meter.hear(Final(Segment(0, "es", (a,)), 4), 4)
    meter.hear(Partial(1, "es", (b,), "", 4), 4)
    meter.hear(Final(Segment(1, "es", (b,)), 9), 9)
    assert meter.lags == [2, 1]


def test_nothing_said_has_no_lag() -> None:
    assert (mean([]), p95([])) == (0, 0)
