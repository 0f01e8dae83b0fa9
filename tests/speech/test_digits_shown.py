"""Digits in the text that people see."""

from dataclasses import replace

import pytest

from knowledge.languages import Language
from speech.dictated.dictated_identities import read_dictated
from speech.dictated.digits_shown import marked_with_digits, with_digits
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


def test_a_doubtful_word_has_a_sign_before_the_marks_that_close_it() -> None:
    heard = {"quiero": 0.9, "una": 0.9, "cita,": 0.3, "de": 0.4, "jubilación": 0.1, "¿sí?": 0.3}
    words = [Word(text, 0.0, 0.5, confidence) for text, confidence in heard.items()]
    assert marked_with_digits(Segment(0, "es", tuple(words)), ()) == "quiero una cita(?), de jubilación(?) ¿sí(?)?"


def test_what_is_sure_has_no_sign_however_doubtful_its_words() -> None:
    text = "doce, treinta y cuatro, cincuenta y seis, setenta y ocho, zeta."
    words = tuple(Word(word, float(at), at + 0.5, 0.3) for at, word in enumerate(text.split()))
    dictated = read_dictated(tuple(replace(word, confidence=0.9) for word in words), "es")
    assert marked_with_digits(Segment(0, "es", words), dictated) == "12345678-Z."
