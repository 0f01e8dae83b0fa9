"""The figures and letters said in some words, one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.languages import Language
from speech.dictated.spoken_text import SpokenText, heard_well
from tools.reading.dictation.transcription import DictationRun, transcribe


@dataclass(frozen=True, slots=True)
class SpokenSign:
    """A figure or letter dictated, and the words that say it."""

    text: str
    words: tuple[int, ...]


def signs_said(words: Sequence[str], language: Language) -> list[SpokenSign]:
    """Figures and letters in order, without letters that are also ordinary words."""
    return [sign for run in runs_said(words, language) for sign in run]


def runs_said(words: Sequence[str], language: Language) -> list[list[SpokenSign]]:
    """The same in runs: nothing else was said within each."""
    spoken = SpokenText(heard_well(words))
    runs = [_signs(run, spoken) for run in transcribe(spoken.folded, language)]
    return [run for run in runs if run]


def _signs(run: DictationRun, spoken: SpokenText) -> list[SpokenSign]:
    return [
        SpokenSign(sign, spoken.indexes(token.start, token.end))
        for token in run
        if not token.weak
        for sign in token.readings[0]
    ]
