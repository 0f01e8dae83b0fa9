"""Dictated identities, made and counted."""

import json
import random
from pathlib import Path

import numpy as np
import pytest
from stdnum import iban

from evals.dictated.cases import Case, cases
from evals.dictated.grading import grade, safe_share
from evals.dictated.hearing import CASES, HEARD, heard_cases, write_cases
from evals.dictated.human import human_cases, human_voices
from evals.dictated.saying import saying
from evals.dictated.voice import save
from knowledge.languages import LANGUAGES, Language
from speech.segments import RATE, Word
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


def test_the_figures_are_right_though_nothing_told_that_they_are_a_postcode() -> None:
    assert grade(words("0 8 0 3 6"), "es", "postcode", "08036", expected=False) == "right"
    assert grade(words("0 8 0 3 7"), "es", "postcode", "08036", expected=False) == "silently wrong"


def test_the_right_repair_is_told_from_the_wrong_one() -> None:
    said = words("12 34 56 68 zeta")
    assert grade(said, "es", "dni", "12345678Z", expected=True) == "offered"
    assert grade(said, "es", "dni", "12345668V", expected=True) == "wrongly offered"


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("es", 21_000_000, "veintiún millones"), ("es", 31_021_001, "treinta y un millones veintiún mil uno"),
        ("ca", 21_021_000, "vint-i-un milions vint-i-un mil"), ("fr", 80_200_080, "quatre-vingts millions deux cent "
         "mille quatre-vingts"), ("en", 21_000_000, "twenty-one million"), ("eu", 21_000_000, "hogeita bat milioi"),
    ],
)  # fmt: skip
def test_numbers_are_said_as_what_they_count_asks(language: Language, number: int, said: str) -> None:
    assert saying(language).number(number) == said


def human_clips(folder: Path, said: list[str]) -> Path:
    """A clip of a fifth of a second for each word."""
    tone = np.sin(np.arange(RATE // 5) / 5).astype(np.float32)
    rows = []
    for number, word in enumerate(said):
        save(tone, RATE, folder / f"{number}.wav")
        rows.append(json.dumps({"file": f"{number}.wav", "lang": "es", "transcript": word}))
    (folder / "manifest.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return folder


def test_people_dictate_whatever_there_are_clips_of(tmp_path: Path) -> None:
    (voice,) = human_voices(human_clips(tmp_path, ["cero", "veintidos", "seiscientos", "siete", "jueves", *"abtrwx"]))
    drawn = list(human_cases(voice, 15))
    assert {case.kind for case in drawn} == {"dni", "nie", "nuss", "phone", "postcode"}
    assert {word for case in drawn for group in case.groups for word in group} <= set(voice.clips)
    assert all(grade(words(case.said), "es", case.kind, case.value, expected=True) == "right" for case in drawn)
    sound = voice.say(drawn[0].groups, random.Random(1))
    spoken = RATE / 5 * sum(map(len, drawn[0].groups))
    assert spoken < len(sound) < 4 * spoken


def test_kinds_there_are_no_clips_for_are_left_out(tmp_path: Path) -> None:
    (voice,) = human_voices(human_clips(tmp_path, ["seis", "nueve"]))
    assert {case.kind for case in human_cases(voice, 5)} == {"nuss", "phone"}


def test_what_was_heard_is_kept_beside_what_was_said(tmp_path: Path) -> None:
    case = drawn("es")[0]
    write_cases(tmp_path, [case])
    assert (tmp_path / CASES).exists()
    (tmp_path / HEARD).write_text(json.dumps({"name": case.name, "words": [["sí", 0.0, 0.4, 0.9]]}), encoding="utf-8")
    ((told, heard),) = heard_cases(tmp_path)
    assert (told["value"], heard) == (case.value, [Word("sí", 0.0, 0.4, 0.9)])


def test_asking_again_is_safe_and_being_silently_wrong_is_not() -> None:
    assert safe_share(["right", "asked again", "offered", "silently wrong"]) == 0.75
