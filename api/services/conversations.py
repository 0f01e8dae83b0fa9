"""The conversations, as HTTP and the terminal see them."""

from collections.abc import Mapping
from typing import Protocol

from agents.reception.attending import AgentWords
from agents.reception.turns.turn import Snapshot, TalkLine, Turn
from knowledge.languages import Language
from tools.queues.call_backs import CallBack
from tools.queues.floor import PutRight, Standing


class ConversationService(Protocol):
    """Methods with an id raise UnknownConversation; all may raise ToolUnavailable. Those that say something are kept
    apart from each other by their callers.
    """

    async def open(self, language: Language | None) -> tuple[str, Turn]:
        """Open a conversation; return its id and the greeting."""
        ...

    async def reply(self, conversation_id: str, text: str, key: str | None = None, origin: str | None = None) -> Turn:
        """Answer a message. The last message sent again with the same key gets the same turn.

        ``origin`` is the pseudonym of the sender's address.
        """
        ...

    async def agent_says(self, conversation_id: str, said: AgentWords) -> TalkLine:
        """Keep what the agent who has the conversation says; sent again with its key it is the same line."""
        ...

    async def tell_who_has_it(self, conversation_id: str) -> Standing | None:
        """Say in the conversation, once, that a person has it or has it no more; return how it stands."""
        ...

    async def put_right(self, conversation_id: str, reading: PutRight) -> None:
        """Go on from what the agent who has it says that it is about, in that language, in that danger or none."""
        ...

    async def tell_of_call(self, conversation_id: str, call_back: CallBack) -> None:
        """Say in the conversation when they are called again, or that they are no more."""
        ...

    async def snapshot(self, conversation_id: str, *, as_written: bool = False) -> Snapshot:
        """Return the state of the conversation with all that was said, masked; to the person who has it, the citizen's
        words are shown as they were written.
        """
        ...

    async def as_written(self, conversation_id: str) -> Mapping[str, str]:
        """Return those of the citizen's words, by turn, that the log has masked."""
        ...

    async def update_log(self, conversation_id: str) -> None:
        """Write to the contact log the turns that it does not have yet."""
        ...

    async def language(self, conversation_id: str) -> Language:
        """Return the language that the conversation is locked to."""
        ...

    async def latest(self, conversation_id: str) -> Turn | None:
        """Return the last turn."""
        ...
