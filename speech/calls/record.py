"""The record of calls: the words, when and by which side they were said, and the events meanwhile."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Literal, Protocol, get_args

from knowledge.languages import Language
from speech.dictated.dictated_identities import DictatedNumber
from speech.dictated.over_segments import read_over_segments
from speech.segments import Segment
from tools.contacts.contact import Contact
from tools.reading.identities.kinds import IdentityKind

Track = Literal["citizen", "agent"]
TRACKS: tuple[Track, ...] = get_args(Track)
EventKind = Literal["final", "need", "behind", "track", "suggestion", "alert", "summary", "ended"]
Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Consent:
    """Proof that the citizen was told. ``notice``: the version of the text; ``by``: who says to have read it out;
    ``noted_by``: whose token sent this; ``audio``: whether the text says that the sound is kept; ``agreed``: the
    citizen did not say no.
    """

    notice: str
    language: Language
    text: str
    said_at: datetime
    by: str
    noted_by: str
    audio: bool = False
    agreed: bool = True

    @property
    def allows_audio(self) -> bool:
        """The citizen was told that the sound is kept, and did not say no."""
        return self.audio and self.agreed


@dataclass(frozen=True, slots=True)
class Call:
    """A call. ``reference``: its name in another system, such as a telephone exchange; no two calls share it.

    ``language``: the one it is expected in. ``agent_language``: of what the agent reads. ``sound_from``: when its first
    sound came; all seconds of its tracks count from there. ``need``: the last one made out, as its event tells it.
    """

    id: str
    started: datetime
    opened_by: str
    agent_language: Language
    language: Language | None = None
    reference: str | None = None
    open_question: bool = False
    keep_audio: bool = False
    consent: Consent | None = None
    sound_from: datetime | None = None
    ended: datetime | None = None
    need: Body | None = None

    @property
    def audio_is_kept(self) -> bool:
        """Sound outlives the call only when that was asked for and the citizen was told so and did not say no."""
        return self.keep_audio and self.consent is not None and self.consent.allows_audio


@dataclass(frozen=True)
class Said:
    """A segment and the side that said it. ``asked``: kinds of number that the other side had just asked for.

    ``before``: segments of the same side just before it, when they left a number open that it may go on with.
    """

    track: Track
    segment: Segment
    asked: frozenset[IdentityKind] = frozenset()
    before: tuple[Segment, ...] = ()

    @cached_property
    def numbers(self) -> tuple[DictatedNumber, ...]:
        """The numbers dictated in it, read once."""
        return tuple(read_over_segments(self.before, self.segment, self.asked))


@dataclass(frozen=True, slots=True)
class CallEvent:
    """An event; ``number`` counts those of a call from 1, without holes, in order."""

    number: int
    kind: EventKind
    body: Body


class CallRecord(Protocol):
    """The store of calls. Every method may raise ToolUnavailable; those with an id raise CallNotFound.

    Its events are those of the contact in the log of contacts (``tools.contacts``): each is stored in the transaction
    that does what it tells, and followers are woken when that commits. What is written is safe to repeat: a segment, a
    reference and an end are there once.
    """

    async def open(self, call: Call) -> Call:
        """Store a call; return the call that has its reference already, if there is one."""
        ...

    async def find(self, call_id: str) -> Call:
        """The call with that id."""
        ...

    async def latest(self, limit: int) -> list[Call]:
        """Live ones first, then the last that began."""
        ...

    async def live(self) -> list[Call]:
        """All that have not ended."""
        ...

    async def begin_sound(self, call_id: str, at: datetime) -> datetime:
        """Store when its first sound came, unless that is stored already."""
        ...

    async def expect(self, call_id: str, language: Language) -> None:
        """Store the language that the call is expected in."""
        ...

    async def agree(self, call_id: str, consent: Consent) -> None:
        """Store the proof of consent; a later one takes its place until the call ends. Raises CallEnded after that."""
        ...

    async def add(self, call_id: str, said: Said) -> CallEvent | None:
        """Store a segment and its event ``final``; None when the track has a segment of that number already."""
        ...

    async def find_segments(self, call_id: str) -> list[Said]:
        """All segments in order of time."""
        ...

    async def tell(self, call_id: str, kind: EventKind, body: Body) -> CallEvent:
        """Store an event; a ``need`` becomes the call's."""
        ...

    async def events(self, call_id: str, after: int = 0) -> list[CallEvent]:
        """Those with a greater number, in order."""
        ...

    async def end(self, call_id: str, at: datetime) -> CallEvent | None:
        """Store the end and its event; None when it had ended. Sound that is not to outlive it is no longer kept."""
        ...

    async def drop_audio(self, call_id: str) -> None:
        """Store that its sound is not kept any more."""
        ...

    async def sound_wanted(self, call_ids: Collection[str]) -> Mapping[str, bool]:
        """For each call that exists, whether its sound is still needed: the call goes on, or its sound is kept."""
        ...

    async def with_old_audio(self, before: datetime) -> list[str]:
        """Calls that ended before then and whose sound is kept."""
        ...

    async def forget(self, before: datetime) -> list[str]:
        """Delete calls that ended before then, with all that was said; their ids."""
        ...


def contact_of(call: Call) -> Contact:
    """The call as a contact."""
    return Contact(call.id, "call", call.started, call.language, None, call.ended, call.reference)


def in_order(said: Sequence[Said]) -> list[Said]:
    """Sort by time, the citizen first among segments that began together."""
    return sorted(said, key=lambda one: (one.segment.start, TRACKS.index(one.track), one.segment.number))
