"""How sound becomes words: the model of the settings, one for the whole process."""

import os
from pathlib import Path

import structlog

from api.settings.settings import Settings
from knowledge.administration import load_administration
from knowledge.errors import WeightsMissing
from knowledge.weights.model_store import ModelStore
from knowledge.weights.specs import MODELS
from speech.audio.vad import load_detector
from speech.errors import SpeechUnavailable
from speech.listening.live import TranscriberLoad, WhisperTranscriber
from speech.listening.reader import SpeechReader
from speech.listening.terms import Terms
from speech.listening.whisper import Whisper


def build_reader(settings: Settings, workers: int) -> SpeechReader:
    """Loads the model. Raises WeightsMissing, naming the command that brings it; SpeechUnavailable."""
    whisper = Whisper(model_folder(settings), device=settings.speech_device, workers=workers)
    return SpeechReader(whisper, Terms.load(load_administration(settings.administration)))


def build_transcriber(settings: Settings) -> WhisperTranscriber:
    """Warm: it has read. Raises what ``build_reader`` raises."""
    workers = settings.speech_workers or os.cpu_count() or 1
    transcriber = WhisperTranscriber(build_reader(settings, workers), load_detector(), TranscriberLoad(workers=workers))
    transcriber.warm_up()
    return transcriber


def transcriber_or_none(settings: Settings) -> WhisperTranscriber | None:
    """A service whose calls cannot be written down still answers in the chat: it starts, and says what is missing."""
    try:
        return build_transcriber(settings)
    except (WeightsMissing, SpeechUnavailable) as error:
        structlog.get_logger("api.speech").warning("no_transcription", problem=str(error))
        return None


def model_folder(settings: Settings) -> Path:
    """Of the Whisper of the settings. Raises WeightsMissing."""
    name = settings.speech_model
    return ModelStore(settings.data_dir / "models").path(name) if name in {spec.name for spec in MODELS} else Path(name)
