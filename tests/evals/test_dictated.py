"""Dictated identities, made and counted."""

import json
from pathlib import Path

import pytest
from stdnum import iban

from evals.dictated.cases import Case, cases
from evals.dictated.grading import grade, safe_share
from evals.dictated.hearing import CASES, HEARD, heard_cases, write_cases
from knowledge.languages import LANGUAGES, Language
from speech.segments import Word
from tools.identifiers import nuss_is_valid, parse_document, parse_phone


def words(text: str, confidence: float = 0.9) -> list[Word]:
    return [Word(word, float(at), at + 0.5, confidence) for at, word in enumerate(text.split())]


def drawn(language: Language) -> list[Case]:
    return [case for case in cases(40) if case.language == language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_hears_every_word_reads_every_identity(language: Language) -> None:
    grades = {
        case.name: grade(words(case.said), language, case.kind, case.value, expected=False) for case in drawn(language)
    }
    assert {name: one for name, one in grades.items() if one != "right"} == {}


def test_identities_drawn_are_valid() -> None:
    for case in drawn("es"):
        if case.kind in ("dni", "nie"):
            assert parse_document(case.value) == case.value
        elif case.kind == "phone":
            assert parse_phone(case.value) == f"+34{case.value}"
        else:
            assert case.kind == "postcode" or nuss_is_valid(case.value) or iban.is_valid(case.value)


@pytest.mark.parametrize(
    ("said", "confidence", "expected"),
    [
        ("612 34 56 78", 0.9, "right"), ("612 34 56 79", 0.9, "silently wrong"), ("612 34 56 79", 0.3, "asked again"),
        ("sí, un momento", 0.9, "missed"),
    ],
)  # fmt: skip
def test_a_telephone_is_graded(said: str, confidence: float, expected: str) -> None:
    assert grade(words(said, confidence), "es", "phone", "612345678", expected=True) == expected


def test_the_right_repair_is_told_from_the_wrong_one() -> None:
    said = words("12 34 56 68 zeta")
    assert grade(said, "es", "dni", "12345678Z", expected=True) == "offered"
    assert grade(said, "es", "dni", "12345668V", expected=True) == "wrongly offered"


def test_what_was_heard_is_kept_beside_what_was_said(tmp_path: Path) -> None:
    case = drawn("es")[0]
    write_cases(tmp_path, [case])
    assert (tmp_path / CASES).exists()
    (tmp_path / HEARD).write_text(json.dumps({"name": case.name, "words": [["sí", 0.0, 0.4, 0.9]]}), encoding="utf-8")
    ((told, heard),) = heard_cases(tmp_path)
    assert (told["value"], heard) == (case.value, [Word("sí", 0.0, 0.4, 0.9)])


def test_asking_again_is_safe_and_being_silently_wrong_is_not() -> None:
    assert safe_share(["right", "asked again", "offered", "silently wrong"]) == 0.75
