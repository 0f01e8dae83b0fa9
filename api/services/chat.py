"""The part of the services that conversations need."""

from dataclasses import dataclass
from typing import Protocol

from agents.reception.turns.turn import Snapshot, Turn
from api.services.turn_locks import TurnLocks
from knowledge.languages import Language
from tools.contacts.contact_log import ContactLog
from tools.queues.floor import Floor
from tools.queues.hand_offs import HandOffQueue


class ConversationService(Protocol):
    """The conversations, as HTTP and the terminal see them.

    Methods with an id raise UnknownConversation; all may raise ToolUnavailable.
    """

    async def open(self, language: Language | None) -> tuple[str, Turn]:
        """Open a conversation; return its id and the greeting."""
        ...

    async def reply(self, conversation_id: str, text: str, key: str | None = None, origin: str | None = None) -> Turn:
        """Answer a message. The last message sent again with the same key gets the same turn.

        ``origin`` is the pseudonym of the sender's address.
        """
        ...

    async def snapshot(self, conversation_id: str) -> Snapshot:
        """Return the state of the conversation with its transcript."""
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


@dataclass(frozen=True, slots=True)
class ChatServices:
    """Conversations, their locks, the queue of hand-offs, the log of contacts, and the floor."""

    conversations: ConversationService
    turn_locks: TurnLocks
    hand_offs: HandOffQueue
    contacts: ContactLog
    floor: Floor
