"""Numbers dictated over several segments: whole once complete, and never out of what does not belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.languages import Language
from speech.dictated.over_segments import leaves_number_open, read_over_segments
from speech.segments import Segment, Word
from tests.speech.test_dictated import DNI
from tools.reading.identities.kinds import IdentityKind

ASKED: frozenset[IdentityKind] = frozenset({"dni", "nie"})
PHONE: frozenset[IdentityKind] = frozenset({"phone"})


def segments(*texts: str, language: Language = "es", confidence: float = 0.9) -> list[Segment]:
    return [
        Segment(number, language, tuple(Word(word, number, number + 0.3, confidence) for word in text.split()))
        for number, text in enumerate(texts, 3)
    ]


def told(*texts: str, asked: frozenset[IdentityKind] = frozenset()) -> list[tuple[str, str, str]]:
    """Of the last one."""
    *before, last = segments(*texts)
    return [(one.kind, one.value, one.status) for one in read_over_segments(before, last, asked)]


@pytest.mark.parametrize(
    ("texts", "kind", "value"),
    [
        (("Mi DNI es 12345678.", "Z."), "dni", "12345678Z"),
        (("Sí, el doce treinta y cuatro,", "cincuenta y seis", "setenta y ocho zeta."), "dni", "12345678Z"),
        (("X", "2345678 T"), "nie", "X2345678T"),
        (("La cuenta es ES91 2100 0418", "4502 0005", "1332"), "iban", "ES9121000418450200051332"),
        (("Mi cuenta, ES 9 1 2 1 0 0 0 4 1 8", "4 5 0 2 0 0 0 5 1 3 3 2."), "iban", "ES9121000418450200051332"),
        (("612 34", "56 78"), "phone", "+34612345678"),
        (("12345678", "12345678", "zeta"), "dni", "12345678Z"),
    ],
)
def test_a_number_is_told_whole_with_its_last_part(texts: tuple[str, ...], kind: str, value: str) -> None:
    assert told(*texts) == [(kind, value, "sure")]


def test_it_says_where_it_began_and_which_of_its_own_words_belong_to_it() -> None:
    first, second = segments("Mi DNI es 12345678.", "zeta, gracias")
    (one,) = read_over_segments([first], second)
    assert (one.begun, one.words, one.again) == ((3, 3), (0,), ())


def test_a_part_that_another_language_was_heard_in_belongs_to_it() -> None:
    (first,), (second,) = segments("setanta-dos trenta-quatre cinquanta-sis setanta-vuit", language="ca"), segments("y")
    assert [one.value for one in read_over_segments([first], second, ASKED)] == ["72345678Y"]


def test_what_is_said_anew_is_told_as_it_is() -> None:
    assert told("doce treinta y", "12345678 zeta", asked=ASKED) == [("dni", "12345678Z", "sure")]
    assert told("612 34", "612 345 678", asked=PHONE) == [("phone", "+34612345678", "sure")]


@pytest.mark.parametrize("texts", [("612", "612345"), ("612 34 56", "56"), ("612 345 67", "6")])
def test_without_check_characters_figures_that_come_again_are_read_back_first(texts: tuple[str, ...]) -> None:
    assert [status for _, _, status in told(*texts, asked=PHONE)] == ["repair"]


@pytest.mark.parametrize("texts", [("612 345", "345"), ("612", "612", "345"), ("612 345", "5 67")])
def test_what_only_confirms_a_part_makes_no_sure_telephone(texts: tuple[str, ...]) -> None:
    assert "sure" not in [status for _, _, status in told(*texts, asked=PHONE)]


def test_a_part_of_a_number_that_was_named_is_no_telephone() -> None:
    named = "Mi número de la Seguridad Social es el 28"
    assert told(named, "612", "345", "678") == []
    assert told(named, "luego 612345678") == [("nuss", "612345678", "ask_again")]
    assert told(named, "612", "345", "675", "6") == [("nuss", "286123456756", "sure")]


def test_a_part_of_a_number_that_nobody_named_is_only_offered_as_a_telephone() -> None:
    assert told("28", "612345678") == [("phone", "+34612345678", "repair")]
    assert told("vivo en el 28 y mi teléfono", "es el 612345678") == [("phone", "+34612345678", "sure")]


def test_the_first_half_of_an_account_is_no_affiliation_number() -> None:
    halves = ("974479565686", "5259017227")
    assert told(halves[0], asked=frozenset({"iban"})) == [("iban", halves[0], "ask_again")]
    assert told(*halves, asked=frozenset({"iban"})) == [("iban", "ES" + "".join(halves), "sure")]
    assert told("Mi cuenta es", halves[0]) == [("iban", halves[0], "ask_again")]


def test_figures_that_go_on_from_some_only_one_language_hears_are_read_back_first() -> None:
    *before, last = segments("2 26 82 tres nove", "489 925 un 52 cero", "61", language="gl")
    assert [(one.kind, one.status) for one in read_over_segments(before, last)] == [("nuss", "repair")]


def test_a_wrong_letter_completes_nothing() -> None:
    assert "sure" not in [status for _, _, status in told("12345678", "K", asked=ASKED)]


def test_a_number_badly_heard_is_not_sure_in_parts_either() -> None:
    *before, last = segments("612 34", "56 78", confidence=0.3)
    assert "sure" not in [one.status for one in read_over_segments(before, last, PHONE)]


def test_other_numbers_of_the_segment_are_told_beside_it() -> None:
    assert told("Mi DNI es 12345678", "Z y mi teléfono es 612 345 678") == [
        ("dni", "12345678Z", "sure"),
        ("phone", "+34612345678", "sure"),
    ]


def test_what_is_no_number_together_is_left_alone() -> None:
    assert told("tengo dos hijas y", "tres nietos") == []
    assert told("nací en 1953", "y cobro 640 euros") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mi DNI es 12345678", True),
        ("equis", True),
        ("doce treinta y cuatro,", True),
        ("mi DNI es 12345678 Z", False),
        ("mi DNI es 12345678 Z y el teléfono 612", True),
        ("quiero pedir una cita", False),
        ("tengo 65 años", False),
        ("sí, y", False),
    ],
)
def test_a_number_may_go_on_where_none_is_complete(text: str, expected: bool) -> None:
    (one,) = segments(text)
    assert leaves_number_open(one, read_over_segments([], one)) is expected


@pytest.mark.parametrize("language", ["ca", "gl", "eu", "fr"])
def test_a_number_dictated_in_spanish_may_go_on_whatever_the_segment_is_heard_in(language: Language) -> None:
    (one,) = segments("doce, treinta y cuatro, cincuenta y seis", language=language)
    assert leaves_number_open(one, read_over_segments([], one))


@given(DNI, st.integers(1, 8), st.integers(0, 7), st.integers(1, 9))
def test_in_parts_one_figure_heard_wrong_is_never_sure(document: str, cut: int, place: int, more: int) -> None:
    wrong = f"{document[:place]}{(int(document[place]) + more) % 10}{document[place + 1 :]}"
    assert told(document[:cut], document[cut:], asked=ASKED) == [("dni", document, "sure")]
    assert "sure" not in [status for _, _, status in told(wrong[:cut], wrong[cut:], asked=ASKED)]
