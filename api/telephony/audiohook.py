"""Genesys AudioHook, version 2: a session over a WebSocket, its messages in JSON, its sound in binary frames.

As Genesys publishes it: https://developer.genesys.cloud/devapps/audiohook
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, Field, ValidationError

from api.telephony.frames import BadFrame, Frame, Left, Opened, ReplyFrame, Sound, Spoken, language_of_tag
from speech.audio.encodings import SILENCE, Encoding
from speech.calls.record import Track

LANGUAGES = ("es-ES", "ca-ES", "gl-ES", "eu-ES", "en-GB", "fr-FR")

_NOBODY = "00000000-0000-0000-0000-000000000000"
_LONGEST = 64 * 1024
_RATE = 8_000
_DURATION = r"^PT(?:[0-9]{1,9}|[0-9]{0,9}\.[0-9]+)S$"
_SIDES: dict[str, Track] = {"external": "citizen", "internal": "agent"}
_ENCODINGS: dict[str, Encoding] = {"PCMU": "mulaw", "L16": "pcm_s16le"}

_Checked = TypeVar("_Checked", bound=BaseModel)
_Duration = Annotated[str, Field(pattern=_DURATION)]


class _AudioHookMedia(BaseModel):
    type: Literal["audio"]
    format: Literal["PCMU", "L16"]
    channels: Annotated[list[Literal["external", "internal"]], Field(min_length=1, max_length=2)]
    rate: Literal[8000]


class _Open(BaseModel):
    organizationId: str
    conversationId: Annotated[str, Field(pattern=r"^[0-9A-Fa-f-]{36}$")]
    media: list[Any]
    language: str | None = None
    supportedLanguages: bool = False


class _Skipped(BaseModel):
    start: _Duration
    discarded: _Duration


class _Close(BaseModel):
    reason: Literal["end", "error", "disconnect", "reconnect"]


class _Message(BaseModel):
    version: Literal["2"]
    id: str
    type: str
    seq: Annotated[int, Field(ge=1)]
    serverseq: Annotated[int, Field(ge=0)]
    position: _Duration
    parameters: dict[str, Any]


@dataclass(slots=True)
class AudioHook:
    """A session. ``session`` and ``organization``: the ids in the signed headers of the request."""

    session: str
    organization: str
    _seq: int = 0
    _clientseq: int = 0
    _media: _AudioHookMedia | None = None
    _probe: bool = False
    _position: int = 0
    _state: Literal["new", "open", "paused", "left"] = "new"
    _handlers: dict[str, Callable[[dict[str, Any]], Iterator[Frame]]] = field(init=False)

    def __post_init__(self) -> None:
        self._handlers = {
            "open": self._open,
            "ping": lambda _: iter([self._reply("pong", {})]),
            "paused": self._pause,
            "resumed": self._resume,
            "discarded": self._skip,
            "update": self._update,
            "close": self._close,
            "error": lambda _: iter(()),
        }

    def receive(self, text: str) -> Iterator[Frame]:
        """Read the next text message; a reply gets its number when it is sent. Raises BadFrame.

        Of keys pressed, of what is played to the citizen, and of what a newer client tells, nothing is done.
        """
        message = _checked(_Message, _parsed(text))
        if message.id != self.session:
            raise BadFrame("id is not that of the session")
        if message.seq != self._clientseq + 1:
            raise BadFrame(f"seq is {message.seq} where {self._clientseq + 1} follows")
        if message.serverseq > self._seq:
            raise BadFrame("serverseq was never sent")
        self._clientseq = message.seq
        if (handler := self._handlers.get(message.type)) is not None:
            yield from handler(message.parameters)

    def receive_sound(self, data: bytes) -> list[Frame]:
        """Read the next binary frame: the interleaved samples of all channels. Raises BadFrame."""
        if self._state != "open" or self._media is None:
            raise BadFrame("sound came while the session was not open")
        if self._probe:
            return []
        width = len(SILENCE[_ENCODINGS[self._media.format]])
        channels = self._media.channels
        whole, half = divmod(len(data), width * len(channels))
        if half:
            raise BadFrame("a frame holds no whole number of samples of each channel")
        position, self._position = self._position, self._position + whole
        sides = zip(channels, _apart(data, width, len(channels)), strict=True)
        return [Sound(_SIDES[channel], position, side) for channel, side in sides if side]

    @property
    def closed(self) -> bool:
        """Whether the client has closed the session."""
        return self._state == "left"

    @property
    def _begun(self) -> bool:
        """Whether a call has begun."""
        return self._state in ("open", "paused") and not self._probe

    def refuse(self, reason: Literal["unauthorized", "error", "completed"], info: str) -> ReplyFrame:
        """Return the message that tells the client to leave."""
        return self._reply("disconnect", {"reason": reason, "info": info})

    def _open(self, parameters: dict[str, Any]) -> Iterator[Frame]:
        opening = _checked(_Open, parameters)
        if self._state != "new":
            raise BadFrame("a second open in one session")
        if opening.organizationId != self.organization:
            raise BadFrame("organizationId is not that of the request")
        self._media = media = _chosen(opening.media)
        self._probe = opening.conversationId == _NOBODY  # Genesys tries the connection; there is no call
        self._state = "open"
        answer: dict[str, Any] = {"media": [media.model_dump()], "startPaused": False}
        if opening.supportedLanguages:
            answer["supportedLanguages"] = list(LANGUAGES)
        if not self._probe:
            yield self._opened(opening, media)
        yield self._reply("opened", answer)

    def _opened(self, opening: _Open, media: _AudioHookMedia) -> Opened:
        tracks = tuple(_SIDES[channel] for channel in media.channels)
        language = language_of_tag(opening.language)
        return Opened(f"audiohook:{opening.conversationId}", tracks, _ENCODINGS[media.format], _RATE, language)

    def _pause(self, _: dict[str, Any]) -> Iterator[Frame]:
        if self._state == "open":
            self._state = "paused"
        return iter(())

    def _resume(self, parameters: dict[str, Any]) -> Iterator[Frame]:
        if self._state == "paused":
            self._state = "open"
        return self._skip(parameters)

    def _skip(self, parameters: dict[str, Any]) -> Iterator[Frame]:
        """Move past sound that the client discarded: its time stays empty."""
        skipped = _checked(_Skipped, parameters)
        self._position = max(self._position, _samples(skipped.start) + _samples(skipped.discarded))
        return iter(())

    def _update(self, parameters: dict[str, Any]) -> Iterator[Frame]:
        language = language_of_tag(parameters.get("language"))
        if language and self._begun:
            yield Spoken(language)
        yield self._reply("updated", {})

    def _close(self, parameters: dict[str, Any]) -> Iterator[Frame]:
        closing = _checked(_Close, parameters)
        if self._state == "left":
            return
        begun, self._state = self._begun, "left"
        if begun:
            yield Left("yes" if closing.reason == "end" else "no")
        yield self._reply("closed", {})

    def _reply(self, kind: str, parameters: dict[str, Any]) -> ReplyFrame:
        self._seq += 1
        message = {"version": "2", "type": kind, "id": self.session, "seq": self._seq, "clientseq": self._clientseq}
        return ReplyFrame(json.dumps({**message, "parameters": parameters}))


def _apart(data: bytes, width: int, channels: int) -> list[bytes]:
    if channels == 1:
        return [data]
    if width == 1:
        return [data[channel::channels] for channel in range(channels)]
    samples = memoryview(data).cast("h")
    return [samples[channel::channels].tobytes() for channel in range(channels)]


def _chosen(offered: list[Any]) -> _AudioHookMedia:
    """Of what can be read, both sides before one, and PCMU before L16."""
    readable = [media for media in map(_media, offered) if media is not None]
    if not readable:
        raise BadFrame("none of the media offered is served: audio, PCMU or L16, 8000 Hz, external and internal")
    return min(readable, key=lambda media: (-len(set(media.channels)), media.format != "PCMU"))


def _media(offer: Any) -> _AudioHookMedia | None:
    try:
        media = _AudioHookMedia.model_validate(offer)
    except ValidationError:
        return None
    return media if len(set(media.channels)) == len(media.channels) else None


def _samples(duration: str) -> int:
    return round(float(duration.strip("PTS")) * _RATE)


def _parsed(text: str) -> Any:
    if len(text) > _LONGEST:
        raise BadFrame("a message of more than 64 KiB")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise BadFrame("a message that is not JSON") from None


def _checked(model: type[_Checked], value: Any) -> _Checked:
    try:
        return model.model_validate(value, strict=True)
    except ValidationError as error:
        where = ", ".join(".".join(map(str, problem["loc"])) or "message" for problem in error.errors())
        raise BadFrame(f"wrong or missing: {where}") from None
