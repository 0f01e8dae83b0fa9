"""A conversation as Inspect shows it, so that its viewer can be read like a chat."""

from collections.abc import Mapping, Sequence
from typing import Any

from inspect_ai.model import ChatMessage, ChatMessageAssistant, ChatMessageUser
from inspect_ai.solver import TaskState

from evals.tasks.scoring import SEEN, last_words


def leave(state: TaskState, seen: Mapping[str, Any]) -> TaskState:
    """Keep what happened; ``said`` and ``turns`` become the messages of the log."""
    state.store.set(SEEN, dict(seen))
    said: Sequence[str] = seen.get("said", ())
    turns: Sequence[Any] = seen.get("turns", ())
    messages: list[ChatMessage] = []
    for words, turn in zip(said, turns, strict=False):
        messages += [ChatMessageUser(content=words), ChatMessageAssistant(content=last_words(turn))]
    state.messages = messages or state.messages
    state.completed = True
    return state
