"""All settings: the only reader of the environment. Every variable starts with ``ISAC_``; each group has its file."""

from pydantic import ValidationError

from api.settings.agendas import AgendaSettings
from api.settings.booking import BookingSettings
from api.settings.chat_model import ChatModelSettings
from api.settings.login import LoginSettings
from api.settings.mail import MailSettings
from api.settings.models import ModelSettings
from api.settings.retention import RetentionSettings
from api.settings.server import ServerSettings
from api.settings.speech import SpeechSettings
from api.settings.storage import StorageSettings
from api.settings.telephony import TelephonySettings
from api.settings.tokens import TokenSettings
from api.settings.voice import VoiceSettings
from api.settings.webhooks import WebhookSettings
from knowledge.errors import IsacError


class SettingsError(IsacError):
    """A setting has an invalid value. The message names the variables for the operator to correct."""

    code = "wrong_settings"


class Settings(
    WebhookSettings,
    ChatModelSettings,
    TelephonySettings,
    VoiceSettings,
    SpeechSettings,
    ModelSettings,
    RetentionSettings,
    MailSettings,
    AgendaSettings,
    BookingSettings,
    LoginSettings,
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
