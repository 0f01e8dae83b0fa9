"""Identities written and dictated: tables of each language, and what must never happen."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from agents.understanding.slots.identities import read_identities
from evals.dictated.saying import saying
from knowledge.languages import LANGUAGES, Language
from tests.yaml_files import read_yaml
from tools.reading.folding import fold
from tools.reading.identities.repair import repair_document
from tools.reading.slots import SlotName

TABLES = Path(__file__).parent / "tables" / "identities"
CASES = [
    pytest.param(language, case, id=f"{language}-{case['text']}")
    for language in LANGUAGES
    for case in read_yaml(TABLES / f"{language}.yaml")
]
LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
NOTHING: frozenset[SlotName] = frozenset()
SIZES = st.lists(st.integers(1, 3), min_size=12, max_size=12)
LANGUAGE = st.sampled_from(LANGUAGES)


def read(text: str, language: Language, *expecting: SlotName) -> dict[str, str]:
    slots, _ = read_identities(fold(text), language, frozenset(expecting))
    return {name: slot.value for name, slot in slots.items()}


def dni(number: int) -> str:
    return f"{number:08d}{LETTERS[number % 23]}"


def nie(number: int) -> str:
    return f"{'XYZ'[number // 10_000_000]}{number % 10_000_000:07d}{LETTERS[number % 23]}"


def nuss(province: int, number: int) -> str:
    whole = number + province * 10_000_000 if number < 10_000_000 else int(f"{province:02d}{number:08d}")
    return f"{province:02d}{number:08d}{whole % 97:02d}"


def dictated(document: str, sizes: list[int], language: Language, link: str = ", ") -> str:
    said = [saying(language).letter(document[0])] if document[0] in "XYZ" else []
    said += saying(language).in_groups(document[len(said) : -1], sizes)
    return link.join([*said, saying(language).letter(document[-1])])


DNI = st.integers(0, 99_999_999).map(dni)
NIE = st.integers(0, 29_999_999).map(nie)
NUSS = st.builds(nuss, st.integers(1, 53), st.integers(0, 99_999_999))


@pytest.mark.parametrize(("language", "case"), CASES)
def test_the_identities_of_an_expression_are_read(language: Language, case: dict[str, Any]) -> None:
    found = read(case["text"], language, *case.get("expecting", []))
    found.pop("document_repair", None)
    assert found == case.get("found", {})


@given(st.one_of(DNI, NIE), st.sampled_from([" ", "-", "", ". "]), LANGUAGE)
def test_every_valid_document_is_read_however_it_is_cut(document: str, cut: str, language: Language) -> None:
    for text in (document, f"{document[:-1]}{cut}{document[-1]}", f"{document[:1]}{cut.strip()}{document[1:]}"):
        assert read(text.lower(), language, "document")["document"] == document


@given(st.one_of(DNI, NIE), SIZES, LANGUAGE)
def test_every_valid_document_is_read_however_it_is_dictated(
    document: str, sizes: list[int], language: Language
) -> None:
    assert read(dictated(document, sizes, language), language) == {"document": document}


@given(st.one_of(DNI, NIE), st.integers(1, 2), LANGUAGE)
def test_without_pauses_a_dictated_document_is_read_or_left(document: str, size: int, language: Language) -> None:
    found = read(dictated(document, [size] * 8, language, " "), language)
    assert found.get("document", document) == document
    if size == 1 and language not in ("ca", "fr", "en"):
        assert found == {"document": document}


@given(NUSS, SIZES, LANGUAGE)
def test_every_valid_nuss_is_read_written_and_dictated(number: str, sizes: list[int], language: Language) -> None:
    assert read(f"{number[:2]} {number[2:]}", language, "nuss")["nuss"] == number
    assert read(f"{number[:2]}/{number[2:10]}/{number[10:]}", language)["nuss"] == number
    assert read(", ".join(saying(language).in_groups(number, sizes)), language, "nuss")["nuss"] == number


@given(st.one_of(DNI, NIE), st.integers(0, 8), st.integers(0, 100), LANGUAGE, SIZES)
def test_a_wrong_character_never_makes_a_document(
    document: str, place: int, which: int, language: Language, sizes: list[int]
) -> None:
    kind = "0123456789" if document[place].isdigit() else LETTERS if place else "XYZ"
    others = kind.replace(document[place], "")
    wrong = document[:place] + others[which % len(others)] + document[place + 1 :]
    assert "document" not in read(wrong, language, "document")
    said = read(dictated(wrong, sizes, language), language, "document")
    assert "document" not in said
    assert all(value in ("document_invalid", "document_part", "document_repair") for value in said)


@given(NUSS, st.integers(0, 11), st.sampled_from("0123456789"), LANGUAGE)
def test_a_wrong_figure_never_makes_a_nuss(number: str, place: int, sign: str, language: Language) -> None:
    # The third figure says whether the number is a short one, which is checked by another rule: it may collide.
    assume(sign != number[place] and place != 2)
    wrong = number[:place] + sign + number[place + 1 :]
    assert "nuss" not in read(wrong, language, "nuss")
    assert "nuss" not in read(", ".join(saying(language).in_groups(wrong, [2] * 6)), language, "nuss")


@given(st.one_of(DNI, NIE), st.integers(0, 7), st.sampled_from("0123456789"))
def test_repair_offers_valid_documents_one_character_away(document: str, place: int, sign: str) -> None:
    wrong = document[:place] + sign + document[place + 1 :]
    assume(wrong != document and document[place].isdigit())
    offers = repair_document(wrong)
    assert 1 <= len(offers) <= 3
    for offer in offers:
        assert offer in (
            dni(int(offer[:8])) if offer[0].isdigit() else nie(int(str("XYZ".index(offer[0])) + offer[1:8]))
        )
        changed = [at for at in range(9) if offer[at] != wrong[at]]
        assert len(changed) == 1 or (len(changed) == 2 and changed[1] == changed[0] + 1)
    assert document in offers or len(offers) == 3


@given(st.one_of(DNI, NIE))
def test_a_valid_document_needs_no_repair(document: str) -> None:
    assert repair_document(document) == ()


@given(st.one_of(DNI, NIE), LANGUAGE)
def test_a_corrected_dictation_gives_what_was_said_last(document: str, language: Language) -> None:
    no = {"es": "no", "ca": "no", "gl": "non", "eu": "ez", "en": "no", "fr": "non"}[language]
    digits = [saying(language).in_groups(one, [1])[0] for one in document[1:-1]]
    wrong = saying(language).number((int(document[-2]) + 1) % 10)
    words = saying(language)
    first = words.letter(document[0]) if document[0] in "XYZ" else words.number(int(document[0]))
    letter = saying(language).letter(document[-1])
    text = ", ".join([first, *digits[:-1], wrong, no, digits[-1], letter])
    assert read(text, language) == {"document": document}


HOSTILE = (
    "uno dos cien mil y e a no perdón doble zeta arroba punto com guion hogeita quatre vingt oh double zero Z x 12 345 "
    "12345678 @ . , … - / : € euros dni NUSS localizador bat eta bildua de Zaragoza ABCD 2345 teléfono +34 612"
)
WORDS = st.sampled_from(HOSTILE.split(" "))


@pytest.mark.parametrize("text", ["𐹠", "²²", "½", "12345678²", "Ⅷ", "x\u0660" * 9, "0" * 5000])
def test_signs_that_look_like_figures_are_none(text: str) -> None:
    assert read(text, "es", "document", "locator", "postcode", "nuss") == {}


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map(" ".join)), LANGUAGE)
def test_reading_identities_never_raises(text: str, language: Language) -> None:
    slots, spans = read_identities(fold(text), language, frozenset({"document", "locator", "postcode", "nuss"}))
    for slot in slots.values():
        assert 0 <= slot.start <= slot.end <= len(text)
        assert slot.text == text[slot.start : slot.end]
    assert all(left[1] <= right[0] for left, right in pairwise(sorted(spans)))


@pytest.mark.parametrize("said", ["R 12345678", "R12345678"])
def test_a_letter_that_does_not_fit_makes_a_passport(said: str) -> None:
    assert read(said, "es", "document")["document"] == "PASSPORTR12345678"


@pytest.mark.parametrize("number", [12345679, 12345676, 23456789])
def test_a_dni_may_have_its_letter_first(number: int) -> None:
    assert read(f"{dni(number)[-1]} {number}", "es", "document")["document"] == dni(number)


def test_the_number_of_a_company_is_no_passport() -> None:
    assert "document" not in read("B12345674", "es", "document")
