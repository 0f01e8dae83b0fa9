"""Whisper on windows cut to the sound there is.

faster-whisper pads each window to 30 s; the encoder takes shorter ones as well, 5 to 15 times faster, and reads them as
well as long as a second of silence follows: without it the decoder misses the end and goes round in circles.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import ctranslate2
import numpy as np
from faster_whisper.feature_extractor import FeatureExtractor

from knowledge.languages import LANGUAGES, Language
from speech.errors import SpeechUnavailable
from speech.listening.tokens import WhisperTokens
from speech.segments import RATE, Samples

LONGEST = 28.0
"""Seconds of sound of a window."""

_TAIL, _STEP = RATE, RATE // 2
_HOP = 160
_SILENT, _UNLIKELY = 0.6, -1.0
_PLACE = 0.02
_PIECES_A_SECOND = 8
_PIECES_AT_LEAST = 12


@dataclass(frozen=True, slots=True)
class Window:
    """``known``: pieces the reading begins with. ``before``: pieces of what was said before the window."""

    samples: Samples
    language: Language
    known: tuple[int, ...] = ()
    before: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WhisperReading:
    """``pieces``: those known and those read. ``likelihood``: mean log-probability of a piece. ``silence``: probability
    that nobody speaks.
    """

    pieces: tuple[int, ...]
    likelihood: float
    silence: float

    @property
    def nobody(self) -> bool:
        """Whisper's own test for words where nobody speaks."""
        return self.silence > _SILENT and self.likelihood < _UNLIKELY

    @property
    def somebody(self) -> bool:
        """Whether neither sign of silence is there."""
        return self.silence <= _SILENT and self.likelihood >= _UNLIKELY


@dataclass(frozen=True, slots=True)
class TokenTime:
    """The seconds of a piece in its window, and its probability."""

    start: float
    end: float
    probability: float


class EncodedSound:
    """A window encoded once, to be read, placed in time or asked for its language."""

    def __init__(self, encoded: ctranslate2.StorageView, frames: int) -> None:
        self.encoded, self.frames = encoded, frames


class Whisper:
    """A model in memory; its methods may be called from several threads at once."""

    def __init__(self, folder: Path, *, device: str = "auto", workers: int = 1) -> None:
        """``device``: ``cpu``, ``cuda`` or ``auto``. ``workers``: readings at once, a thread each.

        Raises SpeechUnavailable when the folder holds no model or there is no such device.
        """
        try:
            self._model = ctranslate2.models.Whisper(
                str(folder), device=device, compute_type=_precision(device), inter_threads=workers, intra_threads=1
            )
            self.tokens = WhisperTokens.load(folder)
        except (RuntimeError, OSError, ValueError) as error:
            raise SpeechUnavailable(f"no Whisper model in {folder} that can be used here: {error}") from error
        self._features = FeatureExtractor(feature_size=self._model.n_mels)

    def listen(self, samples: Samples) -> EncodedSound:
        """Encode a window; what is over ``LONGEST`` is not heard."""
        window = with_silence(samples[: int(LONGEST * RATE)])
        features = self._features(window, padding=0)[:, : len(window) // _HOP]
        encoded = self._model.encode(ctranslate2.StorageView.from_array(np.ascontiguousarray(features[None])))
        return EncodedSound(encoded, min(len(samples), int(LONGEST * RATE)) // _HOP)

    def decode_window(
        self, sound: EncodedSound, window: Window, *, beam: int = 5, no_repeat: int = 0
    ) -> WhisperReading:
        """The likeliest words. ``no_repeat``: so many pieces in a row are not said twice; 0: they may be."""
        opening = self.tokens.start(window.language, before=window.before)
        room = _PIECES_AT_LEAST + int(sound.frames * _HOP / RATE * _PIECES_A_SECOND)
        result = self._model.generate(
            sound.encoded,
            [[*opening, *window.known]],
            beam_size=beam,
            max_length=min(448, len(opening) + max(room, len(window.known) + _PIECES_AT_LEAST)),
            length_penalty=0,  # each piece of a repetition is likely, so a mean over pieces would favour repetitions
            return_scores=True,
            return_no_speech_prob=True,
            no_repeat_ngram_size=no_repeat,
            suppress_blank=not window.known,  # after known words the end may come at once
        )[0]
        pieces = tuple(result.sequences_ids[0])
        mean = result.scores[0] / max(1, len(pieces))
        return WhisperReading(pieces, mean, result.no_speech_prob)

    def place(self, sound: EncodedSound, language: Language, pieces: Sequence[int]) -> list[TokenTime]:
        """When each piece was said; shape (pieces,)."""
        if not pieces:
            return []
        opening = self.tokens.start(language)[:-1]
        result = self._model.align(sound.encoded, opening, [list(pieces)], sound.frames)[0]
        starts = [0.0] * (len(pieces) + 1)
        previous = -1
        for piece, place in result.alignments:
            if piece != previous:
                starts[piece], previous = place * _PLACE, piece
        return [
            TokenTime(start, end, probability)
            for start, end, probability in zip(starts[:-1], starts[1:], result.text_token_probs, strict=True)
        ]

    def languages(self, sound: EncodedSound) -> Mapping[Language, float]:
        """Log-probabilities of the served languages, as Whisper gives them among all of its own."""
        shares = {name.strip("<|>"): share for name, share in self._model.detect_language(sound.encoded)[0]}
        return {language: float(np.log(max(shares.get(language, 0.0), 1e-9))) for language in LANGUAGES}


def with_silence(samples: Samples) -> Samples:
    """A window and the silence after it, a whole number of half seconds long.

    oneDNN, below CTranslate2, keeps what it prepared for each length it has seen: 0.7 MB each, up to a thousand.
    """
    silence = _TAIL + -len(samples) % _STEP
    return np.concatenate([samples, np.zeros(silence, np.float32)])


def _precision(device: str) -> str:
    """Eight bits where the processor does the work: as many words right, three times as fast."""
    on_gpu = device == "cuda" or (device == "auto" and ctranslate2.get_cuda_device_count() > 0)
    return "float16" if on_gpu else "int8"
