"""Asterisk AudioSocket: packets over TCP, each a kind, a length and a payload.

As Asterisk publishes it: https://docs.asterisk.org/Configuration/Channel-Drivers/AudioSocket/
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from api.telephony.frames import BadFrame, Frame, Left, Opened, Sound
from speech.calls.record import Track

_HEADER = struct.Struct(">BH")

HANGUP, IDENTIFY, SILENCE, DIGIT, ERROR = 0x00, 0x01, 0x02, 0x03, 0xFF
RATES = {
    0x10: 8_000,
    0x11: 12_000,
    0x12: 16_000,
    0x13: 24_000,
    0x14: 32_000,
    0x15: 44_100,
    0x16: 48_000,
    0x17: 96_000,
    0x18: 192_000,
}
"""Kind of packet -> samples a second of its signed linear sound."""

_HUNG_UP = 0x01
"""The bit of an error's code that says that the call has hung up."""


@dataclass(slots=True)
class AudioSocket:
    """A connection, which carries one ``track`` of a call."""

    track: Track
    _kept: bytes = b""
    _reference: UUID | None = None
    _kind: int | None = None
    _samples: int = 0
    _left: bool = False

    def receive(self, data: bytes) -> Iterator[Frame]:
        """Read the next bytes, split at any point. Raises BadFrame."""
        self._kept += data
        while not self._left and (packet := self._packet()) is not None:
            yield from self._read(*packet)

    def closed(self) -> Iterator[Frame]:
        """Handle a closed connection: Asterisk closes it when the call is over, and so does a failing network."""
        if not self._left:
            self._left = True
            yield Left("perhaps")

    def _packet(self) -> tuple[int, bytes] | None:
        if len(self._kept) < _HEADER.size:
            return None
        kind, length = _HEADER.unpack_from(self._kept)
        end = _HEADER.size + length
        # Another protocol is recognised by its first bytes: waiting for its supposed length could take for ever.
        if self._reference is None and kind != IDENTIFY:
            raise BadFrame("the first packet must be the UUID of the call")
        if kind not in (HANGUP, IDENTIFY, SILENCE, DIGIT, ERROR, *RATES):
            raise BadFrame(f"kind 0x{kind:02x} is not one of AudioSocket")
        if len(self._kept) < end:
            return None
        payload, self._kept = self._kept[_HEADER.size : end], self._kept[end:]
        return kind, payload

    def _read(self, kind: int, payload: bytes) -> Iterator[Frame]:
        if kind == IDENTIFY:
            self._identify(payload)
        elif kind in RATES:
            yield from self._sound(kind, payload)
        elif kind in (HANGUP, ERROR):
            self._left = True
            over = kind == HANGUP or any(code & _HUNG_UP for code in payload[:1])
            yield Left("yes" if over else "no")

    def _identify(self, payload: bytes) -> None:
        if self._reference is not None:
            raise BadFrame("a second UUID on one connection")
        if len(payload) != 16:
            raise BadFrame("a UUID has 16 bytes")
        self._reference = UUID(bytes=payload)

    def _sound(self, kind: int, payload: bytes) -> Iterator[Frame]:
        if self._kind is None:
            self._kind = kind
            yield Opened(f"audiosocket:{self._reference}", (self.track,), "pcm_s16le", RATES[kind])
        if kind != self._kind:
            raise BadFrame("the rate of the sound changed within one connection")
        if len(payload) % 2:
            raise BadFrame("half a sample at the end of a packet")
        if payload:
            yield Sound(self.track, self._samples, payload)
            self._samples += len(payload) // 2
