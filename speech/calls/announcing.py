"""What is told of a call while it is heard: to those that work on it in this process, and to those that follow it."""

from typing import Protocol

from speech.calls.record import Call, Track
from speech.segments import Behind, Heard, Partial
from tools.contacts.contact import PassingEvent


class CallObserver(Protocol):
    """Works on what is said in live calls: the need, later the copilot."""

    async def heard(self, call: Call, track: Track, heard: Heard) -> None:
        """Something was said; a segment that came is stored already."""
        ...

    async def ending(self, call: Call) -> None:
        """Nothing more will be said; returns when what it makes of the call is told."""
        ...

    def forget(self, call: Call) -> None:
        """It ended elsewhere: nothing is to be told of it any more."""
        ...


def passing(track: Track, heard: Partial | Behind) -> PassingEvent:
    """The event of what is heard but not stored."""
    if isinstance(heard, Behind):
        return PassingEvent("behind", {"track": track, "seconds": round(heard.seconds, 1)})
    body = {
        "track": track,
        "number": heard.number,
        "language": heard.language,
        "stable": " ".join(word.text for word in heard.stable),
        "tentative": heard.tentative,
        "heard": round(heard.heard, 2),
    }
    return PassingEvent("partial", body)
