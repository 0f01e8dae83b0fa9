"""The part of the services that conversations need."""

from dataclasses import dataclass

from api.services.calling import CallingService
from api.services.conversations import ConversationService
from api.services.people import People
from api.services.translating import Translations
from api.services.turn_locks import TurnLocks
from tools.contacts.contact_log import ContactLog
from tools.queues.floor import Floor
from tools.queues.hand_offs import HandOffQueue


@dataclass(frozen=True, slots=True)
class ChatServices:
    """Conversations, their locks, the people who wait and who attend to them, and the log of contacts."""

    conversations: ConversationService
    turn_locks: TurnLocks
    hand_offs: HandOffQueue
    contacts: ContactLog
    floor: Floor
    people: People
    translations: Translations
    calling: CallingService | None = None
    """Where people are called back."""
