import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.es import dni

from tests.administrations import SEGURIDAD_SOCIAL
from tools.reading.masking import hint, load_public_numbers, mask

NUMBERS = st.integers(0, 99_999_999).map(lambda number: f"{number:08d}")
GAPS = st.sampled_from(["", " ", ".", "-"])
WORDS = st.sampled_from(["mi dni es", "llámeme al", "(", "DNI:", "hola,", "nire NANa", ""])


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("mi dni es 12345678z.", "mi dni es [DOCUMENT]."),
        ("12.345.678-Z y 12345678A", "[DOCUMENT] y [DOCUMENT]"),
        ("12345678 y vivo en Lugo", "[DOCUMENT] y vivo en Lugo"),
        ("X 1234567 L", "[DOCUMENT]"),
        ("1 2 3 4 5 6 7 8 Z", "[DOCUMENT]"),
        ("28/12345678/40", "[NUSS]"),
        ("al 612 34 56 78 o 612345679", "al [PHONE] o [PHONE]"),
        ("+34612345678, 0034 612345678, +33 6 12 34 56 78", "[PHONE], [PHONE], [PHONE]"),
        ("es 91 2100 0418 4502 0005 1332", "[ACCOUNT]"),
        ("4111 1111 1111 1111", "[ACCOUNT]"),
        ("ana.garcia@correo.es", "[EMAIL]"),
        ("garcia arroba correo punto es", "[EMAIL]"),
        ("garcia @ correo.es", "[EMAIL]"),
        ("Sin Cl@ve ni certificado", "Sin Cl@ve ni certificado"),
    ],
)
def test_personal_data_become_tokens(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "el 016, el 024, el 112 o el 020",
        "91 541 25 30",
        "901 10 65 70 y 900 20 22 22",
        "0034 901 10 65 70 o +34 915412530",
        "el 25/11/2026 a las 10:00",
        "del 2024-2025, 12-05-1960",
        "2026-11-25T10:00:00.123456+00:00",
        "733,60 € al mes, 1.234.567,89 €",
        "08001 Barcelona",
        "66 años y 10 meses",
        "AB3D5FGH",
        "",
    ],
)
def test_public_numbers_dates_and_amounts_stay(text: str) -> None:
    assert mask(text, load_public_numbers(SEGURIDAD_SOCIAL)) == text


@given(
    WORDS, NUMBERS, GAPS, st.sampled_from("TRWAGMYFPDXBNJZSQVHLCKEtrwag"), st.sampled_from(["", ".", ", gracias", ")"])
)
def test_no_document_survives_with_any_letter(before: str, number: str, gap: str, letter: str, after: str) -> None:
    written = gap.join([number[:2], number[2:5], number[5:]]) + gap + letter
    masked = mask(f"{before} {written}{after}")
    assert not re.search(r"\d{3}", masked)


TELEPHONES = st.one_of(st.just("915412530"), st.integers(0, 9_999_999).map(lambda number: f"90{number:07d}"))


@given(st.sampled_from(["28", "34", "280", "5402", "4111111", "004111111"]), TELEPHONES)
def test_no_long_number_survives_because_it_ends_like_a_public_telephone(before: str, end: str) -> None:
    assert not re.search(r"\d", mask(f"mi número es {before}{end}."))


@given(st.text(alphabet="0123456789 .-/+@aXYZz€,:()[]", max_size=60))
def test_masking_twice_changes_nothing(text: str) -> None:
    once = mask(text)
    assert mask(once) == once


@given(st.text(max_size=80).filter(lambda text: not re.search(r"[\d@]|arrob|arrov|\(at\)|bildua", text, re.IGNORECASE)))
def test_text_without_numbers_or_addresses_is_untouched(text: str) -> None:
    assert mask(text) == text


@given(NUMBERS, NUMBERS)
def test_two_documents_side_by_side_are_both_hidden(one: str, other: str) -> None:
    text = f"{one}{dni.calc_check_digit(one)} {other}{dni.calc_check_digit(other)}"
    assert not re.search(r"\d", mask(text))


def test_a_hint_shows_three_digits_and_the_letter() -> None:
    assert hint("12345678Z") == "***678Z"
