"""Settings of the mail server."""

from pydantic import Field, SecretStr, field_validator

from api.settings.group import SettingsGroup
from api.settings.smtp_url import smtp_server


class MailSettings(SettingsGroup):
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
