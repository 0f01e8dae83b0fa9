"""The floor in memory, for tests."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncGenerator, Callable, Collection
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from tests.fakes.contact_log import MemoryContactLog
from tests.fakes.hand_off_queue import MemoryHandOffQueue
from tools.clock import Clock
from tools.contacts.contact import Contact, NewEvent
from tools.errors import HandOffNotFound
from tools.queues import steps
from tools.queues.floor import VANISHED_AFTER, Agent, AgentState, End, Outlook, Presence, PutRight, Standing, Transfer
from tools.queues.hand_offs import CALL_BACK
from tools.queues.matching import ahead_of
from tools.queues.person import LATELY, PERSON, is_news, measured_wait, nobody_data, person_data
from tools.queues.round import counted, heard, play

_PAUSE = timedelta(seconds=5)


class MemoryFloor:
    """Implements ``Floor`` over the hand-offs of a queue, within one event loop."""

    def __init__(
        self, queue: MemoryHandOffQueue, log: MemoryContactLog, clock: Clock, units: Collection[str] = ()
    ) -> None:  # fmt: skip
        self._queue, self._log, self._clock, self._units = queue, log, clock, units
        self._present: dict[str, Presence] = {}
        self._played_at: datetime | None = None
        self._waits: defaultdict[tuple[str, str], list[tuple[datetime, timedelta]]] = defaultdict(list)
        self._taken: set[tuple[str, datetime]] = set()
        self._followers: set[asyncio.Event] = set()
        queue.tell, queue.tell_withdrawn, queue.outlook = self._tell, self._tell_withdrawn, self._outlook

    async def enter(self, agent: Agent, state: AgentState, supervisor: bool = False) -> Presence:
        """See the port."""
        now, before = self._clock(), self._presence(agent.who)
        since = before.since if before and before.state == state else now
        asked_at = before.asked_at if before else None
        self._present[agent.who] = Presence(agent, state, since, now, supervisor, asked_at=asked_at)
        self.wake()
        return counted([self._present[agent.who]], self._queue.standings.values())[0]

    async def leave(self, who: str) -> None:
        """See the port."""
        self._present.pop(who, None)
        self.wake()
        await self._play()

    async def present(self) -> tuple[Presence, ...]:
        """See the port."""
        return tuple(self._here())

    async def match(self) -> tuple[Standing, ...]:
        """See the port."""
        now = self._clock()
        pause = now - self._played_at if self._played_at else timedelta()
        self._played_at = now
        if pause > _PAUSE:
            self._present = {
                who: replace(desk, heard_at=desk.heard_at + pause) for who, desk in self._present.items()
            }  # fmt: skip
            for name, one in self._queue.standings.items():
                self._queue.standings[name] = replace(one, until=one.until + pause if one.until else None)
        return await self._play()

    async def find(self, hand_off_id: str) -> Standing:
        """See the port."""
        return self._known(hand_off_id)

    async def of_conversation(self, conversation_id: str) -> Standing | None:
        """See the port."""
        theirs = [one for one in self._queue.standings.values() if one.hand_off.conversation_id == conversation_id]
        return max(theirs, key=lambda one: one.hand_off.created_at, default=None)

    async def of_agent(self, who: str) -> tuple[Standing, ...]:
        """See the port."""
        theirs = [one for one in self._queue.standings.values() if one.is_with(who)]
        return tuple(sorted(theirs, key=lambda one: (one.since, one.hand_off.id)))

    async def taken(self) -> tuple[Standing, ...]:
        """See the port."""
        taken = [one for one in self._queue.standings.values() if one.state in ("offered", "held")]
        return tuple(sorted(taken, key=lambda one: (one.since, one.hand_off.id)))

    async def follow(self, seconds: float) -> AsyncGenerator[None]:
        """See the port."""
        woken = asyncio.Event()
        self._followers.add(woken)
        try:
            while True:
                woken.clear()
                yield
                with suppress(TimeoutError):
                    await asyncio.wait_for(woken.wait(), seconds)
        finally:
            self._followers.discard(woken)

    async def outlook(self, hand_off_id: str) -> Outlook | None:
        """See the port."""
        standing = self._known(hand_off_id)
        return self._outlook(standing) if standing.waits else None

    async def accept(self, hand_off_id: str, who: str) -> Standing:
        """See the port."""
        return await self._step(hand_off_id, lambda one, now: steps.accepted(one, who, self._presence(who), now))

    async def decline(self, hand_off_id: str, who: str) -> Standing:
        """See the port."""
        return await self._step(hand_off_id, lambda one, now: steps.declined(one, who, now))

    async def transfer(self, hand_off_id: str, who: str, transfer: Transfer) -> Standing:
        """See the port."""
        presence = self._presence(transfer.to)
        if transfer.agreed:
            return await self._step(
                hand_off_id, lambda one, now: steps.handed_over(one, who, transfer, presence, now)
            )  # fmt: skip
        goal: steps.Goal = "unit" if transfer.to in self._units else "agent" if presence else None
        return await self._step(hand_off_id, lambda one, now: steps.transferred(one, who, transfer, goal, now))

    async def end(self, hand_off_id: str, who: str, state: End) -> Standing:
        """See the port."""
        return await self._step(hand_off_id, lambda one, now: steps.ended(one, who, state, now))

    async def put_right(self, hand_off_id: str, who: str, reading: PutRight) -> Standing:
        """See the port."""
        return await self._step(hand_off_id, lambda one, _: steps.put_right(one, who, reading))

    async def call_supervisor(self, hand_off_id: str, who: str) -> Standing:
        """See the port."""
        return await self._step(hand_off_id, lambda one, _: steps.with_supervisor(one, who))

    async def _step(self, hand_off_id: str, step: Callable[[Standing, datetime], Standing]) -> Standing:
        before = self._known(hand_off_id)
        after = step(before, self._clock())
        if after != before:
            await self._queue.store(after)
        return after

    async def _play(self) -> tuple[Standing, ...]:
        now = self._clock()
        everybody = sorted(self._present.values(), key=lambda desk: (desk.agent.name, desk.agent.who))
        is_open = [one for one in self._queue.standings.values() if one.state in ("waiting", "offered", "held")]
        changed = play(is_open, everybody, now)
        self._present = {who: one for who, one in self._present.items() if now - one.heard_at < VANISHED_AFTER}
        for one in changed:
            if one.state == "offered" and one.agent:
                self._present[one.agent.who] = replace(self._present[one.agent.who], asked_at=now)
            await self._queue.store(one)
        return tuple(one for one in changed if one.state == "offered")

    async def _tell(self, before: Standing | None, after: Standing) -> None:
        hand_off, now = after.hand_off, self._clock()
        self.wake()
        taking = (hand_off.id, hand_off.created_at)
        if after.state == "held" and taking not in self._taken and hand_off.reason != CALL_BACK:
            self._taken.add(taking)
            self._waits[hand_off.unit, hand_off.language].insert(0, (now, now - hand_off.created_at))
        if is_news(before, after):
            data = person_data(after, self._outlook(after) if after.waits else None)
            contact = Contact(hand_off.conversation_id, "chat", hand_off.created_at, hand_off.language)
            await self._log.append(contact, [NewEvent(PERSON, data)])

    async def _tell_withdrawn(self, gone: Standing) -> None:
        self.wake()
        hand_off = gone.hand_off
        contact = Contact(hand_off.conversation_id, "chat", hand_off.created_at, hand_off.language)
        await self._log.append(contact, [NewEvent(PERSON, nobody_data())])

    def wake(self) -> None:
        """Wake whoever follows."""
        for woken in self._followers:
            woken.set()

    def _outlook(self, standing: Standing) -> Outlook:
        hand_off, now = standing.hand_off, self._clock()
        waits = [wait for at, wait in self._waits[hand_off.unit, hand_off.language] if at > now - LATELY]
        return Outlook(ahead_of(standing, self._queue.standings.values(), self._here()), measured_wait(waits))

    def _here(self) -> list[Presence]:
        everybody = sorted(self._present.values(), key=lambda desk: (desk.agent.name, desk.agent.who))
        return counted(heard(everybody, self._clock()), self._queue.standings.values())

    def _presence(self, who: str) -> Presence | None:
        return next((desk for desk in self._here() if desk.agent.who == who), None)

    def _known(self, hand_off_id: str) -> Standing:
        try:
            return self._queue.standings[hand_off_id]
        except KeyError:
            raise HandOffNotFound(hand_off_id) from None
