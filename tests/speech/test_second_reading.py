"""Which figures two readings of the same sound make believable."""

import pytest

from knowledge.languages import Language
from speech.listening.second_reading import SpokenFigures, figures_agree


def figures(text: str, language: Language = "es") -> SpokenFigures:
    return SpokenFigures(tuple(text.split()), language)


def told(mine: str, theirs: str, language: Language = "es") -> str:
    """A sign for each word: + believed, - not, . without figures."""
    signs = {True: "+", False: "-", None: "."}
    return "".join(signs[one] for one in figures_agree(figures(mine, language), figures(theirs, language)))


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("mi DNI es 12 34 56 78 Z", "Mi DNI es 12, 34, 56, 78, Z.", "...+++++"),
        ("612 34 56 78", "6 12 3456 78", "++++"),
        ("seis uno dos", "6, 1, 2", "+++"),
        ("12 34 66 78 Z", "12, 34, 76, 78, Z.", "++-++"),
        ("12 34 56 78", "12, 34, 56, 0, 78", "++--"),
        ("12 34 56 78 78", "12, 34, 56, 78", "++++-"),
        ("12 34 56", "no se oye", "---"),
    ],
)  # fmt: skip
def test_what_both_say_is_believed_and_what_only_one_says_is_not(mine: str, theirs: str, expected: str) -> None:
    assert told(mine, theirs) == expected


def test_a_figure_lacking_between_two_others_makes_both_doubtful() -> None:
    assert told("9 4 4 40 9 8 0", "9, 4, 4, 40, 0, 9, 8, 0.") == "+++--++"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("el 6 12 34", True), ("cuarenta y dos", True), ("tengo 2 hijos", False), ("hola buenos días", False)],
)
def test_a_dictation_has_many_figures_or_nothing_else(text: str, expected: bool) -> None:
    assert figures(text).dictated is expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("sí, el 53", "es", True),
        ("tengo 2.", "es", True),
        ("Cincuenta y tres,", "es", True),
        ("sí, el cincuenta y tres", "es", True),
        ("seis uno dos", "es", True),
        ("equis", "es", True),
        ("Mi NIE es la X.", "es", True),
        ("es el teléfono seis", "es", True),
        ("setanta-dos", "ca", True),
        ("quiero pedir una", "es", False),
        ("pues no sé si uno", "es", False),
        ("j'en ai une", "fr", False),
        ("quiero una cita y", "es", False),
        ("tengo 65 años", "es", False),
        ("", "es", False),
    ],
)  # fmt: skip
def test_a_number_may_go_on_where_it_ends_what_was_said(text: str, language: Language, expected: bool) -> None:
    assert figures(text, language).end_in_number is expected


def test_an_identity_is_told_from_figures_that_are_none() -> None:
    assert figures("12 34 56 78 Z").are_identity
    assert not figures("12 34 56 78 T").are_identity
    assert not figures("1 2 3").are_identity
