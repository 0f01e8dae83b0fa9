"""A floor in memory without agents at work: who has which hand-off, as the test says."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Literal

from tools.contacts.contact import Contact, NewEvent
from tools.contacts.contact_log import ContactLog
from tools.errors import HandOffNotFound, HandOffTaken
from tools.queues.floor import Agent, Presence, Standing, Transfer
from tools.queues.hand_offs import HandOff, Prospect


class SmallFloor:
    """The part of ``Floor`` and of ``HandOffQueue`` that conversations use."""

    def __init__(self, log: ContactLog, now: datetime) -> None:
        self.log, self._now = log, now
        self.standings: dict[str, Standing] = {}
        self.agents: dict[str, Agent] = {}

    async def add(self, hand_off: HandOff, origin: str | None = None) -> None:
        await self._set(Standing(hand_off, "waiting", self._tick()))

    async def prospect(self, hand_off_id: str) -> Prospect:
        return Prospect()

    async def present(self) -> tuple[Presence, ...]:
        return tuple(Presence(agent, "available", self._now) for agent in self.agents.values())

    async def find(self, hand_off_id: str) -> Standing:
        try:
            return self.standings[hand_off_id]
        except KeyError:
            raise HandOffNotFound(hand_off_id) from None

    async def of_conversation(self, conversation_id: str) -> Standing | None:
        return next((s for s in self.standings.values() if s.hand_off.conversation_id == conversation_id), None)

    async def accept(self, hand_off_id: str, who: str) -> Standing:
        standing = await self.find(hand_off_id)
        if standing.state == "held" and standing.agent is not None:
            if standing.agent.who != who:
                raise HandOffTaken(hand_off_id)
            return standing
        agent = self.agents.get(who, Agent(who, who.title(), ("es",)))
        return await self._set(replace(standing, state="held", agent=agent, since=self._tick()))

    async def transfer(self, hand_off_id: str, who: str, transfer: Transfer) -> Standing:
        return await self._set(replace(await self.find(hand_off_id), state="waiting", since=self._tick()))

    async def end(self, hand_off_id: str, who: str, state: Literal["returned", "closed"]) -> Standing:
        return await self._set(replace(await self.find(hand_off_id), state=state, since=self._tick()))

    def _tick(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    async def _set(self, standing: Standing) -> Standing:
        hand_off = standing.hand_off
        self.standings[hand_off.id] = standing
        contact = Contact(hand_off.conversation_id, "chat", self._now, hand_off.language)
        data: dict[str, Any] = {"state": standing.state}
        await self.log.append(contact, [NewEvent("person", data)])
        return standing
