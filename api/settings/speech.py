"""Settings of speech."""

import re
from typing import Literal

from pydantic import Field, SecretStr, field_validator

from api.settings.group import SettingsGroup


class SpeechSettings(SettingsGroup):
    """Transcription of calls."""

    speech_model: str = Field(
        default="whisper-base",
        description="Speech recognition model: the name of a stored model, or the folder of a CTranslate2 Whisper"
        " model.",
    )
    speech_device: Literal["auto", "cpu", "cuda"] = Field(
        default="auto", description="Device that runs the speech recognition model."
    )
    speech_workers: int | None = Field(
        default=None, ge=1, le=64, description="Audio windows transcribed in parallel; unset: one per core."
    )
    calls_at_once: int = Field(
        default=8, ge=1, le=1_000, description="Maximum calls that one process transcribes at the same time."
    )
    call_grace_seconds: int = Field(
        default=120,
        ge=5,
        le=3600,
        description="How long an interrupted call waits for its audio to come back before it ends.",
    )
    audio_key: SecretStr | None = Field(
        default=None,
        description="Key that encrypts the audio of calls, 32 bytes as 64 hexadecimal digits; unset: a key created"
        " once in `calls/audio.key` in the data folder.",
    )

    @field_validator("audio_key")
    @classmethod
    def _thirty_two_bytes(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(r"[0-9A-Fa-f]{64}", value.get_secret_value()):
            raise ValueError("must be 64 hexadecimal digits")
        return value
