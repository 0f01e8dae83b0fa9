"""A message against real receivers: well, slow, rude, in the wrong place, and behind a certificate."""

import asyncio
import datetime as dates
import ipaddress
import ssl
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.tools.webhooks.receiver import Answering, Request, never, receiving, status
from tools.clock import fixed
from tools.webhooks.reach import Reach, parse_networks
from tools.webhooks.sender import ReceiverAnswer, WebhookSender
from tools.webhooks.signing import body_of, signed
from tools.webhooks.webhook import Webhook, WebhookMessage

NOW = datetime(2026, 12, 2, 9, tzinfo=UTC)
HERE = Reach(http=True, networks=parse_networks("127.0.0.0/8,::1/128"))
MESSAGE = WebhookMessage("evt_1", "webhook.test", NOW, {})
SECRETS = ("whsec_bmV3IG5ldyBuZXcgbmV3IG5ldyBuZXc=", "whsec_b2xkIG9sZCBvbGQgb2xkIG9sZCBvbGQ=")


def webhook(url: str) -> Webhook:
    return Webhook("w1", url, ("contact.ended",), SECRETS, True, False, NOW)


async def send(
    url: str, reach: Reach = HERE, seconds: float = 20.0, tls: ssl.SSLContext | None = None
) -> ReceiverAnswer:
    sender = WebhookSender(reach, fixed(NOW), seconds=seconds, tls=tls)
    try:
        return await sender.send(webhook(url), MESSAGE)
    finally:
        await sender.close()


async def test_a_message_arrives_whole_signed_with_both_secrets() -> None:
    async with receiving() as receiver:
        answer = await send(receiver.url)
    (request,) = receiver.requests
    assert (answer.arrived, answer.status, request.path) == (True, 204, "/isac?from=1")
    assert request.body == body_of(MESSAGE)
    expected = {"content-type": "application/json", **signed(SECRETS, "evt_1", NOW, request.body)}
    assert {name: request.headers[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("number", "works", "gone"),
    [(200, True, False), (302, True, False), (404, True, False), (410, True, True), (429, False, False),
     (500, False, False), (503, False, False)],
)  # fmt: skip
async def test_what_is_not_a_2xx_has_not_arrived(number: int, works: bool, gone: bool) -> None:
    async with receiving(status(number)) as receiver:
        answer = await send(receiver.url)
    assert (answer.status, answer.arrived, answer.works, answer.gone) == (number, number == 200, works, gone)


async def test_a_redirection_is_not_followed() -> None:
    async with receiving() as other, receiving(status(307, f"Location: {other.url}")) as receiver:
        assert (await send(receiver.url)).word == "status_307"
    assert other.requests == []


async def dripping(request: Request) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{"


async def garbled(request: Request) -> bytes:
    return b"I am no server of yours\r\n\r\n"


async def silent(request: Request) -> bytes:
    return b""


@pytest.mark.parametrize(
    ("answer", "seconds", "expected"),
    [
        (never, 0.3, ReceiverAnswer(fault="timeout")),
        (dripping, 20.0, ReceiverAnswer(200)),
        (garbled, 20.0, ReceiverAnswer(fault="unreachable")),
        (silent, 20.0, ReceiverAnswer(fault="unreachable")),
    ],
)
async def test_a_receiver_that_hangs_or_talks_nonsense(
    answer: Answering, seconds: float, expected: ReceiverAnswer
) -> None:
    async with receiving(answer) as receiver:
        assert await send(receiver.url, seconds=seconds) == expected


async def test_nobody_there() -> None:
    async with receiving() as receiver:
        pass
    assert await send(receiver.url) == ReceiverAnswer(fault="unreachable")


async def test_a_name_that_leads_to_this_machine_is_refused_when_it_is_connected_to() -> None:
    async with receiving() as receiver:
        for url in (receiver.url, receiver.url.replace("localhost", "127.0.0.1")):
            assert await send(url, Reach(http=True)) == ReceiverAnswer(fault="refused")
            assert await send(url, Reach(networks=HERE.networks)) == ReceiverAnswer(fault="refused")
    assert receiver.requests == []


def certificate(folder: Path, name: str) -> Path:
    """Of a server with that name, signed by itself."""
    key, subject = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    today = dates.datetime.now(UTC)
    names = [x509.DNSName(name), x509.IPAddress(ipaddress.ip_address("10.9.8.7"))]
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - dates.timedelta(days=1))
        .not_valid_after(today + dates.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


@pytest.mark.parametrize(("name", "arrives"), [("localhost", True), ("elsewhere.example", False)])
async def test_the_certificate_has_to_be_that_of_the_name_not_of_the_address(
    tmp_path: Path, name: str, arrives: bool
) -> None:
    file = certificate(tmp_path, name)
    server, client = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context(cafile=str(file))
    server.load_cert_chain(file)
    async with receiving(ssl=server) as receiver:
        answer = await send(receiver.url, Reach(networks=HERE.networks), tls=client)
        untrusted = await send(receiver.url, Reach(networks=HERE.networks))
    assert answer == (ReceiverAnswer(204) if arrives else ReceiverAnswer(fault="unreachable"))
    assert untrusted == ReceiverAnswer(fault="unreachable")


async def test_a_hundred_receivers_that_hang_are_in_nobodys_way() -> None:
    sender = WebhookSender(HERE, fixed(NOW), seconds=60)
    async with receiving(never) as hanging, receiving() as well:
        stuck = [asyncio.create_task(sender.send(webhook(hanging.url), MESSAGE)) for _ in range(100)]
        await hanging.until(100)
        assert (await sender.send(webhook(well.url), MESSAGE)).arrived
        for one in stuck:
            one.cancel()
        await asyncio.gather(*stuck, return_exceptions=True)
        await sender.close()
