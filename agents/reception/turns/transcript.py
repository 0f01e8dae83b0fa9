"""The words of a message as they may be kept, the transcript, and its lines as events of the log of contacts."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from agents.phrases.message import MessageKind
from agents.reception.turns.state import State
from agents.reception.turns.turn import TalkLine, Turn, dump_turn, load_told, load_turn
from knowledge.languages import Language
from tools.contacts.contact import (
    Contact,
    ContactEvent,
    NewEvent,
    Speaker,
    Utterance,
    load_utterance,
    utterance_event,
)
from tools.reading.masking import mask
from tools.reading.slots import SlotName

_TOKENS: dict[SlotName, str] = {
    "document": "[DOCUMENT]", "document_invalid": "[DOCUMENT]", "document_part": "[DOCUMENT]", "nuss": "[NUSS]",
    "nuss_invalid": "[NUSS]", "phone": "[PHONE]", "email": "[EMAIL]",
}  # fmt: skip
_MANNERS: frozenset[MessageKind] = frozenset({"greeting", "hand_off", "notice", "closing"})
"""Kinds of message that say nothing of the matter."""
_OPENING: frozenset[MessageKind] = frozenset({"greeting", "question"})
KEPT_LINES = 200
"""Lines that the checkpoint keeps; the log keeps them all."""
KEPT_TURNS = 40
"""Turns that the checkpoint keeps whole, with their cards and sources."""
TURN = "turn"
"""Kind of the event that tells that a turn was said. It names the turn: who may read it reads the conversation."""


def said_masked(state: State, public: frozenset[str]) -> str:
    """The message with its identifiers as tokens, those dictated in words too."""
    text = state["screened"].text
    slots = [(slot, _TOKENS[name]) for name, slot in state["reading"].slots.items() if name in _TOKENS]
    for slot, token in sorted(slots, key=lambda pair: -pair[0].start):
        if slot.text and text[slot.start : slot.end] == slot.text:
            text = text[: slot.start] + token + text[slot.end :]
    return mask(text, public)


def transcript_line(speaker: Speaker, text: str, at: datetime, language: Language, turn_id: str) -> dict[str, str]:
    """A line for the checkpoint, of the turn with that id; the text is masked already."""
    return {"speaker": speaker, "text": text, "at": at.isoformat(), "language": language, "turn_id": turn_id}


def assistant_line(turn: Turn, at: datetime, public: frozenset[str]) -> dict[str, str]:
    """What the assistant says in a turn, masked."""
    spoken = mask("\n".join(told.text for told in turn.messages), public)
    line = transcript_line("assistant", spoken, at, turn.language, turn.turn_id)
    kinds = {told.kind for told in turn.messages}
    return line | {"manners": "yes"} if kinds <= _MANNERS or kinds == _OPENING else line


def citizen_line(state: State, text: str, at: datetime, turn_id: str) -> dict[str, str]:
    """What the citizen said, masked, with what their client calls it."""
    line, key = transcript_line("citizen", text, at, state["reading"].language, turn_id), state.get("key")
    return line if key is None else line | {"key": key}


def with_lines(state: State, *lines: dict[str, str]) -> list[dict[str, str]]:
    """The transcript of the state with lines added, cut to its length."""
    return [*state.get("transcript", []), *lines][-KEPT_LINES:]


def said_turn(state: State, turn: Turn) -> State:
    """The update of the state by a turn that is said: it becomes the last, and is kept to be shown again."""
    dumped = dump_turn(turn)
    return {"last_turn": dumped, "shown": [*state.get("shown", []), dumped][-KEPT_TURNS:]}


def turns_of(state: State) -> dict[str, Turn]:
    """The turns still held whole, by their id."""
    turns = [turn for turn in map(load_turn, state.get("shown", [])) if turn is not None]
    return {turn.turn_id: turn for turn in turns}


def line_of(event: ContactEvent, as_written: Mapping[str, str]) -> TalkLine:
    """The line that an event of the log stores; as it was written, where that is known."""
    said, turn_id = load_utterance(event.data), event.data.get("turn_id")
    if said.speaker == "citizen" and turn_id in as_written:
        said = replace(said, text=as_written[str(turn_id)])
    told = load_told(event.data.get("appointment"))
    return TalkLine(event.number, said, turn_id, event.data.get("key"), tuple(event.data.get("citations") or ()), told)


def contact_of(state: State) -> Contact:
    """The contact that the conversation is. It began with the first line that is kept."""
    started = datetime.fromisoformat(state["transcript"][0]["at"])
    return Contact(state["conversation_id"], "chat", started, state["language"], state.get("variety"))


def log_events(state: State) -> Iterator[NewEvent]:
    """Everything that the checkpoint knows and the log should have, each event with a key that makes it unique.

    Lines of earlier versions carry no turn id; their time is unique in a conversation.
    """
    turns = turns_of(state)
    for one in state.get("transcript", []):
        turn_id = one.get("turn_id")
        yield _said_event(one)
        if turn_id is not None and one["speaker"] == "assistant":
            yield _turn_event(turn_id, turns.get(turn_id))
    last = load_turn(state.get("last_turn"))
    if last is not None:
        yield _turn_event(last.turn_id, last)


def line_key(one: dict[str, str]) -> str:
    """The key of a line in the log."""
    return f"{one.get('turn_id') or one['at']}:{one['speaker']}"


def _said_event(one: dict[str, str]) -> NewEvent:
    """A line as an event: with its turn, what the client called the message, its sources and its appointment."""
    said = utterance_event(_utterance(one), line_key(one))
    more: dict[str, Any] = {name: one[name] for name in ("turn_id", "key", "appointment") if name in one}
    if one.get("citations"):
        more["citations"] = one["citations"].split()
    return replace(said, data={**said.data, **more})


def _turn_event(turn_id: str, turn: Turn | None) -> NewEvent:
    """With the need that the conversation was about by then."""
    about = {"need": turn.need} if turn is not None and turn.need else {}
    return NewEvent(TURN, {"turn_id": turn_id, **about}, f"{turn_id}:{TURN}")


def _utterance(one: dict[str, str]) -> Utterance:
    language = cast(Language | None, one.get("language"))
    at = datetime.fromisoformat(one["at"])
    speaker, manners = cast(Speaker, one["speaker"]), "manners" in one
    return Utterance(speaker, one["text"], at, language, name=one.get("name"), manners=manners)
