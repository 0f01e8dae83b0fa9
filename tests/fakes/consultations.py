"""Consultations in memory, for tests."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from tests.fakes.floor import MemoryFloor
from tools.clock import Clock
from tools.errors import ConsultationNotFound
from tools.queues import consulting
from tools.queues.consultations import Consultation, Enquiry
from tools.queues.floor import Presence

Step = Callable[[Consultation, Sequence[Presence], datetime], Consultation]


class MemoryConsultations:
    """Implements ``Consultations`` over a floor in memory."""

    def __init__(self, floor: MemoryFloor, clock: Clock, units: Collection[str] = ()) -> None:
        self._floor, self._clock, self._units = floor, clock, units
        self._all: dict[str, Consultation] = {}

    async def ask(self, hand_off_id: str, who: str, question: Enquiry) -> Consultation:
        """See the port."""
        name = consulting.name_of(hand_off_id, who, question.key)
        if name in self._all:
            return self._all[name]
        present, now = await self._floor.present(), self._clock()
        standing = await self._floor.find(hand_off_id)
        kind = consulting.kind_of(question.to, self._units, present)
        new = consulting.asked(standing, who, question, (kind, present), now)
        for one in await self.of_hand_off(hand_off_id):
            if one.lasts:
                self._all[one.id] = replace(one, state="ended", since=now)
        return self._store(new)

    async def take(self, consultation_id: str, who: str) -> Consultation:
        """See the port."""
        return await self._step(consultation_id, lambda one, here, now: consulting.taken(one, who, here, now))

    async def decline(self, consultation_id: str, who: str) -> Consultation:
        """See the port."""
        return await self._step(consultation_id, lambda one, here, now: consulting.declined(one, who, here, now))

    async def say(self, consultation_id: str, who: str, text: str, key: str) -> Consultation:
        """See the port."""
        return await self._step(consultation_id, lambda one, _, now: consulting.said(one, who, text, key, now))

    async def end(self, consultation_id: str, who: str) -> Consultation:
        """See the port."""
        return await self._step(consultation_id, lambda one, _, now: consulting.ended(one, who, now))

    async def settle(self) -> None:
        """See the port."""
        present = await self._floor.present()
        for one in list(self._all.values()):
            standing = await self._floor.find(one.hand_off.id)
            after = consulting.settled(one, standing, present, self._clock())
            if after != one:
                self._store(after)

    async def current(self) -> tuple[Consultation, ...]:
        """See the port."""
        held = {(one.hand_off.id, one.agent.who) for one in await self._floor.taken() if one.agent}
        return tuple(one for one in self._all.values() if one.lasts or (one.hand_off.id, one.asker.who) in held)

    async def of_hand_off(self, hand_off_id: str) -> tuple[Consultation, ...]:
        """See the port."""
        return tuple(one for one in self._all.values() if one.hand_off.id == hand_off_id)

    async def of_conversation(self, conversation_id: str) -> Consultation | None:
        """See the port."""
        theirs = [one for one in self._all.values() if one.hand_off.conversation_id == conversation_id]
        return next((one for one in theirs if one.state == "open"), None)

    async def _step(self, consultation_id: str, step: Step) -> Consultation:
        if (before := self._all.get(consultation_id)) is None:
            raise ConsultationNotFound(consultation_id)
        return self._store(step(before, await self._floor.present(), self._clock()))

    def _store(self, one: Consultation) -> Consultation:
        if self._all.get(one.id) != one:
            self._all[one.id] = one
            self._floor.wake()
        return one
