"""Which segments a number may have begun in."""

from dataclasses import replace

from speech.calls.merging import merge_with_previous
from speech.calls.record import Said
from speech.dictated.over_segments import read_over_segments
from speech.segments import Segment, Word


def said(text: str, number: int, start: float) -> Said:
    words = tuple(Word(word, start, start + 0.3, 0.9) for word in text.split())
    return Said("citizen", Segment(number, "es", words))


def numbers(*parts: Said) -> list[int]:
    """Of the segments before the last one."""
    last: Said | None = None
    for part in parts:
        last = merge_with_previous(last, part)
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
    assert merge_with_previous(Said("citizen", first.segment, asked), second).asked == asked


def test_the_whole_answer_to_another_question_does_not_go_on_from_what_was_said() -> None:
    first, answer = said("mi DNI es 12345678", 0, 0.0), said("612345678", 1, 3.0)
    assert merge_with_previous(first, replace(answer, asked=frozenset({"phone"}))).before == ()
    part = replace(said("zeta", 1, 3.0), asked=frozenset({"dni"}))
    assert merge_with_previous(first, part).before == (first.segment,)


def test_an_account_said_figure_by_figure_is_whole_at_its_end() -> None:
    last: Said | None = None
    for number, text in enumerate(["mi cuenta es ES 9", *"121000418450200051332"]):
        last = merge_with_previous(last, said(text, number, float(number)))
    assert last is not None
    (one,) = read_over_segments(last.before, last.segment, last.asked)
    assert (one.kind, one.value, one.begun) == ("iban", "ES9121000418450200051332", (0, 3))
