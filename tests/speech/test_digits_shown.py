"""Digits in the text that people see."""

import pytest

from knowledge.languages import Language
from speech.dictated import read_dictated
from speech.digits_shown import with_digits
from speech.segments import Segment, Word


def shown_of(text: str, language: Language = "es", confidence: float = 0.9) -> str:
    words = tuple(Word(word, float(at), at + 0.5, confidence) for at, word in enumerate(text.split()))
    return with_digits(Segment(0, language, words), read_dictated(words, language))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mi teléfono es el seis uno dos, treinta y cuatro, cincuenta y seis, setenta y ocho. Gracias.",
         "mi teléfono es el 612 34 56 78. Gracias."),
        ("doce, treinta y cuatro, cincuenta y seis, setenta y ocho, zeta.", "12345678-Z."),
        ("tengo dos hijas y mi código postal es 28, 013", "tengo dos hijas y mi código postal es 28013"),
        ("tengo dos hijas", "tengo dos hijas"),
        ("la cuenta es ES 91 2100 0418 4502 0005 1332", "la cuenta es ES91 2100 0418 4502 0005 1332"),
    ],
)  # fmt: skip
def test_what_is_sure_is_written_in_figures(text: str, shown: str) -> None:
    assert shown_of(text) == shown


def test_what_is_doubtful_stays_as_it_was_heard() -> None:
    text = "seis uno dos, treinta y cuatro, cincuenta y seis, setenta y ocho"
    assert shown_of(text, confidence=0.3) == text
