"""Numbers dictated in a call: what is sure, what is only offered, what is asked again."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.dictated.saying import saying
from knowledge.languages import LANGUAGES, Language
from speech.dictated.dictated_identities import DictatedNumber, read_dictated
from speech.segments import Word
from tools.reading.identities.repair import repair_document

LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
LANGUAGE = st.sampled_from(LANGUAGES)
DNI = st.integers(0, 99_999_999).map(lambda number: f"{number:08}{LETTERS[number % 23]}")


def words(text: str, *, confidence: float = 0.9, doubtful: str = "") -> list[Word]:
    """One every 0.3 s; those among ``doubtful`` are heard badly."""
    unsure = doubtful.split()
    return [
        Word(text, 0.3 * index, 0.3 * index + 0.25, 0.2 if text in unsure else confidence)
        for index, text in enumerate(text.split())
    ]


def read(text: str, language: Language = "es", **heard: Any) -> DictatedNumber:
    (one,) = read_dictated(words(text, **heard), language)
    return one


@pytest.mark.parametrize(
    ("language", "text", "kind", "value"),
    [
        ("es", "mi DNI es el doce millones trescientos cuarenta y cinco mil seiscientos setenta y ocho, zeta.", "dni",
         "12345678Z"),
        ("es", "12 34 56 78 zeta", "dni", "12345678Z"),
        ("es", "12.345.678Z", "dni", "12345678Z"),
        ("es", "12, 34, 56, 78, Z de Zaragoza.", "dni", "12345678Z"),
        ("es", "1 -2 -34 -56 -78 -Z", "dni", "12345678Z"),
        ("es", "equis dos tres cuatro cinco seis siete ocho te", "nie", "X2345678T"),
        ("es", "seis uno dos, treinta y cuatro, cincuenta y seis, setenta y ocho", "phone", "+34612345678"),
        ("es", "612 -345 -678", "phone", "+34612345678"),
        ("es", "la cuenta es ES 91 2100 0418 4502 0005 1332", "iban", "ES9121000418450200051332"),
        ("es", "la cuenta es la ES91 veintiuno cero cero cero cuatro dieciocho cuarenta y cinco cero dos cero cero "
         "cero cinco trece treinta y dos", "iban", "ES9121000418450200051332"),
        ("es", "el código postal es cero ocho, cero treinta y seis", "postcode", "08036"),
        ("ca", "setanta-dos, trenta-quatre, cinquanta-sis, setanta-vuit, i grega", "dni", "72345678Y"),
        ("fr", "six cent douze, trente-quatre, cinquante-six, quatre-vingt-dix", "phone", "+34612345690"),
        ("fr", "mon téléphone est le 6 12 34 56 quatre-vingt-dix-huit", "phone", "+34612345698"),
        ("en", "six double zero, three four five, six seven eight", "phone", "+34600345678"),
        ("eu", "hamabi, hogeita hamalau, berrogeita hamasei, hirurogeita hemezortzi, zeta", "dni", "12345678Z"),
        ("gl", "doce, trinta e catro, cincuenta e seis, setenta e oito, zeta", "dni", "12345678Z"),
        ("en", "X two three four, five six seven eight, T for tango", "nie", "X2345678T"),
    ],
)  # fmt: skip
def test_what_is_heard_well_is_sure(language: Language, text: str, kind: str, value: str) -> None:
    one = read(text, language)
    assert (one.kind, one.value, one.status) == (kind, value, "sure")


def test_the_words_it_takes_are_named() -> None:
    one = read("mi DNI es el 12 34 56 78 zeta gracias")
    assert one.words == (4, 5, 6, 7, 8)


def test_a_number_is_read_over_a_pause_between_two_segments() -> None:
    first, second = words("mi DNI es 12, 34."), words("56, 78, Zeta.")
    (one,) = read_dictated([*first, *second], "es")
    assert (one.value, one.status, one.words) == ("12345678Z", "sure", (3, 4, 5, 6, 7))


def test_a_number_heard_for_its_like_is_offered_and_not_assumed() -> None:
    one = read("doce, treinta y cuatro, cincuenta y seis, sesenta y ocho, zeta")
    assert (one.value, one.status, one.offer) == ("12345668Z", "repair", "12345678Z")


def test_a_letter_heard_for_its_like_is_offered() -> None:
    one = read("12 34 56 07, eme", doubtful="eme")
    assert (one.value, one.status, one.offer) == ("12345607M", "repair", "12345607N")


def test_a_doubtful_word_is_exchanged_before_the_sure_ones() -> None:
    one = read("12 34 56 68 zeta", doubtful="68")
    assert (one.status, one.offer) == ("repair", "12345678Z")


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("el número del nieseta 426 06 18 B", "Z4260618B"),
        ("mi nie es 426 06 18 C", "Y4260618C"),
        ("el neesx 600 99 13 J", "X6009913J"),
        ("mi nie es 600 99 13 J", ""),  # or an old DNI without its nought
        ("mi nie es 426 06 18 A", ""),
    ],
)
def test_a_nie_whose_first_letter_was_not_heard_is_offered(text: str, offer: str) -> None:
    one = read(text)
    assert (one.status, one.offer) == (("repair", offer) if offer else ("ask_again", ""))


def test_a_ten_heard_apart_from_its_unit_is_offered_as_one_number() -> None:
    one = read("mi DNI es 60 y 4, 96, 83, 04, ce")
    assert (one.kind, one.status, one.offer) == ("dni", "repair", "64968304C")


def test_an_answer_that_names_what_was_asked_for_and_breaks_off_is_asked_again() -> None:
    (one,) = read_dictated(words("the affiliation number is 21"), "en", frozenset({"nuss"}))
    assert (one.kind, one.status) == ("nuss", "ask_again")
    assert read_dictated(words("the affiliation number is at home"), "en", frozenset({"nuss"})) == []
    assert read_dictated(words("my phone has 21 games"), "en", frozenset({"nuss"})) == []


def test_an_answer_in_which_a_word_comes_over_and_over_is_asked_again() -> None:
    heard = words("vous pouvez m'appeler ONF, ONF, ONF, ONF, ONF, SET")
    (one,) = read_dictated(heard, "fr", frozenset({"phone"}))
    assert (one.kind, one.value, one.status) == ("phone", "", "ask_again")
    assert read_dictated(words("sí, sí, sí, un momento"), "es", frozenset({"phone"})) == []
    assert read_dictated(heard, "fr") == []


def test_a_letter_written_by_its_sound_is_read() -> None:
    assert read("mi DNI es el 4-8-40-7-7-4-9, UV de Valencia.").value == "48407749V"


@pytest.mark.parametrize(
    ("language", "text", "offer"),
    [
        ("es", "mi DNI es el 18894593. Era.", "18894593R"),
        ("es", "mi DNI es el 77 20 23 70 ace", "77202370H"),
        ("es", "mi DNI es el 57, 17, 68, 91, 8", "57176891H"),
        ("es", "mi DNI es el 17, 81, 62, 62, UV.", "17816262W"),
        ("es", "mi NIE es zeta, 7, 522, 538, UV.", "Z7522538W"),
        ("es", "mi NIE es equis 2345678 era", ""),
        ("gl", "o meu DNI é o 77 20 23 70 ace", "77202370H"),
        ("ca", "el meu DNI és el 77 20 23 70 ac", "77202370H"),
        ("en", "my DNI is 187731708.", "18773170H"),
        ("es", "mi DNI es el 18894593 y era de mi madre", ""),
        ("es", "mi DNI es el 18894594. Era.", ""),
    ],
)
def test_a_last_letter_written_as_a_word_is_offered_when_the_figures_ask_for_it(
    language: Language, text: str, offer: str
) -> None:
    one = read(text, language)
    assert (one.status, one.offer) == (("repair", offer) if offer else ("ask_again", ""))


@settings(deadline=None)
@given(DNI, st.sampled_from(["era", "ace", "ub doble", "8", "7", "es", "fe"]))
def test_a_word_for_a_letter_is_never_sure_and_never_another_document(document: str, word: str) -> None:
    said = [one for one in read_dictated(words(f"mi DNI es el {document[:8]}, {word}"), "es") if one.kind == "dni"]
    assert [one.status for one in said if one.status == "sure"] == []
    assert {one.offer for one in said if one.offer} <= {document}


def test_what_fits_with_a_doubtful_word_is_read_back_first() -> None:
    one = read("12 34 56 78 zeta", doubtful="34")
    assert (one.status, one.offer) == ("repair", "12345678Z")


def test_the_least_sure_group_is_asked_again() -> None:
    text = "mi teléfono es el 612, 34, 56, 78"
    one = read(text, doubtful="34,")
    assert (one.kind, one.status, one.again) == ("phone", "ask_again", (5,))


def test_the_group_that_does_not_add_up_is_asked_again() -> None:
    one = read("mi teléfono es el 612, 34, 5, 78", doubtful="78")
    assert (one.kind, one.status, one.again) == ("phone", "ask_again", (6,))


def test_a_document_without_its_letter_asks_for_what_was_not_heard() -> None:
    one = read("mi DNI es el 12 34 56 78")
    assert (one.kind, one.value, one.status, one.again) == ("dni", "12345678", "ask_again", ())


def test_nine_figures_and_a_letter_are_no_telephone() -> None:
    one = read("612 34 56 78 zeta")
    assert (one.kind, one.status) == ("dni", "ask_again")


def test_a_letter_that_is_also_a_word_is_a_letter_at_the_end() -> None:
    assert read("60 28 10 8 30 A.").status == "ask_again"
    one = read("llámeme al 602 81 08 30 a las tres")
    assert (one.kind, one.status) == ("phone", "sure")


def test_an_answer_that_is_a_figure_and_nothing_else_is_asked_again() -> None:
    (one,) = read_dictated(words("5"), "es", frozenset({"nie"}))
    assert (one.kind, one.status) == ("nie", "ask_again")
    assert read_dictated(words("no"), "es", frozenset({"nie"})) == []


def test_check_characters_never_choose_among_many_ways_to_write_the_words() -> None:
    said = "vinte e seis millóns catrocentos oitenta e tres mil oitocentos corenta e oito, zeta"
    (one,) = read_dictated(words(said), "gl", frozenset({"dni"}))
    assert (one.kind, one.status) == ("dni", "ask_again")


def test_a_piece_of_a_broken_dictation_is_no_number_of_its_own() -> None:
    for expected in (frozenset({"phone"}), frozenset()):
        found = read_dictated(words("Secenta, veinticuatro, veinti ocho, veinticuatro, nueve."), "es", expected)
        assert [one.status for one in found] == ["ask_again"]


def test_figures_among_letters_are_no_number_of_their_own() -> None:
    one = read("sí, zeta, hue, cero cuarenta y siete, tres siete cuato, efe")
    assert one.status == "ask_again"


def test_a_short_number_alone_is_sure() -> None:
    one = read("el expediente es cuatro, dos, siete")
    assert (one.kind, one.value, one.status) == ("number", "427", "sure")


def test_a_foreigners_number_heard_wrong_is_no_citizens() -> None:
    (one,) = read_dictated(words("zed, zero three eight, ninety, forty-four, T"), "en", frozenset({"nie"}))
    assert one.status != "sure"


def test_what_was_asked_for_decides_what_too_few_figures_are() -> None:
    (one,) = read_dictated(words("61 23 45 6"), "es", frozenset({"phone"}))
    assert (one.kind, one.status) == ("phone", "ask_again")


def test_an_answer_badly_heard_is_asked_again() -> None:
    (one,) = read_dictated(words("Pederati amami ama emesorzi", confidence=0.4), "eu", frozenset({"phone"}))
    assert (one.kind, one.value, one.status) == ("phone", "", "ask_again")


def test_an_answer_without_figures_is_not_taken_for_a_number() -> None:
    assert read_dictated(words("no lo tengo aquí"), "es", frozenset({"phone"})) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "tengo dos hijas y tres hijos"), ("es", "cobro mil doscientos euros desde 2019"),
        ("es", "nací el doce de marzo de mil novecientos ochenta"), ("es", "nací el 12, 3, 1980"),
        ("es", "llevo treinta y cinco años cotizados"), ("en", "I have two children, one is three years old"),
        ("fr", "j'ai quatre-vingt-dix jours"), ("eu", "bi seme ditut"), ("ca", "tinc dues filles"), ("es", ""),
        ("es", "sí"),
    ],
)  # fmt: skip
def test_ordinary_numbers_are_left_alone(language: Language, text: str) -> None:
    assert read_dictated(words(text), language) == []


@settings(deadline=None)
@given(DNI, st.sampled_from([(2, 2, 2, 2), (2, 3, 3), (1,) * 8, (4, 4)]), LANGUAGE)
def test_every_document_is_read_or_offered(document: str, sizes: tuple[int, ...], language: Language) -> None:
    said = ", ".join([*saying(language).in_groups(document[:8], sizes), saying(language).letter(document[8])])
    one = read(said, language)
    assert document in (one.value, one.offer)


@settings(deadline=None)
@given(DNI, st.integers(0, 7), st.integers(1, 9), LANGUAGE)
def test_one_figure_heard_wrong_is_never_sure(document: str, place: int, more: int, language: Language) -> None:
    wrong = document[:place] + str((int(document[place]) + more) % 10) + document[place + 1 :]
    said = ", ".join([*saying(language).in_groups(wrong[:8], [1] * 8), saying(language).letter(wrong[8])])
    found = read_dictated(words(said), language)
    assert [one.status for one in found if one.status == "sure"] == []
    offers = {one.offer for one in found if one.offer}
    assert len(offers) <= 1
    assert all(repair_document(wrong) and offer != wrong for offer in offers)


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet=" ,.-0123456789aeisuoxyz", max_size=60), LANGUAGE)
def test_whatever_is_said_it_never_fails(text: str, language: Language) -> None:
    for one in read_dictated(words(text), language):
        assert one.words
        assert set(one.again) <= set(one.words)


def test_the_beginning_of_an_account_is_no_telephone() -> None:
    assert "sure" not in [one.status for one in read_dictated(words("ES91 2100 041"), "es")]
    assert [read(f"{verb} 612 345 678").kind for verb in ("es", "Es", "és", "És:")] == ["phone"] * 4
