"""The log of contacts: the one place where events of chats and calls are stored, read and followed."""

from collections.abc import AsyncGenerator, Sequence
from typing import Protocol

from tools.contacts.contact import Contact, ContactEvent, NewEvent, PassingEvent, Transcript


class ContactLog(Protocol):
    """Events by number, for chats and calls. Every method may raise ToolUnavailable.

    A reader keeps the last number it saw and asks for what follows: a notification only wakes it, so a lost one loses
    no event. An event is seen only after its transaction is committed.
    """

    async def append(self, contact: Contact, new: Sequence[NewEvent]) -> list[ContactEvent]:
        """Open the contact if it is not there, and store the events whose key it does not have yet; only those return.

        Language and variety of an open contact are updated.
        """
        ...

    async def find(self, contact_id: str) -> Contact:
        """The contact with that id. Raises ContactNotFound."""
        ...

    async def transcript(self, contact_id: str) -> Transcript:
        """The transcript; empty for an unknown contact."""
        ...

    async def events(self, contact_id: str, after: int = 0) -> list[ContactEvent]:
        """Events with a greater number, in order; none for an unknown contact."""
        ...

    async def by_key(self, contact_id: str, key: str) -> ContactEvent | None:
        """The event that was stored with that key; None when there is none."""
        ...

    def follow(self, contact_id: str, after: int = 0) -> AsyncGenerator[ContactEvent | PassingEvent]:
        """The same, and then each event as it comes, for ever. Passing events come only while somebody follows."""
        ...

    async def pass_on(self, contact_id: str, event: PassingEvent) -> None:
        """Send an event to whoever follows now; it is not stored."""
        ...
