"""The letter of a document, said apart from its number."""

import pytest

from tools.reading.identities.last_letter import find_letter

NUMBER = "15234567"  # B


@pytest.mark.parametrize(
    "said",
    [
        "no, es una B", "perdón, acaba en b", "la b", "l'última és la B, m'he equivocat", "é un B de barco",
        "B da, barkatu", "sorry, it ends in B, I misread it", "Ah oui pardon c'est un B, j'ai mal lu",
    ],
)  # fmt: skip
def test_the_letter_that_belongs_is_found(said: str) -> None:
    span = find_letter(said, NUMBER)
    assert span is not None
    assert said[slice(*span)].upper() == "B"


@pytest.mark.parametrize(
    "said", ["no, es una C", "la c", "a las nueve", "plan B-2", "j'ai b'soin de temps", "q b te va eso a ti ahora"]
)
def test_another_letter_and_part_of_a_word_are_none(said: str) -> None:
    assert find_letter(said, NUMBER) is None


def test_a_letter_that_is_a_word_has_to_be_led_or_to_end_the_message() -> None:
    number = "00000014"  # Z belongs to 14; A to 3
    assert find_letter("A las nueve me va bien, gracias", "00000003") is None
    assert find_letter("perdone, la letra es la A, de Ana", "00000003") is not None
    assert find_letter("y es la Z", number) is not None


def test_a_number_of_another_length_has_no_letter() -> None:
    assert find_letter("la B", "1523456") is None
