"""Apart from the deployment: what suites and benches book, send and keep stays in a folder that goes away with them."""

from pathlib import Path

from pydantic import SecretStr

from api.settings.settings import Settings

OUTSIDE = ("agenda_url", "video_agenda_url", "agenda_token", "smtp_url", "audiosocket")
"""Settings through which a service reaches out of its machine, or is reached by others than its clients."""


def apart(settings: Settings, database_url: str, folder: Path) -> Settings:
    """The same service over another database and data folder, with nobody outside.

    The folder too: a service deletes the sound of calls that its database does not know.
    """
    inside = {"database_url": SecretStr(database_url), "data_dir": folder, "gap_days": 0}
    return settings.model_copy(update={**dict.fromkeys(OUTSIDE), **inside})
