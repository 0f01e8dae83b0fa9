"""What the protocols of contact centres have in common, once their frames are read.

Each adapter is pure: frames go in, these come out, in order; what to send back is among them. Whoever holds the
connection does what they say.
"""

from dataclasses import dataclass
from typing import Literal

from api.problems.errors import ApiError
from knowledge.languages import Language, parse_language
from speech.audio.encodings import Encoding
from speech.calls.record import Track


class BadFrame(ApiError):
    """What came is not in the protocol, or not now. The other side's programmers act; the message tells them."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A call begins, or goes on over a new connection. ``reference``: the exchange's name for it, always the same."""

    reference: str
    tracks: tuple[Track, ...]
    encoding: Encoding
    rate: int
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """The call is expected in another language from now on."""

    language: Language


@dataclass(frozen=True, slots=True)
class Sound:
    """Of one side. ``position``: samples at the rate of ``Opened`` since this connection began to count."""

    track: Track
    position: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Left:
    """Nothing more comes over this connection. ``over``: whether the call is over too; perhaps, when the protocol says
    the same of a stream that another one follows.
    """

    over: Literal["yes", "perhaps", "no"]


@dataclass(frozen=True, slots=True)
class ReplyFrame:
    """To be sent, once what stands before it is done."""

    message: str


Frame = Opened | Spoken | Sound | Left | ReplyFrame


def language_of_tag(tag: object) -> Language | None:
    """That of ``ca-ES`` when it is one of ours."""
    try:
        return parse_language(tag) if isinstance(tag, str) else None
    except ValueError:
        return None
