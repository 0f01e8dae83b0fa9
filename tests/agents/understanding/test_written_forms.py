"""Basque as it is spoken, written down, is read as the standard's words; names and other languages stay."""

import pytest

from agents.understanding.language.written_forms import load_written_forms

FORMS = load_written_forms()


@pytest.mark.parametrize(
    ("written", "standard"),
    [
        ("aita ixan naz", "aita izan naiz"), ("sita bat nai dot", "hitzordu bat nahi dut"),
        ("nola joan bear det nik?", "nola joan behar dut nik?"), ("umie jaixo jaku", "umea jaio zaigu"),
        ("zelan egin neike", "nola egin nezake"), ("ez dauela bizi nahi", "ez duela bizi nahi"),
        ("zenbat aste dakodaz", "zenbat aste dauzkat"), ("nik eskatu bihar dot", "nik eskatu behar dut"),
        ("pertsona bategaz", "pertsona batekin"), ("amagaitik", "amagatik"), ("kobrauko dozu", "kobratuko duzu"),
        ("itxarongot", "itxarongo dut"), ("eztakit ezer", "ez dakit ezer"), ("Ta baiño", "Eta baino"),
    ],
)  # fmt: skip
def test_what_is_spoken_is_read_in_the_standard(written: str, standard: str) -> None:
    assert FORMS.standard(written, "eu") == standard


@pytest.mark.parametrize(
    "text",
    [
        "Ez dakit zer egin behar dudan pentsioa kobratzeko.", "bihar goizean joango naiz", "bihar dut hitzordua",
        "hamalau urte lanean ematen eta egiten", "1.800 euro gordin irabazten nuen",
        "Jon Barri naiz", "12734455E", "TA eredua",
    ],
)  # fmt: skip
def test_the_standard_and_names_stay(text: str) -> None:
    assert FORMS.standard(text, "eu") == text


def test_other_languages_stay() -> None:
    assert FORMS.standard("in the dot, be in", "en") == "in the dot, be in"


def test_what_is_read_is_standard() -> None:
    """A form of the standard is not taken for another one."""
    table = FORMS.by_language["eu"]
    assert all(table.standard(word) == word for word in table.words.values())
