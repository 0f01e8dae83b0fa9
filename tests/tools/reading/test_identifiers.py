import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.es import dni

from tools.errors import BadIdentifier
from tools.ids import RandomIds
from tools.reading.identities.parsing import nuss_is_valid, parse_document, parse_email, parse_locator, parse_phone
from tools.reading.identities.written import (
    find_cut_locators,
    find_documents,
    find_emails,
    find_ibans,
    find_locators,
    find_nuss,
    find_phones,
)


@pytest.mark.parametrize("text", ["12345678Z", "12345678z", "12.345.678-Z", "12 345 678 Z", " 12345678-z "])
def test_a_dni_is_read_however_it_is_written(text: str) -> None:
    assert parse_document(text) == "12345678Z"
    assert [(one.value, one.valid) for one in find_documents(f"es {text}, gracias")] == [("12345678Z", True)]


@pytest.mark.parametrize("text", ["X1234567L", "x-1234567-l", "X 1234567 L"])
def test_a_nie_is_read_however_it_is_written(text: str) -> None:
    assert parse_document(text) == "X1234567L"


@given(st.integers(0, 99_999_999), st.sampled_from("TRWAGMYFPDXBNJZSQVHLCKE"))
def test_only_the_right_letter_is_accepted(number: int, letter: str) -> None:
    document = f"{number:08d}{letter}"
    right = dni.calc_check_digit(document[:8]) == letter
    (found,) = find_documents(f"mi DNI: {document}.")
    assert found.valid == right
    if not right:
        with pytest.raises(BadIdentifier):
            parse_document(document)


@pytest.mark.parametrize(
    "text", ["12345678 y vivo en Lugo", "tengo 12345678 Zapatos", "el 25/11/2026", "1234", "A1234567"]
)
def test_what_is_not_a_document_is_not_found(text: str) -> None:
    assert find_documents(text) == []


@pytest.mark.parametrize("text", ["", "hola", "12345678", "١٢٣٤٥٦٧٨Z", "Z"])
def test_what_is_not_a_document_is_refused(text: str) -> None:
    with pytest.raises(BadIdentifier):
        parse_document(text)


def test_a_social_security_number_is_checked_and_found() -> None:
    assert nuss_is_valid("28/12345678/40")
    assert not nuss_is_valid("28/12345678/41")
    assert [(one.value, one.valid) for one in find_nuss("es 28 1234567840.")] == [("281234567840", True)]


def test_phones_mails_accounts() -> None:
    assert [one.value for one in find_phones("al 612 34 56 78 o al 91 541 25 30")] == ["+34612345678", "+34915412530"]
    assert [one.value for one in find_emails("a Ana.Garcia@Correo.es, sí")] == ["ana.garcia@correo.es"]
    assert [one.valid for one in find_ibans("ES91 2100 0418 4502 0005 1332")] == [True]
    assert parse_phone("+33 6 12 34 56 78") == "+33612345678"
    assert parse_email(" A@b.es ") == "a@b.es"


@pytest.mark.parametrize("text", ["123", "no", "", "999 999 999 999"])
def test_a_phone_nobody_answers_is_refused(text: str) -> None:
    with pytest.raises(BadIdentifier):
        parse_phone(text)


@pytest.mark.parametrize("text", ["a@b", "a b@c.es", "@c.es", ""])
def test_a_broken_mail_is_refused(text: str) -> None:
    with pytest.raises(BadIdentifier):
        parse_email(text)


def test_new_locators_are_found_in_a_sentence_and_words_are_not() -> None:
    for _ in range(200):
        locator = RandomIds().locator()
        assert [one.value for one in find_locators(f"mi localizador es {locator.lower()}, gracias")] == [locator]
        assert parse_locator(f"{locator[:4]}-{locator[4:].lower()}") == locator
    assert find_locators("quiero anular el 22222222") == []
    with pytest.raises(BadIdentifier):
        parse_locator("ABCDEFG0")


@pytest.mark.parametrize("text", ["K7M9 PQ2X", "k7 m9 pq 2x", "K7M9-PQ2X", "ABCD EFGH", "es K7M 9PQ 2X, gracias"])
def test_a_locator_is_read_in_pieces(text: str) -> None:
    assert [one.value for one in find_cut_locators(text)] == ["ABCDEFGH" if "EF" in text else "K7M9PQ2X"]


@pytest.mark.parametrize("text", ["22 22 22 22", "se ve a la par", "quiero anular la cita", "K7M9 PQ2", ""])
def test_words_and_figures_are_no_locator_in_pieces(text: str) -> None:
    assert find_cut_locators(text) == []
