"""The TCP server that Asterisk's AudioSocket connects to: one address for each side of the call."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import structlog

from api.settings.audiosocket_addresses import parse_addresses
from api.settings.settings import Settings, SettingsError
from api.telephony.audiosocket import AudioSocket
from api.telephony.connection import REFUSALS, Connection, connection_to, reason_of
from api.telephony.frames import Frame, Left
from speech.calls.calls import Calls
from speech.calls.record import Track

_log = structlog.get_logger("api.telephony")

_READ = 4096


@dataclass(slots=True)
class AudioSocketServer:
    """``connection`` makes a connection for each client; after ``silence_s`` without data a client is closed."""

    connection: Callable[[], Connection]
    silence_s: float = 60.0
    _servers: list[asyncio.Server] = field(default_factory=list)
    _tasks: "set[asyncio.Task[None]]" = field(default_factory=set)

    async def listen(self, track: Track, host: str, port: int) -> int:
        """Listen for one side of calls and return the port, a free one for 0. Raises OSError when it is taken."""

        def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._start(self._serve(track, reader, writer))

        server = await asyncio.start_server(begin, host, port)
        self._servers.append(server)
        return int(server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Stop listening and close the connections."""
        for server in self._servers:
            server.close()
        while self._tasks:  # a connection accepted just before may start meanwhile
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
        for server in self._servers:
            await server.wait_closed()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, track: Track, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = self.connection()
        try:
            await connection.carry(self._frames(track, reader), _nothing)
        except REFUSALS as error:
            _log.info("caller let go", protocol="audiosocket", reason=reason_of(error))
        except (OSError, TimeoutError):
            _log.info("caller let go", protocol="audiosocket", reason="connection lost")
        finally:
            writer.close()
        await connection.linger()

    async def _frames(self, track: Track, reader: asyncio.StreamReader) -> AsyncIterator[Frame]:
        socket = AudioSocket(track)
        while True:
            async with asyncio.timeout(self.silence_s):
                data = await reader.read(_READ)
            for frame in socket.receive(data) if data else socket.closed():
                yield frame
                if isinstance(frame, Left):
                    return


async def _nothing(message: str) -> None:
    raise AssertionError("AudioSocket has no replies")


@contextlib.asynccontextmanager
async def asterisk_served(calls: Calls, settings: Settings) -> AsyncIterator[None]:
    """Listen at the addresses of the settings, if there are any. Raises SettingsError when one is taken."""
    server = AudioSocketServer(lambda: connection_to(calls, settings))
    try:
        for address in parse_addresses(settings.audiosocket) if settings.audiosocket else ():
            try:
                await server.listen(address.track, address.host, address.port)
            except OSError as error:
                raise SettingsError(
                    f"ISAC_AUDIOSOCKET: cannot listen on {address.host}:{address.port}: {error}"
                ) from None
        yield
    finally:
        await server.close()
