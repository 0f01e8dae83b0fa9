"""Approved lines in a variety of their language, with their sources."""

import pytest

from agents.phrases.message import Message
from agents.phrases.phrases import LOCALES
from agents.phrases.spelling import read_spelling
from knowledge.languages import Language, Variant
from knowledge.passages import Citation, Validity
from tests import shipped


def test_approved_lines_are_told_in_valencian_with_their_sources() -> None:
    line = "Demani-la a l'INSS, amb el seu DNI: aquesta pensió no s'avisa. Vegi https://seu.cat/serveis/aquesta"
    citation = Citation("c", "p", "s", "ca", "quote", 0, 5, "Llei", "https://a", Validity(), (line,))
    told = shipped.phrases().in_variety("ca-valencia").spelled("ca", Message("answer", line, (citation,)))
    assert told.text == (
        "Demane-la a l'INSS, amb el seu DNI: esta pensió no s'avisa. Veja https://seu.cat/serveis/aquesta"
    )
    assert told.citations[0].lines == (told.text,)
    assert told.citations[0].quote == "quote"


@pytest.mark.parametrize(("variety", "language"), [(None, "ca"), ("ca-valencia", "es")])
def test_other_lines_stay_as_they_are(variety: Variant | None, language: Language) -> None:
    message = Message("answer", "Aquesta és la seva pensió.")
    assert shipped.phrases().in_variety(variety).spelled(language, message) == message


def test_no_valencian_form_is_written_in_two_ways() -> None:
    forms = read_spelling(LOCALES / "ca-valencia").forms
    assert len(forms) > 300
    assert not forms.keys() & set(forms.values())


def test_no_valencian_form_asks_for_an_apostrophe_before_it() -> None:
    vowels = tuple("aeiouàèéíòóú")
    forms = read_spelling(LOCALES / "ca-valencia").forms
    assert [word for word, form in forms.items() if form.startswith(vowels) and not word.startswith(vowels)] == []
