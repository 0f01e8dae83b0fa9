"""What is told leaves with what it tells of."""

import asyncio

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from tests.tools.desk.conftest import PowerCut, World
from tools.store.desk_notices import NOTICE_CHANNEL, DeskNotice, EventNotices
from tools.store.events import PostgresEventBus


async def test_a_notice_is_an_event_once_and_only_if_the_change_is_committed(world: World) -> None:
    events = await PostgresEventBus(world.database).open()
    notices = EventNotices(events)

    def notice(name: str) -> DeskNotice:
        return DeskNotice("moved_by_closure", name, world.now, {"slot_id": "S1"}, {"slot_id": "S2"}, "Obras")

    async def lost(connection: AsyncConnection) -> None:
        await notices.add(notice("rolled-back"), connection)
        raise PowerCut

    with events.subscribe(NOTICE_CHANNEL) as heard:
        with pytest.raises(PowerCut):
            await world.database.run(lost)
        await world.database.run(lambda connection: notices.add(notice("committed"), connection))
        event = await asyncio.wait_for(anext(heard), 10)
    assert (event["appointment_id"], event["kind"], event["reason"]) == ("committed", "moved_by_closure", "Obras")
    assert (event["before"], event["after"]) == ({"slot_id": "S1"}, {"slot_id": "S2"})
    await events.close()
