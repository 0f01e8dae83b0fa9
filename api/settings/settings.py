"""Settings: the only reader of the environment. Every variable starts with ``ISAC_``."""

import re
from pathlib import Path
from typing import Literal

from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.settings.audiohook_client import parse_client
from api.settings.audiosocket_addresses import parse_addresses
from api.settings.proxies import parse_proxies
from api.settings.smtp_url import smtp_server
from knowledge.errors import IsacError
from knowledge.index.index_kind import IndexKind
from knowledge.languages import Language


class SettingsError(IsacError):
    """A setting has an invalid value. The message names the variables for the operator to correct."""

    code = "wrong_settings"


class _Group(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix="ISAC_", env_file=".env", env_parse_none_str="none", extra="ignore", frozen=True
    )


class StorageSettings(_Group):
    """Where the service keeps its data."""

    database_url: SecretStr | None = Field(
        default=None,
        description="PostgreSQL address, such as `postgresql://user:password@host/name`; unset: the embedded database.",
    )
    data_dir: Path = Field(default=Path("var"), description="Folder for the embedded database, models and indexes.")

    @field_validator("database_url")
    @classmethod
    def _postgresql(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not value.get_secret_value().startswith(("postgresql://", "postgres://")):
            raise ValueError("must start with postgresql://")
        return value


class ServerSettings(_Group):
    """Addresses, limits of requests, and the administration that is served."""

    host: str = Field(default="127.0.0.1", description="Address that the server listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that the server listens on; 0 picks a free one.")
    public_url: HttpUrl | None = Field(
        default=None, description="Public address of the service when it runs behind a proxy."
    )
    trusted_proxies: str = Field(
        default="127.0.0.1,::1",
        description="Comma-separated addresses or networks of the proxies whose `X-Forwarded-For` is trusted.",
    )
    administration: str = Field(
        default="seguridad_social",
        description="Administration to serve: the name of one that comes with ISAC, or the path of its folder.",
    )
    demo: bool = Field(
        default=True, description="Show on every page that the offices are not real, and print staff tokens at start."
    )
    language: Language = Field(
        default="es", description="Language to use when neither the person nor the browser asks for one."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="Lowest level that is logged."
    )
    requests_per_minute: int = Field(
        default=300,
        ge=0,
        description="Maximum requests per minute from one address (IPv6: one /64); 0: no limit. Requests from this"
        " machine are not limited.",
    )
    max_body_kb: int = Field(default=256, ge=1, le=10_240, description="Maximum size of a request body, in KiB.")
    turn_timeout_seconds: float = Field(
        default=20.0,
        gt=0,
        le=120,
        description="How long a message waits for the previous message of its conversation to be answered.",
    )

    @field_validator("trusted_proxies")
    @classmethod
    def _proxies(cls, value: str) -> str:
        parse_proxies(value)
        return value


class TokenSettings(_Group):
    """Tokens of conversations and staff."""

    secret_key: SecretStr | None = Field(
        default=None,
        description="Key that signs tokens, at least 32 characters; unset: a random key, created once and stored in"
        " the database.",
    )
    token_minutes: int = Field(
        default=120,
        ge=1,
        le=1440,
        description="Lifetime of a conversation token, in minutes. The conversation is deleted this long after its"
        " last message.",
    )
    staff_token_minutes: int = Field(default=480, ge=1, le=1440, description="Lifetime of a staff token, in minutes.")

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value().encode()) < 32:
            raise ValueError("must have at least 32 characters")
        return value


class BookingSettings(_Group):
    """Which appointments are offered, and how many slots a person or an address may hold."""

    hold_minutes: int = Field(
        default=10, ge=1, le=60, description="How long a slot is held until the person confirms, in minutes."
    )
    holds_per_person: int = Field(
        default=2, ge=0, le=20, description="Maximum slots that one person may hold at the same time; 0: no limit."
    )
    holds_per_origin: int = Field(
        default=10,
        ge=0,
        le=10_000,
        description="Maximum slots that one address (IPv6: one /64) may hold at the same time; 0: no limit. This"
        " machine is not limited.",
    )
    holds_per_person_day: int = Field(
        default=10, ge=0, le=1_000, description="Maximum new holds of one person per day; 0: no limit."
    )
    holds_per_origin_day: int = Field(
        default=200, ge=0, le=100_000, description="Maximum new holds from one address per day; 0: no limit."
    )
    searches_per_minute: int = Field(
        default=30,
        ge=0,
        le=10_000,
        description="Maximum searches for free slots per minute from one address; 0: no limit.",
    )
    finds_per_minute: int = Field(
        default=6,
        ge=0,
        le=10_000,
        description="Maximum searches for appointments by document and contact, per minute, from one address; 0: no"
        " limit.",
    )
    finds_per_document_hour: int = Field(
        default=10,
        ge=0,
        le=10_000,
        description="Maximum searches for the appointments of one document per hour, from all addresses together; 0:"
        " no limit.",
    )
    release_seconds: int = Field(
        default=300,
        ge=0,
        le=3600,
        description="Maximum random delay, in seconds, before a released slot becomes visible again.",
    )
    offer_minutes: int = Field(
        default=60,
        ge=1,
        le=1440,
        description="How long a slot is reserved for the person it is offered to from the waiting list, in minutes.",
    )
    booking_window_days: int = Field(
        default=30, ge=1, le=180, description="How many days ahead appointments can be booked."
    )
    booking_lead_hours: int = Field(
        default=2, ge=0, le=168, description="Minimum time between booking and appointment, in hours."
    )


