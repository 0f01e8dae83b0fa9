"""Settings: the only reader of the environment. Every variable starts with ``ISAC_``."""

import re
from pathlib import Path
from typing import Literal

from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.settings.audiohook_client import client_of
from api.settings.audiosocket_addresses import addresses_of
from api.settings.proxies import proxies_of
from api.settings.smtp_url import smtp_server
from knowledge.errors import IsacError
from knowledge.index.index_kind import IndexKind
from knowledge.languages import Language


class SettingsError(IsacError):
    """A variable has a value that cannot be used. The operator mends the variables named in the message."""

    code = "wrong_settings"


class _Group(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix="ISAC_", env_file=".env", env_parse_none_str="none", extra="ignore", frozen=True
    )


class StorageSettings(_Group):
    """Where the service keeps its data."""

    database_url: SecretStr | None = Field(
        default=None, description="PostgreSQL address, such as `postgresql://user:password@host/name`; unset: embedded."
    )
    data_dir: Path = Field(default=Path("var"), description="Folder for the embedded database, models and indexes.")

    @field_validator("database_url")
    @classmethod
    def _postgresql(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not value.get_secret_value().startswith(("postgresql://", "postgres://")):
            raise ValueError("must start with postgresql://")
        return value


class ServerSettings(_Group):
    """How the service is reached, and what it lets through."""

    host: str = Field(default="127.0.0.1", description="Address the server listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port the server listens on; 0 takes a free one.")
    public_url: HttpUrl | None = Field(default=None, description="Address citizens use, when a proxy stands before.")
    trusted_proxies: str = Field(
        default="127.0.0.1,::1",
        description="Proxies whose `X-Forwarded-For` is believed: addresses or networks, with commas between.",
    )
    administration: str = Field(
        default="seguridad_social",
        description="The administration that is served: the name of one that comes with ISAC, or the path of a folder.",
    )
    demo: bool = Field(default=True, description="Says on every page that offices are not real; prints staff tokens.")
    language: Language = Field(default="es", description="Language when neither person nor browser says one.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", description="Least level logged.")
    requests_per_minute: int = Field(
        default=300,
        ge=0,
        description="Requests a minute from one address (an IPv6 /64); 0: no limit. This machine has none.",
    )
    max_body_kb: int = Field(default=256, ge=1, le=10_240, description="Largest request body, in KiB.")
    turn_timeout_seconds: float = Field(
        default=20.0, gt=0, le=120, description="How long a message waits for the previous one of its conversation."
    )

    @field_validator("trusted_proxies")
    @classmethod
    def _proxies(cls, value: str) -> str:
        proxies_of(value)
        return value


class TokenSettings(_Group):
    """Tokens of conversations and staff."""

    secret_key: SecretStr | None = Field(
        default=None, description="Signs tokens, at least 32 characters; unset: one made once and kept in the database."
    )
    token_minutes: int = Field(
        default=120,
        ge=1,
        le=1440,
        description="Life of the token of a conversation, which is deleted so long after what was said last.",
    )
    staff_token_minutes: int = Field(default=480, ge=1, le=1440, description="Life of the token of an agent.")

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value().encode()) < 32:
            raise ValueError("must have at least 32 characters")
        return value


class BookingSettings(_Group):
    """Which appointments are offered, and how many one person or address may hold."""

    hold_minutes: int = Field(default=10, ge=1, le=60, description="How long a chosen time waits for confirmation.")
    holds_per_person: int = Field(
        default=2, ge=0, le=20, description="Times a person may keep at once without confirming; 0: no limit."
    )
    holds_per_origin: int = Field(
        default=10, ge=0, le=10_000, description="The same for one address (an IPv6 /64); this machine has no limit."
    )
    holds_per_person_day: int = Field(default=10, ge=0, le=1_000, description="Times a person may take in one day.")
    holds_per_origin_day: int = Field(default=200, ge=0, le=100_000, description="The same for one address.")
    searches_per_minute: int = Field(
        default=30, ge=0, le=10_000, description="Searches for free times from one address in a minute; 0: no limit."
    )
    finds_per_minute: int = Field(
        default=6, ge=0, le=10_000, description="Searches by document and contact from one address; 0: no limit."
    )
    finds_per_document_hour: int = Field(
        default=10,
        ge=0,
        le=10_000,
        description="The same for one document in an hour, from wherever it is; 0: no limit.",
    )
    release_seconds: int = Field(
        default=300, ge=0, le=3600, description="A time let go is seen by others after a random while up to this."
    )
    offer_minutes: int = Field(
        default=60, ge=1, le=1440, description="How long a time is kept for who is first on the waiting list."
    )
    booking_window_days: int = Field(default=30, ge=1, le=180, description="How far ahead appointments are offered.")
    booking_lead_hours: int = Field(default=2, ge=0, le=168, description="How soon the first appointment may be.")


