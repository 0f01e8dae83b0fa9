"""Twilio Media Streams: JSON messages over a WebSocket, μ-law at 8 kHz in base64.

As Twilio publishes it: https://www.twilio.com/docs/voice/media-streams/websocket-messages
"""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from api.telephony.frames import BadFrame, Frame, Left, Opened, Sound, language_of_tag
from speech.calls.record import Track

_PER_MS = 8
_TOLERANCE = 40 * _PER_MS
"""Samples. Timestamps are whole milliseconds and waver; a smaller gap counts as none."""

_FORMAT = {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1}
_SID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SILENT = ("connected", "mark", "dtmf")


@dataclass(slots=True)
class _TwilioMedia:
    """The progress of a track: its last chunk and the position of the next."""

    chunk: int = 0
    next: int = 0


@dataclass(slots=True)
class TwilioStream:
    """A stream. The inbound track is the citizen's, unless the parameter ``citizen`` is ``outbound``."""

    _tracks: dict[str, Track] = field(default_factory=dict)
    _media: dict[str, _TwilioMedia] = field(default_factory=dict)
    _left: bool = False

    def receive(self, text: str) -> list[Frame]:
        """Read the next message. Raises BadFrame."""
        message = _object(_parsed(text), "message")
        match message.get("event"):
            case "start":
                return [self._start(_object(message.get("start"), "start"))]
            case "media":
                return self._sound(_object(message.get("media"), "media"))
            case "stop":
                return self._stop()
            case event if event in _SILENT:
                return []
            case event:
                raise BadFrame(f"event {event!r} is not one of Media Streams")

    def _start(self, start: Mapping[str, Any]) -> Opened:
        if self._tracks:
            raise BadFrame("a second start in one stream")
        if not (isinstance(reference := start.get("callSid"), str) and _SID.fullmatch(reference)):
            raise BadFrame("callSid is missing, or not the SID of a call")
        if start.get("mediaFormat", _FORMAT) != _FORMAT:
            raise BadFrame(f"mediaFormat {start['mediaFormat']} is not that of Media Streams, μ-law at 8000 Hz")
        parameters = _object(start.get("customParameters", {}), "customParameters")
        self._tracks = self._named(start.get("tracks"), parameters.get("citizen", "inbound"))
        language = language_of_tag(parameters.get("language"))
        return Opened(f"twilio:{reference}", tuple(self._tracks.values()), "mulaw", 8_000, language)

    def _named(self, tracks: object, citizen: object) -> dict[str, Track]:
        sides: dict[str, Track] = {"inbound": "citizen", "outbound": "agent"}
        if citizen == "outbound":
            sides = {"inbound": "agent", "outbound": "citizen"}
        if not isinstance(tracks, list) or not tracks or not all(track in list(sides) for track in tracks):
            raise BadFrame("tracks of start must be inbound, outbound or both")
        return {track: sides[track] for track in tracks}

    def _sound(self, media: Mapping[str, Any]) -> list[Frame]:
        track = self._tracks.get(str(media.get("track")))
        if track is None or self._left:
            raise BadFrame("media before start, after stop, or of a track that start did not name")
        at = self._media.setdefault(track, _TwilioMedia())
        chunk, position = _number(media, "chunk"), _number(media, "timestamp") * _PER_MS
        if chunk <= at.chunk:
            return []  # the chunk came before
        data = _decoded(media.get("payload"))
        if abs(position - at.next) < _TOLERANCE or position < at.next:
            position = at.next
        at.chunk, at.next = chunk, position + len(data)
        return [Sound(track, position, data)]

    def _stop(self) -> list[Frame]:
        if self._left or not self._tracks:
            return []
        self._left = True
        return [Left("perhaps")]  # the call may go on over another stream


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise BadFrame("a message that is not JSON") from None


def _object(value: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise BadFrame(f"{name} is not an object")
    return value


def _number(media: Mapping[str, Any], name: str) -> int:
    # Twilio writes its numbers as strings.
    value = str(media.get(name))
    if not (value.isascii() and value.isdigit() and len(value) < 12):
        raise BadFrame(f"{name} of media is not a number")
    return int(value)


def _decoded(payload: object) -> bytes:
    try:
        return base64.b64decode(payload if isinstance(payload, str) else "?", validate=True)
    except (binascii.Error, ValueError):
        raise BadFrame("payload of media is not base64") from None
