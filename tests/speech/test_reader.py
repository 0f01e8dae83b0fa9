"""What is read once more: numbers, and what only says again what came before. A script says what the model reads."""

from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np
import pytest

from speech.listening.language_belief import LanguageBelief
from speech.listening.listener import Job
from speech.listening.reader import SpeechReader, WindowReading
from speech.listening.terms import Terms
from speech.listening.tokens import WhisperTokens
from speech.listening.whisper import TokenTime, Whisper, WhisperReading, Window
from tests.speech.vocabulary import pieces_of, reading, vocabulary

TOKENS = vocabulary(["mi", "DNI", "es", "el", "hola", "12", "34", "56", "78", "Z", "T"])


@dataclass
class Scripted:
    """Reads ``plain``, and ``prompted`` after the prompt of a dictation or other words; every word half sure."""

    plain: str
    prompted: str
    silence: tuple[float, float] = (0.01, 0.01)
    likelihood: tuple[float, float] = (-0.2, -0.2)
    tokens: WhisperTokens = TOKENS

    def listen(self, samples: object) -> None:
        return None

    def decode_window(self, sound: object, window: Window, **beams: int) -> WhisperReading:
        again = bool(window.before)
        found, _ = reading(self.tokens, self.prompted if again else self.plain)
        return replace(found, silence=self.silence[again], likelihood=self.likelihood[again])

    def place(self, sound: object, language: str, pieces: tuple[int, ...]) -> list[TokenTime]:
        return [TokenTime(at, at + 1, 0.5) for at in range(len(pieces))]


def read(plain: str, prompted: str, *, known: str = "", before: str = "", final: bool = True) -> WindowReading:
    window = Window(np.zeros(16_000, np.float32), "es", pieces_of(TOKENS, known), pieces_of(TOKENS, before))
    job = Job(window, 0.0, 1.0, final, pausing=True, voiced=1.0)
    return SpeechReader(cast(Whisper, Scripted(plain, prompted)), Terms({})).read_window(
        job, LanguageBelief(locked="es")
    )


def confidences(heard: WindowReading) -> list[float]:
    return [time.probability for time in heard.times]


def test_figures_that_both_readings_say_are_believed() -> None:
    heard = read("mi DNI es 12 34 56", "12 , 34 , 78")
    assert confidences(heard) == [0.5, 0.5, 0.5, 0.9, 0.9, 0.3]


@pytest.mark.parametrize(
    ("silence", "likelihood", "text"),
    [
        ((0.8, 0.4), (-4.0, -0.4), "12 34 56"),
        ((0.8, 0.7), (-4.0, -0.4), "12"),
        ((0.8, 0.4), (-4.0, -1.4), "12"),
        ((0.4, 0.4), (-0.8, -0.4), "12"),
    ],
)
def test_a_reading_that_breaks_off_as_in_noise_gives_way_to_one_that_hears_somebody(
    silence: tuple[float, float], likelihood: tuple[float, float], text: str
) -> None:
    window = Window(np.zeros(16_000, np.float32), "es", ())
    scripted = Scripted("12", "12 34 56", silence, likelihood)
    reader, job = SpeechReader(cast(Whisper, scripted), Terms({})), Job(window, 0.0, 1.0, True, True, 1.0)
    heard = reader.read_window(job, LanguageBelief(locked="es"))
    assert TOKENS.text(heard.reading.pieces) == text


@pytest.mark.parametrize(("known", "text"), [("", "12 34 56 78 Z"), ("12 34", "12 34 56 78 T")])
def test_the_reading_that_makes_an_identity_is_taken_unless_words_stay(known: str, text: str) -> None:
    heard = read("12 34 56 78 T", "12 34 56 78 Z", known=known)
    assert TOKENS.text(heard.reading.pieces) == text
    assert confidences(heard) == [0.9, 0.9, 0.9, 0.9, 0.3]


@pytest.mark.parametrize(
    "case", [{"plain": "hola", "prompted": "12"}, {"plain": "12 34", "prompted": "", "final": False}]
)
def test_what_holds_no_number_or_goes_on_is_read_once(case: dict[str, Any]) -> None:
    heard = read(**case)
    assert TOKENS.text(heard.reading.pieces) == case["plain"]
    assert set(confidences(heard)) == {0.5}


@pytest.mark.parametrize(
    ("after", "text"),
    [("mi DNI es el", "hola"), ("mi DNI es el 12", "hola"), ("mi DNI es hola", "mi DNI es hola"), ("mi DNI", "mi DNI")],
)
def test_what_says_again_what_was_said_before_it_is_read_without_that(after: str, text: str) -> None:
    heard = read("hola", after, before="12 mi DNI es el", final=False)
    assert TOKENS.text(heard.reading.pieces) == text


def test_figures_that_the_prompt_has_too_are_not_believed_for_that() -> None:
    tokens = vocabulary(["12", "34", "6", "1", "2,", "45,", "70,"])
    scripted = Scripted("12 34 6", "6 1 2, 45,", tokens=tokens)
    window = Window(np.zeros(16_000, np.float32), "es", ())
    job = Job(window, 0.0, 1.0, True, True, 1.0)
    heard = SpeechReader(cast(Whisper, scripted), Terms({})).read_window(job, LanguageBelief(locked="es"))
    assert min(confidences(heard)) == 0.3
