"""The part of the services that conversations need."""

from dataclasses import dataclass

from api.services.calling import CallingService
from api.services.consulting import Consulting
from api.services.conversations import ConversationService
from api.services.desk_view import FloorNow
from api.services.people import People
from api.services.shared_read import SharedRead
from api.services.translating import Translations
from api.services.turn_locks import TurnLocks
from tools.contacts.contact_log import ContactLog
from tools.queues.floor import Floor
from tools.queues.hand_offs import HandOffQueue


@dataclass(frozen=True, slots=True)
class ChatServices:
    """Conversations, their locks, the people who wait and who attend to them or are asked, and the log of contacts.

    ``floor_now``: the floor as it is, read once for all who ask at the same time.
    """

    conversations: ConversationService
    turn_locks: TurnLocks
    hand_offs: HandOffQueue
    contacts: ContactLog
    floor: Floor
    people: People
    consulting: Consulting
    floor_now: SharedRead[FloorNow]
    translations: Translations
    calling: CallingService | None = None
    """Where people are called back."""