class AgendaSettings(_Group):
    """Appointment books kept elsewhere."""

    agenda_url: HttpUrl | None = Field(
        default=None, description="External agenda for appointments in person and by phone; unset: kept here."
    )
    video_agenda_url: HttpUrl | None = Field(
        default=None, description="External agenda of the video rooms; unset: no video appointments."
    )
    agenda_token: SecretStr | None = Field(default=None, description="Bearer token for both external agendas.")


class MailSettings(_Group):
    """The mail server."""

    smtp_url: SecretStr | None = Field(
        default=None,
        description="Mail server: `smtp://user:password@host:587` (STARTTLS), `smtps://…`, or `smtp+plain://…`;"
        " unset: no e-mails.",
    )
    smtp_from: str = Field(default="ISAC <no-reply@localhost>", description="Sender of the e-mails.")

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
        description="How long questions without an answer are kept, masked, for the authors; 0: not at all.",
    )
    hand_off_days: int = Field(
        default=30, ge=1, le=1095, description="How long a hand-off is kept from when it was accepted, or else made."
    )
    contact_days: int = Field(
        default=90, ge=1, le=1825, description="How long name, telephone and e-mail are kept after an appointment."
    )
    call_audio_days: int = Field(
        default=30, ge=1, le=1825, description="How long the sound of calls is kept, where it is to be kept."
    )
    call_days: int = Field(default=365, ge=1, le=3650, description="How long what was said in calls is kept.")


class ModelSettings(_Group):
    """Encoders and the search index."""

    encoder_model: str = Field(
        default="multilingual-e5-small",
        description="Sentence encoder of the search: `hashing` (no weights), a stored model, or a path.",
    )
    needs_encoder_model: str = Field(
        default="multilingual-e5-small-needs", description="Sentence encoder that tells needs apart; the same choices."
    )
    index_kind: IndexKind = Field(
        default="auto",
        description="How near passages are found: `auto` (by size), `exact`, `hnsw`, `ivf_sq`, `ivf_pq`.",
    )
    encoder_threads: int = Field(default=1, ge=1, le=64, description="Threads of the sentence encoder.")


class SpeechSettings(_Group):
    """What writes calls down."""

    speech_model: str = Field(
        default="whisper-base",
        description="What writes calls down: a stored model, or the folder of a CTranslate2 Whisper.",
    )
    speech_device: Literal["auto", "cpu", "cuda"] = Field(default="auto", description="Where it runs.")
    speech_workers: int | None = Field(
        default=None, ge=1, le=64, description="Readings of sound at the same time; unset: one for each core."
    )
    calls_at_once: int = Field(default=8, ge=1, le=1_000, description="Calls one process transcribes at the same time.")
    call_grace_seconds: int = Field(
        default=120, ge=5, le=3600, description="A call that is cut waits so long to be taken up again, then it ends."
    )
    audio_key: SecretStr | None = Field(
        default=None,
        description="Encrypts the sound of calls: 32 bytes as 64 hexadecimal digits; unset: `calls/audio.key` in the"
        " data folder, made once.",
    )

    @field_validator("audio_key")
    @classmethod
    def _thirty_two_bytes(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(r"[0-9A-Fa-f]{64}", value.get_secret_value()):
            raise ValueError("must be 64 hexadecimal digits")
        return value


class TelephonySettings(_Group):
    """Telephone systems whose calls are taken."""

    twilio_auth_token: SecretStr | None = Field(
        default=None, description="Auth token of the Twilio account whose calls are taken; unset: none are."
    )
    audiohook_client: SecretStr | None = Field(
        default=None,
        description="Genesys AudioHook client whose calls are taken: `key:secret`, the API key and the client secret in"
        " base64; unset: none are.",
    )
    audiosocket: str | None = Field(
        default=None,
        description="Where Asterisk's AudioSocket connects, `host:port` for citizens and after a comma another one for"
        " agents; it has no password, so an address of your own network only. Unset: nowhere.",
    )

    @field_validator("audiohook_client")
    @classmethod
    def _key_and_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            client_of(value.get_secret_value())
        return value

    @field_validator("audiosocket")
    @classmethod
    def _addresses(cls, value: str | None) -> str | None:
        if value is not None:
            addresses_of(value)
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
    """What an operator may change. Defaults run the whole service on one machine with nothing installed beside it.

    Whoever needs a part of them asks for its group.
    """


def load_settings() -> Settings:
    """Settings from the environment and ``.env``. Raises SettingsError naming each wrong variable, never its value."""
    try:
        return Settings()
    except ValidationError as error:
        lines = [f"ISAC_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors(include_input=False)]
        raise SettingsError("wrong settings\n  " + "\n  ".join(lines)) from None
