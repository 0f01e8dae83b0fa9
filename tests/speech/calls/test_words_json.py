"""What is told of a segment."""

from dataclasses import replace

from speech.calls.merging import merge_with_previous
from speech.calls.record import Said
from speech.calls.words_json import all_to_json, said_to_json
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


def in_parts(*texts: str) -> list[Said]:
    parts: list[Said] = []
    for number, text in enumerate(texts):
        segment = replace(said(text).segment, number=number)
        parts.append(merge_with_previous(parts[-1] if parts else None, Said("citizen", segment)))
    return parts


def test_a_number_said_in_parts_is_told_once_with_the_last() -> None:
    parts = in_parts("mi DNI es 12 34", "56 78,", "zeta.")
    assert [one["dictated"] for one in all_to_json(parts)[:2]] == [[], []]
    told = said_to_json(parts[-1])
    assert told == all_to_json(parts)[-1]
    assert told["figures"] == "12345678-Z."
    (one,) = told["dictated"]
    assert (one["value"], one["status"], one["words"]) == ("12345678Z", "sure", [0])
    assert one["begun"] == {"number": 0, "word": 3}


def test_what_is_still_incomplete_asks_again() -> None:
    parts = in_parts("mi DNI es 12345678", "gracias")
    assert [[one["status"] for one in told["dictated"]] for told in all_to_json(parts)] == [["ask_again"], []]


def test_another_number_of_the_part_in_which_it_began_is_told_there() -> None:
    parts = in_parts("mi teléfono es 612 345 678 y el DNI 12345678", "zeta")
    assert [[one["kind"] for one in told["dictated"]] for told in all_to_json(parts)] == [["phone"], ["dni"]]


def test_a_number_said_in_parts_is_written_in_figures_once() -> None:
    parts = in_parts("mi teléfono es 612 345 678 y el DNI 12 34", "56 78", "zeta, gracias")
    assert [told["figures"] for told in all_to_json(parts)] == [
        "mi teléfono es 612 34 56 78 y el DNI …",
        "…",
        "12345678-Z, gracias",
    ]
    assert [told["text"] for told in all_to_json(parts)][1] == "56 78", "what was written stays as it was written"


def test_while_it_is_not_sure_its_parts_stay_as_they_were_said() -> None:
    parts = in_parts("mi teléfono es 612 345", "345")
    assert [told["figures"] for told in all_to_json(parts)] == ["mi teléfono es 612 345", "345"]
