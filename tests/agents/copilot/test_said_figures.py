"""Figures that agents say, whether a suggestion was told, and promises without a date."""

from decimal import Decimal

import pytest

from agents.copilot.figures import bare_numbers, figures_of
from agents.copilot.turn_words import turn_words
from agents.copilot.watching import tells
from knowledge.languages import Language


@pytest.mark.parametrize(
    ("language", "text", "kind", "value"),
    [
        ("es", "es el cincuenta y dos por ciento", "percent", "52"),
        ("es", "son cuarenta y seis euros con cincuenta", "money", "46.5"),
        ("es", "son 19 semanas", "days", "133"),
        ("es", "a los 66 años y 10 meses", "months", "802"),
        ("es", "llame al 91 542 11 76", "phone", "915421176"),
        ("ca", "té trenta dies", "days", "30"),
        ("gl", "ten tres meses", "months", "3"),
        ("eu", "30 eguneko epea", "days", "30"),
        ("eu", "ehuneko 75", "percent", "75"),
        ("eu", "ehuneko hirurogeita hamar kobratuko duzu", "percent", "70"),
        ("eu", "ehuneko hogei egun berean", "percent", "20"),
        ("eu", "urtean 90 egun kanpoan", "days", "90"),
        ("gl", "son os seis primeiros meses", "months", "6"),
        ("fr", "les six premières semaines", "days", "42"),
        ("es", "un año y medio", "months", "18"),
        ("en", "you get 75% of it", "percent", "75"),
        ("fr", "quatre cent soixante-cinq euros", "money", "465"),
    ],
)
def test_a_figure_is_read_with_what_it_counts(language: Language, text: str, kind: str, value: str) -> None:
    (figure,) = figures_of(text, language)
    assert (figure.kind, figure.value) == (kind, Decimal(value))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "mi teléfono es 612 345 678"),
        ("es", "el 12345678Z"),
        ("ca", "i 2 més després"),
        ("gl", "máis da metade dos ingresos"),
    ],
)
def test_other_numbers_are_no_figures(language: Language, text: str) -> None:
    assert figures_of(text, language) == []


def test_thirty_days_are_a_month_and_cents_are_left_out() -> None:
    (month,), (days,) = figures_of("un plazo de 3 meses", "es"), figures_of("son 90 días", "es")
    assert month.same(days)
    (whole,), (exact,) = figures_of("46 euros", "es"), figures_of("46,50 €", "es")
    assert whole.same(exact)
    assert not whole.same(figures_of("465 €", "es")[0])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("llevo treinta y ocho", [38]), ("es el dos seis tres cuatro", []), ("tres hijos y trabajo diez horas", [])],
)
def test_a_bare_number_counts_nothing_and_is_no_digit_of_a_series(text: str, numbers: list[int]) -> None:
    assert list(bare_numbers(text, "es")) == numbers


def test_a_percentage_is_told_without_its_decimals() -> None:
    (whole,), (exact,) = figures_of("el 85 %", "es"), figures_of("el 85,18 %", "es")
    assert whole.same(exact)
    assert not whole.same(figures_of("el 86 %", "es")[0])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("pues es de cuarenta y seis euros con cincuenta, el auxilio", True),
        ("el auxilio por defunción es de 465 euros", False),
        ("sí, un momento", False),
        ("", False),
    ],
)
def test_a_suggestion_is_told_by_its_figures_and_words(said: str, told: bool) -> None:
    assert tells(said, "El auxilio por defunción es de 46,50 € en total.", "es") is told


@pytest.mark.parametrize(
    ("language", "text", "dated"),
    [
        ("es", "ya le llamaremos", False),
        ("es", "le llamaremos mañana", True),
        ("ca", "ja l'avisarem", False),
        ("gl", "xa o avisaremos", False),
        ("eu", "deituko dizugu", False),
        ("eu", "bihar deituko dizugu", True),
        ("en", "we'll get back to you", False),
        ("en", "we will call you on Monday", True),
        ("fr", "on vous rappellera", False),
    ],
)
def test_a_promise_is_heard_and_whether_it_is_dated(language: Language, text: str, dated: bool) -> None:
    assert turn_words().promise(text, language) is not None
    assert turn_words().dates(text, language) is dated


def test_what_is_read_in_the_file_is_no_rule() -> None:
    assert turn_words().reads_file("le constan doce años", "es")
    assert not turn_words().reads_file("hacen falta quince años", "es")
