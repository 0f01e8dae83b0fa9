"""The sound of a track over a WebSocket, until it ends, is cut, or a newer socket takes its place."""

import asyncio
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import structlog
from pydantic import BaseModel, ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from api.calls.access import bearer_of, may_speak
from api.http.accept_language import preferred
from api.http.problems import describe, log_problem
from api.problems.errors import BadAudioRequest
from api.services.services import Services
from speech.audio.encodings import SILENCE, Decoder, Encoding, decoder_for
from speech.calls.line import Line
from speech.calls.positioned import Piece, Positioned
from speech.calls.record import Track
from speech.errors import NotAudio, NothingHeard
from speech.segments import RATE

_log = structlog.get_logger("api.calls")

PROTOCOL = "isac.audio"
_CODES = {
    "missing_token": 4401,
    "bad_token": 4401,
    "expired_token": 4401,
    "forbidden": 4403,
    "call_not_found": 4404,
    "nothing_heard": 4408,
    "taken_over": 4409,
    "call_ended": 4410,
    "too_many_calls": 1013,
    "call_elsewhere": 1013,
    "speech_unavailable": 1013,
    "sound_unreadable": 1013,
    "unavailable": 1013,
    "bad_audio_request": 4400,
    "not_audio": 4400,
    "unknown_encoding": 4400,
    "audio_too_long": 4400,
}
_WRONG_INSIDE = 1011
_ACK_S = 1.0
_HEADER = 8
_SLICE = 4096
"""Bytes decoded at once: a message can be hours of silence in Opus, and fill the memory before the pace holds it."""


class AudioQuery(BaseModel):
    """The parameters in the address of a socket."""

    track: Track
    encoding: Encoding = "pcm_s16le"
    rate: int = RATE
    framing: Literal["plain", "positioned"] = "plain"


