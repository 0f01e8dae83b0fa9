"""What is told of a segment."""

from dataclasses import replace

from speech.calls.record import Said
from speech.calls.words_json import said_to_json
from speech.segments import Segment, Word


def said(text: str, confidence: float = 0.9) -> Said:
    words = tuple(Word(word, place * 0.3, place * 0.3 + 0.3, confidence) for place, word in enumerate(text.split()))
    return Said("citizen", Segment(0, "es", words))


def test_a_telephone_dictated_is_told_in_figures() -> None:
    told = said_to_json(said("mi teléfono es seis uno dos treinta y cuatro cincuenta y seis setenta y ocho"))
    assert told["figures"] == "mi teléfono es 612 34 56 78"
    assert [(one["kind"], one["value"], one["status"]) for one in told["dictated"]] == [
        ("phone", "+34612345678", "sure")
    ]
    assert told["text"].endswith("setenta y ocho"), "what was written stays as it was written"


def test_what_was_badly_heard_is_not_told_in_figures() -> None:
    told = said_to_json(said("mi teléfono es seis uno dos treinta y cuatro cincuenta y seis setenta y ocho", 0.3))
    assert told["figures"] == told["text"]
    assert [one["status"] for one in told["dictated"]] == ["ask_again"]


def test_ordinary_numbers_stay() -> None:
    told = said_to_json(said("tengo dos hijas y tres nietos"))
    assert (told["figures"], told["dictated"]) == (told["text"], [])


def test_what_was_asked_for_and_not_understood_is_asked_again() -> None:
    answer = said("doce treinta y cuatro")
    assert said_to_json(answer)["dictated"] == []
    told = said_to_json(replace(answer, asked=frozenset({"dni"})))
    assert [(one["kind"], one["status"]) for one in told["dictated"]] == [("dni", "ask_again")]


def test_what_the_citizen_names_is_believed_before_what_was_asked_for() -> None:
    answer = said("mejor mi teléfono seis uno dos treinta y cuatro cincuenta y seis setenta y ocho")
    told = said_to_json(replace(answer, asked=frozenset({"dni"})))
    assert [(one["kind"], one["value"]) for one in told["dictated"]] == [("phone", "+34612345678")]
