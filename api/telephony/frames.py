"""Actions that the protocols of contact centres share.

Each adapter is pure: it turns frames into these actions, in order, replies to send among them. The holder of the
connection carries them out.
"""

from dataclasses import dataclass
from typing import Literal

from api.problems.errors import ApiError
from knowledge.languages import Language, parse_language
from speech.audio.encodings import Encoding
from speech.calls.record import Track


class BadFrame(ApiError):
    """A frame is not in the protocol, or not allowed now. The client's programmers act; the message tells them."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A call begins, or goes on over a new connection. ``reference``: the exchange's constant name for the call."""

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
    """Sound of one side. ``position``: samples at the rate of ``Opened`` since the beginning of this connection."""

    track: Track
    position: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Left:
    """No more sound comes over this connection. ``over``: whether the call is over too; perhaps, when the protocol says
    the same of a stream that another one follows.
    """

    over: Literal["yes", "perhaps", "no"]


@dataclass(frozen=True, slots=True)
class ReplyFrame:
    """A message to send after the actions before it."""

    message: str


Frame = Opened | Spoken | Sound | Left | ReplyFrame


def language_of_tag(tag: object) -> Language | None:
    """Return the served language of a tag such as ``ca-ES``; None when it is not served."""
    try:
        return parse_language(tag) if isinstance(tag, str) else None
    except ValueError:
        return None
