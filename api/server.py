"""``isac serve``: the whole service on one port."""

import asyncio
import os
import signal
import socket
import sys
from contextlib import suppress

import uvicorn

from api.app import create_app
from api.logging import configure
from api.services.services import Services
from api.services.tokens import Role
from api.settings.proxies import parse_proxies
from api.settings.settings import Settings
from api.telephony.audiosocket_server import asterisk_served
from api.wiring.early import EarlyStart
from api.wiring.services import build_services
from api.wiring.speech import transcriber_or_none

ROLES: tuple[Role, ...] = ("agent", "admin")
_BACKLOG = 2048


class _Terminated(KeyboardInterrupt):
    """SIGTERM: unlike the signal's own way, it lets everything close."""


def _terminate(*_: object) -> None:
    raise _Terminated


def serve(early: EarlyStart) -> None:
    """Serve until stopped.

    Raises WeightsMissing, ContentError, ToolUnavailable, SoundUnreadable before listening.
    """
    signal.signal(signal.SIGTERM, _terminate)  # uvicorn, once it has stopped, raises the signal again
    # The loop that uvicorn takes for itself when it starts one: uvloop, where there is one.
    with suppress(_Terminated), asyncio.Runner(loop_factory=uvicorn.Config("").get_loop_factory()) as runner:
        runner.run(_serve(early))


async def _serve(early: EarlyStart) -> None:
    settings = early.settings
    configure(settings.log_level)
    port = take_port(settings)
    services = await build_services(settings, load_transcriber=lambda: transcriber_or_none(settings), early=early)
    try:
        async with asterisk_served(services.calls, settings):
            port.listen(_BACKLOG)
            _announce(services, port.getsockname()[1])
            await uvicorn.Server(http_config(services)).serve(sockets=[port])
    finally:
        await services.close()


def http_config(services: Services) -> uvicorn.Config:
    """How the services are served over HTTP."""
    return uvicorn.Config(
        create_app(services),
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=10,
        # A pong waits behind sound that waits its turn; each of our sockets lets go whoever sends nothing.
        ws_ping_timeout=None,
        forwarded_allow_ips=parse_proxies(services.settings.trusted_proxies),
    )


def take_port(settings: Settings) -> socket.socket:
    """The port is taken before models are loaded: a port in use is told at once.

    Nobody can connect until it listens: a caller that waited for the models would not ask another process meanwhile.
    """
    taken = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
    if taken.family == socket.AF_INET6:  # ``::`` is every address of this machine, those of IPv4 too
        taken.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    if os.name == "posix":  # started again, it need not wait for the connections of before
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    taken.bind((settings.host, settings.port))
    taken.setblocking(False)
    taken.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else a turn waits 40 ms for an acknowledgement
    return taken


def _announce(services: Services, port: int) -> None:
    settings = services.settings
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = str(settings.public_url) if settings.public_url else f"http://{host}:{port}/"
    lines = [f"ISAC serves at {address}"]
    if settings.demo:
        lines += [f"development token ({role}): {services.tokens.for_role(role)}" for role in ROLES]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
