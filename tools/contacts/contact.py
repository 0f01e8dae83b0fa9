"""A contact, what was said in it, and what happened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from knowledge.languages import Language, Variant

ContactChannel = Literal["chat", "call", "visit"]
Speaker = Literal["citizen", "assistant", "agent"]

UTTERANCE = "utterance"
"""Kind of the event that holds an utterance."""
READING = "reading"
"""Kind of the event that says how an agent put right what a conversation was taken to be: need, language, danger."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A chat, call or visit. ``reference``: its name in another system, unique in the channel."""

    id: str
    channel: ContactChannel
    started: datetime
    language: Language | None = None
    variety: Variant | None = None
    """Of ``language``."""
    ended: datetime | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something said by one speaker. In a chat its identifiers are masked; ``track`` is the audio track of a call."""

    speaker: Speaker
    text: str
    at: datetime
    language: Language | None = None
    """None when it was stored without one."""
    track: str | None = None
    name: str | None = None
    """Of an agent in a chat, as citizens are told it."""
    manners: bool = False
    """Of the assistant: a greeting or an announcement, and nothing of the matter."""


Transcript = tuple[Utterance, ...]
"""The utterances of a contact, in order of time."""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event to append. With a ``key`` it is stored once per contact; ``at`` is now unless given."""

    kind: str
    data: Mapping[str, Any]
    key: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ContactEvent:
    """A stored event. ``number`` counts the events of one contact from 1, without gaps, in order of commit."""

    contact_id: str
    number: int
    at: datetime | None
    """None for events stored before times were kept."""
    kind: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PassingEvent:
    """An event that is not stored: the next of its kind replaces it."""

    kind: str
    data: Mapping[str, Any]


def utterance_event(utterance: Utterance, key: str | None = None) -> NewEvent:
    """The event that stores an utterance."""
    data = {
        "speaker": utterance.speaker,
        "text": utterance.text,
        "at": utterance.at.isoformat(),
        "language": utterance.language,
        "track": utterance.track,
    }
    named = {} if utterance.name is None else {"name": utterance.name}
    marked = {"manners": True} if utterance.manners else {}
    return NewEvent(UTTERANCE, data | named | marked, key, utterance.at)


def put_right(said: Transcript, events: Iterable[ContactEvent]) -> tuple[Transcript, str | None]:
    """The transcript as agents put its language right, for what citizens had said by then, and the need that they said
    it is about, if they did.
    """
    need: str | None = None
    for event in events:
        if event.kind != READING:
            continue
        before, after = event.data["before"], event.data["after"]
        need = after["need"] if after["need"] != before["need"] else need
        if after["language"] != before["language"] and event.at is not None:
            said = tuple(_spoken(one, after["language"], event.at) for one in said)
    return said, need


def _spoken(one: Utterance, language: Language, until: datetime) -> Utterance:
    return replace(one, language=language) if one.speaker == "citizen" and one.at <= until else one


def load_utterance(data: Mapping[str, Any]) -> Utterance:
    """The utterance of an event's data."""
    at = datetime.fromisoformat(data["at"])
    name, manners = data.get("name"), data.get("manners", False)
    return Utterance(data["speaker"], data["text"], at, data["language"], data["track"], name, manners)
