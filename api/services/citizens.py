"""The part of the services that timelines of citizens need."""

from collections.abc import Callable
from dataclasses import dataclass

from agents.reception.errors import UnknownConversation
from api.services.chat import ChatServices
from tools.appointments.keys import Pseudonym
from tools.citizens.timeline import Timelines
from tools.errors import BadIdentifier


@dataclass(frozen=True, slots=True)
class CitizenServices:
    """``pseudonym`` makes that of a document. It raises BadIdentifier."""

    timelines: Timelines
    pseudonym: Callable[[str], Pseudonym]

    def stated(self, documents: set[str]) -> Pseudonym | None:
        """Whom a contact was about that named these documents: of several nobody can say which."""
        if len(documents) != 1:
            return None
        try:
            return self.pseudonym(next(iter(documents)))
        except BadIdentifier:
            return None


async def person_of_hand_off(hand_off_id: str, chat: ChatServices, citizens: CitizenServices) -> Pseudonym | None:
    """Whom its conversation is about, by the document that it still holds. Raises HandOffNotFound, ToolUnavailable."""
    standing = await chat.floor.find(hand_off_id)
    try:
        snapshot = await chat.conversations.snapshot(standing.hand_off.conversation_id, as_written=True)
    except UnknownConversation:  # a hand-off is kept longer than its conversation
        return None
    document = snapshot.given.get("document")
    return citizens.stated({document} if document else set())
