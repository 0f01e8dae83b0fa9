"""Dictated identities, made and counted."""

import json
import random
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from stdnum import iban

from evals.dictated.cases import DictatedCase, cases
from evals.dictated.grading import HeardPart, grade, safe_share
from evals.dictated.hearing import HEARD, LIVE, heard_cases, keep, unheard, write_cases
from evals.dictated.human import human_cases, human_voices
from evals.dictated.live import speak_clips
from evals.dictated.saying import saying
from evals.dictated.voice import SPEEDS, VOICES, manner_of, save
from knowledge.languages import LANGUAGES, Language
from speech.segments import RATE, Word
from tests.fakes.transcriber import ScriptedTranscriber
from tools.reading.identities.parsing import nuss_is_valid, parse_document, parse_phone


def heard(text: str, language: Language = "es", confidence: float = 0.9) -> list[HeardPart]:
    """Between slashes what was heard apart, after a pause."""
    at, parts = count(), []
    for part in text.split("/"):
        words = [Word(word, start, start + 0.5, confidence) for start, word in zip(at, part.split(), strict=False)]
        parts.append(HeardPart(language, tuple(words)))
    return parts


def drawn(language: Language) -> list[DictatedCase]:
    return [case for case in cases(40) if case.language == language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_hears_every_word_reads_every_identity(language: Language) -> None:
    grades = {
        case.name: grade(heard(case.sentence, language), case.kind, case.value, expected=False)
        for case in drawn(language)
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
    assert grade(heard(said, confidence=confidence), "phone", "612345678", expected=True) == expected


def test_what_a_pause_cuts_in_two_is_graded_as_the_call_tells_it() -> None:
    assert grade(heard("sí 612 34 / 56 78"), "phone", "612345678", expected=True) == "right"
    assert grade(heard("612 34 / 56 79"), "phone", "612345678", expected=True) == "silently wrong"


def test_the_figures_are_right_though_nothing_told_that_they_are_a_postcode() -> None:
    assert grade(heard("0 8 0 3 6"), "postcode", "08036", expected=False) == "right"
    assert grade(heard("0 8 0 3 7"), "postcode", "08036", expected=False) == "silently wrong"


def test_the_right_repair_is_told_from_the_wrong_one() -> None:
    said = heard("12 34 56 68 zeta")
    assert grade(said, "dni", "12345678Z", expected=True) == "offered"
    assert grade(said, "dni", "12345668V", expected=True) == "wrongly offered"


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
    assert all(grade(heard(case.sentence), case.kind, case.value, expected=True) == "right" for case in drawn)
    sound = voice.say(drawn[0].groups, random.Random(1))
    spoken = RATE / 5 * sum(map(len, drawn[0].groups))
    assert spoken < len(sound) < 4 * spoken


def test_kinds_there_are_no_clips_for_are_left_out(tmp_path: Path) -> None:
    (voice,) = human_voices(human_clips(tmp_path, ["seis", "nueve"]))
    assert {case.kind for case in human_cases(voice, 5)} == {"nuss", "phone"}


def test_what_was_heard_is_kept_beside_what_was_said(tmp_path: Path) -> None:
    case = drawn("es")[0]
    write_cases(tmp_path, [case])
    keep(tmp_path / HEARD, case.name, heard("sí / un momento"))
    ((told, said),) = heard_cases(tmp_path, HEARD)
    assert (told["value"], said) == (case.value, heard("sí / un momento"))


def test_a_clip_is_heard_once_and_no_more_of_a_language_than_asked_for(tmp_path: Path) -> None:
    some = list(cases(3, ("es", "fr")))
    write_cases(tmp_path, some)
    for case in some:
        save(np.zeros(RATE // 10, np.float32), RATE, tmp_path / f"{case.name}.wav")
    keep(tmp_path / HEARD, "fr_000", heard("oui"))
    assert [row["name"] for row in unheard(tmp_path, HEARD, 2)] == ["es_000", "es_001", "fr_001"]


async def test_clips_are_spoken_into_the_transcriber_of_calls(tmp_path: Path) -> None:
    some = [case for case in cases(1, ("es", "en"))]
    write_cases(tmp_path, some)
    for case in some:
        save(np.zeros(RATE // 4, np.float32), RATE, tmp_path / f"{case.name}.wav")
    transcriber = ScriptedTranscriber(("seis uno dos", "treinta"))
    done = [
        name async for name in speak_clips(tmp_path, transcriber, each=1, at_once=2, clock=count(step=60.0).__next__)
    ]
    assert sorted(done) == ["en_000", "es_000"]
    for _, said in heard_cases(tmp_path, LIVE):
        assert [" ".join(word.text for word in part.words) for part in said] == ["seis uno dos", "treinta"]


def test_who_speaks_and_how_fast_is_the_same_for_the_same_clip() -> None:
    manners = [manner_of(case.name) for case in cases(40, ("es",))]
    assert manners == [manner_of(case.name) for case in cases(40, ("es",))]
    assert {one.voice for one in manners} == set(VOICES)
    assert {one.speed for one in manners} == set(SPEEDS)


def test_asking_again_is_safe_and_being_silently_wrong_is_not() -> None:
    assert safe_share(["right", "asked again", "offered", "silently wrong"]) == 0.75
