"""A change of the floor: stored, told to the citizen and published by one transaction."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from tools.clock import Clock
from tools.contacts.contact import NewEvent
from tools.queues.floor import Outlook, Presence, Standing
from tools.queues.hand_offs import CALL_BACK, HandOff
from tools.queues.matching import ahead_of
from tools.queues.person import LAST, LATELY, PERSON, is_news, measured_wait, nobody_data, person_data
from tools.queues.round import counted, heard
from tools.store.contacts_postgres import PostgresContactLog
from tools.store.events import PostgresEventBus, Subscription
from tools.store.floor_schema import hand_offs, presences
from tools.store.hand_off_rows import load_presence, load_standing, standing_row
from tools.store.schema import contacts

FLOOR_CHANNEL = "floor"
"""Tells that something changed, and of which hand-off or agent: whoever hears it reads the floor again."""
ACCEPTED_CHANNEL = "hand_off_accepted"

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended('floor', 20261202)), clock_timestamp() AS now")
_MATCHING = text("SELECT pg_try_advisory_xact_lock(hashtextextended('floor matching', 20261202))")
_OPEN = ("waiting", "offered", "held")


class FloorChanges:
    """What both adapters of hand-offs do. Without a ``clock`` times are the database's, the same for all processes.

    ``served_from``: from when who comes at a moment can be served: out of hours, when somebody is there again.
    """

    def __init__(
        self,
        events: PostgresEventBus,
        contacts_log: PostgresContactLog,
        clock: Clock | None = None,
        served_from: Callable[[datetime], datetime] = lambda moment: moment,
    ) -> None:
        self._events, self._contacts, self._clock, self._served_from = events, contacts_log, clock, served_from

    async def begin(self, connection: AsyncConnection) -> datetime:
        """Now, with the floor locked until the transaction ends: its changes come one after another."""
        locked = (await connection.execute(_LOCK)).one()
        return self._clock() if self._clock is not None else locked.now.astimezone(UTC)

    async def may_match(self, connection: AsyncConnection) -> bool:
        """Whether nobody else is about to match, who then sees all that was changed until now."""
        return bool((await connection.execute(_MATCHING)).scalar_one())

    async def now(self, connection: AsyncConnection) -> datetime:
        """What the time is."""
        if self._clock is not None:
            return self._clock()
        moment: datetime = (await connection.execute(select(func.clock_timestamp()))).scalar_one()
        return moment.astimezone(UTC)

    async def store(
        self, connection: AsyncConnection, before: Standing | None, after: Standing, **columns: Any
    ) -> None:  # fmt: skip
        """Write the hand-off as it stands now, and tell whom it concerns."""
        row = {**standing_row(after), **columns}
        stored = insert(hand_offs).values(row)
        changed = {name: stored.excluded[name] for name in row if name != "id"}
        await connection.execute(stored.on_conflict_do_update(index_elements=["id"], set_=changed))
        if is_news(before, after):
            await self._tell_citizen(connection, after)
        who = after.agent.who if after.agent else None
        await self.publish(connection, {"id": after.hand_off.id, "state": after.state, "who": who})

    async def withdraw(self, connection: AsyncConnection, standing: Standing) -> None:
        """Delete a hand-off that waits, and tell whom it concerns."""
        hand_off = standing.hand_off
        await connection.execute(delete(hand_offs).where(hand_offs.c.id == hand_off.id))
        event = NewEvent(PERSON, nobody_data())
        await self._contacts.append_with(connection, hand_off.conversation_id, [event])
        who = standing.agent.who if standing.agent else None
        await self.publish(connection, {"id": hand_off.id, "state": "withdrawn", "who": who})

    def subscribe(self) -> Subscription:
        """Be woken from now on; used in ``with``."""
        return self._events.subscribe(FLOOR_CHANNEL)

    async def publish(self, connection: AsyncConnection, payload: dict[str, Any]) -> None:
        """Wake whoever follows the floor."""
        await self._events.publish_with(connection, FLOOR_CHANNEL, payload)

    async def publish_accepted(self, connection: AsyncConnection, standing: Standing, who: str) -> None:
        """Tell other systems who took it."""
        event = {"id": standing.hand_off.id, "by": who, "at": standing.since.isoformat()}
        await self._events.publish_with(connection, ACCEPTED_CHANNEL, event)

    async def outlook(self, connection: AsyncConnection, standing: Standing) -> Outlook:
        """What one that waits may expect."""
        now = await self.now(connection)
        standings = await open_standings(connection)
        here = counted(heard(await all_presences(connection), now), standings)
        taken = await _taken_lately(connection, standing, now)
        waits = [max(timedelta(), accepted - self._served_from(came)) for came, accepted in taken]
        return Outlook(ahead_of(standing, standings, here), measured_wait(waits))

    async def _tell_citizen(self, connection: AsyncConnection, standing: Standing) -> None:
        outlook = await self.outlook(connection, standing) if standing.waits else None
        hand_off = standing.hand_off
        await connection.execute(insert(contacts).values(_contact(hand_off)).on_conflict_do_nothing())
        event = NewEvent(PERSON, person_data(standing, outlook))
        await self._contacts.append_with(connection, hand_off.conversation_id, [event])


async def open_standings(connection: AsyncConnection, *states: str, who: str | None = None) -> list[Standing]:
    """The hand-offs that are not over, by place; only those in ``states`` and of that agent, if any are named."""
    some: ColumnElement[bool] = hand_offs.c.state.in_(states or _OPEN)
    if who is not None:
        some &= hand_offs.c.who == who
    rows = await connection.execute(select(hand_offs).where(some).order_by(hand_offs.c.place, hand_offs.c.id))
    return [load_standing(row) for row in rows]


async def all_presences(connection: AsyncConnection) -> list[Presence]:
    """Everybody who came in, by name, those not heard of since too."""
    rows = await connection.execute(select(presences).order_by(presences.c.agent["name"].astext, presences.c.who))
    return [load_presence(row) for row in rows]


async def _taken_lately(
    connection: AsyncConnection, standing: Standing, now: datetime
) -> list[tuple[datetime, datetime]]:  # fmt: skip
    """When the last ones came, and were taken, of the unit and the language; a call-back waits for its hour."""
    table = hand_offs.c
    statement = (
        select(table.created_at, table.accepted_at)
        .where(
            table.accepted_at > now - LATELY,
            table.body["unit"].astext == standing.hand_off.unit,
            table.body["language"].astext == standing.hand_off.language,
            table.body["reason"].astext != CALL_BACK,
        )
        .order_by(table.accepted_at.desc())
        .limit(LAST)
    )
    return [(came, accepted) for came, accepted in (await connection.execute(statement)).all()]


def _contact(hand_off: HandOff) -> dict[str, Any]:
    """Of a conversation whose opening could not be logged: its contact begins here."""
    return {
        "id": hand_off.conversation_id,
        "channel": "chat",
        "language": hand_off.language,
        "started": hand_off.created_at,
    }
