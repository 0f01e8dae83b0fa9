"""Announces what is heard in a call: to its watchers in this process and to its followers."""

from typing import Protocol

from speech.calls.record import Call, Track
from speech.segments import Behind, Heard, Partial
from tools.contacts.contact import PassingEvent


class CallObserver(Protocol):
    """Watches the words of live calls, as the reader of needs does."""

    async def heard(self, call: Call, track: Track, heard: Heard) -> None:
        """Take words that were heard; a segment is stored already."""
        ...

    async def ending(self, call: Call) -> None:
        """The call is over; returns when all results of this watcher are announced."""
        ...

    def forget(self, call: Call) -> None:
        """The call ended elsewhere: announce no more of it."""
        ...


def passing(track: Track, heard: Partial | Behind) -> PassingEvent:
    """The event for words that are heard but not stored."""
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
