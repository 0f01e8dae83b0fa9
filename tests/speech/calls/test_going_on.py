"""Which segments a number may have begun in."""

from speech.calls.going_on import gone_on
from speech.calls.record import Said
from speech.segments import Segment, Word


def said(text: str, number: int, start: float) -> Said:
    words = tuple(Word(word, start, start + 0.3, 0.9) for word in text.split())
    return Said("citizen", Segment(number, "es", words))


def numbers(*parts: Said) -> list[int]:
    """Of the segments before the last one."""
    last: Said | None = None
    for part in parts:
        last = gone_on(last, part)
    assert last is not None
    return [segment.number for segment in last.before]


def test_a_number_goes_on_after_a_pause() -> None:
    assert numbers(said("mi DNI es 12", 0, 0.0), said("34", 1, 2.0), said("56", 2, 5.0)) == [0, 1]


def test_after_a_long_pause_it_does_not() -> None:
    assert numbers(said("mi DNI es 12", 0, 0.0), said("34", 1, 6.0)) == []


def test_after_words_or_a_whole_number_nothing_goes_on() -> None:
    assert numbers(said("mi DNI es 12", 0, 0.0), said("quiero una cita", 1, 2.0), said("34", 2, 4.0)) == []
    assert numbers(said("mi DNI es 12345678 Z", 0, 0.0), said("34", 1, 2.0)) == []


def test_what_was_asked_stands_while_the_number_goes_on() -> None:
    first, second = said("doce", 0, 0.0), said("treinta y cuatro", 1, 2.0)
    asked = frozenset({"dni"})
    assert gone_on(Said("citizen", first.segment, asked), second).asked == asked