class AgendaSettings(_Group):
    """External agendas."""

    agenda_url: HttpUrl | None = Field(
        default=None,
        description="External agenda for appointments in person and by phone; unset: this service keeps them.",
    )
    video_agenda_url: HttpUrl | None = Field(
        default=None, description="External agenda for video appointments; unset: no video appointments."
    )
    agenda_token: SecretStr | None = Field(default=None, description="Bearer token for both external agendas.")


class MailSettings(_Group):
    """The mail server."""

    smtp_url: SecretStr | None = Field(
        default=None,
        description="Mail server: `smtp://user:password@host:587` (STARTTLS), `smtps://…`, or `smtp+plain://…`;"
        " unset: no e-mails are sent.",
    )
    smtp_from: str = Field(default="ISAC <no-reply@localhost>", description="Sender of e-mails.")

    @field_validator("smtp_url")
    @classmethod
    def _mail_server(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            smtp_server(value.get_secret_value(), "a@b")
        return value


class RetentionSettings(_Group):
    """How long personal data is kept."""

    gap_days: int = Field(
        default=180,
        ge=0,
        le=1095,
        description="How many days unanswered questions are kept, masked, for the authors of the content; 0: they are"
        " not kept.",
    )
    hand_off_days: int = Field(
        default=30,
        ge=1,
        le=1095,
        description="How many days a hand-off is kept after it was accepted, or created when nobody accepts it.",
    )
    contact_days: int = Field(
        default=90,
        ge=1,
        le=1825,
        description="How many days name, telephone and e-mail are kept after the appointment.",
    )
    call_audio_days: int = Field(
        default=30, ge=1, le=1825, description="How many days the audio of a call is kept, if it is kept at all."
    )
    call_days: int = Field(default=365, ge=1, le=3650, description="How many days the transcript of a call is kept.")


class ModelSettings(_Group):
    """Encoders and the search index."""

    encoder_model: str = Field(
        default="multilingual-e5-small",
        description="Sentence encoder for search: `hashing` (needs no weights), the name of a stored model, or a path.",
    )
    needs_encoder_model: str = Field(
        default="multilingual-e5-small-needs",
        description="Sentence encoder for the classification of needs; same values as `ISAC_ENCODER_MODEL`.",
    )
    index_kind: IndexKind = Field(
        default="auto",
        description="Index for passage search: `auto` (chosen by size), `exact`, `hnsw`, `ivf_sq` or `ivf_pq`.",
    )
    encoder_threads: int = Field(default=1, ge=1, le=64, description="Threads of each sentence encoder.")


class SpeechSettings(_Group):
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


class TelephonySettings(_Group):
    """Telephone systems that send calls."""

    twilio_auth_token: SecretStr | None = Field(
        default=None, description="Auth token of the Twilio account that sends calls; unset: Twilio calls are refused."
    )
    audiohook_client: SecretStr | None = Field(
        default=None,
        description="Genesys AudioHook client that sends calls, as `key:secret`: API key and base64 client secret;"
        " unset: AudioHook calls are refused.",
    )
    audiosocket: str | None = Field(
        default=None,
        description="Address for Asterisk AudioSocket, `host:port` for citizens, then optionally a comma and another"
        " for agents. It has no password: use an address of a private network only. Unset: disabled.",
    )

    @field_validator("audiohook_client")
    @classmethod
    def _key_and_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            parse_client(value.get_secret_value())
        return value

    @field_validator("audiosocket")
    @classmethod
    def _addresses(cls, value: str | None) -> str | None:
        if value is not None:
            parse_addresses(value)
        return value


class Settings(
    TelephonySettings,
    SpeechSettings,
    ModelSettings,
    RetentionSettings,
    MailSettings,
    AgendaSettings,
    BookingSettings,
    TokenSettings,
    ServerSettings,
    StorageSettings,
):
    """All settings. The defaults run the whole service on one machine, without other servers.

    Code that needs only some of them takes their group.
    """


def load_settings() -> Settings:
    """Read the environment and ``.env``. Raises SettingsError, which names each wrong variable, never its value."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [f"ISAC_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors(include_input=False)]
        raise SettingsError("wrong settings\n  " + "\n  ".join(lines)) from None
