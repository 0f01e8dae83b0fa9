"""Transcripts that are taken away."""

import html
import re
from dataclasses import replace

import pytest

from agents.phrases.phrases import Phrases
from api.calls.export import as_text, as_vtt
from speech.calls.record import Said, Track
from speech.segments import Segment, Word
from tests import shipped

_CUE = re.compile(r"(\d+)\n(\d\d+:\d\d:\d\d\.\d{3}) --> (\d\d+:\d\d:\d\d\.\d{3})\n<v ([^>\n&]+)>([^<>\n]*)</v>\n")


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return shipped.phrases()


def said(text: str, start: float, *, each: float = 0.4, track: Track = "citizen", doubtful: str = "") -> Said:
    words = [
        Word(word, start + place * each, start + (place + 1) * each, 0.3 if word in doubtful.split() else 0.9)
        for place, word in enumerate(text.split(" "))
    ]
    return Said(track, Segment(0, "es", tuple(words)))


TOLD = [
    said("quiero la jubilación, por favor.", 2.0, doubtful="jubilación,"),
    said("¿me dice su teléfono?", 62.3, track="agent"),
    said("seis uno dos treinta y cuatro cincuenta y seis setenta y ocho", 3664.9, doubtful="seis"),
    said("seis uno dos treinta y cuatro cincuenta y seis setenta y ocho.", 3671.0),
]


def test_text_tells_doubtful_words_and_what_was_dictated_in_figures(phrases: Phrases) -> None:
    assert as_text(TOLD, phrases, "es").splitlines() == [
        "[00:02] Persona: quiero la jubilación(?), por favor.",
        "[01:02] Agente: ¿me dice su teléfono?",
        "[1:01:04] Persona: seis(?) uno dos treinta y cuatro cincuenta y seis(?) setenta y ocho",
        "[1:01:11] Persona: 612 34 56 78.",
    ]


def cues(vtt: str) -> list[tuple[str, str, str, str, str]]:
    """Raises AssertionError where it is no WebVTT."""
    header, *blocks = vtt.split("\n\n")
    assert header == "WEBVTT"
    found = [_CUE.fullmatch(block.rstrip("\n") + "\n") for block in blocks]
    assert all(found), blocks
    read = [one.group(1, 2, 3, 4, 5) for one in found if one]
    assert all(begin < end for _, begin, end, *_ in read)
    assert [begin for _, begin, *_ in read] == sorted(begin for _, begin, *_ in read)
    return [(number, begin, end, voice, html.unescape(text)) for number, begin, end, voice, text in read]


def test_webvtt_tells_the_same(phrases: Phrases) -> None:
    told = cues(as_vtt(TOLD, phrases, "es"))
    assert told[0] == ("1", "00:00:02.000", "00:00:04.000", "Persona", "quiero la jubilación(?), por favor.")
    assert told[3][1:] == ("01:01:11.000", "01:01:15.800", "Persona", "612 34 56 78.")


@pytest.mark.parametrize("text", ["a --> b", "<v Otro> & </v>", "hola\n\n2", "&amp;"])
def test_nothing_that_is_said_breaks_webvtt(phrases: Phrases, text: str) -> None:
    ((*_, told),) = cues(as_vtt([said(text, 1.0)], phrases, "es"))
    assert told == " ".join(text.split())


@pytest.mark.parametrize("start", [0.0015, 1.0005, 2.0025, 3.0004])
@pytest.mark.parametrize("each", [0.0, 0.0004, 0.001])
def test_a_cue_always_lasts(phrases: Phrases, start: float, each: float) -> None:
    assert len(cues(as_vtt([said("sí", start, each=each)], phrases, "es"))) == 1


def test_a_number_that_went_on_after_a_pause_is_told_whole_and_once(phrases: Phrases) -> None:
    first, then = said("mi DNI es 12345678", 1.0), said("Z", 5.0)
    then = replace(then, segment=replace(then.segment, number=1), before=(first.segment,))
    text = as_text([first, then], phrases, "es")
    assert text.splitlines() == ["[00:01] Persona: mi DNI es …", "[00:05] Persona: 12345678-Z"]
