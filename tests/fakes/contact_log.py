"""The log of contacts in memory, for tests and evaluations."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from tools.clock import Clock, system_clock
from tools.contacts.contact import (
    UTTERANCE,
    Contact,
    ContactEvent,
    NewEvent,
    PassingEvent,
    Transcript,
    Utterance,
    load_utterance,
)
from tools.errors import ContactNotFound


class MemoryContactLog:
    """Implements ``ContactLog`` within one event loop."""

    def __init__(self, clock: Clock = system_clock) -> None:
        self._clock = clock
        self._contacts: dict[str, Contact] = {}
        self._events: defaultdict[str, list[ContactEvent]] = defaultdict(list)
        self._keys: dict[tuple[str, str], ContactEvent] = {}
        self._followers: defaultdict[str, set[asyncio.Queue[PassingEvent | None]]] = defaultdict(set)

    async def append(self, contact: Contact, new: Sequence[NewEvent]) -> list[ContactEvent]:
        """See the port."""
        known = self._contacts.get(contact.id, contact)
        self._contacts[contact.id] = replace(known, language=contact.language, variety=contact.variety)
        added = [self._add(contact.id, one) for one in new if (contact.id, one.key) not in self._keys]
        if added:
            self._wake(contact.id, None)
        return added

    async def find(self, contact_id: str) -> Contact:
        """See the port."""
        try:
            return self._contacts[contact_id]
        except KeyError:
            raise ContactNotFound(contact_id) from None

    async def transcript(self, contact_id: str) -> Transcript:
        """See the port."""
        said = [self._utterance(event) for event in self._events[contact_id] if event.kind in (UTTERANCE, "final")]
        return tuple(sorted(said, key=lambda one: one.at))

    async def events(self, contact_id: str, after: int = 0) -> list[ContactEvent]:
        """See the port."""
        return self._events[contact_id][after:]

    async def by_key(self, contact_id: str, key: str) -> ContactEvent | None:
        """See the port."""
        return self._keys.get((contact_id, key))

    async def follow(self, contact_id: str, after: int = 0) -> AsyncGenerator[ContactEvent | PassingEvent]:
        """See the port."""
        woken: asyncio.Queue[PassingEvent | None] = asyncio.Queue()
        self._followers[contact_id].add(woken)
        try:
            while True:
                for event in await self.events(contact_id, after):
                    after = event.number
                    yield event
                while (passing := await woken.get()) is not None:
                    yield passing
        finally:
            self._followers[contact_id].discard(woken)

    async def pass_on(self, contact_id: str, event: PassingEvent) -> None:
        """See the port."""
        self._wake(contact_id, event)

    def forget(self, contact_ids: Iterable[str]) -> None:
        """Delete contacts with their events."""
        for contact_id in contact_ids:
            self._contacts.pop(contact_id, None)
            self._events.pop(contact_id, None)
            self._keys = {key: event for key, event in self._keys.items() if key[0] != contact_id}

    def _add(self, contact_id: str, one: NewEvent) -> ContactEvent:
        events = self._events[contact_id]
        events.append(ContactEvent(contact_id, len(events) + 1, one.at or self._clock(), one.kind, dict(one.data)))
        if one.key is not None:
            self._keys[contact_id, one.key] = events[-1]
        return events[-1]

    def _utterance(self, event: ContactEvent) -> Utterance:
        """As it was said, in a chat or in a call."""
        if event.kind == UTTERANCE:
            return load_utterance(event.data)
        track, words = event.data["track"], event.data["words"]
        at = self._contacts[event.contact_id].started + timedelta(seconds=words[0]["start"])
        return Utterance(track, " ".join(word["text"] for word in words), at, event.data["language"], track)

    def _wake(self, contact_id: str, event: PassingEvent | None) -> None:
        for follower in self._followers[contact_id]:
            follower.put_nowait(event)
