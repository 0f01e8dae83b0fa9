"""Who a contact is with: what was stated in it, and what the agent who has it checked."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from agents.reception.errors import UnknownConversation
from agents.reception.turns.turn import Snapshot
from api.problems.errors import NotAttending
from api.services.chat import ChatServices
from api.services.citizens import CitizenServices
from api.services.tokens import Staff
from speech.calls.record import CallRecord, Said
from tools.appointments.keys import Pseudonym
from tools.citizens.identity import NOBODY, ContactIdentity, How
from tools.clock import Clock
from tools.contacts.contact import Contact, NewEvent
from tools.reading.identities.kinds import DOCUMENTS
from tools.reading.identities.written import find_documents

IDENTITY = "identity"
"""Kind of the event of a contact that says who an agent checked it is with. It is told to no follower."""
WRAP_UP_TIME = timedelta(hours=1)
"""How long after a call it is still written up."""


@dataclass(frozen=True, slots=True)
class Identities:
    """What was checked counts in that contact only, and stands whatever is stated after it; the last check counts."""

    chat: ChatServices
    calls: CallRecord
    citizens: CitizenServices
    clock: Clock

    async def seen_by(self, contact_id: str, staff: Staff) -> ContactIdentity:
        """To the agent who has the contact or had it last. Raises NotAttending, ContactNotFound, ToolUnavailable."""
        contact = await self.chat.contacts.find(contact_id)
        if contact.channel == "chat":
            if not (await self.chat.people.party(contact_id, staff)).theirs:
                raise NotAttending(contact_id)
            return await self.of_chat(contact_id)
        ended = (await self.calls.find(contact_id)).ended
        if ended is not None and self.clock() - ended > WRAP_UP_TIME:
            raise NotAttending(contact_id)
        return await self._of_call(contact_id)

    async def check(self, contact: Contact, checked: ContactIdentity) -> None:
        """Keep what an agent checked. Raises ToolUnavailable."""
        data = {"citizen": str(checked.citizen), "how": checked.how, "by": checked.by}
        await self.chat.contacts.append(contact, [NewEvent(IDENTITY, data)])

    async def checker(self, contact_id: str, staff: Staff) -> Contact:
        """The contact, as long as the agent has it and may say who it is with. Raises NotAttending, ContactNotFound."""
        contact = await self.chat.contacts.find(contact_id)
        if contact.channel == "chat" and not (await self.chat.people.party(contact_id, staff)).holds:
            raise NotAttending(contact_id)
        return contact

    async def of_chat(self, conversation_id: str) -> ContactIdentity:
        """Of a conversation, one that is deleted too: then nobody is known. Raises ToolUnavailable."""
        if (checked := await self._checked(conversation_id)) is not None:
            return checked
        try:
            now = await self.chat.conversations.snapshot(conversation_id, as_written=True)
        except UnknownConversation:
            return NOBODY
        return _stated(self.citizens.stated(_documents(now)) or await self._booked(now))

    async def _of_call(self, call_id: str) -> ContactIdentity:
        if (checked := await self._checked(call_id)) is not None:
            return checked
        consent = (await self.calls.find(call_id)).consent
        if consent is not None and not consent.agreed:
            return NOBODY
        said = await self.calls.find_segments(call_id)
        return _stated(self.citizens.stated(await asyncio.to_thread(_dictated, said)))

    async def _booked(self, now: Snapshot) -> Pseudonym | None:
        """Who booked in the conversation; their document is dropped with the booking."""
        if _documents(now) or now.booked is None:
            return None
        found = await self.citizens.appointment(now.booked)
        return found.person if found is not None else None

    async def _checked(self, contact_id: str) -> ContactIdentity | None:
        events = await self.chat.contacts.events(contact_id)
        found = next((one.data for one in reversed(events) if one.kind == IDENTITY), None)
        return None if found is None else checked_identity(found["citizen"], found["how"], found["by"])


def checked_identity(citizen: str, how: How, by: str) -> ContactIdentity:
    """Of whom an agent checked."""
    return ContactIdentity(Pseudonym(citizen), "verified", how, by)


def _stated(person: Pseudonym | None) -> ContactIdentity:
    return NOBODY if person is None else ContactIdentity(person, "stated")


def _dictated(said: Sequence[Said]) -> frozenset[str]:
    """By the citizen: what the agent reads out nobody has stated. Numbers are read in each segment."""
    numbers = [number for one in said if one.track == "citizen" for number in one.numbers]
    return frozenset(one.value for one in numbers if one.kind in DOCUMENTS and one.status == "sure")


def _documents(now: Snapshot) -> frozenset[str]:
    """Those given to the assistant, or written to the person who has the conversation."""
    written = [line.said.text for line in now.lines if line.said.speaker == "citizen"]
    found = {one.value for text in written for one in find_documents(text) if one.valid}
    given = now.given.get("document")
    return frozenset(found | ({given} if given else set()))
