"""Isolation from the deployment: suites and benches book, send and keep only in a folder that is deleted afterwards."""

from pathlib import Path

from pydantic import SecretStr

from api.settings.settings import Settings

OUTSIDE = (
    *("agenda_url", "video_agenda_url", "agenda_token", "smtp_url", "audiosocket"),
    *("chat_model", "chat_model_key"),
)
"""Settings that connect a service with the world outside its machine, other than its clients."""


def apart(settings: Settings, database_url: str, folder: Path) -> Settings:
    """Point the service at another database and data folder, and disconnect it from outside.

    The folder matters: a service deletes recordings of calls that are not in its database.
    """
    inside = {"database_url": SecretStr(database_url), "data_dir": folder, "gap_days": 0}
    return settings.model_copy(update={**dict.fromkeys(OUTSIDE), **inside})