@dataclass(slots=True)
class Speaker:
    """Turns what a socket sends into sound of its line."""

    line: Line
    decoder: Decoder
    places: Positioned | None
    ended: bool = False
    spoiled: bool = False
    """Whether the decoder failed: the bytes it still holds are no sound."""

    async def take(self, message: dict[str, Any]) -> None:
        """Take a message of the client. Raises NotAudio, and the errors of ``Line.feed``."""
        data = message.get("bytes")
        if data is None:
            self.ended = _is_end(message.get("text") or "")
            return
        await self._give(self._in_order(data))

    async def finish(self) -> None:
        """Feed the sound that was held back. Raises the errors of ``take``."""
        await self._give(self.places.flush() if self.places else ())
        await self.line.feed(await asyncio.to_thread(self.decoder.finish))

    async def _give(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            for at in range(0, len(piece.data), _SLICE):
                samples = await asyncio.to_thread(self.decoder.decode, piece.data[at : at + _SLICE])
                if piece.missing:
                    await self.line.fill(samples)
                else:
                    await self.line.feed(samples, clipped=self.decoder.clipped)

    def _in_order(self, data: bytes) -> Iterator[Piece]:
        if self.places is None:
            yield Piece(data)
            return
        if len(data) < _HEADER:
            raise NotAudio(f"with framing=positioned a message begins with {_HEADER} bytes of position")
        yield from self.places.put(int.from_bytes(data[:_HEADER], "little"), data[_HEADER:])


@dataclass(slots=True)
class TrackSocket:
    """A socket from its acceptance to its close."""

    services: Services
    socket: WebSocket
    call_id: str
    _acked: float = -1.0
    _behind: float = 0.0
    _sending: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def run(self) -> None:
        """Never raises: whatever is wrong is said, and the socket closed with its code."""
        offered = self.socket.scope.get("subprotocols") or []
        await self.socket.accept(subprotocol=PROTOCOL if PROTOCOL in offered else None)
        try:
            await self._speak()
            await self._close(1000)
        except WebSocketDisconnect:
            _log.info("line cut")
        except Exception as error:
            await self._refuse(error)

    async def _speak(self) -> None:
        staff = may_speak(self.services, self.call_id, bearer_of(self.socket))
        query = _query(self.socket)
        decoder = decoder_for(query.encoding, query.rate)
        line = await self.services.calls.join(self.call_id, query.track)
        _log.info("line joined", track=query.track, encoding=query.encoding, rate=query.rate, staff=staff)
        speaker = Speaker(line, decoder, _places(query, line.received))
        try:
            await self._send({"type": "ready", "track": query.track, "received_s": _rounded(line.received)})
            await self._carry(speaker)
        except NotAudio:
            speaker.spoiled = True
            raise
        finally:
            if not line.over.done():
                await asyncio.shield(self._leave(speaker))

    async def _carry(self, speaker: Speaker) -> None:
        """Until one of them is done: the client's messages, the acknowledgements, the line."""
        tasks = [asyncio.ensure_future(work) for work in (self._receive(speaker), self._report(speaker.line))]
        over = asyncio.ensure_future(_reason(speaker.line))
        try:
            done, _ = await asyncio.wait([*tasks, over], return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in (*tasks, over):
                task.cancel()
            await asyncio.gather(*tasks, over, return_exceptions=True)

    async def _receive(self, speaker: Speaker) -> None:
        while not speaker.ended:
            try:
                async with asyncio.timeout(self.services.calls.rules.silence_s):
                    message = await self.socket.receive()
            except TimeoutError:
                raise NothingHeard(f"nothing came for {self.services.calls.rules.silence_s:g} s") from None
            if message["type"] == "websocket.disconnect":
                raise WebSocketDisconnect(message.get("code") or 1006)
            await speaker.take(dict(message))

    async def _report(self, line: Line) -> None:
        while True:
            await asyncio.sleep(_ACK_S)
            await self._ack(line)

    async def _ack(self, line: Line) -> None:
        if line.received != self._acked:
            self._acked = line.received
            await self._send({"type": "ack", "received_s": _rounded(line.received)})
        if (behind := round(line.behind, 1)) != self._behind:
            self._behind = behind
            await self._send({"type": "behind", "seconds": behind})

    async def _leave(self, speaker: Speaker) -> None:
        try:
            if not speaker.spoiled:
                await speaker.finish()
        except NotAudio:
            _log.info("sound ended in the middle")  # what was whole is kept
        finally:
            await self.services.calls.leave(self.call_id, speaker.line, ended=speaker.ended)
        if speaker.ended:
            await self._ack(speaker.line)

    async def _refuse(self, error: Exception) -> None:
        language = preferred(self.socket.headers.get("accept-language", ""), self.services.settings.language)
        body = describe(self.services, language, error)
        log_problem(body, error)
        await self._send({"type": "problem", "problem": body["type"], **{k: v for k, v in body.items() if k != "type"}})
        await self._close(_CODES.get(body["code"], _WRONG_INSIDE))

    async def _send(self, message: dict[str, Any]) -> None:
        """Nothing, when the other side is gone."""
        async with self._sending:
            if self.socket.application_state is WebSocketState.CONNECTED:
                try:
                    await self.socket.send_text(json.dumps(message, ensure_ascii=False))
                except (RuntimeError, OSError, WebSocketDisconnect):
                    _log.info("line cut")

    async def _close(self, code: int) -> None:
        if WebSocketState.DISCONNECTED in (self.socket.application_state, self.socket.client_state):
            return
        try:
            await self.socket.close(code)
        except (RuntimeError, OSError, WebSocketDisconnect):
            _log.info("line cut")


async def _reason(line: Line) -> None:
    raise await asyncio.shield(line.over)


def _query(socket: WebSocket) -> AudioQuery:
    try:
        query = AudioQuery.model_validate(dict(socket.query_params))
    except ValidationError as error:
        fields = ", ".join(str(one["loc"][0]) for one in error.errors(include_url=False, include_input=False))
        raise BadAudioRequest(f"wrong or missing in the address: {fields}") from None
    if query.framing == "positioned" and query.encoding not in SILENCE:
        raise BadAudioRequest(f"framing=positioned goes with {', '.join(SILENCE)}")
    return query


def _places(query: AudioQuery, received: float) -> Positioned | None:
    if query.framing == "plain":
        return None
    return Positioned(query.rate, SILENCE[query.encoding], next=round(received * query.rate))


def _is_end(text: str) -> bool:
    """Whether a text ends the track. Raises NotAudio for any other."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or said.get("type") != "end":
        raise NotAudio('text came where sound was expected; the only text understood is {"type": "end"}')
    return True


def _rounded(seconds: float) -> float:
    return round(seconds, 6)
