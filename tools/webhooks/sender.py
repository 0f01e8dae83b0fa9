"""Sends a message to its receiver, once. A redirection is not followed, and no proxy of the environment is asked."""

import asyncio
import socket
import ssl
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpcore

from tools.clock import Clock
from tools.errors import WebhookRefused
from tools.webhooks.reach import Reach
from tools.webhooks.signing import body_of, signed
from tools.webhooks.webhook import Webhook, WebhookMessage

_CONNECT_S = 5.0


@dataclass(frozen=True, slots=True)
class ReceiverAnswer:
    """What the receiver said: its status; or none, and why (``timeout``, ``unreachable``, ``refused``)."""

    status: int | None = None
    fault: str | None = None

    @property
    def arrived(self) -> bool:
        """Whether it has the message."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def gone(self) -> bool:
        """Whether it wants no more messages."""
        return self.status == 410

    @property
    def works(self) -> bool:
        """Whether it is well, whatever it thinks of this message."""
        return self.status is not None and self.status < 500 and self.status != 429

    @property
    def word(self) -> str:
        """In a word, for administrators."""
        return self.fault or f"status_{self.status}"


class WebhookSender:
    """``seconds`` are for the whole of an attempt: name, connection and answer. Close it."""

    def __init__(self, reach: Reach, clock: Clock, *, seconds: float = 15.0, tls: ssl.SSLContext | None = None) -> None:
        self._reach, self._clock, self._seconds = reach, clock, seconds
        # Connections are used once: each is to an address that was looked at, and what else is answered is not read.
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls,
            max_connections=None,  # each receiver has few lines; one that hangs takes none of another's
            max_keepalive_connections=0,
            network_backend=_CheckedNetwork(reach),
        )

    async def send(self, webhook: Webhook, message: WebhookMessage) -> ReceiverAnswer:
        """Send it; whatever goes wrong is an answer."""
        body = body_of(message)
        headers = {
            "content-type": "application/json",
            "user-agent": "isac-webhooks",
            **signed(webhook.secrets, message.id, self._clock(), body),
        }
        try:
            self._reach.check_url(webhook.url)
            async with asyncio.timeout(self._seconds):
                return ReceiverAnswer(await self._post(webhook.url, headers, body))
        except WebhookRefused:
            return ReceiverAnswer(fault="refused")
        except (TimeoutError, httpcore.TimeoutException):
            return ReceiverAnswer(fault="timeout")
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError, ValueError):
            return ReceiverAnswer(fault="unreachable")

    async def close(self) -> None:
        """Close what is open."""
        await self._pool.aclose()

    async def _post(self, url: str, headers: dict[str, str], body: bytes) -> int:
        patience = {"connect": _CONNECT_S, "pool": self._seconds, "read": self._seconds, "write": self._seconds}
        sent = self._pool.stream(
            "POST", url, headers=list(headers.items()), content=body, extensions={"timeout": patience}
        )
        async with sent as response:
            return response.status


class _CheckedNetwork(httpcore.AsyncNetworkBackend):
    """Looks at the address it connects to, not at one that the name had a moment ago."""

    def __init__(self, reach: Reach) -> None:
        self._reach, self._network = reach, httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [str(address[0]) for *_, address in found]
        allowed = [address for address in addresses if self._reach.allows(address)]
        if not allowed:
            raise WebhookRefused("its name leads to a private address")
        for address in allowed[:-1]:
            try:
                return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._network.connect_tcp(allowed[-1], port, timeout, local_address, socket_options)
