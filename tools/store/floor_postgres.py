"""The floor on PostgreSQL."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Collection
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import delete, desc, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.errors import HandOffNotFound
from tools.queues import steps
from tools.queues.floor import VANISHED_AFTER, Agent, AgentState, End, Outlook, Presence, PutRight, Standing, Transfer
from tools.queues.round import counted, heard, play
from tools.store.database import Database
from tools.store.floor_changes import FloorChanges, all_presences, open_standings
from tools.store.floor_schema import hand_offs, presences, rounds
from tools.store.hand_off_rows import load_presence, load_standing, standing_of

_PAUSE = timedelta(seconds=5)
"""A longer time between two rounds is one in which no process served."""

_SHIFT_PRESENCES = text("UPDATE presences SET heard_at = heard_at + make_interval(secs => :seconds)")
_SHIFT_OFFERS = text("""
    UPDATE hand_offs SET until = until + make_interval(secs => :seconds) WHERE state = 'offered'
""")


class PostgresFloor:
    """Implements ``Floor`` beside ``PostgresHandOffQueue``, over the same rows. ``units``: those of transfers."""

    def __init__(self, database: Database, changes: FloorChanges, units: Collection[str]) -> None:
        self._database, self._changes, self._units = database, changes, frozenset(units)

    async def enter(self, agent: Agent, state: AgentState, supervisor: bool = False) -> Presence:
        """See the port."""

        async def work(connection: AsyncConnection) -> Presence:
            if (unchanged := await self._heard_again(connection, agent, state, supervisor)) is not None:
                return unchanged
            now = await self._changes.begin(connection)
            before = await self._presence(connection, agent.who, now)
            since = before.since if before and before.state == state else now
            asked_at = before.asked_at if before else None
            row = {"who": agent.who, "agent": asdict(agent), "state": state, "since": since, "heard_at": now}
            row |= {"supervisor": supervisor, "asked_at": asked_at}
            stored = insert(presences).values(row)
            await connection.execute(stored.on_conflict_do_update(index_elements=["who"], set_=row))
            if before is None or (before.agent, before.state, before.supervisor) != (agent, state, supervisor):
                await self._changes.publish(connection, {"who": agent.who, "state": state})
            held, offered = (before.held, before.offered) if before else (0, 0)
            return Presence(agent, state, since, now, supervisor, held, offered, asked_at)

        return await self._database.run(work)

    async def leave(self, who: str) -> None:
        """See the port."""

        async def work(connection: AsyncConnection) -> None:
            now = await self._changes.begin(connection)
            gone = delete(presences).where(presences.c.who == who).returning(presences.c.who)
            if (await connection.execute(gone)).one_or_none() is not None:
                await self._changes.publish(connection, {"who": who, "state": "away"})
            await self._play(connection, now)

        await self._database.run(work)

    async def present(self) -> tuple[Presence, ...]:
        """See the port."""

        async def work(connection: AsyncConnection) -> tuple[Presence, ...]:
            now = await self._changes.now(connection)
            here = heard(await all_presences(connection), now)
            return tuple(counted(here, await open_standings(connection, "offered", "held")))

        return await self._database.run(work)

    async def match(self) -> tuple[Standing, ...]:
        """See the port."""

        async def work(connection: AsyncConnection) -> tuple[Standing, ...]:
            if not await self._changes.may_match(connection):
                return ()
            now = await self._changes.begin(connection)
            await self._forgive_pause(connection, now)
            return await self._play(connection, now)

        return await self._database.run(work)

    async def find(self, hand_off_id: str) -> Standing:
        """See the port."""
        this = select(hand_offs).where(hand_offs.c.id == hand_off_id)
        row = (await self._database.run(lambda connection: connection.execute(this))).one_or_none()
        if row is None:
            raise HandOffNotFound(hand_off_id)
        return load_standing(row)

    async def of_conversation(self, conversation_id: str) -> Standing | None:
        """See the port."""
        this = hand_offs.c.body["conversation_id"].astext == conversation_id
        newest = select(hand_offs).where(this).order_by(desc(hand_offs.c.created_at)).limit(1)
        row = (await self._database.run(lambda connection: connection.execute(newest))).one_or_none()
        return None if row is None else load_standing(row)

    async def of_agent(self, who: str) -> tuple[Standing, ...]:
        """See the port."""
        theirs = hand_offs.c.state.in_(("offered", "held")) & (hand_offs.c.who == who)
        statement = select(hand_offs).where(theirs).order_by(hand_offs.c.since, hand_offs.c.id)
        rows = await self._database.run(lambda connection: connection.execute(statement))
        return tuple(load_standing(row) for row in rows)

    async def taken(self) -> tuple[Standing, ...]:
        """See the port."""
        taken = await self._database.run(lambda connection: open_standings(connection, "offered", "held"))
        return tuple(sorted(taken, key=lambda one: (one.since, one.hand_off.id)))

    async def follow(self, seconds: float) -> AsyncGenerator[None]:
        """See the port."""
        with self._changes.subscribe() as woken:
            while True:
                woken.drop()
                yield
                with suppress(TimeoutError):
                    await asyncio.wait_for(anext(woken), seconds)

    async def outlook(self, hand_off_id: str) -> Outlook | None:
        """See the port."""

        async def work(connection: AsyncConnection) -> Outlook | None:
            standing = await _known(connection, hand_off_id)
            return await self._changes.outlook(connection, standing) if standing.waits else None

        return await self._database.run(work)

    async def accept(self, hand_off_id: str, who: str) -> Standing:
        """See the port."""

        async def work(connection: AsyncConnection) -> Standing:
            now = await self._changes.begin(connection)
            before = await _known(connection, hand_off_id)
            after = steps.accepted(before, who, await self._presence(connection, who, now), now)
            if after != before:
                this = (hand_offs.c.id == hand_off_id) & hand_offs.c.accepted_at.is_(None)
                await connection.execute(update(hand_offs).where(this).values(accepted_at=now))
                await self._changes.store(connection, before, after)
                await self._changes.publish_accepted(connection, after, who)
            return after

        return await self._database.run(work)

    async def decline(self, hand_off_id: str, who: str) -> Standing:
        """See the port."""
        return await self._step(hand_off_id, lambda standing, now: steps.declined(standing, who, now))

    async def transfer(self, hand_off_id: str, who: str, transfer: Transfer) -> Standing:
        """See the port."""

        async def work(connection: AsyncConnection) -> Standing:
            now = await self._changes.begin(connection)
            presence = await self._presence(connection, transfer.to, now)
            before = await _known(connection, hand_off_id)
            if transfer.agreed:
                handed = steps.handed_over(before, who, transfer, presence, now)
                return await self._changed(connection, before, handed)
            goal: steps.Goal = "unit" if transfer.to in self._units else "agent" if presence else None
            return await self._changed(connection, before, steps.transferred(before, who, transfer, goal, now))

        return await self._database.run(work)

    async def end(self, hand_off_id: str, who: str, state: End) -> Standing:
        """See the port."""
        return await self._step(hand_off_id, lambda standing, now: steps.ended(standing, who, state, now))

    async def put_right(self, hand_off_id: str, who: str, reading: PutRight) -> Standing:
        """See the port."""
        return await self._step(hand_off_id, lambda standing, _: steps.put_right(standing, who, reading))

    async def call_supervisor(self, hand_off_id: str, who: str) -> Standing:
        """See the port."""
        return await self._step(hand_off_id, lambda standing, _: steps.with_supervisor(standing, who))

    async def _step(self, hand_off_id: str, step: Callable[[Standing, datetime], Standing]) -> Standing:
        async def work(connection: AsyncConnection) -> Standing:
            now = await self._changes.begin(connection)
            before = await _known(connection, hand_off_id)
            return await self._changed(connection, before, step(before, now))

        return await self._database.run(work)

    async def _changed(self, connection: AsyncConnection, before: Standing, after: Standing) -> Standing:
        if after != before:
            await self._changes.store(connection, before, after)
        return after

    async def _play(self, connection: AsyncConnection, now: datetime) -> tuple[Standing, ...]:
        """Play a round. What waits is read only while somebody could be offered it."""
        everybody = await all_presences(connection)
        standings = await open_standings(connection, "offered", "held")
        here = counted(heard(everybody, now), standings)
        if any(desk.state == "available" and not desk.full for desk in here):
            standings += await open_standings(connection, "waiting")
        before = {one.hand_off.id: one for one in standings}
        changed = play(standings, everybody, now)
        offers = tuple(one for one in changed if one.state == "offered")
        if len(here) < len(everybody):
            await self._forget_vanished(connection, now)
        await self._note_asked(connection, [one.agent.who for one in offers if one.agent], now)
        for after in sorted(changed, key=lambda one: one.hand_off.conversation_id):
            await self._changes.store(connection, before[after.hand_off.id], after)
        return offers

    async def _forget_vanished(self, connection: AsyncConnection, now: datetime) -> None:
        gone = delete(presences).where(presences.c.heard_at <= now - VANISHED_AFTER).returning(presences.c.who)
        for who in (await connection.execute(gone)).scalars().all():
            await self._changes.publish(connection, {"who": who, "state": "away"})

    async def _note_asked(self, connection: AsyncConnection, asked: list[str], now: datetime) -> None:
        if asked:
            await connection.execute(update(presences).where(presences.c.who.in_(asked)).values(asked_at=now))

    async def _forgive_pause(self, connection: AsyncConnection, now: datetime) -> None:
        """While no process matched, nobody was heard and no offer could be answered: that time does not count."""
        played = insert(rounds).values(id=1, played_at=now)
        before = select(rounds.c.played_at).where(rounds.c.id == 1).scalar_subquery()
        noted = played.on_conflict_do_update(index_elements=["id"], set_={"played_at": now}).returning(before)
        last = (await connection.execute(noted)).scalar_one()
        if last is not None and now - last > _PAUSE:
            shift = {"seconds": (now - last).total_seconds()}
            await connection.execute(_SHIFT_PRESENCES, shift)
            await connection.execute(_SHIFT_OFFERS, shift)

    async def _heard_again(
        self, connection: AsyncConnection, agent: Agent, state: AgentState, supervisor: bool
    ) -> Presence | None:
        """Who only says again that they are there waits for nobody: the floor is not locked."""
        now, table = await self._changes.now(connection), presences.c
        same = (table.who == agent.who) & (table.state == state) & (table.supervisor == supervisor)
        same &= (table.agent == asdict(agent)) & (table.heard_at > now - VANISHED_AFTER)
        heard_now = update(presences).where(same).values(heard_at=now).returning(presences)
        row = (await connection.execute(heard_now)).one_or_none()
        if row is None:
            return None
        return counted([load_presence(row)], await open_standings(connection, "offered", "held", who=agent.who))[0]

    async def _presence(self, connection: AsyncConnection, who: str, now: datetime) -> Presence | None:
        """The agent, if heard of in time, with how much they have."""
        here = [desk for desk in heard(await all_presences(connection), now) if desk.agent.who == who]
        theirs = await open_standings(connection, "offered", "held", who=who) if here else []
        return next(iter(counted(here, theirs)), None)


async def _known(connection: AsyncConnection, hand_off_id: str) -> Standing:
    """Raises HandOffNotFound."""
    standing = await standing_of(connection, hand_off_id)
    if standing is None:
        raise HandOffNotFound(hand_off_id)
    return standing
