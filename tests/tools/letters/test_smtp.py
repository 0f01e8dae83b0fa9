"""Letters against a real SMTP server, which is also killed in the middle, slow, or rude."""

import asyncio
import email
import email.policy
import smtplib
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.fakes.outbox import MemoryOutbox
from tools.clock import fixed
from tools.errors import BadIdentifier, ToolUnavailable
from tools.letters.notifications import Letter, Notice
from tools.letters.notifier import Notifier
from tools.letters.smtp import SmtpNotifications, SmtpServer

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
LETTER = Letter(
    "offer-1", "ana@example.org", "ca", "Hi ha una hora lliure · cita", "Bon dia.\n\nL’oficina li guarda l’hora.\n"
)


class Mailbox:
    """What the server was given; ``answer`` is what it says to a recipient or, with ``to_data``, to the letter."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.answer, self.to_data = "250 OK", "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.to_data.startswith("250"):
            assert isinstance(envelope.content, bytes)
            message = email.message_from_bytes(envelope.content, policy=email.policy.default)
            assert isinstance(message, EmailMessage)
            self.letters.append(message)
        return self.to_data


class MailServer:
    """A server that can be stopped and started on the same port."""

    def __init__(self) -> None:
        self.box = Mailbox()
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port: int = probe.getsockname()[1]
        self._controller: Any = None

    def start(self) -> None:
        self._controller = Controller(self.box, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None


@pytest.fixture
def server() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    yield server
    server.stop()


def mailer(server: MailServer) -> SmtpNotifications:
    return SmtpNotifications(
        SmtpServer("127.0.0.1", server.port, "ISAC <cita@example.org>", "none", timeout=5), fixed(NOW)
    )


async def test_a_letter_arrives_as_it_was_written(server: MailServer) -> None:
    await mailer(server).send(LETTER)
    (mail,) = server.box.letters
    assert (mail["To"], mail["From"]) == ("ana@example.org", "ISAC <cita@example.org>")
    assert (mail["Subject"], mail["Message-ID"]) == (LETTER.subject, "<offer-1@example.org>")
    assert (mail["Content-Language"], mail["Date"]) == ("ca", "Wed, 25 Nov 2026 09:00:00 +0000")
    assert mail.get_content().replace("\r\n", "\n") == LETTER.body


async def test_a_server_that_is_not_there_is_tried_later(server: MailServer) -> None:
    server.stop()
    with pytest.raises(ToolUnavailable):
        await mailer(server).send(LETTER)


@pytest.mark.parametrize(("answer", "error"), [("450 later", ToolUnavailable), ("550 nobody", BadIdentifier)])
async def test_an_address_refused_for_now_is_tried_later_and_one_refused_for_good_is_not(
    server: MailServer, answer: str, error: type[Exception]
) -> None:
    server.box.answer = answer
    with pytest.raises(error):
        await mailer(server).send(LETTER)


async def test_a_letter_the_server_does_not_take_now_is_tried_later(server: MailServer) -> None:
    server.box.to_data = "451 full"
    with pytest.raises(ToolUnavailable):
        await mailer(server).send(LETTER)


@pytest.mark.parametrize("recipient", ["", "ana@example.org\nBcc: all@example.org", "no address"])
async def test_an_address_that_is_none_reaches_no_server(server: MailServer, recipient: str) -> None:
    with pytest.raises(BadIdentifier):
        await mailer(server).send(Letter("x", recipient, "es", "s", "b"))
    assert server.box.letters == []


async def test_starttls_is_never_left_out_when_it_is_asked_for(server: MailServer) -> None:
    secure = SmtpNotifications(SmtpServer("127.0.0.1", server.port, "a@example.org", "starttls", timeout=5))
    with pytest.raises(ToolUnavailable):
        await secure.send(LETTER)
    assert server.box.letters == []


async def test_a_password_never_shows() -> None:
    assert "hush" not in repr(SmtpServer("host", 25, "a@example.org", user="u", password="hush"))


async def test_a_server_killed_in_the_middle_gets_every_letter_once_it_is_back(server: MailServer) -> None:
    moment = [NOW]
    outbox = MemoryOutbox(lambda: moment[0])
    for number in range(12):
        outbox.put(Notice(f"n{number}", "waiting_joined", "ana@example.org", "es", {}, NOW))
    sender = mailer(server)

    class KilledHalfWay:
        async def send(self, letter: Letter) -> None:
            if len(server.box.letters) == 5:
                await asyncio.to_thread(server.stop)
            await sender.send(letter)

    notifier = Notifier(outbox, KilledHalfWay(), lambda one: Letter(one.id, one.recipient, "es", "s", "b"))
    assert await notifier.drain() == 5
    await asyncio.to_thread(server.start)
    server.box.letters.append(EmailMessage())  # so that it is not killed again
    moment[0] = datetime(2026, 11, 25, 10, tzinfo=UTC)
    assert await notifier.drain() == 7
    assert {mail["Message-ID"] for mail in server.box.letters if mail["To"]} == {
        f"<n{number}@example.org>" for number in range(12)
    }


def test_the_test_server_speaks_smtp(server: MailServer) -> None:
    with smtplib.SMTP("127.0.0.1", server.port, timeout=5) as connection:
        assert connection.noop()[0] == 250
