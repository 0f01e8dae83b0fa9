"""A client of calls: begins one, speaks files in real time, follows what is written, goes on after a cut."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import numpy as np
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from knowledge.errors import IsacError
from speech.audio.files import open_audio
from speech.audio.pcm import to_s16le
from speech.calls.record import Track
from speech.segments import RATE, Samples

_PIECE = RATE // 10
_GO_ON = frozenset({1001, 1006, 1011, 1012, 1013, None})
"""Codes of a socket that was cut, and not refused."""


class ServiceAway(IsacError):
    """The service does not answer at its address; start it, or name another address."""

    code = "service_away"


class CallRefused(IsacError):
    """The service says why."""

    code = "call_refused"


@dataclass(frozen=True, slots=True)
class CallEventOut:
    """``kind`` and ``body`` as the service tells them."""

    kind: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CallClient:
    """``http`` has the address of the service and the token of a member of staff. ``again_s``: between two tries;
    ``patience_s``: how long a service that is away is asked again, as long as it waits for us.
    """

    http: httpx.AsyncClient
    call_id: str
    token: str
    again_s: float = 1.0
    patience_s: float = 120.0

    async def speak(self, track: Track, file: Path) -> None:
        """The file, in real time; after a cut, from what the service has, as fast as it takes it.

        Raises NotAudio, AudioTooLong, CallRefused, ServiceAway.
        """
        loop = asyncio.get_running_loop()
        began, cut_since = loop.time(), None
        while True:
            try:
                async with self._connect(track) as socket:
                    cut_since = None
                    await self._send(socket, file, began)
                    return
            except ConnectionClosed as closed:
                if closed.rcvd is not None and closed.rcvd.code not in _GO_ON:
                    raise CallRefused(f"the service closed the {track}'s line: {closed.rcvd.code}") from None
            except (OSError, InvalidHandshake, TimeoutError):
                pass
            cut_since = loop.time() if cut_since is None else cut_since
            if loop.time() - cut_since > self.patience_s:
                raise ServiceAway(f"the {track}'s line was cut, and the service does not come back")
            await asyncio.sleep(self.again_s)

    async def events(self) -> AsyncIterator[CallEventOut]:
        """All of the call, until it has ended. Raises ServiceAway, CallRefused."""
        loop, last, reason = asyncio.get_running_loop(), "", "they are cut"
        seen = loop.time()
        while True:
            headers = {"Last-Event-ID": last} if last else {}
            try:
                async with self.http.stream("GET", f"/v1/calls/{self.call_id}/events", headers=headers) as stream:
                    reason = await _refused(stream) or reason
                    async for event in _events_of(stream):
                        last, seen = event.get("id", last), loop.time()
                        yield CallEventOut(event["event"], json.loads(event["data"]))
                        if event["event"] == "ended":
                            return
            except httpx.TransportError:
                pass
            if loop.time() - seen > self.patience_s:
                raise ServiceAway(f"the events of the call do not come: {reason}")
            await asyncio.sleep(self.again_s)

    async def end(self) -> None:
        """Raises ServiceAway, CallRefused."""
        await _ask(self.http, "POST", f"/v1/calls/{self.call_id}/end")

    async def transcript(self, form: str) -> str:
        """As ``text``, ``vtt`` or ``json``. Raises ServiceAway, CallRefused."""
        return (await _ask(self.http, "GET", f"/v1/calls/{self.call_id}/transcript?format={form}")).text

    async def _send(self, socket: ClientConnection, file: Path, began: float) -> None:
        told = asyncio.create_task(_listen(socket))
        try:
            ready = await told
            told = asyncio.create_task(_listen(socket, until_closed=True))
            position = round(ready["received_s"] * RATE)
            for piece in _pieces(file, position):
                position += len(piece)
                late = began + position / RATE - asyncio.get_running_loop().time()
                if late > 0:
                    await asyncio.wait([told], timeout=late)
                await socket.send(to_s16le(piece))
            await socket.send(json.dumps({"type": "end"}))
            await told
        except ConnectionClosed:
            await told  # what the service said before it closed tells more
            raise
        finally:
            told.cancel()

    def _connect(self, track: Track) -> connect:
        """A pong waits behind the sound that was kept back while the service was away."""
        address, headers = self._address(track), {"Authorization": f"Bearer {self.token}"}
        return connect(address, additional_headers=headers, proxy=None, ping_timeout=self.patience_s)

    def _address(self, track: Track) -> str:
        base = str(self.http.base_url).rstrip("/").replace("http", "ws", 1)
        return f"{base}/v1/calls/{self.call_id}/audio?track={track}&encoding=pcm_s16le&rate={RATE}"


async def begin_call(http: httpx.AsyncClient, language: str | None) -> CallClient:
    """A new call. Raises ServiceAway, CallRefused."""
    answer = await _ask(http, "POST", "/v1/calls", {"language": language, "open_question": True})
    try:
        opened = answer.json()
        return CallClient(http, opened["id"], opened["token"])
    except (ValueError, TypeError, KeyError):
        raise ServiceAway(f"what answers at {http.base_url} is not ISAC: name the service with --url") from None


async def _ask(http: httpx.AsyncClient, method: str, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
    try:
        answer = await http.request(method, path, json=body)
    except httpx.TransportError:
        raise ServiceAway(
            f"no service answers at {http.base_url}: start it with `isac serve`, or name it with --url"
        ) from None
    if not answer.is_success:
        raise CallRefused(_words(answer))
    return answer


async def _refused(stream: httpx.Response) -> str | None:
    """Why a stream does not come, when that may pass. Raises CallRefused when it does not."""
    if stream.is_success:
        return None
    await stream.aread()
    if stream.status_code < 500:
        raise CallRefused(_words(stream))
    return _words(stream)


def _words(answer: httpx.Response) -> str:
    if "location" in answer.headers:
        return f"the service has moved to {answer.headers['location']}: name its address with --url"
    try:
        problem = answer.json()
    except ValueError:
        problem = None
    if not isinstance(problem, dict):
        return f"the service answers {answer.status_code}"
    return ". ".join(str(problem[name]).rstrip(".") for name in ("title", "detail", "reason") if problem.get(name))


async def _listen(socket: ClientConnection, *, until_closed: bool = False) -> dict[str, Any]:
    """The next message; or all of them, until the service closes in peace. Raises ConnectionClosed, CallRefused."""
    message: dict[str, Any] = {}
    async for text in socket:
        message = json.loads(text)
        if message["type"] == "problem" and message["status"] < 500 and message["code"] != "call_elsewhere":
            raise CallRefused(f"{message['title']}: {message.get('reason') or message['detail']}")
        if not until_closed and message["type"] == "ready":
            break
    return message


def _pieces(file: Path, position: int) -> Iterator[Samples]:
    """From a sample on, a tenth of a second each."""
    with open_audio(file) as audio:
        skip, held = position, np.zeros(0, dtype=np.float32)
        for (second,) in audio.pieces():
            held = np.concatenate([held, second[skip:]])
            skip = max(0, skip - len(second))
            whole = len(held) // _PIECE * _PIECE
            yield from np.split(held[:whole], range(_PIECE, whole, _PIECE)) if whole else ()
            held = held[whole:]
        if len(held):
            yield held


async def _events_of(stream: httpx.Response) -> AsyncIterator[dict[str, str]]:
    event: dict[str, str] = {}
    async for line in stream.aiter_lines():
        name, _, value = line.partition(": ")
        if name in ("event", "data", "id"):
            event[name] = value
        elif not line and "data" in event:
            yield event
            event = {}
