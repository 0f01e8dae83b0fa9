"""Letters by e-mail, over SMTP."""

import asyncio
import smtplib
import ssl
from dataclasses import dataclass
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Literal

from tools.clock import Clock, system_clock
from tools.errors import BadIdentifier, ToolUnavailable
from tools.letters.notifications import Letter
from tools.reading.identities.parsing import parse_email

Security = Literal["none", "starttls", "tls"]


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """The mail server. ``sender`` is the address it comes from; ``password`` never shows in a trace."""

    host: str
    port: int
    sender: str
    security: Security = "starttls"
    user: str | None = None
    password: str | None = None
    timeout: float = 20.0

    def __repr__(self) -> str:
        return f"SmtpServer({self.host}:{self.port}, {self.security})"


class SmtpNotifications:
    """Implements ``Notifications``. One connection a letter: they are few, and none is left open to go stale."""

    def __init__(self, server: SmtpServer, clock: Clock = system_clock) -> None:
        self._server, self._clock = server, clock

    async def send(self, letter: Letter) -> None:
        """See the port. A letter whose server died after accepting it may go twice, with the same Message-ID."""
        try:
            mail = self._mail(letter)
        except (ValueError, MessageError):  # a line break in a header
            raise BadIdentifier("email", "cannot be the address of a letter") from None
        try:
            await asyncio.to_thread(self._hand_over, mail)
        except smtplib.SMTPRecipientsRefused as error:
            if all(code >= 500 for code, _ in error.recipients.values()):
                raise BadIdentifier("email", "refused by the server") from None
            raise ToolUnavailable("the mail server does not take the address now") from None
        except (smtplib.SMTPException, OSError) as error:
            raise ToolUnavailable(f"the mail server {self._server.host} did not take the letter") from error

    def _mail(self, letter: Letter) -> EmailMessage:
        mail = EmailMessage()
        mail["From"] = self._server.sender
        mail["To"] = parse_email(letter.recipient)
        mail["Subject"] = letter.subject
        mail["Date"] = format_datetime(self._clock())
        mail["Message-ID"] = f"<{letter.id}@{self._server.sender.rpartition('@')[2].rstrip('>')}>"
        mail["Auto-Submitted"] = "auto-generated"  # nobody's holiday answer comes back
        mail.set_content(letter.body)
        mail["Content-Language"] = letter.language  # setting the content forgets it
        return mail

    def _hand_over(self, mail: EmailMessage) -> None:
        server, context = self._server, ssl.create_default_context()
        if server.security == "tls":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=server.timeout, context=context
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
        with connection:
            if server.security == "starttls":
                connection.starttls(context=context)
            if server.user is not None:
                connection.login(server.user, server.password or "")
            connection.send_message(mail)
